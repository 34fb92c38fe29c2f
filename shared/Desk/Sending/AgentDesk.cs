using System.Text.Json;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Files;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Hosting;
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
public sealed class AgentDesk(Workspace workspace, IBell bell, IOptions<SecretKey> secret, TimeProvider time)
{
    /// <summary>Code of the conflict where only a template goes.</summary>
    public const string WindowClosed = "window_closed";

    /// <summary>Code of the conflict where the person has written what the agent has not read.</summary>
    public const string MovedOn = "moved_on";

    /// <summary>Code of the conflict where the file was sent before, or has waited for more than a day.</summary>
    public const string FileUsed = "file_used";

    /// <summary>Code of the conflict where the key was used for another request.</summary>
    public const string KeyReused = "key_reused";

    /// <summary>Sends a message to the person.</summary>
    /// <param name="replyTo">The provider's id of the message that is quoted; null: none.</param>
    /// <param name="read">The newest message of the person that the agent has read; null: send whatever they wrote since.</param>
    /// <param name="file">Id of the file that the message sends; null: it sends none.</param>
    /// <returns>Null: there is no such conversation.</returns>
    /// <exception cref="DeskConflictException">It may not be sent now; the code says why.</exception>
    public Task<TakenRequest?> SendAsync(
        DeskRequest request, OutgoingContent content, string? replyTo, long? read, long? file,
        CancellationToken cancellationToken) => TakeAsync(
            request, $"send\n{replyTo}\n{JsonSerializer.Serialize(content, ContractsJson.Default.OutgoingContent)}",
            target =>
            {
                if (content is not TemplateMessage && !target.IsWindowOpen(time.GetUtcNow()))
                {
                    throw new DeskConflictException(WindowClosed,
                        "The person's last message is more than 24 hours old: only a template can be sent.");
                }

                if (read < target.LastInboundId)
                {
                    throw new DeskConflictException(
                        MovedOn, $"The person has written message {target.LastInboundId} since. Read it, then send again.");
                }
            },
            id => new AgentInput(request.By, id, content, replyTo) { TakesOver = request.TakesOver }, file, cancellationToken);

    /// <summary>Takes the conversation from the bot, or gives it back. Where it is so already nothing changes.</summary>
    /// <param name="reason">In the words of the agent.</param>
    /// <returns><inheritdoc cref="SendAsync"/></returns>
    /// <exception cref="DeskConflictException">The key was used for another request.</exception>
    public async Task<TakenRequest?> HandAsync(DeskRequest request, bool toPeople, string reason, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(
            request, $"{(toPeople ? "over" : "back")}\n{reason}", _ => { }, _ => new HandOverInput(toPeople, request.By, reason),
            file: null, cancellationToken);
        return taken is null ? null : taken with { Origin = null };
    }

    private async Task<TakenRequest?> TakeAsync(
        DeskRequest request, string asked, Action<InputTarget> check, Func<long, Input> input, long? file,
        CancellationToken cancellationToken)
    {
        var answer = await workspace.RunAsync(
            async (connection, transaction) =>
            {
                var target = await EnteredInput.TargetAsync(connection, transaction, request.Conversation, cancellationToken);
                if (target is null) return null;
                var (id, isNew) = await RequestKeys.TakeAsync(
                    connection, transaction, secret.Value, target.Workspace, request.By, request.Key,
                    FormattableString.Invariant($"{request.Conversation}\n{request.TakesOver}\n{asked}"), target.Conversation,
                        cancellationToken);
                var taken = new TakenRequest(id, target.Conversation, $"{request.By}/{id}");
                if (!isNew) return taken;

                // After the key: a request that was taken is answered as before, whatever has happened since.
                check(target);
                if (file is { } sent
                    && !await AgentFiles.TakeAsync(connection, transaction, sent, id, time.GetUtcNow(), cancellationToken))
                {
                    throw new DeskConflictException(
                        FileUsed, $"File {sent} was sent before, or has waited for more than a day. Upload it again.");
                }

                await EnteredInput.EnterAsync(
                    connection, transaction, target, $"request:{id}", input(id), time.GetUtcNow(), cancellationToken);
                return taken;
            },
            cancellationToken);

        // Rung again for a request that comes again: the first bell may have been lost.
        if (answer is not null) await bell.RingAsync([answer.ConversationId], cancellationToken);
        return answer;
    }
}
