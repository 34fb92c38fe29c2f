using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>
/// What one drain works at once. A lane that is free takes the next event at once, whatever the others are still at: a provider
/// that takes its time holds up nobody but those who wait for it.
/// </summary>
public sealed class EventLanes
{
    /// <summary>How many there are.</summary>
    public const int All = 16;

    // Longer than any handler may work; a row claimed by a process that died is free again after it.
    private static readonly TimeSpan _claim = TimeSpan.FromSeconds(90);

    // Quick ones end together: one claim for all of them.
    private static readonly TimeSpan _together = TimeSpan.FromMilliseconds(5);

    private static readonly string _claimSql =
        $"""
        update events.queue set {Claims.Hold("not_before", _claim)}
        where id in (select id from events.queue where receiver = @receiver and {Claims.IsFree("not_before")} and (type = any(@types)) = @ofThese
                     order by id limit @free for update skip locked)
        returning id, event_id as EventId, type, body, attempts
        """;

    private readonly Func<string, int> _atOnce;
    private readonly List<(string Type, Task Work)> _lanes = [];

    internal EventLanes(Func<string, int> atOnce) => _atOnce = atOnce;

    internal bool AreEmpty => _lanes.Count == 0;

    /// <summary>Claims as much as there are lanes free for.</summary>
    /// <param name="limited">Types of which not all lanes may be taken.</param>
    internal async Task<IReadOnlyList<ClaimedEvent>> ClaimAsync(
        NpgsqlConnection connection, string receiver, DateTimeOffset now, IEnumerable<string> limited, CancellationToken cancellationToken)
    {
        var claimed = new List<ClaimedEvent>();
        var types = limited.Distinct().ToArray();
        foreach (var type in types)
        {
            await ClaimAsync([type], ofThese: true, Math.Min(All - _lanes.Count - claimed.Count, _atOnce(type) - _lanes.Count(lane => lane.Type == type)));
        }

        await ClaimAsync(types, ofThese: false, All - _lanes.Count - claimed.Count);
        return claimed;

        async Task ClaimAsync(string[] some, bool ofThese, int free)
        {
            if (free <= 0) return;
            claimed.AddRange(await connection.QueryAsync<ClaimedEvent>(new CommandDefinition(
                _claimSql, new { receiver, now = now.UtcDateTime, types = some, ofThese, free },
                cancellationToken: cancellationToken)));
        }
    }

    internal void Start(string type, Func<Task> work) => _lanes.Add((type, Task.Run(work)));

    /// <summary>Returns when a lane is free again, or when there is more to do and a lane for it.</summary>
    /// <param name="bell">Returns when there may be more to do.</param>
    internal async Task WaitAsync(Func<CancellationToken, Task> bell, CancellationToken cancellationToken)
    {
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rings = _lanes.Count < All ? bell(heard.Token) : Task.Delay(Timeout.Infinite, heard.Token);
        await Task.WhenAny([rings, .. _lanes.Select(lane => lane.Work)]);

        // Nobody may be left listening: it would take the bell from whoever listens next.
        await heard.CancelAsync();
        await rings.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        cancellationToken.ThrowIfCancellationRequested();
        if (_lanes.Any(lane => lane.Work.IsCompleted))
        {
            await Task.WhenAny(Task.WhenAll(_lanes.Select(lane => lane.Work)), Task.Delay(_together, CancellationToken.None));
        }

        var ended = _lanes.FindAll(lane => lane.Work.IsCompleted);
        _lanes.RemoveAll(ended.Contains);
        foreach (var (_, work) in ended) await work;
    }

    /// <summary>Returns when all that was begun has ended.</summary>
    internal Task EndAsync() => Task.WhenAll(_lanes.Select(lane => lane.Work));
}

/// <summary>An event's row, claimed.</summary>
internal sealed record ClaimedEvent(long Id, string EventId, string Type, string Body, int Attempts);
