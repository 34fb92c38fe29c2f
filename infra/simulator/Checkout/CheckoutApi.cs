using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>A payment provider as plain as can be: checkouts, refunds, idempotency keys, one kind of webhook and a list of those.</summary>
internal sealed class CheckoutApi(SimulatorOptions options, Till till, PaymentManner manner, PaymentEvents events)
{
    private const string Provider = "generic";

    private const int PageSize = 100;

    private static readonly TimeSpan _lives = TimeSpan.FromHours(24);

    public void Map(WebApplication app)
    {
        var checkout = app.MapGroup("/checkout").AddEndpointFilter(async (context, next) =>
            context.HttpContext.Request.Headers.Authorization.ToString() == $"Bearer {options.PaymentKey}"
                ? await next(context)
                : Error(401, "unauthorized"));
        checkout.MapPost("/checkouts", CreateAsync);
        checkout.MapGet("/checkouts/{id}", (string id) =>
        {
            lock (till.Lock) return till.Find(id, Provider) is { } session ? Results.Json(View(session)) : Error(404, "no such checkout");
        });
        checkout.MapPost("/refunds", RefundAsync);
        checkout.MapGet("/refunds", (string? payment) =>
        {
            lock (till.Lock)
            {
                var found = till.Refunds.Where(refund =>
                    refund.Payment.Session.Provider == Provider && (payment is null || refund.Payment.Id == payment));
                return new JsonArray([.. found.Select(refund => (JsonNode)View(refund))]);
            }
        });
        checkout.MapGet("/events", (long? since, int? after) =>
        {
            lock (till.Lock)
            {
                var found = events.OfGeneric.Where(each => each.At.ToUnixTimeSeconds() >= (since ?? 0)).Skip(after ?? 0).Take(PageSize + 1).ToList();
                return new JsonObject
                {
                    ["events"] = new JsonArray([.. found.Take(PageSize).Select(each => each.Body.DeepClone())]),
                    ["next"] = found.Count > PageSize ? ((after ?? 0) + PageSize).ToString(CultureInfo.InvariantCulture) : null,
                };
            }
        });
    }

    private async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request, cancellationToken) is not { } body) return Error(400, "the body is no JSON object");
        if (body.Text("reference") is not { Length: > 0 } reference) return Error(400, "reference is required");
        if (body.Number("amount") is not { } amount || amount < 1) return Error(400, "amount must be a positive integer");
        if (body.Text("currency") is not { Length: 3 } currency) return Error(400, "currency must have three letters");
        var (key, text) = (request.Headers["Idempotency-Key"].ToString(), body.ToJsonString());
        lock (till.Lock)
        {
            var (session, isOther) = till.Recall<Session>("generic checkouts", key, text);
            if (isOther) return Misused();
            if (session is null)
            {
                session = new Session
                {
                    Id = Till.NewId("co_"), Provider = Provider, Reference = reference, Amount = amount, Currency = currency,
                    Description = body.Text("description") ?? "", Origin = $"{request.Scheme}://{request.Host}", CreatedAt = till.Now,
                    ExpiresAt = till.Now + _lives, ReturnUrl = body.Text("return_url"),
                    CancelUrl = body.Text("cancel_url"), Language = body.Text("language"),
                };
                till.Open(session);
                till.Remember("generic checkouts", key, text, session);
            }

            return Results.Json(View(session), statusCode: StatusCodes.Status201Created);
        }
    }

    private async Task<IResult> RefundAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await JsonBody.ReadAsync(request, cancellationToken) is not { } body) return Error(400, "the body is no JSON object");
        if (body.Text("payment") is not { Length: > 0 } id) return Error(400, "payment is required");
        var (key, text) = (request.Headers["Idempotency-Key"].ToString(), body.ToJsonString());
        return await manner.RefundAsync(request.HttpContext, () =>
        {
            lock (till.Lock)
            {
                var (refund, isOther) = till.Recall<Refund>("generic refunds", key, text);
                if (isOther) return Misused();
                if (refund is not null) return Results.Json(View(refund));
                if (till.Payment(id, Provider) is not { } payment) return Error(404, "no such payment");
                if (payment.Refunded >= payment.Amount) return Error(409, "refunded already");
                refund = till.Refund("rf_", payment, body.Number("amount"), null);
                if (refund is null) return Error(400, "amount is more than what is left");
                till.Remember("generic refunds", key, text, refund);
                events.Refunded(refund);
                return Results.Json(View(refund));
            }
        });
    }

    private JsonObject View(Session session) => new()
    {
        ["id"] = session.Id, ["url"] = session.PageUrl, ["status"] = session.Status(till.Now), ["reference"] = session.Reference,
        ["amount"] = session.Amount, ["currency"] = session.Currency, ["payment"] = session.Payments.FirstOrDefault()?.Id,
        ["payments"] = new JsonArray([.. session.Payments.Select(payment => (JsonNode)new JsonObject
        {
            ["id"] = payment.Id, ["amount"] = payment.Amount, ["currency"] = payment.Currency,
            ["status"] = payment.Refunded >= payment.Amount ? "refunded" : "paid",
        })]),
    };

    private static JsonObject View(Refund refund) => new()
    {
        ["id"] = refund.Id, ["payment"] = refund.Payment.Id, ["amount"] = refund.Amount, ["status"] = refund.HasFailed ? "failed" : "done",
    };

    private static IResult Misused() => Error(422, "this Idempotency-Key was used for another request");

    private static IResult Error(int status, string message) => Results.Json(new JsonObject { ["error"] = message }, statusCode: status);
}
