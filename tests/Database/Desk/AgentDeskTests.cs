using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Sending;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>Agents write to people and take conversations over; each request takes effect once.</summary>
public sealed class AgentDeskTests : DeskTest
{
    [Fact]
    public async Task Agent_WhoWrites_TakesTheChatOver_AndTheBotIsSilentUntilItIsHandedBack()
    {
        await Host.SayAsync(Ann, "hi");
        var ann = await OfAsync(Ann);
        var before = Channel.TextsTo(Ann).Count;
        var taken = await SendAsync(ann, "Hello, this is Sam. How can I help?");
        Assert.Equal("Hello, this is Sam. How can I help?", Channel.TextsTo(Ann)[^1]);

        await Host.SayAsync(Ann, "read every day at 9pm");
        Assert.Equal(before + 1, Channel.TextsTo(Ann).Count);
        Assert.Equal(
            ("agent_wrote", "agent:7", (string?)null),
            (await QueryAsync<(string, string, string?)>("select reason, opened_by, closed_by from chat.handovers")).Single());

        await Agents.HandAsync(new DeskRequest("agent:7", "back", ann), toPeople: false, "solved", CancellationToken.None);
        await Host.IdleAsync();
        Assert.Contains("back", Channel.TextsTo(Ann)[^1], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            ("solved", "agent:7"), (await QueryAsync<(string, string)>("select close_reason, closed_by from chat.handovers")).Single());
        var said = Channel.Sent.Count;
        await Host.SayAsync(Ann, "read every day at 9pm");
        Assert.True(Channel.Sent.Count > said, "The bot answers again.");

        // The history says who wrote what.
        var history = await new MessageQueries(Workspace, new RetentionOptions()).ListAsync(ann, new PageRequest(null, 50),
            newestFirst: false, CancellationToken.None);
        Assert.Equal([taken!.Origin], history!.Items.Where(message => message.Origin is not null).Select(message => message.Origin));
        Assert.Equal($"agent:7/{taken.Request}", taken.Origin);
    }

    [Fact]
    public async Task Request_ThatComesTwice_TakesEffectOnce_AndOtherWordsUnderItsKeyAreRefused()
    {
        await Host.SayAsync(Ann, "hi");
        var ann = await OfAsync(Ann);
        var first = await SendAsync(ann, "one");
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Agents.SendAsync(
            new DeskRequest("agent:7", "two", ann), new TextMessage("two"), null, null, null, CancellationToken.None)));
        await Host.IdleAsync();

        Assert.Equal(first, await SendAsync(ann, "one"));
        Assert.Single(both.Distinct());
        Assert.Equal(["one", "two"], Channel.TextsTo(Ann).Where(text => text is "one" or "two"));
        Assert.Equal(AgentDesk.KeyReused, (await Assert.ThrowsAsync<DeskConflictException>(() => SendAsync(ann, "other"))).Code);

        // Another agent's keys are their own.
        await SendAsync(ann, "three", key: "one", by: "agent:8");
        Assert.Equal("three", Channel.TextsTo(Ann)[^1]);
    }

    // A request may outlive an erasure, and may name a number: nobody finds it by hashing all numbers.
    [Fact]
    public async Task Request_IsKnownByAKeyedHash_AlsoWhileTheSecretChangesAndByTheReleaseBefore()
    {
        await Host.SayAsync(Ann, "hi");
        var ann = await OfAsync(Ann);
        byte[][] secrets = ["the first secret"u8.ToArray(), "the second secret"u8.ToArray()];
        var first = await WriteAsync("one", secrets[0]);
        await WriteAsync("two", secrets[1]);
        var prints = await QueryAsync<byte[]>("select fingerprint from desk.requests order by id");
        Assert.NotEqual(prints[0], prints[1]);
        Assert.Equal(first, await WriteAsync("one", secrets[1], secrets[0]));
        await Assert.ThrowsAsync<DeskConflictException>(() => WriteAsync("one", secrets[1]));

        var words = JsonSerializer.Serialize(new TextMessage("hello"), ContractsJson.Default.OutgoingContent);
        var content = FormattableString.Invariant($"{ann}\nTrue\nsend\n\n{words}");
        var plain = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        await ExecuteAsync("update desk.requests set fingerprint = @plain where key = 'one'", new { plain });
        Assert.Equal(first, await WriteAsync("one", secrets[1]));

        Task<TakenRequest?> WriteAsync(string key, params byte[][] keys) =>
            new AgentDesk(Workspace, Host.Engine, Options.Create(new SecretKey { Keys = keys }), Time)
                .SendAsync(new DeskRequest("agent:7", key, ann), new TextMessage("hello"), null, null, null, CancellationToken.None);
    }

    [Fact]
    public async Task Window_ThatIsShut_TakesATemplateAlone_AndARefusedRequestUsesUpNoKey()
    {
        await Host.SayAsync(Ann, "hi");
        var ann = await OfAsync(Ann);
        Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(AgentDesk.WindowClosed, (await Assert.ThrowsAsync<DeskConflictException>(() => SendAsync(ann, "still there?"))).Code);
        Assert.Equal(0, await CountAsync("desk.requests"));

        await SendAsync(ann, "", content: new TemplateMessage("hello", "en", [], "Hello"));
        Assert.Equal("hello", Assert.IsType<TemplateMessage>(Channel.Sent.Last().Content).Name);

        // What was accepted while the window was open is not lost without a word when it shuts before its turn.
        await Host.SayAsync(Ann, "hi again");
        await SendAsync(ann, "in time", key: "two");
        Assert.Equal("in time", Channel.TextsTo(Ann)[^1]);
    }

    [Fact]
    public async Task Agent_WhoHasNotReadTheLatest_IsTold()
    {
        await Host.SayAsync(Ann, "hi");
        var ann = await OfAsync(Ann);
        var read = (await QueryAsync<long>("select max(id) from chat.messages where direction = 'in'")).Single();
        await Host.SayAsync(Ann, "wait, another thing");

        Assert.Equal(AgentDesk.MovedOn, (await Assert.ThrowsAsync<DeskConflictException>(() => SendAsync(ann, "sure", read: read))).Code);
        var latest = (await QueryAsync<long>("select max(id) from chat.messages where direction = 'in'")).Single();
        Assert.NotNull(await SendAsync(ann, "sure", read: latest));
        Assert.Null(await SendAsync(99_999, "nobody", key: "three"));
    }

    [Fact]
    public async Task Person_WhoAskedForPeople_AndForTheBotAgain_IsKeptWithReasonAndTime()
    {
        await Host.SayAsync(Ann, "human");
        await Host.SayAsync(Ann, "bot");
        await Host.SayAsync(Ann, "human");
        Assert.Equal(
            [("asked", "person", "asked"), ("asked", "person", null)],
            await QueryAsync<(string, string, string?)>("select reason, opened_by, close_reason from chat.handovers order by id"));
    }
}
