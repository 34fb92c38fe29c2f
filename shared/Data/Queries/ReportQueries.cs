using System.Text.Json;

namespace WhatsAppBots.Data.Queries;

/// <summary>Report of maintenance or of money that moved elsewhere.</summary>
/// <param name="Kind"><c>weekly</c>, <c>backup</c>, <c>dispute</c> and others.</param>
/// <param name="Ok">True: nobody needs to look.</param>
/// <param name="Body">Details; their members depend on the kind.</param>
public sealed record ReportView(long Id, string Kind, DateTimeOffset At, bool Ok, JsonElement Body);

/// <summary>Reads reports, newest first.</summary>
public sealed class ReportQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select id, kind, at, ok, body::text from platform.reports
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    /// <summary>Reads a page of reports.</summary>
    public Task<Page<ReportView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.PageAsync<(long Id, string Kind, DateTime At, bool Ok, string Body), ReportView>(
            ListSql, page, row => new(row.Id, row.Kind, row.At, row.Ok, JsonSerializer.Deserialize<JsonElement>(row.Body)), item => item.Id,
            cancellationToken);
}
