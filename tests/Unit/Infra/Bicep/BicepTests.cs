using System.Text.Json.Nodes;

namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>infra/azure through the real compiler.</summary>
public sealed class BicepTests
{
    // One start of the compiler for all three.
    private static readonly Lazy<IReadOnlyList<JsonObject>> _buses = new(() =>
        MadeParameters.Of(With("true", null), With("false", "Premium"), With(null, "")));

    [Fact]
    public void Files_AreCompiled_WithoutAWarning() =>
        Assert.Equal((0, "", ""), (Arm.Build.Exit, Arm.Build.Output, Arm.Build.Error));

    [Fact]
    public void Files_AreAllUsed() => Assert.Equal(
        Directory.EnumerateFiles(Arm.Folder, "*.bicep").Select(Path.GetFileNameWithoutExtension).Order(), Arm.Templates.Keys.Order());

    [Fact]
    public void Parameters_AreThere_WithNoMoreThanTheSampleSets()
    {
        var parameters = MadeParameters.OfSample;
        Assert.Equal("Standard", parameters["busSku"]!["value"]!.ToString());
        Assert.False((bool)parameters["isPrivate"]!["value"]!);
        var needed = Arm.Main["parameters"]!.AsObject().Where(parameter => parameter.Value!["defaultValue"] is null).Select(parameter => parameter.Key);
        Assert.Empty(needed.Except(parameters.Select(parameter => parameter.Key)));
    }

    [Theory]
    [InlineData(0, "Premium")]
    [InlineData(1, "Premium")]
    [InlineData(2, "Standard")]
    public void Bus_IsOfTheKindThatIsAskedForOrNeeded(int bus, string sku) =>
        Assert.Equal(sku, _buses.Value[bus]["busSku"]!["value"]!.ToString());

    private static Dictionary<string, string?> With(string? isPrivate, string? asked)
    {
        var environment = MadeParameters.Sample();
        (environment["PRIVATE"], environment["BUS_SKU"]) = (isPrivate, asked);
        return environment;
    }
}
