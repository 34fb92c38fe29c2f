using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Data;

namespace WhatsAppBots.Hosting;

/// <summary>Check of a dependency of an app.</summary>
/// <param name="App">The app that depends on it.</param>
/// <param name="Name">As shown in the report.</param>
/// <param name="Required">True where the app can't work without the dependency; otherwise it is degraded.</param>
/// <param name="CheckAsync">Returns a detail, or throws.</param>
public sealed record HealthCheck(
    string App, string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> CheckAsync);

/// <summary>Signals, from a check, a dependency that does part of its work.</summary>
public sealed class DegradedException(string detail) : Exception(detail);

/// <summary>State of a dependency, as shown.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>down</c>.</param>
public sealed record DependencyState(string Status, string? Detail, long Ms);

/// <summary>Response of <c>/health</c>.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>down</c>.</param>
/// <param name="Version">The program's, as <see cref="ProgramVersion.Text"/> has it.</param>
public sealed record HealthView(
    string Status, bool Alive, bool Ready, string Version, IReadOnlyDictionary<string, DependencyState> Dependencies);

/// <summary>Checks that several apps share.</summary>
public static class HealthChecks
{
    /// <summary>Check that the database answers.</summary>
    public static (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check) Database { get; } =
        ("postgresql", true, async (services, cancellationToken) =>
        {
            // A statement: a pooled connection may belong to a server that is gone.
            await using var command = services.GetRequiredService<Database>().General.CreateCommand("show server_version");
            return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? "";
        }
    );

    /// <summary>Check of the machine's clock against the database's.</summary>
    private static (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check) Clock { get; } =
        ("clock", false, (services, _) => Task.FromResult(
            services.GetService<DatabaseTime>() is { } time ? ClockWatch.Describe(time) : "not measured"));

    /// <summary>Check for development that looks like production.</summary>
    private static (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check) Environment { get; } =
        ("environment", false, (services, _) => Task.FromResult(services.GetService<EnvironmentNotice>()?.Describe() ?? "not told"));

    /// <summary>Registers the checks of an app, and those that every app has.</summary>
    public static IServiceCollection AddHealth(
        this IServiceCollection services, string app,
        params (string Name, bool Required, Func<IServiceProvider, CancellationToken, Task<string>> Check)[] checks)
    {
        if (services.All(service => service.ServiceType != typeof(HealthReport))) services.AddSingleton<HealthReport>();
        foreach (var (name, required, check) in checks.Append(Clock).Append(Environment))
        {
            services.AddSingleton(new HealthCheck(app, name, required, check));
        }

        return services;
    }
}

/// <summary>Runs the checks of one app or of all.</summary>
public sealed class HealthReport(IEnumerable<HealthCheck> checks, IServiceProvider services)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(2);

    // Anybody may ask, and each check costs a statement, a file or a request: answers are shared for a second.
    private static readonly TimeSpan _shared = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (long At, Task<DependencyState> State)> _last = [];

    /// <summary>Makes the report as a response: 200, or 503 where a required dependency is down.</summary>
    /// <param name="app">An app's name; null: the whole.</param>
    public async Task<IResult> AnswerAsync(string? app, CancellationToken cancellationToken)
    {
        var view = await CheckAsync(app, cancellationToken);
        return Results.Json(view, statusCode: view.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Makes the report.</summary>
    public async Task<HealthView> CheckAsync(string? app, CancellationToken cancellationToken)
    {
        var chosen = checks.Where(check => app is null || check.App == app).DistinctBy(check => check.Name).ToList();
        var states = await Task.WhenAll(chosen.Select(LastAsync)).WaitAsync(cancellationToken);
        var ready = !chosen.Zip(states).Any(pair => pair.First.Required && pair.Second.Status == "down");
        var status = !ready ? "down" : states.All(state => state.Status == "ok") ? "ok" : "degraded";
        var dependencies = chosen.Zip(states).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return new HealthView(status, true, ready, ProgramVersion.Text, dependencies);
    }

    // A second caller within a second gets the same answer, even while it is not there yet.
    private Task<DependencyState> LastAsync(HealthCheck check)
    {
        lock (_last)
        {
            if (_last.TryGetValue(check.Name, out var last)
                && (!last.State.IsCompleted || Stopwatch.GetElapsedTime(last.At) < _shared)) return last.State;
            var state = RunAsync(check);
            _last[check.Name] = (Stopwatch.GetTimestamp(), state);
            return state;
        }
    }

    // Not cancelled by one caller: others wait for the same answer.
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
#pragma warning disable CA1031 // Any fault is what the report is about.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var reason = e is OperationCanceledException ? $"no answer in {_timeout.TotalSeconds} s" : e.Message;
            return new DependencyState("down", reason, Elapsed());
        }

        long Elapsed() => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
