using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Transport;

/// <summary>A process of an app that tells and hears events, and nothing else.</summary>
public sealed class Process : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly List<IAsyncDisposable> _hearings = [];
    private Task _feeder = Task.CompletedTask;

    private Process(ServiceProvider services, string app) => (_services, _app) = (services, app);

    /// <summary>Called with each event's body before it is heard; a throw gives it back to the broker.</summary>
    public Func<string, Task> Hearing { get; set; } = _ => Task.CompletedTask;

    /// <summary>Starts one.</summary>
    /// <param name="broker">The bus; null: PostgreSQL is all there is.</param>
    /// <param name="topic">Where it publishes, where that is not the broker's topic itself.</param>
    public static async Task<Process> StartAsync(
        string connectionString, TimeProvider time, string app, IBroker? broker, IBusTopic? topic, params IEventHandler[] handlers)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time);
        services.AddSingleton(_ => new Data.Database(connectionString));
        foreach (var handler in handlers) services.AddSingleton(handler);
        if (broker is not null)
        {
            services.AddSingleton(topic ?? broker.Topic);
            services.AddEventBus();
        }

        services.AddEvents();
        var process = new Process(services.BuildServiceProvider(), app);
        foreach (var hosted in process._services.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);
        if (broker is null) process._feeder = process.FeedAsync();
        else await process.HearAsync(broker);
        return process;
    }

    /// <summary>Something it is composed of.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Tells of something, in a transaction that is committed or not, and dies before it can do more, or does not.</summary>
    public async Task TellAsync(CloudEvent e, bool commits = true, bool dies = false)
    {
        await using var connection = await Get<Data.Database>().General.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Get<EventPublisher>().WriteAsync(connection, transaction, e, CancellationToken.None);
        if (!commits) return;
        await transaction.CommitAsync();
        if (!dies) Get<EventPublisher>().Ring(e);
    }

    /// <summary>What timers do: takes on what others left lying.</summary>
    public async Task SweepAsync()
    {
        if (_services.GetService<BusSweep>() is { } sweep) await sweep.RunAsync(CancellationToken.None);
        else Get<EventBells>().Ring(_app);
    }

    /// <summary>Ends it, with all it is at.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var hearing in _hearings) await hearing.DisposeAsync();
        await _feeder;
        foreach (var hosted in _services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _stop.Dispose();
    }

    // Admin tells and hears nothing.
    private async Task HearAsync(IBroker broker)
    {
        if (_app == Apps.Admin) return;
        foreach (var subscription in new[] { _app, _app + Apps.DeadLetters })
        {
            _hearings.Add(await broker.HearAsync(subscription, async (body, cancellationToken) =>
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
                await Hearing(body);
                await Get<EventQueue>().HearAsync(_app, body, either.Token);
            }));
        }
    }

    private async Task FeedAsync()
    {
        await Task.Yield();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await Get<EventQueue>().WaitAsync(_app, _stop.Token);
                await Get<EventQueue>().DrainAsync(_app, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
