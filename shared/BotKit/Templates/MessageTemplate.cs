namespace WhatsAppBots.BotKit.Templates;

/// <summary>
/// A message template: the only kind of message that WhatsApp delivers when the person has not written for 24 hours. Meta approves
/// each language of it. https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates
/// </summary>
/// <param name="Name">Lower-case letters, digits and underscores; the name of its file.</param>
/// <param name="Category"><c>UTILITY</c> or <c>MARKETING</c>.</param>
/// <param name="About">When it is sent, for the people who submit it.</param>
/// <param name="Texts">By language: <c>en</c>, <c>es</c>, <c>pt</c>, <c>hi</c>, <c>he</c>.</param>
public sealed record MessageTemplate(string Name, string Category, string About, IReadOnlyDictionary<string, TemplateText> Texts)
{
    /// <summary>The language as Meta names it: Portuguese by its country, the others as everywhere.</summary>
    public static string MetaLanguage(string language) => language == "pt" ? "pt_BR" : language;
}

/// <summary>One language of a template.</summary>
/// <param name="Body">With <c>{{1}}</c>, <c>{{2}}</c>, … where the values go; at most 1,024 UTF-16 units.</param>
/// <param name="Samples">A value for each place, as Meta wants to see with the submission.</param>
/// <param name="Buttons">Titles of its quick-reply buttons, at most 25 UTF-16 units each.</param>
public sealed record TemplateText(string Body, IReadOnlyList<string> Samples, IReadOnlyList<string> Buttons)
{
    /// <summary>The body with the values in their places.</summary>
    public string Fill(IReadOnlyList<string> values)
    {
        var text = Body;
        for (var n = 0; n < values.Count; n++) text = text.Replace(Place(n), values[n], StringComparison.Ordinal);
        return text;
    }

    /// <summary>How a place is written in a body: <c>{{1}}</c> for the first value.</summary>
    public static string Place(int index) => $"{{{{{index + 1}}}}}";
}
