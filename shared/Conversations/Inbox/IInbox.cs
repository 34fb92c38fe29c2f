using System.Diagnostics;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>Where everything that concerns a conversation goes first.</summary>
public interface IInbox
{
    /// <summary>
    /// Stores all that a webhook brought, each message and status once: in one transaction, or where it is much in several, one after another.
    /// </summary>
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
    public async Task<IReadOnlyList<long>> StoreAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        HashSet<long> reached = [];
        var stored = 0;
        try
        {
            foreach (var part in DeliveryParts.Of(delivery, options.MaxPart))
            {
                if (stored++ > 0 && Stopwatch.GetElapsedTime(began) > options.StorePartsTimeout) throw new TimeoutException("A webhook of many parts took too long.");

                // The next one queues up when this one is stored: others come in between.
                reached.UnionWith(await WriteAsync(part, [], cancellationToken));
            }
        }
        catch when (reached.Count > 0)
        {
            await RingAsync(reached, CancellationToken.None);
            throw;
        }

        await RingAsync(reached, cancellationToken);
        return [.. reached];
    }

    public async Task AddAsync(
        long workspace, long conversation, string cause, DateTimeOffset causeAt, Input input, string? traceParent,
        CancellationToken cancellationToken)
    {
        var entry = new InboxEntry(
            workspace, conversation, cause, causeAt, JsonSerializer.Serialize(input, HandlingJson.Default.Input), traceParent, null);
        await RingAsync(await WriteAsync(new Delivery([], [], []), [entry], cancellationToken), cancellationToken);
    }

    private Task<IReadOnlyList<long>> WriteAsync(Delivery delivery, InboxEntry[] entries, CancellationToken cancellationToken) =>
        work.StoreAsync(delivery, entries).WaitAsync(options.StoreTimeout, cancellationToken);

    // Else the committer has rung already.
    private ValueTask RingAsync(IReadOnlyCollection<long> conversations, CancellationToken cancellationToken) =>
        options.RingsItself || conversations.Count == 0 ? ValueTask.CompletedTask : bell.RingAsync(conversations, cancellationToken);
}
