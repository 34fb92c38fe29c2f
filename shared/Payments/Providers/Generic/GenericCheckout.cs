using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Generic;

/// <summary>
/// A provider of one's own: <c>POST /checkouts {reference, amount, currency, description, return_url}</c> → <c>{id, url}</c>;
/// <c>GET /checkouts/{id}</c> → <c>{payments: [{id, amount, currency, status}]}</c>; <c>POST /refunds {payment, amount}</c> →
/// <c>{id}</c>, 409 where it was refunded. A bearer key, and <c>Idempotency-Key</c> on each POST.
/// </summary>
public sealed class GenericCheckout(Uri url, string key) : ICheckout
{
    private readonly ProviderHttp _http = new(url, new AuthenticationHeaderValue("Bearer", key));

    /// <inheritdoc/>
    public async Task<OpenedCheckout> OpenAsync(CheckoutRequest request, CancellationToken cancellationToken)
    {
        using var body = JsonContent.Create(new
        {
            reference = request.Reference, amount = request.Amount, currency = request.Currency, description = request.Description,
            return_url = request.Return.AbsoluteUri,
        });
        var answer = await _http.SendAsync(HttpMethod.Post, "checkouts", body, request.Key, cancellationToken);
        return new OpenedCheckout(ProviderHttp.Need(answer, "id"), new Uri(ProviderHttp.Need(answer, "url")));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PaymentNotice>> LookAsync(string session, CancellationToken cancellationToken)
    {
        var answer = await _http.SendAsync(HttpMethod.Get, $"checkouts/{Uri.EscapeDataString(session)}", null, null, cancellationToken);
        if (answer.At("payments") is not { ValueKind: JsonValueKind.Array } payments) return [];
        var reference = answer.Text("reference");
        return
        [
            .. payments.EnumerateArray().Where(payment => payment.Text("status") is "paid" or null)
                .Select(payment => WebhookJson.Payment(payment.Text("id"), reference, payment.Whole("amount"), payment.Text("currency")))
                .OfType<PaymentNotice>(),
        ];
    }

    /// <inheritdoc/>
    public async Task<string> RefundAsync(RefundOrder refund, CancellationToken cancellationToken)
    {
        using var body = JsonContent.Create(new { payment = refund.PaymentId, amount = refund.Amount });
        try
        {
            return ProviderHttp.Need(await _http.SendAsync(HttpMethod.Post, "refunds", body, refund.Key, cancellationToken), "id");
        }
        catch (PaymentProviderException failure) when (failure.Status == 409)
        {
            // Given back before, under a key it has forgotten; nobody tells us that refund's id.
            return refund.PaymentId;
        }
    }
}
