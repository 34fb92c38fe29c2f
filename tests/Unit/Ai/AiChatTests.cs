using System.Diagnostics;
using WhatsAppBots.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Ai;

/// <summary>The product's client against the stand-in, over HTTP.</summary>
public sealed class AiChatTests(AiStandIn standIn) : IClassFixture<AiStandIn>, IAsyncLifetime
{
    private static readonly AiQuestion _question = AiStandIn.Question("done with reading", "reading", "meditation");

    public Task InitializeAsync() => standIn.ResetAsync();

    public Task DisposeAsync()
    {
        standIn.Media.Files.Clear();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Question_IsAnsweredByTheSchema()
    {
        var reply = await AskAsync(standIn.Ai());

        Assert.Null(reply.Failure);
        Assert.Equal(("Done", "reading"), (reply.Answer!.Value.GetProperty("intent").GetString(), reply.Answer.Value.GetProperty("habit").GetString()));
        Assert.Equal(1, await standIn.RequestsAsync());
    }

    [Theory]
    [InlineData("prose", AiFailures.Unusable)]
    [InlineData("wrong-schema", AiFailures.Unusable)]
    [InlineData("refusal", AiFailures.Unusable)]
    [InlineData("truncated", AiFailures.Unusable)]
    [InlineData("filtered", AiFailures.Unusable)]
    [InlineData("empty", AiFailures.Unusable)]
    [InlineData("no-choices", AiFailures.Unusable)]
    [InlineData("not-json", AiFailures.Unusable)]
    [InlineData("400", AiFailures.Unusable)]
    [InlineData("401", AiFailures.Down)]
    [InlineData("404", AiFailures.Down)]
    public async Task Answer_ThatIsNone_IsAskedForOnce(string kind, string failure)
    {
        await standIn.FailAsync(kind, count: 5);

        Assert.Equal(AiReply.Failed(failure), await AskAsync(standIn.Ai()));
        Assert.Equal(1, await standIn.RequestsAsync());
    }

    [Theory]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("429")]
    [InlineData("reset")]
    public async Task Failure_ThatMayPass_IsTriedOnceMore(string kind)
    {
        await standIn.FailAsync(kind);
        Assert.Null((await AskAsync(standIn.Ai())).Failure);
        Assert.Equal(2, await standIn.RequestsAsync());

        await standIn.FailAsync(kind, count: 5);
        Assert.Equal(AiReply.Failed(AiFailures.Down), await AskAsync(standIn.Ai()));
        Assert.Equal(4, await standIn.RequestsAsync());
    }

    [Fact]
    public async Task SecondTry_ThatWouldComeTooLate_IsNotMade()
    {
        await standIn.FailAsync("429", retryAfter: 8);
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(AiReply.Failed(AiFailures.Down), await AskAsync(standIn.Ai()));
        Assert.Equal(1, await standIn.RequestsAsync());
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 7);

