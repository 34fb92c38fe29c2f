using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Testing;
using WhatsAppBots.WhatsApp;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Choices as numbers, on a channel without buttons.</summary>
public sealed class OfferedChoicesTests : EngineTest
{
    private const string Phone = "15550001";

    private readonly ServiceProvider _product = new ServiceCollection().AddLogging()
        .AddWhatsApp(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("MEDIA_STORE", (string?)Path.GetTempPath())]).Build())
        .BuildServiceProvider();

    private FakeChannel _twilio = null!;

    public override async Task InitializeAsync()
    {
        _twilio = new FakeChannel { Rules = _product.GetRequiredService<IChannel>().Of("+15550009") };
        Bot.Override = Answer;
        await base.InitializeAsync();
        await RestartAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _product.DisposeAsync();
    }

    [Fact]
    public async Task Number_MeansWhatWasOfferedLast()
    {
        await SayAsync("offer red green", "2", "offer tea milk rum", "2", "4", "rum", "3. rum");
        Assert.Equal(
            ["offer\n\n1. red\n2. green", "chose green", "offer\n\n1. tea\n2. milk\n3. rum", "chose milk", "said 4", "chose rum", "chose rum"], Texts());
    }

    [Fact]
    public async Task Number_AfterARestartAndInAnotherProcess_MeansTheSame()
    {
        await SayAsync("offer red green");
        await RestartAsync();
        await SayAsync("1");
        await using var other = await StartHostAsync(_twilio);
        await other.SayAsync(Phone, "२");
        await other.SayAsync(Phone, "offer tea milk");
        await SayAsync("2");
        Assert.Equal(["chose red", "chose green", "offer\n\n1. tea\n2. milk", "chose milk"], Texts()[1..]);
    }

    [Fact]
    public async Task Choices_OfOneBreath_AreNumberedOn()
    {
        await SayAsync("offers red,green tea,milk", "3", "1");
        Assert.Equal(["offer\n\n1. red\n2. green", "offer\n\n3. tea\n4. milk", "chose tea", "chose red"], Texts());
    }

    [Fact]
    public async Task Number_AfterTheTalkWentOn_IsAText()
    {
        await SayAsync("offer red green", "hm", "1", "ask", "1", "red");
        Assert.Equal(["said hm", "chose red", "how many?", "said 1", "said red"], Texts()[1..]);
    }

    [Fact]
    public async Task Choices_ThatWereNotSaid_AreNotOffered()
    {
        await SayAsync("offer red green", "stop", "remind tea milk", "1");
        Assert.Equal("chose red", Texts()[^1]);
    }

    [Fact]
    public async Task Number_OnAChannelWithButtons_IsAText()
    {
        await Host.DisposeAsync();
        Host = await StartHostAsync(Channel);
        await SayAsync("offer red green", "1");
        Assert.Equal("said 1", ((TextMessage)Channel.Sent.Last().Content).Body);
        Assert.Equal(1, await CountAsync("chat.conversations where offered is null"));
    }

    [Theory]
    [InlineData(21610, "marketing", false)]
    [InlineData(63024, "none", true)]
    [InlineData(63016, "none", false)]
    public async Task Refusal_ByTwilio_IsLearnt(int code, string optOut, bool unreachable)
    {
        _twilio.Answer = _ => Task.FromResult<SendOutcome?>(new SendOutcome.Failed(FailureKind.Recipient, new ProviderError(code, null, null)));
        await SayAsync("hello");
        await Host.Engine.WorkAsync(await QueryAsync<long>("select id from chat.conversations"), CancellationToken.None);
        Assert.Equal([$"{optOut}/{unreachable}".ToLowerInvariant()], await QueryAsync<string>(
            "select opt_out || '/' || (unreachable_at is not null) from chat.conversations c join chat.people p on p.id = c.person_id"));
    }

    private async Task RestartAsync()
    {
        await Host.DisposeAsync();
        Host = await StartHostAsync(_twilio);
    }

    private async Task SayAsync(params string[] texts)
    {
        foreach (var text in texts) await Host.SayAsync(Phone, text);
    }

    private List<string> Texts() => [.. _twilio.TextsTo(Phone)];

    private static Transition Answer(Conversation conversation, Input input) => (input as MessageInput)?.Message.Content switch
    {
        ChoiceContent choice => In("choosing", new Say(new TextMessage($"chose {choice.Id}"))),
        TextContent { Body: "ask" } => In("asking", new Say(new TextMessage("how many?"))),
        TextContent { Body: "stop" } => In("choosing", new SetOptOut(OptOut.All)),
        TextContent text when text.Body.Split(' ') is ["offer", .. var titles] => In("choosing", new Say(Offer(titles))),
        TextContent text when text.Body.Split(' ') is ["offers", .. var messages] => In("choosing", [.. messages.Select(titles => new Say(Offer(titles.Split(','))))]),
        TextContent text when text.Body.Split(' ') is ["remind", .. var titles] => In("choosing", new Say(Offer(titles), Purpose.Reminder)),
        TextContent text => In(conversation.State, new Say(new TextMessage($"said {text.Body}"))),
        _ => In(conversation.State),
    };

    private static ButtonsMessage Offer(string[] titles) => new("offer", [.. titles.Select(title => new Choice(title, title))]);

    private static Transition In(string state, params Effect[] effects) => new(state, "{}", effects);
}
