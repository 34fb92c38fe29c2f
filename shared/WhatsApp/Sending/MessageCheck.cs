using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>Checks a message against Meta's limits; each fault names the field as Meta's request does.</summary>
internal sealed class MessageCheck(WhatsAppLimits limits)
{
    private readonly List<string> _faults = [];

    public static IReadOnlyList<string> Run(OutgoingContent content, WhatsAppLimits limits)
    {
        var check = new MessageCheck(limits);
        check.Content(content);
        return check._faults;
    }

    private void Content(OutgoingContent content)
    {
        switch (content)
        {
            case TextMessage text:
                Words("text.body", text.Body, limits.Text);
                break;
            case ButtonsMessage buttons:
                Frame(buttons.Body, buttons.Header, buttons.Footer);
                if (buttons is { Header: not null, HeaderImage: not null })
                    Fault("interactive.header", "a text and an image, only one goes");
                if (buttons.HeaderImage is { } image) Source("interactive.header.image", image);
                Buttons(buttons.Buttons);
                break;
            case ListMessage list:
                Frame(list.Body, list.Header, list.Footer);
                Words("interactive.action.button", list.Button, limits.ButtonTitle);
                Sections(list.Sections);
                break;
            case LinkMessage link:
                Frame(link.Body, link.Header, link.Footer);
                Words("interactive.action.parameters.display_text", link.Label, limits.ButtonTitle);
                Link("interactive.action.parameters.url", link.Url);
                break;
            case MediaMessage media:
                Media(media);
                break;
            case ReactionMessage reaction:
                Words("reaction.message_id", reaction.MessageId, int.MaxValue);
                break;
            case TemplateMessage template:
                Template(template);
                break;
            case ReadMark mark:
                Words("message_id", mark.MessageId, int.MaxValue);
                break;
            default:
                Fault("type", $"{content.GetType().Name} cannot be sent by WhatsApp");
                break;
        }
    }

    private void Frame(string body, string? header, string? footer)
    {
        Words("interactive.body.text", body, limits.Body);
        if (header is not null) Words("interactive.header.text", header, limits.Header);
        if (footer is not null) Words("interactive.footer.text", footer, limits.Footer);
    }

    private void Buttons(IReadOnlyList<Choice> buttons)
    {
        Count("interactive.action.buttons", buttons.Count, limits.Buttons, "buttons");
        for (var i = 0; i < buttons.Count; i++)
        {
            Words($"interactive.action.buttons[{i}].reply.id", buttons[i].Id, limits.ButtonId);
            Words($"interactive.action.buttons[{i}].reply.title", buttons[i].Title, limits.ButtonTitle);
        }

        Distinct("interactive.action.buttons", "id", buttons.Select(button => button.Id));
        Distinct("interactive.action.buttons", "title", buttons.Select(button => button.Title));
    }

    private void Sections(IReadOnlyList<ListSection> sections)
    {
        const string Field = "interactive.action.sections";
        Count(Field, sections.Count, limits.Sections, "sections");
        var rows = sections.Sum(section => section.Rows.Count);
        if (rows > limits.Rows) Fault(Field, $"{rows} rows, at most {limits.Rows} over all sections");
        for (var i = 0; i < sections.Count; i++)
        {
            if (sections[i].Title is { } title) Words($"{Field}[{i}].title", title, limits.RowTitle);
            else if (sections.Count > 1) Fault($"{Field}[{i}].title", "missing, needed where there are several sections");
            if (sections[i].Rows.Count == 0) Fault($"{Field}[{i}].rows", "empty");
            for (var j = 0; j < sections[i].Rows.Count; j++) Row($"{Field}[{i}].rows[{j}]", sections[i].Rows[j]);
        }

        Distinct(Field, "id", sections.SelectMany(section => section.Rows).Select(row => row.Id));
    }

    private void Row(string field, Choice row)
    {
        Words($"{field}.id", row.Id, limits.RowId);
        Words($"{field}.title", row.Title, limits.RowTitle);
        if (row.Description is not null) Words($"{field}.description", row.Description, limits.RowDescription);
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
        if (media is { Kind: MediaKind.Image, Source.MimeType: { } mime } && mime is not ("image/jpeg" or "image/png"))
            Fault("image", $"{mime}, only image/jpeg and image/png go");
    }

    private void Template(TemplateMessage template)
    {
        Words("template.name", template.Name, limits.TemplateName);
        Words("template.language.code", template.Language, int.MaxValue);
        if (template.HeaderImage is { } image) Source("template.components.header.image", image);
        for (var i = 0; i < template.Body.Count; i++)
            Words($"template.components.body.parameters[{i}].text", template.Body[i], limits.Body);
        for (var i = 0; i < template.ButtonPayloads.Count; i++)
            Words($"template.components.button[{i}].payload", template.ButtonPayloads[i], limits.ButtonId);
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
    }

    private void Words(string field, string? words, int most)
    {
        if (string.IsNullOrWhiteSpace(words)) Fault(field, "empty");
        else if (words.Length > most) Fault(field, $"{words.Length} characters, at most {most}");
    }

    private void Count(string field, int count, int most, string what)
    {
        if (count == 0) Fault(field, "empty");
        else if (count > most) Fault(field, $"{count} {what}, at most {most}");
    }

    private void Distinct(string field, string key, IEnumerable<string> values)
    {
        foreach (var group in values.GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Fault(field, $"{group.Count()} have the {key} \"{group.Key}\"");
    }

    private void Fault(string field, string fault) => _faults.Add($"{field}: {fault}");
}
