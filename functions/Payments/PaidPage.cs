using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace WhatsAppBots.Payments;

/// <summary>Where providers send people who paid. Their coming proves nothing, so nothing is said of the payment.</summary>
public sealed class PaidPage
{
    private const string Page =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>Back to WhatsApp</title>
        <body style="font:1.1rem system-ui;display:grid;place-items:center;min-height:90vh;text-align:center">
        <main><p style="font-size:3rem;margin:0">💬</p><p>You can go back to WhatsApp now.<br>The chat goes on there.</p></main></body></html>
        """;

    private readonly IResult _page = Results.Content(Page, "text/html; charset=utf-8");

    /// <summary>The page.</summary>
    [Function("PaidPage")]
    public IResult Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "paid")] HttpRequest request) => _page;
}
