using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.Simulator;
using WhatsAppBots.Standalone.Http;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Hosting;

/// <summary>What is development, what production refuses, and keys that change.</summary>
public sealed class EnvironmentTests
{
    private static readonly string _strong = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private static readonly Dictionary<string, string?> _production = new()
    {
        ["ENVIRONMENT"] = "production", ["SECRET_KEY"] = _strong, ["FUNCTION_KEY"] = _strong[..32], ["PUBLIC_URL"] = "https://bots.example.com",
    };

    public static TheoryData<string> Secrets { get; } = [.. DevelopmentValues.Credentials.Select(each => each.Name), "SECRET_KEY", "FUNCTION_KEY"];

    public static TheoryData<string> Simulators { get; } = [.. DevelopmentValues.Credentials.Select(each => each.Url).Distinct()];

    public static TheoryData<string> Credentials { get; } = [.. DevelopmentValues.Credentials.Select(each => each.Name)];

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("development")]
    [InlineData(" Development ")]
    public void Development_IsSaidOrCertain(string? said)
    {
        var configuration = Configuration(new() { ["ENVIRONMENT"] = said, ["ASPNETCORE_URLS"] = "http://localhost:1;http://[::1]:2" });
        Assert.False(HostEnvironment.IsProduction(configuration));
        Assert.Null(HostEnvironment.Fault(configuration));
        Assert.Null(HostEnvironment.Warning(configuration));
    }

    [Theory]
    [InlineData("production")]
    [InlineData(" PRODUCTION ")]
    public void Production_IsSaid(string said)
    {
        var configuration = Configuration(new() { ["ENVIRONMENT"] = said });
        Assert.True(HostEnvironment.IsProduction(configuration));
        Assert.Null(HostEnvironment.Fault(configuration));
    }

    [Theory]
    [InlineData("prod")]
    [InlineData("staging")]
    [InlineData("developmen")]
    public void Unknown_IsRefusedByName_AndOpensNothing(string said)
    {
        var configuration = Configuration(new() { ["ENVIRONMENT"] = said });
        Assert.Contains($"ENVIRONMENT is \"{said}\"", HostEnvironment.Fault(configuration), StringComparison.Ordinal);
        Assert.True(HostEnvironment.IsProduction(configuration));
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:7070", "http://0.0.0.0:7070")]
    [InlineData("ASPNETCORE_URLS", "http://+:80", "http://+:80")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:1;http://10.0.0.1:1", "http://10.0.0.1:1")]
    [InlineData("URLS", "http://*:80", "http://*:80")]
    [InlineData("PORT", "7070", "http://0.0.0.0:7070")]
    [InlineData("SIMULATOR_URL", "http://0.0.0.0:7080", "http://0.0.0.0:7080")]
    [InlineData("PUBLIC_URL", "https://bots.example.com", "PUBLIC_URL")]
    [InlineData("SERVICEBUS_CONNECTION_STRING", "Endpoint=sb://x.servicebus.windows.net;SharedAccessKey=k", "SERVICEBUS_CONNECTION_STRING")]
    [InlineData("AzureWebJobsStorage", "DefaultEndpointsProtocol=https;AccountName=x;AccountKey=k", "AzureWebJobsStorage")]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=k", "APPLICATIONINSIGHTS_CONNECTION_STRING")]
    public void Unset_WithWhatMayBePublic_StopsAndSaysWhatToSet(string name, string value, string said)
    {
        var settings = new Dictionary<string, string?> { [name] = value };
        var fault = HostEnvironment.Fault(Configuration(settings));
        Assert.Contains(said, fault, StringComparison.Ordinal);
        Assert.Contains("ENVIRONMENT=production", fault, StringComparison.Ordinal);
        Assert.True(HostEnvironment.IsProduction(Configuration(settings)));

        // Said, it starts, with one clear warning.
        settings["ENVIRONMENT"] = "development";
        Assert.Null(HostEnvironment.Fault(Configuration(settings)));
        Assert.Contains(said, HostEnvironment.Warning(Configuration(settings)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Credentials))]
    public void Unset_WithARealCredential_StopsAndNamesIt(string name)
    {
        var settings = new Dictionary<string, string?> { [name] = "of-a-real-account" };
        Assert.Contains(name, HostEnvironment.Fault(Configuration(settings)), StringComparison.Ordinal);
        Assert.DoesNotContain("of-a-real-account", HostEnvironment.Fault(Configuration(settings)), StringComparison.Ordinal);

        settings[name] = DevelopmentValues.All[0] + ",of-a-real-account";
        Assert.Contains(name, HostEnvironment.Fault(Configuration(settings)), StringComparison.Ordinal);

        settings[name] = DevelopmentValues.All[0];
        Assert.Null(HostEnvironment.Fault(Configuration(settings)));

        // What goes to a stand-in on this machine is nobody's account.
        settings[name] = "of-a-real-account";
        settings[DevelopmentValues.Credentials.Single(each => each.Name == name).Url] = "http://127.0.0.1:9999/x";
        Assert.Null(HostEnvironment.Fault(Configuration(settings)));
    }

    [Fact]
    public void FunctionsHost_MustBeTold()
    {
        Assert.Contains("ENVIRONMENT=production", HostEnvironment.FaultUnlessSaid(Configuration([])), StringComparison.Ordinal);
        Assert.Null(HostEnvironment.FaultUnlessSaid(Configuration(new() { ["ENVIRONMENT"] = "development" })));
    }

    [Fact]
    public void Sample_IsDevelopment_AlsoWithoutSayingSo()
    {
        var settings = Infra.Repository.Sample.ToDictionary(each => each.Key, each => (string?)each.Value);
        settings.Remove("ENVIRONMENT");
        Assert.Null(HostEnvironment.Fault(Configuration(settings)));
    }

    [Fact]
    public void Production_WithGoodSettings_HasNoFaults() => Assert.Empty(ProductionSettings.Faults(Configuration(_production)));

    [Theory]
    [MemberData(nameof(Secrets))]
    public void Production_RefusesEachDevelopmentSecretInEachSetting(string name)
    {
        foreach (var variant in DevelopmentValues.All.SelectMany(value => new[] { value, $" {value} ", value.ToUpperInvariant(), $"{_strong},{value}", $"\"{value}\"" }))
        {
            var faults = ProductionSettings.Faults(Configuration(new(_production) { [name] = variant })).ToList();
            Assert.Contains($"{name} has its development value.", faults);
        }
    }

    // A stand-in that is added with a secret of its own cannot be forgotten.
    [Fact]
    public void Secrets_OfTheSimulatorAndTheSample_AreAllKnown()
    {
        var own = typeof(SimulatorOptions).GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite)
            .Where(property => new[] { "Key", "Secret", "Token", "Sid" }.Any(word => property.Name.Contains(word, StringComparison.Ordinal)))
            .Select(property => (string)property.GetValue(new SimulatorOptions())!).ToList();
        Assert.True(own.Count >= 13);
        Assert.Equal([], own.Except(DevelopmentValues.All));
        var sample = Infra.Repository.Sample.Where(each => each.Value.Length > 0 && !each.Key.StartsWith("SERVICEBUS", StringComparison.Ordinal)
            && new[] { "_KEY", "_SECRET", "_TOKEN", "_SID", "_KEY_ID" }.Any(end => each.Key.EndsWith(end, StringComparison.Ordinal)));
        Assert.All(sample, each => Assert.True(DevelopmentValues.IsIn(each.Value), each.Key));
        Assert.All(
            Infra.Repository.Sample.Keys.Where(name => new[] { "_API_KEY", "_SECRET", "_TOKEN", "_SID", "_KEY_ID" }.Any(end => name.EndsWith(end, StringComparison.Ordinal))),
            name => Assert.Contains(name, DevelopmentValues.Credentials.Select(each => each.Name)));
    }

    [Theory]
    [MemberData(nameof(Simulators))]
    public void Production_RefusesTheSimulatorsAddress(string name) => Assert.Contains(
        $"{name} is the simulator's address.", ProductionSettings.Faults(Configuration(new(_production) { [name] = "http://localhost:7080/graph/v23.0" })));

    [Theory]
    [InlineData("http://bots.example.com")]
    [InlineData("https://localhost")]
    [InlineData("https://127.0.0.1:7070")]
    [InlineData("https://bots.localhost")]
    [InlineData("https://0.0.0.0")]
    [InlineData("https://me:pass-w0rd@bots.example.com")]
    [InlineData("https://bots.example.com?x=1")]
    [InlineData("https://bots.example.com#x")]
    [InlineData("ftp://bots.example.com")]
    [InlineData("bots.example.com")]
    public void Production_RefusesAPublicUrlThatOthersCannotTrust(string url)
    {
        var fault = Assert.Single(ProductionSettings.Faults(Configuration(new(_production) { ["PUBLIC_URL"] = url })));
        Assert.StartsWith("PUBLIC_URL ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("pass-w0rd", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("real-key")]
    [InlineData("secret")]
    [InlineData("a-real-secret-key-of-some-length")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")]
    [InlineData("change-me-change-me-change-me-change-me-change-me-change-me-change-me")]
    [InlineData("developmentdevelopmentdevelopmentdevelopmentdevelopmentdevelopment")]
    [InlineData("correct-horse-battery-staple-correct-horse-battery-staple")]
    [InlineData("passwordsecretkeywhatsappproductionpasswordsecretkeywhatsappproduction")]
    public void Keys_ThatCanBeGuessed_AreRefused(string key)
    {
        foreach (var value in new[] { key, $"{_strong},{key}", $"{key},{_strong}" })
        {
            var faults = ProductionSettings.Faults(Configuration(new(_production) { ["SECRET_KEY"] = value })).ToList();
            Assert.StartsWith("SECRET_KEY can be guessed", Assert.Single(faults), StringComparison.Ordinal);
            Assert.DoesNotContain(key.Length > 1 ? key : _strong, faults[0], StringComparison.Ordinal);
            Assert.Equal(faults[0], SecretKey.Fault(Configuration(new(_production) { ["SECRET_KEY"] = value })));
        }
    }

    [Fact]
    public void Keys_OfRandomBytes_AreTaken()
    {
        for (var n = 0; n < 500; n++)
        {
            var (long32, long16) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(16));
            foreach (var key in new[] { Convert.ToHexString(long32), Convert.ToHexStringLower(long32), Convert.ToBase64String(long32), System.Buffers.Text.Base64Url.EncodeToString(long32) })
            {
                Assert.True(KeyStrength.Holds(key, 32), key);
            }

            foreach (var key in new[] { Convert.ToHexStringLower(long16), Convert.ToBase64String(long16), Guid.NewGuid().ToString("N") })
            {
                Assert.True(KeyStrength.Holds(key, 16), key);
                Assert.False(KeyStrength.Holds(key, 32), key);
            }

            Assert.False(KeyStrength.Holds(Convert.ToHexStringLower(long16)[..16], 16));
        }
    }

    [Fact]
    public void SecretKey_WhileItChanges_SignsWithTheNewAndTakesBoth()
    {
        var time = new ManualTime();
        SecretKey Keys(params string[] keys) => new() { Keys = [.. keys.Select(System.Text.Encoding.UTF8.GetBytes)] };
        SignedTokens Tokens(SecretKey secret) => new(Options.Create(secret), time);
        var (old, both, fresh, other) = (Keys("old"), Keys("new", "old"), Keys("new"), Keys("other"));

        var (before, during) = (Tokens(old).Make("p", "s", TimeSpan.FromHours(1)), Tokens(both).Make("p", "s", TimeSpan.FromHours(1)));
        Assert.Equal("s", Tokens(both).Read("p", before));
        Assert.Equal("s", Tokens(both).Read("p", during));
        Assert.Equal("s", Tokens(fresh).Read("p", during));
        Assert.Null(Tokens(fresh).Read("p", before));
        Assert.Null(Tokens(other).Read("p", during));

        Assert.Equal(fresh.Hash("15550001"), both.Hash("15550001"));
        Assert.Equal([fresh.Hash("15550001"), old.Hash("15550001")], both.Hashes("15550001"));
        Assert.True(both.IsHash("15550001", old.Hash("15550001")));
        Assert.False(both.IsHash("15550001", other.Hash("15550001")));
        Assert.False(both.IsHash("15550001", []));
    }

    [Fact]
    public void FunctionKey_WhileItChanges_OpensWithBoth()
    {
        var hashes = FunctionKey.Hashes(" new , old ");
        bool Opens(string? key)
        {
            var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
            if (key is not null) context.Request.Headers["x-functions-key"] = key;
            return FunctionKey.IsGiven(context.Request, hashes);
        }

        Assert.True(Opens("new") && Opens("old"));
        Assert.False(Opens(null) || Opens("") || Opens("new,old") || Opens(" new , old ") || Opens("NEW"));
    }

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
