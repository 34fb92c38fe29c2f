using System.Text;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;
using WhatsAppBots.Money.Providers.Razorpay;
using WhatsAppBots.Money.Providers.Stripe;

namespace WhatsAppBots.Unit.Tests.Money;

/// <summary>Signatures that the providers themselves made and published.</summary>
public sealed class PublishedSignatureTests
{
    // https://github.com/razorpay/razorpay-node documents/paymentVerfication.md: the payload as JSON.stringify writes it.
    private const string Captured =
        """
        {"entity":"event","account_id":"acc_Hn1ukn2d32Fqww","event":"payment.captured","contains":["payment"],"payload":{"payment":{"entity":{"id":"pay_JRP3Y66cNcf2qF","entity":"payment","amount":2244,"currency":"INR","status":"captured","order_id":"order_JROxH1kSf9IR6d","invoice_id":null,"international":false,"method":"card","amount_refunded":0,"refund_status":null,"captured":true,"description":"#J9iMHZMUTJlod8","card_id":"card_JRP3YBkFQYCmnR","card":{"id":"card_JRP3YBkFQYCmnR","entity":"card","name":"ankit das","last4":"4366","network":"Visa","type":"credit","issuer":"UTIB","international":false,"emi":true,"sub_type":"consumer","token_iin":null},"bank":null,"wallet":null,"vpa":null,"email":"you@example.com","contact":"+917000569565","notes":{"policy_name":"Jeevan Bima"},"fee":45,"tax":0,"error_code":null,"error_description":null,"error_source":null,"error_step":null,"error_reason":null,"acquirer_data":{"auth_code":"548669"},"created_at":1651722469}}},"created_at":1651722476}
        """;

    // https://github.com/stripe/stripe-dotnet src/StripeTests/Resources/event_test_signature.json, a line feed at its end.
    private const string CustomerCreated =
        """
        {
          "id": "evt_123",
          "object": "event",
          "account": "acct_123",
          "api_version": "2017-05-25",
          "created": 1533204620,
          "data": {
            "object": {
              "id": "cus_123",
              "object": "customer",
              "created": 123456789,
              "email": "test@stripe.com",
              "livemode": false,
              "metadata": {}
            }
          },
          "livemode": false,
          "pending_webhooks": 1,
          "request": {
            "id": "req_123",
            "idempotency_key": "idempotency-key-123"
          },
          "type": "customer.created"
        }

        """;

    [Fact]
    public void Razorpay_WebhookOfItsDocuments_IsRead()
    {
        var paid = Assert.IsType<WebhookReading.Paid>(
            Razorpay(Captured, "55d3c166391ec51285b388f1bb9f0ba9b13dde1bece4484aaac6edd34a01459a"));

        Assert.Equal(new PaymentNotice("pay_JRP3Y66cNcf2qF", null, 2244, "INR"), paid.Payment);
        Assert.IsType<WebhookReading.Forged>(
            Razorpay(Captured.Replace("2244", "2245", StringComparison.Ordinal), "55d3c166391ec51285b388f1bb9f0ba9b13dde1bece4484aaac6edd34a01459a"));
    }

    // https://github.com/razorpay/razorpay-node test/utils/razorpay-utils.spec.js. Signed, though it is no webhook.
    [Fact]
    public void Razorpay_SignatureOfItsTests_IsIts()
    {
        const string Body = """{"a":1,"b":2,"c":{"d":3}}""";

        Assert.IsType<WebhookReading.Unreadable>(Razorpay(Body, "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc"));
        Assert.IsType<WebhookReading.Forged>(Razorpay(Body, "sdfafds"));
    }

    // https://github.com/stripe/stripe-dotnet src/StripeTests/Services/Events/EventUtilityTest.cs.
    [Fact]
    public void Stripe_HeaderOfItsTests_IsItsWhileItIsYoung()
    {
        const string Header =
            "t=1533204620,v1=2220f87ef101a04665f11cdf770523143f875572008577fa0f20882ddb9cc3c7,v0=63f3a72374a733066c4be69ed7f8e5ac85c22c9f0a6a612ab9a025a9e4ee7eef";
        WebhookReading Read(string body, int seconds, string secret = "webhook_secret") => new StripeWebhooks([secret]).Read(
            name => name == "Stripe-Signature" ? Header : null, Encoding.UTF8.GetBytes(body), DateTimeOffset.FromUnixTimeSeconds(1533204620 + seconds));

        Assert.Equal(new WebhookReading.Other("evt_123", "customer.created"), Read(CustomerCreated, 0));
        Assert.IsType<WebhookReading.Other>(Read(CustomerCreated, 300));
        Assert.IsType<WebhookReading.Forged>(Read(CustomerCreated, 301));
        Assert.IsType<WebhookReading.Forged>(Read(CustomerCreated.TrimEnd(), 0));
        Assert.IsType<WebhookReading.Forged>(Read(CustomerCreated, 0, "another_secret"));
    }

    // https://github.com/stripe/stripe-node test/crypto/helpers.ts: HMACs alone, as the generic provider signs its bodies.
    [Theory]
    [InlineData("", "f7f9bd47fb987337b5796fdc1fdb9ba221d0d5396814bfcaf9521f43fd8927fd")]
    [InlineData("""{"obj1":"hello","obj2":"world"}""", "bebb1a643997f419b315ddba19e6f5411e1ce7f810ba6d3617ce72823092f363")]
    [InlineData("\ud83d\ude00", "837da296d05c4fe31f61d5d7ead035099d9585a5bcde87de952012a78f0b0c43")]
    public void Hmac_OfStripesTests_IsTheirs(string body, string signature)
    {
        var reading = new GenericWebhooks(["test_secret"]).Read(
            name => name == "X-Signature" ? "sha256=" + signature : null, Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch);

        Assert.IsType<WebhookReading.Unreadable>(reading);
    }

    private static WebhookReading Razorpay(string body, string signature) => new RazorpayWebhooks(["123456"]).Read(
        name => name == "X-Razorpay-Signature" ? signature : null, Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch);
}
