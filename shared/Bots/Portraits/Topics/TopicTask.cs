using System.Text.Json;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Ai;

namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>What the AI is asked: which topic of the list a text is about. What is said of it is ours.</summary>
internal static class TopicTask
{
    /// <summary>Name of the task.</summary>
    public const string Name = "portraits.topic";

    private const double Sure = 0.6;
    private const string None = "None";

    private static readonly string _topics = string.Join(",", Enum.GetNames<PortraitTopic>().Append(None).Select(name => $"\"{name}\""));

    /// <summary>All that Portraits asks.</summary>
    public static IReadOnlyList<AiTask> All { get; } =
    [
        new(
            Name,
            "A person writes to a bot that trains an AI model on their photos and sells packs of AI portraits. Say which topic their "
            + "text is about. "
            + "Price: what it costs; Free: whether it is free; TooExpensive: it costs too much; Discount: coupons and offers; WaysToPay: "
            + "how to pay; "
            + "RefundPolicy: what happens if it fails or they don't like it; Trust: whether this is honest; Safety: who sees the photos "
            + "and what is done "
            + "with them; Deletion: erasing photos; Duration: how long it takes; Examples: see examples; Difference: how packs, sizes or "
            + "styles differ; "
            + "Nudity: naked or sexual pictures; Pets, Children, OtherPeople: photos of those; IsAi: whether the portraits are AI "
            + "or photographs; Formats: files, "
            + "printing, downloads, use; "
            + "Likeness: how good they get; HowItWorks: the whole process; WhatNow: what to do next; PhotoCount: how many photos; "
            + "PhotoKind: which photos; "
            + "Human: wants a person; Paid: says that they paid; Refund: wants money back; Where: where the portraits are; Dislike: "
            + "unhappy with the portraits; "
            + "Back: one step back; Leave: cancel or not now; AddPhotos: wants to send more photos; AllPhotos: has sent all photos; "
            + "Woman, Man: says that they "
            + "are one; OtherClass: says that they are not what was assumed; None: anything else. state: where they are in the process. "
            + "confidence: 0 to 1.",
            $$"""
            {"type":"object","additionalProperties":false,"required":["topic","confidence"],
             "properties":{
              "topic":{"type":"string","enum":[{{_topics}}]},
              "confidence":{"type":"number","minimum":0,"maximum":1} } }
            """),
    ];

    /// <summary>The topic that the AI chose; null where it is not sure, or knows none.</summary>
    public static PortraitTopic? Read(JsonElement answer) =>
        answer.TryGetProperty("topic", out var name) && name.GetString() is { } chosen && chosen.Length > 0 && char.IsLetter(chosen[0])
        && EnumNames.TryRead<PortraitTopic>(chosen, out var topic)
        && answer.TryGetProperty("confidence", out var sure) && sure.GetDouble() >= Sure ? topic : null;
}
