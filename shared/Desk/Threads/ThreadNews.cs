using WhatsAppBots.Conversations.Queries;

namespace WhatsAppBots.Desk.Threads;

/// <summary>What some new messages of a conversation mean for its thread.</summary>
/// <param name="Last">The newest; null: none is new.</param>
/// <param name="LastIn">The newest of the person.</param>
/// <param name="LastAgent">The newest of an agent.</param>
/// <param name="FirstIn">The person's first after an agent's last: from here on nobody has answered.</param>
internal sealed record ThreadNews(ConversationFacts Facts, NewMessage? Last, NewMessage? LastIn, NewMessage? LastAgent, NewMessage? FirstIn)
{
    private const int Longest = 200;

    // An agent's words, or those of a program that agents or another system use.
    private static readonly string[] _origins = ["agent:", "key:"];

    /// <summary>Who wrote the newest: <c>person</c>, <c>bot</c> or <c>agent</c>.</summary>
    public string? LastFrom => Last is null ? null : Last.IsInbound ? "person" : IsOfAgent(Last) ? "agent" : "bot";

    /// <summary>The newest in at most 200 characters, never half of one; "…" where it is not shown.</summary>
    public string? LastText => Last is not { Text: var text } ? null : text.Length == 0 ? "…" : text.Length <= Longest ? text
        : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];

    /// <param name="messages">In the order of their ids.</param>
    public static ThreadNews Of(ConversationFacts facts, IReadOnlyList<NewMessage> messages)
    {
        var agent = messages.LastOrDefault(IsOfAgent);
        return new ThreadNews(
            facts, messages.Count == 0 ? null : messages[^1], messages.LastOrDefault(message => message.IsInbound), agent,
            messages.FirstOrDefault(message => message.IsInbound && message.Id > (agent?.Id ?? 0)));
    }

    private static bool IsOfAgent(NewMessage message) =>
        message.Origin is { } origin && _origins.Any(start => origin.StartsWith(start, StringComparison.Ordinal));
}
