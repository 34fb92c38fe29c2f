using System.Collections.Concurrent;
using System.Globalization;
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
    private const int LongestLine = 60;
    private const int LongestButton = 25;
    private const int MostButtons = 10;

    private readonly ConcurrentDictionary<(string Name, string Language), JsonObject> _templates = new();

    public TemplateBook(SimulatorOptions options)
    {
        foreach (var template in options.Templates) Add(template);
    }

    /// <summary>Approves a template, in place of an earlier one of this name and language.</summary>
    /// <returns>Why it is refused; null: it is approved.</returns>
    public string? Add(JsonObject template)
    {
        if (ClientJson.Text(template, "name") is not { } name
            || !Name().IsMatch(name)) return "name: lower-case letters, digits and underscores, 512 at most";
        if (ClientJson.Text(template, "language") is not { } language
            || !Language().IsMatch(language)) return "language: a code like en or pt_BR is required";
        if (ClientJson.Text(template, "category") is not ("UTILITY" or "MARKETING" or "AUTHENTICATION"))
            return "category: must be UTILITY, MARKETING or AUTHENTICATION";
        if (template["components"] is not JsonArray parts
            || parts.Any(part => part is not JsonObject)) return "components: a list of objects is required";
        if (Body(template) is not { } body || string.IsNullOrWhiteSpace(body)) return "components: a BODY with text is required";
        if (body.Length > LongestBody) return $"components: a BODY has at most {LongestBody} characters";
        if ((LineFault(template, "HEADER") ?? LineFault(template, "FOOTER") ?? ButtonFault(template)) is { } broken) return broken;
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

        // In one pass: a value may itself say {{2}}.
        var values = Values(message);
        text = Place().Replace(text, place =>
            int.Parse(place.ValueSpan[2..^2], CultureInfo.InvariantCulture) is var number && number <= values.Count ? values[number - 1]
                : place.Value);
        var buttons = Component(template, "BUTTONS")?["buttons"] as JsonArray ?? [];
        return new JsonObject
        {
            ["text"] = text, ["buttons"] = new JsonArray([.. buttons.Select(button => (JsonNode)button!["text"]!.ToString())]),
        };
    }

    private JsonObject? Find(JsonObject message) =>
        _templates.GetValueOrDefault((ClientJson.Text(message, "name") ?? "", ClientJson.Text(message["language"], "code") ?? ""));

    private static JsonObject? Component(JsonObject template, string type) =>
        (template["components"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(part => ClientJson.Text(part, "type") == type);

    private static string? Body(JsonObject template) => ClientJson.Text(Component(template, "BODY"), "text");

    // One line of text; a header may be a picture instead.
    private static string? LineFault(JsonObject template, string type) => Component(template, type) is { } line
        && (type == "FOOTER" || ClientJson.Text(line, "format") is null or "TEXT")
        && ClientJson.Text(line, "text") is not { Length: >= 1 and <= LongestLine }
            ? $"components: a {type} has 1 to {LongestLine} characters" : null;

    private static string? ButtonFault(JsonObject template)
    {
        if (Component(template, "BUTTONS") is not { } part) return null;
        if (part["buttons"] is not JsonArray { Count: >= 1 and <= MostButtons } buttons) return $"components: one to {MostButtons} buttons";
        return buttons.All(button => ClientJson.Text(button, "type") is { Length: > 0 }
            && ClientJson.Text(button, "text") is { Length: >= 1 and <= LongestButton } text && text.Trim().Length > 0)
            ? null
            : $"components: each button has a type and a text of 1 to {LongestButton} characters";
    }


    private static int Samples(JsonObject template) =>
        ((Component(template, "BODY")?["example"] as JsonObject)?["body_text"] as JsonArray)?.OfType<JsonArray>().FirstOrDefault()?.Count
            ?? 0;

    private static int Places(string body) => Place().Count(body);

    private static string At(int index) => $"{{{{{index + 1}}}}}";

    private static List<string> Values(JsonObject message) =>
    [
        .. (message["components"] as JsonArray ?? []).OfType<JsonObject>().Where(part => ClientJson.Text(part, "type") == "body")
            .SelectMany(part => part["parameters"] as JsonArray ?? []).Select(value => ClientJson.Text(value, "text") ?? ""),
    ];

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]{2,3}(_[A-Z]{2,4})?$")]
    private static partial Regex Language();

    // No template has a hundred.
    [GeneratedRegex(@"\{\{\d{1,3}\}\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^\W*\{\{\d+\}\}|\{\{\d+\}\}\W*$")]
    private static partial Regex Edge();
}
