using System.Text.Json.Nodes;

namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>infra/azure through the real compiler.</summary>
public sealed class BicepTests
{
    // What deploy.sh adds to the settings it is given.
    private static readonly Dictionary<string, string?> _owner = new() { ["DATABASE_OWNER_ID"] = "id", ["DATABASE_OWNER_NAME"] = "name" };

    [Fact]
    public void Files_AreCompiled_WithoutAWarning()
    {
        var build = Arm.Compile(null, "build", "main.bicep", "--stdout");
        Assert.Equal((0, ""), (build.Exit, build.Error));
        var lint = Arm.Compile(null, "lint", "--pattern", "*.bicep");
        Assert.Equal((0, "", ""), (lint.Exit, lint.Output, lint.Error));
    }

    [Fact]
    public void Files_AreAllUsed() => Assert.Equal(
        Directory.EnumerateFiles(Arm.Folder, "*.bicep").Select(Path.GetFileNameWithoutExtension).Order(), Arm.Templates.Keys.Order());

    [Fact]
    public void Parameters_AreThere_WithNoMoreThanTheSampleSets()
    {
        var parameters = Parameters(Sample());
        Assert.Equal("Standard", parameters["busSku"]!["value"]!.ToString());
        Assert.False((bool)parameters["isPrivate"]!["value"]!);
        var needed = Arm.Main["parameters"]!.AsObject().Where(parameter => parameter.Value!["defaultValue"] is null).Select(parameter => parameter.Key);
        Assert.Empty(needed.Except(parameters.Select(parameter => parameter.Key)));
    }

    [Theory]
    [InlineData("true", null, "Premium")]
    [InlineData("false", "Premium", "Premium")]
    [InlineData(null, "", "Standard")]
    public void Bus_IsOfTheKindThatIsAskedForOrNeeded(string? isPrivate, string? asked, string sku)
    {
        var environment = Sample();
        (environment["PRIVATE"], environment["BUS_SKU"]) = (isPrivate, asked);
        Assert.Equal(sku, Parameters(environment)["busSku"]!["value"]!.ToString());
    }

    /// <summary>main.bicepparam's, as deploy.sh has them made.</summary>
    internal static JsonObject Parameters(Dictionary<string, string?> environment)
    {
        var made = Arm.Compile(environment, "build-params", "main.bicepparam", "--stdout");
        Assert.Equal((0, ""), (made.Exit, made.Error));
        return JsonNode.Parse(JsonNode.Parse(made.Output)!["parametersJson"]!.ToString())!["parameters"]!.AsObject();
    }

    /// <summary>What production.sample.env sets.</summary>
    internal static Dictionary<string, string?> Sample() => File.ReadLines(Path.Combine(Arm.Folder, "production.sample.env"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], string? (pair) => pair[1])
        .Concat(_owner).ToDictionary(pair => pair.Key, pair => pair.Value);
}
