using System.Globalization;
using System.Net;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>The page of <see cref="Dashboard"/>: what was paid, what is still to come, and what can be done about it.</summary>
internal static class DashboardHtml
{
    public static string Page(Till till)
    {
        var pending = till.Sessions.Where(session => session.IsPending).Reverse().ToList();
        var payments = till.Payments.OrderByDescending(payment => payment.At).ToList();
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Payments · Dashboard</title>
              <link rel="icon" href="/icon.svg">
              <style>
                {{PayHtml.Colours}}
                body { max-width: 960px; margin: 0 auto; padding: 24px 16px; background: var(--page); color: var(--ink); }
                h1 { font-size: 22px; margin-bottom: 4px; } h2 { font-size: 16px; margin: 24px 0 8px; }
                p { color: var(--dim); }
                article { padding: 14px 16px; margin-bottom: 10px; border: 1px solid var(--line); border-radius: 14px; background: var(--paper); display: grid; gap: 8px; }
                b { font-size: 18px; } small { color: var(--dim); overflow-wrap: anywhere; }
                form { display: flex; flex-wrap: wrap; gap: 8px; }
                button { padding: 8px 12px; min-height: 40px; border: 1px solid var(--line); border-radius: 10px; background: none; color: inherit; font: inherit; cursor: pointer; }
                button:hover { border-color: var(--accent); }
              </style>
            </head>
            <body>
              <h1>Payments</h1>
              <p>What somebody does at the payment provider by hand, and what banks do. The bots hear of it by webhook. No money moves.</p>
              {{(pending.Count == 0 ? "" : "<h2>Still to come</h2>" + string.Concat(pending.Select(Of)))}}
              <h2>Paid</h2>
              {{(payments.Count == 0 ? "<p>Nothing yet.</p>" : string.Concat(payments.Select(payment => Of(payment, till))))}}
            </body>
            </html>
            """;
    }

    private static string Of(Session session) => Article(
        session, PayHtml.Amount(session), "on its way", session.Id, ("arrive", "Arrives"), ("bounce", "Does not arrive"));

    private static string Of(Payment payment, Till till)
    {
        var left = payment.Amount - payment.Refunded;
        var dispute = till.Disputes.LastOrDefault(each => each.Payment == payment);
        var state = payment.Refunded == 0 ? "paid" : $"{PayHtml.Amount(payment, payment.Refunded)} given back";
        if (dispute is not null) state += dispute.Status == "needs_response" ? ", disputed" : $", dispute {dispute.Status}";
        var acts = new List<(string, string)>();
        if (left > 0) acts.AddRange([("refund", "Refund"), ("half", "Refund half")]);
        if (payment.Refunded > 0) acts.Add(("fail", "The last refund comes back"));
        acts.AddRange(dispute?.Status == "needs_response" ? [("win", "Dispute won"), ("lose", "Dispute lost")] : [("dispute", "Bank disputes it")]);
        return Article(payment.Session, PayHtml.Amount(payment, payment.Amount), state, payment.Id, [.. acts]);
    }

    private static string Article(Session session, string amount, string state, string id, params (string Act, string Label)[] acts) =>
        $"""
        <article data-id="{Safe(id)}"><div><b>{Safe(amount)}</b> {Safe(session.Currency.ToUpperInvariant())} · {Safe(state)}</div>
          <div dir="auto">{Safe(session.Description)}</div><small>{Safe(session.Provider)} · {Safe(id)} · {Safe(session.Reference)}</small>
          <form method="post">{string.Concat(acts.Select(act => $"<button formaction=\"/dashboard/{id}/{act.Act}\">{act.Label}</button>"))}</form></article>
        """;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
