using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class EventQueueTests : EngineTest
{
    private readonly Recorder _recorder = new();
    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Event_HeardManyTimesByTwoProcesses_HasItsEffectOnce()
    {
        var (one, two) = (Queue(), Queue());
        var body = Body("e1");
        await Task.WhenAll(Hear(one, body), Hear(one, body), Hear(two, body));
        await Hear(one, body);
        Assert.Equal(["e1"], await QueryAsync<string>("select name from effects"));
        Assert.Equal(0, await CountAsync("events.queue"));
    }

    [Fact]
    public async Task Event_WhoseHandlerThrows_IsTriedAgainLaterAndDies_WhileOthersGoOn()
    {
        _recorder.Fails = id => id == "bad";
        var queue = Queue();
        await Task.WhenAll(Hear(queue, Body("bad")), Hear(queue, Body("good")));
        Assert.Equal(["good"], await QueryAsync<string>("select name from effects"));
        for (var n = 0; n < 5; n++)
        {
            Assert.Equal(0, await CountAsync("events.dead_letters"));
            Time.Advance(TimeSpan.FromSeconds(20));
            await queue.DrainAsync(Apps.Images, CancellationToken.None);
        }

        Assert.Equal(
            [("event", "bad", 6)], await QueryAsync<(string, string, int)>("select source, cause, attempts from events.dead_letters"));
        Assert.Equal(0, await CountAsync("events.queue"));
    }

    [Fact]
    public async Task Event_OfAProcessThatDiedAtWork_IsFreeAgainAfterItsClaim()
    {
        Body("e2");
        await ExecuteAsync(
            "insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at) values ('e2', 'images', @type, 1, @body, @at, @at)",
            new { type = EventTypes.UserMediaReceived, body = Body("e2"), at = Time.GetUtcNow().AddSeconds(90).UtcDateTime });
        await Queue().DrainAsync(Apps.Images, CancellationToken.None);
        Assert.Equal(0, await CountAsync("effects"));
        Time.Advance(TimeSpan.FromSeconds(91));
        await Queue().DrainAsync(Apps.Images, CancellationToken.None);
        Assert.Equal(1, await CountAsync("effects"));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("{\"id\":1}")]
    [InlineData("\0")]
    public async Task Event_ThatCannotBeRead_IsADeadLetterAndHoldsUpNobody(string body)
    {
        var queue = Queue();
        await Hear(queue, body);
        await Hear(queue, Body("e3"));
        Assert.Equal(["e3"], await QueryAsync<string>("select name from effects"));
        Assert.Equal(1, await CountAsync("events.dead_letters where cause = 'unreadable'"));
    }

    private static Task Hear(EventQueue queue, string body) => queue.HearAsync(Apps.Images, body, CancellationToken.None);

    private EventQueue Queue()
    {
        var routing = new EventRouting(overBus: false);
        var bells = new EventBells(routing);
        return new EventQueue(_connections, [_recorder], new EventPublisher(routing, bells), bells, Time, NullLogger<EventQueue>.Instance);
    }

    private string Body(string id)
    {
        ExecuteAsync("create table if not exists effects (name text)").Wait();
        return JsonSerializer.Serialize(
            new CloudEvent
            {
                Id = id, Source = "/test", Type = EventTypes.UserMediaReceived, Subject = "1", Workspace = 1, Time = Time.GetUtcNow(),
                Data = JsonSerializer.SerializeToElement(new { }),
            },
            ContractsJson.Default.CloudEvent);
    }

    private sealed class Recorder : IEventHandler
    {
        public Func<string, bool> Fails { get; set; } = _ => false;

        public string Receiver => Apps.Images;

        public string Type => EventTypes.UserMediaReceived;

        public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
        {
            if (Fails(e.Id)) throw new InvalidOperationException("told to");
            return Task.FromResult(new EventOutcome(async (connection, transaction, token) =>
            {
                await using var command = new Npgsql.NpgsqlCommand("insert into effects values ($1)", connection, transaction);
                command.Parameters.AddWithValue(e.Id);
                await command.ExecuteNonQueryAsync(token);
            }));
        }
    }
}
