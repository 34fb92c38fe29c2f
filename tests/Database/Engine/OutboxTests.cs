using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class OutboxTests : EngineTest
{
    private static readonly ProviderError _error = new(0, "test", null);

    [Fact]
    public async Task Send_ThatIsRefusedForThePair_IsTriedAgainInOrderWhileOthersGoOn()
    {
        var refusals = 2;
        Channel.Answer = message => Task.FromResult<SendOutcome?>(
            message.Recipient.Phone == "15550001" && refusals-- > 0 ? new SendOutcome.Retry(RetryScope.Pair, null, _error) : null);
        await Host.StoreAsync(Host.Message("15550001", "two"), Host.Message("15550002", "hi"));
        await UntilAsync(() => Channel.TextsTo("15550002").Count == 1);
        await AdvanceUntilIdleAsync();
        Assert.Equal(["1:two", "1:two", "1:two", "1:again"], Channel.TextsTo("15550001"));
        Assert.Equal(0, await CountAsync("chat.outbox"));
    }

    [Fact]
    public async Task Number_ForWhichTheProviderDoesNotAnswer_LeavesTheOthersTheirRequests()
    {
        var never = new TaskCompletionSource<SendOutcome?>();
        Channel.Answer = message => message.NumberId == "1000" ? never.Task : Task.FromResult<SendOutcome?>(null);
        await using var host = await EngineHost.StartAsync(
            Database.ConnectionString, Bot, Channel, Time,
            services => services.AddSingleton(
                new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited, MaxRequestsInFlight = 8 }),
            ("1000", "test"), ("2000", "test"));
        await host.StoreAsync([.. Enumerable.Range(0, 30).Select(n => host.Message($"1556{n:00}", "hi"))]);
        await host.StoreAsync(host.Message("15570", "hi", number: "2000"));
        for (var n = 0; n < 500 && Channel.TextsTo("15570").Count == 0; n++) await Task.Delay(10);
        Assert.Single(Channel.TextsTo("15570"));
        never.SetResult(null);
        await host.IdleAsync();
        Assert.Equal(31, Channel.Sent.Count);
    }

    [Fact]
    public async Task Outcome_Unknown_IsSettledByAStatusWithoutSendingAgain()
    {
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(new SendOutcome.Unknown("time-out"));
        await Host.StoreAsync(Host.Message("15550001", "hi"));
        await UntilAsync(async () => await CountAsync("chat.outbox where unknown_since is not null") == 1);
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(null);
        var callback = Assert.Single(Channel.Sent).CallbackData;
        await Host.Inbox.StoreAsync(
            new Delivery([], [new MessageStatus("wamid.late", "1000", "15550001", "sent", Time.GetUtcNow(), callback, [], "{}")], []),
            CancellationToken.None);
        await AdvanceUntilIdleAsync();

        Assert.Single(Channel.Sent);
        Assert.Equal(["wamid.late"], await QueryAsync<string>("select provider_id from chat.statuses where status = 'accepted'"));
    }

    [Fact]
    public async Task Outcome_UnknownAndNoStatus_IsSentAgainAndCounted()
    {
        var first = true;
        Channel.Answer = _ =>
        {
            var unknown = first;
            first = false;
            return Task.FromResult<SendOutcome?>(unknown ? new SendOutcome.Unknown("reset") : null);
        };
        await Host.StoreAsync(Host.Message("15550001", "hi"));
        await UntilAsync(async () => await CountAsync("chat.outbox where unknown_since is not null") == 1);
        await AdvanceUntilIdleAsync();

        Assert.Equal(["1:hi", "1:hi"], Channel.TextsTo("15550001"));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'possibly_doubled'"));
    }

    [Fact]
    public async Task Process_ThatDiedSending_IsTakenOverWhenItsLeaseEnds()
    {
        // What a killed process leaves: its lease, and a row whose request may have been accepted.
        await Host.SayAsync("15550001", "hi");
        await ExecuteAsync(
            """
            with m as (insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, at, body)
              select now() - interval '1 minute', 1, id, 'out', 'text', 'lost', now(), '{"is":"text","body":"lost"}' from chat.conversations
              returning id, stored_at, conversation_id)
            insert into chat.outbox (message_id, stored_at, workspace_id, conversation_id) select id, stored_at, 1, conversation_id from m;
            update chat.conversations set queued = queued + 1, sender = gen_random_uuid(), lease_until = clock_timestamp() + interval '1 hour'
            """);
        await Host.StoreAsync(Host.Message("15550001", "next"));
        await Host.IdleAsync();
        Assert.Equal(["1:hi"], Channel.TextsTo("15550001"));

        await ExecuteAsync("update chat.conversations set lease_until = clock_timestamp() - interval '1 second'");
        Time.Advance(TimeSpan.FromHours(1));
        await ExecuteAsync("update chat.outbox set stored_at = stored_at");
        using var sweep = new LeftBehind(Host.Services.GetRequiredService<WhatsAppBots.Data.Database>(), Time);
        var left = await sweep.FindAsync(CancellationToken.None);
        await Host.Engine.RingAsync(left, CancellationToken.None);
        await UntilAsync(async () => await CountAsync("chat.outbox where unknown_since is not null") == 1);
        await AdvanceUntilIdleAsync();

        Assert.Equal(["1:hi", "lost", "2:next"], Channel.TextsTo("15550001"));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'possibly_doubled'"));
    }

    [Fact]
    public async Task TwoProcesses_OnOneConversation_SendEachReplyOnceInOrder()
    {
        await using var other = await StartHostAsync();
        for (var n = 1; n <= 40; n++)
        {
            var host = n % 2 == 0 ? Host : other;
            await host.StoreAsync(host.Message("15550001", $"m{n}"), host.Message($"1556{n % 7:0000}", $"m{n}"));
        }

        await UntilAsync(async () =>
        {
            await Host.IdleAsync();
            await other.IdleAsync();
            return await CountAsync("chat.inbox") + await CountAsync("chat.outbox") == 0;
        });
        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"{n}:m{n}"), Channel.TextsTo("15550001"));
        Assert.Equal(80, Channel.Sent.Count);
    }

    [Fact]
    public async Task Window_Shut_BlocksWhatIsNoTemplate()
    {
        await Host.SayAsync("15550001", "timer 100000");
        Time.Advance(TimeSpan.FromSeconds(100_001));
        await FireAsync();

        Assert.Equal(["1:timer 100000"], Channel.TextsTo("15550001"));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'blocked_by_window'"));
    }

    [Fact]
    public async Task Reminder_ToWhoOptedOut_IsKeptAndNotSent()
    {
        await Host.SayAsync("15550001", "timer 60");
        await Host.SayAsync("15550001", "stop");
        Time.Advance(TimeSpan.FromSeconds(61));
        await FireAsync();

        Assert.Equal(["1:timer 60", "2:stop"], Channel.TextsTo("15550001"));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed'"));
    }

    [Fact]
    public async Task Refusal_ByMetaBecauseTheyOptedOut_IsRemembered()
    {
        Channel.Answer = _ => Task.FromResult<SendOutcome?>(new SendOutcome.Failed(FailureKind.OptedOut, new(131050, "opted out", null)));
        await Host.SayAsync("15550001", "hi");
        await Host.Engine.RingAsync(await QueryAsync<long>("select id from chat.conversations"), CancellationToken.None);
        await Host.IdleAsync();

        // It is the consent to marketing of that number, and says nothing of answers and reminders.
        Assert.Equal(["1000:refusal:131050"], await QueryAsync<string>("select number_id || ':' || taken_back_by from chat.marketing_consents"));
        Assert.Equal(["none"], await QueryAsync<string>("select opt_out from chat.conversations"));
    }

    private async Task FireAsync()
    {
        await Host.Services.GetRequiredService<Conversations.Timers.DueTimers>().FireAsync(CancellationToken.None);
        await Host.IdleAsync();
    }

    private async Task AdvanceUntilIdleAsync()
    {
        var idle = Host.IdleAsync();
        while (!idle.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(idle, Task.Delay(20));
        }

        await idle;
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    // Waits for other threads, not for a clock.
    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 500; i++)
        {
            if (await holds()) return;
            await Task.Delay(20);
        }

        Assert.Fail("It did not come to hold within 10 s.");
    }
}
