using Dapper;

namespace WhatsAppBots.Admin;

/// <summary>Something received and not understood.</summary>
/// <param name="Raw">The JSON as received.</param>
public sealed record UpdateView(long Id, string Field, DateTimeOffset At, string Raw);

/// <summary>Reads what was not understood, newest first.</summary>
public sealed class UpdateReader(Workspace workspace)
{
    private const string ListSql =
        """
        select id, field, received_at as At, raw from chat.updates
        where @After::bigint is null or id < @After order by id desc limit @Limit
        """;

    public Task<Page<UpdateView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<(long Id, string Field, DateTime At, string Raw)>(
                    new CommandDefinition(ListSql, new { page.After, Limit = page.Size + 1 }, transaction, cancellationToken: cancellationToken));
                return page.Cut([.. rows.Select(row => new UpdateView(row.Id, row.Field, row.At, row.Raw))], row => row.Id);
            },
            cancellationToken);
}
