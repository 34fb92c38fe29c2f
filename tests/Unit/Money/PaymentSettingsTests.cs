using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Unit.Tests.Money;

public sealed class PaymentSettingsTests
{
    private static readonly Dictionary<string, string?> _everything = new()
    {
        ["ENVIRONMENT"] = "production",
        ["STRIPE_WEBHOOK_SECRET"] = "whsec_1", ["STRIPE_API_KEY"] = "sk",
        ["RAZORPAY_WEBHOOK_SECRET"] = "r", ["RAZORPAY_KEY_ID"] = "rzp", ["RAZORPAY_KEY_SECRET"] = "rs",
        ["PAYMENT_WEBHOOK_SECRET"] = "p", ["PAYMENT_API_URL"] = "https://pay.example", ["PAYMENT_API_KEY"] = "pk",
    };

    [Fact]
    public void Read_Everything_IsThreeProvidersThatTakeOrders()
    {
        var providers = Read(_everything);

        Assert.Equal(["stripe", "razorpay", "generic"], providers.Select(provider => provider.Name));
        Assert.All(providers, provider => Assert.NotNull(provider.Checkout));
    }

    [Theory]
    [InlineData("STRIPE_API_KEY", "stripe")]
    [InlineData("RAZORPAY_KEY_ID", "razorpay")]
    [InlineData("RAZORPAY_KEY_SECRET", "razorpay")]
    [InlineData("PAYMENT_API_URL", "generic")]
    [InlineData("PAYMENT_API_KEY", "generic")]
    public void Read_WithoutAnApiKey_TakesWebhooksAndNoOrders(string missing, string provider)
    {
        Assert.Equal([provider], Read(With(missing, "")).Where(each => each.Checkout is null).Select(each => each.Name));
        Assert.Equal([provider], Read(With(missing, null)).Where(each => each.Checkout is null).Select(each => each.Name));
    }

    [Theory]
    [InlineData("STRIPE_WEBHOOK_SECRET", "stripe", "")]
    [InlineData("RAZORPAY_WEBHOOK_SECRET", "razorpay", null)]
    [InlineData("PAYMENT_WEBHOOK_SECRET", "generic", " , ")]
    public void Read_WithoutAWebhookSecret_LeavesTheProviderOut(string missing, string provider, string? value) =>
        Assert.DoesNotContain(provider, Read(With(missing, value)).Select(each => each.Name));

    [Fact]
    public void Read_Nothing_IsTheGenericProviderInDevelopmentAndNobodyInProduction()
    {
        var own = Assert.Single(Read([]));
        Assert.Equal("generic", own.Name);
        Assert.Null(own.Checkout);
        Assert.True(Takes(own, "payment-secret"));
        Assert.Empty(Read(new() { ["ENVIRONMENT"] = "Production" }));
        Assert.False(Takes(Read(_everything)[2], "payment-secret"));
    }

    [Fact]
    public void Read_TwoSecrets_TakesBoth()
    {
        var own = Read(With("PAYMENT_WEBHOOK_SECRET", " new , old "))[2];

        Assert.True(Takes(own, "new"));
        Assert.True(Takes(own, "old"));
        Assert.False(Takes(own, "new , old"));
        Assert.False(Takes(own, ""));
    }

    [Theory]
    [InlineData("STRIPE_API_URL")]
    [InlineData("RAZORPAY_API_URL")]
    [InlineData("PAYMENT_API_URL")]
    public void Read_AnAddressThatIsNone_SaysWhichSetting(string name)
    {
        var message = Assert.Throws<FormatException>(() => Read(With(name, "no address"))).Message;

        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains("no address", message, StringComparison.Ordinal);
    }

    private static bool Takes(IPaymentProvider provider, string secret)
    {
        var body = """{"id":"p1","order":"o_1","amount":1,"currency":"EUR","status":"paid"}"""u8.ToArray();
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        return provider.Read(name => name == "X-Signature" ? signature : null, body, DateTimeOffset.UnixEpoch) is WebhookReading.Paid;
    }

    private static Dictionary<string, string?> With(string name, string? value) => new(_everything) { [name] = value };

    private static IReadOnlyList<IPaymentProvider> Read(Dictionary<string, string?> settings) =>
        PaymentSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
