using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Ai;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Ai;

/// <summary>From a bot's question to what its conversation is told.</summary>
public sealed class AiQuestionTests : AiTest
{
    [Fact]
    public async Task Question_IsAnsweredToTheBotThatAsked()
    {
        await AskAsync("q");

        var (task, question) = Assert.Single(Ai.Asked);
        Assert.Equal((Question, "hello", "en", """{"n":1}"""), (task.Name, question.Text, question.Language, question.Given.GetRawText()));
        var (conversation, cause, told) = Assert.Single(Inbox.Told);
        Assert.Equal((101, "event:q/answered", "asking", EventTypes.AiAnswered), (conversation, cause, told.Bot, told.Type));
        Assert.Equal((101, Question, "r-q", """{"word":"yes"}""", null), Shown(Answer("q")));
    }

    [Theory]
    [InlineData(AiFailures.Down)]
    [InlineData(AiFailures.Unusable)]
    public async Task Failure_IsAnAnswerToo(string failure)
    {
        Ai.Replies = () => Task.FromResult(AiReply.Failed(failure));
        await AskAsync("q");

        Assert.Equal((101, Question, "r-q", null, failure), Shown(Answer("q")));
        Assert.Equal(0, await CountAsync("events.queue"));
    }

    [Fact]
    public async Task Task_ThatNobodyHas_IsAnsweredAndCostsNothing()
    {
        await AskAsync("q", task: "test.other");

        Assert.Equal(AiFailures.Unusable, Answer("q").Failure);
        Assert.Empty(Ai.Asked);
        Assert.Equal(0, await CountAsync("chat.ai_turns"));
    }

    [Fact]
    public async Task NoAi_IsAnsweredAndCostsNothing()
    {
        await AskAsync("q", process: Start("OPENAI_API_KEY=", "OPENAI_MODEL="));

        Assert.Equal(AiFailures.Off, Answer("q").Failure);
        Assert.Empty(Ai.Asked);
        Assert.Equal(0, await CountAsync("chat.ai_turns"));
    }

    [Fact]
    public async Task Question_HeardAgainAndAgain_IsPaidAndAnsweredOnce()
    {
        var second = Start();
        var body = Body("q");
        await HearAsync(App, body, body);
        await HearAsync(second, body);

        // As another process enters it anew that heard of it before it was worked.
        await EnterAsync("q", body);
        await DrainAsync(second);

        Assert.Single(Ai.Asked);
        Assert.Single(Inbox.Told);
        Assert.Equal([1], await QueryAsync<int>("select count from chat.ai_turns"));
        Assert.Equal(0, await CountAsync("events.queue"));
    }

    // Nobody can tell whether it was paid for; it is asked again, and answered once.
    [Fact]
    public async Task Process_ThatDiesBetweenTheCallAndTheAnswer_LeavesTheQuestionToTheNext()
    {
        var hangs = new TaskCompletionSource<AiReply>();
        Ai.Replies = () => hangs.Task;
        var first = AskAsync("q");
        for (var n = 0; n < 500 && Ai.Asked.IsEmpty; n++) await Task.Delay(10);
        Ai.Replies = null;
        await AskAsync("other", process: Start());
        Assert.Equal(2, Ai.Asked.Count);

        Time.Advance(TimeSpan.FromSeconds(91));
        await DrainAsync(Start());
        hangs.SetResult(AiReply.Failed(AiFailures.Down));
        await first;

        Assert.Equal(3, Ai.Asked.Count);
        Assert.Null(Answer("q").Failure);
        Assert.Equal([3], await QueryAsync<int>("select count from chat.ai_turns"));
    }

    [Fact]
    public async Task Bug_IsTriedSixTimesAtMost_AndThenAnswered()
    {
        Ai.Replies = () => throw new InvalidOperationException("a bug");
        await AskAsync("q");
        for (var n = 0; n < 8; n++)
        {
            Time.Advance(TimeSpan.FromSeconds(20));
            await DrainAsync(App);
        }

        Assert.Equal(6, Ai.Asked.Count);
        Assert.Equal(AiFailures.Down, Answer("q").Failure);
        Assert.Equal("asking", Assert.Single(Inbox.Told).Event.Bot);
    }

    [Fact]
    public async Task Questions_ThatTakeTheirTime_HoldUpNothingElse()
    {
        var hangs = new TaskCompletionSource<AiReply>();
        Ai.Replies = () => hangs.Task;
        var asked = HearAsync(App, [.. Enumerable.Range(0, 40).Select(n => Body($"q{n}", person: n + 1))]);
        for (var n = 0; n < 500 && Ai.Asked.Count < 12; n++) await Task.Delay(10);

        // By another process, or in this one while it is at work: either way they are told while the questions wait.
        var news = Enumerable.Range(0, 30).Select(n => CloudEvent.Of(
            $"paid{n}", Apps.Payments, EventTypes.PaymentReceived, 1, 101, "asking", Time.GetUtcNow(), new(101, n), ContractsJson.Default.CheckoutFailed)).ToList();
        foreach (var told in news) await EnterAsync(told.Id, JsonSerializer.Serialize(told, ContractsJson.Default.CloudEvent), told.Type);
        App.GetRequiredService<EventBells>().Ring(Apps.Messages);
        for (var n = 0; n < 500 && Inbox.Told.Count < 30; n++) await Task.Delay(10);

        Assert.Equal(30, Inbox.Told.Count(told => told.Event.Type == EventTypes.PaymentReceived));
        Assert.Equal(12, Ai.Asked.Count);
        Assert.False(asked.IsCompleted);
        Ai.Replies = null;
        hangs.SetResult(AiReply.Failed(AiFailures.Down));
        await asked.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(40, Answers.Count(answer => answer.Task == Question));
    }

    private static (long, string, string, string?, string?) Shown(AiAnswered answer) =>
        (answer.ConversationId, answer.Task, answer.Request, answer.Answer?.GetRawText(), answer.Failure);

    private Task EnterAsync(string id, string body, string type = EventTypes.AiAsked) => QueryAsync<object>(
        "insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at) values (@id, 'messages', @type, 1, @body, @now, @now)",
        new { id, type, body, now = Time.GetUtcNow().UtcDateTime });
}
