using Microsoft.Extensions.Configuration;
using WhatsAppBots.WhatsApp.Twilio;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

public class TwilioSettingsTests
{
    private static readonly Dictionary<string, string?> _whole = new()
    {
        ["TWILIO_ACCOUNT_SID"] = "AC1", ["TWILIO_AUTH_TOKEN"] = "t", ["TWILIO_WHATSAPP_NUMBER"] = "+14155238886, +15551234567=Echo",
        ["PUBLIC_URL"] = "https://bots.example", ["ENVIRONMENT"] = "production",
    };

    [Fact]
    public void Read_Whole_IsRead()
    {
        var options = Read(new(_whole) { ["TWILIO_TEMPLATES"] = "a=HX1,a/es=HX2" });
        Assert.Empty(Faults(_whole));
        Assert.Equal(("AC1", "t", "https://api.twilio.com/"), (options.AccountSid, options.AuthToken, options.ApiUrl.AbsoluteUri));
        Assert.Equal(["+14155238886=hub", "+15551234567=echo"], options.Numbers.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(["a=HX1", "a/es=HX2"], options.Templates.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public void Read_Nothing_IsNoTwilio()
    {
        Assert.Empty(Faults(new() { ["ENVIRONMENT"] = "production" }));
        Assert.False(Read([]).IsConfigured);
    }

    [Theory]
    [InlineData("TWILIO_ACCOUNT_SID")]
    [InlineData("TWILIO_AUTH_TOKEN")]
    [InlineData("TWILIO_WHATSAPP_NUMBER")]
    [InlineData("PUBLIC_URL")]
    public void Validate_Half_NamesWhatIsMissing(string name) => Assert.StartsWith(
        $"{name} is missing", Assert.Single(Faults(new(_whole) { [name] = " " })), StringComparison.Ordinal);

    [Theory]
    [InlineData("TWILIO_ACCOUNT_SID", "SK1")]
    [InlineData("TWILIO_AUTH_TOKEN", "two words")]
    [InlineData("TWILIO_AUTH_TOKEN", "twilio-token")]
    [InlineData("TWILIO_WHATSAPP_NUMBER", "14155238886")]
    [InlineData("TWILIO_WHATSAPP_NUMBER", "+1415")]
    [InlineData("TWILIO_WHATSAPP_NUMBER", "+14155238886=")]
    [InlineData("TWILIO_WHATSAPP_NUMBER", "+14155238886,+14155238886=echo")]
    [InlineData("TWILIO_API_URL", "api.twilio.com")]
    [InlineData("TWILIO_TEMPLATES", "greeting")]
    [InlineData("TWILIO_TEMPLATES", "greeting=123")]
    public void Validate_FaultyValue_IsNamed(string name, string value) =>
        Assert.StartsWith(name, Assert.Single(Faults(new(_whole) { [name] = value })), StringComparison.Ordinal);

    private static TwilioOptions Read(Dictionary<string, string?> settings) => TwilioSettings.Read(Configuration(settings));

    private static IEnumerable<string> Faults(Dictionary<string, string?> settings) =>
        new TwilioSettings(Configuration(settings)).Validate(null, Read(settings)).Failures ?? [];

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
