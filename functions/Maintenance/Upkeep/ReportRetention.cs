using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>Keeps reports for a year.</summary>
internal sealed class ReportRetention : IRetention
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(366);

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) => [new(null, "delete from platform.reports where at < @before", _kept)];
}
