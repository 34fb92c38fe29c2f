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
        var built = Assets(app);
        Assert.Equal([Replaced], StandIns(built));
        Assert.Empty(Missing(built));
    }

    // What this test is for: a second package replaced, by a project of any place, or left out, or of another version.
    [Theory]
    [InlineData("Microsoft.Azure.Functions.Worker.Extensions.Timer")]
    [InlineData("Azure.Messaging.ServiceBus")]
    public void Package_ThatIsReplacedToo_IsSeen(string package)
    {
        var built = Assets("Maintenance");
        var libraries = built["libraries"]!.AsObject();
        var real = libraries.Single(library => library.Key.StartsWith(package + "/", StringComparison.Ordinal)).Key;
        libraries.Remove(real);
        Assert.Equal([package], Missing(built));
        libraries[package + "/0.0.1"] = new JsonObject { ["type"] = "package", ["path"] = "x" };
        Assert.Equal([package], Missing(built));
        libraries.Remove(package + "/0.0.1");
        libraries[real] = new JsonObject { ["type"] = "project", ["path"] = "../../shared/Other/Other.csproj" };
        Assert.Equal([package], Missing(built));
        Assert.Equal(new[] { package, Replaced }.Order(StringComparer.Ordinal), StandIns(built));
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
            ["Directory.Build.props", "functions/Directory.Build.props", "functions/Directory.Build.targets", "functions/azure.proj", "tests/ServiceBusTrigger/ServiceBusTrigger.csproj"],
            files.Order(StringComparer.Ordinal));
    }

    private static JsonNode Assets(string app) => JsonNode.Parse(File.ReadAllText(AzureSite.Root($"functions/{app}/obj/AzureStandIn/project.assets.json")))!;

    private static List<(string Name, string Version, JsonNode Is)> Libraries(JsonNode assets) =>
        [.. assets["libraries"]!.AsObject().Select(library => (library.Key.Split('/')[0], library.Key.Split('/')[1], library.Value!))];

    // Projects that are no part of the product, by their name or their place.
    private static List<string> StandIns(JsonNode assets) =>
    [
        .. Libraries(assets).Where(library => library.Is["type"]!.ToString() == "project")
            .Where(library => !library.Name.StartsWith("WhatsAppBots.", StringComparison.Ordinal) || library.Is["path"]!.ToString().Contains("/tests/", StringComparison.Ordinal))
            .Select(library => library.Name).Order(StringComparer.Ordinal),
    ];

    // Pinned packages of the Azure host that the app does not have as they are pinned.
    private static List<string> Missing(JsonNode assets)
    {
        var real = Libraries(assets).Where(library => library.Is["type"]!.ToString() == "package").Select(library => (library.Name, library.Version)).ToHashSet();
        var pinned = XDocument.Load(AzureSite.Root("Directory.Packages.props")).Descendants("ItemGroup")
            .Single(group => group.Attribute("Label")?.Value == "Azure host").Elements("PackageVersion")
            .Select(package => (Name: package.Attribute("Include")!.Value, Version: package.Attribute("Version")!.Value)).ToList();
        Assert.Contains(Replaced, pinned.Select(package => package.Name));
        return [.. pinned.Where(package => package.Name != Replaced && !real.Contains(package)).Select(package => package.Name)];
    }
}
