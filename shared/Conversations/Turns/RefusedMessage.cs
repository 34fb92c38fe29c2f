using System.Text.Json;
using Npgsql;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Turns;

/// <summary>A message of a bot that the channel's limits refuse: plain text went in its place.</summary>
/// <param name="Cause">The input that it answered.</param>
/// <param name="Faults">Each names its field.</param>
internal sealed record RefusedMessage(string Cause, OutgoingContent Content, IReadOnlyList<string> Faults)
{
    // Beside the inputs that were given up: that is where an operator looks. It is of the past, so replaying it does nothing.
    private const string TellSql =
        """
        insert into events.dead_letters (workspace_id, source, conversation_id, cause, payload, error, attempts, died_at)
        values ($1, 'outbox', $2, $3, $4, $5, 1, $6)
        """;

    public static void Tell(NpgsqlBatch batch, IReadOnlyList<TurnResult> turns, DateTimeOffset now)
    {
        foreach (var turn in turns)
        {
            foreach (var refused in turn.Refused)
            {
                batch.Add(TellSql).With(turn.After.WorkspaceId).With(turn.After.Id).With(refused.Cause)
                    .With(JsonSerializer.Serialize(refused.Content)).With(refused.Error).WithTime(now);
            }
        }
    }

    private string Error => $"A message of type {Content.Type} breaks the channel's limits, plain text was sent instead: {string.Join("; ", Faults)}";
}
