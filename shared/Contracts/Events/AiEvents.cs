using System.Text.Json;

namespace WhatsAppBots.Contracts.Events;

/// <summary>A bot asks the AI something about one conversation.</summary>
/// <param name="Task">A task's name: <c>habits.understand</c>. It holds the instructions and the answer's schema.</param>
/// <param name="Request">The bot's own name of this question; it comes back with the answer.</param>
/// <param name="Given">What the bot knows and the question is about, JSON; facts, never instructions.</param>
/// <param name="Text">The person's own words, kept apart from the instructions.</param>
/// <param name="Pictures">Pictures to look at: keys of our media store.</param>
/// <param name="Language">Two-letter code of the person's language.</param>
public sealed record AiAsked(
    long ConversationId, long PersonId, string Task, string Request, JsonElement Given, string? Text, IReadOnlyList<string> Pictures, string? Language);

/// <summary>What came of it.</summary>
/// <param name="Answer">As the task's schema has it; null: there is none, go by rules.</param>
/// <param name="Failure">Why there is none, a name of <see cref="AiFailures"/>.</param>
public sealed record AiAnswered(long ConversationId, string Task, string Request, JsonElement? Answer, string? Failure);

/// <summary>Why the AI has no answer.</summary>
public static class AiFailures
{
    /// <summary>None is configured.</summary>
    public const string Off = "off";

    /// <summary>The person's share of the day is used up.</summary>
    public const string OverBudget = "over-budget";

    /// <summary>It did not answer in time, or not at all.</summary>
    public const string Down = "down";

    /// <summary>What it answered is not what was asked for.</summary>
    public const string Unusable = "unusable";
}
