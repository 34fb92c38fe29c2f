using Microsoft.Extensions.Configuration;
using WhatsAppBots.Payments.Pages;

namespace WhatsAppBots.Unit.Tests.Money;

public sealed class WhatsAppPhonesTests
{
    [Theory]
    [InlineData("+15551234567", "hub", "portraits", "15551234567")]
    [InlineData("+1 (555) 123-4567", null, null, "15551234567")]
    [InlineData("hub=+15551234567,portraits=+972501234567", "portraits", "portraits", "972501234567")]
    [InlineData("hub=+15551234567, portraits=+972501234567", "hub", "portraits", "15551234567")]
    [InlineData("hub=+15551234567,portraits=+972501234567", null, "portraits", "972501234567")]
    [InlineData("hub=+15551234567,portraits=+972501234567", "echo", "echo", "15551234567")]
    [InlineData("+15550000000,portraits=+972501234567", "habits", "habits", "15550000000")]
    public void Link_LeadsToTheNumberThatThePersonWroteTo(string setting, string? entryBot, string? bot, string phone) =>
        Assert.Equal($"https://wa.me/{phone}", Phones(("WHATSAPP_PHONES", setting)).LinkOf(entryBot, bot)!.AbsoluteUri);

    [Theory]
    [InlineData("I've paid", "I%27ve%20paid")]
    [InlineData("Ya he pagado & más?", "Ya%20he%20pagado%20%26%20m%C3%A1s%3F")]
    [InlineData("שילמתי", "%D7%A9%D7%99%D7%9C%D7%9E%D7%AA%D7%99")]
    public void Link_HasATextReady(string text, string query) =>
        Assert.Equal($"https://wa.me/15551234567?text={query}", Phones(("WHATSAPP_PHONES", "+15551234567")).LinkOf("hub", null, text)!.AbsoluteUri);

    [Theory]
    [InlineData("+155512")]
    [InlineData("+1555123456789012")]
    [InlineData("hub=")]
    [InlineData("portraits")]
    [InlineData("hub=+0155512345")]
    [InlineData("https://wa.me/15551234567")]
    public void Setting_ThatIsNoTelephoneNumber_IsRefusedByItsName(string setting) =>
        Assert.Contains("WHATSAPP_PHONES", Assert.Throws<FormatException>(() => Phones(("WHATSAPP_PHONES", setting))).Message, StringComparison.Ordinal);

    [Fact]
    public void WithoutTheSetting_TwiliosNumbersAreLedBackTo()
    {
        Assert.Equal("https://wa.me/14155238886", Phones(("TWILIO_WHATSAPP_NUMBER", "+14155238886")).LinkOf("portraits", null)!.AbsoluteUri);
        Assert.Equal(
            "https://wa.me/14155550002",
            Phones(("TWILIO_WHATSAPP_NUMBER", "+14155550001=hub,+14155550002=portraits")).LinkOf("portraits", null)!.AbsoluteUri);
        Assert.Null(Phones().LinkOf("hub", "portraits"));
    }

    // In development the chat is the simulator's; a number that is set goes before it, and in production there is no simulator.
    [Fact]
    public void Simulator_IsLedBackToInDevelopmentAlone()
    {
        var api = ("WHATSAPP_API_URL", "http://127.0.0.1:5180/graph");
        Assert.Equal("http://127.0.0.1:5180/", Phones(api).LinkOf("hub", null, "I've paid")!.AbsoluteUri);
        Assert.Equal("https://wa.me/15551234567", Phones(api, ("WHATSAPP_PHONES", "+15551234567")).LinkOf("hub", null)!.AbsoluteUri);
        Assert.Null(Phones(api, ("ENVIRONMENT", "production")).LinkOf("hub", null));
    }

    private static WhatsAppPhones Phones(params (string Name, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value)).Build());
}
