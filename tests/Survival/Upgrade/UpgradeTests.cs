using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Media;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>
/// A database of the release before, with people in every state, timers due, messages unsent and an order in training, goes on with this
/// one. <c>dotnet test</c> takes the database from a file; <c>.ci/upgrade</c> names the older build, which then runs beside this one.
/// </summary>
public sealed class UpgradeTests(ITestOutputHelper output)
{
    // The reminder falls due on the way, and what a bot asked is still open: questions live for half an hour.
    private static readonly TimeSpan _away = TimeSpan.FromMinutes(20);

    private static readonly string _release = Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll");

    /// <summary>Where the older database comes from: the stored one, or the older build's WhatsAppBots.Standalone.dll.</summary>
    public static TheoryData<string> Sources { get; } =
        Environment.GetEnvironmentVariable("UPGRADE_FROM") is { Length: > 0 } program ? [program] : ["stored"];

    private static string? DumpFile => Environment.GetEnvironmentVariable("UPGRADE_DUMP") is { Length: > 0 } file ? file : null;

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task ReleaseBefore_IsMigrated_AndEverybodyGoesOn(string source)
    {
        if (source == "stored") await StoredAsync();
        else if (DumpFile is { } file) await StoreAsync(source, file);
        else await BesideAsync(source);
    }

    private async Task StoredAsync()
    {
        var dump = await Dump.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Upgrade", "release.sql"));
        await using var stage = await Stage.StartAsync(dump.BeganAt, dump.EndedAt + _away);

        // Policies name roles, which belong to a server and no database; whichever is migrated first makes them.
        await (await TestDatabase.CreateAsync()).DisposeAsync();
        await stage.ExecuteAsync(dump.Sql);
        var play = new Play(stage, output);
        await play.AssertStatesAsync();
        Assert.NotEqual(0, await stage.CountAsync("chat.outbox"));
        Assert.NotEqual(0, await stage.CountAsync("images.jobs where state = 'training'"));
        await PutFilesAsync(stage);
        await stage.KnowTunesAsync();
        await stage.HoldTrainingAsync();
        stage.LeadTo(await stage.HostAsync(_release));
        await play.GoOnAsync();
        await play.EndAsync();
        await play.AssertReminderAsync();
        await AssertLedgerAsync(stage);
    }

    private async Task BesideAsync(string older)
    {
        await using var stage = await Stage.StartAsync();
        var play = new Play(stage, output);
        var before = await stage.HostAsync(older);
        stage.LeadTo(before);
        await play.PrepareAsync();

        var after = await stage.HostAsync(_release);
        stage.LeadTo(before, after);
        Assert.NotEqual(0, await stage.CountAsync("chat.outbox"));
        Assert.NotEqual(0, await stage.CountAsync("images.jobs where state = 'training'"));
        await play.GoOnAsync();
        await stage.TakeAsync();
        await play.EndAsync();
        Assert.False(before.HasExited, stage.Logs());
        await stage.MoveClockAsync(after, _away);
        await play.AssertReminderAsync();

        stage.LeadTo(before);
        await play.AskAsync("f", "n=6 re:f");
        stage.LeadTo(after);
        await play.AskAsync("g", "n=7 re:g");
        await before.TerminateAsync();
        await play.AskAsync("h", "n=8 re:h");
        await play.EndAsync();
        await AssertLedgerAsync(stage);
    }

    private async Task StoreAsync(string older, string file)
    {
        await using var stage = await Stage.StartAsync();
        // A file that is read again and again needs no three statuses of each message.
        await stage.ChangeAsync("/sim/delivery", new JsonObject { ["statuses"] = false });
        var host = await stage.HostAsync(older);
        stage.LeadTo(host);
        var play = new Play(stage, output);
        await play.PrepareAsync();
        await host.TerminateAsync();
        await Dump.WriteAsync(stage, file);
    }

    // The files of a media store are no part of a database.
    private static async Task PutFilesAsync(Stage stage)
    {
        var services = new ServiceCollection().AddMedia(
            new ConfigurationBuilder().AddInMemoryCollection([new("MEDIA_STORE", stage.MediaFolder)]).Build());
        await using var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IMediaStore>();
        var seed = 0;
        foreach (var key in await stage.QueryAsync<string>(
            "select store_key from images.photos where store_key is not null union "
            + "select cover_key from images.packs where cover_key is not null"))
        {
            await store.WriteAsync(key, new MemoryStream(SamplePhotos.Png(++seed)), "image/png", CancellationToken.None);
        }
    }

    private static async Task AssertLedgerAsync(Stage stage)
    {
        await using var connection = new NpgsqlConnection(stage.Database);
        await connection.OpenAsync();
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
    }
}
