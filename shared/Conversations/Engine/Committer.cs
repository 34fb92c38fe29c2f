using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Conversations.Engine;

/// <summary>
/// The one writer of a process. Webhooks, bells and what came of sends gather while a commit is under way, and the next
/// commit takes them all: it stores the new messages, handles those the commit before stored, and records what was sent.
/// The batch grows by itself with the load; nothing waits for a clock but marks, which may ride along for 10 ms.
/// </summary>
internal sealed partial class Committer(
    RoundRunner runner, WorkList work, OutboxSender sender, Aftermath aftermath, Database database, TimeProvider time,
    ILogger<Committer> logger) : BackgroundService
{
    private static readonly TimeSpan _retryInfrastructure = TimeSpan.FromMilliseconds(250);

    private NpgsqlConnection? _connection;

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is in flight ends and is written; what is left stays in its rows, free for any other process.
        await sender.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
        try
        {
            if (sender.Idle() is { Length: > 0 } held) await OutboxStatements.GiveBackAsync(database, held, runner.Me, cancellationToken);
        }
        catch (Exception e) when (Failures.IsInfrastructure(e))
        {
            // The leases run out by themselves.
            Log.DatabaseFailed(logger, e.GetBaseException().Message);
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.WaitAsync(stoppingToken);
                var round = work.Take();
                if (round.IsEmpty) continue;
                await RunAsync(round, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        work.Close();
        if (_connection is not null) await _connection.DisposeAsync();
    }

    private async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        try
        {
            await CommitAsync(round, cancellationToken);
        }
#pragma warning disable CA1031 // The loop outlives whatever a round throws: it is all there is to move conversations on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Perhaps it was committed: what is done twice by that is recognised, and whoever waits for it is not forgotten.
            Log.LoopFailed(logger, e);
            await DropConnectionAsync();
            work.PutBack(round, e);
            await Task.Delay(_retryInfrastructure, CancellationToken.None);
        }

        work.Finished(round);
    }

    /// <returns>What the database was away for, or null; then all of the round is back on the list.</returns>
    private async Task<Exception?> CommitAsync(Round round, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            var outcome = await runner.RunAsync(connection, round, cancellationToken);
            Telemetry.Committed(Stopwatch.GetElapsedTime(started), outcome.Inputs + outcome.Stored.Count);
            aftermath.Apply(round, outcome);
            return null;
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested || (Failures.IsInfrastructure(e) && !Failures.IsIdle(e)))
        {
            Log.DatabaseFailed(logger, e.GetBaseException().Message);
            await DropConnectionAsync();
            work.PutBack(round, e);
            await Task.Delay(_retryInfrastructure, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return e;
        }
        catch (Exception e) when (round.IsDivisible)
        {
            // Somebody's row is at fault, or took the whole time of the transaction; the others do not pay for it.
            Log.RoundSplit(logger, e.Message);
            await DropBrokenAsync();
            return await CommitAsync(round.Split(), cancellationToken);
        }
        catch (Exception e)
        {
            await DropBrokenAsync();
            return await FailAsync(round, e, cancellationToken);
        }
    }

    // One after another. Once the database is away the others need not find that out too.
    private async Task<Exception?> CommitAsync(IEnumerable<Round> parts, CancellationToken cancellationToken)
    {
        Exception? away = null;
        foreach (var part in parts)
        {
            if (away is null) away = await CommitAsync(part, cancellationToken);
            else work.PutBack(part, away);
        }

        return away;
    }

    // A single thing that cannot be written.
    private async Task<Exception?> FailAsync(Round round, Exception failure, CancellationToken cancellationToken)
    {
        Log.CannotWrite(logger, failure);
        foreach (var mark in round.Marks) mark.Written.TrySetException(failure);
        foreach (var pending in round.Deliveries)
        {
            if (pending.Count > 1)
            {
                if (await SalvageAsync(pending, cancellationToken) is { } away) return away;
            }
            else
            {
                pending.Stored.TrySetException(failure);
            }
        }

        return round.Rung.Count == 1 && round.HeadFailure is null
            ? await CommitAsync(new Round { Rung = round.Rung, InputLimit = 1, HeadFailure = failure }, cancellationToken)
            : null;
    }

    // What is sound in a webhook is stored, what is not is kept raw among the updates not understood.
    private async Task<Exception?> SalvageAsync(PendingDelivery pending, CancellationToken cancellationToken)
    {
        foreach (var part in Salvage.Halve(pending))
        {
            var away = await CommitAsync(new Round { Deliveries = [part], Straight = false }, cancellationToken);
            if (away is null && part is { Count: 1, Stored.Task.IsFaulted: true } && Salvage.AsUpdate(part) is { } raw)
                away = await CommitAsync(new Round { Deliveries = [raw], Straight = false }, cancellationToken);
            if (away is null) continue;

            // It comes again; what is stored of it is recognised.
            pending.Stored.TrySetException(away);
            return away;
        }

        pending.Stored.TrySetResult([]);
        return null;
    }

    private async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open }) return _connection;
        await DropConnectionAsync();
        return _connection = await database.Writer.OpenConnectionAsync(cancellationToken);
    }

    // The server ended it, or it was lost: a connection that only refused a statement stays.
    private Task DropBrokenAsync() =>
        _connection is { FullState: System.Data.ConnectionState.Open } ? Task.CompletedTask : DropConnectionAsync();

    private async Task DropConnectionAsync()
    {
        if (_connection is null) return;
        var connection = _connection;
        _connection = null;
        await connection.DisposeAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Commit failed: {Reason}")]
        public static partial void DatabaseFailed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "Commit failed and is retried in smaller batches: {Reason}")]
        public static partial void RoundSplit(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Error, "A row cannot be written")]
        public static partial void CannotWrite(ILogger logger, Exception e);

        [LoggerMessage(4, LogLevel.Error, "The commit loop failed and continues")]
        public static partial void LoopFailed(ILogger logger, Exception e);
    }
}
