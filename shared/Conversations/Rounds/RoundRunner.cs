using Npgsql;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// One round in one transaction and, as a rule, two round trips: read under locks, then write and commit. Inputs are handled
/// in between, in memory and within a budget of time. Throws what the database throws, with nothing written.
/// </summary>
internal sealed class RoundRunner(
    Turn turn, SlowTurns slow, OutboxSender sender, Numbers numbers, EventRouting routing, ErasedPeople erased, LateFailures late,
    SnapshotReads snapshots, EffectStores stores, EngineOptions options, RetentionOptions retention, TimeProvider time,
    ITeams? teams = null)
{
    private const int MostDeferred = 10_000;

    private readonly KnownConversations _known = new();
    private readonly HashSet<long> _deferred = [];
    private bool _isHurried;

    /// <summary>This process, as a holder of leases.</summary>
    public Guid Me { get; } = Guid.NewGuid();

    public async Task<RoundOutcome> RunAsync(NpgsqlConnection connection, Round round, CancellationToken cancellationToken)
    {
        // Before the round's transaction begins: it reads on a connection of its own.
        if (teams is not null) await teams.RefreshAsync(cancellationToken);
        var outcome = new RoundOutcome { LeasedAt = time.GetTimestamp() };
        var now = Round.Microseconds(time.GetUtcNow());
        var reading = new RoundReading(round, _known, numbers, sender, snapshots, now - retention.Late);
        try
        {
            await reading.ReadAsync(connection, now, Me, outcome, cancellationToken);
            var returned = await erased.JudgeAsync(connection, reading.Arrivals, cancellationToken);

            // What came before teaches nothing: it may be a replay of long ago.
            var unsettled = reading.Arrivals.Where(arrival => arrival is { IsSettled: false, IsDropped: false } && (arrival.IsFresh || arrival.IsLate)).ToList();
            if (unsettled.Count > 0) outcome.AddressesChanged = await IdentityResolver.SettleAsync(connection, unsettled, now, cancellationToken);
            await ErasedPeople.RememberAsync(connection, returned, cancellationToken);
            await LateMessages.JudgeAsync(connection, reading.Arrivals, now - retention.Messages, cancellationToken);
            foreach (var arrival in reading.Arrivals) _known.Learn(arrival);
            var news = await News.OfAsync(connection, round, erased, numbers, retention, now, cancellationToken);
            var turns = await HandleAsync(round, reading, outcome, now);
            var writing = new RoundWriting(round, reading, turns, news, sender, _known, numbers, routing, late, stores, Me, now);
            await writing.WriteAsync(connection, outcome, cancellationToken);
            slow.Forget(outcome.Slow);
            return outcome;
        }
        catch
        {
            await RollbackAsync(connection);
            throw;
        }
    }

    private async Task<List<TurnResult>> HandleAsync(Round round, RoundReading reading, RoundOutcome outcome, DateTimeOffset now)
    {
        List<TurnResult> turns = [];
        List<LoadedConversation> light = [];
        foreach (var conversation in reading.Conversations.Values)
        {
            if (conversation.MergedInto is not null || conversation.Inputs.Count == 0) continue;
            if (round.HeadFailure is { } failure)
            {
                slow.Forget([conversation.Id]);
                turns.Add(TurnResult.Fail(conversation, failure, now));
            }
            else if (conversation.Unread is { } unread)
            {
                // A message without a row gets one, and is heard when that is worked.
                if (conversation.Inputs[0].Straight is not null) continue;
                if (unread.IsTry) turns.Add(TurnResult.Fail(conversation, unread.Failure, now));
                else outcome.Retries.Add((conversation.Id, unread.Until));
            }
            else if (!slow.Has(conversation))
            {
                light.Add(conversation);
            }
            else if (slow.Take(conversation, round.InputLimit, now) is { IsEmpty: false } result)
            {
                outcome.Slow.Add(conversation.Id);
                turns.Add(result);
            }
        }

        if (light.Count == 0) return turns;

        // Those the batch before had no time for come first.
        if (_deferred.Count > 0) light = [.. light.OrderByDescending(conversation => _deferred.Contains(conversation.Id))];
        var handling = new BatchHandling(turn, slow, options, light, now, _isHurried);
        turns.AddRange(await handling.RunAsync());
        _isHurried = handling.HasLeft;
        if (_deferred.Count > MostDeferred) _deferred.Clear();
        if (_deferred.Count > 0) _deferred.ExceptWith(reading.Conversations.Keys);
        foreach (var conversation in handling.Deferred)
        {
            _deferred.Add(conversation.Id);

            // What is not stored yet is rung once it is.
            if (conversation.Inputs.Exists(input => input.Straight is null)) outcome.Ring.Add(conversation.Id);
        }

        return turns;
    }

    private static async Task RollbackAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var rollback = new NpgsqlCommand("rollback", connection);
            await rollback.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            // The connection is gone, and the transaction with it.
        }
    }
}
