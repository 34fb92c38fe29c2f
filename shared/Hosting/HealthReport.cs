using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Data;

namespace WhatsAppBots.Hosting;

/// <summary>Something an app needs, or is better with.</summary>
/// <param name="App">The app that depends on it.</param>
/// <param name="Name">As shown in the report.</param>
/// <param name="Required">Without it the app cannot work; else it is degraded.</param>
/// <param name="CheckAsync">Returns a detail, or throws.</param>
public sealed record HealthCheck(string App, string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> CheckAsync);

/// <summary>Thrown by a check of a dependency that is there and does part of its work.</summary>
public sealed class DegradedException(string detail) : Exception(detail);

/// <summary>A dependency's state as shown.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>down</c>.</param>
public sealed record DependencyState(string Status, string? Detail, long Ms);

/// <summary>What <c>/health</c> answers.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>down</c>.</param>
/// <param name="Version">The program's, as <see cref="ProgramVersion.Text"/> has it.</param>
public sealed record HealthView(string Status, bool Alive, bool Ready, string Version, IReadOnlyDictionary<string, DependencyState> Dependencies);

/// <summary>Checks that several apps share.</summary>
public static class HealthChecks
{
    /// <summary>The database answers.</summary>
    public static (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check) Database { get; } =
        ("postgresql", true, async (services, cancellationToken) =>
        {
            // A statement, since a pooled connection may be of a server that has gone.
            await using var command = services.GetRequiredService<Database>().General.CreateCommand("show server_version");
            return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? "";
        });

    /// <summary>The machine's clock against the database's.</summary>
    private static (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check) Clock { get; } =
        ("clock", false, (services, _) => Task.FromResult(
            services.GetService<DatabaseTime>() is { } time ? ClockWatch.Describe(time) : "not measured"));

    /// <summary>Development that looks like more is told as degraded.</summary>
    private static (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check) Environment { get; } =
        ("environment", false, (services, _) => Task.FromResult(services.GetService<EnvironmentNotice>()?.Describe() ?? "not told"));

    /// <summary>Registers an app's checks, and those that every app has.</summary>
    public static IServiceCollection AddHealth(
        this IServiceCollection services, string app,
        params (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check)[] checks)
    {
        if (services.All(service => service.ServiceType != typeof(HealthReport))) services.AddSingleton<HealthReport>();
        foreach (var (name, required, check) in checks.Append(Clock).Append(Environment)) services.AddSingleton(new HealthCheck(app, name, required, check));
        return services;
    }
}

/// <summary>Runs the checks of one app or of all.</summary>
public sealed class HealthReport(IEnumerable<HealthCheck> checks, IServiceProvider services)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    // Anybody may ask, and each check costs a statement, a file or a request.
    private static readonly TimeSpan _shared = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long At, Task<DependencyState> State)> _last = [];

    /// <summary>The report as an answer: 200, or 503 where something required is missing.</summary>
    /// <param name="app">An app's name; null: the whole.</param>
    public async Task<IResult> AnswerAsync(string? app, CancellationToken cancellationToken)
    {
        var view = await CheckAsync(app, cancellationToken);
        return Results.Json(view, statusCode: view.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>The report.</summary>
    public async Task<HealthView> CheckAsync(string? app, CancellationToken cancellationToken)
    {
        var chosen = checks.Where(check => app is null || check.App == app).DistinctBy(check => check.Name).ToList();
        var states = await Task.WhenAll(chosen.Select(LastAsync)).WaitAsync(cancellationToken);
        var ready = !chosen.Zip(states).Any(pair => pair.First.Required && pair.Second.Status == "down");
        var status = !ready ? "down" : states.All(state => state.Status == "ok") ? "ok" : "degraded";
        return new HealthView(status, true, ready, ProgramVersion.Text, chosen.Zip(states).ToDictionary(pair => pair.First.Name, pair => pair.Second));
    }

    // Whoever asks in the second after another gets the same answer, also while it is not there yet.
    private Task<DependencyState> LastAsync(HealthCheck check)
    {
        lock (_last)
        {
            if (_last.TryGetValue(check.Name, out var last) && (!last.State.IsCompleted || Stopwatch.GetElapsedTime(last.At) < _shared)) return last.State;
            var state = RunAsync(check);
            _last[check.Name] = (Stopwatch.GetTimestamp(), state);
            return state;
        }
    }

    // No caller's patience ends it: others wait for the same.
    private async Task<DependencyState> RunAsync(HealthCheck check)
    {
        var started = Stopwatch.GetTimestamp();
        using var limit = new CancellationTokenSource(_timeout);
        try
        {
            var detail = await Task.Run(() => check.CheckAsync(services, limit.Token), limit.Token).WaitAsync(limit.Token);
            return new DependencyState("ok", detail, Elapsed());
        }
        catch (DegradedException e)
        {
            return new DependencyState("degraded", e.Message, Elapsed());
        }
#pragma warning disable CA1031 // Whatever it is, it is what the report is about.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new DependencyState("down", e is OperationCanceledException ? $"no answer in {_timeout.TotalSeconds} s" : e.Message, Elapsed());
        }

        long Elapsed() => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
