using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;
using WhatsAppBots.Money.Providers.Razorpay;
using WhatsAppBots.Money.Providers.Stripe;

namespace WhatsAppBots.Unit.Tests.Money;

public sealed class PaymentWebhookTests
{
    private const string Secret = "whsec_test_secret";

    private const string Session =
        """
        {"id":"evt_1","type":"checkout.session.completed","data":{"object":{"id":"cs_1","payment_intent":"pi_1","payment_status":"paid",
        "client_reference_id":"o_abc","amount_total":1290,"currency":"eur"}}}
        """;

    private const string Link =
        """
        {"event":"payment_link.paid","payload":{"payment_link":{"entity":{"id":"plink_1","reference_id":"o_abc"}},
        "payment":{"entity":{"id":"pay_1","amount":49900,"currency":"INR"}}}}
        """;

    private const string Own =
        """{"id":"p1","order":"o_abc","amount":1290,"currency":"USD","status":"paid"}""";

    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000);

    public static TheoryData<string, string> Providers => new()
    {
        { "stripe", Session }, { "razorpay", Link }, { "generic", Own },
    };

    [Theory]
    [InlineData("stripe", Session, "evt_1", "pi_1", 1290, "EUR")]
    [InlineData("razorpay", Link, "body:1da9bc7267c859155db75b9b62c8b19e90e5b87e25f45ef3170906087f87fe43", "pay_1", 49900, "INR")]
    [InlineData("generic", Own, "p1:paid", "p1", 1290, "USD")]
    public void Webhook_OfAPayment_TellsOfIt(string provider, string body, string eventId, string payment, long amount, string currency)
    {
        var paid = Assert.IsType<WebhookReading.Paid>(Read(provider, body));

        Assert.Equal(eventId, paid.EventId);
        Assert.Equal(new PaymentNotice(payment, "o_abc", amount, currency), paid.Payment);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Body_ChangedAnywhere_IsForged(string provider, string body)
    {
        var headers = Sign(provider, body, Secret, _now);
        var bytes = Encoding.UTF8.GetBytes(body);
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;
            Assert.IsType<WebhookReading.Forged>(Of(provider, [Secret]).Read(headers.GetValueOrDefault, bytes, _now));
            bytes[at] ^= 1;
        }

        Assert.IsType<WebhookReading.Paid>(Of(provider, [Secret]).Read(headers.GetValueOrDefault, bytes, _now));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Signature_ByAnotherSecretOrNone_IsForged(string provider, string body)
    {
        Assert.IsType<WebhookReading.Forged>(Read(provider, body, signedWith: "another"));
        Assert.IsType<WebhookReading.Forged>(Of(provider, [Secret]).Read(_ => null, Encoding.UTF8.GetBytes(body), _now));
        foreach (var nonsense in new[] { "", "t=,v1=", "sha256=", "t=1770000000", "v1=zz", new string('g', 64), "sha256=" + new string('g', 64) })
        {
            Assert.IsType<WebhookReading.Forged>(Of(provider, [Secret]).Read(_ => nonsense, Encoding.UTF8.GetBytes(body), _now));
        }
    }

    // Deliveries from before a change carry the old secret's signature.
    [Theory]
    [MemberData(nameof(Providers))]
    public void Signature_ByEitherOfTwoSecrets_IsTaken(string provider, string body)
    {
        Assert.IsType<WebhookReading.Paid>(Read(provider, body, signedWith: "old", secrets: ["new", "old"]));
        Assert.IsType<WebhookReading.Paid>(Read(provider, body, signedWith: "new", secrets: ["new", "old"]));
    }

    [Theory]
    [InlineData("stripe", Session, 301)]
    [InlineData("stripe", Session, -301)]
    [InlineData("generic", Own, 301)]
    [InlineData("generic", Own, -301)]
    public void Signature_FromTooLongAgoOrAhead_IsForged(string provider, string body, int seconds)
    {
        var headers = Sign(provider, body, Secret, _now.AddSeconds(seconds));

        Assert.IsType<WebhookReading.Forged>(Of(provider, [Secret]).Read(headers.GetValueOrDefault, Encoding.UTF8.GetBytes(body), _now));
    }

    // A provider that does not date its signatures signs the body alone.
    [Fact]
    public void Generic_WithoutADate_IsSignedOverTheBody()
    {
        WebhookReading Read(string signed) => Of("generic", [Secret]).Read(
            name => name == "X-Signature" ? "sha256=" + Hmac(Secret, signed) : null, Encoding.UTF8.GetBytes(Own), _now);

        Assert.IsType<WebhookReading.Paid>(Read(Own));
        Assert.IsType<WebhookReading.Forged>(Read(Own + " "));
        Assert.IsType<WebhookReading.Forged>(Read($"{_now.ToUnixTimeSeconds()}.{Own}"));
    }

    // Whoever captured a dated one would else have a signature for ever: of the date, a dot and the body, taken as a body.
    [Theory]
    [InlineData("1767225600.")]
    [InlineData("1.")]
    public void Generic_DatedWebhookWithItsDateTakenAway_IsForged(string date)
    {
        var body = date + Own;
        Assert.IsType<WebhookReading.Forged>(Of("generic", [Secret]).Read(
            name => name == "X-Signature" ? "sha256=" + Hmac(Secret, body) : null, Encoding.UTF8.GetBytes(body), _now));
    }

    // Headers are not signed: what they say makes no other telling of it.
    [Theory]
    [InlineData("payment_link.paid")]
    [InlineData("payment.authorized")]
    public void Razorpay_SameBodyUnderAnotherEventId_IsTheSameTelling(string type)
    {
        var body = Link.Replace("payment_link.paid", type, StringComparison.Ordinal);
        WebhookReading Read(string id) => Of("razorpay", [Secret]).Read(
            name => name switch { "X-Razorpay-Signature" => Hmac(Secret, body), "X-Razorpay-Event-Id" => id, _ => null }, Encoding.UTF8.GetBytes(body), _now);

        Assert.Equal(Read("event-1"), Read("event-2"));
    }

    [Fact]
    public void Stripe_WithSeveralSignatures_IsTakenByAnyOfThem()
    {
        var right = Sign("stripe", Session, Secret, _now)["Stripe-Signature"]!;
        var header = right.Replace(",v1=", $",v1={new string('0', 64)},v0=00,v1=", StringComparison.Ordinal);

        Assert.IsType<WebhookReading.Paid>(Of("stripe", [Secret]).Read(_ => header, Encoding.UTF8.GetBytes(Session), _now));
    }

    // Methods that take days: completed, and paid later.
    [Fact]
    public void Stripe_SessionNotPaidYet_IsNoPaymentUntilItSucceeds()
    {
        var unpaid = Session.Replace("\"payment_status\":\"paid\"", "\"payment_status\":\"unpaid\"", StringComparison.Ordinal);
        Assert.Equal(new WebhookReading.Attempted("evt_1", new AttemptNotice("o_abc", IsPending: true, "cs_1")), Read("stripe", unpaid));

        var succeeded = unpaid.Replace("checkout.session.completed", "checkout.session.async_payment_succeeded", StringComparison.Ordinal);
        Assert.Equal("pi_1", Assert.IsType<WebhookReading.Paid>(Read("stripe", succeeded)).Payment.PaymentId);
    }

    [Fact]
    public void Razorpay_LinkPaidAndPaymentCaptured_TellOfOnePayment()
    {
        const string Captured =
            """{"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_1","amount":49900,"currency":"INR","notes":{"reference":"o_abc"}}}}}""";

        Assert.Equal(
            Assert.IsType<WebhookReading.Paid>(Read("razorpay", Link)).Payment, Assert.IsType<WebhookReading.Paid>(Read("razorpay", Captured)).Payment);
        Assert.IsType<WebhookReading.Other>(Read("razorpay", Captured.Replace("payment.captured", "payment.authorized", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("stripe", "not json")]
    [InlineData("stripe", "[]")]
    [InlineData("stripe", """{"id":"evt_1","type":"checkout.session.completed","data":{"object":{"payment_status":"paid"}}}""")]
    [InlineData("razorpay", """{"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_1","amount":"49900","currency":"INR"}}}}""")]
    [InlineData("razorpay", "{}")]
    [InlineData("generic", """{"id":"p1","order":"o","amount":-5,"currency":"USD","status":"paid"}""")]
    [InlineData("generic", """{"id":"p1","order":"o","amount":12.5,"currency":"USD","status":"paid"}""")]
    [InlineData("generic", """{"id":"p1","order":"o","amount":99999999999999999999,"currency":"USD","status":"paid"}""")]
    [InlineData("stripe", "{\"id\":\"\\ud800\",\"type\":\"x\"}")]
    [InlineData("stripe", "{\"id\":\"evt\\u0000\",\"type\":\"x\"}")]
    [InlineData("razorpay", "{\"event\":\"\\udfff\"}")]
    [InlineData("generic", "{\"id\":\"p\\u0000\",\"order\":\"o\",\"amount\":5,\"currency\":\"USD\",\"status\":\"paid\"}")]
    [InlineData("generic", "{\"id\":\"\\ud800\",\"order\":\"o\",\"amount\":5,\"currency\":\"USD\",\"status\":\"paid\"}")]
    public void Webhook_SignedButNotUnderstood_IsUnreadable(string provider, string body) =>
        Assert.IsType<WebhookReading.Unreadable>(Read(provider, body));

    private static WebhookReading Read(string provider, string body, string signedWith = Secret, string[]? secrets = null) =>
        Of(provider, secrets ?? [Secret]).Read(Sign(provider, body, signedWith, _now).GetValueOrDefault, Encoding.UTF8.GetBytes(body), _now);

    private static IPaymentProvider Of(string provider, string[] secrets) => provider switch
    {
        "stripe" => new StripeWebhooks(secrets),
        "razorpay" => new RazorpayWebhooks(secrets),
        _ => new GenericWebhooks(secrets),
    };

    // As the providers' documents say it, without a look at how it is checked.
    private static Dictionary<string, string?> Sign(string provider, string body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return provider switch
        {
            "stripe" => new() { ["Stripe-Signature"] = $"t={seconds},v1={Hmac(secret, $"{seconds}.{body}")}" },
            "razorpay" => new() { ["X-Razorpay-Signature"] = Hmac(secret, body), ["X-Razorpay-Event-Id"] = "event-9" },
            _ => new() { ["X-Timestamp"] = seconds, ["X-Signature"] = "sha256=" + Hmac(secret, $"{seconds}.{body}") },
        };
    }

    private static string Hmac(string secret, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));
}
