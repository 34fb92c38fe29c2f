using System.Globalization;
using System.Net;

namespace WhatsAppBots.Simulator.Checkout;

/// <summary>The page on which the person pays.</summary>
internal static class PayHtml
{
    private static readonly Dictionary<string, string> _signs = new()
    {
        ["USD"] = "$", ["EUR"] = "€", ["GBP"] = "£", ["INR"] = "₹", ["ILS"] = "₪", ["BRL"] = "R$", ["JPY"] = "¥",
    };

    // ISO 4217: how many digits stand behind the point where it is not two.
    private static readonly Dictionary<string, int> _digits = new()
    {
        ["JPY"] = 0, ["KRW"] = 0, ["VND"] = 0, ["CLP"] = 0, ["ISK"] = 0, ["UGX"] = 0, ["KWD"] = 3, ["BHD"] = 3, ["JOD"] = 3, ["OMR"] = 3, ["TND"] = 3,
    };

    public static string Page(Session session, DateTimeOffset now, bool hasFailed = false)
    {
        var what = session.Description.Length > 0 ? session.Description : "Payment";
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{{Safe(what)}} · Checkout</title>
              <link rel="icon" href="/icon.svg">
              <style>
                :root { --page: #eef1ef; --paper: #fff; --ink: #14201b; --dim: #5c6963; --line: #dde3df; --accent: #17834f; --on-accent: #fff; --bad: #b3261e; font: 16px/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
                @media (prefers-color-scheme: dark) { :root { --page: #0a100d; --paper: #16201b; --ink: #e7ede9; --dim: #9aa8a1; --line: #2a362f; --accent: #34c27f; --on-accent: #06150d; --bad: #ff8a80; } }
                * { box-sizing: border-box; margin: 0; }
                body { min-height: 100dvh; display: grid; place-items: center; padding: 16px; background: var(--page); color: var(--ink); }
                main { width: 100%; max-width: 400px; padding: 26px 22px; border: 1px solid var(--line); border-radius: 18px; background: var(--paper); }
                .provider, .note, .reference { color: var(--dim); font-size: 13.5px; }
                h1 { margin: 6px 0 2px; font-size: 20px; overflow-wrap: anywhere; }
                .reference { overflow-wrap: anywhere; }
                .amount { margin: 18px 0; font-size: 36px; font-weight: 650; letter-spacing: -.5px; }
                .amount small { font-size: 15px; font-weight: 500; color: var(--dim); letter-spacing: 0; }
                form { display: grid; gap: 10px; }
                button, .back { display: block; width: 100%; min-height: 46px; padding: 10px; border: 1px solid var(--line); border-radius: 12px; background: none; color: inherit; font: inherit; text-align: center; text-decoration: none; cursor: pointer; }
                button:hover, .back:hover { border-color: var(--accent); }
                .pay { min-height: 52px; border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
                :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
                .result { margin: 0 0 16px; padding: 14px; border-radius: 12px; background: #8881; font-weight: 550; }
                .result.bad { color: var(--bad); }
                .note { margin-top: 18px; text-align: center; }
              </style>
            </head>
            <body>
              <main data-status="{{session.Status(now)}}">
                <p class="provider">{{Safe(session.Provider switch { "stripe" => "Stripe", "razorpay" => "Razorpay", _ => "Checkout" })}}</p>
                <h1 dir="auto">{{Safe(what)}}</h1>
                <p class="reference">{{Safe(session.Reference)}}</p>
                <p class="amount">{{Safe(Amount(session.Amount, session.Currency))}} <small>{{Safe(session.Currency.ToUpperInvariant())}}</small></p>
                {{Rest(session, now, hasFailed)}}
                <p class="note">This is a simulator: no money moves.</p>
              </main>
            </body>
            </html>
            """;
    }

    /// <summary>Minor units as people write them.</summary>
    public static string Amount(long minor, string currency)
    {
        var code = currency.ToUpperInvariant();
        var digits = _digits.GetValueOrDefault(code, 2);
        var value = minor / (decimal)Math.Pow(10, digits);
        return _signs.GetValueOrDefault(code, "") + value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Rest(Session session, DateTimeOffset now, bool hasFailed) => session.Status(now) switch
    {
        "paid" => Result(session.Payments.Count > 1 ? "Paid twice. You can go back to the chat." : "Paid. You can go back to the chat.", "") + Back(session),
        "expired" => Result("This link has expired.", " bad"),
        _ => (hasFailed ? Result("The payment failed. Nothing was charged.", " bad") : "") + $"""
            <form method="post">
                  <button class="pay" data-testid="pay" formaction="/pay/{session.Id}/pay">Pay {Safe(Amount(session.Amount, session.Currency))}</button>
                  <button data-testid="fail" formaction="/pay/{session.Id}/fail">Fail</button>
                  <button data-testid="twice" formaction="/pay/{session.Id}/twice">Pay twice</button>
                  <button data-testid="lost" formaction="/pay/{session.Id}/lost">Pay and lose the webhook</button>
                </form>
            """,
    };

    private static string Result(string text, string kind) => $"""<p class="result{kind}" role="status" data-testid="result">{Safe(text)}</p>""";

    private static string Back(Session session) =>
        Uri.TryCreate(session.ReturnUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"""<a class="back" href="{Safe(address.AbsoluteUri)}">Go back</a>"""
            : "";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
