using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;
using WhatsAppBots.Money.Providers.Razorpay;
using WhatsAppBots.Money.Providers.Stripe;
using WhatsAppBots.Unit.Tests.Infra;

namespace WhatsAppBots.Unit.Tests.Money;

/// <summary>What providers tell of refunds, disputes and payments that take days, in the objects they publish.</summary>
public sealed class ReturnWebhookTests
{
    private const string Secret = "whsec_test_secret";

    private static readonly DateTimeOffset _now = DateTimeOffset.FromUnixTimeSeconds(1_770_000_000);

    [Theory]
    [InlineData("refund.created", "succeeded", false)]
    [InlineData("refund.created", "pending", false)]
    [InlineData("refund.updated", "succeeded", false)]
    [InlineData("charge.refund.updated", "failed", true)]
    [InlineData("refund.failed", "failed", true)]
    [InlineData("refund.updated", "canceled", true)]
    public void Stripe_Refund_IsRead(string type, string status, bool hasFailed)
    {
        var refund = Published("stripe-refund");
        refund["status"] = status;
        Assert.Equal(
            new WebhookReading.Refunded("evt_1", new RefundNotice("re_1Nispe2eZvKYlo2Cd31jOCgZ", "pi_1GszsK2eZvKYlo2CfhZyoZLp", 1000, "USD", hasFailed)),
            Stripe(type, refund));
    }

    [Fact]
    public void Stripe_RefundThatWaitsForThePerson_IsNotOneYet()
    {
        var refund = Published("stripe-refund");
        refund["status"] = "requires_action";
        Assert.IsType<WebhookReading.Other>(Stripe("refund.created", refund));
    }

    [Fact]
    public void Stripe_ChargeRefunded_TellsHowMuchWentBackSoFar()
    {
        var charge = Published("stripe-charge");
        (charge["payment_intent"], charge["amount_refunded"]) = ("pi_1", 400);
        Assert.Equal(new WebhookReading.Refunded("evt_1", new RefundNotice(null, "pi_1", 400, "USD")), Stripe("charge.refunded", charge));
    }

    [Theory]
    [InlineData("charge.dispute.created", "needs_response", DisputeStages.Open)]
    [InlineData("charge.dispute.created", "warning_needs_response", DisputeStages.Open)]
    [InlineData("charge.dispute.updated", "under_review", DisputeStages.Open)]
    [InlineData("charge.dispute.funds_withdrawn", "needs_response", DisputeStages.Open)]
    [InlineData("charge.dispute.closed", "won", DisputeStages.Won)]
    [InlineData("charge.dispute.funds_reinstated", "won", DisputeStages.Won)]
    [InlineData("charge.dispute.closed", "warning_closed", DisputeStages.Won)]
    [InlineData("charge.dispute.closed", "lost", DisputeStages.Lost)]
    public void Stripe_Dispute_IsReadByHowItStands(string type, string status, string stage)
    {
        var dispute = Published("stripe-dispute");
        (dispute["payment_intent"], dispute["status"]) = ("pi_1", status);
        Assert.Equal(
            new WebhookReading.Disputed("evt_1", new DisputeNotice(
                "du_1MtJUT2eZvKYlo2CNaw2HvEv", "pi_1", 1000, "USD", stage, "general", DateTimeOffset.FromUnixTimeSeconds(1682294399))),
            Stripe(type, dispute));
    }

    // Other versions write out what an id stands for, or leave out what we do not read.
    [Fact]
    public void Stripe_OfAnotherVersion_IsReadAlike()
    {
        var dispute = Published("stripe-dispute");
        (dispute["payment_intent"], dispute["status"]) = (new JsonObject { ["id"] = "pi_1", ["object"] = "payment_intent" }, "lost");
        dispute.Remove("evidence_details");
        var told = Assert.IsType<WebhookReading.Disputed>(Stripe("charge.dispute.closed", dispute, "2017-05-25"));
        Assert.Equal(("pi_1", DisputeStages.Lost, null), (told.Dispute.PaymentId, told.Dispute.Stage, told.Dispute.RespondBy));
    }

    [Theory]
    [InlineData("checkout.session.completed", true, false)]
    [InlineData("checkout.session.async_payment_failed", false, true)]
    public void Stripe_PaymentThatTakesDays_IsOnItsWayOrFails(string type, bool isPending, bool endsPage)
    {
        var session = new JsonObject { ["id"] = "cs_1", ["client_reference_id"] = "o_abc", ["payment_status"] = "unpaid", ["status"] = "complete" };
        Assert.Equal(new WebhookReading.Attempted("evt_1", new AttemptNotice("o_abc", isPending, "cs_1", endsPage)), Stripe(type, session));
    }

    [Theory]
    [InlineData("ISK", 50000, 500)]
    [InlineData("UGX", 100, 1)]
    [InlineData("JPY", 1500, 1500)]
    [InlineData("KWD", 2750, 2750)]
    [InlineData("MGA", 45, 4500)]
    public void Stripe_AmountOfACurrencyItCountsOtherwise_IsMinorUnitsOfOurs(string currency, long told, long minor)
    {
        var session = new JsonObject
        {
            ["id"] = "cs_1", ["payment_intent"] = "pi_1", ["client_reference_id"] = "o_abc", ["payment_status"] = "paid", ["amount_total"] = told,
            ["currency"] = currency.ToLowerInvariant(),
        };
        Assert.Equal(new PaymentNotice("pi_1", "o_abc", minor, currency), Assert.IsType<WebhookReading.Paid>(Stripe("checkout.session.completed", session)).Payment);
        Assert.Equal(told, StripeAmounts.Of(minor, currency));
    }

