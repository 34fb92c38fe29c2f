using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>Where the person pays, whatever the provider, and where tests change how payments behave.</summary>
internal sealed class PayPage(Till till, PaymentManner manner, PaymentEvents events)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/pay/{id}", (string id) =>
        {
            lock (till.Lock) return till.Find(id) is { } session ? Html(PayHtml.Page(session, till.Now)) : Results.NotFound();
        });
        app.MapPost("/pay/{id}/{act:regex(^(pay|fail|twice|lost|later)$)}", ActAsync);
        app.MapGet("/sim/payments", State);
        app.MapPost("/sim/payments", (JsonObject change) =>
        {
            manner.Change(change);
            return Results.NoContent();
        });
        app.MapDelete("/sim/payments", () =>
        {
            manner.Reset();
            return Results.NoContent();
        });
    }

    // amount and currency, in the query or the form, pay something else than what was asked for.
    private async Task<IResult> ActAsync(string id, string act, HttpRequest request, CancellationToken cancellationToken)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        string Given(string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : form[name].ToString();
        lock (till.Lock)
        {
            if (till.Find(id) is not { } session) return Results.NotFound();
            var isOpen = session.Status(till.Now) == "open";
            var amount = long.TryParse(Given("amount"), out var other) ? other : session.Amount;
            var currency = Given("currency") is { Length: > 0 } given ? given : session.Currency;
            if (isOpen && act == "fail") events.Failed(session, amount, currency);
            else if (isOpen && act == "later")
            {
                session.IsPending = true;
                events.Pending(session);
            }
            else if (isOpen) Pay(session, act, amount, currency);
            var status = isOpen ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
            if (request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
            {
                return Html(PayHtml.Page(session, till.Now, hasFailed: isOpen && act == "fail"), status);
            }

            return Results.Json(
                new JsonObject
                {
                    ["status"] = session.Status(till.Now),
                    ["payments"] = new JsonArray([.. session.Payments.Select(payment => (JsonNode)payment.Id)]),
                },
                statusCode: status);
        }
    }

    private void Pay(Session session, string act, long amount, string currency)
    {
        var prefix = Till.PrefixOf(session);
        for (var i = act == "twice" ? 2 : 1; i > 0; i--)
        {
            var payment = till.Pay(session, prefix, amount, currency);
            if (act != "lost") events.Paid(payment);
        }
    }

    private JsonObject State()
    {
        lock (till.Lock)
        {
            return new JsonObject
            {
                ["sessions"] = new JsonArray([.. till.Sessions.Select(session => (JsonNode)new JsonObject
                {
                    ["id"] = session.Id, ["provider"] = session.Provider, ["reference"] = session.Reference, ["amount"] = session.Amount,
                    ["currency"] = session.Currency, ["status"] = session.Status(till.Now), ["url"] = session.PageUrl,
                })]),
                ["payments"] = new JsonArray([.. till.Payments.Select(payment => (JsonNode)new JsonObject
                {
                    ["id"] = payment.Id, ["reference"] = payment.Session.Reference, ["amount"] = payment.Amount, ["currency"] = payment.Currency,
                    ["refunded"] = payment.Refunded, ["provider"] = payment.Session.Provider,
                })]),
                ["refunds"] = till.Refunds.Count(),
            };
        }
    }

    private static IResult Html(string text, int status = StatusCodes.Status200OK) => Results.Text(text, "text/html; charset=utf-8", statusCode: status);
}
