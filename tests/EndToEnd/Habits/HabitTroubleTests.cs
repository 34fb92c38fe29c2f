using System.Diagnostics;

namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>What goes wrong at the AI: rules answer, soon, and the person hears of nothing else.</summary>
public sealed class HabitTroubleTests(HabitTroubleSite site) : IClassFixture<HabitTroubleSite>, IAsyncLifetime
{
    private const string Text = "the reading went splendidly";

    // AI_TIMEOUT is a second; the default is eight, and twelve is what the bot itself waits for an answer.
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(6);

    public Task InitializeAsync() => site.ResetAsync("/sim/ai");

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("slow", 3000)]
    [InlineData("500")]
    [InlineData("hang")]
    [InlineData("not-json")]
    public async Task Ai_ThatFails_IsMadeUpForByRulesInTime(string kind, int delayMs = 0)
    {
        var person = await site.TrackingAsync("reading", "gym");
        var before = await person.ReceivedAsync();
        await site.FailAsync(kind, delayMs);

        var started = Stopwatch.GetTimestamp();
        var answer = await HabitSite.AnswerAsync(person, Text);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, _soon);
        Assert.StartsWith("*Reading*: every day", answer, StringComparison.Ordinal);
        await HabitSite.DoneAsync(person, 0);
        Assert.Equal(before.Count + 2, (await person.ReceivedAsync()).Count);
        Assert.Single(await site.AskedAsync(Text));
        Assert.Empty(await site.ItemsAsync("/api/dead-letters"));
    }
}
