using System.Diagnostics.Metrics;
using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations;

/// <summary>How many rows wait in each queue, as the metric <c>queue.depth</c>: the inbox, the outbox, and each app's events.</summary>
public sealed class QueueDepths
{
    private const string CountSql =
        """
        select 'inbox', count(*) from chat.inbox
        union all select 'outbox', count(*) from chat.outbox
        union all select 'events/' || receiver, count(*) from events.queue group by receiver
        """;

    // Of several processes one measures; a number that is nobody's any more is not told on.
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(2);

    private readonly Database _database;
    private readonly TimeProvider _time;
    private volatile Measured? _last;

    /// <summary>Registers the metric.</summary>
    public QueueDepths(Database database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        Telemetry.ObserveDepth(Observe);
    }

    /// <summary>Counts.</summary>
    public async Task<IReadOnlyDictionary<string, long>> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.General.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Queue, long Rows)>(new CommandDefinition(CountSql, cancellationToken: cancellationToken));
        var depths = rows.ToDictionary(row => row.Queue, row => row.Rows);
        _last = new Measured(_time.GetTimestamp(), depths);
        return depths;
    }

    private IEnumerable<Measurement<long>> Observe() => _last is { } last && _time.GetElapsedTime(last.At) < _fresh
        ? last.Depths.Select(depth => new Measurement<long>(depth.Value, new KeyValuePair<string, object?>("queue", depth.Key)))
        : [];

    private sealed record Measured(long At, IReadOnlyDictionary<string, long> Depths);
}
