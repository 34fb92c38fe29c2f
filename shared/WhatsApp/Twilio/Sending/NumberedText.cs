using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.WhatsApp.Twilio.Sending;

/// <summary>
/// Messages as texts and files, which is all that goes through Twilio without a template of its own: buttons and rows become
/// numbered lines, links their address, reactions nothing.
/// </summary>
internal static class NumberedText
{
    private static readonly Renderer _renderer = new();

    /// <param name="offered">How many numbers are taken already.</param>
    public static Rendering Render(OutgoingContent content, int offered, TwilioOptions options) => content.Accept(_renderer, (offered,
        options));

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

    private sealed class Renderer : IContentVisitor<(int Offered, TwilioOptions Options), Rendering>
    {
        public Rendering Text(TextMessage message, (int Offered, TwilioOptions Options) state) => new(Texts(message.Body, state.Options),
            []);

        public Rendering Buttons(ButtonsMessage message, (int Offered, TwilioOptions Options) state) => message.HeaderImage is { } image
            ? new(Captioned(MediaKind.Image, image, PlainWords.Of(message, state.Offered), null, state.Options), message.Buttons)
            : Numbered(message, state);

        public Rendering List(ListMessage message, (int Offered, TwilioOptions Options) state) => Numbered(message, state);

        public Rendering Link(LinkMessage message, (int Offered, TwilioOptions Options) state) => Numbered(message, state);

        public Rendering Media(MediaMessage message, (int Offered, TwilioOptions Options) state) =>
            new(Captioned(message.Kind, message.Source, message.Caption, message.FileName, state.Options), []);

        public Rendering Reaction(ReactionMessage message, (int Offered, TwilioOptions Options) state) => new([], []);

        public Rendering Template(TemplateMessage message, (int Offered, TwilioOptions Options) state) => new([message], []);

        public Rendering ReadMark(ReadMark message, (int Offered, TwilioOptions Options) state) => new([message], []);

        private static Rendering Numbered(OutgoingContent message, (int Offered, TwilioOptions Options) state) =>
            new(Texts(PlainWords.Of(message, state.Offered), state.Options), PlainWords.ChoicesOf(message));
    }
}
