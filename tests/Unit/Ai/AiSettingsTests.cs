using Microsoft.Extensions.Configuration;
using WhatsAppBots.Ai;

namespace WhatsAppBots.Unit.Tests.Ai;

public sealed class AiSettingsTests
{
    [Fact]
    public void Nothing_IsOffAndFine()
    {
        var options = Read();

        Assert.False(options.IsOn);
        Assert.Equal((TimeSpan.FromSeconds(8), 200, null), (options.Timeout, options.TurnsPerDay, options.Prices));
        Assert.Empty(Faults());
    }

    [Fact]
    public void OpenAi_NeedsAKeyAndAModel()
    {
        var options = Read("OPENAI_API_KEY=sk-1", "OPENAI_MODEL=gpt-5-mini");

        Assert.Equal((new Uri("https://api.openai.com/v1"), "sk-1", "gpt-5-mini"), (options.Endpoint, options.Key, options.Model));
        Assert.Empty(Faults("OPENAI_API_KEY=sk-1", "OPENAI_MODEL=gpt-5-mini"));
        Assert.Equal(["OPENAI_MODEL is missing."], Faults("OPENAI_API_KEY=sk-1"));
        Assert.Equal(["OPENAI_API_KEY is missing."], Faults("OPENAI_MODEL=m"));
        Assert.Equal(["OPENAI_API_KEY is missing.", "OPENAI_MODEL is missing."], Faults("OPENAI_BASE_URL=https://generativelanguage.googleapis.com/v1beta/openai/"));
    }

    [Theory]
    [InlineData("https://mine.openai.azure.com")]
    [InlineData("https://mine.openai.azure.com/")]
    [InlineData("https://mine.openai.azure.com/openai/v1/")]
    public void Azure_IsReachedBelowItsEndpoint(string endpoint)
    {
        var options = Read($"AZURE_OPENAI_ENDPOINT={endpoint}", "AZURE_OPENAI_API_KEY=k", "AZURE_OPENAI_DEPLOYMENT=d");

        Assert.Equal((new Uri("https://mine.openai.azure.com/openai/v1"), "k", "d"), (options.Endpoint, options.Key, options.Model));
    }

    [Fact]
    public void Azure_NeedsAKeyOnlyWhereThereIsNoIdentity()
    {
        string[] settings = ["AZURE_OPENAI_ENDPOINT=https://mine.openai.azure.com", "AZURE_OPENAI_DEPLOYMENT=d"];

        Assert.Equal(["AZURE_OPENAI_API_KEY is missing."], Faults(settings));
        Assert.Empty(new AiSettings(Configuration(settings), hasIdentity: true).Faults());
        Assert.Equal(["AZURE_OPENAI_ENDPOINT is missing.", "AZURE_OPENAI_DEPLOYMENT is missing."], Faults("AZURE_OPENAI_API_KEY=k"));
    }

    [Theory]
    [InlineData("AI_TIMEOUT", "soon")]
    [InlineData("AI_TIMEOUT", "0")]
    [InlineData("AI_TIMEOUT", "46")]
    [InlineData("AI_TURNS_PER_DAY", "-1")]
    [InlineData("AI_TURNS_PER_DAY", "many")]
    [InlineData("AI_PRICES", "cheap")]
    [InlineData("AI_PRICES", "0.1/-2")]
    public void Setting_OutOfRange_IsNamed(string name, string value) => Assert.StartsWith(name, Assert.Single(Faults($"{name}={value}")), StringComparison.Ordinal);

    [Fact]
    public void BothAtOnce_OrAnAddressThatIsNone_AreFaults()
    {
        Assert.Contains(
            "two AIs",
            Assert.Single(Faults("AZURE_OPENAI_ENDPOINT=https://a", "AZURE_OPENAI_API_KEY=k", "AZURE_OPENAI_DEPLOYMENT=d", "OPENAI_API_KEY=k", "OPENAI_MODEL=m")),
            StringComparison.Ordinal);
        Assert.StartsWith("OPENAI_BASE_URL", Assert.Single(Faults("OPENAI_BASE_URL=ftp://x", "OPENAI_API_KEY=k", "OPENAI_MODEL=m")), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_AreRead()
    {
        var options = Read("AI_TIMEOUT=2.5", "AI_TURNS_PER_DAY=0", "AI_PRICES=0.15/0.60");

        Assert.Equal((TimeSpan.FromSeconds(2.5), 0, new AiPrices(0.15m, 0.60m)), (options.Timeout, options.TurnsPerDay, options.Prices));
    }

    private static AiOptions Read(params string[] settings) => AiSettings.Read(Configuration(settings));

    private static IReadOnlyList<string> Faults(params string[] settings) => new AiSettings(Configuration(settings)).Faults();

    private static IConfiguration Configuration(string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();
}
