using WhatsAppBots.Contracts.Money;

namespace WhatsAppBots.Unit.Tests.Contracts;

/// <summary>Amounts as people write them, each language in its own way.</summary>
public sealed class PriceTextTests
{
    [Theory]
    [InlineData(900, "USD", "$9", "9 US$", "US$ 9", "$9", "9 $")]
    [InlineData(1290, "EUR", "€12.90", "12,90 €", "€ 12,90", "€12.90", "12.90 €")]
    [InlineData(1290, "eur", "€12.90", "12,90 €", "€ 12,90", "€12.90", "12.90 €")]
    [InlineData(800, "GBP", "£8", "8 £", "£ 8", "£8", "8 £")]
    [InlineData(74900, "INR", "₹749", "749 ₹", "₹ 749", "₹749", "749 ₹")]
    [InlineData(34950, "INR", "₹349.50", "349,50 ₹", "₹ 349,50", "₹349.50", "349.50 ₹")]
    [InlineData(12345600, "INR", "₹123,456", "123.456 ₹", "₹ 123.456", "₹1,23,456", "123,456 ₹")]
    [InlineData(4990, "BRL", "R$49.90", "49,90 R$", "R$ 49,90", "R$49.90", "49.90 R$")]
    [InlineData(3500, "ILS", "₪35", "35 ₪", "₪ 35", "₪35", "35 ₪")]
    [InlineData(1290, "JPY", "¥1,290", "1290 ¥", "¥ 1.290", "¥1,290", "1,290 ¥")]
    [InlineData(1250, "KWD", "KWD 1.250", "1,250 KWD", "KWD 1,250", "KWD 1.250", "1.250 KWD")]
    [InlineData(2000, "KWD", "KWD 2", "2 KWD", "KWD 2", "KWD 2", "2 KWD")]
    [InlineData(3500000, "COP", "COP 35,000", "35.000 COP", "COP 35.000", "COP 35,000", "35,000 COP")]
    [InlineData(7990, "CLP", "CLP 7,990", "7990 CLP", "CLP 7.990", "CLP 7,990", "7,990 CLP")]
    [InlineData(14900, "MXN", "MX$149", "149 MXN", "MXN 149", "MX$149", "149 MX$")]
    [InlineData(-150, "USD", "-$1.50", "-1,50 US$", "-US$ 1,50", "-$1.50", "-1.50 $")]
    [InlineData(5, "USD", "$0.05", "0,05 US$", "US$ 0,05", "$0.05", "0.05 $")]
    public void Amount_IsWrittenAsItsReadersWriteIt(
        long minor, string currency, string english, string spanish, string portuguese, string hindi, string hebrew) => Assert.Equal(
            [english, spanish, portuguese, hindi, hebrew],
            new[] { "en", "es", "pt", "hi", "he" }.Select(language => PriceText.Of(minor, currency, language)));

    [Theory]
    [InlineData(null)]
    [InlineData("xx")]
    public void Amount_InNoLanguageOfOurs_IsWrittenInEnglish(string? language) => Assert.Equal("€12.90", PriceText.Of(1290, "EUR", language));

    [Fact]
    public void Amount_OfAnyLength_IsWritten() => Assert.Equal("¥9,223,372,036,854,775,807", PriceText.Of(long.MaxValue, "JPY", "en"));
}
