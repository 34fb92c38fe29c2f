using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WhatsAppBots.Money.Providers.Stripe;

/// <summary>
/// Stripe's API. https://docs.stripe.com/api/checkout/sessions and https://docs.stripe.com/api/refunds; events that no webhook brought:
/// https://docs.stripe.com/webhooks/process-undelivered-events
/// </summary>
public sealed class StripeCheckout(Uri url, string key) : ICheckout
{
    /// <summary>
    /// Version whose answers this code reads, whatever the account's own is. Webhooks have the version of their endpoint; what is read of
    /// them is alike in all. https://docs.stripe.com/api/versioning
    /// </summary>
    public const string Version = "2025-03-31.basil";

    private readonly ProviderHttp _http = new(url, new AuthenticationHeaderValue("Bearer", key), ("Stripe-Version", Version));

    /// <inheritdoc/>
    public async Task<OpenedCheckout> OpenAsync(CheckoutRequest request, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["mode"] = "payment",
            ["client_reference_id"] = request.Reference,
            ["line_items[0][price_data][currency]"] = request.Currency.ToLowerInvariant(),
            ["line_items[0][price_data][unit_amount]"] = Text(StripeAmounts.Of(request.Amount, request.Currency)),
            ["line_items[0][price_data][product_data][name]"] = request.Description,
            ["line_items[0][quantity]"] = "1",
            ["success_url"] = request.Return.AbsoluteUri,
            ["cancel_url"] = (request.Cancel ?? request.Return).AbsoluteUri,
            ["locale"] = LocaleOf(request.Language),
        });
        var answer = await _http.SendAsync(HttpMethod.Post, "v1/checkout/sessions", form, request.Key, cancellationToken);
        return new OpenedCheckout(ProviderHttp.Need(answer, "id"), new Uri(ProviderHttp.Need(answer, "url")));
    }

    /// <inheritdoc/>
    public async Task<CheckoutLook> LookAsync(string session, CancellationToken cancellationToken)
    {
        var answer = await _http.SendAsync(HttpMethod.Get, $"v1/checkout/sessions/{Uri.EscapeDataString(session)}?expand[]=payment_intent", null, null, cancellationToken);
        return answer.Text("payment_status") == "paid" && StripeWebhooks.PaymentOf(answer) is { } payment
            ? new CheckoutLook([payment])
            : new CheckoutLook([], StripeWebhooks.IsPending(answer), StripeWebhooks.HasFailed(answer));
    }

    /// <inheritdoc/>
    public async Task<string> RefundAsync(RefundOrder refund, CancellationToken cancellationToken)
    {
        // Stripe forgets keys after a day; what it refunded it does not.
        var amount = StripeAmounts.Of(refund.Amount, refund.Currency);
        var there = await _http.SendAsync(
            HttpMethod.Get, $"v1/refunds?payment_intent={Uri.EscapeDataString(refund.PaymentId)}&limit=100", null, null, cancellationToken);
        foreach (var each in there.At("data")?.EnumerateArray() ?? default)
        {
            if (each.Text("status") is "failed" or "canceled" || each.Whole("amount") != amount) continue;
            if (each.Text("id") is { } made && !refund.Known.Contains(made)) return made;
        }

        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["payment_intent"] = refund.PaymentId, ["amount"] = Text(amount),
        });
        return ProviderHttp.Need(await _http.SendAsync(HttpMethod.Post, "v1/refunds", form, refund.Key, cancellationToken), "id");
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<WebhookReading> ReturnsAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Stripe keeps events for 30 days and lists the newest first. A page of 50 stays far below the size that is read of an answer.
        var path = string.Create(CultureInfo.InvariantCulture, $"v1/events?limit=50&created[gte]={since.ToUnixTimeSeconds()}")
            + string.Concat(StripeWebhooks.Returns.Select(type => $"&types[]={type}"));
        for (var after = ""; ;)
        {
            var page = await _http.SendAsync(HttpMethod.Get, path + after, null, null, cancellationToken);
            string? last = null;
            foreach (var told in page.At("data")?.EnumerateArray() ?? default)
            {
                last = told.Text("id");
                yield return StripeWebhooks.Read(told);
            }

            if (last is null || page.At("has_more") is not { ValueKind: JsonValueKind.True }) yield break;
            after = $"&starting_after={Uri.EscapeDataString(last)}";
        }
    }

    // Those of ours that Checkout speaks; Hindi it does not. https://docs.stripe.com/js/appendix/supported_locales
    private static string LocaleOf(string? language) => language switch
    {
        "en" or "es" or "he" => language,
        "pt" => "pt-BR",
        _ => "auto",
    };

    private static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
