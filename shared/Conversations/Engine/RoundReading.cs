using Npgsql;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>The reading half of a round: opens the transaction, locks, and reads what the round needs.</summary>
internal sealed class RoundReading(Round round, Numbers numbers, OutboxSender sender)
{
    /// <summary>Messages to be stored, in order of arrival.</summary>
    public List<Arrival> Arrivals { get; } =
    [
        .. round.Deliveries.SelectMany(pending => pending.Delivery.Messages.Select(message =>
            new Arrival(message, numbers.WorkspaceOf(message.Message.NumberId), pending.Delivery.TraceParent))),
    ];

    /// <summary>Conversations that were locked.</summary>
    public Dictionary<long, LoadedConversation> Conversations { get; private set; } = [];

    /// <summary>Outbox rows of conversations that this process takes over, beyond those it is sending.</summary>
    public Dictionary<long, List<OutboxItem>> Adopted { get; private set; } = [];

    public async Task ReadAsync(
        NpgsqlConnection connection, DateTimeOffset now, Guid me, RoundOutcome outcome, CancellationToken cancellationToken)
    {
        var touched = Touched();
        await using (var batch = connection.CreateBatch())
        {
            batch.Add("begin");
            if (Arrivals.Count > 0) IdentityStatements.Resolve(batch, Arrivals);
            if (touched.Length > 0)
            {
                ConversationStatements.Lock(batch, touched);
                ConversationStatements.Read(batch, touched);
                if (round.Rung.Count > 0) InboxStatements.Read(batch, [.. round.Rung], round.InputLimit);
            }

            if (round.LookAgain.Count > 0) InboxStatements.LookAgain(batch, [.. round.LookAgain], now);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await ReadResultsAsync(reader, touched.Length > 0, me, outcome, cancellationToken);
        }

        await AdoptAsync(connection, cancellationToken);
    }

    private async Task ReadResultsAsync(
        NpgsqlDataReader reader, bool touched, Guid me, RoundOutcome outcome, CancellationToken cancellationToken)
    {
        // `begin` has no result set, so the reader stands on the first that has one.
        if (Arrivals.Count > 0)
        {
            await IdentityStatements.ReadAsync(reader, Arrivals, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
        }

        if (touched)
        {
            var locked = await ConversationStatements.ReadLockedAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            Conversations = await ConversationStatements.ReadRowsAsync(reader, locked, me, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            if (round.Rung.Count > 0)
            {
                await InboxStatements.ReadInputsAsync(reader, Conversations, cancellationToken);
                await reader.NextResultAsync(cancellationToken);
            }
        }

        if (round.LookAgain.Count == 0) return;
        while (await reader.ReadAsync(cancellationToken)) outcome.Ring.Add(reader.GetInt64(0));
    }

    private long[] Touched()
    {
        var ids = new HashSet<long>(round.Rung);
        ids.UnionWith(round.Renewals);
        ids.UnionWith(round.Releases);
        return [.. ids];
    }

    // Rows that another process queued while we held the lease, or that a process which is gone has left.
    private async Task AdoptAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var orphaned = Conversations.Values
            .Where(row => row.Lease != LeaseState.Theirs && row.Queued > (sender.Find(row.Id)?.Through ?? row.Settled))
            .Select(row => row.Id).ToArray();
        if (orphaned.Length == 0) return;
        await using var batch = connection.CreateBatch();
        OutboxStatements.ReadWaiting(batch, orphaned);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Adopted = await OutboxStatements.ReadAdoptedAsync(reader, cancellationToken);
        foreach (var (conversation, items) in Adopted)
        {
            if (sender.Find(conversation) is { } queue) items.RemoveAll(item => queue.Has(item.MessageId));
        }

        foreach (var conversation in orphaned.Where(id => Adopted.TryGetValue(id, out var items) && items.Count == 0)) Adopted.Remove(conversation);
    }
}
