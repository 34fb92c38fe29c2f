using System.Text.Json;
using Dapper;

namespace WhatsAppBots.Admin.Overview;

/// <summary>What maintenance did and found.</summary>
/// <param name="Ok">Nobody needs to look.</param>
public sealed record ReportView(long Id, string Kind, DateTimeOffset At, bool Ok, JsonElement Body);

/// <summary>Reads reports, newest first.</summary>
public sealed class ReportReader(Workspace workspace)
{
    private const string ListSql =
        """
        select id, kind, at, ok, body::text from platform.reports
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    public Task<Page<ReportView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<(long Id, string Kind, DateTime At, bool Ok, string Body)>(
                    new CommandDefinition(ListSql, new { page.After, Limit = page.Size + 1 }, transaction, cancellationToken: cancellationToken));
                return page.Cut(
                    [.. rows.Select(row => new ReportView(row.Id, row.Kind, row.At, row.Ok, JsonSerializer.Deserialize<JsonElement>(row.Body)))], row => row.Id);
            },
            cancellationToken);
}
