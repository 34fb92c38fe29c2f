using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Desk.Feed;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace WhatsAppBots.Admin.Live;

/// <summary>Endpoint of the live stream of changes.</summary>
internal sealed class LiveEndpoint : IFeature
{
    // So that a proxy does not take the stream for dead, and that a client whose connection has gone is noticed.
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(15);

    // Whoever is demoted or signed out stops hearing within this time.
    private static readonly TimeSpan _asked = TimeSpan.FromSeconds(30);

    // A caller who has as many streams as one may have waits so long.
    private static readonly TimeSpan _full = TimeSpan.FromSeconds(30);

    // A client comes back by itself: what it missed is told.
    private static readonly TimeSpan _longest = TimeSpan.FromMinutes(30);

    /// <inheritdoc/>
    public static string Name => "Live";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddSingleton<LiveFeed>().AddScoped<LiveCaller>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("live", StreamAsync).WithName("Live")
        .WithSummary("Changes as they happen, as server-sent events; a stream that was cut resumes without a gap")
        .WithDescription(
            "The first event of a new stream is `start`; its `id` says where the feed stands. Each further one has the change's number as its `id`, `change` as its `event` and a change as its `data`. A browser's EventSource comes back with "
            + "`Last-Event-ID` and is told what it missed; other clients send that header, or `after`. Changes are kept for an hour. Whoever was away for longer "
            + "gets the event `reset`: read everything anew; the stream goes on from its `id`. Lines that begin with a colon only keep the connection alive.")
        .Produces<Change>(StatusCodes.Status200OK, "text/event-stream").Needs(Permission.ConversationsRead);

    private static async Task<Results<EmptyHttpResult, Wrong, Waiting>> StreamAsync(
        [FromQuery(Name = "after"), Description("Number of the last change you know; without it, and without `Last-Event-ID`, from now on.")] string? after,
        [FromHeader(Name = "Last-Event-ID"), Description("The same, as browsers send it.")] string? lastEventId,
        Caller caller, LiveFeed feed, LiveCaller callers, IOptions<JsonOptions> json, HttpContext context)
    {
        var given = lastEventId ?? after;
        if (given is not null && !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return new Wrong("after, or Last-Event-ID, is no number of a change.");
        }

        if (!feed.TryOpen(caller)) return new Waiting(_full);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        try
        {
            await FollowAsync(
                given is null ? null : long.Parse(given, CultureInfo.InvariantCulture), caller, feed, callers,
                    json.Value.SerializerOptions, context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone, or the host stops.
        }
        finally
        {
            feed.Close(caller);
        }

        return TypedResults.Empty;
    }

    private static async Task FollowAsync(
        long? after, Caller caller, LiveFeed feed, LiveCaller callers, JsonSerializerOptions json, HttpContext context)
    {
        var (response, cancellationToken) = (context.Response, context.RequestAborted);
        var began = TimeProvider.System.GetTimestamp();
        var (beat, asked) = (began, began);
        if (after is not { } seen)
        {
            seen = (await feed.ReadAsync(caller.Workspace, null, cancellationToken)).Last;
            await WriteAsync(response, $"id: {seen}\nevent: start\ndata: {{}}\n\n", cancellationToken);
        }

        while (TimeProvider.System.GetElapsedTime(began) < _longest)
        {
            var part = await feed.ReadAsync(caller.Workspace, seen, cancellationToken);
            if (!part.IsWhole)
            {
                seen = part.Last;
                await WriteAsync(response, $"id: {seen}\nevent: reset\ndata: {{}}\n\n", cancellationToken);
            }
            else if (part.Changes.Count > 0)
            {
                var text = string.Concat(part.Changes.Where(change => MayHear(caller, change)).Select(
                    change => $"id: {change.Seq}\nevent: change\ndata: {JsonSerializer.Serialize(change, json)}\n\n"));
                seen = part.Changes[^1].Seq;

                // The number moves on although nothing of it was for this caller.
                await WriteAsync(response, text.Length > 0 ? text : $"id: {seen}\n\n", cancellationToken);
                if (part.Changes.Count == Changes.Most) continue;
            }

            if (TimeProvider.System.GetElapsedTime(beat) >= _beat)
            {
                beat = TimeProvider.System.GetTimestamp();
                await WriteAsync(response, ": still here\n\n", cancellationToken);
            }

            if (TimeProvider.System.GetElapsedTime(asked) >= _asked)
            {
                asked = TimeProvider.System.GetTimestamp();
                if (await callers.AgainAsync(context) is not { } now || now.Workspace != caller.Workspace) return;
                caller = now;
            }

            await Task.Delay(LiveFeed.Look, cancellationToken);
        }
    }

    // Of other numbers' conversations a scoped caller hears nothing, and of what was read only what they read themselves.
    private static bool MayHear(Caller caller, Change change) =>
        (caller.Numbers is null || change.Number is null || caller.Numbers.Contains(change.Number))
        && (change.Kind != "seen" || change.Reference == caller.UserId);

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
