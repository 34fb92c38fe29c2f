using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Unit.Tests.WhatsApp;

public class SettingsTests
{
    private static readonly Dictionary<string, string?> _production = new()
    {
        ["ENVIRONMENT"] = "production",
        ["WHATSAPP_API_URL"] = "https://graph.facebook.com/v23.0",
        ["WHATSAPP_API_KEY"] = "EAAG",
        ["WHATSAPP_APP_SECRET"] = "s3cret",
        ["WHATSAPP_VERIFY_TOKEN"] = "t0ken",
        ["WHATSAPP_NUMBER_ID"] = "106540352242922",
    };

    [Fact]
    public void Read_NothingSet_HasDevelopmentValues()
    {
        var options = WhatsAppSettings.Read(Configuration([]));
        Assert.Equal(("app-secret", "verify", false), (options.AppSecret, options.VerifyToken, options.IsProduction));
        Assert.Equal(new Uri("http://127.0.0.1:7080/v23.0"), options.ApiUrl);
        Assert.NotEmpty(options.ApiKey);
        Assert.Empty(options.Numbers);
        Assert.Empty(Faults([]));
    }

    [Fact]
    public void Read_Everything_IsRead()
    {
        var options = WhatsAppSettings.Read(Configuration(new(_production)
        {
            ["WHATSAPP_NUMBERS"] = " 1=Portraits, 2 = echo ,",
            ["WHATSAPP_NUMBER_ID"] = "3",
            ["WHATSAPP_BUSINESS_ID"] = "77",
        }));
        Assert.Equal(
            new Dictionary<string, string> { ["1"] = "portraits", ["2"] = "echo", ["3"] = "hub" }, options.Numbers);
        Assert.Equal(("EAAG", "s3cret", "t0ken", "77", true),
            (options.ApiKey, options.AppSecret, options.VerifyToken, options.BusinessId, options.IsProduction));
    }

    [Fact]
    public void Validate_Production_IsFine() => Assert.Empty(Faults(new(_production)));

    [Theory]
    [InlineData("WHATSAPP_API_URL")]
    [InlineData("WHATSAPP_API_KEY")]
    [InlineData("WHATSAPP_APP_SECRET")]
    [InlineData("WHATSAPP_VERIFY_TOKEN")]
    public void Validate_MissingInProduction_IsNamed(string name) =>
        Assert.Equal([$"{name} is missing."], Faults(new(_production) { [name] = " " }));

    [Fact]
    public void Validate_NothingSetInProduction_NamesEveryFault() => Assert.Equal(
        ["WHATSAPP_API_URL", "WHATSAPP_API_KEY", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN", "WHATSAPP_NUMBERS"],
        Faults(new() { ["ENVIRONMENT"] = "Production" }).Select(fault => fault.Split(' ')[0]));

    [Theory]
    [InlineData("WHATSAPP_APP_SECRET", "app-secret")]
    [InlineData("WHATSAPP_VERIFY_TOKEN", "verify")]
    [InlineData("WHATSAPP_API_URL", "ftp://graph.example")]
    [InlineData("WHATSAPP_API_URL", "graph")]
    [InlineData("WHATSAPP_API_KEY", "two words")]
    [InlineData("WHATSAPP_NUMBERS", "1")]
    [InlineData("WHATSAPP_NUMBERS", "1=echo,1=hub")]
    [InlineData("WHATSAPP_NUMBERS", "1=")]
    [InlineData("WHATSAPP_NUMBERS", "a b=echo")]
    [InlineData("WHATSAPP_NUMBER_ID", "+1 555")]
    public void Validate_FaultyValue_IsNamed(string name, string value) =>
        Assert.Contains(Faults(new(_production) { [name] = value }), fault => fault.StartsWith(name, StringComparison.Ordinal));

    [Fact]
    public void AddWhatsApp_ByTwoApps_RegistersOnce()
    {
        var configuration = Configuration(new() { ["MEDIA_STORE"] = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) });
        var services = new ServiceCollection().AddLogging();
        services.AddWhatsApp(configuration).AddWhatsApp(configuration);
        Assert.Single(services, service => service.ServiceType == typeof(IChannel));
        Assert.Single(services, service => service.ServiceType == typeof(IValidateOptions<WhatsAppOptions>));
        using var provider = services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<IChannel>());
        Assert.NotNull(provider.GetRequiredService<MediaDownloader>());
    }

    private static IEnumerable<string> Faults(Dictionary<string, string?> settings) =>
        new WhatsAppSettings(Configuration(settings)).Validate(null, WhatsAppSettings.Read(Configuration(settings))).Failures ?? [];

    private static IConfiguration Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
