using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>An address that providers post their webhooks to.</summary>
public sealed class WebhookHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebhookHost(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <param name="receive">Answers a webhook of a provider, by its name.</param>
    public static async Task<WebhookHost> StartAsync(Func<HttpContext, string, Task<IResult>> receive)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapPost("/payments/{provider}", receive);
        await app.StartAsync();
        return new WebhookHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
