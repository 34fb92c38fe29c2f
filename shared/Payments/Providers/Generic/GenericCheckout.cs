using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Generic;

/// <summary>
/// A provider of one's own: <c>POST /checkouts {reference, amount, currency, description, return_url, cancel_url, language}</c> → <c>{id, url}</c>;
/// <c>GET /checkouts/{id}</c> → <c>{status, payments: [{id, amount, currency, status}]}</c>, the first <c>pending</c> while money is on its way; <c>POST /refunds {payment, amount}</c> →
/// <c>{id}</c>, 409 where it was refunded. A bearer key, and <c>Idempotency-Key</c> on each POST. <c>GET /events?since={Unix seconds}&amp;after={next}</c> →
/// <c>{events: [what webhooks told since], next}</c>, without <c>next</c> on the last page; 404 where a provider has no such list.
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
            return_url = request.Return.AbsoluteUri, cancel_url = request.Cancel?.AbsoluteUri, language = request.Language,
        });
        var answer = await _http.SendAsync(HttpMethod.Post, "checkouts", body, request.Key, cancellationToken);
        return new OpenedCheckout(ProviderHttp.Need(answer, "id"), new Uri(ProviderHttp.Need(answer, "url")));
    }

    /// <inheritdoc/>
    public async Task<CheckoutLook> LookAsync(string session, CancellationToken cancellationToken)
    {
        var answer = await _http.SendAsync(HttpMethod.Get, $"checkouts/{Uri.EscapeDataString(session)}", null, null, cancellationToken);
        var isPending = answer.Text("status") == "pending";
        if (answer.At("payments") is not { ValueKind: JsonValueKind.Array } payments) return new CheckoutLook([], isPending);
        var reference = answer.Text("reference");
        return new CheckoutLook(
            [
                .. payments.EnumerateArray().Where(payment => payment.Text("status") is "paid" or null)
                    .Select(payment => WebhookJson.Payment(payment.Text("id"), reference, payment.Whole("amount"), payment.Text("currency")))
                    .OfType<PaymentNotice>(),
            ],
            isPending);
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

    /// <inheritdoc/>
    public async IAsyncEnumerable<WebhookReading> ReturnsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"events?since={since.ToUnixTimeSeconds()}");
            if (next is not null) query += $"&after={Uri.EscapeDataString(next)}";
            JsonElement page;
            try
            {
                page = await _http.SendAsync(HttpMethod.Get, query, null, null, cancellationToken);
            }
            catch (PaymentProviderException failure) when (failure.Status is 404 or 405 or 501)
            {
                // It has no such list; then its webhooks are all there is.
                yield break;
            }

            foreach (var told in page.At("events")?.EnumerateArray() ?? default) yield return GenericWebhooks.Read(told);
            next = page.Text("next") is { } further && further != next ? further : null;
        }
        while (next is not null);
    }
}
