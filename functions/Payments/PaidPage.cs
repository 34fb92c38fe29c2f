using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Payments;

/// <summary>Where providers send people who paid. Their coming proves nothing, so nothing is said of the payment.</summary>
public sealed class PaidPage
{
    private const string Style = "body{font:1.1rem system-ui;display:grid;place-items:center;min-height:90vh;text-align:center}b{font-size:3rem}";

    private const string Page =
        $"""
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>Back to WhatsApp</title><style>{Style}</style>
        <body><main><b>💬</b><p>You can go back to WhatsApp now.<br>The chat goes on there.</p></main></body></html>
        """;

    // Its own style and nothing else.
    private static readonly string _policy =
        $"{SecurityHeaders.ContentPolicy}; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    private readonly IResult _page = Results.Content(Page, "text/html; charset=utf-8");

    /// <summary>The page.</summary>
    [Function("PaidPage")]
    public IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "paid")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = _policy;
        return _page;
    }
}
