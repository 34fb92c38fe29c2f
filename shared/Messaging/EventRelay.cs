using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Takes rows that wait for the bus to the bus. A row goes once the bus has it; until then it is tried again. One the bus will never take
/// becomes a dead letter and holds up no other.
/// </summary>
public sealed partial class EventRelay(Database database, BusPublisher publisher, TimeProvider time, ILogger<EventRelay> logger)
{
    private const int Most = 100;

    // The bus has less time than the claim lasts: two processes take a row there only where one of them was paused.
    private static readonly TimeSpan _claim = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _publish = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _again = TimeSpan.FromSeconds(4);

    private static readonly string _claimSql =
        $"""
        update events.queue set {Claims.Hold("not_before", _claim)}, attempts = attempts + 1
        where id in (select id from events.queue where receiver = @Bus and {Claims.IsFree("not_before")}
                     order by id limit @Most for update skip locked)
        returning id, body
        """;

    private const string SentSql = "delete from events.queue where id = any(@ids)";

    private const string AgainSql = "update events.queue set not_before = @at, error = @error where id = any(@ids)";

    private const string DieSql =
        """
        with dead as (delete from events.queue where id = any(@ids) returning *)
        insert into events.dead_letters (workspace_id, source, receiver, cause, payload, error, attempts, died_at)
        select workspace_id, 'event', receiver, event_id, body, 'It is larger than the bus takes.', attempts, @now from dead
        """;

    /// <summary>Relays all that is ready. Safe in any number of processes at once.</summary>
    /// <returns>How many events went.</returns>
    public async Task<int> RelayAsync(CancellationToken cancellationToken)
    {
        var relayed = 0;
        while (true)
        {
            var now = time.GetUtcNow();
            var rows = (await database.UseAsync(
                connection => connection.QueryAsync<(long Id, string Body)>(new CommandDefinition(
                    _claimSql, new { now = now.UtcDateTime, Bus = EventRouting.Bus, Most },
                    cancellationToken: cancellationToken)),
                cancellationToken)).OrderBy(row => row.Id).ToList();
            if (rows.Count == 0) return relayed;

            var left = new Dictionary<CloudEvent, long>(ReferenceEqualityComparer.Instance);
            foreach (var (id, body) in rows) left.Add(JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent)!, id);
            try
            {
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(_publish);
                var tooLarge = await publisher.PublishAsync(left.Keys.ToList(), SentAsync, limit.Token);
                if (tooLarge.Count > 0) await BuryAsync(tooLarge);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                await ExecuteAsync(AgainSql, new { ids = left.Values.ToArray(), at = (time.GetUtcNow() + _again).UtcDateTime, error = e.Message });
                throw;
            }

            async Task SentAsync(IReadOnlyList<CloudEvent> sent)
            {
                await ExecuteAsync(SentSql, new { ids = sent.Select(e => left[e]).ToArray() });
                foreach (var e in sent) left.Remove(e);
                relayed += sent.Count;
            }

            async Task BuryAsync(IReadOnlyList<CloudEvent> tooLarge)
            {
                foreach (var e in tooLarge) Log.TooLarge(logger, e.Id, e.Type);
                await ExecuteAsync(DieSql, new { ids = tooLarge.Select(e => left[e]).ToArray(), now = now.UtcDateTime });
            }
        }
    }

    // What the bus has, it has: that is written down also where the process is told to stop.
    private Task ExecuteAsync(string sql, object values) =>
        database.UseAsync(connection => connection.ExecuteAsync(sql, values), CancellationToken.None);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Event {Event} ({Type}) exceeds the bus's message size limit and went to the dead letters")]
        public static partial void TooLarge(ILogger logger, string @event, string type);
    }
}
