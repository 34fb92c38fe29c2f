using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Messages that were accepted and failed later, reminders that waited too long, and reactions beside answers.</summary>
public sealed class ReturnedMessageTests : EngineTest
{
    private static readonly TemplateMessage _template = new("reminder", "en", ["Walk"], "Walk");

    [Fact]
    public async Task Message_ThatFailsLaterBecauseTheWindowIsClosed_IsSentAsItsTemplateOnce()
    {
        Speak(text => new Say(new TextMessage(text), Purpose.Reminder, null, _template));
        await Host.SayAsync("15550001", "walk");
        var first = Channel.Sent.Single();
        await FailAsync(first, 131047);
        await FailAsync(first, 131047);
        await RingAsync();

        Assert.Equal(2, Channel.Sent.Count);
        Assert.Equal("reminder", Assert.IsType<TemplateMessage>(Channel.Sent.Last().Content).Name);
        Assert.Equal(0, await CountAsync("events.dead_letters"));

        // A template for which the window is closed makes no further one.
        await FailAsync(Channel.Sent.Last(), 131047);
        await RingAsync();
        Assert.Equal(2, Channel.Sent.Count);
        Assert.Equal(1, await CountAsync("events.dead_letters where source = 'outbox'"));
    }

    // Meta leaves our own id out of some webhooks; the id that it gave the message when it was accepted says which it is.
    [Theory]
    [InlineData(131047, "template")]
    [InlineData(131000, "again")]
    [InlineData(131042, "stopped")]
    [InlineData(131026, "unreachable")]
    [InlineData(131050, "no marketing")]
    [InlineData(131049, "nothing")]
    public async Task Message_WhoseFailureIsToldWithoutOurId_IsFoundByTheProviders(int code, string expected)
    {
        Channel.Classes[131026] = ErrorClass.Recipient;
        Channel.Classes[131050] = ErrorClass.OptedOut;
        Channel.Classes[131049] = ErrorClass.Marketing;
        Speak(text => new Say(new TextMessage(text), Purpose.Reminder, null, _template));
        await Host.SayAsync("15550001", "walk");
        await Host.SayAsync("15550002", "run");
        var provider = (await QueryAsync<string>(
            "select provider_id from chat.statuses where status = 'accepted' and message_id = @id", new { id = long.Parse(Channel.Sent.First().CallbackData[2..], CultureInfo.InvariantCulture) })).Single();
        for (var times = 0; times < 2; times++)
        {
            await Host.Inbox.StoreAsync(
                new Delivery([], [new MessageStatus(provider, "1000", MessageStatus.Untold, "failed", Time.GetUtcNow(), null, [new(code, "title", null)], "{}")], []),
                CancellationToken.None);
            await RingAsync();
        }

        var more = Channel.Sent.Skip(2).ToList();
        Assert.Equal(expected switch { "template" => ["template"], "again" => ["text"], _ => Array.Empty<string>() }, more.Select(message => message.Content.Type));
        Assert.All(more, message => Assert.Equal("15550001", message.Recipient.Phone));
        Assert.Equal(expected == "stopped" ? 1 : 0, await CountAsync("chat.number_stops where code = 131042"));
        Assert.Equal(expected == "stopped" ? 1 : 0, await CountAsync("chat.outbox"));
        Assert.Equal(
            expected == "unreachable" ? ["15550001"] : [], await QueryAsync<string>("select phone from chat.people where unreachable_at is not null"));
        Assert.Equal(
            expected == "no marketing" ? ["15550001"] : [],
            await QueryAsync<string>("select p.phone from chat.marketing_consents k join chat.people p on p.id = k.person_id where k.taken_back_at is not null"));
        Assert.Equal(0, await CountAsync("events.dead_letters"));
        Assert.Equal(0, await CountAsync("chat.updates"));
    }

