using System.Globalization;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.WhatsApp.Twilio.Sending;

/// <summary>
/// Messages as texts and files, which is all that goes through Twilio without a template of its own: buttons and rows become
/// numbered lines, links their address, reactions nothing.
/// </summary>
internal static class NumberedText
{
    /// <param name="offered">How many numbers are taken already.</param>
    public static Rendering Render(OutgoingContent content, int offered, TwilioOptions options)
    {
        switch (content)
        {
            case TextMessage text:
                return new(Texts(text.Body, options), []);
            case ButtonsMessage buttons:
                var tapped = Block(buttons.Header, buttons.Body, Lines(buttons.Buttons, offered), buttons.Footer);
                return new(buttons.HeaderImage is { } image ? Captioned(MediaKind.Image, image, tapped, null, options) : Texts(tapped, options), buttons.Buttons);
            case ListMessage list:
                return new(Texts(Listed(list, offered), options), [.. list.Sections.SelectMany(section => section.Rows)]);
            case LinkMessage link:
                return new(Texts(Block(link.Header, link.Body, $"{link.Label}: {link.Url.AbsoluteUri}", link.Footer), options), []);
            case MediaMessage media:
                return new(Captioned(media.Kind, media.Source, media.Caption, media.FileName, options), []);
            case ReactionMessage:
                return new([], []);
            default:
                return new([content], []);
        }
    }

    // Sound and documents take no caption: https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
    private static List<OutgoingContent> Captioned(MediaKind kind, MediaSource source, string? caption, string? fileName, TwilioOptions options)
    {
        var fits = caption is null || (kind is MediaKind.Image or MediaKind.Video && caption.Length <= options.Caption);
        return [new MediaMessage(kind, source, fits ? caption : null, fileName), .. fits ? [] : Texts(caption!, options)];
    }

    private static List<OutgoingContent> Texts(string body, TwilioOptions options) => body.Length <= options.Text
        ? [new TextMessage(body)]
        : TextSplitter.Split(body, options.Text).ConvertAll<OutgoingContent>(part => new TextMessage(part));

    private static string Listed(ListMessage list, int offered)
    {
        var sections = new List<string>();
        foreach (var section in list.Sections)
        {
            var lines = Lines(section.Rows, offered);
            sections.Add(section.Title is null ? lines : $"{section.Title}\n{lines}");
            offered += section.Rows.Count;
        }

        return Block(list.Header, list.Body, string.Join("\n\n", sections), list.Footer);
    }

    private static string Lines(IReadOnlyList<Choice> choices, int offered) => string.Join('\n', choices.Select((choice, index) =>
        string.Create(CultureInfo.InvariantCulture, $"{offered + index + 1}. {choice.Title}")
        + (choice.Description is null ? "" : $" – {choice.Description}")));

    private static string Block(params string?[] paragraphs) => string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)));
}
