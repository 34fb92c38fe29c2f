using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Simulator.Graph;

/// <summary>
/// The approved message templates. Each is as it was submitted: <c>name</c>, <c>language</c>, <c>components</c>. While there is none, any
/// name is taken, since the simulator may run beside apps that have not told their templates.
/// https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/
/// </summary>
internal sealed partial class TemplateBook
{
    private const int LongestBody = 1024;

    private readonly ConcurrentDictionary<(string Name, string Language), JsonObject> _templates = new();

    public TemplateBook(SimulatorOptions options)
    {
        foreach (var template in options.Templates) Add(template);
    }

    /// <summary>Approves a template, in place of an earlier one of this name and language.</summary>
    /// <returns>Why it is refused; null: it is approved.</returns>
    public string? Add(JsonObject template)
    {
        if (template["name"]?.ToString() is not { Length: > 0 } name) return "name: required";
        if (template["language"]?.ToString() is not { Length: > 0 } language) return "language: required";
        if (template["category"]?.ToString() is not ("UTILITY" or "MARKETING" or "AUTHENTICATION"))
            return "category: must be UTILITY, MARKETING or AUTHENTICATION";
        if (Body(template) is not { } body) return "components: a BODY is required";
        var places = Places(body);
        if (Place().Matches(body).DistinctBy(match => match.Value).Count() != places
            || !Enumerable.Range(0, places).All(n => body.Contains(At(n), StringComparison.Ordinal)))
            return "components: variables must be {{1}}, {{2}} and so on, each once";
        if (Edge().IsMatch(body)) return "components: variables can't be at the start or end of the template";
        if (places != Samples(template)) return "components: a sample for each variable is required";
        _templates[(name, language)] = (JsonObject)template.DeepClone();
        return null;
    }

    /// <summary>Why Meta refuses a message of this template; null where it takes it.</summary>
    /// <param name="message">The object <c>template</c> of a message.</param>
    public (int Code, string Details)? Fault(JsonObject message)
    {
        if (_templates.IsEmpty) return null;
        if (Find(message) is not { } template)
        {
            return (MessageRules.NoTemplate, $"template name ({message["name"]}) does not exist in {message["language"]?["code"]}");
        }

        if (Shown(message)!["text"]!.ToString().Length > LongestBody)
            return (MessageRules.TooLongFilled, "body: the template filled in is too long");
        var (given, asked) = (Values(message).Count, Places(Body(template)!));
        return given == asked
            ? null
            : (MessageRules.WrongCount, $"body: number of localizable_params ({given}) doesn't match the expected number ({asked})");
    }

    /// <summary>The body filled in and the titles of the buttons, as the person sees them; null for an unknown template.</summary>
    public JsonObject? Shown(JsonObject message)
    {
        if (Find(message) is not { } template) return null;
        var text = Body(template)!;
        foreach (var (index, value) in Values(message).Index()) text = text.Replace(At(index), value, StringComparison.Ordinal);
        var buttons = Component(template, "BUTTONS")?["buttons"] as JsonArray ?? [];
        return new JsonObject
        {
            ["text"] = text, ["buttons"] = new JsonArray([.. buttons.Select(button => (JsonNode)button!["text"]!.ToString())]),
        };
    }

    private JsonObject? Find(JsonObject message) =>
        _templates.GetValueOrDefault((message["name"]?.ToString() ?? "", message["language"]?["code"]?.ToString() ?? ""));

    private static JsonObject? Component(JsonObject template, string type) =>
        (template["components"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(part => part["type"]?.ToString() == type);

    private static string? Body(JsonObject template) => Component(template, "BODY")?["text"]?.ToString();

    private static int Samples(JsonObject template) =>
        (Component(template, "BODY")?["example"]?["body_text"] as JsonArray)?.OfType<JsonArray>().FirstOrDefault()?.Count ?? 0;

    private static int Places(string body) => Place().Count(body);

    private static string At(int index) => $"{{{{{index + 1}}}}}";

    private static List<string> Values(JsonObject message) =>
    [
        .. (message["components"] as JsonArray ?? []).OfType<JsonObject>().Where(part => part["type"]?.ToString() == "body")
            .SelectMany(part => part["parameters"] as JsonArray ?? []).Select(value => value?["text"]?.ToString() ?? ""),
    ];

    [GeneratedRegex(@"\{\{\d+\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\W*\{\{\d+\}\}|\{\{\d+\}\}\W*$")]
    private static partial Regex Edge();
}
