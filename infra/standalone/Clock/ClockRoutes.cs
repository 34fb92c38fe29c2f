using System.Text.Json;
using WhatsAppBots.Hosting;
using WhatsAppBots.Standalone.Http;

namespace WhatsAppBots.Standalone.Clock;

/// <summary>Routes of the clock, in development alone: <c>GET</c>, <c>POST</c> and <c>DELETE /clock</c>, behind the function key.</summary>
internal static class ClockRoutes
{
    /// <summary>Registers the clock.</summary>
    public static void Add(IServiceCollection services, SettableTime time)
    {
        services.AddSingleton(time);
        services.AddSingleton<ClockRow>();
        services.AddSingleton<ClockMover>();
        services.AddHostedService(provider => provider.GetRequiredService<ClockRow>());
        services.AddHostedService(provider => provider.GetRequiredService<ClockMover>());
        services.AddSingleton(new HealthCheck(
            "standalone", "clock set ahead", Required: false,
            (provider, _) => Task.FromResult(provider.GetRequiredService<ClockMover>().Describe())));
    }

    /// <summary>Maps the routes.</summary>
    public static void Map(WebApplication app, string functionKey)
    {
        var clock = app.MapGroup("/clock").AddEndpointFilter(FunctionKey.Filter(functionKey));
        clock.MapGet("", (SettableTime time, ClockMover mover) => View(time, mover));
        clock.MapPost("", Start);
        clock.MapDelete("", async (SettableTime time, ClockMover mover) =>
        {
            await mover.CancelAsync();
            return View(time, mover);
        });
    }

    // {"to": "2026-11-22T08:00:00Z"} or {"seconds": 3600}. The body is read here, behind the key.
    private static async Task<IResult> Start(HttpRequest request, SettableTime time, ClockMover mover, CancellationToken cancellationToken)
    {
        JsonElement asked;
        try
        {
            asked = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body, cancellationToken: cancellationToken);
        }
        catch (JsonException e)
        {
            return Results.BadRequest(e.Message);
        }

        var now = time.GetUtcNow();
        if (Moment(asked, now) is not { } until) return Results.BadRequest("to, a time, or seconds, a number, is required.");
        if (until <= now) return Results.BadRequest("The clock only goes ahead.");
        if (until - now > ClockMover.Farthest) return Results.BadRequest($"A move goes {ClockMover.Farthest.TotalDays} days at most.");
        return mover.TryStart(until)
            ? Results.Json(View(time, mover), statusCode: StatusCodes.Status202Accepted)
            : Results.Conflict(View(time, mover));
    }

    private static DateTimeOffset? Moment(JsonElement asked, DateTimeOffset now)
    {
        if (asked.ValueKind != JsonValueKind.Object) return null;
        if (asked.TryGetProperty("to", out var to) && to.ValueKind == JsonValueKind.String && to.TryGetDateTimeOffset(out var given))
        {
            return given.ToUniversalTime();
        }

        return asked.TryGetProperty("seconds", out var by) && by.ValueKind == JsonValueKind.Number && by.TryGetInt32(out var seconds)
            ? now.AddSeconds(seconds)
            : null;
    }

    private static ClockView View(SettableTime time, ClockMover mover) => new(time.GetUtcNow(), time.Ahead.TotalSeconds, mover.Move);

    private sealed record ClockView(DateTimeOffset Now, double AheadSeconds, ClockMove? Move);
}
