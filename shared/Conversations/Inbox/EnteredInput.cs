using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Conversation that an input is to be entered into.</summary>
/// <param name="Conversation">The conversation itself, or the one it was joined with.</param>
/// <param name="LastInboundId">The person's newest message; 0: there is none.</param>
public sealed record InputTarget(long Workspace, long Conversation, string Number, bool HandedOver, DateTimeOffset? LastInboundAt,
    long LastInboundId)
{
    /// <summary>Anything may be said; else only a template goes.</summary>
    public bool IsWindowOpen(DateTimeOffset now) => LastInboundAt is { } last && now < last + Handling.Conversation.Window;
}

/// <summary>Enters inputs of agents into the inbox in the caller's own transaction. The bell is rung after its commit.</summary>
public static class EnteredInput
{
    private const string TargetSql =
        """
        select c.workspace_id as Workspace, c.id as Conversation, c.number_id as Number, c.handed_over as HandedOver,
               c.last_inbound_at as LastInboundAt,
               coalesce((select m.id from chat.messages m where m.conversation_id = c.id
                 and m.direction = 'in' order by m.id desc limit 1), 0) as LastInboundId
        from chat.conversations c
        where c.id = (select coalesce(o.merged_into, o.id) from chat.conversations o where o.id = @conversation) and c.closed_at is null
        """;

    private const string EnterSql =
        """
        insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at) values (@Workspace, @Conversation, @cause,
          @payload, @now)
        """;

    /// <summary>Finds the conversation; null: there is none.</summary>
    public static async Task<InputTarget?> TargetAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<TargetRow?>(
            new CommandDefinition(TargetSql, new { conversation }, transaction, cancellationToken: cancellationToken));
        return row is null
            ? null : new InputTarget(row.Workspace, row.Conversation, row.Number, row.HandedOver, row.LastInboundAt, row.LastInboundId);
    }

    /// <summary>Enters an input at the end of the conversation's inbox.</summary>
    /// <param name="cause">Names the request, so that a dead letter can be traced to it.</param>
    public static Task EnterAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, InputTarget target, string cause, Input input, DateTimeOffset now,
        CancellationToken cancellationToken) => connection.ExecuteAsync(new CommandDefinition(
            EnterSql,
            new
            {
                target.Workspace, target.Conversation, cause, payload = JsonSerializer.Serialize(input, HandlingJson.Default.Input),
                now = now.UtcDateTime,
            },
            transaction, cancellationToken: cancellationToken));

    private sealed record TargetRow(long Workspace, long Conversation, string Number, bool HandedOver, DateTime? LastInboundAt,
        long LastInboundId);
}
