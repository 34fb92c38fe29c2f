using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>Whether the engine gets on: how long what is due has been waiting, and since when nothing was handled.</summary>
public sealed class EngineProgress
{
    // A conversation whose first input waits for another try is not due, nor is what stands behind it. What was left to a conversation that
    // is gone is nobody's work.
    internal const string OldestSql =
        """
        select i.received_at from chat.inbox i
        where (i.not_before is null or i.not_before <= @now)
          and exists (select 1 from chat.conversations c where c.id = i.conversation_id)
          and not exists (select 1 from chat.inbox h where h.conversation_id = i.conversation_id and h.seq < i.seq and h.not_before > @now)
        order by i.received_at limit 1
        """;

    private readonly WorkList _work;
    private readonly Database _database;
    private readonly TimeProvider _time;
    private long _movedAt;

    internal EngineProgress(WorkList work, Database database, TimeProvider time)
    {
        (_work, _database, _time, _movedAt) = (work, database, time, time.GetTimestamp());
        Telemetry.ObserveStall(() => [new(work.Stalled.TotalSeconds)]);
    }

    /// <summary>Longest time without progress, though something is due. Inputs that fail are tried again within 18 s and count as progress.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How the engine does, in words. One statement by an index.</summary>
    /// <exception cref="InvalidOperationException">
    /// Something has been due for more than <see cref="Patience"/>, and this process handled nothing in that time; or it could commit nothing.
    /// </exception>
    /// <exception cref="Npgsql.NpgsqlException">The database is not there.</exception>
    public async Task<string> CheckAsync(CancellationToken cancellationToken)
    {
        if (_work.Stalled is var stalled && stalled > Patience)
        {
            throw new InvalidOperationException($"nothing was committed for {stalled.TotalSeconds:0} s, though work waits");
        }

        var now = _time.GetUtcNow();
        await using var connection = await _database.General.OpenConnectionAsync(cancellationToken);
        var oldest = await connection.QuerySingleOrDefaultAsync<DateTime?>(new CommandDefinition(
            OldestSql, new { now = now.UtcDateTime }, cancellationToken: cancellationToken));
        var age = oldest is { } received && now.UtcDateTime - received is var waits && waits > TimeSpan.Zero ? waits : TimeSpan.Zero;
        var still = _time.GetElapsedTime(Volatile.Read(ref _movedAt));
        return age > Patience && still > Patience
            ? throw new InvalidOperationException($"the oldest input waits for {age.TotalSeconds:0} s, and nothing was handled for {still.TotalSeconds:0} s")
            : $"the oldest input waits for {age.TotalSeconds:0} s";
    }

    /// <summary>Something was handled, or its failure was counted.</summary>
    internal void Moved() => Volatile.Write(ref _movedAt, _time.GetTimestamp());
}
