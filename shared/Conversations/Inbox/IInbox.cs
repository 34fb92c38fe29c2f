using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Where everything that concerns a conversation goes first.</summary>
public interface IInbox
{
    /// <summary>Stores all that a webhook brought, each message and status once, in one transaction.</summary>
    /// <returns>The conversations that now have something waiting.</returns>
    /// <exception cref="OverloadedException">Too much waits already.</exception>
    /// <exception cref="TimeoutException">It was not stored in time; it may be stored yet, and coming again does no harm.</exception>
    /// <exception cref="Npgsql.NpgsqlException">The database is not there.</exception>
    Task<IReadOnlyList<long>> StoreAsync(Delivery delivery, CancellationToken cancellationToken);

    /// <summary>Adds an input to a conversation, once for its cause.</summary>
    /// <param name="cause">Unique together with <paramref name="causeAt"/>, for example <c>event:…</c>.</param>
    /// <param name="causeAt">The time the cause itself carries, the same if it comes again.</param>
    Task AddAsync(
        long workspace, long conversation, string cause, DateTimeOffset causeAt, Input input, string? traceParent,
        CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class CommittedInbox(WorkList work, EngineOptions options, IBell bell) : IInbox
{
    public async Task<IReadOnlyList<long>> StoreAsync(Delivery delivery, CancellationToken cancellationToken) =>
        delivery.IsEmpty ? [] : await StoreAsync(delivery, [], cancellationToken);

    public Task AddAsync(
        long workspace, long conversation, string cause, DateTimeOffset causeAt, Input input, string? traceParent,
        CancellationToken cancellationToken) =>
        StoreAsync(
            new Delivery([], [], []),
            [
                new InboxEntry(workspace, conversation, cause, causeAt,
                    JsonSerializer.Serialize(input, HandlingJson.Default.Input), traceParent, null),
            ],
            cancellationToken);

    private async Task<IReadOnlyList<long>> StoreAsync(Delivery delivery, InboxEntry[] entries, CancellationToken cancellationToken)
    {
        var conversations = await work.StoreAsync(delivery, entries).WaitAsync(options.StoreTimeout, cancellationToken);

        // Else the committer has rung already.
        if (!options.RingsItself && conversations.Count > 0) await bell.RingAsync(conversations, cancellationToken);
        return conversations;
    }
}
