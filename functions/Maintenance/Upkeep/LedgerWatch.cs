using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Data;
using WhatsAppBots.Money.Ledger;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Holds the ledger against its rules once an hour, and tells how many it breaks as the metric <c>ledger.faults</c>.</summary>
public sealed partial class LedgerWatch
{
    private static readonly Meter _meter = new("WhatsAppBots.Maintenance");
    private static readonly TimeSpan _every = TimeSpan.FromHours(1);

    // A check that fails is made again at the next call; what was found before it is told on meanwhile, but not for ever.
    private static readonly TimeSpan _fresh = 2 * _every;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<LedgerWatch> _logger;
    private volatile Found? _last;

    /// <summary>Registers the metric.</summary>
    public LedgerWatch(Database database, TimeProvider time, ILogger<LedgerWatch> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        _meter.CreateObservableGauge(
            "ledger.faults", () => _last is { } last && _time.GetElapsedTime(last.At) < _fresh ? [new Measurement<int>(last.Faults)] : Array.Empty<Measurement<int>>(),
            description: "Rules the ledger breaks; never anything but 0");
    }

    /// <summary>Checks where the last check of this process is an hour old; otherwise does nothing.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && _time.GetElapsedTime(last.At) < _every) return;
        var at = _time.GetTimestamp();
        await using var connection = await _database.General.OpenConnectionAsync(cancellationToken);
        var faults = await LedgerCheck.RunAsync(connection, cancellationToken);
        if (faults.Count > 0) Log.LedgerIsWrong(_logger, faults.Count, faults[0].Rule, faults[0].What);
        _last = new Found(at, faults.Count);
    }

    private sealed record Found(long At, int Faults);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The ledger breaks its rules {Count} times; the first: {Rule}: {What}")]
        public static partial void LedgerIsWrong(ILogger logger, int count, string rule, string what);
    }
}
