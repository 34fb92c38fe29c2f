using Npgsql;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>The reading half of a round: opens the transaction, locks, and reads what the round needs.</summary>
/// <param name="lateBefore">What is dated before it is late.</param>
internal sealed class RoundReading(Round round, KnownConversations known, Numbers numbers, OutboxSender sender, SnapshotReads snapshots, DateTimeOffset lateBefore)
{
    /// <summary>Messages to be stored, in order of arrival.</summary>
    public List<Arrival> Arrivals { get; } =
    [
        .. round.Deliveries.SelectMany(pending => pending.Delivery.Messages.Select(message =>
            new Arrival(message, numbers.WorkspaceOf(message.Message.NumberId), pending.Delivery.TraceParent, message.Message.At < lateBefore)
            {
                IsOfCrowd = pending.Delivery.Messages.Count > Round.Few,
            })),
    ];

    /// <summary>Inputs that are not messages, to be stored in order of arrival.</summary>
    public List<InboxEntry> Entries { get; } = [.. round.Deliveries.SelectMany(pending => pending.Entries)];

    /// <summary>Those of <see cref="Entries"/> that did not come before.</summary>
    public HashSet<InboxEntry> FreshEntries { get; } = [];

    /// <summary>Conversations that were locked.</summary>
    public Dictionary<long, LoadedConversation> Conversations { get; private set; } = [];

    /// <summary>Outbox rows of conversations that this process takes over, beyond those it is sending.</summary>
    public Dictionary<long, List<OutboxItem>> Adopted { get; private set; } = [];

    /// <summary>The transaction is open. Where nothing is to be read, writing opens it, and one round trip is all.</summary>
    public bool HasBegun { get; private set; }

    public async Task ReadAsync(
        NpgsqlConnection connection, DateTimeOffset now, Guid me, RoundOutcome outcome, CancellationToken cancellationToken)
    {
        var guessed = round.Straight ? Arrivals.Select(known.Guess).OfType<long>().ToHashSet() : [];
        var worked = (long[])[.. round.Rung.Union(guessed)];
        var touched = (long[])[.. worked.Union(round.Renewals)];
        if (Arrivals.Count + Entries.Count + touched.Length == 0) return;
        HasBegun = true;
        var busy = touched.Where(id => known.AddressOf(id) is not null).ToHashSet();
        var addresses = busy.Select(id => known.AddressOf(id)!).ToArray();
        var unplaced = Array.FindAll(touched, id => known.AddressOf(id) is null);
        var strangers = Arrivals.FindAll(arrival => known.Guess(arrival) is not { } id || !guessed.Contains(id));
        await using (var batch = connection.CreateBatch())
        {
            batch.Add("begin");
            var causes = Causes();
            if (causes.Count > 0) InboxStatements.Claim(batch, causes);
            if (strangers.Count > 0) IdentityStatements.Resolve(batch, strangers);
            ConversationStatements.LockAndRead(batch, unplaced, addresses);
            if (worked.Length > 0) InboxStatements.Read(batch, worked, round.InputLimit);
            var asked = snapshots.Ask(batch, worked, now);

            // `begin` has no result set, so the reader stands on the first that has one.
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            if (causes.Count > 0) await ReadFreshAsync(reader, cancellationToken);
            if (strangers.Count > 0) await IdentityStatements.ReadAsync(reader, strangers, cancellationToken);
            (Conversations, var lockedElsewhere) = await ConversationStatements.ReadLockedAsync(
                reader, (unplaced.Length > 0 ? 1 : 0) + (addresses.Length > 0 ? 1 : 0), me, cancellationToken);
            busy.UnionWith(lockedElsewhere);
            if (worked.Length > 0) await InboxStatements.ReadInputsAsync(reader, Conversations, cancellationToken);
            if (asked is not null) await snapshots.TakeAsync(connection, reader, asked, Conversations, now, cancellationToken);
        }

        foreach (var id in touched)
        {
            if (Conversations.TryGetValue(id, out var row)) known.StandsAt(id, row.Address);
            else known.Moved(id);
        }

        // Whoever has them locked may not see what they are rung for; others have moved, and are found by their ids next time.
        outcome.BusyRung.AddRange(round.Rung.Where(id => busy.Contains(id) && !Conversations.ContainsKey(id)));
        await MeetAsync(connection, Arrivals.Except(strangers), cancellationToken);
        TakeStraight(guessed, now);
        await QuotedMessages.ReadAsync(connection, Conversations.Values, cancellationToken);
        await snapshots.ReadMissingAsync(connection, Conversations, now, cancellationToken);
        await AdoptAsync(connection, cancellationToken);
    }

