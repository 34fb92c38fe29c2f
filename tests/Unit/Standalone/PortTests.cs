using Microsoft.Extensions.Configuration;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Unit.Tests.Standalone;

public sealed class PortTests
{
    [Fact]
    public void Port_WithoutAnAddress_IsListenedOnEverywhere() =>
        Assert.Equal("http://0.0.0.0:8080", Read("--PORT=8080")["ASPNETCORE_URLS"]);

    [Theory]
    [InlineData("--ASPNETCORE_URLS=http://127.0.0.1:7071", "http://127.0.0.1:7071")]
    [InlineData("--URLS=http://127.0.0.1:7071", null)]
    public void Port_BesideAnAddress_IsNotHeard(string address, string? listens) =>
        Assert.Equal(listens, Read("--PORT=8080", address)["ASPNETCORE_URLS"]);

    [Theory]
    [InlineData("0")]
    [InlineData("70000")]
    [InlineData("tcp://10.0.0.1:80")]
    public void Port_ThatIsNone_IsAFaultAndNamed(string port)
    {
        var configuration = Read("--ENVIRONMENT=development", $"--PORT={port}");
        Assert.Contains(Settings.Faults(configuration), fault => fault.StartsWith($"PORT is \"{port}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(Settings.Faults(Read("--ENVIRONMENT=development", "--PORT=8080")), fault => fault.StartsWith("PORT", StringComparison.Ordinal));
    }

    private static ConfigurationManager Read(params string[] args)
    {
        var configuration = new ConfigurationManager();
        Settings.Add(configuration, args);
        return configuration;
    }
}
