using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Conversations;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Standalone.Http;
using WhatsAppBots.Standalone.Timers;
using WhatsAppBots.Transport;

namespace WhatsAppBots.EndToEnd.Tests.Apart;

/// <summary>
/// One function app by itself, composed as the Azure host composes it: its own services and no other app's, the bus before them, each event a
/// call, and each call held until what it told is with the bus.
/// </summary>
internal sealed class ApartApp : IAsyncDisposable
{
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(3);

    private readonly WebApplication _app;
    private readonly List<IAsyncDisposable> _hearings = [];

    private ApartApp(WebApplication app) => _app = app;

    /// <summary>Starts it.</summary>
    public static async Task<ApartApp> StartAsync(
        Assembly assembly, Action<IServiceCollection, IConfiguration> add, IReadOnlyDictionary<string, string?> settings, IBroker broker)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddSimpleConsole();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.WebHost.UseKestrelCore().UseUrls(settings["PUBLIC_URL"]!);
        var (services, catalog) = (builder.Services, FunctionCatalog.Discover(assembly));
        services.AddRouting();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new WhatsAppBots.Data.Database(settings["DATABASE_URL"]!));
        services.AddSingleton(broker.Topic);
        services.AddEventBus();
        add(services, builder.Configuration);
        services.AddSingleton(catalog);
        services.AddHostedService<TimerRunner>();
        var app = new ApartApp(builder.Build());
        await app.RunAsync(catalog, settings["FUNCTION_KEY"]!, broker);
        return app;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var hearing in _hearings) await hearing.DisposeAsync();
        await _app.DisposeAsync();
    }

    private async Task RunAsync(FunctionCatalog catalog, string key, IBroker broker)
    {
        foreach (var function in catalog.Functions) ActivatorUtilities.CreateInstance(_app.Services.CreateScope().ServiceProvider, function.Class);
        _app.Use(async (context, next) =>
        {
            SecurityHeaders.Apply(context);
            await HoldAsync(() => next(context));
        });
        _app.UseRouting();
        HttpFunctions.Map(_app, catalog, key);
        await _app.StartAsync();
        foreach (var (function, trigger) in catalog.Of<ServiceBusTriggerAttribute>())
        {
            var invoker = new FunctionInvoker(function, _ => body => body);
            _hearings.Add(await broker.HearAsync(trigger.SubscriptionName, async (body, cancellationToken) =>
            {
                await using var scope = _app.Services.CreateAsyncScope();
                await HoldAsync(() => invoker.InvokeAsync(scope.ServiceProvider, body, cancellationToken));
            }));
        }
    }

    private async Task HoldAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        finally
        {
            using var limit = new CancellationTokenSource(_settle);
            await _app.Services.GetRequiredService<RelayOnBell>().SettleAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
