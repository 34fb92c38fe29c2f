using Dapper;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Contracts;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations;

/// <summary>Claims the configured numbers for the default workspace, where nobody else did, and learns what is known of each.</summary>
internal sealed class NumberRegistration(Database database, Numbers numbers) : IHostedService
{
    private const string ClaimSql =
        """
        insert into platform.numbers (number_id, workspace_id) select unnest(@ids), @workspace on conflict do nothing
        """;

    private const string ReadSql = "select number_id, workspace_id, bot, account_id, phone from platform.numbers";

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(ClaimSql, new { ids = numbers.Bots.Keys.Order().ToArray(), workspace = Workspaces.Default });
        var rows = (await connection.QueryAsync<(string Number, long Workspace, string? Bot, string? Account, string? Phone)>(ReadSql)).ToList();
        numbers.SetTold(rows.Select(row => new ToldNumber(row.Number, row.Bot, row.Account, row.Phone)));
        numbers.SetWorkspaces(rows.ToDictionary(row => row.Number, row => row.Workspace));
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
