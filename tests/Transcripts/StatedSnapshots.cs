using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>Shows the bots the snapshots that a transcript states, in place of what their tables hold.</summary>
internal sealed class StatedSnapshots(IConversationHandler bots) : IConversationHandler
{
    private const string Prefix = "snapshot of ";

    private readonly Dictionary<string, string?> _stated = [];

    /// <inheritdoc/>
    public IReadOnlyList<SnapshotRead> Snapshots => bots.Snapshots;

    /// <summary>Takes a step that states a snapshot.</summary>
    /// <returns>Whether it was one.</returns>
    /// <exception cref="FormatException">It is not JSON; the message names the line.</exception>
    public bool Take(Step step)
    {
        if (!step.Text.StartsWith(Prefix, StringComparison.Ordinal)) return false;
        if (step.Text[Prefix.Length..].Split(' ', 2) is not [var bot, var json]) throw new FormatException($"Line {step.Line}: {step.Text}");
        try
        {
            _stated[bot] = json == "none" ? null : JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json));
        }
        catch (JsonException e)
        {
            throw new FormatException($"Line {step.Line}: {e.Message}", e);
        }

        return true;
    }

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input)
    {
        if (_stated.Count == 0) return bots.Handle(conversation, input);
        var shown = new Dictionary<string, string?>(conversation.Snapshots ?? new Dictionary<string, string?>());
        foreach (var (bot, snapshot) in _stated) shown[bot] = snapshot;
        return bots.Handle(conversation with { Snapshots = shown }, input);
    }

    /// <inheritdoc/>
    public string Apologize(Conversation conversation) => bots.Apologize(conversation);

    /// <inheritdoc/>
    public bool IsUrgent(IncomingMessage message) => bots.IsUrgent(message);

    /// <inheritdoc/>
    public bool MarksRead(string bot) => bots.MarksRead(bot);

    /// <inheritdoc/>
    public bool CanOpen(string entryBot, string bot) => bots.CanOpen(entryBot, bot);
}
