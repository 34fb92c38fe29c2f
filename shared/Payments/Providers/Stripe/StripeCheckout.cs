using System.Globalization;
using System.Net.Http.Headers;

namespace WhatsAppBots.Money.Providers.Stripe;

/// <summary>Stripe's API. https://docs.stripe.com/api/checkout/sessions and https://docs.stripe.com/api/refunds</summary>
public sealed class StripeCheckout(Uri url, string key) : ICheckout
{
    private readonly ProviderHttp _http = new(url, new AuthenticationHeaderValue("Bearer", key));

    /// <inheritdoc/>
    public async Task<OpenedCheckout> OpenAsync(CheckoutRequest request, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["mode"] = "payment",
            ["client_reference_id"] = request.Reference,
            ["line_items[0][price_data][currency]"] = request.Currency.ToLowerInvariant(),
            ["line_items[0][price_data][unit_amount]"] = request.Amount.ToString(CultureInfo.InvariantCulture),
            ["line_items[0][price_data][product_data][name]"] = request.Description,
            ["line_items[0][quantity]"] = "1",
            ["success_url"] = request.Return.AbsoluteUri,
            ["cancel_url"] = request.Return.AbsoluteUri,
        });
        var answer = await _http.SendAsync(HttpMethod.Post, "v1/checkout/sessions", form, request.Key, cancellationToken);
        return new OpenedCheckout(ProviderHttp.Need(answer, "id"), new Uri(ProviderHttp.Need(answer, "url")));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentNotice>> LookAsync(string session, CancellationToken cancellationToken)
    {
        var answer = await _http.SendAsync(HttpMethod.Get, $"v1/checkout/sessions/{Uri.EscapeDataString(session)}", null, null, cancellationToken);
        return answer.Text("payment_status") == "paid" && StripeWebhooks.PaymentOf(answer) is { } payment ? [payment] : [];
    }

    /// <inheritdoc/>
    public async Task<string> RefundAsync(RefundOrder refund, CancellationToken cancellationToken)
    {
        // Stripe forgets keys after a day; what it refunded it does not.
        var there = await _http.SendAsync(
            HttpMethod.Get, $"v1/refunds?payment_intent={Uri.EscapeDataString(refund.PaymentId)}", null, null, cancellationToken);
        foreach (var each in there.At("data")?.EnumerateArray() ?? default)
        {
            if (each.Text("status") is not ("failed" or "canceled") && each.Whole("amount") == refund.Amount) return ProviderHttp.Need(each, "id");
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["payment_intent"] = refund.PaymentId, ["amount"] = refund.Amount.ToString(CultureInfo.InvariantCulture),
        });
        return ProviderHttp.Need(await _http.SendAsync(HttpMethod.Post, "v1/refunds", form, refund.Key, cancellationToken), "id");
    }
}
