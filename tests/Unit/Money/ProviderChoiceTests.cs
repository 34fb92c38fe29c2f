using Microsoft.Extensions.Configuration;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Providers.Generic;
using WhatsAppBots.Money.Providers.Razorpay;
using WhatsAppBots.Money.Providers.Stripe;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Unit.Tests.Money;

public sealed class ProviderChoiceTests
{
    private static readonly Uri _url = new("http://127.0.0.1:9");

    private static readonly IPaymentProvider[] _all =
    [
        new StripeWebhooks(["s"], new StripeCheckout(_url, "k")), new RazorpayWebhooks(["s"], new RazorpayCheckout(_url, "i", "k")),
        new GenericWebhooks(["s"], new GenericCheckout(_url, "k")),
    ];

    [Theory]
    [InlineData("INR=razorpay,BRL=generic,*=stripe", "INR", "razorpay")]
    [InlineData("INR=razorpay,BRL=generic,*=stripe", "BRL", "generic")]
    [InlineData("INR=razorpay,BRL=generic,*=stripe", "EUR", "stripe")]
    [InlineData(" * = generic , INR = razorpay ,", "USD", "generic")]
    [InlineData(" * = generic , INR = razorpay ,", "INR", "razorpay")]
    [InlineData("inr=razorpay", "INR", "razorpay")]
    [InlineData("INR=razorpay", "EUR", "stripe")]
    [InlineData("", "EUR", "stripe")]
    [InlineData(null, "INR", "stripe")]
    public void Currency_IsTakenByWhoIsNamedForIt(string? setting, string currency, string provider) =>
        Assert.Equal(provider, Choice(setting, _all).Of(currency)?.Name);

    [Fact]
    public void Provider_WithWebhooksAlone_TakesNoOrders()
    {
        IPaymentProvider[] providers = [new StripeWebhooks(["s"]), _all[1]];

        Assert.Equal("razorpay", Choice(null, providers).Of("EUR")?.Name);
        Assert.Null(Choice(null, [new StripeWebhooks(["s"])]).Of("EUR"));
        Assert.Null(Choice(null, []).Of("EUR"));
        Assert.Contains("\"*=stripe\"", Assert.Throws<FormatException>(() => Choice("*=stripe", providers)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INR=razorpay,*=paypal", "\"*=paypal\"")]
    [InlineData("INR", "\"INR\"")]
    [InlineData("INR=", "\"INR=\"")]
    [InlineData("INR=razorpay=stripe", "\"INR=razorpay=stripe\"")]
    [InlineData("*=Stripe", "\"*=Stripe\"")]
    public void Setting_ThatNamesNobody_SaysWhatIsWrongAndWhoThereIs(string setting, string quoted)
    {
        var message = Assert.Throws<FormatException>(() => Choice(setting, _all)).Message;

        Assert.Contains("PAYMENT_PROVIDERS", message, StringComparison.Ordinal);
        Assert.Contains(quoted, message, StringComparison.Ordinal);
        Assert.Contains("stripe, razorpay, generic", message, StringComparison.Ordinal);
    }

    private static ProviderChoice Choice(string? setting, IEnumerable<IPaymentProvider> providers) => new(
        providers, new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("PAYMENT_PROVIDERS", setting)]).Build());
}
