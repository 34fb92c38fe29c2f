using Npgsql;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>The writing half of a round: everything in one batch that ends in the commit.</summary>
internal sealed class RoundWriting(
    Round round, RoundReading reading, List<TurnResult> turns, News news, OutboxSender sender, KnownConversations known, Numbers numbers,
    EventRouting routing, LateFailures late, EffectStores stores, Guid me,
    DateTimeOffset now)
{
    // A status that is told again much later must not bring back a username of then.
    private static readonly TimeSpan _namesLast = TimeSpan.FromHours(1);

    private readonly List<(LoadedConversation Conversation, Reply Reply)> _queued =
        [.. turns.SelectMany(turn => turn.Replies.Where(reply => reply.Barred is null).Select(reply => (turn.After, reply)))];

    // What is told again, or of long ago, says nothing of whose a number is today.
    private readonly List<ToldNumber> _told = numbers.News(
        reading.Arrivals.Where(arrival => arrival is { IsFresh: true, IsLate: false })
            .Select(arrival => (arrival.Message.NumberId, arrival.AccountId, arrival.NumberPhone)));

    public async Task WriteAsync(NpgsqlConnection connection, RoundOutcome outcome, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();

        if (!reading.HasBegun) batch.Add("begin");

        // A message comes before its reply in the history too.
        WriteDeliveries(batch, outcome);

        // The only ones with results.
        if (_queued.Count > 0) OutboxStatements.Queue(batch, _queued, now);
        var leased = Leased(outcome);
        if (turns.Count > 0)
        {
            ConversationStatements.Save(batch, [.. turns.Select(turn => (turn, TakesLease(turn) || leased.Contains(turn.Before.Id)))], me);
        }

        var unsaved = leased.Except(turns.Select(turn => turn.Before.Id)).Select(id => reading.Conversations[id]).ToList();
        if (unsaved.Count > 0) OutboxStatements.Lease(batch, unsaved, me);
        var releases = Releases(outcome);
        if (releases.Count > 0) OutboxStatements.Release(batch, releases, me);
        WriteTurns(batch, outcome);
        WriteMarks(batch, outcome);
        foreach (var conversation in reading.Conversations.Values.Where(row => row.MergedInto is not null && row.Inputs.Count > 0))
        {
            InboxStatements.Move(batch, conversation.Id, conversation.MergedInto!.Value);
            outcome.Ring.Add(conversation.MergedInto.Value);
        }

        ErasureStatements.Leave(batch, turns.Where(turn => turn.Erases).Select(turn => turn.After.Person.Id), now);
        batch.Add("commit");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var ids = await ReadIdsAsync(reader, cancellationToken);
        var saved = await ReadSavedAsync(reader, cancellationToken);
        var renewed = await ReadAddressesAsync(reader, unsaved.Count > 0, cancellationToken);
        var released = await ReadAddressesAsync(reader, releases.Count > 0, cancellationToken);

        // The statements after it have results to be awaited too: an error in any of them is an error of the round.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }

        numbers.SetTold(_told);
        foreach (var (id, address) in saved.Concat(renewed).Concat(released)) known.StandsAt(id, address);
        foreach (var turn in turns.Where(turn => turn.Erases)) known.Moved(turn.Before.Id);
        outcome.Released.AddRange(released.Keys);
        outcome.Unreleased.AddRange(releases.Select(release => release.Queue.Target.ConversationId).Except(outcome.Released));
        CollectSends(ids, outcome);
    }

    private async Task<Dictionary<long, Queue<long>>> ReadIdsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<long, Queue<long>>();
        if (_queued.Count == 0) return ids;
        while (await reader.ReadAsync(cancellationToken))
        {
            var conversation = reader.GetInt64(1);
            if (!ids.TryGetValue(conversation, out var list)) ids[conversation] = list = new Queue<long>();
            list.Enqueue(reader.GetInt64(0));
        }

        await reader.NextResultAsync(cancellationToken);
        return ids;
    }

    private async Task<Dictionary<long, string>> ReadSavedAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (turns.Count == 0) return [];
        await reader.ReadAsync(cancellationToken);
        var saved = reader.GetFieldValue<long[]>(0).Zip(reader.GetFieldValue<string[]>(1)).ToDictionary();
        await reader.NextResultAsync(cancellationToken);
        return saved;
    }

    private static async Task<Dictionary<long, string>> ReadAddressesAsync(
        NpgsqlDataReader reader, bool expected, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<long, string>();
        if (!expected) return addresses;
        while (await reader.ReadAsync(cancellationToken)) addresses[reader.GetInt64(0)] = reader.GetString(1);
        await reader.NextResultAsync(cancellationToken);
        return addresses;
    }

    private void WriteTurns(NpgsqlBatch batch, RoundOutcome outcome)
    {
        outcome.Finished = turns.Count;
        ConversationStatements.SavePeople(batch, turns, now);
        InboxStatements.Finish(batch, turns, now);
        TimerStatements.Write(batch, turns);
        ConversationStatements.SaveConsents(batch, turns, now);
        HandOverStatements.Write(batch, turns, now);
        stores.Write(batch, turns, now);
        foreach (var turn in turns)
        {
            foreach (var barred in turn.Replies.Where(reply => reply.Barred is not null))
            {
                OutboxStatements.Bar(batch, turn.After, barred, now);
            }

            outcome.Inputs += turn.Handled.Count + turn.Straight.Count;

            // More waits than was taken, or waited behind what was given up.
            if (turn.IsCut || (turn.Failed is null ? turn.Handled.Count >= round.InputLimit : turn.Failed.RetryAt is null))
            {
                outcome.Ring.Add(turn.Before.Id);
            }

            if (turn.Failed is null) continue;
            if (turn.Failed.RetryAt is { } at) outcome.Retries.Add((turn.Before.Id, at));
            else Telemetry.Died("inbox");
        }

        outcome.Events.AddRange(turns.SelectMany(turn => turn.Events));
        EventStatements.Publish(batch, outcome.Events, routing);
    }

    private void WriteMarks(NpgsqlBatch batch, RoundOutcome outcome)
    {
        if (round.Marks.Count > 0) OutboxStatements.Mark(batch, round.Marks);
        RefusalStatements.Tell(batch, round.Marks.Where(mark => mark.Error is not null && mark.Kind == MarkKind.Failed)
            .Select(mark => new ToldFailure(mark.Item.MessageId, null, mark.Error!.Code, mark.At)), now);

        outcome.Ring.UnionWith(LateFailures.Tell(batch, round.Marks, now));

        // The head of a queue whose sender died may have been accepted; a status with its id would tell.
        foreach (var (conversation, items) in reading.Adopted)
        {
            if (reading.Conversations[conversation].Lease != LeaseState.Expired) continue;
            items[0].UnknownSince ??= now;
            items[0].Attempts++;
            OutboxStatements.Mark(batch, [new SendMark(conversation, items[0], MarkKind.Waiting, null, null, now)]);
        }
    }

    // Leases to be taken or kept: a row is written once in a round, so those that are saved get theirs with that.
    private HashSet<long> Leased(RoundOutcome outcome)
    {
        var mine = reading.Conversations.Values.Where(row => row.Lease == LeaseState.Mine).Select(row => row.Id).ToHashSet();
        outcome.Renewed.AddRange(round.Renewals.Where(mine.Contains));
        outcome.Lost.AddRange(reading.Conversations.Keys.Where(id => !mine.Contains(id) && sender.Find(id) is not null));
        return [.. outcome.Renewed, .. reading.Adopted.Keys];
    }

    // Whose queue is empty once the marks are written, whose row is where we saw it last, and is not written in this round anyway.
    private List<(SendQueue Queue, string Address)> Releases(RoundOutcome outcome)
    {
        var written = turns.Select(turn => turn.Before.Id).Concat(reading.Adopted.Keys).Concat(outcome.Renewed).ToHashSet();
        var replying = turns.Where(TakesLease).Select(turn => turn.Before.Id).ToHashSet();
        var releases = new List<(SendQueue, string)>();
        foreach (var id in round.Releases)
        {
            if (sender.Find(id) is not { } queue || !(queue.IsParked || IsEmptyAfterMarks(queue))) continue;
            if (!written.Contains(id) && known.AddressOf(id) is { } address) releases.Add((queue, address));
            else if (!replying.Contains(id)) outcome.Unreleased.Add(id);
        }

        return releases;
    }

    private void WriteDeliveries(NpgsqlBatch batch, RoundOutcome outcome)
    {
        var handled = turns.SelectMany(turn => turn.Straight).ToHashSet();
        var entries = new List<InboxEntry>(reading.Arrivals.Count);
        var arrivals = reading.Arrivals.GetEnumerator();
        foreach (var pending in round.Deliveries)
        {
            var reached = new List<long>();
            foreach (var _ in pending.Delivery.Messages)
            {
                arrivals.MoveNext();
                if (arrivals.Current is { IsDropped: true } or { ConversationId: null }) continue;
                var isHandled = arrivals.Current.IsLate || handled.Contains(arrivals.Current);
                if (arrivals.Current.IsFresh) entries.Add(ArrivalEntry.Of(arrivals.Current, isHandled));
                if (!isHandled) reached.Add(arrivals.Current.ConversationId.Value);
            }

            entries.AddRange(pending.Entries.Where(reading.FreshEntries.Contains));
            reached.AddRange(pending.Entries.Select(entry => entry.ConversationId));
            outcome.Stored[pending] = reached;
        }

        InboxStatements.Store(batch, entries, now);
        StatusStatements.Store(batch, news.Statuses, numbers, now);
        var recent = news.Statuses.Where(status => !status.IsLate).Select(status => status.Status).ToList();
        RefusalStatements.Tell(batch, recent.SelectMany(status => status.Errors.DistinctBy(error => error.Code).Select(error =>
            new ToldFailure(CallbackData.MessageId(status.CallbackData), status.MessageId, error.Code, status.At))), now);
        StopStatements.Learn(batch, _told);
        outcome.StopsChanged = late.Tell(batch, recent, news.Updates, now);
        PersonStatements.Tell(batch, recent.Where(status => status.At > now - _namesLast), numbers, now);
        PersonStatements.Prefer(batch, [.. round.Deliveries.SelectMany(pending => pending.Delivery.Preferences)], numbers);
        StatusStatements.Store(batch, news.Updates, numbers, now, news.UpdatesForgotten);
    }

    // A lease that a live process holds stays its: the holder looks before it gives it back.
    private static bool TakesLease(TurnResult turn) =>
        turn.Before.Lease != LeaseState.Theirs
        && (turn.MarkRead is not null || turn.Replies.Any(reply => reply.Barred is null));

    private bool IsEmptyAfterMarks(SendQueue queue) =>
        queue.IsDone || round.Marks.Any(mark => mark.Kind != MarkKind.Waiting && queue.IsLast(mark.Item));

    private void CollectSends(Dictionary<long, Queue<long>> ids, RoundOutcome outcome)
    {
        foreach (var (conversation, items) in reading.Adopted)
        {
            foreach (var item in items) item.IsOfCrowd = round.Crowd.Contains(conversation);
            outcome.Sends.Add((Target(reading.Conversations[conversation], outcome), items));
        }

        foreach (var turn in turns)
        {
            var items = new List<OutboxItem>();
            if (turn.MarkRead is { } read) items.Add(Item(turn.After, new ReadMark(read, turn.ShowsTyping), 0, null));
            foreach (var reply in turn.Replies.Where(reply => reply.Barred is null))
            {
                items.Add(Item(turn.After, reply.Content, ids[turn.After.Id].Dequeue(), reply));
            }

            if (!TakesLease(turn)) continue;
            var isOfCrowd = round.Crowd.Contains(turn.After.Id) || turn.Straight.Any(arrival => arrival.IsOfCrowd);
            foreach (var item in items) item.IsOfCrowd = isOfCrowd;
            outcome.Sends.Add((Target(turn.After, outcome), items));
        }
    }

    private OutboxItem Item(LoadedConversation row, OutgoingContent content, long id, Reply? reply) => new()
    {
        MessageId = id,
        StoredAt = now,
        WorkspaceId = row.WorkspaceId,
        Content = content,
        ReplyTo = reply?.ReplyTo,
        TraceParent = reply?.TraceParent,
    };

    // People were read before the round changed any of them, and of a joined conversation they are those of before.
    private static SendTarget Target(LoadedConversation row, RoundOutcome outcome) => new(
        row.Id, row.NumberId, outcome.AddressesChanged || row.MergedInto is not null ? null : new Recipient(row.Person.Phone, row.Person.UserId),
        row.PaceUsed, row.PaceAt, row.Queued);
}
