using System.Text.Json.Nodes;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>
/// The providers' dashboard: what somebody does there by hand, and what banks do. Money that is still to come arrives or does not; payments are given back,
/// whole or in part; banks dispute them and settle that.
/// </summary>
internal sealed class Dashboard(Till till, PaymentEvents events)
{
    public void Map(WebApplication app)
    {
        app.MapGet("/dashboard", () =>
        {
            lock (till.Lock) return Results.Text(DashboardHtml.Page(till), "text/html; charset=utf-8");
        });
        app.MapPost("/dashboard/{id}/{act}", (string id, string act, HttpRequest request) =>
        {
            lock (till.Lock)
            {
                var isDone = till.Payments.FirstOrDefault(payment => payment.Id == id) is { } payment ? Act(payment, act, request)
                    : till.Find(id) is { } session && Act(session, act);
                if (!isDone) return Results.Conflict();
                return request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
                    ? Results.Redirect("/dashboard") : Results.Json(new JsonObject { ["done"] = act });
            }
        });
    }

    // Money that was still to come.
    private bool Act(Session session, string act)
    {
        if (!session.IsPending) return false;
        session.IsPending = false;
        switch (act)
        {
            case "arrive":
                events.Arrived(till.Pay(session, Till.PrefixOf(session), session.Amount, session.Currency));
                return true;
            case "bounce":
                session.HasFailed = session.Provider == "stripe";
                events.Bounced(session);
                return true;
            default:
                return false;
        }
    }

    // amount, in minor units, in the query: that much of a refund; else all that is left, or half of it.
    private bool Act(Payment payment, string act, HttpRequest request)
    {
        var left = payment.Amount - payment.Refunded;
        var asked = till.Disputes.LastOrDefault(dispute => dispute.Payment == payment && dispute.Status == "needs_response");
        switch (act)
        {
            case "refund" or "half":
                long? amount = long.TryParse(request.Query["amount"], out var given) ? given : act == "half" ? left / 2 : null;
                var prefix = payment.Session.Provider switch { "stripe" => "re_", "razorpay" => "rfnd_", _ => "rf_" };
                if (till.Refund(prefix, payment, amount, null) is not { } refund) return false;
                events.Refunded(refund);
                return true;
            case "fail" when till.Refunds.LastOrDefault(each => each.Payment == payment && !each.HasFailed) is { } made:
                Till.Fail(made);
                events.RefundFailed(made);
                return true;
            case "dispute":
                events.Disputed(till.Contest(payment));
                return true;
            case "win" or "lose" when asked is not null:
                asked.Status = act == "win" ? "won" : "lost";
                events.Disputed(asked);
                return true;
            default:
                return false;
        }
    }
}
