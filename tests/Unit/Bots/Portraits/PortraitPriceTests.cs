using Microsoft.Extensions.Configuration;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Money;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

public sealed class PortraitPriceTests
{
    private const string Prices =
        "USD=900/1500/2300,EUR=900/1500/2300,MXN=14900/24900/39900,CAD=1200/2000/3100,JPY=1500/2500/3500,KWD=2750/4600/7000,CLP=7990/12990/19990,AUD=1300/2100/3300,COP=3500000/5900000/8900000";

    // People pay in the currency of their country, if it has a price.
    [Theory]
    [InlineData("5215512345678", "MX$149")]
    [InlineData("14165550123", "CA$12")]
    [InlineData("13685550123", "CA$12")]
    [InlineData("12125550123", "$9")]
    [InlineData("819012345678", "¥1,500")]
    [InlineData("96550012345", "KWD 2.750")]
    [InlineData("56912345678", "CLP 7,990")]
    [InlineData("61412345678", "A$13")]
    [InlineData("573001234567", "COP 35,000")]
    [InlineData("359881234567", "€9")]
    [InlineData("385911234567", "€9")]
    [InlineData("4915112345678", "€9")]
    [InlineData("447700900123", "$9")]
    [InlineData(null, "$9")]
    public void Price_IsInTheCurrencyOfThePersonsCountry(string? phone, string price)
    {
        var (amount, currency) = Read(Prices).PriceOf("lite", phone);
        Assert.Equal(price, PriceText.Of(amount, currency, "en"));
    }

    [Fact]
    public void Price_WithAThirdDecimal_IsRefusedByName()
    {
        var message = Assert.Throws<FormatException>(() => Read("KWD=2995/4600/7000")).Message;
        Assert.Contains("PORTRAITS_PRICES", message, StringComparison.Ordinal);
        Assert.Contains("2.990 KWD", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("257")]
    [InlineData("354")]
    [InlineData("382")]
    [InlineData("672")]
    [InlineData("942")]
    public void AreaCode_OfCanada_IsCanada(string area) => Assert.Equal("CA", CallingCodes.CountryOf($"1{area}5550123"));

    private static PortraitOptions Read(string prices) => PortraitOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("PORTRAITS_PRICES", (string?)prices)]).Build());
}
