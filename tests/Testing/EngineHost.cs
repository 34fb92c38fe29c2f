using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Data;

namespace WhatsAppBots.Testing;

/// <summary>One process's engine on a real database, with a handler and a channel of the test's.</summary>
public sealed class EngineHost : IAsyncDisposable
{
    private readonly IHost _host;

    private EngineHost(IHost host) => _host = host;

    /// <summary>What it was composed of.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Where messages come in.</summary>
    public IInbox Inbox => Services.GetRequiredService<IInbox>();

    /// <summary>The engine.</summary>
    public ConversationEngine Engine => Services.GetRequiredService<ConversationEngine>();

    /// <summary>Starts an engine.</summary>
    public static async Task<EngineHost> StartAsync(
        string connectionString, IConversationHandler handler, IChannel channel, TimeProvider? time = null,
        Action<IServiceCollection>? configure = null, params (string Number, string Bot)[] numbers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton(new Database(connectionString));
        builder.Services.AddSingleton(handler);
        builder.Services.AddSingleton(channel);
        builder.Services.AddSingleton(new Numbers(
            (numbers.Length == 0 ? [("1000", "test")] : numbers).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));
        configure?.Invoke(builder.Services);
        // Meta's pace has tests of its own; elsewhere a clock that stands still would make it wait for ever.
        builder.Services.TryAddSingleton(new EngineOptions { RatePerNumber = Rate.Unlimited, RatePerPair = Rate.Unlimited });
        builder.Services.AddConversations(new ConfigurationBuilder().Build());
        var host = builder.Build();
        await host.StartAsync();
        return new EngineHost(host);
    }

    /// <summary>Stores one text and returns when it was handled and answered.</summary>
    public async Task SayAsync(string phone, string text, string? id = null)
    {
        await StoreAsync(Message(phone, text, id));
        await IdleAsync();
    }

    /// <summary>Stores messages as one webhook.</summary>
    public Task<IReadOnlyList<long>> StoreAsync(params ReceivedMessage[] messages) =>
        Inbox.StoreAsync(new Delivery(messages, [], []), CancellationToken.None);

    /// <summary>A text as a webhook would bring it.</summary>
    public ReceivedMessage Message(string phone, string text, string? id = null, string number = "1000", string? userId = null) => new(
        new IncomingMessage(
            id ?? $"wamid.{Guid.NewGuid():N}", Now(), number, new(phone, userId, "Ann"), new TextContent(text) { Type = "text" }),
        "{}");

    /// <summary>A message of another kind, or of another time.</summary>
    public ReceivedMessage Message(string phone, IncomingContent content, DateTimeOffset? at = null) => new(
        new IncomingMessage($"wamid.{Guid.NewGuid():N}", at ?? Now(), "1000", new(phone, null, "Ann"), content), "{}");

    /// <summary>Returns when nothing is left to do.</summary>
    public Task IdleAsync() => Engine.WhenIdleAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable disposable) await disposable.DisposeAsync();
    }

    private DateTimeOffset Now()
    {
        var now = Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}
