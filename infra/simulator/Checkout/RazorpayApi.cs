using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>
/// Payment links, refunds and disputes as Razorpay has them. There is no idempotency key for links: a reference that is repeated is refused.
/// https://razorpay.com/docs/api/payments/payment-links https://razorpay.com/docs/api/refunds https://razorpay.com/docs/api/disputes/fetch-all
/// </summary>
internal sealed class RazorpayApi(SimulatorOptions options, Till till, PaymentManner manner, PaymentEvents events)
{
    private const string Provider = "razorpay";

    private static readonly TimeSpan _soonest = TimeSpan.FromMinutes(15);

    public void Map(WebApplication app)
    {
        var key = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.RazorpayKeyId}:{options.RazorpayKeySecret}"));
        var razorpay = app.MapGroup("/razorpay/v1").AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers.Authorization.ToString() == key ? await next(context) : RazorpayObjects.Error(401, "Authentication failed"));
        razorpay.MapPost("/payment_links", CreateAsync);
        razorpay.MapGet("/payment_links", Links);
        razorpay.MapGet("/payment_links/{id}", (string id) => With(id, session => Results.Json(RazorpayObjects.Link(session, till.Now))));
        razorpay.MapPost("/payment_links/{id}/cancel", (string id) => With(id, Cancel));
        razorpay.MapGet("/payments/{id}", (string id) => WithPayment(id, payment => Results.Json(RazorpayObjects.Payment(payment))));
        razorpay.MapGet("/payments/{id}/refunds", (string id) => WithPayment(id, Refunds));
        razorpay.MapPost("/payments/{id}/refund", RefundAsync);
        razorpay.MapGet("/refunds", (HttpRequest request) => List(
            request, till.Refunds.Where(refund => refund.Payment.Session.Provider == Provider).Select(refund => (refund.At, RazorpayObjects.Refund(refund)))));
        razorpay.MapGet("/disputes", (HttpRequest request) => List(
            request, till.Disputes.Where(dispute => dispute.Payment.Session.Provider == Provider).Select(dispute => (dispute.At, RazorpayObjects.Dispute(dispute)))));
    }

    private async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request, cancellationToken) is not { } body) return RazorpayObjects.Error(400, "The request body is not valid JSON");
        if (body.Number("amount") is not { } amount) return RazorpayObjects.Error(400, "The amount field is required.", "amount");
        if (amount < 1) return RazorpayObjects.Error(400, "The amount must be at least 1.", "amount");
        if (body.Text("currency") is not { Length: 3 } currency) return RazorpayObjects.Error(400, "The currency must be 3 characters.", "currency");
        var reference = body.Text("reference_id") ?? "";
        if (reference.Length > 40) return RazorpayObjects.Error(400, "The reference id may not be greater than 40 characters.", "reference_id");
        DateTimeOffset? expires = body.Number("expire_by") is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
        if (expires < till.Now + _soonest - TimeSpan.FromSeconds(5))
        {
            return RazorpayObjects.Error(400, "expire_by should be at least 15 minutes after current time", "expire_by");
        }

        lock (till.Lock)
        {
            if (reference.Length > 0 && till.Sessions.Any(known => known.Provider == Provider && known.Reference == reference))
            {
                return RazorpayObjects.Error(400, "payment link with given reference_id already exists", "reference_id");
            }

            var session = new Session
            {
                Id = Till.NewId("plink_"), Provider = Provider, Reference = reference, Amount = amount, Currency = currency,
                Description = body.Text("description") ?? "", Origin = $"{request.Scheme}://{request.Host}", CreatedAt = till.Now, ExpiresAt = expires,
                ReturnUrl = body.Text("callback_url"), Notes = body["notes"]?.DeepClone() as JsonObject ?? [],
                Language = body["notes"]?["language"]?.ToString(),
            };
            till.Open(session);
            return Results.Json(RazorpayObjects.Link(session, till.Now));
        }
    }

    private JsonObject Links(string? reference_id)
    {
        lock (till.Lock)
        {
            var found = till.Sessions.Where(session => session.Provider == Provider && (reference_id is null || session.Reference == reference_id));
            return new JsonObject { ["payment_links"] = new JsonArray([.. found.Reverse().Select(session => (JsonNode)RazorpayObjects.Link(session, till.Now))]) };
        }
    }

    private IResult Cancel(Session session)
    {
        if (session.Status(till.Now) != "open") return RazorpayObjects.Error(400, "Payment Link cannot be cancelled");
        session.IsClosed = true;
        return Results.Json(RazorpayObjects.Link(session, till.Now));
    }

    private async Task<IResult> RefundAsync(string id, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request, cancellationToken) is not { } body) return RazorpayObjects.Error(400, "The request body is not valid JSON");
        return await manner.RefundAsync(request.HttpContext, () => WithPayment(id, payment =>
        {
            if (payment.Refunded >= payment.Amount) return RazorpayObjects.Error(400, "The payment has been fully refunded already");
            if (till.Refund("rfnd_", payment, body.Number("amount"), body.Text("receipt")) is not { } refund)
            {
                return RazorpayObjects.Error(400, "The total refund amount is greater than the refund payment amount", "amount");
            }

            events.Refunded(refund);
            return Results.Json(RazorpayObjects.Refund(refund));
        }));
    }

    private IResult Refunds(Payment payment)
    {
        var items = till.Refunds.Where(refund => refund.Payment == payment).Select(refund => (JsonNode)RazorpayObjects.Refund(refund)).ToArray();
        return Results.Json(new JsonObject { ["entity"] = "collection", ["count"] = items.Length, ["items"] = new JsonArray(items) });
    }

    // The newest first, by when they were made; 10 unless more are asked for.
    private IResult List(HttpRequest request, IEnumerable<(DateTimeOffset At, JsonObject View)> all)
    {
        long Given(string name, long otherwise) => long.TryParse(request.Query[name], out var number) ? number : otherwise;
        var (count, skip) = (Given("count", 10), Given("skip", 0));
        if (count is < 1 or > 100) return RazorpayObjects.Error(400, "The count must be between 1 and 100", "count");
        lock (till.Lock)
        {
            var (from, to) = (Given("from", 0), Given("to", long.MaxValue));
            var items = all.Reverse().Where(each => each.At.ToUnixTimeSeconds() is var at && at >= from && at <= to)
                .Skip((int)skip).Take((int)count).Select(each => (JsonNode)each.View).ToArray();
            return Results.Json(new JsonObject { ["entity"] = "collection", ["count"] = items.Length, ["items"] = new JsonArray(items) });
        }
    }

    private IResult With(string id, Func<Session, IResult> answer)
    {
        lock (till.Lock) return till.Find(id, Provider) is { } session ? answer(session) : RazorpayObjects.Error(400, "The id provided does not exist");
    }

    private IResult WithPayment(string id, Func<Payment, IResult> answer)
    {
        lock (till.Lock) return till.Payment(id, Provider) is { } payment ? answer(payment) : RazorpayObjects.Error(400, "The id provided does not exist");
    }
}

/// <summary>JSON of a request, read forgivingly.</summary>
internal static class JsonBody
{
    /// <summary>Null where it is no object; an empty body is an empty object.</summary>
    public static async Task<JsonObject?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            return text.Length == 0 ? [] : JsonNode.Parse(text, documentOptions: ClientJson.Strict) is JsonObject body
                && ClientJson.IsText(body) ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(this JsonObject body, string name) => body[name] is JsonValue value ? value.ToString() : null;

    public static long? Number(this JsonObject body, string name) =>
        body[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var number) ? number : null;
}
