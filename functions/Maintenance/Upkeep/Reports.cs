using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations;
using WhatsAppBots.Data;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>What maintenance did and found, for those who run the bots.</summary>
public sealed class Reports(Database database, TimeProvider time)
{
    private const string AddSql =
        "insert into platform.reports (workspace_id, kind, at, ok, body) values (@workspace, @kind, @now, @isWell, @body::jsonb)";

    /// <summary>Keeps a report.</summary>
    /// <param name="kind"><c>weekly</c>, <c>backup</c>.</param>
    /// <param name="isWell">Nobody needs to look.</param>
    public async Task AddAsync(string kind, bool isWell, object body, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            AddSql,
            new { workspace = Workspaces.Default, kind, now = time.GetUtcNow().UtcDateTime, isWell, body = JsonSerializer.Serialize(body, JsonSerializerOptions.Web) },
            cancellationToken: cancellationToken));
    }
}

/// <summary>Keeps reports for a year.</summary>
internal sealed class ReportRetention : IRetention
{
    private static readonly TimeSpan _kept = TimeSpan.FromDays(366);

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) =>
        [new(null, "delete from platform.reports where at < @before", _kept)];
}
