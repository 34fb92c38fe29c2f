using Dapper;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>Finds what nobody works: rows of a process that died, of a bell that was lost, of a lease that ran out.</summary>
public sealed class LeftBehind(Database database, TimeProvider time) : IDisposable
{
    private const string FindSql =
        """
        (select conversation_id from chat.inbox
         where seq >= @Inbox and received_at < @before and (not_before is null or not_before <= @now) order by seq limit @Most)
        union
        (select o.conversation_id from chat.outbox o join chat.conversations c on c.id = o.conversation_id
         where o.message_id >= @Outbox and o.stored_at < @before and (c.sender is null or c.lease_until < clock_timestamp())
           and not exists (select 1 from chat.number_stops s
                           where s.number_id = c.number_id and s.ended_at is null and s.probe_at > clock_timestamp())
         order by o.message_id limit @Most)
        """;

    // What came for a conversation just when it was erased has nobody to go to; what it said goes with the person.
    private const string BurySql =
        """
        with gone as (
          delete from chat.inbox i where received_at < @before and not exists (select 1 from chat.conversations c where c.id = i.conversation_id)
          returning *)
        insert into events.dead_letters (workspace_id, source, conversation_id, cause, payload, error, attempts, died_at)
        select workspace_id, 'inbox', conversation_id, cause, '', 'The conversation was erased.', attempts, @now from gone
        """;

    private const string EndsSql =
        """
        select (select last_value from chat.inbox_seq_seq) as Inbox, (select last_value from chat.messages_id_seq) as Outbox,
               (select min(seq) from chat.inbox where seq >= @Inbox) as OldestInbox,
               (select min(message_id) from chat.outbox where message_id >= @Outbox) as OldestOutbox
        """;

    private const int Most = 1000;

    // Younger rows are somebody's work in progress.
    private static readonly TimeSpan _age = TimeSpan.FromSeconds(5);

    // No transaction of ours lasts so long: a number drawn before it is committed by now, or never.
    private static readonly TimeSpan _settled = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _fromTheStart = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _one = new(1);
    private readonly Queue<(long At, Floor Ends)> _drawn = [];
    private Floor _floor;
    private long? _lookedFromTheStart;

    /// <summary>Conversations with rows that were left lying for 5 s, at most a thousand of each kind.</summary>
    public async Task<IReadOnlyList<long>> FindAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            if (_lookedFromTheStart is not { } at || time.GetElapsedTime(at) >= _fromTheStart)
            {
                (_floor, _lookedFromTheStart) = (default, time.GetTimestamp());
                await connection.ExecuteAsync(new CommandDefinition(
                    BurySql, new { now = now.UtcDateTime, before = (now - _settled).UtcDateTime }, cancellationToken: cancellationToken));
            }

            // A probe that arrived lets its number send again; its messages are found by the same look.
            await connection.ExecuteAsync(new CommandDefinition(
                StopStatements.EndToldSql, new { now = now.UtcDateTime }, cancellationToken: cancellationToken));
            var found = (await connection.QueryAsync<long>(new CommandDefinition(
                FindSql, new { now = now.UtcDateTime, before = (now - _age).UtcDateTime, _floor.Inbox, _floor.Outbox, Most },
                cancellationToken: cancellationToken))).ToList();
            var ends = await connection.QuerySingleAsync<Ends>(new CommandDefinition(
                EndsSql, new { _floor.Inbox, _floor.Outbox }, cancellationToken: cancellationToken));
            Raise(ends);
            return found;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // Beside a long transaction elsewhere, what was handled and sent lately lies in the tables dead. It need not be walked through
    // each time: from the oldest row that is alive, or that may still come to be, is enough; and now and then from the start.
    private void Raise(Ends ends)
    {
        _drawn.Enqueue((time.GetTimestamp(), new Floor(ends.Inbox, ends.Outbox)));
        var settled = _floor;
        while (_drawn.TryPeek(out var drawn) && time.GetElapsedTime(drawn.At) >= _settled) settled = _drawn.Dequeue().Ends;
        _floor = new Floor(Math.Min(ends.OldestInbox ?? long.MaxValue, settled.Inbox), Math.Min(ends.OldestOutbox ?? long.MaxValue, settled.Outbox));
    }

    private readonly record struct Floor(long Inbox, long Outbox);

    private sealed record Ends(long Inbox, long Outbox, long? OldestInbox, long? OldestOutbox);
}
