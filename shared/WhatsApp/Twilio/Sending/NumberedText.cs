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
            case ButtonsMessage { HeaderImage: { } image }:
                return new(Captioned(MediaKind.Image, image, PlainWords.Of(content, offered), null, options), PlainWords.ChoicesOf(content));
            case ButtonsMessage or ListMessage or LinkMessage:
                return new(Texts(PlainWords.Of(content, offered), options), PlainWords.ChoicesOf(content));
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
        if (Labels.IsBlank(caption)) caption = null;
        var fits = caption is null || (kind is MediaKind.Image or MediaKind.Video && caption.Length <= options.Caption);
        return [new MediaMessage(kind, source, fits ? caption : null, fileName), .. fits ? [] : Texts(caption!, options)];
    }

    private static List<OutgoingContent> Texts(string body, TwilioOptions options) => Labels.IsBlank(body) ? []
        : body.Length <= options.Text ? [new TextMessage(body)]
        : TextSplitter.Split(body, options.Text).ConvertAll<OutgoingContent>(part => new TextMessage(part));
}
