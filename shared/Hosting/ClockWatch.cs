using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Keeps the product's time equal to the database's clock: measures the difference before anything else starts, each minute, and at once
/// when the machine's clock was set. Logs a machine's clock that is off.
/// </summary>
public sealed partial class ClockWatch(Database database, DatabaseTime time, bool isProduction, ILogger<ClockWatch> logger)
    : BackgroundService, IHostedLifecycleService
{
    /// <summary>Difference above which the machine's clock is reported, in the log and in <c>/health</c>.</summary>
    public static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(5);

    /// <summary>Difference above which a host doesn't start in production.</summary>
    public static readonly TimeSpan MostAtStart = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _measure = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _step = TimeSpan.FromSeconds(0.5);

    private bool _isOff;

    /// <summary>Registers the product's time and its watch. The host itself registers the <see cref="TimeProvider"/>.</summary>
    public static void Add(IServiceCollection services, DatabaseTime time, bool isProduction)
    {
        services.AddSingleton(time);
        services.AddSingleton<IHostedService>(provider => new ClockWatch(
            provider.GetRequiredService<Database>(), time, isProduction, provider.GetRequiredService<ILogger<ClockWatch>>()));
    }

    /// <summary>Reason why a host may not start; null where it may. A wrong clock breaks certificates, tokens and logs too.</summary>
    public static string? Fault(DatabaseTime time, bool isProduction) => isProduction && time.MachineAhead.Duration() > MostAtStart
        ? $"{Off(time.MachineAhead)} A host may be off by {MostAtStart.TotalSeconds} s at most: set this machine's clock "
            + "(chrony or systemd-timesyncd), then start it again."
        : null;

    /// <summary>The state of the clock for <c>/health</c>.</summary>
    /// <exception cref="InvalidOperationException">The clock is off; the message says how far.</exception>
    public static string Describe(DatabaseTime time)
    {
        if (time.MachineAhead.Duration() > Tolerated) throw new InvalidOperationException(Off(time.MachineAhead));
        if (time.ProductAhead > Tolerated)
        {
            var ahead = FormattableString.Invariant($"{time.ProductAhead.TotalSeconds:0.0}");
            throw new InvalidOperationException(
                $"The database's clock was set back: this host is {ahead} s ahead of it and goes at half speed.");
        }

        return FormattableString.Invariant($"{time.MachineAhead.TotalSeconds:+0.000;-0.000;0.000} s against the database's");
    }

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!time.IsMeasured) await TryMeasureAsync(cancellationToken);
        Judge();
    }

    /// <summary>Measures once a minute, and at once when the machine's clock was set.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var step = time.MachineStep;
        var isSet = step.Duration() > _step;
        if (!isSet && time.SinceMeasured < _measure) return;
        var isFirst = !time.IsMeasured;
        if (!await TryMeasureAsync(cancellationToken)) return;
        if (isSet) Log.Set(logger, step.TotalSeconds);
        if (isFirst) Judge();
        else Tell();
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_look);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await LookAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // While the database is away time goes on by the machine's steady count, and is measured when it is back.
    private async Task<bool> TryMeasureAsync(CancellationToken cancellationToken)
    {
        try
        {
            await time.MeasureAsync(database.General, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
    }

    // A host whose database was away at its start is judged at the first measurement: an exception here ends it.
    private void Judge()
    {
        Tell();
        if (Fault(time, isProduction) is { } fault) throw new InvalidOperationException(fault);
    }

    private void Tell()
    {
        var isOff = time.MachineAhead.Duration() > Tolerated;
        if (isOff && !_isOff) Log.IsOff(logger, Off(time.MachineAhead));
        if (!isOff && _isOff) Log.IsRight(logger);
        _isOff = isOff;
        if (time.ProductAhead > Tolerated) Log.IsAhead(logger, time.ProductAhead.TotalSeconds);
    }

    private static string Off(TimeSpan ahead) => FormattableString.Invariant(
        $"This machine's clock is {ahead.Duration().TotalSeconds:0.0} s {(ahead > TimeSpan.Zero ? "ahead of" : "behind")} the database's.");

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error,
            "{Off} The host goes by the database's clock; certificates, tokens and logs do not: set the machine's clock.")]
        public static partial void IsOff(ILogger logger, string off);

        [LoggerMessage(2, LogLevel.Information, "This machine's clock agrees with the database's again")]
        public static partial void IsRight(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning,
            "This machine's clock was set by {Seconds} s while the host runs; the host goes on by the database's clock")]
        public static partial void Set(ILogger logger, double seconds);

        [LoggerMessage(4, LogLevel.Error,
            "The database's clock was set back: this host is {Seconds} s ahead of it and goes at half speed until it has caught up")]
        public static partial void IsAhead(ILogger logger, double seconds);
    }
}
