using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Desk.Sending;

/// <summary>Request that was taken. What becomes of it is seen in the conversation's history, by its origin.</summary>
/// <param name="Request">Its id.</param>
/// <param name="ConversationId">The conversation it went to: the one that was named, or the one it was joined with.</param>
/// <param name="Origin">What the messages it makes carry as <c>origin</c>; null: it makes none.</param>
public sealed record TakenRequest(long Request, long ConversationId, string? Origin);

/// <summary>Who asks, and for what.</summary>
/// <param name="By">The caller: <c>agent:7</c>, <c>key:3</c>.</param>
/// <param name="Key">The caller's key of this request: sent again, it takes effect once.</param>
/// <param name="TakesOver">Of a message: the chat is people's from then on.</param>
public sealed record DeskRequest(string By, string Key, long Conversation, bool TakesOver = true);

/// <summary>
/// Takes what agents want done in a conversation. The request is kept and entered into the conversation's inbox in one transaction; the
/// engine handles it in its turn, so that an agent's words and the bot's never cross.
/// </summary>
public sealed class AgentDesk(Workspace workspace, IBell bell, TimeProvider time)
{
    /// <summary>Code of the conflict where only a template goes.</summary>
    public const string WindowClosed = "window_closed";

    /// <summary>Code of the conflict where the person has written what the agent has not read.</summary>
    public const string MovedOn = "moved_on";

    /// <summary>Code of the conflict where the key was used for another request.</summary>
    public const string KeyReused = "key_reused";

    private const string TakeSql =
        """
        insert into desk.requests (workspace_id, caller, key, fingerprint, conversation_id)
        values (@Workspace, @By, @Key, @fingerprint, @Conversation)
        on conflict (workspace_id, caller, key) do nothing returning id
        """;

    private const string FindSql =
        """
        select id, fingerprint, conversation_id as Conversation from desk.requests
        where workspace_id = @Workspace and caller = @By and key = @Key
        """;

    /// <summary>Sends a message to the person.</summary>
    /// <param name="replyTo">The provider's id of the message that is quoted; null: none.</param>
    /// <param name="read">The newest message of the person that the agent has read; null: send whatever they wrote since.</param>
    /// <returns>Null: there is no such conversation.</returns>
    /// <exception cref="DeskConflictException">It may not be sent now; the code says why.</exception>
    public Task<TakenRequest?> SendAsync(
        DeskRequest request, OutgoingContent content, string? replyTo, long? read, CancellationToken cancellationToken) => TakeAsync(
            request, Fingerprint("send", JsonSerializer.Serialize(content, ContractsJson.Default.OutgoingContent), replyTo),
            target =>
            {
                if (content is not TemplateMessage && !target.IsWindowOpen(time.GetUtcNow()))
                {
                    throw new DeskConflictException(WindowClosed,
                        "The person's last message is more than 24 hours old: only a template can be sent.");
                }

                if (read < target.LastInboundId)
                {
                    throw new DeskConflictException(MovedOn, $"The person has written message {target.LastInboundId} since. Read it, then send again.");
                }
            },
            id => new AgentInput(request.By, id, content, replyTo) { TakesOver = request.TakesOver }, cancellationToken);

    /// <summary>Takes the conversation from the bot, or gives it back. Where it is so already nothing changes.</summary>
    /// <param name="reason">In the words of the agent.</param>
    /// <returns><inheritdoc cref="SendAsync"/></returns>
    /// <exception cref="DeskConflictException">The key was used for another request.</exception>
    public async Task<TakenRequest?> HandAsync(DeskRequest request, bool toPeople, string reason, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(
            request, Fingerprint(toPeople ? "over" : "back", reason, null), _ => { }, _ => new HandOverInput(toPeople, request.By, reason),
            cancellationToken);
        return taken is null ? null : taken with { Origin = null };
    }

    private async Task<TakenRequest?> TakeAsync(
        DeskRequest request, byte[] fingerprint, Action<InputTarget> check, Func<long, Input> input, CancellationToken cancellationToken)
    {
        var taken = await workspace.RunAsync(
            async (connection, transaction) =>
            {
                var target = await EnteredInput.TargetAsync(connection, transaction, request.Conversation, cancellationToken);
                if (target is null) return null;
                var id = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                    TakeSql, new { target.Workspace, request.By, request.Key, fingerprint, target.Conversation }, transaction,
                    cancellationToken: cancellationToken));
                if (id is not { } fresh) return await RepeatAsync(connection, transaction, request, target, fingerprint, cancellationToken);

                // After the key: a request that was taken is answered as before, whatever has happened since.
                check(target);
                await EnteredInput.EnterAsync(
                    connection, transaction, target, $"request:{fresh}", input(fresh), time.GetUtcNow(), cancellationToken);
                return new TakenRequest(fresh, target.Conversation, $"{request.By}/{fresh}");
            },
            cancellationToken);

        // Rung again for a request that comes again: the first bell may have been lost.
        if (taken is not null) await bell.RingAsync([taken.ConversationId], cancellationToken);
        return taken;
    }

    private static async Task<TakenRequest?> RepeatAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, DeskRequest request, InputTarget target, byte[] fingerprint,
        CancellationToken cancellationToken)
    {
        var before = await connection.QuerySingleAsync<Earlier>(new CommandDefinition(
            FindSql, new { target.Workspace, request.By, request.Key }, transaction, cancellationToken: cancellationToken));
        if (!before.Fingerprint.AsSpan().SequenceEqual(fingerprint) || before.Conversation != target.Conversation)
        {
            throw new DeskConflictException(KeyReused, "The Idempotency-Key was used for another request. Take a new one for each request.");
        }

        return new TakenRequest(before.Id, target.Conversation, $"{request.By}/{before.Id}");
    }

    private static byte[] Fingerprint(string operation, string body, string? replyTo) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"{operation}\n{replyTo}\n{body}"));

    private sealed record Earlier(long Id, byte[] Fingerprint, long? Conversation);
}
