using Dapper;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Data;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Standalone.Timers;

/// <summary>
/// Runs timer functions. Each occurrence is claimed in the database by one process; a run never overlaps the one before it in
/// the same process.
/// </summary>
internal sealed partial class TimerRunner(
    FunctionCatalog catalog, IConfiguration configuration, Database database, TimeProvider time, IServiceProvider services,
    ILogger<TimerRunner> logger) : BackgroundService
{
    // The first process to know a timer adds its row; a changed schedule replaces the row's. A stored occurrence after the next one is of a
    // clock that was wrong. A frequent timer runs at once where it is new, so that its metrics are there from the start.
    private const string PlantSql =
        """
        insert into host.schedules as s (name, schedule, next_at) values (@name, @schedule, @first)
        on conflict (name) do update set schedule = excluded.schedule,
          next_at = case when s.schedule = excluded.schedule then least(s.next_at, @next) else @next end
        """;

    private const string ClaimSql =
        """
        with due as (select name, next_at from host.schedules where name = @name and next_at <= @now for update skip locked)
        update host.schedules s set next_at = @next, last_at = @now from due where s.name = due.name
        returning due.next_at
        """;

    // A delay may not be longer than 49 days, and a clock that was set is noticed within the hour.
    private static readonly TimeSpan _longestWait = TimeSpan.FromHours(1);

    private static readonly TimeSpan _late = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _frequent = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(catalog.Of<TimerTriggerAttribute>().Select(timer => LoopAsync(timer.Function, timer.Trigger, stoppingToken)));

    /// <summary>The trigger's schedule, with <c>%NAME%</c> read from the settings.</summary>
    /// <exception cref="FormatException">The schedule is invalid, or the setting is missing; the message names the function.</exception>
    internal static (string Text, CronSchedule Schedule) ScheduleOf(
        Function function, TimerTriggerAttribute trigger, IConfiguration configuration)
    {
        var text = trigger.Schedule;
        if (text.Length > 2 && text[0] == '%' && text[^1] == '%')
        {
            text = configuration[text[1..^1]] ?? throw new FormatException($"{function.Place}: the setting {text[1..^1]} is missing.");
        }

        try
        {
            return (text, CronSchedule.Parse(text));
        }
        catch (FormatException e)
        {
            throw new FormatException($"{function.Place}: {e.Message}");
        }
    }

    private async Task LoopAsync(Function function, TimerTriggerAttribute trigger, CancellationToken stoppingToken)
    {
        var (text, schedule) = ScheduleOf(function, trigger, configuration);
        var invoker = new FunctionInvoker(function, _ => timer => timer);
        var planted = false;
        if (trigger.RunOnStartup) await RunAsync(invoker, new TimerInfo());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!planted) await PlantAsync(function.Name, text, schedule, stoppingToken);
                planted = true;
                if (await ClaimAsync(function.Name, schedule, stoppingToken) is { } due) await RunAsync(invoker, due);
                if (schedule.Next(time.GetUtcNow()) is not { } next) return;
                var wait = next - time.GetUtcNow();
                await Task.Delay(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < _longestWait ? wait : _longestWait, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that can't be reached must not end a timer for good.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.NotClaimed(logger, function.Name, e.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
        }
    }

    private async Task PlantAsync(string name, string text, CronSchedule schedule, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var next = schedule.Next(now);
        var isFrequent = next is { } one && schedule.Next(one) - one < _frequent;
        await connection.ExecuteAsync(PlantSql, new
        {
            name, schedule = text, next = next?.UtcDateTime ?? DateTime.MaxValue,
            first = isFrequent ? now.UtcDateTime : next?.UtcDateTime ?? DateTime.MaxValue,
        });
    }

    private async Task<TimerInfo?> ClaimAsync(string name, CronSchedule schedule, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var next = schedule.Next(now)?.UtcDateTime ?? DateTime.MaxValue;
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var due = await connection.QuerySingleOrDefaultAsync<DateTime?>(new CommandDefinition(
            ClaimSql, new { name, now = now.UtcDateTime, next }, cancellationToken: cancellationToken));
        return due is null ? null : new TimerInfo
        {
            IsPastDue = now.UtcDateTime - due.Value > _late,
            ScheduleStatus = new ScheduleStatus { Last = due.Value, Next = next, LastUpdated = now.UtcDateTime },
        };
    }

    private async Task RunAsync(FunctionInvoker invoker, TimerInfo timer)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await invoker.InvokeAsync(scope.ServiceProvider, timer, CancellationToken.None);
        }
#pragma warning disable CA1031 // The next occurrence runs all the same.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failed(logger, e, invoker.Function.Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The timer function {Function} failed")]
        public static partial void Failed(ILogger logger, Exception e, string function);

        [LoggerMessage(2, LogLevel.Warning, "The timer function {Function} could not be claimed: {Reason}")]
        public static partial void NotClaimed(ILogger logger, string function, string reason);
    }
}
