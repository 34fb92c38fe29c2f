using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>A payment provider's webhook, signed as the provider's documents say.</summary>
/// <param name="Route">Where it is posted.</param>
/// <param name="Headers">Its signature and what belongs to it.</param>
internal sealed record SignedWebhook(string Route, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public const string Stripe = "/payments/stripe";
    public const string Razorpay = "/payments/razorpay";
    public const string Generic = "/payments/generic";
    public const string Alias = "/payment-received";

    public static IReadOnlyList<string> Routes { get; } = [Stripe, Razorpay, Generic, Alias];

    /// <summary>A payment's webhook; secrets are those of the stand-ins.</summary>
    /// <param name="payment">The payment's id.</param>
    /// <param name="telling">The id of this telling of it, where the provider gives one.</param>
    /// <param name="secret">Null: the right one.</param>
    /// <param name="secondsAgo">How old the signature is.</param>
    public static SignedWebhook Of(string route, string payment, string telling, string reference, long amount = 1290, string? secret = null, int secondsAgo = 0)
    {
        var seconds = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - secondsAgo).ToString(CultureInfo.InvariantCulture);
        switch (route)
        {
            case Stripe:
                var session =
                    $$$$"""
                    {"id":"evt_{{{{telling}}}}","type":"checkout.session.completed","data":{"object":{"id":"cs_{{{{payment}}}}","payment_intent":"pi_{{{{payment}}}}",
                    "payment_status":"paid","client_reference_id":"{{{{reference}}}}","amount_total":{{{{amount}}}},"currency":"eur"}}}
                    """;
                return new(route, session, With(("Stripe-Signature", $"t={seconds},v1={Hmac(secret ?? "whsec_simulator", $"{seconds}.{session}")}")));
            case Razorpay:
                var link =
                    $$$$$"""
                    {"event":"payment_link.paid","payload":{"payment_link":{"entity":{"id":"plink_1","reference_id":"{{{{{reference}}}}}"}},
                    "payment":{"entity":{"id":"pay_{{{{{payment}}}}}","amount":{{{{{amount}}}}},"currency":"EUR"}}}}
                    """;
                return new(route, link, With(
                    ("X-Razorpay-Signature", Hmac(secret ?? "razorpay-secret", link)), ("X-Razorpay-Event-Id", telling)));
            default:
                var own = $$"""{"id":"pm_{{payment}}","order":"{{reference}}","amount":{{amount}},"currency":"EUR","status":"paid"}""";
                return new(route, own, With(
                    ("X-Timestamp", seconds), ("X-Signature", "sha256=" + Hmac(secret ?? "payment-secret", $"{seconds}.{own}"))));
        }
    }

    public SignedWebhook Without(string header) => this with { Headers = Headers.Where(pair => pair.Key != header).ToDictionary() };

    public async Task<HttpStatusCode> PostAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Route) { Content = new StringContent(Body) };
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static Dictionary<string, string> With(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(header => header.Name, header => header.Value);

    private static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}

/// <summary>A webhook, and whether its provider sent it.</summary>
internal sealed record Telling(string Kind, bool IsTrue, SignedWebhook Webhook)
{
    /// <summary>Twenty-five tellings of an order.</summary>
    public static IEnumerable<Telling> Of(Order order, string route, bool isPaid)
    {
        var (id, reference) = (order.Id.ToString(CultureInfo.InvariantCulture), order.Reference);
        var right = SignedWebhook.Of(route, id, $"{id}a", reference);
        var lies = Lies(route, id, reference, right).ToList();
        if (!isPaid) return lies.Concat(lies).Concat(lies).Take(25);
        var too = SignedWebhook.Of(route, $"{id}-too", $"{id}c", reference);
        var little = SignedWebhook.Of(route, $"{id}-little", $"{id}d", reference, amount: 1);

        // Replayed byte for byte, told anew, told under another event; a second payment and one that is too little.
        return
        [
            .. Enumerable.Repeat(new Telling("replayed", true, right), 5),
            .. Enumerable.Range(0, 3).Select(n => new Telling("doubled", true, SignedWebhook.Of(route, id, $"{id}b{n}", reference, secondsAgo: 200 + n))),
            .. Enumerable.Repeat(new Telling("second", true, too), 2), .. Enumerable.Repeat(new Telling("too little", true, little), 2),
            .. lies.Concat(lies).Take(13),
        ];
    }

    private static IEnumerable<Telling> Lies(string route, string id, string reference, SignedWebhook right)
    {
        var isDated = route != SignedWebhook.Razorpay;
        var others = SignedWebhook.Of(route == SignedWebhook.Stripe ? SignedWebhook.Razorpay : SignedWebhook.Stripe, id, $"{id}f", reference);
        yield return new("another secret", false, SignedWebhook.Of(route, id, $"{id}x", reference, secret: "whsec_guessed"));
        yield return new("no secret", false, SignedWebhook.Of(route, id, $"{id}y", reference, secret: ""));
        yield return new("no signature", false, right with { Headers = new Dictionary<string, string>() });
        yield return new("more money", false, right with { Body = right.Body.Replace("1290", "1", StringComparison.Ordinal) });
        yield return new("a byte more", false, right with { Body = right.Body + " " });
        yield return new("for another provider", false, others with { Route = route });
        yield return new("another's secret", false, SignedWebhook.Of(route, id, $"{id}z", reference, secret: route == SignedWebhook.Stripe ? "razorpay-secret" : "whsec_simulator"));
        yield return isDated
            ? new("late", false, SignedWebhook.Of(route, id, $"{id}l", reference, secondsAgo: 400))
            : new("signature of another body", false, right with { Headers = SignedWebhook.Of(route, "other", "o", reference).Headers });
        yield return isDated
            ? new("from the future", false, SignedWebhook.Of(route, id, $"{id}m", reference, secondsAgo: -400))
            : new("upper case nonsense", false, right with { Headers = new Dictionary<string, string> { ["X-Razorpay-Signature"] = new('G', 64) } });
        if (route is SignedWebhook.Generic or SignedWebhook.Alias) yield return new("its date taken away", false, right.Without("X-Timestamp"));
    }
}
