using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images.Charts;
using WhatsAppBots.Images.Erasure;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Pictures;

public sealed class ChartRequestTests : EngineTest
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Mock<IMediaStore> _media = new();
    private bool _canDraw = true;
    private int _drawn;
    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        _media.Setup(store => store.WriteAsync(It.IsAny<string>(), It.IsAny<Stream>(), "image/png", It.IsAny<CancellationToken>()))
            .Returns((string key, Stream content, string _, CancellationToken _) => Keep(key, content));
        _media.Setup(store => store.DeleteAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string key, CancellationToken _) => Task.FromResult(_files.Remove(key)));
        await ExecuteAsync(
            """
            insert into chat.people (id, workspace_id, phone) values (1, 1, '15550001');
            insert into chat.conversations (id, workspace_id, person_id, number_id) values (7, 1, 1, '1000');
            """);
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Week_AskedFor_IsStoredAndTold()
    {
        var told = Assert.Single(await HandleAsync(Asked("a")));

        Assert.Equal(("a/chart", EventTypes.ChartReady, "7", "habits"), (told.Id, told.Type, told.Subject, told.Bot));
        var ready = told.Data.Deserialize(ContractsJson.Default.ChartReady)!;
        Assert.Equal((7, "week-47"), (ready.ConversationId, ready.Request));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], _files[ready.StoreKey!][..4]);
    }

    [Fact]
    public async Task Week_AskedForTwice_IsDrawnAndStoredOnce()
    {
        var first = Assert.Single(await HandleAsync(Asked("a")));
        var again = Assert.Single(await HandleAsync(Asked("a")));

        Assert.Equal(first.Data.GetRawText(), again.Data.GetRawText());
        Assert.Equal((1, 1, 1L), (_drawn, _files.Count, await CountAsync("images.charts")));
    }

    // Who dies with the file written and nothing told: its successor writes the same file.
    [Fact]
    public async Task Week_WhosePainterDied_IsDrawnAgainUnderTheSameName()
    {
        await Requests().HandleAsync(Asked("a"), CancellationToken.None);
        var left = Assert.Single(_files).Key;

        var told = Assert.Single(await HandleAsync(Asked("a")));

        Assert.Equal(left, told.Data.Deserialize(ContractsJson.Default.ChartReady)!.StoreKey);
        Assert.Equal((2, 1), (_drawn, _files.Count));
    }

    [Fact]
    public async Task Week_ThatCannotBeDrawnHere_IsToldWithoutAPicture()
    {
        _canDraw = false;

        var told = Assert.Single(await HandleAsync(Asked("a")));

        Assert.Null(told.Data.Deserialize(ContractsJson.Default.ChartReady)!.StoreKey);
        Assert.Equal((0, 0L), (_files.Count, await CountAsync("images.charts")));
        Assert.Null(Assert.Single(Requests().GiveUp(Asked("b"))).Data.Deserialize(ContractsJson.Default.ChartReady)!.StoreKey);
    }

    [Fact]
    public async Task Person_WhoIsErased_TakesTheirChartsAlong()
    {
        await HandleAsync(Asked("a"));
        await HandleAsync(Asked("b"));

        await ExecuteAsync("delete from chat.conversations where id = 7");
        await ApplyAsync(await Forgotten().HandleAsync(Erased(), CancellationToken.None));
        Assert.Equal((0, 0L), (_files.Count, await CountAsync("images.charts")));

        // Asked before and heard after: nobody is there to draw for.
        Assert.Empty(await HandleAsync(Asked("c")));
        Assert.Equal((0, 0L), (_files.Count, await CountAsync("images.charts")));
    }

    [Fact]
    public async Task Person_WhoIsErasedWhileTheirWeekIsDrawn_LeavesNoFile()
    {
        var drawn = await Requests().HandleAsync(Asked("a"), CancellationToken.None);
        await ExecuteAsync("delete from chat.conversations where id = 7; delete from images.charts");

        await ApplyAsync(drawn);

        Assert.Empty(_files);
    }

    private static CloudEvent Erased() => CloudEvent.Of(
        "gone", Apps.Maintenance, EventTypes.PersonErased, 1, null, null, DateTimeOffset.UnixEpoch, new([7]), ContractsJson.Default.PersonErased);

    private CloudEvent Asked(string id) => CloudEvent.Of(
        id, Apps.Messages, EventTypes.ChartAsked, 1, 7, "habits", Time.GetUtcNow(),
        new ChartAsked(7, "week-47", new WeekChart("Your week", "16 – 22", "en", [new("Mon", 1, 1)], [new("Gym", "d", "1 day")], "All done")),
        ContractsJson.Default.ChartAsked);

    private ChartRequests Requests() => new(
        new ChartPainter(NullLogger<ChartPainter>.Instance, chart =>
        {
            _drawn++;
            return _canDraw ? ChartBrush.Png(ChartDrawing.Draw(chart)) : throw new DllNotFoundException();
        }), _media.Object, _connections, Time);

    private PersonForgotten Forgotten() => new(
        _connections, _media.Object,
        new PictureErasure(_connections, _media.Object, new WhatsAppBots.Images.Astria.AstriaClient(new WhatsAppBots.Images.Astria.AstriaOptions(new Uri("http://127.0.0.1:9"), "none"))));

    private async Task<IReadOnlyList<CloudEvent>> HandleAsync(CloudEvent e)
    {
        var outcome = await Requests().HandleAsync(e, CancellationToken.None);
        await ApplyAsync(outcome);
        return outcome.Told;
    }

    private async Task ApplyAsync(EventOutcome outcome)
    {
        if (outcome.Write is { } write)
        {
            await using var connection = await _connections.General.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await write(connection, transaction, CancellationToken.None);
            await transaction.CommitAsync();
        }

        if (outcome.After is { } after) await after(CancellationToken.None);
    }

    private Task Keep(string key, Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        _files[key] = copy.ToArray();
        return Task.CompletedTask;
    }
}
