using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Events between apps, as rows. One loop, one retry rule and one dead-letter rule, whether a row was written by the
/// publisher itself or by an app that heard the event over the bus.
/// </summary>
public sealed partial class EventQueue(
    Database database, IEnumerable<IEventHandler> handlers, EventPublisher publisher, EventBells bells, TimeProvider time, ILogger<EventQueue> logger,
    DueWork? due = null)
{
    private static readonly TimeSpan _workTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _sweep = TimeSpan.FromSeconds(5);

    // Then whoever comes next goes on. An invocation may not last for ever, and one that ends is waited for by a host that stops.
    private static readonly TimeSpan _drainAtMost = TimeSpan.FromMinutes(2);

    private static readonly string _readySql =
        $"select body from events.queue where receiver = @receiver and {Claims.IsFree("not_before")} order by id limit @max";

    private static readonly string _isReadySql =
        $"select exists (select 1 from events.queue where receiver = @receiver and {Claims.IsFree("not_before")})";

    // Comes first: who hears of an event while another ends it may have entered it anew, and finds it consumed here.
    private const string ConsumeSql =
        """
        insert into events.consumed (event_id, receiver, event_at, workspace_id)
        values (@EventId, @receiver, @at, @workspace) on conflict do nothing
        """;

    private const string DoneSql = "delete from events.queue where id = @Id";

    private const string RetrySql =
        "update events.queue set attempts = @attempts, not_before = @at, error = @error where id = @Id";

    private const string DieSql =
        """
        with dead as (delete from events.queue where id = @Id returning *)
        insert into events.dead_letters (workspace_id, source, receiver, cause, payload, error, attempts, died_at)
        select workspace_id, 'event', receiver, event_id, body, @error, @attempts, @now from dead
        """;

    private readonly HeardEvents _heard = new(database, time);
    private readonly ConcurrentDictionary<string, SoleWorker> _drains = new();

    private readonly ILookup<(string, string), IEventHandler> _handlers =
        handlers.ToLookup(handler => (handler.Receiver, handler.Type));

    // Types of which not all may be worked at once.
    private readonly ILookup<string, string> _limited =
        handlers.Where(handler => handler.AtOnce < EventLanes.All).ToLookup(handler => handler.Receiver, handler => handler.Type);

    /// <summary>Stores what was heard, each event once, then works all that is ready for this receiver, and what a bell rings for.</summary>
    /// <param name="receiver">A name of <see cref="Apps"/>.</param>
    /// <param name="body">A CloudEvent in JSON. One that cannot be read becomes a dead letter.</param>
    /// <exception cref="Npgsql.NpgsqlException">The database is not there, and did not come back in time; the event is not stored.</exception>
    public async Task HearAsync(string receiver, string body, CancellationToken cancellationToken)
    {
        var bell = await _heard.StoreAsync(receiver, body, cancellationToken);
        await Task.WhenAll(DrainAsync(receiver, cancellationToken), bell is null || due is null ? Task.CompletedTask : due.WorkAsync(bell, cancellationToken));
    }

    /// <summary>
    /// Works all that is ready for this receiver, and what becomes ready meanwhile. In a process one does so at a time: who comes while it is
    /// under way has it look again, and need not wait.
    /// </summary>
    public async Task DrainAsync(string receiver, CancellationToken cancellationToken)
    {
        var one = _drains.GetOrAdd(receiver, _ => new SoleWorker());
        if (!one.Enter())
        {
            bells.Ring(receiver);
            return;
        }

        var (began, left) = (time.GetTimestamp(), false);
        var lanes = new EventLanes(type => _handlers[(receiver, type)].Select(handler => handler.AtOnce).DefaultIfEmpty(EventLanes.All).Min());
        try
        {
            while (!left && time.GetElapsedTime(began) < _drainAtMost)
            {
                var asked = one.Asked;
                await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
                {
                    foreach (var row in await lanes.ClaimAsync(connection, receiver, time.GetUtcNow(), _limited[receiver], cancellationToken))
                    {
                        lanes.Start(row.Type, () => WorkAsync(receiver, row, cancellationToken));
                    }
                }

                if (!lanes.AreEmpty) await lanes.WaitAsync(token => bells.WaitAsync(receiver, _sweep, token), cancellationToken);
                else left = one.TryLeave(asked);
            }
        }
        finally
        {
            try
            {
                await lanes.EndAsync();
            }
            finally
            {
                if (!left) one.Leave();
            }
        }
    }

    /// <summary>Returns when something is, or may be, ready for this receiver.</summary>
    public async Task WaitAsync(string receiver, CancellationToken cancellationToken)
    {
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            var isReady = await connection.QuerySingleAsync<bool>(new CommandDefinition(
                _isReadySql, new { receiver, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
            if (isReady) return;
        }

        // Rows another process wrote ring no bell here; that process works them, unless it died.
        await bells.WaitAsync(receiver, _sweep, cancellationToken);
    }

    /// <summary>Bodies of events that are ready, oldest first; they stay in the queue until they are worked.</summary>
    public async Task<IReadOnlyList<string>> ReadyAsync(string receiver, int max, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            _readySql, new { receiver, max, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken))).ToList();
    }

    private async Task WorkAsync(string receiver, ClaimedEvent row, CancellationToken cancellationToken)
    {
        try
        {
            var e = JsonSerializer.Deserialize(row.Body, ContractsJson.Default.CloudEvent)!;
            using var activity = Telemetry.Start($"event {e.Type}", System.Diagnostics.ActivityKind.Consumer, e.TraceParent);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(_workTimeout);
            var outcomes = new List<EventOutcome>();
            foreach (var handler in _handlers[(receiver, e.Type)]) outcomes.Add(await handler.HandleAsync(e, limit.Token));

            await WriteAsync(receiver, row, e, outcomes, cancellationToken);
            foreach (var told in outcomes.SelectMany(outcome => outcome.Told)) publisher.Ring(told);
            await FollowUpAsync(row, outcomes, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(receiver, row, e, cancellationToken);
        }
    }

    private async Task WriteAsync(
        string receiver, ClaimedEvent row, CloudEvent e, List<EventOutcome> outcomes, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var isFirst = await connection.ExecuteAsync(new CommandDefinition(
            ConsumeSql, new { row.EventId, receiver, at = e.Time.UtcDateTime, workspace = e.Workspace }, transaction,
            cancellationToken: cancellationToken)) > 0;
        if (!isFirst) outcomes.Clear();
        foreach (var outcome in outcomes)
        {
            if (outcome.Write is { } write) await write(connection, transaction, cancellationToken);
            foreach (var told in outcome.Told) await publisher.WriteAsync(connection, transaction, told, cancellationToken);
        }

        await connection.ExecuteAsync(new CommandDefinition(
            DoneSql, new { row.Id }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    // The event is worked by then: what fails here is no reason to work it again.
    private async Task FollowUpAsync(ClaimedEvent row, List<EventOutcome> outcomes, CancellationToken cancellationToken)
    {
        foreach (var after in outcomes.Select(outcome => outcome.After).OfType<Func<CancellationToken, Task>>())
        {
            try
            {
                await after(cancellationToken);
            }
#pragma warning disable CA1031 // Whatever it is, the event is worked.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.NotFollowedUp(logger, failure, row.EventId);
            }
        }
    }

    private async Task FailAsync(string receiver, ClaimedEvent row, Exception failure, CancellationToken cancellationToken)
    {
        // A database that is gone is nobody's failure; the claim runs out and the row is tried again.
        if (failure is Npgsql.NpgsqlException && Failures.IsInfrastructure(failure)) return;
        var attempts = row.Attempts + 1;
        var error = failure.ToString().Replace('\0', '\uFFFD');
        var now = time.GetUtcNow();
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        if (RetryPolicy.DelayAfter(attempts) is { } delay)
        {
            Log.Retry(logger, row.EventId, receiver, failure.Message);
            await connection.ExecuteAsync(RetrySql, new { row.Id, attempts, at = (now + delay).UtcDateTime, error });
            return;
        }

        Log.Died(logger, failure, row.EventId, receiver);
        Telemetry.Died();
        var last = JsonSerializer.Deserialize(row.Body, ContractsJson.Default.CloudEvent)!;
        var instead = _handlers[(receiver, last.Type)].SelectMany(handler => handler.GiveUp(last)).ToList();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(DieSql, new { row.Id, error, attempts, now = now.UtcDateTime }, transaction);
        foreach (var told in instead) await publisher.WriteAsync(connection, transaction, told, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var told in instead) publisher.Ring(told);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Event {Event} for {Receiver} failed and will be retried: {Reason}")]
        public static partial void Retry(ILogger logger, string @event, string receiver, string reason);

        [LoggerMessage(3, LogLevel.Error, "The follow-up of event {Event} failed")]
        public static partial void NotFollowedUp(ILogger logger, Exception e, string @event);

        [LoggerMessage(2, LogLevel.Error, "Event {Event} for {Receiver} went to the dead letters")]
        public static partial void Died(ILogger logger, Exception e, string @event, string receiver);
    }
}
