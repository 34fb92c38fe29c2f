using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;
using WhatsAppBots.Money.Providers.Razorpay;
using WhatsAppBots.Money.Providers.Stripe;
using WhatsAppBots.Simulator;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>The stand-in of all three providers in this process, reached over HTTP.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private static readonly HttpClient _http = new();

    private readonly WebApplication _app;
    private readonly SimulatorOptions _options;

    private StandIn(WebApplication app, SimulatorOptions options) => (_app, _options) = (app, options);

    public string Url => _app.Urls.First();

    /// <param name="host">Where webhooks are posted.</param>
    public static async Task<StandIn> StartAsync(string host = "http://127.0.0.1:9", TimeProvider? time = null)
    {
        var options = new SimulatorOptions { Url = "http://127.0.0.1:0", HostUrl = host };
        var app = SimulatorApp.Create(options, time);
        await app.StartAsync();
        return new StandIn(app, options);
    }

    /// <summary>A provider as the product is configured for it.</summary>
    /// <param name="isRight">The key is the right one.</param>
    public ICheckout Checkout(string provider, bool isRight = true) => provider switch
    {
        "stripe" => new StripeCheckout(new Uri($"{Url}/stripe"), isRight ? _options.StripeKey : "sk_wrong"),
        "razorpay" => new RazorpayCheckout(new Uri($"{Url}/razorpay"), _options.RazorpayKeyId, isRight ? _options.RazorpayKeySecret : "wrong"),
        _ => new GenericCheckout(new Uri($"{Url}/checkout"), isRight ? _options.PaymentKey : "wrong"),
    };

    /// <summary>Settings of a product that is paid here.</summary>
    public Dictionary<string, string?> Settings() => new()
    {
        ["STRIPE_API_URL"] = $"{Url}/stripe", ["STRIPE_API_KEY"] = _options.StripeKey, ["STRIPE_WEBHOOK_SECRET"] = _options.StripeWebhookSecret,
        ["RAZORPAY_API_URL"] = $"{Url}/razorpay", ["RAZORPAY_KEY_ID"] = _options.RazorpayKeyId,
        ["RAZORPAY_KEY_SECRET"] = _options.RazorpayKeySecret, ["RAZORPAY_WEBHOOK_SECRET"] = _options.RazorpayWebhookSecret,
        ["PAYMENT_API_URL"] = $"{Url}/checkout", ["PAYMENT_API_KEY"] = _options.PaymentKey, ["PAYMENT_WEBHOOK_SECRET"] = _options.PaymentWebhookSecret,
        ["PAYMENT_PROVIDERS"] = "INR=razorpay,BRL=generic,*=stripe",
    };

    /// <summary>The person does something on the page: pay, twice, lost or fail.</summary>
    /// <returns>The ids of all payments of the page; null where it can no longer be paid on.</returns>
    public async Task<List<string>?> ActAsync(string session, string act, string query = "")
    {
        using var response = await _http.PostAsync($"{Url}/pay/{session}/{act}{query}", null);
        if (response.StatusCode == System.Net.HttpStatusCode.Conflict) return null;
        response.EnsureSuccessStatusCode();
        return [.. (await response.Content.ReadFromJsonAsync<JsonObject>())!["payments"]!.AsArray().Select(id => id!.ToString())];
    }

    /// <summary>Somebody does something with a payment by hand, or a bank does: refund, half, fail, dispute, win or lose.</summary>
    public async Task ByHandAsync(string payment, string act)
    {
        using var response = await _http.PostAsync($"{Url}/dashboard/{payment}/{act}", null);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>How webhooks and refunds go from now on, or so many times.</summary>
    public async Task MannerAsync(string kind, string manner, int? count = null)
    {
        var change = new JsonObject { [kind] = manner };
        if (count is not null) change["count"] = count;
        using var response = await _http.PostAsJsonAsync($"{Url}/sim/payments", change);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>All sessions, payments and refunds there are.</summary>
    public async Task<JsonNode> StateAsync() => (await _http.GetFromJsonAsync<JsonNode>($"{Url}/sim/payments"))!;

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
