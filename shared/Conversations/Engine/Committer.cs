using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Conversations.Turns;
using WhatsAppBots.Data;

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
                work.Finished(round);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
#pragma warning disable CA1031 // The loop outlives whatever a round throws: it is all there is to move conversations on.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.LoopFailed(logger, e);
                await Task.Delay(_retryInfrastructure, CancellationToken.None);
            }
        }

        work.Close();
        if (_connection is not null) await _connection.DisposeAsync();
    }

    private async Task RunAsync(Round round, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var connection = await ConnectAsync(cancellationToken);
            var outcome = await runner.RunAsync(connection, round, cancellationToken);
            Telemetry.Committed(Stopwatch.GetElapsedTime(started), outcome.Inputs + outcome.Stored.Count);
            aftermath.Apply(round, outcome);
        }
        catch (Exception e) when (Failures.IsInfrastructure(e) || cancellationToken.IsCancellationRequested)
        {
            Log.DatabaseFailed(logger, e.GetBaseException().Message);
            await DropConnectionAsync();
            work.PutBack(round, e);
            if (cancellationToken.IsCancellationRequested) throw;
            await Task.Delay(_retryInfrastructure, time, cancellationToken);
        }
        catch (Exception e) when (round.IsDivisible)
        {
            // Somebody's row is at fault; the others do not pay for it.
            Log.RoundSplit(logger, e.Message);
            foreach (var part in round.Split()) await RunAsync(part, cancellationToken);
        }
        catch (Exception e)
        {
            await FailAsync(round, e, cancellationToken);
        }
    }

    // A single thing that cannot be written.
    private async Task FailAsync(Round round, Exception failure, CancellationToken cancellationToken)
    {
        Log.CannotWrite(logger, failure);
        foreach (var pending in round.Deliveries)
        {
            if (pending.Delivery.Messages.Count + pending.Entries.Count > 0 && pending.Size > 1)
            {
                await SalvageAsync(pending, cancellationToken);
                continue;
            }

            pending.Stored.TrySetException(failure);
        }

        if (round.Rung.Count == 1 && round.HeadFailure is null)
        {
            await RunAsync(new Round { Rung = round.Rung, InputLimit = 1, HeadFailure = failure }, cancellationToken);
        }

        foreach (var mark in round.Marks) mark.Written.TrySetException(failure);
    }

    // What is sound in a webhook is stored, what is not is kept raw among the updates not understood.
    private async Task SalvageAsync(PendingDelivery pending, CancellationToken cancellationToken)
    {
        var parts = Salvage.Split(pending);
        foreach (var part in parts)
        {
            await RunAsync(new Round { Deliveries = [part], Straight = false }, cancellationToken);
            if (!part.Stored.Task.IsFaulted || Salvage.AsUpdate(part) is not { } raw) continue;
            await RunAsync(new Round { Deliveries = [raw], Straight = false }, cancellationToken);
        }

        pending.Stored.TrySetResult([]);
    }

    private async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is { FullState: System.Data.ConnectionState.Open }) return _connection;
        await DropConnectionAsync();
        return _connection = await database.Writer.OpenConnectionAsync(cancellationToken);
    }

    private async Task DropConnectionAsync()
    {
        if (_connection is null) return;
        var connection = _connection;
        _connection = null;
        await connection.DisposeAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The database did not commit: {Reason}")]
        public static partial void DatabaseFailed(ILogger logger, string reason);

        [LoggerMessage(2, LogLevel.Warning, "A commit failed and is done again in parts: {Reason}")]
        public static partial void RoundSplit(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Error, "A row cannot be written")]
        public static partial void CannotWrite(ILogger logger, Exception e);

        [LoggerMessage(4, LogLevel.Error, "The committer's loop failed and goes on")]
        public static partial void LoopFailed(ILogger logger, Exception e);
    }
}
