using WhatsAppBots.Testing;

namespace WhatsAppBots.Functions.Tests;

/// <summary>An app with the stand-in hears no events: whoever publishes one would ship that.</summary>
public sealed class PublishTests : IDisposable
{
    private const string Refusal = "An app with ServiceBusTrigger=StandIn hears no events and is never published";

    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("whatsappbots-publish-");

    public void Dispose() => _output.Delete(recursive: true);

    [Theory]
    [InlineData("publish", "--no-build")]
    [InlineData("msbuild", "-t:Publish", "-p:NoBuild=true")]
    public async Task StandIn_IsNotPublished(params string[] way)
    {
        var published = await RunAsync([way[0], AzureSite.Root("functions/Maintenance"), .. way[1..]], "StandIn");
        Assert.NotEqual(0, published.Exit);
        Assert.Contains(Refusal, published.Output, StringComparison.Ordinal);
        Assert.Empty(_output.GetFileSystemInfos());
    }

    // Neither is what such a build left behind, by somebody who does not ask for the stand-in.
    [Fact]
    public async Task BuildWithTheStandIn_IsNotTakenForARealOne()
    {
        var published = await RunAsync(["publish", AzureSite.Root("functions/Maintenance"), "--no-build"], null);
        Assert.NotEqual(0, published.Exit);
        Assert.Empty(_output.GetFileSystemInfos());
    }

    // By the environment, as a build server would.
    private Task<Command> RunAsync(string[] arguments, string? trigger)
    {
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToDictionary(name => name, string? (_) => null);
        environment["FunctionsHost"] = "Azure";
        environment["ServiceBusTrigger"] = trigger;
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return Command.RunAsync("dotnet", [.. arguments, "-nodeReuse:false", "-p:Configuration=Debug", $"-p:PublishDir={_output.FullName}/"], environment, AzureSite.Root(""));
    }
}