    // The release before hands every event to a bot: what it cannot know is tried again, and kept where nobody can do it.
    [Fact]
    public async Task Message_ThatComesBack_IsForNoBotOfAReleaseThatDoesNotKnowIt()
    {
        await Host.SayAsync("15550001", "hi");
        await FailAsync(Channel.Sent.Single(), 131000);
        var waiting = Assert.Single(await QueryAsync<string>("select payload from chat.inbox"));
        Assert.Equal("engine", Assert.IsType<EventInput>(JsonSerializer.Deserialize(waiting, HandlingJson.Default.Input)).Bot);
    }

    [Fact]
    public async Task Messages_RefusedAtOnceBecauseTheWindowIsClosed_AreSentAsTheirTemplatesInOrder()
    {
        Speak(text => new Say(new TextMessage(text), Purpose.Reminder, null, _template with { Text = text }));
        Channel.Answer = message => Task.FromResult<SendOutcome?>(
            message.Content is TextMessage ? new SendOutcome.Failed(FailureKind.Window, new(131047, "re-engagement", null)) : null);
        await Host.StoreAsync(Host.Message("15550001", "a"), Host.Message("15550001", "b"), Host.Message("15550001", "c"));
        await Host.IdleAsync();
        Assert.Equal(["a", "b", "c"], Channel.Sent.Select(message => message.Content).OfType<TemplateMessage>().Select(sent => sent.Text));
        Assert.Equal(3, await CountAsync("chat.statuses where status = 'blocked_by_window'"));
    }

    [Fact]
    public async Task Message_ThatFailsLaterWithoutATemplate_IsADeadLetterOnce()
    {
        await Host.SayAsync("15550001", "hi");
        await FailAsync(Channel.Sent.Single(), 131047);
        await FailAsync(Channel.Sent.Single(), 131047);
        await RingAsync();
        Assert.Single(Channel.Sent);
        Assert.Equal(1, await CountAsync("events.dead_letters where source = 'outbox' and error like '%131047%'"));
    }

    [Fact]
    public async Task Message_ThatFailsLaterForAReasonThatPasses_IsSentOnceMore()
    {
        await Host.SayAsync("15550001", "hi");
        await FailAsync(Channel.Sent.Single(), 131000);
        await RingAsync();
        Assert.Equal(["1:hi", "1:hi"], Channel.TextsTo("15550001"));
        await FailAsync(Channel.Sent.Last(), 131000);
        await RingAsync();
        Assert.Equal(2, Channel.Sent.Count);
        Assert.Equal(1, await CountAsync("events.dead_letters where source = 'outbox'"));
    }

    [Fact]
    public async Task Message_ThatFailsLaterBecauseOfThePerson_IsNotSentAgain()
    {
        Channel.Classes[131026] = ErrorClass.Recipient;
        Channel.Classes[131049] = ErrorClass.Marketing;
        await Host.SayAsync("15550001", "hi");
        await FailAsync(Channel.Sent.Single(), 131049);
        await FailAsync(Channel.Sent.Single(), 131026);
        await RingAsync();
        Assert.Single(Channel.Sent);
        Assert.Equal(0, await CountAsync("chat.number_stops"));
    }

    [Fact]
    public async Task Reminder_ThatComesBackAfterTheyOptedOut_IsNotSent()
    {
        Speak(text => new Say(new TextMessage(text), Purpose.Reminder, null, _template));
        await Host.SayAsync("15550001", "walk");
        await ExecuteAsync("update chat.conversations set opt_out = 'all'");
        await FailAsync(Channel.Sent.Single(), 131047);
        await RingAsync();
        Assert.Single(Channel.Sent);
    }

    [Fact]
    public async Task Refusals_ThatPass_AreTriedForAnHourAndThenFail()
    {
        var tries = 0;
        Channel.Answer = _ =>
        {
            tries++;
            return Task.FromResult<SendOutcome?>(new SendOutcome.Retry(RetryScope.Pair, null, new(131016, "unavailable", null)));
        };
        var started = Time.GetUtcNow();
        await Host.StoreAsync(Host.Message("15550001", "hi"));
        var idle = Host.IdleAsync();
        while (!idle.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await Task.WhenAny(idle, Task.Delay(5));
        }

        Assert.InRange(tries, 10, 30);
        Assert.InRange(Time.GetUtcNow() - started, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(75));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed' and error like '%131016%'"));
        Assert.Equal(0, await CountAsync("chat.statuses where status = 'possibly_doubled'"));
    }

