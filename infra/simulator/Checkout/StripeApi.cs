using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>
/// Checkout sessions, refunds and events as Stripe has them. https://docs.stripe.com/api/checkout/sessions https://docs.stripe.com/api/refunds
/// https://docs.stripe.com/api/events/list
/// </summary>
internal sealed class StripeApi(SimulatorOptions options, Till till, PaymentManner manner, PaymentEvents events)
{
    private const string Provider = "stripe";

    private static readonly TimeSpan _soonest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _latest = TimeSpan.FromHours(24);
    private static readonly TimeSpan _eventsLast = TimeSpan.FromDays(30);

    public void Map(WebApplication app)
    {
        var stripe = app.MapGroup("/stripe/v1").AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers["Stripe-Version"].Count == 0 ? StripeObjects.Error(400, "This stand-in wants a Stripe-Version.")
            : context.HttpContext.Request.Headers.Authorization.ToString() == $"Bearer {options.StripeKey}"
                ? await next(context)
                : StripeObjects.Error(401, "Invalid API Key provided"));
        stripe.MapPost("/checkout/sessions", CreateAsync);
        stripe.MapGet("/checkout/sessions/{id}", (string id, HttpRequest request) => With(id, session => Results.Json(
            request.Query["expand[]"].Contains("payment_intent") ? StripeObjects.Expanded(session, till.Now) : StripeObjects.Session(session, till.Now))));
        stripe.MapPost("/checkout/sessions/{id}/expire", (string id) => With(id, Expire));
        stripe.MapPost("/refunds", RefundAsync);
        stripe.MapGet("/refunds", Refunds);
        stripe.MapGet("/events", Events);
    }

    private async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await FormAsync(request, cancellationToken);
        if (form["mode"] != "payment") return StripeObjects.Error(400, "Missing required param: mode.", "mode", "parameter_missing");
        foreach (var name in Required(form).Where(name => form[name].Count == 0))
        {
            return StripeObjects.Error(400, $"Missing required param: {name}.", name, "parameter_missing");
        }

        var amount = 0L;
        for (var i = 0; form.ContainsKey(Item(i, "[quantity]")); i++)
        {
            var place = Item(i, "[price_data][unit_amount]");
            if (!long.TryParse(form[place], out var unit) || unit < 0) return NoInteger(form[place], place);
            if (!long.TryParse(form[Item(i, "[quantity]")], out var quantity) || quantity < 1)
            {
                return NoInteger(form[Item(i, "[quantity]")], Item(i, "[quantity]"));
            }

            amount += unit * quantity;
        }

        var expires = till.Now + _latest;
        if (form["expires_at"].ToString() is { Length: > 0 } asked)
        {
            if (!long.TryParse(asked, out var seconds)) return NoInteger(asked, "expires_at");
            expires = DateTimeOffset.FromUnixTimeSeconds(seconds);
            // Whole seconds of the caller's clock, and what the request took.
            var slack = TimeSpan.FromSeconds(5);
            if (expires < till.Now + _soonest - slack || expires > till.Now + _latest + slack)
            {
                return StripeObjects.Error(
                    400, "The `expires_at` timestamp must be at least 30 minutes and at most 24 hours from Checkout Session creation.", "expires_at");
            }
        }

        var (key, text) = (request.Headers["Idempotency-Key"].ToString(), Text(form));
        lock (till.Lock)
        {
            var (known, isOther) = till.Recall<Session>("stripe sessions", key, text);
            if (isOther) return Misused(key);
            if (known is not null) return Results.Json(StripeObjects.Session(known, till.Now));
            var id = Till.NewId("cs_");
            var session = new Session
            {
                Id = id, Provider = Provider, Reference = form["client_reference_id"].ToString(), Amount = amount,
                Currency = form[Item(0, "[price_data][currency]")].ToString(), Description = form[Item(0, "[price_data][product_data][name]")].ToString(),
                Origin = $"{request.Scheme}://{request.Host}", CreatedAt = till.Now, ExpiresAt = expires, Notes = Metadata(form),
                ReturnUrl = form["success_url"].ToString().Replace("{CHECKOUT_SESSION_ID}", id, StringComparison.Ordinal), CancelUrl = form["cancel_url"],
                Language = form["locale"].ToString() is { Length: >= 2 } locale && locale != "auto" ? locale[..2] : null,
            };
            till.Open(session);
            till.Remember("stripe sessions", key, text, session);
            return Results.Json(StripeObjects.Session(session, till.Now));
        }
    }

    private IResult Expire(Session session)
    {
        if (session.Status(till.Now) != "open") return StripeObjects.Error(400, "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        session.IsClosed = true;
        events.Expired(session);
        return Results.Json(StripeObjects.Session(session, till.Now));
    }

    private async Task<IResult> RefundAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var form = await FormAsync(request, cancellationToken);
        if (form["payment_intent"].Count == 0)
        {
            return StripeObjects.Error(
                400, "One of the following params should be provided for this request: payment_intent or charge.", "payment_intent", "parameter_missing");
        }

        long? amount = null;
        if (form["amount"].Count > 0)
        {
            if (!long.TryParse(form["amount"], out var given) || given < 1) return NoInteger(form["amount"], "amount");
            amount = given;
        }

        var key = request.Headers["Idempotency-Key"].ToString();
        return await manner.RefundAsync(request.HttpContext, () => Refund(form["payment_intent"], amount, key, Text(form)));
    }

    private IResult Refund(string? intent, long? amount, string key, string text)
    {
        lock (till.Lock)
        {
            var (known, isOther) = till.Recall<Refund>("stripe refunds", key, text);
            if (isOther) return Misused(key);
            if (known is not null) return Results.Json(StripeObjects.Refund(known));
            if (till.Payment(intent, Provider) is not { } payment)
            {
                return StripeObjects.Error(404, $"No such payment_intent: '{intent}'", "payment_intent", "resource_missing");
            }

            if (till.Refund("re_", payment, amount, null) is not { } refund)
            {
                return StripeObjects.Error(400, "The refund is greater than what is left of the charge.", code: "charge_already_refunded");
            }

            till.Remember("stripe refunds", key, text, refund);
            events.Refunded(refund);
            return Results.Json(StripeObjects.Refund(refund));
        }
    }

    private IResult Refunds(string? payment_intent)
    {
        lock (till.Lock)
        {
            var found = till.Refunds.Where(refund =>
                refund.Payment.Session.Provider == Provider && (payment_intent is null || refund.Payment.Id == payment_intent));
            return Results.Json(new JsonObject
            {
                ["object"] = "list", ["url"] = "/v1/refunds", ["has_more"] = false,
                ["data"] = new JsonArray([.. found.Reverse().Select(refund => (JsonNode)StripeObjects.Refund(refund))]),
            });
        }
    }

    private IResult Events(HttpRequest request)
    {
        var (types, limit) = (request.Query["types[]"], int.TryParse(request.Query["limit"], out var given) ? given : 10);
        if (types.Count > 20) return StripeObjects.Error(400, "You may pass up to 20 types.", "types");
        if (limit is < 1 or > 100) return NoInteger(request.Query["limit"], "limit");
        var since = long.TryParse(request.Query["created[gte]"], out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.MinValue;
        lock (till.Lock)
        {
            var found = events.OfStripe
                .Where(each => each.At >= since && each.At > till.Now - _eventsLast && (types.Count == 0 || types.Contains(each.Body["type"]!.ToString())))
                .Select(each => each.Body);
            if (request.Query["starting_after"].ToString() is { Length: > 0 } after) found = found.SkipWhile(body => body["id"]!.ToString() != after).Skip(1);
            var page = found.Take(limit + 1).ToList();
            return Results.Json(new JsonObject
            {
                ["object"] = "list", ["url"] = "/v1/events", ["has_more"] = page.Count > limit,
                ["data"] = new JsonArray([.. page.Take(limit).Select(body => body.DeepClone())]),
            });
        }
    }

    private IResult With(string id, Func<Session, IResult> answer)
    {
        lock (till.Lock)
        {
            return till.Find(id, Provider) is { } session ? answer(session)
                : StripeObjects.Error(404, $"No such checkout.session: '{id}'", "id", "resource_missing");
        }
    }

    private static IResult Misused(string key) => StripeObjects.Error(
        400, $"Keys for idempotent requests can only be used with the same parameters they were first used with: '{key}'.", type: "idempotency_error");

    private static IResult NoInteger(string? value, string place) =>
        StripeObjects.Error(400, $"Invalid integer: {value}", place, "parameter_invalid_integer");

    private static IEnumerable<string> Required(IFormCollection form)
    {
        var items = form.Keys.Where(key => key.StartsWith("line_items[", StringComparison.Ordinal)).Select(key => key.Split('[', ']')[1]).Distinct();
        string[] parts = ["[price_data][currency]", "[price_data][unit_amount]", "[price_data][product_data][name]", "[quantity]"];
        return ["success_url", .. Enumerable.Range(0, Math.Max(1, items.Count())).SelectMany(index => parts.Select(part => Item(index, part)))];
    }

    private static string Item(int index, string part) => string.Create(CultureInfo.InvariantCulture, $"line_items[{index}]{part}");

    private static JsonObject Metadata(IFormCollection form) => new(form.Where(field => field.Key.StartsWith("metadata[", StringComparison.Ordinal))
        .Select(field => KeyValuePair.Create(field.Key["metadata[".Length..].TrimEnd(']'), (JsonNode?)field.Value.ToString())));

    private static string Text(IFormCollection form) =>
        string.Join('&', form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"));

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
}
