using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Numbers that may not send: they wait, whoever tells of it, and others go on.</summary>
public sealed class StoppedNumberTests : EngineTest
{
    private static readonly ProviderError _unpaid = new(131042, "payment issue", null);

    private readonly ConcurrentDictionary<string, bool> _refused = new();
    private WhatsAppBots.Data.Database _connections = null!;
    private EngineHost _host = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        _host = await StartAsync();
        Channel.Answer = message => Task.FromResult<SendOutcome?>(
            _refused.ContainsKey(message.NumberId) ? new SendOutcome.Failed(FailureKind.Sender, _unpaid) : null);
    }

    public override async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Number_ThatIsRefused_StopsAloneIsReportedOnceAndGoesOnInOrder()
    {
        _refused["1000"] = true;
        await SayAsync("15550001", "one");
        await SayAsync("15550001", "next");
        await SayAsync("15550002", "other");
        await SayAsync("15550003", "elsewhere", "2000");

        // One request found it out; nothing waits in memory, nothing is lost, the other number is not concerned.
        Assert.Single(Channel.Sent, message => message.NumberId == "1000");
        Assert.Equal(["1:elsewhere"], Channel.TextsTo("15550003"));
        Assert.Equal(3, await CountAsync("chat.outbox"));
        Assert.Equal(0, await CountAsync("chat.conversations where sender is not null"));
        var stopped = Assert.Single(await new StoppedNumbers(_connections).ListAsync(CancellationToken.None));
        Assert.Equal(("1000", 131042, "", 3L), (stopped.NumberId, stopped.Code, stopped.Reason, stopped.Waiting));
        Assert.Equal(1, await CountAsync("platform.reports where kind = 'number-stopped' and not ok and body ->> 'number' = '1000'"));

        // Not due: the sweep leaves them alone. Due, and still refused: one request more.
        Assert.Empty(await SweepAsync());
        await ProbeIsDueAsync();
        await SweepAsync();
        Assert.Equal(2, Channel.Sent.Count(message => message.NumberId == "1000"));
        Assert.Equal(1, await CountAsync("chat.number_stops where probes = 1 and probe_at > clock_timestamp() + interval '100 seconds'"));

        _refused.Clear();
        await ProbeIsDueAsync();
        await SweepAsync();
        await SweepAsync();
        Assert.Equal(["1:one", "2:next"], Channel.TextsTo("15550001").TakeLast(2));
        Assert.Equal("1:other", Channel.TextsTo("15550002")[^1]);
        Assert.Equal(0, await CountAsync("chat.outbox"));
        Assert.Empty(await new StoppedNumbers(_connections).ListAsync(CancellationToken.None));
        Assert.Equal(1, await CountAsync("platform.reports where kind = 'number-stopped' and ok and body ->> 'endedAt' is not null"));
        Assert.Equal(0, await CountAsync("chat.statuses where status in ('failed', 'possibly_doubled')"));
    }

    [Fact]
    public async Task Number_ThatIsStopped_IsSoForOtherProcessesToo()
    {
        _refused["1000"] = true;
        await SayAsync("15550001", "one");
        await using var other = await StartAsync();
        await other.SayAsync("15550002", "next");
        Assert.Single(Channel.Sent);
        Assert.Equal(2, await CountAsync("chat.outbox"));
    }

    // What is wrong with one message would otherwise stop the number again and again.
    [Fact]
    public async Task Message_ThatAloneIsRefusedSo_FailsWhenOthersWereSentMeanwhile()
    {
        Channel.Answer = message => Task.FromResult<SendOutcome?>(
            message.Content is TextMessage { Body: "1:poison" } ? new SendOutcome.Failed(FailureKind.Sender, _unpaid) : null);
        await SayAsync("15550001", "poison");
        await SayAsync("15550002", "fine");
        for (var n = 0; n < 6 && await CountAsync("chat.outbox") > 0; n++)
        {
            await ProbeIsDueAsync();
            await SweepAsync("15550002");
            await SweepAsync();
        }

        Assert.Equal(["1:fine"], Channel.TextsTo("15550002"));
        Assert.Equal(1, await CountAsync("chat.statuses where status = 'failed'"));
        Assert.Empty(await new StoppedNumbers(_connections).ListAsync(CancellationToken.None));
    }

    // Accepted, then failed: whether it is over is told by the next message's status alone.
    [Fact]
    public async Task Number_WhoseMessagesFailLater_StopsAndItsMessagesComeBackOnce()
    {
        await SayAsync("15550001", "one");
        await StatusAsync("failed", Channel.Sent.Last(), _unpaid);
        await StatusAsync("failed", Channel.Sent.Last(), _unpaid);
        await RingAsync();
        Assert.Single(Channel.Sent);
        Assert.Equal(1, await CountAsync("chat.outbox"));
        Assert.Equal(1, await CountAsync("chat.number_stops where told and ended_at is null"));

        // Accepted again, and failed again.
        await ProbeIsDueAsync();
        await SweepAsync();
        Assert.Equal(2, Channel.Sent.Count);
        Assert.Equal(1, await CountAsync("chat.number_stops where ended_at is null"));
        await StatusAsync("failed", Channel.Sent.Last(), _unpaid);
        await RingAsync();
        Assert.Equal(1, await CountAsync("chat.number_stops where ended_at is null"));

        await ProbeIsDueAsync();
        await SweepAsync();
        await StatusAsync("delivered", Channel.Sent.Last());
        await SweepAsync();
        Assert.Equal(["1:one", "1:one", "1:one"], Channel.TextsTo("15550001"));
        Assert.Empty(await new StoppedNumbers(_connections).ListAsync(CancellationToken.None));
        Assert.Equal(0, await CountAsync("chat.outbox"));
    }

    [Fact]
    public async Task Number_WhoseAccountIsDisabledByWebhook_StopsUntilItIsReinstated()
    {
        Channel.News = update => update.Raw switch
        {
            "stop" => new NumberNews(["1000", "2000"], true, new ProviderError(0, "account_update: DISABLED_UPDATE", null)),
            "go" => new NumberNews(["1000", "2000"], false, new ProviderError(0, "", null)),
            _ => null,
        };
        await _host.Inbox.StoreAsync(new Delivery([], [], [new UnknownUpdate("account_update", "stop", null)]), CancellationToken.None);
        await SayAsync("15550001", "one");
        await SayAsync("15550002", "next", "2000");
        Assert.Empty(Channel.Sent);
        Assert.Equal(2, await CountAsync("platform.reports where not ok"));

        await _host.Inbox.StoreAsync(new Delivery([], [], [new UnknownUpdate("account_update", "go", null)]), CancellationToken.None);
        await SweepAsync();
        foreach (var sent in Channel.Sent.ToArray()) await StatusAsync("sent", sent);
        await SweepAsync();
        Assert.Equal(["1:one"], Channel.TextsTo("15550001"));
        Assert.Equal(["1:next"], Channel.TextsTo("15550002"));
        Assert.Equal(0, await CountAsync("platform.reports where not ok"));
    }

    [Fact]
    public async Task Number_OfAnotherAccount_GoesOn_AndOneWhoseAccountIsUnknownStops()
    {
        Channel.News = update => new NumberNews(["1000", "2000", "3000"], update.Raw == "stop", new ProviderError(0, "account_update", null)) { AccountId = update.AccountId };
        await SayAsync("15550001", "one", account: "waba-1");
        await SayAsync("15550002", "two", "2000", "waba-2");

        // A repetition from when the number was of another account changes nothing.
        var old = _host.Message("15550002", "old", number: "2000") with { AccountId = "waba-1" };
        await _host.StoreAsync(old with { Message = old.Message with { At = Time.GetUtcNow().AddDays(-9) } });
        await AccountAsync("stop", "waba-1");
        Assert.Equal(["1000", "3000"], (await new StoppedNumbers(_connections).ListAsync(CancellationToken.None)).Select(stop => stop.NumberId));
        await SayAsync("15550002", "goes on", "2000", "waba-2");
        Assert.Contains("2:goes on", Channel.TextsTo("15550002"));

        // What one account may again is nothing to the number of another that is stopped for itself.
        await AccountAsync("stop", "waba-2");
        await ExecuteAsync("update chat.number_stops set probe_at = now() + interval '1 day'");
        await AccountAsync("go", "waba-1");
        Assert.Equal(
            ["1000", "3000"], await QueryAsync<string>("select number_id from chat.number_stops where probe_at < now() + interval '1 hour' order by number_id"));

        // Another process knows it from the database, and a number that moves is known by its next message.
        await using var other = await StartAsync();
        Assert.Empty(other.Services.GetRequiredService<Numbers>().News([("1000", "waba-1", null), ("2000", "waba-2", null)]));
        await SayAsync("15550002", "moved", "2000", "waba-3");
        Assert.Equal(["waba-1", "waba-3", ""], await QueryAsync<string>("select coalesce(account_id, '') from platform.numbers order by number_id"));
    }

    // Pages that lead back to a chat need it, and the settings have ids alone.
    [Fact]
    public async Task Phone_OfANumber_IsLearnedFromItsWebhooks_AndFollowsThem()
    {
        await TellAsync("15550001000", "a");
        await TellAsync(null, "b");
        Assert.Equal(["1000 15550001000"], await PhonesAsync());
        await using var other = await StartAsync();
        Assert.Empty(other.Services.GetRequiredService<Numbers>().News([("1000", null, "15550001000")]));
        await TellAsync("15550001999", "c");
        Assert.Equal(["1000 15550001999"], await PhonesAsync());
        Assert.Equal(
            [other.Services.GetRequiredService<Numbers>().BotOf("1000")], await QueryAsync<string>("select bot from platform.numbers where phone is not null"));

        Task TellAsync(string? phone, string text) => _host.StoreAsync(_host.Message("15550001", text, number: "1000") with { NumberPhone = phone });

        Task<List<string>> PhonesAsync() => QueryAsync<string>("select number_id || ' ' || phone from platform.numbers where phone is not null");
    }

    private Task AccountAsync(string raw, string account) => _host.Inbox.StoreAsync(
        new Delivery([], [], [new UnknownUpdate("account_update", raw, null) { AccountId = account }]), CancellationToken.None);

    private Task<EngineHost> StartAsync() => EngineHost.StartAsync(
        Database.ConnectionString, Bot, Channel, Time, null, ("1000", "test"), ("2000", "test"), ("3000", "test"));

    private async Task SayAsync(string phone, string text, string number = "1000", string? account = null)
    {
        await _host.StoreAsync(_host.Message(phone, text, number: number) with { AccountId = account });
        await _host.IdleAsync();
    }

    private Task StatusAsync(string status, OutgoingMessage message, params ProviderError[] errors) => _host.Inbox.StoreAsync(
        new Delivery([], [new MessageStatus($"wamid.of.{message.CallbackData}", message.NumberId, "1", status, Time.GetUtcNow(), message.CallbackData, errors, "{}")], []),
        CancellationToken.None);

    private async Task RingAsync()
    {
        await _host.Engine.RingAsync(await QueryAsync<long>("select id from chat.conversations"), CancellationToken.None);
        await _host.IdleAsync();
    }

    private Task ProbeIsDueAsync() => ExecuteAsync("update chat.number_stops set probe_at = clock_timestamp()");

    // Young rows are somebody's work in progress, so they are made to look older.
    private async Task<IReadOnlyList<long>> SweepAsync(string? only = null)
    {
        Time.Advance(TimeSpan.FromSeconds(6));
        using var sweep = new LeftBehind(_connections, Time);
        var left = await sweep.FindAsync(CancellationToken.None);
        if (only is not null)
        {
            left = await QueryAsync<long>(
                "select c.id from chat.conversations c join chat.people p on p.id = c.person_id where p.phone = @only and c.id = any(@left)",
                new { only, left = left.ToArray() });
        }

        // What the process remembers of stops is two seconds old at most.
        await Task.Delay(TimeSpan.FromSeconds(2.1));
        await _host.Engine.RingAsync(left, CancellationToken.None);
        await _host.IdleAsync();
        return left;
    }
}
