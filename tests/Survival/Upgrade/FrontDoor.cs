using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.Survival.Tests.Upgrade;

/// <summary>
/// Load balancer of the hosts that run beside each other: leads one request after another to the next of them, so that webhooks and
/// callbacks of one person reach both releases.
/// </summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private static readonly string[] _ownHeaders = ["Host", "Connection", "Content-Length", "Content-Type", "Transfer-Encoding"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication _app;
    private volatile string[] _hosts = [];
    private int _requests;

    private FrontDoor(WebApplication app, string url) => (_app, Url) = (app, url);

    /// <summary>Address that providers and people know.</summary>
    public string Url { get; }

    public static async Task<FrontDoor> StartAsync()
    {
        var url = $"http://127.0.0.1:{HostProcess.FreePort().ToString(CultureInfo.InvariantCulture)}";
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        var door = new FrontDoor(builder.Build(), url);
        door._app.Run(door.ForwardAsync);
        await door._app.StartAsync();
        return door;
    }

    /// <summary>From now on requests go to these hosts; with none they get 503.</summary>
    public void LeadTo(params IEnumerable<HostProcess> hosts) => _hosts = [.. hosts.Select(host => host.Url)];

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var hosts = _hosts;
        if (hosts.Length == 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var (asked, host) = (context.Request, hosts[(uint)Interlocked.Increment(ref _requests) % hosts.Length]);
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), host + asked.Path + asked.QueryString);
        using var body = new MemoryStream();
        await asked.Body.CopyToAsync(body, context.RequestAborted);
        if (body.Length > 0)
        {
            // Signatures are over the bytes: they go on as they came.
            request.Content = new ByteArrayContent(body.ToArray());
            if (asked.ContentType is { } type) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in asked.Headers)
        {
            if (!_ownHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) request.Headers.TryAddWithoutValidation(name, [.. value]);
        }

        try
        {
            using var answer = await _http.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
        }
    }
}