        await standIn.FailAsync("429", retryAfter: 0);
        Assert.Null((await AskAsync(standIn.Ai())).Failure);
    }

    [Fact]
    public async Task SlowAnswer_WithinTheTime_IsTaken()
    {
        await standIn.FailAsync("slow", delayMs: 300);

        Assert.Null((await AskAsync(standIn.Ai())).Failure);
    }

    [Fact]
    public async Task NoAnswer_IsWaitedForAsLongAsSet_AndNotAskedAgain()
    {
        await standIn.FailAsync("hang", count: 5);
        var time = new ManualTime();
        var (ai, started) = (standIn.Ai(time, timeout: "30"), time.GetUtcNow());
        var asked = AskAsync(ai);
        await UntilAskedAsync(1);
        time.Advance(TimeSpan.FromSeconds(29.9));
        await Task.Delay(100);
        Assert.False(asked.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(AiReply.Failed(AiFailures.Down), await asked.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.Equal(TimeSpan.FromSeconds(30), time.GetUtcNow() - started);
        Assert.Equal(1, await standIn.RequestsAsync());
    }

    [Fact]
    public async Task CallerThatStops_IsNoAnswer()
    {
        await standIn.FailAsync("hang");
        using var stop = new CancellationTokenSource();
        var asked = standIn.Ai().AskAsync(AiStandIn.Understand, _question, stop.Token);
        await UntilAskedAsync(1);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task ProviderThatFailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        await standIn.FailAsync("401", count: 5);
        var time = new ManualTime();
        var ai = standIn.Ai(time);
        Assert.Contains("simulator", ai.Describe(), StringComparison.Ordinal);
        for (var n = 0; n < 20; n++) Assert.Equal(AiReply.Failed(AiFailures.Down), await AskAsync(ai));
        Assert.Equal(4, await standIn.RequestsAsync());
        Assert.Throws<InvalidOperationException>(ai.Describe);

        // One to see, which fails, and again nothing for a while; the next is answered.
        time.Advance(TimeSpan.FromSeconds(31));
        for (var n = 0; n < 5; n++) Assert.Equal(AiReply.Failed(AiFailures.Down), await AskAsync(ai));
        Assert.Equal(5, await standIn.RequestsAsync());
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Null((await AskAsync(ai)).Failure);
        Assert.Contains("simulator", ai.Describe(), StringComparison.Ordinal);
    }

    // What one person writes must not shut it off for all.
    [Fact]
    public async Task QuestionsThatAreRefused_DoNotMakeTheProviderIll()
    {
        await standIn.FailAsync("400", count: 10);
        var ai = standIn.Ai();
        for (var n = 0; n < 10; n++) Assert.Equal(AiReply.Failed(AiFailures.Unusable), await AskAsync(ai));

        Assert.Null((await AskAsync(ai)).Failure);
    }

    [Fact]
    public async Task NobodyThere_OrAWrongKey_IsDown()
    {
        Assert.Equal(AiReply.Failed(AiFailures.Down), await AskAsync(standIn.Ai(url: "http://127.0.0.1:9/v1")));
        Assert.Equal(AiReply.Failed(AiFailures.Down), await AskAsync(standIn.Ai(key: "sk-of-another")));
    }

    [Fact]
    public async Task Pictures_AreLookedAt()
    {
        standIn.Media.Files["reading.png"] = (SamplePhotos.Png(1, "reading,meditation=0.3"), "application/octet-stream");
        standIn.Media.Files["plain.jpg"] = (SamplePhotos.Jpeg(SamplePhotos.Png(2), "running"), "image/jpeg");

        var sure = await LookAsync("reading.png");
        Assert.Equal([("reading", true, 0.95), ("meditation", true, 0.3), ("running", false, 0.95)], sure);
        Assert.Equal([("reading", false, 0.95), ("meditation", false, 0.95), ("running", true, 0.95)], await LookAsync("plain.jpg"));
        Assert.All(await LookAsync(), habit => Assert.False(habit.Shows));
    }

    [Theory]
    [InlineData("not there")]
    [InlineData("gif")]
    [InlineData("text")]
    [InlineData("empty")]
    [InlineData("large")]
    [InlineData("many")]
    public async Task Pictures_ThatCannotBeSent_CostNothing(string kind)
    {
        standIn.Media.Files["good"] = ([0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg");
        if (kind == "gif") standIn.Media.Files["picture"] = ("GIF89a-------"u8.ToArray(), "image/png");
        if (kind == "text") standIn.Media.Files["picture"] = ("<svg onload='x'>"u8.ToArray(), "image/jpeg");
        if (kind == "empty") standIn.Media.Files["picture"] = ([], "image/jpeg");
        if (kind == "large") standIn.Media.Files["picture"] = ([0xFF, 0xD8, 0xFF, .. new byte[5 * 1024 * 1024]], "image/jpeg");
        string[] keys = kind == "many" ? ["good", "good", "good", "good", "good"] : ["good", "picture"];

        var reply = await standIn.Ai().AskAsync(AiStandIn.Proof, AiStandIn.Question(null, "reading") with { Pictures = keys }, CancellationToken.None);

        Assert.Equal(AiReply.Failed(AiFailures.Unusable), reply);
        Assert.Equal(0, await standIn.RequestsAsync());
    }

    private static Task<AiReply> AskAsync(IAi ai) => ai.AskAsync(AiStandIn.Understand, _question, CancellationToken.None);

    private async Task<List<(string Name, bool Shows, double Confidence)>> LookAsync(params string[] keys)
    {
        var question = AiStandIn.Question("look", "reading", "meditation", "running") with { Pictures = keys };
        var reply = await standIn.Ai().AskAsync(AiStandIn.Proof, question, CancellationToken.None);
        Assert.Null(reply.Failure);
        return [.. reply.Answer!.Value.GetProperty("habits").EnumerateArray().Select(habit =>
            (habit.GetProperty("name").GetString()!, habit.GetProperty("shows").GetBoolean(), habit.GetProperty("confidence").GetDouble()))];
    }

    private async Task UntilAskedAsync(int requests)
    {
        for (var n = 0; n < 500 && await standIn.RequestsAsync() < requests; n++) await Task.Delay(10);
        Assert.Equal(requests, await standIn.RequestsAsync());
    }
}
