using Dapper;
using Npgsql;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Standalone.Clock;

/// <summary>Move of the clock, under way or done.</summary>
/// <param name="State"><c>moving</c>, <c>there</c>, <c>cancelled</c>, <c>stuck</c> or <c>failed</c>.</param>
/// <param name="Steps">Number of times the clock was set on the way.</param>
/// <param name="Fired">Timers that fell due on the way.</param>
/// <param name="Reason">Why it did not reach its end; while it moves, what it waits for, where that takes long.</param>
internal sealed record ClockMove(DateTimeOffset From, DateTimeOffset To, string State, int Steps, int Fired, string? Reason = null);

/// <summary>
/// Moves the clock ahead as if the time passed: from one due timer to the next, a day at most. Each timer fires at its own time, and the
/// work it causes is done before the clock goes on.
/// </summary>
internal sealed partial class ClockMover(
    SettableTime time, ClockRow row, Database database, DueTimers timers, RetentionOptions retention, ILogger<ClockMover> logger)
    : IHostedService, IDisposable
{
    /// <summary>Longest move.</summary>
    public static readonly TimeSpan Farthest = TimeSpan.FromDays(400);

    private const int MostSteps = 20_000;

    // Any constant will do; it only has to be the same in every process, and no other lock's.
    private const long AdvisoryLock = 0x436C6F636B;

    private const string NextSql = "select min(due_at) from chat.timers where not fired";

    // Counts all rows, whenever they are due: work in progress looks like work for later, and a clock that jumps past a claim would let
    // work be done twice, or pictures be given up as late. The clock runs on meanwhile, so that retries come due.
    private const string LeftSql =
        """
        select i.Inputs, o.Messages, e.Events, (select count(*) from images.jobs where next_look_at is not null) as Jobs,
            i.Tries + o.Tries + e.Tries as Tries
        from (select count(*) as Inputs, coalesce(sum(attempts), 0)::bigint as Tries from chat.inbox) i,
             (select count(*) as Messages, coalesce(sum(attempts), 0)::bigint as Tries from chat.outbox) o,
             (select count(*) as Events, coalesce(sum(attempts), 0)::bigint as Tries from events.queue) e
        """;

    // The input that failed most often, else the one that waits longest: the first line of its error names the fault.
    private const string SlowestSql =
        """
        select conversation_id as Conversation, attempts as Attempts, left(split_part(error, chr(10), 1), 200) as Error
        from chat.inbox order by attempts desc, seq limit 1
        """;

    // When the next try is due, where nothing but tries that are not due yet is left.
    private const string RetrySql =
        """
        select min(head.not_before) from (select distinct on (conversation_id) not_before from chat.inbox order by conversation_id,
            seq) head
        having bool_and(coalesce(head.not_before > @Now, false))
        """;

    private static readonly TimeSpan _mostADay = TimeSpan.FromDays(1);

    // What is tried again and again is given up after its last try, and each try may take half a minute: the clock waits as long as
    // something
    // gets on, and then goes on itself. One conversation that fails holds up the others for that long and no longer.
    private static readonly TimeSpan _longestStill = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan _longestStep = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan _told = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private CancellationTokenSource _cancel = new();
    private Task _moving = Task.CompletedTask;

    /// <summary>The present move, or the last; null where there was none.</summary>
    public ClockMove? Move { get; private set; }

    /// <summary>The state of the last move, for the health report.</summary>
    /// <exception cref="DegradedException">The clock stopped before its end.</exception>
    public string Describe() => Move switch
    {
        null => "not moved yet",
        { State: "stuck" or "failed" } move => throw new DegradedException($"{move.State}: {move.Reason}"),
        { Reason: { } reason } move => $"{move.State}: {reason}",
        { } move => move.State,
    };

    /// <summary>Begins a move; false where one is under way.</summary>
    public bool TryStart(DateTimeOffset to)
    {
        lock (_lock)
        {
            if (!_moving.IsCompleted) return false;
            _cancel.Dispose();
            _cancel = new CancellationTokenSource();
            Move = new ClockMove(time.GetUtcNow(), to, "moving", 0, 0);
            var token = _cancel.Token;
            _moving = Task.Run(() => RunAsync(to, token), CancellationToken.None);
            return true;
        }
    }

    /// <summary>Cancels the move, and returns when it has ended.</summary>
    public async Task CancelAsync()
    {
        Task moving;
        lock (_lock)
        {
            moving = _moving;
            _cancel.Cancel();
        }

        await moving;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => CancelAsync();

    /// <inheritdoc/>
    public void Dispose() => _cancel.Dispose();

    private async Task RunAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
            if (!await connection.QuerySingleAsync<bool>("select pg_try_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }))
            {
                End("failed", "Another host moves the clock.");
                return;
            }

            try
            {
                await StepAsync(connection, to, cancellationToken);
                End("there");
            }
            finally
            {
                await connection.ExecuteAsync("select pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            End("cancelled");
        }
        catch (ClockStuckException e)
        {
            End("stuck", e.Message);
        }
#pragma warning disable CA1031 // The move says why it failed, and can go on from where it is.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failed(logger, e);
            End("failed", e.Message);
        }
    }

    private async Task StepAsync(NpgsqlConnection connection, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var ensured = DateTime.MinValue;
        await WhenDoneAsync(connection, cancellationToken);
        for (var steps = 0; ; steps++)
        {
            var fired = await timers.FireAsync(cancellationToken);
            Move = Move! with { Steps = steps, Fired = Move.Fired + fired };
            if (fired > 0 || steps > 0) await WhenDoneAsync(connection, cancellationToken);
            if (time.GetUtcNow() >= to) return;
            if (steps == MostSteps) throw new ClockStuckException($"{MostSteps} steps were not enough.");
            var next = await connection.QuerySingleAsync<DateTime?>(NextSql);
            var at = Earliest(to, time.GetUtcNow() + _mostADay, next is null ? to : new DateTimeOffset(next.Value));
            if (at <= time.GetUtcNow()) continue;

            // Partitions for that day must be there: they are made three days ahead, and only from time to time.
            if (at.UtcDateTime.Date > ensured)
            {
                await new Partitions(database, retention, new StandingTime(at)).EnsureAsync(cancellationToken);
            }

            ensured = at.UtcDateTime.Date;
            await row.SetAsync(at, cancellationToken);
        }
    }

    private static DateTimeOffset Earliest(params DateTimeOffset[] times) => times.Min();

    private async Task WhenDoneAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (began, moved, told) = (time.GetTimestamp(), time.GetTimestamp(), time.GetTimestamp());
        var last = default(Left);
        while (true)
        {
            var left = await connection.QuerySingleAsync<Left>(new CommandDefinition(LeftSql, cancellationToken: cancellationToken));
            if (left is { Inputs: 0, Messages: 0, Events: 0, Jobs: 0 }) break;
            if (left != last) (last, moved) = (left, time.GetTimestamp());
            if (time.GetElapsedTime(moved) > _longestStill || time.GetElapsedTime(began) > _longestStep)
            {
                var slowest = await SlowestAsync(connection, cancellationToken);
                throw new ClockStuckException(
                    $"After {time.GetElapsedTime(began).TotalSeconds:0} s there still were {left.Inputs} inputs, {left.Messages} messages, "
                    + $"{left.Events} events and {left.Jobs} sets of pictures to be worked.{slowest}");
            }

            var retry = left is { Messages: 0, Events: 0, Jobs: 0 } ? await RetryAsync(connection, cancellationToken) : null;
            if (retry is not null || time.GetElapsedTime(told) > _told)
            {
                told = time.GetTimestamp();
                var reason = (await SlowestAsync(connection, cancellationToken)).Trim();
                Move = Move! with { Reason = reason.Length > 0 ? reason : null };
            }

            // A try that is due in some seconds is as good as a timer.
            if (retry is { } at) await row.SetAsync(at, cancellationToken);

            // By the machine's clock: this waits for real work.
            await Task.Delay(_pause, cancellationToken);
        }

        if (Move!.Reason is not null) Move = Move with { Reason = null };
    }

    private async Task<DateTimeOffset?> RetryAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var at = await connection.QuerySingleOrDefaultAsync<DateTime?>(
            new CommandDefinition(RetrySql, new { Now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        return at is null ? null : new DateTimeOffset(at.Value);
    }

    private static async Task<string> SlowestAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = await connection.QuerySingleOrDefaultAsync<Slowest>(
            new CommandDefinition(SlowestSql, cancellationToken: cancellationToken));
        return found switch
        {
            null => "",
            { Attempts: 0 } => $" Conversation {found.Conversation} is being answered.",
            _ => $" Conversation {found.Conversation} has failed {found.Attempts} times: {found.Error}",
        };
    }

    private void End(string state, string? reason = null)
    {
        Move = Move! with { State = state, Reason = reason };
        Log.Moved(logger, time.GetUtcNow(), state, Move.Steps, Move.Fired);
    }

    private readonly record struct Left(long Inputs, long Messages, long Events, long Jobs, long Tries);

    private sealed record Slowest(long Conversation, int Attempts, string? Error);

    private sealed class ClockStuckException(string message) : Exception(message);

    private sealed class StandingTime(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The clock is at {At}: {State} after {Steps} steps and {Fired} timers")]
        public static partial void Moved(ILogger logger, DateTimeOffset at, string state, int steps, int fired);

        [LoggerMessage(2, LogLevel.Error, "The clock could not be moved")]
        public static partial void Failed(ILogger logger, Exception e);
    }
}
