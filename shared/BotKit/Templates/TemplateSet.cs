using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.BotKit.Templates;

/// <summary>
/// The message templates of a bot, read from the files <c>Templates/{name}.json</c> beside its texts. A file holds the template in all
/// languages, so that a translator sees them side by side; <see cref="Submissions"/> writes them as Meta takes them.
/// </summary>
public sealed class TemplateSet
{
    // UTF-16 units of a body with its values; Meta refuses a longer one, and the person gets nothing.
    private const int Longest = 1024;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    private readonly FrozenDictionary<string, MessageTemplate> _templates;

    private TemplateSet(IEnumerable<MessageTemplate> templates) => _templates = templates.ToFrozenDictionary(template => template.Name);

    /// <summary>By name, in alphabetical order.</summary>
    public IEnumerable<MessageTemplate> All => _templates.Values.OrderBy(template => template.Name, StringComparer.Ordinal);

    /// <summary>Reads the templates embedded in a bot's assembly.</summary>
    /// <exception cref="JsonException">A file is no template.</exception>
    public static TemplateSet Of(Assembly assembly) => new(
        assembly.GetManifestResourceNames().Where(name => name.Contains(".Templates.", StringComparison.Ordinal)).Select(name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            return Read(name.Split('.')[^2], stream);
        }));

    /// <summary>The template as it is sent to one person.</summary>
    /// <param name="name">A file's name.</param>
    /// <param name="language">One of the five; unknown: English.</param>
    /// <param name="payloads">What its buttons send, as many as it has buttons.</param>
    /// <param name="values">As many as the body has places. The longest are cut where the whole would be too long for Meta.</param>
    /// <exception cref="ArgumentException">The template has another number of places or buttons.</exception>
    public TemplateMessage Message(string name, string language, IReadOnlyList<string> payloads, IReadOnlyList<string> values)
    {
        var template = _templates[name];
        var text = template.Texts.GetValueOrDefault(language) ?? template.Texts["en"];
        if (text.Samples.Count != values.Count)
            throw new ArgumentException($"{name} takes {text.Samples.Count} values.", nameof(values));
        if (text.Buttons.Count != payloads.Count)
            throw new ArgumentException($"{name} has {text.Buttons.Count} buttons.", nameof(payloads));
        values = Fitting(values, Longest - text.Fill([.. values.Select(_ => "")]).Length);
        return new TemplateMessage(name, MessageTemplate.MetaLanguage(language), values, text.Fill(values))
        {
            ButtonPayloads = payloads, ButtonTitles = text.Buttons,
        };
    }

    /// <summary>
    /// The body of <c>POST /{business account}/message_templates</c> for each template and language.
    /// https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates/
    /// </summary>
    public IEnumerable<JsonObject> Submissions() =>
        All.SelectMany(template => template.Texts.Select(text => Submission(template, text.Key, text.Value)));

    private static JsonObject Submission(MessageTemplate template, string language, TemplateText text)
    {
        var body = new JsonObject { ["type"] = "BODY", ["text"] = text.Body };
        if (text.Samples.Count > 0)
        {
            body["example"] = new JsonObject { ["body_text"] = new JsonArray(Values(text.Samples)) };
        }

        var components = new JsonArray(body);
        if (text.Buttons.Count > 0)
        {
            components.Add(new JsonObject
            {
                ["type"] = "BUTTONS",
                ["buttons"] = new JsonArray([.. text.Buttons.Select(Button)]),
            });
        }

        return new JsonObject
        {
            ["name"] = template.Name, ["language"] = MessageTemplate.MetaLanguage(language), ["category"] = template.Category,
            ["components"] = components,
        };
    }

    // The longest values are cut, so that short ones stay whole.
    private static List<string> Fitting(IReadOnlyList<string> values, int room)
    {
        var (fitting, open) = (values.ToList(), values.Count);
        foreach (var (index, value) in values.Index().OrderBy(each => each.Item.Length).ToList())
        {
            fitting[index] = Labels.Cut(value, room / open--);
            room -= fitting[index].Length;
        }

        return fitting;
    }

    private static JsonArray Values(IReadOnlyList<string> samples) => new([.. samples.Select(sample => (JsonNode)sample)]);

    private static JsonNode Button(string title) => new JsonObject { ["type"] = "QUICK_REPLY", ["text"] = title };

    private static MessageTemplate Read(string name, Stream stream)
    {
        var file = JsonSerializer.Deserialize<TemplateFile>(stream, _json) ?? throw new JsonException($"The template {name} is empty.");
        return new MessageTemplate(name, file.Category, file.About, file.Texts);
    }

    private sealed record TemplateFile(string Category, string About, Dictionary<string, TemplateText> Texts);
}