    [Fact]
    public void Stripe_AmountItCannotTake_IsRefusedForGood()
    {
        Assert.True(Assert.Throws<PaymentProviderException>(() => StripeAmounts.Of(2995, "KWD")).IsFinal);
        Assert.True(Assert.Throws<PaymentProviderException>(() => StripeAmounts.Of(4501, "MGA")).IsFinal);
    }

    [Theory]
    [InlineData("refund.created", "processed", false)]
    [InlineData("refund.processed", "processed", false)]
    [InlineData("refund.failed", "failed", true)]
    public void Razorpay_Refund_IsRead(string type, string status, bool hasFailed)
    {
        var told = Published("razorpay-refund");
        told["event"] = type;
        told["payload"]!["refund"]!["entity"]!["status"] = status;
        Assert.Equal(
            new RefundNotice("rfnd_FS8TWyPrCsa0OB", "pay_FPoJKWQQ8lK13n", 50000, "INR", hasFailed), Assert.IsType<WebhookReading.Refunded>(Razorpay(told)).Refund);
    }

    [Theory]
    [InlineData("created", "open", DisputeStages.Open)]
    [InlineData("under_review", "under_review", DisputeStages.Open)]
    [InlineData("action_required", "open", DisputeStages.Open)]
    [InlineData("won", "won", DisputeStages.Won)]
    [InlineData("closed", "closed", DisputeStages.Won)]
    [InlineData("lost", "lost", DisputeStages.Lost)]
    public void Razorpay_Dispute_IsRead(string type, string status, string stage)
    {
        var dispute = Published("razorpay-dispute");
        dispute["status"] = status;
        var told = new JsonObject { ["event"] = $"payment.dispute.{type}", ["payload"] = new JsonObject { ["dispute"] = new JsonObject { ["entity"] = dispute } } };
        Assert.Equal(
            new DisputeNotice("disp_AHfqOvkldwsbqt", "pay_EsyWjHrfzb59eR", 10000, "INR", stage, "chargeback", DateTimeOffset.FromUnixTimeSeconds(1590604200)),
            Assert.IsType<WebhookReading.Disputed>(Razorpay(told)).Dispute);
    }

    [Fact]
    public void Razorpay_PaymentFailed_LeavesItsPageOpen()
    {
        var told = JsonNode.Parse(
            """{"event":"payment.failed","payload":{"payment":{"entity":{"id":"pay_1","amount":100,"currency":"INR","status":"failed","notes":{"reference":"o_abc"}}}}}""")!.AsObject();
        Assert.Equal(new AttemptNotice("o_abc", IsPending: false), Assert.IsType<WebhookReading.Attempted>(Razorpay(told)).Attempt);
    }

    [Fact]
    public void Generic_RefundsAndDisputes_AreRead()
    {
        Assert.Equal(
            new WebhookReading.Refunded("p1:refunded:r1", new RefundNotice("r1", "p1", 500, "USD")),
            Generic("""{"id":"p1","refund":"r1","amount":500,"currency":"USD","status":"refunded"}"""));
        Assert.Equal(
            new WebhookReading.Disputed("p1:dispute_lost:d1", new DisputeNotice("d1", "p1", 900, "USD", DisputeStages.Lost, "fraud", null)),
            Generic("""{"id":"p1","dispute":"d1","amount":900,"currency":"USD","status":"dispute_lost","reason":"fraud"}"""));
        Assert.Equal(
            new WebhookReading.Attempted("p1:pending", new AttemptNotice("o_abc", IsPending: true)), Generic("""{"id":"p1","order":"o_abc","status":"pending"}"""));
        Assert.IsType<WebhookReading.Unreadable>(Generic("""{"id":"p1","refund":"r1","amount":-5,"currency":"USD","status":"refunded"}"""));
    }

    // Who forges a dispute or a refund would move the books.
    [Fact]
    public void Forged_IsRefused()
    {
        var body = Encoding.UTF8.GetBytes("""{"id":"p1","refund":"r1","amount":500,"currency":"USD","status":"refunded"}""");
        Assert.IsType<WebhookReading.Forged>(new GenericWebhooks([Secret]).Read(
            name => name == "X-Signature" ? "sha256=" + Hmac("another", body) : null, body, _now));
    }

    private static JsonObject Published(string name) => JsonNode.Parse(Repository.Text($"tests/Fixtures/payments/{name}.json"))!.AsObject();

    private static WebhookReading Stripe(string type, JsonObject about, string version = "2025-03-31.basil")
    {
        var told = new JsonObject
        {
            ["id"] = "evt_1", ["object"] = "event", ["api_version"] = version, ["type"] = type, ["data"] = new JsonObject { ["object"] = about },
        };
        var body = Encoding.UTF8.GetBytes(told.ToJsonString());
        var at = _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new StripeWebhooks([Secret]).Read(
            name => name == "Stripe-Signature" ? $"t={at},v1={Hmac(Secret, [.. Encoding.ASCII.GetBytes(at + "."), .. body])}" : null, body, _now);
    }

    private static WebhookReading Razorpay(JsonObject told)
    {
        var body = Encoding.UTF8.GetBytes(told.ToJsonString());
        return new RazorpayWebhooks([Secret]).Read(name => name == "X-Razorpay-Signature" ? Hmac(Secret, body) : null, body, _now);
    }

    private static WebhookReading Generic(string told)
    {
        var body = Encoding.UTF8.GetBytes(told);
        return new GenericWebhooks([Secret]).Read(name => name == "X-Signature" ? "sha256=" + Hmac(Secret, body) : null, body, _now);
    }

    private static string Hmac(string secret, byte[] signed) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
}
