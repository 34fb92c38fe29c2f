using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Ai;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Media;
using WhatsAppBots.Simulator;
using WhatsAppBots.Unit.Tests.WhatsApp.Sending;
using AiQuestion = WhatsAppBots.Ai.AiQuestion;

namespace WhatsAppBots.Unit.Tests.Ai;

/// <summary>The stand-in for an AI in this process, and the product's way to it over HTTP.</summary>
public sealed class AiStandIn : IAsyncLifetime
{
    private static readonly HttpClient _http = new();

    private readonly SimulatorOptions _options = new() { Url = "http://127.0.0.1:0" };
    private WebApplication _app = null!;

    /// <summary>What the stand-in knows.</summary>
    public static AiTask Understand => Of(HabitTasks.Understand);

    public static AiTask Proof => Of(HabitTasks.Proof);

    public string Url => _app.Urls.First();

    internal MemoryStore Media { get; } = new();

    public async Task InitializeAsync()
    {
        _app = SimulatorApp.Create(_options);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>The product's AI as its settings make it.</summary>
    internal IAi Ai(TimeProvider? time = null, string? url = null, string? key = null, string timeout = "8")
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddSingleton<IMediaStore>(Media);
        services.AddAi(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OPENAI_BASE_URL"] = url ?? $"{Url}/ai/v1", ["OPENAI_API_KEY"] = key ?? _options.AiKey, ["OPENAI_MODEL"] = "simulator", ["AI_TIMEOUT"] = timeout,
        }).Build());
        return services.BuildServiceProvider().GetRequiredService<IAi>();
    }

    /// <summary>What a person writes, and the habits they have.</summary>
    public static AiQuestion Question(string? text, params string[] habits) => new(
        JsonSerializer.SerializeToElement(new { habits = habits.Select(name => new { name }), today = "2026-11-25 Wednesday 10:30" }), text, [], "en");

    /// <summary>Goes wrong so many times.</summary>
    public async Task FailAsync(string kind, int count = 1, int? retryAfter = null, int delayMs = 0)
    {
        var fault = new JsonObject { ["kind"] = kind, ["count"] = count, ["retryAfter"] = retryAfter, ["delayMs"] = delayMs };
        using var response = await _http.PostAsJsonAsync($"{Url}/sim/ai", fault);
        response.EnsureSuccessStatusCode();
    }

    public async Task ResetAsync() => (await _http.DeleteAsync($"{Url}/sim/ai")).Dispose();

    public async Task<JsonObject> StateAsync() => (await _http.GetFromJsonAsync<JsonObject>($"{Url}/sim/ai"))!;

    public async Task<int> RequestsAsync() => (int)(await StateAsync())["requests"]!;

    private static AiTask Of(string name) => HabitTasks.All.Single(task => task.Name == name);
}
