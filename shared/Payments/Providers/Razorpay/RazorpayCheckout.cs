using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Razorpay;

/// <summary>
/// Razorpay's payment links and refunds. It has no idempotency keys for them: a link is unique by its reference, and refunds
/// are looked for before one is made. https://razorpay.com/docs/api/payments/payment-links https://razorpay.com/docs/api/refunds
/// https://razorpay.com/docs/api/disputes/fetch-all
/// </summary>
public sealed class RazorpayCheckout(Uri url, string keyId, string keySecret) : ICheckout
{
    private const int PageSize = 100;

    // Its lists go by when something was made, and say how it stands now: a refund may come back after days, a bank decides after months.
    private static readonly TimeSpan _refundsSettle = TimeSpan.FromDays(15);
    private static readonly TimeSpan _disputesSettle = TimeSpan.FromDays(120);

    private readonly ProviderHttp _http = new(
        url, new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{keyId}:{keySecret}"))));

    /// <inheritdoc/>
    public async Task<OpenedCheckout> OpenAsync(CheckoutRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.Reference, cancellationToken) is { } there) return there;
        using var body = JsonContent.Create(new
        {
            amount = request.Amount, currency = request.Currency, reference_id = request.Reference, description = request.Description,
            callback_url = request.Return.AbsoluteUri, callback_method = "get", notes = new { reference = request.Reference, language = request.Language ?? "" },
        });
        return Opened(await _http.SendAsync(HttpMethod.Post, "v1/payment_links", body, null, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<CheckoutLook> LookAsync(string session, CancellationToken cancellationToken)
    {
        var link = await _http.SendAsync(HttpMethod.Get, $"v1/payment_links/{Uri.EscapeDataString(session)}", null, null, cancellationToken);
        if (link.At("payments") is not { ValueKind: JsonValueKind.Array } payments) return new CheckoutLook([]);
        var (reference, currency) = (link.Text("reference_id"), link.Text("currency"));
        return new CheckoutLook(
            [
                .. payments.EnumerateArray().Where(payment => payment.Text("status") is "captured")
                    .Select(payment => WebhookJson.Payment(
                        payment.Text("payment_id") ?? payment.Text("id"), reference, payment.Whole("amount"), payment.Text("currency") ?? currency))
                    .OfType<PaymentNotice>(),
            ],
            IsPending: payments.EnumerateArray().Any(payment => payment.Text("status") is "authorized" or "created"));
    }

    /// <inheritdoc/>
    public async Task<string> RefundAsync(RefundOrder refund, CancellationToken cancellationToken)
    {
        var path = $"v1/payments/{Uri.EscapeDataString(refund.PaymentId)}";
        var there = await _http.SendAsync(HttpMethod.Get, path + "/refunds", null, null, cancellationToken);
        foreach (var each in there.At("items")?.EnumerateArray() ?? default)
        {
            if (each.Text("status") == "failed" || each.Whole("amount") != refund.Amount) continue;
            if (each.Text("id") is { } made && !refund.Known.Contains(made)) return made;
        }

        using var body = JsonContent.Create(new { amount = refund.Amount, receipt = refund.Key });
        return ProviderHttp.Need(await _http.SendAsync(HttpMethod.Post, path + "/refund", body, null, cancellationToken), "id");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WebhookReading> ReturnsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var refund in AllAsync("v1/refunds", since - _refundsSettle, cancellationToken)) yield return RazorpayWebhooks.RefundOf(refund);
        await foreach (var dispute in AllAsync("v1/disputes", since - _disputesSettle, cancellationToken)) yield return RazorpayWebhooks.DisputeOf(dispute);
    }

    private async IAsyncEnumerable<JsonElement> AllAsync(string path, DateTimeOffset from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var skip = 0; ; skip += PageSize)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"{path}?count={PageSize}&skip={skip}&from={from.ToUnixTimeSeconds()}");
            var page = await _http.SendAsync(HttpMethod.Get, query, null, null, cancellationToken);
            var count = 0;
            foreach (var item in page.At("items")?.EnumerateArray() ?? default)
            {
                count++;
                yield return item;
            }

            if (count < PageSize) yield break;
        }
    }

    private async Task<OpenedCheckout?> FindAsync(string reference, CancellationToken cancellationToken)
    {
        var there = await _http.SendAsync(
            HttpMethod.Get, $"v1/payment_links?reference_id={Uri.EscapeDataString(reference)}", null, null, cancellationToken);
        foreach (var link in there.At("payment_links")?.EnumerateArray() ?? default)
        {
            if (link.Text("reference_id") == reference) return Opened(link);
        }

        return null;
    }

    private static OpenedCheckout Opened(JsonElement link) => new(ProviderHttp.Need(link, "id"), new Uri(ProviderHttp.Need(link, "short_url")));
}
