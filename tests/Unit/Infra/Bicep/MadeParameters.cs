using System.Text.Json.Nodes;

namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>main.bicepparam's parameters, as deploy.sh has them made of settings.</summary>
internal static class MadeParameters
{
    private const string Reads = "readEnvironmentVariable('";

    // What deploy.sh adds to the settings it is given.
    private static readonly Dictionary<string, string?> _owner = new() { ["DATABASE_OWNER_ID"] = "id", ["DATABASE_OWNER_NAME"] = "name" };

    private static readonly Lazy<JsonObject> _ofSample = new(() =>
    {
        var made = Arm.Compile(Sample(), "build-params", "main.bicepparam", "--stdout");
        Assert.Equal((0, ""), (made.Exit, made.Error));
        return JsonNode.Parse(JsonNode.Parse(made.Output)!["parametersJson"]!.ToString())!["parameters"]!.AsObject();
    });

    /// <summary>What the sample makes.</summary>
    public static JsonObject OfSample => _ofSample.Value;

    /// <summary>What production.sample.env sets.</summary>
    public static Dictionary<string, string?> Sample() => File.ReadLines(Path.Combine(Arm.Folder, "production.sample.env"))
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], string? (pair) => pair[1])
        .Concat(_owner).ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>
    /// What each of several environments makes. The compiler starts once and reads the templates once: each has a copy of the file, whose
    /// variables have a beginning of its own.
    /// </summary>
    public static IReadOnlyList<JsonObject> Of(params IReadOnlyList<Dictionary<string, string?>> environments)
    {
        var folder = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            var text = File.ReadAllText(Path.Combine(Arm.Folder, "main.bicepparam"));
            var template = Path.GetRelativePath(folder.FullName, Path.Combine(Arm.Folder, "main.bicep")).Replace('\\', '/');
            Assert.Contains("using 'main.bicep'", text, StringComparison.Ordinal);
            text = text.Replace("using 'main.bicep'", $"using '{template}'", StringComparison.Ordinal);
            for (var n = 0; n < environments.Count; n++)
            {
                var copy = text.Replace(Reads, Reads + Prefix(n), StringComparison.Ordinal);
                File.WriteAllText(Path.Combine(folder.FullName, $"{n}.bicepparam"), copy);
            }

            var variables = environments.SelectMany((each, n) => each.Select(pair => (Name: Prefix(n) + pair.Key, pair.Value)));
            var made = Arm.Compile(
                variables.ToDictionary(pair => pair.Name, pair => pair.Value),
                "build-params", "--pattern", $"{folder.FullName}/*.bicepparam");
            Assert.Equal((0, ""), (made.Exit, made.Error));
            return [.. environments.Select((_, n) => Read(Path.Combine(folder.FullName, $"{n}.json")))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Prefix(int n) => $"CASE{n}_";

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(file))!["parameters"]!.AsObject();
}
