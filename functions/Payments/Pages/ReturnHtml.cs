using System.Net;
using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Contracts.Money;
using WhatsAppBots.Hosting;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Queries;

namespace WhatsAppBots.Payments.Pages;

/// <summary>The return page as HTML: what became of the payment, of how much, for what, and the way back to the chat.</summary>
internal static class ReturnHtml
{
    private const string Style =
        """
        :root{--page:#eef1ef;--paper:#fff;--ink:#14201b;--dim:#5c6963;--line:#dde3df;--accent:#17834f;--on:#fff;font:17px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Hebrew","Noto Sans Devanagari",sans-serif}
        @media(prefers-color-scheme:dark){:root{--page:#0a100d;--paper:#16201b;--ink:#e7ede9;--dim:#9aa8a1;--line:#2a362f;--accent:#34c27f;--on:#06150d}}
        *{box-sizing:border-box;margin:0}body{min-height:100dvh;display:grid;place-items:center;padding:16px;background:var(--page);color:var(--ink)}
        main{width:100%;max-width:400px;padding:28px 22px;border:1px solid var(--line);border-radius:18px;background:var(--paper);text-align:center}
        .sign{font-size:44px;line-height:1.2}h1{font-size:22px;margin:6px 0 14px}.amount{font-size:30px;font-weight:650}.what{overflow-wrap:anywhere}
        p{color:var(--dim)}.amount,.what{color:var(--ink)}.next{margin:16px 0 4px}
        a{display:block;margin-top:12px;padding:13px;border:1px solid var(--line);border-radius:12px;color:inherit;text-decoration:none}
        a.back{border-color:var(--accent);background:var(--accent);color:var(--on);font-weight:600}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        """;

    /// <summary>Its own style and nothing else.</summary>
    public static string Policy { get; } =
        $"{SecurityHeaders.ContentPolicy}; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'";

    /// <summary>The page where no order is known.</summary>
    public static string General(ReturnTexts texts, Uri? back) => Page(texts, "💬", texts.General, "", "", back, null, isComing: false);

    /// <summary>The page of an order.</summary>
    /// <param name="isCancelled">The person left the payment page without paying, or it ended without a payment.</param>
    public static string Of(ReturnTexts texts, OrderOfPage order, bool isCancelled, Uri? back)
    {
        var about = $"""<p class="amount">{Price(order.Amount)}</p><p class="what" dir="auto">{Safe(order.Description)}</p>""";
        var part = order.Returned == 0 ? ""
            : $"""<p class="next">{Safe(texts.Part).Replace("{0}", Price(order.Returned), StringComparison.Ordinal)}</p>""";
        return order switch
        {
            { State: OrderStates.Paid } => Page(texts, "✅", texts.Paid, about + part, texts.Next, back, null, isComing: false),
            { State: OrderStates.Fulfilled } => Page(texts, "✅", texts.Paid, about + part, texts.Delivered, back, null, isComing: false),
            { State: OrderStates.Refunding } => Page(texts, "↩️", texts.Returning, about + part, "", back, null, isComing: false),
            { State: OrderStates.Refunded } => Page(texts, "↩️", texts.Returned, about, "", back, null, isComing: false),
            { State: OrderStates.Cancelled } => Page(texts, "⚪", texts.Closed, about, "", back, null, isComing: false),
            { IsPending: true } => Page(texts, "⏳", texts.Days, about, texts.Next, back, null, isComing: false),
            _ when isCancelled => Page(texts, "⚪", texts.NotPaid, about, "", back, order.Url, isComing: false),
            _ => Page(texts, "⏳", texts.Coming, about, texts.Wait, back, null, isComing: true),
        };

        string Price(long amount) => $"<bdi>{Safe(PriceText.Of(amount, order.Currency, texts.Language))}</bdi>";
    }

    // While nothing is known yet, the page looks again by itself.
    private static string Page(ReturnTexts texts, string sign, string title, string about, string next, Uri? back, string? pay, bool isComing) =>
        $"""
        <!doctype html><html lang="{texts.Language}" dir="{texts.Direction}"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
        {(isComing ? """<meta http-equiv="refresh" content="4">""" : "")}<title>{Safe(title)}</title><style>{Style}</style></head>
        <body><main><div class="sign" aria-hidden="true">{sign}</div><h1 role="status">{Safe(title)}</h1>{about}
        {(next.Length == 0 ? "" : $"""<p class="next">{Safe(next)}</p>""")}
        {(pay is null ? "" : $"""<a href="{Safe(pay)}">{Safe(texts.PayAgain)}</a>""")}
        {(back is null ? $"<p>{Safe(texts.General)}</p>" : $"""<a class="back" href="{Safe(back.AbsoluteUri)}">{Safe(texts.Back)}</a>""")}</main></body></html>
        """;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
