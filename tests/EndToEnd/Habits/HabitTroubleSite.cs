using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Habits;

/// <summary>The same with little patience. With a second there is no second try, and too few tries for the AI to be left alone.</summary>
public sealed class HabitTroubleSite : HabitSite, IAsyncLifetime
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--AI_TIMEOUT=1"];

    // The first question of a process may take longer than a second before it leaves, so no test may ask it. A new host has not
    // counted it among its tries.
    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await AnswerAsync(await TrackingAsync("reading", "gym"), "the reading was a delight");
        await RestartAsync();
    }

    /// <summary>The next question goes wrong.</summary>
    public async Task FailAsync(string kind, int delayMs = 0) =>
        (await SimulateAsync("/sim/ai", new JsonObject { ["kind"] = kind, ["count"] = 1, ["delayMs"] = delayMs })).Dispose();
}
