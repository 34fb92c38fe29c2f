using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Access.Store;

/// <summary>Sessions are kept for three months, for who wants to know which there were.</summary>
internal sealed class SessionRetention : IRetention
{
    private const string OldSql = "delete from auth.sessions where created_at < @before";

    private static readonly TimeSpan _kept = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) => [new("sessionsDeleted", OldSql, _kept)];
}
