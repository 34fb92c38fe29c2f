using System.Diagnostics.Metrics;
using Dapper;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations;

/// <summary>
/// How many rows wait in each queue, as the metric <c>queue.depth</c>: the inbox, the outbox, and each app's events. How long
/// the oldest input that is due waits, as <c>inbox.age</c>, and how many dead letters lie open, as <c>dead_letters.open</c>. How many
/// business numbers may not send, as <c>numbers.stopped</c>, and how many messages wait for them, as <c>outbox.stopped</c>.
/// </summary>
public sealed class QueueDepths
{
    private const string CountSql =
        """
        select 'inbox', count(*) from chat.inbox
        union all select 'outbox', count(*) from chat.outbox
        union all select 'events/' || receiver, count(*) from events.queue group by receiver
        """;

    private const string WaitSql =
        $"""
        select ({EngineProgress.OldestSql}) as OldestInput,
               (select count(*) from events.dead_letters where replayed_at is null) as DeadLetters,
               (select count(*) from chat.number_stops where ended_at is null) as Stopped,
               (select count(*) from chat.number_stops s join chat.conversations c using (number_id)
                join chat.outbox o on o.conversation_id = c.id where s.ended_at is null) as StoppedMessages
        """;

    // Of several processes one measures; a number that is nobody's any more is not told on.
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(2);

    private readonly Database _database;
    private readonly TimeProvider _time;
    private volatile Measured? _last;

    /// <summary>Registers the metrics.</summary>
    public QueueDepths(Database database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        Telemetry.ObserveDepth(() => Fresh?.Depths.Select(
            depth => new Measurement<long>(depth.Value, new KeyValuePair<string, object?>("queue", depth.Key))) ?? []);
        Telemetry.ObserveInboxAge(() => Fresh is { } fresh ? [new(fresh.InboxAge.TotalSeconds)] : []);
        Telemetry.ObserveDeadLetters(() => Fresh is { } fresh ? [new(fresh.DeadLetters)] : []);
        Telemetry.ObserveStopped(
            () => Fresh is { } fresh ? [new(fresh.Stopped)] : [], () => Fresh is { } fresh ? [new(fresh.StoppedMessages)] : []);
    }

    private Measured? Fresh => _last is { } last && _time.GetElapsedTime(last.At) < _fresh ? last : null;

    /// <summary>Counts.</summary>
    public async Task<IReadOnlyDictionary<string, long>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.General.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Queue, long Rows)>(new CommandDefinition(CountSql, cancellationToken: cancellationToken));
        var depths = rows.ToDictionary(row => row.Queue, row => row.Rows);
        var (oldest, deadLetters, stopped, waiting) =
            await connection.QuerySingleAsync<(DateTime? OldestInput, long DeadLetters, long Stopped, long StoppedMessages)>(
            new CommandDefinition(WaitSql, new { now = _time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));

        // Another machine's clock may be ahead of this one's.
        var age = oldest is { } received && _time.GetUtcNow().UtcDateTime - received is var waits && waits > TimeSpan.Zero ? waits : TimeSpan.Zero;
        _last = new Measured(_time.GetTimestamp(), depths, age, deadLetters, stopped, waiting);
        return depths;
    }

    private sealed record Measured(long At, IReadOnlyDictionary<string, long> Depths, TimeSpan InboxAge, long DeadLetters, long Stopped, long StoppedMessages);
}
