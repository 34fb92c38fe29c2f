using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>How webhooks are sent and refunds are answered from now on, or for so many of them.</summary>
internal sealed class PaymentManner
{
    private readonly Lock _lock = new();
    private (string Kind, int? Left) _webhooks = ("send", null);
    private (string Kind, int? Left) _refunds = ("ok", null);

    public void Change(JsonObject request)
    {
        lock (_lock)
        {
            var count = (int?)request["count"];
            if (request["webhooks"]?.ToString() is { } webhooks) _webhooks = (webhooks, count);
            if (request["refunds"]?.ToString() is { } refunds) _refunds = (refunds, count);
        }
    }

    public void Reset()
    {
        lock (_lock) (_webhooks, _refunds) = (("send", null), ("ok", null));
    }

    /// <summary>send, double or lose.</summary>
    public string NextWebhook()
    {
        lock (_lock) return Take(ref _webhooks, "send");
    }

    /// <summary>
    /// Answers a refund: ok, 500 (nothing is done), timeout (nothing is done and nothing answered) or lost-answer (done, then the
    /// connection breaks).
    /// </summary>
    public async Task<IResult> RefundAsync(HttpContext context, Func<IResult> refund)
    {
        string kind;
        lock (_lock) kind = Take(ref _refunds, "ok");
        switch (kind)
        {
            case "ok":
                return refund();
            case "timeout":
                await Task.Delay(TimeSpan.FromMinutes(2), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return Results.Empty;
            case "lost-answer":
                refund();
                context.Abort();
                return Results.Empty;
            default:
                return Results.StatusCode(int.TryParse(kind, out var status) ? status : StatusCodes.Status500InternalServerError);
        }
    }

    private static string Take(ref (string Kind, int? Left) manner, string usual)
    {
        var kind = manner.Kind;
        if (manner.Left is { } left) manner = left > 1 ? (kind, left - 1) : (usual, null);
        return kind;
    }
}
