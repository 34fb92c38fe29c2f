using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace WhatsAppBots.Functions.Tests;

/// <summary>What the apps were built from: Azure's own packages, of the versions that are pinned, all but the one that a registry may lack.</summary>
public sealed class PackageTests
{
    private const string Replaced = "Microsoft.Azure.Functions.Worker.Extensions.ServiceBus";

    public static TheoryData<string> Apps => [.. AzureSite.Names];

    [Theory]
    [MemberData(nameof(Apps))]
    public void App_IsBuiltFromTheRealPackages_ButOne(string app)
    {
        var assets = JsonNode.Parse(File.ReadAllText(AzureSite.Root($"functions/{app}/obj/Azure/project.assets.json")))!;
        var libraries = assets["libraries"]!.AsObject().Select(library => (Name: library.Key.Split('/')[0], Version: library.Key.Split('/')[1], Library: library.Value!)).ToList();
        var standIns = libraries.Where(library =>
            library.Library["type"]!.ToString() == "project" && library.Library["path"]!.ToString().Contains("/tests/", StringComparison.Ordinal)).Select(library => library.Name);
        Assert.Equal([Replaced], standIns);

        var pinned = XDocument.Load(AzureSite.Root("Directory.Packages.props")).Descendants("ItemGroup")
            .Single(group => group.Attribute("Label")?.Value == "Azure host").Elements("PackageVersion")
            .Select(package => (Name: package.Attribute("Include")!.Value, Version: package.Attribute("Version")!.Value)).ToList();
        Assert.Contains(Replaced, pinned.Select(package => package.Name));
        Assert.All(pinned.Where(package => package.Name != Replaced), package => Assert.Contains(
            libraries, library => library.Name == package.Name && library.Version == package.Version && library.Library["type"]!.ToString() == "package"));
    }

    // Whoever publishes would ship an app that hears nothing.
    [Fact]
    public void StandIn_IsReferredToInOnePlace_AndNoScriptAsksForIt()
    {
        var files = Directory.EnumerateFiles(AzureSite.Root(""), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".props" or ".targets" or ".csproj" or ".proj" or ".sh" or ".yml" or ".Dockerfile")
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("ServiceBusTrigger=", StringComparison.Ordinal) || File.ReadAllText(file).Contains("'$(ServiceBusTrigger)'", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(AzureSite.Root(""), file)).Order();
        Assert.Equal(
            ["functions/Directory.Build.props", "functions/Directory.Build.targets", "functions/azure.proj", "tests/ServiceBusTrigger/ServiceBusTrigger.csproj"],
            files.Order(StringComparer.Ordinal));
    }
}
