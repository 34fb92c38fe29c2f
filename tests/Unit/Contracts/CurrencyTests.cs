using WhatsAppBots.Contracts.Money;

namespace WhatsAppBots.Unit.Tests.Contracts;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData(1500, "USD", "15.00 USD")]
    [InlineData(1500, "usd", "15.00 USD")]
    [InlineData(1500, "JPY", "1500 JPY")]
    [InlineData(12000, "KRW", "12000 KRW")]
    [InlineData(7990, "CLP", "7990 CLP")]
    [InlineData(500, "ISK", "500 ISK")]
    [InlineData(5500, "KWD", "5.500 KWD")]
    [InlineData(2990, "BHD", "2.990 BHD")]
    [InlineData(9000, "TND", "9.000 TND")]
    [InlineData(-150, "EUR", "-1.50 EUR")]
    [InlineData(long.MaxValue, "JPY", "9223372036854775807 JPY")]
    public void Amount_IsReadWithTheDecimalsOfItsCurrency(long minor, string currency, string text) =>
        Assert.Equal(text, Currencies.Text(minor, currency));

    [Theory]
    [InlineData(2990, "KWD", true)]
    [InlineData(2995, "KWD", false)]
    [InlineData(2995, "USD", true)]
    [InlineData(2995, "JPY", true)]
    public void Card_TakesNoThirdDecimalBut0(long minor, string currency, bool isPayable) => Assert.Equal(isPayable, Currencies.IsPayable(minor, currency));
}
