using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>How everything is built: from what is locked, with a version, and held to it by .ci/run.</summary>
public sealed class BuildTests
{
    private static readonly string[] _programs = ["infra/simulator/Simulator.csproj", "infra/standalone/Standalone.csproj"];

    private static readonly List<string> _projects =
    [
        .. Directory.EnumerateFiles(TopologyTests.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(TopologyTests.Root, file).Replace('\\', '/')).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)),
    ];

    // The stand-in of the Service Bus trigger is built under Azure alone, and a template not at all.
    [Fact]
    public void Packages_OfEachProjectAreLocked_AsTheyArePinned()
    {
        var pinned = XDocument.Load(Repository.PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
        foreach (var project in _projects.Where(project => !project.StartsWith("tests/ServiceBusTrigger/", StringComparison.Ordinal)
            && !project.StartsWith("infra/templates/", StringComparison.Ordinal)))
        {
            var lockFile = Repository.PathOf(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"));
            Assert.True(File.Exists(lockFile), $"{project} has no packages.lock.json: dotnet restore makes it.");
            var direct = JsonNode.Parse(File.ReadAllText(lockFile))!["dependencies"]!.AsObject().SelectMany(framework => framework.Value!.AsObject())
                .Where(package => package.Value!["type"]!.ToString() == "Direct");
            Assert.All(direct, package => Assert.Equal(pinned[package.Key], package.Value!["resolved"]!.ToString()));
        }
    }

    [Fact]
    public void Version_IsThePrograms()
    {
        Assert.Equal(_programs, _projects.Where(project => Repository.Text(project).Contains("\"MinVer\"", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("\"MinVer\"", Repository.Text("functions/Directory.Build.props"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("infra/docker/standalone.Dockerfile")]
    [InlineData("infra/docker/functions.Dockerfile")]
    public void Version_OfAnImage_IsGiven(string file)
    {
        Assert.Contains("\nARG VERSION=0.0.0\n", Repository.Text(file), StringComparison.Ordinal);
        Assert.Contains(" -p:MinVerVersionOverride=\"$VERSION\" ", Repository.Text(file), StringComparison.Ordinal);
    }

    // In this order: what is cheap comes first, and the apps under Azure disturb no test that measures time.
    [Fact]
    public void Ci_DoesAllOfIt()
    {
        string[] steps =
        [
            "set -euo pipefail", "\n.ci/audit\n", "\ndotnet restore WhatsAppBots.sln --locked-mode\n", "\ndotnet format whitespace . --folder --verify-no-changes\n",
            "\ndotnet build WhatsAppBots.sln", "\ndotnet test | tee \"$log\"\n", "\n.ci/azure | tee -a \"$log\"\n",
        ];
        var run = Repository.Text(".ci/run");
        var at = steps.Select(step => run.IndexOf(step, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }
}