    // Who was guessed right is known by the row; who was not, or whose row is locked elsewhere, is looked up.
    private async Task MeetAsync(NpgsqlConnection connection, IEnumerable<Arrival> guessed, CancellationToken cancellationToken)
    {
        var missed = guessed.Where(arrival =>
            !Conversations.TryGetValue(known.Guess(arrival)!.Value, out var row) || !arrival.Meets(row)).ToList();
        if (missed.Count == 0) return;
        await using var batch = connection.CreateBatch();
        IdentityStatements.Resolve(batch, missed);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await IdentityStatements.ReadAsync(reader, missed, cancellationToken);
    }

    // What is late is not among them: what was seen is remembered by days, and its day is gone.
    private List<(string Cause, DateTimeOffset At, long Workspace)> Causes() =>
    [
        .. Arrivals.Where(arrival => !arrival.IsLate).Select(arrival => (arrival.Cause, arrival.Message.At, arrival.WorkspaceId)),
        .. Entries.Select(entry => (entry.Cause, entry.CauseAt, entry.WorkspaceId)),
    ];

    // Of what stands twice in one round the first counts.
    private async Task ReadFreshAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var fresh = await InboxStatements.ReadFreshAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        foreach (var arrival in Arrivals) arrival.IsFresh = fresh.Remove((arrival.Cause, Round.Microseconds(arrival.Message.At)));
        foreach (var entry in Entries)
        {
            if (fresh.Remove((entry.Cause, Round.Microseconds(entry.CauseAt)))) FreshEntries.Add(entry);
        }
    }

    // A new message whose conversation is locked, and has nothing waiting that is not loaded, needs no row of the inbox: it
    // comes after what is loaded. Anything else that waits, or more than a batch, and it queues up behind.
    private void TakeStraight(HashSet<long> guessed, DateTimeOffset now)
    {
        foreach (var id in guessed)
        {
            if (!Conversations.TryGetValue(id, out var conversation) || conversation.MergedInto is not null) guessed.Remove(id);
            else if (conversation.Inputs.Count >= round.InputLimit) guessed.Remove(id);
        }

        foreach (var arrival in Arrivals)
        {
            if (!arrival.IsFresh || arrival.ConversationId is not { } id || !guessed.Contains(id)) continue;
            var inputs = Conversations[id].Inputs;
            if (arrival is { IsSettled: true, ErasedAt: null } && inputs.Count < InboxStatements.InputsPerConversation) inputs.Add(StoredInput.Of(arrival, now));
            else guessed.Remove(id);
        }
    }

    // Rows that another process queued while we held the lease, or that a process which is gone has left.
    private async Task AdoptAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var orphaned = Conversations.Values
            .Where(row => row.Lease != LeaseState.Theirs && row.Queued > (Held(row)?.Through ?? row.Settled))
            .Select(row => row.Id).ToArray();
        if (orphaned.Length == 0) return;
        await using var batch = connection.CreateBatch();
        OutboxStatements.ReadWaiting(batch, orphaned);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Adopted = await OutboxStatements.ReadAdoptedAsync(reader, cancellationToken);
        foreach (var (conversation, items) in Adopted)
        {
            if (Held(Conversations[conversation]) is { } queue) items.RemoveAll(item => queue.Has(item.MessageId));
        }

        foreach (var conversation in orphaned.Where(id => Adopted.TryGetValue(id, out var items) && items.Count == 0)) Adopted.Remove(conversation);
    }

    // What is queued here under a lease that went to another process counts for nothing.
    private SendQueue? Held(LoadedConversation row) => row.Lease == LeaseState.Mine ? sender.Find(row.Id) : null;
}
