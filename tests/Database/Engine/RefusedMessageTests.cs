using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>A message that no channel takes is a bug of ours, and never the end of a turn.</summary>
public sealed class RefusedMessageTests : EngineTest
{
    private const string Phone = "15550001";

    private readonly ServiceProvider _product = new ServiceCollection().AddLogging()
        .AddWhatsApp(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("MEDIA_STORE", (string?)Path.GetTempPath())]).Build())
        .BuildServiceProvider();

    private FakeChannel _meta = null!;

    public override async Task InitializeAsync()
    {
        _meta = new FakeChannel { Rules = _product.GetRequiredService<IChannel>() };
        await base.InitializeAsync();
        await Host.DisposeAsync();
        Host = await StartHostAsync(_meta);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task Choices_ThatAreRefused_AreSaidAsNumbersAndCanBeChosen()
    {
        var longest = new string('i', 300);
        Bot.Override = (_, input) => input is MessageInput { Message.Content: ChoiceContent choice }
            ? In("chosen", new Say(new TextMessage($"chose {choice.Title}")))
            : In("choosing", new Say(new ButtonsMessage("Which?", [new Choice("1", "one"), new Choice(longest, "two")])), new Say(new TextMessage("And?")));
        await Host.SayAsync(Phone, "hi");
        await Host.SayAsync(Phone, "2");

        Assert.Equal(["Which?\n\n1. one\n2. two", "And?", "chose two"], _meta.TextsTo(Phone));
        Assert.Equal(["chosen"], await QueryAsync<string>("select state from chat.conversations"));
        Assert.Equal(0, await CountAsync("chat.inbox"));
        var (source, error) = Assert.Single(await QueryAsync<(string, string)>("select source, error from events.dead_letters where conversation_id is not null"));
        Assert.Equal("outbox", source);
        Assert.Contains("interactive.action.buttons[1].reply.id: 300 characters", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_WithoutWordsThatIsRefused_IsApologizedForAndCounted()
    {
        var counted = 0L;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "engine.refused_messages") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, amount, _, _) => Interlocked.Add(ref counted, amount));
        listener.Start();
        Bot.Override = (_, _) => In("x", new Say(new MediaMessage(MediaKind.Image, new MediaSource())), new StartTimer("t", Time.GetUtcNow().AddHours(1)));
        await Host.SayAsync(Phone, "hi");

        Assert.Equal(["sorry"], _meta.TextsTo(Phone));
        Assert.Equal(1, await CountAsync("chat.timers"));
        Assert.True(Interlocked.Read(ref counted) >= 1);
    }

    [Fact]
    public async Task Link_ThatIsRefused_IsSaidWithItsAddress()
    {
        Bot.Override = (_, _) => In("x", new Say(new LinkMessage("Here:", "Open", new Uri("ftp://a.example/1"))));
        await Host.SayAsync(Phone, "hi");
        Assert.Equal(["Here:\n\nOpen: ftp://a.example/1"], _meta.TextsTo(Phone));
    }

    [Fact]
    public async Task Template_ThatIsRefused_IsKeptAsFailedAndTheTurnGoesOn()
    {
        Bot.Override = (_, _) => In("x", new Say(new TemplateMessage("No such name", "en", [], "t")), new Say(new TextMessage("went on")));
        await Host.SayAsync(Phone, "hi");
        Assert.Equal(["went on"], _meta.TextsTo(Phone));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed'"));
        Assert.Equal(1, await CountAsync("events.dead_letters where source = 'outbox'"));
    }

    private static Transition In(string state, params Effect[] effects) => new(state, "{}", effects);
}
