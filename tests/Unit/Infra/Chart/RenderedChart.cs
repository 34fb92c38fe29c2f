using System.Text.Json.Nodes;

namespace WhatsAppBots.Unit.Tests.Infra.Chart;

/// <summary>What infra/helm makes of some values.</summary>
internal sealed class RenderedChart
{
    public const string Release = "bots";

    private const string Folder = "infra/helm";

    /// <param name="values">Over those of the chart, as a second file of values is.</param>
    /// <exception cref="MissingValueException">The chart wants another value.</exception>
    public RenderedChart(string values)
    {
        Values = Defaults();
        Merge(Values, Yaml.Read(values));
        var root = new JsonObject { [nameof(Values)] = Values.DeepClone(), ["Release"] = new JsonObject { ["Name"] = Release } };
        var templates = new GoTemplate();
        var files = Directory.GetFiles(Repository.PathOf($"{Folder}/templates")).Order(StringComparer.Ordinal).ToLookup(file => Path.GetFileName(file)[0] == '_', File.ReadAllText);
        foreach (var file in files[true]) templates.Define(file);
        Text = string.Join("\n---\n", files[false].Select(file => templates.Render(file, root)));
        Objects = Yaml.ReadAll(Text);
    }

    public static JsonObject Defaults() => Yaml.Read(Repository.Text($"{Folder}/values.yaml"));

    public JsonObject Values { get; }

    public string Text { get; }

    public IReadOnlyList<JsonObject> Objects { get; }

    public JsonObject Workloads => Values["workloads"]![Values["host"]!.ToString()]!.AsObject();

    public IEnumerable<JsonObject> Of(string kind) => Objects.Where(made => made["kind"]!.ToString() == kind);

    public JsonObject One(string kind, string name) => Of(kind).Single(made => made["metadata"]!["name"]!.ToString() == $"{Release}-{name}");

    /// <summary>The pods of all deployments and jobs.</summary>
    public IEnumerable<JsonObject> Pods => Of("Deployment").Concat(Of("Job")).Select(made => made["spec"]!["template"]!["spec"]!.AsObject());

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (into[key] is JsonObject below && value is JsonObject above) Merge(below, above);
            else into[key] = value?.DeepClone();
        }
    }
}
