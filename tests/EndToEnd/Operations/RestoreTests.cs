using System.Globalization;
using System.Net;
using Dapper;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.LocalPostgres;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Testing;

namespace WhatsAppBots.EndToEnd.Tests.Operations;

/// <summary>A backup is worth what can be restored from it: onto a server that has never heard of us, by the runbook's own command.</summary>
public sealed class RestoreTests : Site, IAsyncLifetime
{
    private const string Phone = "15557770001";

    private static readonly string _root = FindRoot();

    private readonly DirectoryInfo _backups = Directory.CreateTempSubdirectory("whatsappbots-backups-");
    private readonly DirectoryInfo _elsewhere = Directory.CreateTempSubdirectory("whatsappbots-elsewhere-");
    private PostgresServer? _server;

    protected override IEnumerable<string> Settings => [$"--BACKUP_FOLDER={_backups.FullName}"];

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
        _backups.Delete(recursive: true);
        _elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task Backup_RestoredOntoANewServer_GoesOnWhereItWas()
    {
        await SayAsync(Phone, "one");
        await SayAsync(Phone, "two");
        await UntilAsync(() => TextsAsync(Phone), texts => texts.Count == 2);
        var paid = await PayAsync();
        await UntilAsync(() => CountAsync("chat.seen where cause like 'event:payment:%'"), heard => heard == 1);
        await UntilAsync(
            () => CountAsync("(select conversation_id from chat.outbox union all select conversation_id from chat.inbox) w"), waiting => waiting == 0);

        await ActivatorUtilities.CreateInstance<UpkeepTimers>(Services).BackUp(new TimerInfo(), CancellationToken.None);
        var before = await CountsAsync(Database.ConnectionString);

        // What comes after the backup is what a restore loses.
        await SayAsync(Phone, "three");
        await UntilAsync(() => TextsAsync(Phone), texts => texts.Count == 3);

        var restored = await RestoreAsync();
        Assert.Equal(before, await CountsAsync(restored));
        await using (var connection = new NpgsqlConnection(restored))
        {
            await connection.OpenAsync();
            Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
        }

        await MoveAsync(restored);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/health")).Status);
        await SayAsync(Phone, "four");
        Assert.Equal(["n=3 re:four"], await UntilAsync(() => TextsAsync(Phone), texts => texts.Count > 0));

        // The provider tells again of what was paid before.
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        Assert.Equal(HttpStatusCode.OK, await paid.PostAsync(http));
        Assert.Equal(1, await CountAsync("money.payments"));
        Assert.Single(await ItemsAsync("/api/orders"));
        Assert.Equal(["n=3 re:four"], await TextsAsync(Phone));
    }

    [Fact]
    public async Task Restore_OverADatabaseThatIsThere_IsRefused()
    {
        await ActivatorUtilities.CreateInstance<UpkeepTimers>(Services).BackUp(new TimerInfo(), CancellationToken.None);
        var own = new NpgsqlConnectionStringBuilder(Database.ConnectionString);

        var command = await RestoreAsync($"postgresql://{own.Username}@{own.Host}:{own.Port}/{own.Database}", own.Password!);

        Assert.NotEqual(0, command.Exit);
        Assert.Contains("already exists", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_OfTheRunbook_DoWhatTheyAreThereFor()
    {
        await ExecuteAsync(
            "insert into events.dead_letters (workspace_id, source, receiver, cause, payload, error, attempts, died_at) values (1, 'event', 'payments', 'c', '{}', 'why', 5, now())");
        var own = new NpgsqlConnectionStringBuilder(Database.ConnectionString);
        var environment = new Dictionary<string, string?>
        {
            ["URL"] = Url, ["KEY"] = ApiKey, ["DATABASE_URL"] = $"postgresql://{own.Username}@{own.Host}:{own.Port}/{own.Database}", ["PGPASSWORD"] = own.Password,
        };
        var lines = (await File.ReadAllLinesAsync(Path.Combine(_root, "infra", "runbook.md"))).Where(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim()).Where(line => line.StartsWith("curl", StringComparison.Ordinal) || line.StartsWith("psql", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, lines.Count);
        foreach (var line in lines)
        {
            var command = await Command.RunAsync("bash", ["-c", line], environment);
            Assert.True(command.Exit == 0, line + command.Error);
        }

        Assert.Equal(1, await CountAsync("events.dead_letters where replays = 1"));
    }

    // As on a managed server: the owner is no superuser, and makes databases and roles all the same.
    private async Task<string> RestoreAsync()
    {
        _server = await TestServer.StartNewAsync(_elsewhere.FullName);
        await using (var connection = new NpgsqlConnection(_server.ServerConnectionString))
        {
            await connection.ExecuteAsync("create role keeper login createdb createrole password 'kept'");
        }

        var server = new NpgsqlConnectionStringBuilder(_server.ServerConnectionString);
        var command = await RestoreAsync($"postgresql://keeper@127.0.0.1:{server.Port}/restored?connect_timeout=10", "kept");
        Assert.True(command.Exit == 0, command.Error + command.Output);
        Assert.Contains("the ledger holds", command.Output, StringComparison.Ordinal);
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = "keeper", Password = "kept", Database = "restored" }.ConnectionString;
    }

    // The line of the runbook, with a file and a database of ours in it.
    private async Task<Command> RestoreAsync(string url, string password)
    {
        var line = (await File.ReadAllLinesAsync(Path.Combine(_root, "infra", "runbook.md")))
            .Single(line => line.StartsWith("    ", StringComparison.Ordinal) && line.Contains("infra/restore.sh", StringComparison.Ordinal)).Trim();
        line = line.Replace("BACKUP", Assert.Single(_backups.GetFiles()).FullName, StringComparison.Ordinal).Replace("NEW_DATABASE_URL", $"'{url}'", StringComparison.Ordinal);
        return await Command.RunAsync("bash", ["-c", line], new Dictionary<string, string?> { ["PGPASSWORD"] = password }, _root);
    }

    private async Task<SignedWebhook> PayAsync()
    {
        var conversation = long.Parse((await ConversationAsync(Phone))!["id"]!.ToString(), CultureInfo.InvariantCulture);
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        var order = await OrderBook.OpenAsync(
            connection, null, 1, conversation, "echo", "{}", 1290, "EUR", "test", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var paid = SignedWebhook.Of(SignedWebhook.Generic, "kept", "kept", order.Reference);
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        Assert.Equal(HttpStatusCode.OK, await paid.PostAsync(http));
        await UntilAsync(() => QueryAsync<string>("select state from money.orders"), states => states.Single() == "paid");
        return paid;
    }

    // Every table by its rows, but for what the backup itself and the clock of the host write.
    private static async Task<List<string>> CountsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        var tables = await connection.QueryAsync<string>(
            """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'platform', 'chat', 'events', 'money', 'images', 'habits') and c.relkind in ('r',
                'p') and c.relname <> 'reports' order by 1
            """);
        var counts = new List<string>();
        foreach (var table in tables) counts.Add($"{table} {await connection.QuerySingleAsync<long>($"select count(*) from {table}")}");
        return counts;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}
