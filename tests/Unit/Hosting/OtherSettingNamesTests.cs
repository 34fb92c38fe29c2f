using Microsoft.Extensions.Configuration;
using WhatsAppBots.Hosting;
using WhatsAppBots.Standalone.Check;

namespace WhatsAppBots.Unit.Tests.Hosting;

/// <summary>Names of settings that other projects use are answered with ours.</summary>
public sealed class OtherSettingNamesTests
{
    public static TheoryData<string> Names { get; } = [.. OtherSettingNames.All];

    [Theory]
    [InlineData("WHATSAPP_WEBHOOK_SECRET", "WHATSAPP_APP_SECRET")]
    [InlineData("WHATSAPP_MCP_URL", "WHATSAPP_API_URL")]
    [InlineData("WHATSAPP_TOKEN", "WHATSAPP_API_KEY")]
    [InlineData("WASENDER_API_TOKEN", "WHATSAPP_API_KEY")]
    [InlineData("WEBHOOK_VERIFY_TOKEN", "WHATSAPP_VERIFY_TOKEN")]
    [InlineData("PHONE_NUMBER_ID", "WHATSAPP_NUMBERS")]
    [InlineData("BUSINESS_ID", "WHATSAPP_NUMBERS")]
    [InlineData("TWILIO_PHONE_NUMBER", "TWILIO_WHATSAPP_NUMBER")]
    [InlineData("GEMINI_API_KEY", "OPENAI_API_KEY")]
    [InlineData("MAX_LINES_PER_MESSAGE", "WHATSAPP_RATE_PER_PAIR")]
    [InlineData("MESSAGE_DELAY", "WHATSAPP_RATE_PER_PAIR")]
    [InlineData("REDIS_URL", "DATABASE_URL")]
    [InlineData("DEBUG", "LOG_LEVEL=Debug")]
    public void Name_IsAnsweredWithOurs(string name, string ours)
    {
        var (found, notice) = Assert.Single(Notices((name, "true")));
        Assert.Equal(name, found);
        Assert.StartsWith($"{name} isn't read: ", notice, StringComparison.Ordinal);
        Assert.Contains(ours, notice, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notice_NamesOnlySettingsThatAreThere_AndNoValue(string name)
    {
        var notice = Assert.Single(Notices((name, name == "DEBUG" ? "1" : "of-somebody"))).Notice;
        Assert.DoesNotContain("of-somebody", notice, StringComparison.Ordinal);
        Assert.All(
            System.Text.RegularExpressions.Regex.Matches(notice[name.Length..], "[A-Z][A-Z0-9]*(_[A-Z0-9]+)+(?!_)\\b").Select(match => match.Value),
            ours => Assert.Contains(ours, SettingCatalog.All.Select(setting => setting.Name)));
        Assert.DoesNotContain(name, SettingCatalog.All.Select(setting => setting.Name));
        Assert.DoesNotContain(name, new[] { "URLS", "WHATSAPP_BUSINESS_ID" });
    }

    [Fact]
    public void Notice_IsNotGiven_WhereOursIsSetToo_OrNothingIs()
    {
        Assert.Empty(Notices(("WHATSAPP_WEBHOOK_SECRET", "a"), ("WHATSAPP_APP_SECRET", "b")));
        Assert.Empty(Notices(("GEMINI_API_KEY", " ")));
        Assert.Empty(Notices(("DEBUG", "express:*")));
    }

    private static List<(string Name, string Notice)> Notices(params (string Name, string Value)[] settings) => [.. OtherSettingNames.Notices(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Name, (string?)each.Value))).Build())];
}
