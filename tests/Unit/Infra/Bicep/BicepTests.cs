using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>infra/azure by itself: what a compiler would say, as far as that goes without one.</summary>
public sealed partial class BicepTests
{
    private static readonly string _folder = Path.Combine(TopologyTests.Root, "infra", "azure");
    private static readonly List<BicepFile> _files =
        [.. Directory.EnumerateFiles(_folder, "*.bicep*").Select(Path.GetFileName).Order().Select(file => BicepFile.Read(file!))];

    [Fact]
    public void Files_DeclareWhatTheyUse_AndUseWhatTheyDeclare() => Assert.Empty(_files.SelectMany(file => file.Faults()));

    [Fact]
    public void Modules_AreThere_AndGetWhatTheyTake()
    {
        var faults = new List<string>();
        var used = new HashSet<string> { "main.bicep" };
        foreach (var (file, module) in _files.SelectMany(file => file.Of("module").Select(module => (file, module))))
        {
            used.Add(module.Type);
            var made = _files.Single(candidate => candidate.Name == module.Type);
            var given = module.Value!["params"]!.Children.Select(child => child.Text).ToList();
            var takes = made.Of("param").ToList();
            faults.AddRange(given.Except(takes.Select(parameter => parameter.Name)).Select(name => $"{module.Type} takes no {name}"));
            faults.AddRange(takes.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name).Except(given)
                .Select(name => $"{module.Type} is not given {name}"));
            faults.AddRange(Outputs(file, module.Name).Except(made.Of("output").Select(output => output.Name)).Select(name => $"{module.Type} puts out no {name}"));
        }

        Assert.Empty(faults);
        Assert.Equal(_files.Select(file => file.Name).Where(name => name.EndsWith(".bicep", StringComparison.Ordinal)).Order(), used.Order());
    }

    [Fact]
    public void Parameters_AreThoseOfTheTemplate()
    {
        var given = _files.Single(file => file.Name == "main.bicepparam");
        var template = _files.Single(file => file.Name == given.Of("using").Single().Type);
        var takes = template.Of("param").ToList();
        Assert.Empty(given.Of("param").Select(parameter => parameter.Name).Except(takes.Select(parameter => parameter.Name)));
        Assert.Empty(takes.Where(parameter => parameter.Value is null).Select(parameter => parameter.Name).Except(given.Of("param").Select(parameter => parameter.Name)));
    }

    [Fact]
    public void Resources_HaveATypeWithItsVersion_AndAName()
    {
        foreach (var resource in _files.SelectMany(file => file.Of("resource")))
        {
            Assert.Matches(TypeAndVersion(), resource.Type);
            Assert.NotNull(resource.Value!["name"]);
            if (resource.Type.Split('/', '@').Length > 3 && resource.Value["parent"] is null) Assert.Contains('/', resource.Value["name"]!.ToString());
        }
    }

    [Fact]
    public void FilesThatAreLoaded_AreThere()
    {
        var loaded = _files.SelectMany(file => file.Nodes).Where(node => node is { Kind: "call", Text: "loadJsonContent" }).Select(call => call.Children[0].Text).ToList();
        Assert.Contains("../servicebus/config.json", loaded);
        Assert.All(loaded, path => Assert.True(File.Exists(Path.Combine(_folder, path)), path));
    }

    [Theory]
    [InlineData("var a = [1", "]")]
    [InlineData("var a = {\n  b: 1\n", "a name is missing")]
    [InlineData("var a = 'open", "no end")]
    [InlineData("var a = 'x${b'", "no end")]
    [InlineData("var a = f(1", ")")]
    [InlineData("resource a 'B/c@2024-01-01' { }", "=")]
    public void Parser_WhereSomethingIsOpen_SaysSo(string source, string what) =>
        Assert.Contains(what, Assert.Throws<FormatException>(() => BicepParser.Parse("a.bicep", source)).Message, StringComparison.Ordinal);

    private static IEnumerable<string> Outputs(BicepFile file, string module) => file.Nodes
        .Where(node => node.Kind == "member" && node.Children[0] is { Kind: "member", Text: "outputs" } outputs && outputs.Children[0].ToString() == module)
        .Select(node => node.Text).Distinct();

    [GeneratedRegex(@"^Microsoft\.[A-Za-z]+(/[A-Za-z]+)+@20\d\d-\d\d-\d\d$")]
    private static partial Regex TypeAndVersion();
}
