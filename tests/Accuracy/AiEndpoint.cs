using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Ai;
using WhatsAppBots.Simulator;

namespace WhatsAppBots.Accuracy;

/// <summary>The AI that the environment's settings name, else the simulator's stand-in in this process; over HTTP either way.</summary>
internal sealed class AiEndpoint : IAsyncDisposable
{
    private readonly WebApplication? _standIn;
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-accuracy-");

    private AiEndpoint(WebApplication? standIn, IDictionary<string, string?> settings)
    {
        _standIn = standIn;
        settings["MEDIA_STORE"] = _folder.FullName;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAi(new ConfigurationBuilder().AddEnvironmentVariables().AddInMemoryCollection(settings).Build());
        _services = services.BuildServiceProvider();
        Ai = _services.GetRequiredService<IAi>();
        Description = standIn is null
            ? $"The AI is {Ai.Describe()}."
            : "The AI is the simulator's stand-in, a short list of words: this proves the way to an AI and back, and says nothing of an AI's wit.\n"
                + "With OPENAI_API_KEY and OPENAI_MODEL (or AZURE_OPENAI_…) set, the real one is asked.";
    }

    public IAi Ai { get; }

    /// <summary>What it is, in a sentence or two.</summary>
    public string Description { get; }

    /// <exception cref="InvalidOperationException">The environment's settings are faulty; the message names them.</exception>
    public static async Task<AiEndpoint> StartAsync()
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (new AiSettings(environment).Faults() is { Count: > 0 } faults) throw new InvalidOperationException(string.Join(' ', faults));
        if (AiSettings.Read(environment).IsOn) return new AiEndpoint(null, new Dictionary<string, string?>());
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0" };
        var standIn = SimulatorApp.Create(options);
        await standIn.StartAsync();
        return new AiEndpoint(standIn, new Dictionary<string, string?>
        {
            ["OPENAI_BASE_URL"] = standIn.Urls.First() + "/ai/v1", ["OPENAI_API_KEY"] = options.AiKey, ["OPENAI_MODEL"] = "simulator",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_standIn is not null) await _standIn.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
