using Npgsql;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Turns;

namespace WhatsAppBots.Conversations.Rounds;

/// <summary>
/// One round in one transaction and, as a rule, two round trips: read under locks, then write and commit. Inputs are handled
/// in between, in memory. Throws what the database throws, with nothing written.
/// </summary>
internal sealed class RoundRunner(
    Turn turn, OutboxSender sender, Numbers numbers, EventRouting routing, TimeProvider time)
{
    private readonly KnownConversations _known = new();

    /// <summary>This process, as a holder of leases.</summary>
    public Guid Me { get; } = Guid.NewGuid();

    public async Task<RoundOutcome> RunAsync(NpgsqlConnection connection, Round round, CancellationToken cancellationToken)
    {
        var outcome = new RoundOutcome { LeasedAt = time.GetTimestamp() };
        var now = Microseconds(time.GetUtcNow());
        var reading = new RoundReading(round, _known, numbers, sender);
        try
        {
            await reading.ReadAsync(connection, now, Me, outcome, cancellationToken);

            // What came before teaches nothing: it may be a replay of long ago.
            var unsettled = reading.Arrivals.Where(arrival => arrival.IsFresh && !arrival.IsSettled).ToList();
            if (unsettled.Count > 0) outcome.AddressesChanged = await IdentityResolver.SettleAsync(connection, unsettled, now, cancellationToken);
            foreach (var arrival in reading.Arrivals) _known.Learn(arrival);
            var writing = new RoundWriting(round, reading, Handle(round, reading, now), sender, _known, numbers, routing, Me, now);
            await writing.WriteAsync(connection, outcome, cancellationToken);
            return outcome;
        }
        catch
        {
            await RollbackAsync(connection);
            throw;
        }
    }

    private List<TurnResult> Handle(Round round, RoundReading reading, DateTimeOffset now)
    {
        var turns = new List<TurnResult>(reading.Conversations.Count);
        foreach (var conversation in reading.Conversations.Values)
        {
            if (conversation.MergedInto is not null || conversation.Inputs.Count == 0) continue;
            var result = round.HeadFailure is { } failure ? Fail(conversation, failure, now) : turn.Run(conversation, now);
            if (!result.IsEmpty) turns.Add(result);
        }

        return turns;
    }

    private static TurnResult Fail(LoadedConversation conversation, Exception failure, DateTimeOffset now)
    {
        var head = conversation.Inputs[0];
        var attempts = head.Attempts + 1;
        return new TurnResult(conversation)
        {
            Failed = new FailedInput(head, attempts, now + RetryPolicy.DelayAfter(attempts), failure.ToString()),
        };
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

    // PostgreSQL keeps microseconds; a time that is compared later must not carry more.
    private static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.Ticks - (at.Ticks % 10), TimeSpan.Zero);
}
