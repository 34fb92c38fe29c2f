using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Maintenance;

public sealed class UpkeepTests : EngineTest
{
    private readonly Mock<IMediaStore> _media = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-backup-");
    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Week_ErasesWhatWasKeptLongEnoughAndReports()
    {
        await ExecuteAsync(
            $"""
            insert into chat.media (workspace_id, conversation_id, message_provider_id, provider_media_id, store_key, stored_at) values
              (1, 1, 'old', 'm', 'old.jpg', '{At(-400)}'), (1, 1, 'new', 'm', 'new.jpg', '{At(-1)}');
            insert into images.charts (event_id, workspace_id, conversation_id, store_key, is_drawn, at) values
              ('old', 1, 1, 'week.png', true, '{At(-31)}'), ('new', 1, 1, 'week2.png', true, '{At(-29)}');
            insert into money.webhooks (provider, event_id, workspace_id, outcome, body, received_at) values
              ('stripe', 'old', 1, 'ignored', 'of long ago', '{At(-31)}'), ('stripe', 'new', 1, 'ignored', 'of today', '{At(-1)}');
            insert into events.dead_letters (workspace_id, source, cause, payload, error, attempts, died_at, replayed_at) values
              (1, 'event', 'replayed', '', '', 6, '{At(-31)}', '{At(-30)}'), (1, 'event', 'open', '', '', 6, '{At(-31)}', null);
            insert into chat.people (id, workspace_id, created_at) values (1, 1, '{At(-9)}');
            insert into chat.ai_turns (person_id, day, workspace_id, count) values (1, '2026-02-28', 1, 9), (1, '2026-03-01', 1, 9), (1, '2026-03-02', 1, 9);
            insert into chat.heard (key, workspace_id, at) values ('old', 1, '{At(-400)}'), ('new', 1, '{At(-300)}');
            """);

        await CleanUpAsync();

        foreach (var key in new[] { "old.jpg", "week.png" }) _media.Verify(store => store.DeleteAsync(key, It.IsAny<CancellationToken>()), Times.Once);
        _media.VerifyNoOtherCalls();
        Assert.Equal(["new"], await QueryAsync<string>("select message_provider_id from chat.media"));
        Assert.Equal(["week2.png"], await QueryAsync<string>("select store_key from images.charts"));

        Assert.Equal(["new"], await QueryAsync<string>("select key from chat.heard"));

        // The id of a webhook stays for ever: it must not count again after years.
        Assert.Equal(["new:of today", "old:"], await QueryAsync<string>("select event_id || ':' || body from money.webhooks order by event_id"));
        Assert.Equal(["open"], await QueryAsync<string>("select cause from events.dead_letters"));
        Assert.Equal(["2026-03-01", "2026-03-02"], await QueryAsync<string>("select day::text from chat.ai_turns order by day"));
        var report = await ReportAsync("weekly");
        Assert.True((bool)report["ok"]!);
        Assert.Equal((2, 1, 1), ((int)report["body"]!["filesErased"]!, (int)report["body"]!["webhooksEmptied"]!, (int)report["body"]!["deadLetters"]!));
    }

    [Fact]
    public async Task Week_AsksForTheErasureOfPeopleLongGone_ButOfNobodyWhoIsOwedSomething()
    {
        await ExecuteAsync(
            $"""
            insert into chat.people (id, workspace_id, phone, created_at)
              select n, 1, '1555000' || n, '{At(-900)}' from generate_series(1001, 1004) n;
            insert into chat.conversations (id, workspace_id, person_id, number_id, last_inbound_at, created_at) values
              (1001, 1, 1001, '1', '{At(-800)}', '{At(-900)}'), (1002, 1, 1002, '1', '{At(-800)}', '{At(-900)}'),
              (1012, 1, 1002, '2', '{At(-3)}', '{At(-900)}'), (1003, 1, 1003, '1', '{At(-800)}', '{At(-900)}');
            insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, created_at, updated_at)
            values (1, 1003, 'portraits', '{"{}"}', 900, 'USD', 'paid', 'o_1', '{At(-900)}', '{At(-900)}');
            """);

        await CleanUpAsync();
        await CleanUpAsync();

        // The first has been silent for two years, the fourth never wrote at all; the second wrote to another of our numbers.
        var asked = await QueryAsync<string>("select body::jsonb ->> 'data' from events.queue where type = 'whatsappbots.erasure-requested.v1' order by id");
        Assert.Equal(["1001:false", "1004:false"], asked.Select(data => JsonNode.Parse(data)).Select(data => $"{data!["personId"]}:{data["suppress"]}"));
    }

