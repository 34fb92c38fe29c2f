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
    private static readonly Dictionary<string, int> _digits =
        "BIF0 CLP0 DJF0 GNF0 ISK0 JPY0 KMF0 KRW0 PYG0 RWF0 UGX0 VND0 VUV0 XAF0 XOF0 XPF0 BHD3 IQD3 JOD3 KWD3 LYD3 OMR3 TND3"
            .Split(' ').ToDictionary(entry => entry[..3], entry => entry[3] - '0');

    public const string Colours =
        """
        :root { --page: #eef1ef; --paper: #fff; --ink: #14201b; --dim: #5c6963; --line: #dde3df; --accent: #17834f; --on-accent: #fff; --bad: #b3261e; font: 16px/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        @media (prefers-color-scheme: dark) { :root { --page: #0a100d; --paper: #16201b; --ink: #e7ede9; --dim: #9aa8a1; --line: #2a362f; --accent: #34c27f; --on-accent: #06150d; --bad: #ff8a80; } }
        * { box-sizing: border-box; margin: 0; }
        """;

    public static string Page(Session session, DateTimeOffset now, bool hasFailed = false)
    {
        var texts = PayTexts.Of(session.Language);
        var what = session.Description.Length > 0 ? session.Description : texts.Payment;
        return $$"""
            <!doctype html>
            <html lang="{{texts.Language}}" dir="{{texts.Direction}}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{{Safe(what)}} · Checkout</title>
              <link rel="icon" href="/icon.svg">
              <style>
                {{Colours}}
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
                .back { margin-top: 10px; }
                .note { margin-top: 18px; text-align: center; }
              </style>
            </head>
            <body>
              <main data-status="{{session.Status(now)}}">
                <p class="provider">{{Safe(session.Provider switch { "stripe" => "Stripe", "razorpay" => "Razorpay", _ => "Checkout" })}}</p>
                <h1 dir="auto">{{Safe(what)}}</h1>
                <p class="reference">{{Safe(session.Reference)}}</p>
                <p class="amount"><bdi>{{Safe(Amount(session))}}</bdi> <small>{{Safe(session.Currency.ToUpperInvariant())}}</small></p>
                {{Rest(session, texts, now, hasFailed)}}
                <p class="note">{{Safe(texts.Simulated)}}</p>
              </main>
            </body>
            </html>
            """;
    }

    /// <summary>What a session asks for, as people write it. Stripe counts some currencies in its own way.</summary>
    public static string Amount(Session session) => AmountOf(session.Provider, session.Amount, session.Currency);

    /// <summary>What was paid, or went back.</summary>
    public static string Amount(Payment payment, long amount) => AmountOf(payment.Session.Provider, amount, payment.Currency);

    private static string AmountOf(string provider, long amount, string currency) => (provider, currency.ToUpperInvariant()) switch
    {
        ("stripe", "ISK" or "UGX") => Amount(amount, currency, 2),
        ("stripe", "MGA") => Amount(amount, currency, 0),
        (_, var code) => Amount(amount, currency, _digits.GetValueOrDefault(code, 2)),
    };

    private static string Amount(long minor, string currency, int digits)
    {
        var value = minor / (decimal)Math.Pow(10, digits);
        return _signs.GetValueOrDefault(currency.ToUpperInvariant(), "")
            + value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Rest(Session session, PayTexts texts, DateTimeOffset now, bool hasFailed)
    {
        var amount = Amount(session);
        return session.Status(now) switch
        {
            "paid" => Result(Paid(session, texts), "") + Back(session.ReturnUrl, texts.Back),
            "pending" => Result(Text(texts.Pending, amount), "") + Back(session.ReturnUrl, texts.Back),
            "failed" => Result(texts.Failed, " bad") + Back(session.CancelUrl ?? session.ReturnUrl, texts.Back),
            "expired" => Result(texts.Expired, " bad") + Back(session.CancelUrl ?? session.ReturnUrl, texts.Back),
            _ => (hasFailed ? Result(texts.Failed, " bad") : "") + $"""
                <form method="post">
                      <button class="pay" data-testid="pay" formaction="/pay/{session.Id}/pay">{Safe(Text(texts.Pay, amount))}</button>
                      <button data-testid="later" formaction="/pay/{session.Id}/later">{Safe(texts.Later)}</button>
                      <button data-testid="fail" formaction="/pay/{session.Id}/fail">{Safe(texts.Fail)}</button>
                      <button data-testid="twice" formaction="/pay/{session.Id}/twice">{Safe(texts.Twice)}</button>
                      <button data-testid="lost" formaction="/pay/{session.Id}/lost">{Safe(texts.Lost)}</button>
                    </form>
                """ + Back(session.CancelUrl, texts.Cancel),
        };
    }

    private static string Paid(Session session, PayTexts texts)
    {
        var (paid, returned) = (session.Payments.Sum(payment => payment.Amount), session.Payments.Sum(payment => payment.Refunded));
        if (returned == 0) return Text(session.Payments.Count > 1 ? texts.PaidTwice : texts.Paid, Amount(session));
        return Text(returned == paid ? texts.Returned : texts.Part, Amount(session.Payments[0], returned));
    }

    // An amount keeps its own direction within a text of another.
    private static string Text(string text, string amount) => string.Format(CultureInfo.InvariantCulture, text, $"\u2068{amount}\u2069");

    private static string Result(string text, string kind) => $"""<p class="result{kind}" role="status" data-testid="result">{Safe(text)}</p>""";

    private static string Back(string? url, string label) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"""<a class="back" href="{Safe(address.AbsoluteUri)}">{Safe(label)}</a>"""
            : "";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