    [Fact]
    public async Task Refusal_OfAMessageThatWasTakenAfterAll_IsSettledByItsStatus()
    {
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(new SendOutcome.Retry(RetryScope.Pair, TimeSpan.FromSeconds(30), new(131000, "wrong", null)));
        await Host.StoreAsync(Host.Message("15550001", "hi"));
        for (var n = 0; n < 200 && Channel.Sent.IsEmpty; n++) await Task.Delay(20);
        await Host.Inbox.StoreAsync(
            new Delivery([], [new MessageStatus("wamid.x", "1000", "15550001", "sent", Time.GetUtcNow(), Channel.Sent.Single().CallbackData, [], "{}")], []),
            CancellationToken.None);
        var idle = Host.IdleAsync();
        while (!idle.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(idle, Task.Delay(20));
        }

        Assert.Single(Channel.Sent);
        Assert.Equal(["wamid.x"], await QueryAsync<string>("select provider_id from chat.statuses where status = 'accepted'"));
    }

    [Fact]
    public async Task Reminder_ThatWaitedTooLong_FailsInsteadOfComingLate()
    {
        Speak(text => new Say(new TextMessage(text), Purpose.Reminder, null, _template));
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(new SendOutcome.Failed(FailureKind.Sender, new(190, "token", null)));
        await Host.SayAsync("15550001", "walk");
        Assert.Equal(1, await CountAsync("chat.outbox"));
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(null);
        Time.Advance(TimeSpan.FromHours(7));
        await ExecuteAsync("update chat.number_stops set ended_at = now()");
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        await RingAsync();
        Assert.Single(Channel.Sent);
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed' and error like '%too old%'"));
        Assert.Equal(0, await CountAsync("chat.outbox"));
    }

    // 45 at once and one in six seconds: forty thumbs must not make the answer behind them wait.
    [Fact]
    public async Task Reactions_LeaveTenOfTheBurstToAnswers()
    {
        Bot.Override = (conversation, input) => new Transition("s", "{}", input is MessageInput { Message: { Id: var id, Content: TextContent text } }
            ? [text.Body == "photo" ? new Say(new ReactionMessage(id, "👍")) : new Say(new TextMessage(text.Body))]
            : []);
        await Host.DisposeAsync();
        Host = await EngineHost.StartAsync(
            Database.ConnectionString, Bot, Channel, Time,
            services => services.AddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, TextsPerPerson = Rate.Unlimited }));
        await Host.StoreAsync([.. Enumerable.Range(0, 40).Select(_ => Host.Message("15550001", "photo"))]);
        await Host.StoreAsync([.. Enumerable.Range(0, 10).Select(n => Host.Message("15550001", $"answer {n}"))]);
        await Host.IdleAsync();

        Assert.Equal(10, Channel.TextsTo("15550001").Count);
        Assert.Equal(35, Channel.Sent.Count(message => message.Content is ReactionMessage));
        Assert.Equal(5, await CountAsync("chat.statuses where status = 'left_out'"));
    }

    private void Speak(Func<string, Say> say) => Bot.Override = (conversation, input) => new Transition(
        "s", "{}", input is MessageInput { Message.Content: TextContent text } ? [say(text.Body)] : []);

    private Task FailAsync(OutgoingMessage message, int code) => Host.Inbox.StoreAsync(
        new Delivery(
            [], [new MessageStatus($"wamid.of.{message.CallbackData}", "1000", "15550001", "failed", Time.GetUtcNow(), message.CallbackData, [new(code, "title", null)], "{}")], []),
        CancellationToken.None);

    private async Task RingAsync()
    {
        await Host.Engine.RingAsync(await QueryAsync<long>("select id from chat.conversations"), CancellationToken.None);
        await Host.IdleAsync();
    }
}
