using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>Checks a message against Meta's limits; each fault names the field as Meta's request does.</summary>
internal sealed partial class MessageCheck(WhatsAppLimits limits) : IContentVisitor<WhatsAppLimits, List<string>>
{
    private static readonly SearchValues<char> _notInALine = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(char.IsControl), '\u2028', '\u2029']);

    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Run(OutgoingContent content, WhatsAppLimits limits) => content.Accept(new MessageCheck(limits),
        limits);

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.Text(TextMessage message, WhatsAppLimits state)
    {
        Words("text.body", message.Body, state.Text);
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.Buttons(ButtonsMessage message, WhatsAppLimits state)
    {
        Frame(message.Body, message.Header, message.Footer);
        if (message is { Header: not null, HeaderImage: not null }) Fault("interactive.header", "a text and an image, only one goes");
        if (message.HeaderImage is { } image) Source("interactive.header.image", image);
        Buttons(message.Buttons);
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.List(ListMessage message, WhatsAppLimits state)
    {
        Frame(message.Body, message.Header, message.Footer);
        Title("interactive.action.button", message.Button, state.ButtonTitle);
        Sections(message.Sections);
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.Link(LinkMessage message, WhatsAppLimits state)
    {
        Frame(message.Body, message.Header, message.Footer);
        Title("interactive.action.parameters.display_text", message.Label, state.ButtonTitle);
        Link("interactive.action.parameters.url", message.Url);
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.Media(MediaMessage message, WhatsAppLimits state)
    {
        Media(message);
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.Reaction(ReactionMessage message, WhatsAppLimits state)
    {
        Words("reaction.message_id", message.MessageId, int.MaxValue);
        if (message.Emoji is { } emoji
            && (Labels.IsBlank(emoji) || new StringInfo(emoji).LengthInTextElements != 1)) Fault("reaction.emoji", "not one emoji");
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.Template(TemplateMessage message, WhatsAppLimits state)
    {
        Template(message);
        return _faults;
    }

    List<string> IContentVisitor<WhatsAppLimits, List<string>>.ReadMark(ReadMark message, WhatsAppLimits state)
    {
        Words("message_id", message.MessageId, int.MaxValue);
        return _faults;
    }

    private void Frame(string body, string? header, string? footer)
    {
        Words("interactive.body.text", body, limits.Body);
        if (header is not null) Title("interactive.header.text", header, limits.Header);
        if (footer is not null) Title("interactive.footer.text", footer, limits.Footer);
    }

    private void Buttons(IReadOnlyList<Choice> buttons)
    {
        Count("interactive.action.buttons", buttons.Count, limits.Buttons, "buttons");
        for (var i = 0; i < buttons.Count; i++)
        {
            Id($"interactive.action.buttons[{i}].reply.id", buttons[i].Id, limits.ButtonId);
            Title($"interactive.action.buttons[{i}].reply.title", buttons[i].Title, limits.ButtonTitle);
        }

        Distinct("interactive.action.buttons", "id", buttons.Select(button => button.Id));
        Distinct("interactive.action.buttons", "title", buttons.Select(button => button.Title), Labels.KeyOf);
    }

    private void Sections(IReadOnlyList<ListSection> sections)
    {
        const string Field = "interactive.action.sections";
        Count(Field, sections.Count, limits.Sections, "sections");
        var rows = sections.Sum(section => section.Rows.Count);
        if (rows > limits.Rows) Fault(Field, $"{rows} rows, at most {limits.Rows} over all sections");
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Title is { } title) Title($"{Field}[{i}].title", title, limits.RowTitle);
            else if (sections.Count > 1) Fault($"{Field}[{i}].title", "missing, needed where there are several sections");
            if (sections[i].Rows.Count == 0) Fault($"{Field}[{i}].rows", "empty");
            for (var j = 0; j < sections[i].Rows.Count; j++) Row($"{Field}[{i}].rows[{j}]", sections[i].Rows[j]);
        }

        Distinct(Field, "id", sections.SelectMany(section => section.Rows).Select(row => row.Id));
    }

    private void Row(string field, Choice row)
    {
        Id($"{field}.id", row.Id, limits.RowId);
        Title($"{field}.title", row.Title, limits.RowTitle);
        if (row.Description is not null) Title($"{field}.description", row.Description, limits.RowDescription);
    }

    private void Media(MediaMessage media)
    {
        var type = media.Type;
        Source(type, media.Source);
        if (media.Caption is not null)
        {
            if (media.Kind == MediaKind.Audio) Fault("audio.caption", "not allowed");
            else Words($"{type}.caption", media.Caption, limits.Caption);
        }

        if (media.FileName is not null && media.Kind != MediaKind.Document) Fault($"{type}.filename", "only documents have one");
        else if (media.FileName is not null) Title($"{type}.filename", media.FileName, limits.FileName);
        if (media is { Kind: MediaKind.Image, Source.MimeType: { } mime } && mime is not ("image/jpeg" or "image/png"))
            Fault("image", $"{mime}, only image/jpeg and image/png go");
    }

    private void Template(TemplateMessage template)
    {
        const string Values = "template.components.body.parameters";
        Words("template.name", template.Name, limits.TemplateName);
        if (template.Name.Length > 0 && !Name().IsMatch(template.Name)) Fault("template.name", "other than a-z, 0-9 and _");
        Words("template.language.code", template.Language, int.MaxValue);
        if (template.HeaderImage is { } image) Source("template.components.header.image", image);
        for (var i = 0; i < template.Body.Count; i++)
        {
            Words($"{Values}[{i}].text", template.Body[i], limits.TemplateValues);
            if (Gap().IsMatch(template.Body[i])) Fault($"{Values}[{i}].text", "a line end, a tab or more than four spaces in a row");
        }

        var length = template.Body.Sum(value => value.Length);
        if (template.Body.Count > 1 && length > limits.TemplateValues) Fault(Values, $"{length} characters in all, at most {limits.TemplateValues}");
        for (var i = 0; i < template.ButtonPayloads.Count; i++)
            Id($"template.components.button[{i}].payload", template.ButtonPayloads[i], limits.ButtonId);
    }

    private void Source(string field, MediaSource source)
    {
        var given = (source.StoreKey is null ? 0 : 1) + (source.ProviderId is null ? 0 : 1) + (source.Link is null ? 0 : 1);
        if (given != 1) Fault(field, $"{given} sources, exactly one of a stored file, an id and a link is needed");
        if (source.Link is { } link) Link($"{field}.link", link);
    }

    private void Link(string field, Uri link)
    {
        if (!link.IsAbsoluteUri || link.Scheme is not ("http" or "https")) Fault(field, "not an http or https address");
        else if (link.AbsoluteUri.Length > limits.Link) Fault(field, $"{link.AbsoluteUri.Length} characters, at most {limits.Link}");
    }

    private void Words(string field, string? words, int most)
    {
        if (Labels.IsBlank(words)) Fault(field, "empty");
        else if (words!.Length > most) Fault(field, $"{words.Length} characters, at most {most}");
        else if (HasHalf(words)) Fault(field, "half a character");
    }

    // What stands in one line.
    private void Title(string field, string? title, int most)
    {
        Words(field, title, most);
        if (title is not null && title.AsSpan().ContainsAny(_notInALine)) Fault(field, "a line end or another control character");
    }

    private void Id(string field, string? id, int most)
    {
        Words(field, id, most);
        if (!Labels.IsBlank(id) && id!.Trim() != id) Fault(field, "a space at an end");
    }

    private static bool HasHalf(string words)
    {
        for (var i = words.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < words.Length; i++)
        {
            if (!char.IsSurrogate(words[i])) continue;
            if (i + 1 == words.Length || !char.IsSurrogatePair(words[i], words[i + 1])) return true;
            i++;
        }

        return false;
    }

    private void Count(string field, int count, int most, string what)
    {
        if (count == 0) Fault(field, "empty");
        else if (count > most) Fault(field, $"{count} {what}, at most {most}");
    }

    private void Distinct(string field, string key, IEnumerable<string> values, Func<string, string>? keyOf = null)
    {
        foreach (var group in values.GroupBy(keyOf ?? (value => value), StringComparer.Ordinal).Where(group => group.Count() > 1))
            Fault(field, $"{group.Count()} have the {key} \"{group.First()}\"");
    }

    private void Fault(string field, string fault) => _faults.Add($"{field}: {fault}");

    [GeneratedRegex("^[a-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    // https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes: 132007, 132018 and 100 tell of it.
    [GeneratedRegex(@"[\r\n\t\v\f\u0085\u2028\u2029]|\s{5}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