    [Fact]
    public async Task Week_WithALedgerThatIsWrong_SaysWhatIsWrong()
    {
        // As somebody might who goes around the rules.
        await ExecuteAsync(
            $"""
            alter table money.entries disable trigger all;
            insert into money.accounts (workspace_id, kind, currency, floored, created_at) values (1, 'revenue', 'EUR', false, '{At(-1)}');
            insert into money.movements (workspace_id, key, reason, currency, at) values (1, 'k', 'r', 'EUR', '{At(-1)}');
            insert into money.entries values (1, 1, 100);
            """);

        await CleanUpAsync();

        var report = await ReportAsync("weekly");
        Assert.False((bool)report["ok"]!);
        Assert.Contains(report["body"]!["ledgerFaults"]!.AsArray(), fault => fault!.ToString().StartsWith("entries sum to zero", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Week_WithMoneyThatIsStuck_IsNotWell()
    {
        await ExecuteAsync(
            $"""
            insert into money.orders (workspace_id, conversation_id, bot, item, amount, currency, state, reference, created_at, updated_at)
            values (1, 1, 'portraits', '{"{}"}', 900, 'USD', 'paid', 'o_1', '{At(-4)}', '{At(-3)}')
            """);

        await CleanUpAsync();

        Assert.False((bool)(await ReportAsync("weekly"))["ok"]!);
    }

    [Fact]
    public async Task Backup_CanBeRestored_AndOldOnesGo()
    {
        await Host.SayAsync("15550001", "keep me");
        for (var n = 0; n < 3; n++)
        {
            await BackUpAsync(new BackupOptions(_folder.FullName, null, 2));
            Time.Advance(TimeSpan.FromDays(1));
        }

        var files = _folder.GetFiles();
        Assert.Equal(2, files.Length);
        var listing = await ListAsync(files[0].FullName);
        Assert.Contains("TABLE DATA chat messages_", listing, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync("platform.reports where kind = 'backup' and ok and (body ->> 'bytes')::bigint > 1000"));
    }

    [Fact]
    public async Task Backup_ThatFails_IsReported()
    {
        var file = Path.Combine(_folder.FullName, "a-file");
        await File.WriteAllTextAsync(file, "");
        await BackUpAsync(new BackupOptions(file, null, 2));
        await BackUpAsync(new BackupOptions(null, new Uri("http://127.0.0.1:9/backup"), 2));

        Assert.Equal(2, await CountAsync("platform.reports where kind = 'backup' and not ok and body ->> 'error' <> ''"));
    }

    [Fact]
    public async Task Backup_ThatIsNotConfigured_IsNotMade()
    {
        await BackUpAsync(BackupOptions.Read(new ConfigurationBuilder().Build()));
        Assert.Equal(0, await CountAsync("platform.reports"));
    }

    private string At(int days) => Time.GetUtcNow().AddDays(days).ToString("O");

    private Task CleanUpAsync()
    {
        var retention = new RetentionOptions();
        var routing = new EventRouting(overBus: false);
        return new WeeklyCleanup(
            _connections, new Partitions(_connections, retention, Time), retention, _media.Object,
            new EventPublisher(routing, new EventBells(routing)), new Reports(_connections, Time), Owners.Retention, Owners.People,
            Options.Create(new SecretKey()), Time,
            NullLogger<WeeklyCleanup>.Instance).RunAsync(CancellationToken.None);
    }

    private Task BackUpAsync(BackupOptions options) =>
        new Backup(_connections, options, new Reports(_connections, Time), Time, NullLogger<Backup>.Instance).RunAsync(CancellationToken.None);

    private async Task<JsonNode> ReportAsync(string kind) => JsonNode.Parse(
        (await QueryAsync<string>($"select to_jsonb(r)::text from platform.reports r where kind = '{kind}'")).Single())!;

    private static async Task<string> ListAsync(string dump)
    {
        var program = Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", "pg_restore")).Last(File.Exists);
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(program, ["--list", dump]) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync();
    }
}
