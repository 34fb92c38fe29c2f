using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.Traffic;

/// <summary>A message that the Graph API accepted.</summary>
/// <param name="Text">Its text; empty where it has none.</param>
/// <param name="Callback">The sender's own data, which comes back with its statuses.</param>
/// <param name="Id">The wamid it was given.</param>
public sealed record Accepted(string Number, string To, string Text, string Callback, string Id);

/// <summary>
/// As little of Meta's Graph API as takes texts, fast enough not to be what is measured. What it accepts is told to
/// <see cref="OnAccepted"/> before the answer leaves.
/// </summary>
public sealed class GraphStandIn : IAsyncDisposable
{
    private const string IdPrefix = "wamid.graph.";

    private readonly WebApplication _app;
    private long _ids;

    private GraphStandIn(WebApplication app) => _app = app;

    /// <summary>The base, with a version, as WHATSAPP_API_URL takes it.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Each call takes so long.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Told of each accepted message.</summary>
    public Action<Accepted> OnAccepted { get; set; } = _ => { };

    /// <summary>Deals with a request in its own way; true: it is done with. The message is what it would be if accepted.</summary>
    public Func<HttpContext, Accepted, Task<bool>>? Befall { get; set; }

    /// <summary>Starts on a port of its own.</summary>
    public static async Task<GraphStandIn> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var graph = new GraphStandIn(app);
        app.Run(graph.TakeAsync);
        await app.StartAsync();
        graph.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v23.0";
        return graph;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        // It keeps no files.
        if (context.Request.Method == "GET")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var request = await ReadAsync(context.Request);
        if (request is null)
        {
            await AnswerAsync(context, """{"success":true}"""u8.ToArray());
            return;
        }

        if (Delay > TimeSpan.Zero) await Task.Delay(Delay);
        if (Befall is not null && await Befall(context, request)) return;
        await AcceptAsync(context, request);
    }

    /// <summary>Accepts a message as usual.</summary>
    public async Task AcceptAsync(HttpContext context, Accepted message)
    {
        OnAccepted(message);
        await AnswerAsync(context, System.Text.Encoding.UTF8.GetBytes(
            $$"""{"messaging_product":"whatsapp","contacts":[{"input":"{{message.To}}","wa_id":"{{message.To}}"}],"messages":[{"id":"{{message.Id}}"}]}"""));
    }

    // Null for a read mark.
    private async Task<Accepted?> ReadAsync(HttpRequest request)
    {
        using var document = await JsonDocument.ParseAsync(request.Body);
        var body = document.RootElement;
        if (!body.TryGetProperty("to", out var to)) return null;
        var text = body.TryGetProperty("text", out var content) && content.TryGetProperty("body", out var words) ? words.GetString()! : "";
        var callback = body.TryGetProperty("biz_opaque_callback_data", out var data) ? data.GetString()! : "";
        var number = request.Path.Value!.Split('/')[2];
        return new Accepted(number, to.GetString()!, text, callback, IdPrefix + Interlocked.Increment(ref _ids));
    }

    private static Task AnswerAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length);
    }
}
