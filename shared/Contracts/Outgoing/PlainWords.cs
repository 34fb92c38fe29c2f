using System.Globalization;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>Messages in words alone: choices become numbered lines, links their address. Nothing a person could choose is lost.</summary>
public static class PlainWords
{
    private static readonly Words _words = new();
    private static readonly Choices _choices = new();

    /// <summary>The words of a message; empty where it has none.</summary>
    /// <param name="content">What a bot says.</param>
    /// <param name="offered">How many numbers are taken already.</param>
    public static string Of(OutgoingContent content, int offered) => content.Accept(_words, offered);

    /// <summary>The choices of a message, in the order of their numbers.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(OutgoingContent content) => content.Accept(_choices, 0);

    private static string Sections(IReadOnlyList<ListSection> sections, int offered)
    {
        var blocks = new List<string>();
        foreach (var section in sections)
        {
            var lines = Lines(section.Rows, offered);
            blocks.Add(section.Title is null ? lines : $"{Labels.Line(section.Title)}\n{lines}");
            offered += section.Rows.Count;
        }

        return string.Join("\n\n", blocks);
    }

    private static string Lines(IReadOnlyList<Choice> choices, int offered) => string.Join('\n', choices.Select((choice, index) =>
        string.Create(CultureInfo.InvariantCulture, $"{offered + index + 1}. {(Labels.IsBlank(choice.Title) ? "…" : Labels.Line(choice.Title))}")
        + (Labels.IsBlank(choice.Description) ? "" : $" – {Labels.Line(choice.Description!)}")));

    private static string AddressOf(Uri url) => url.IsAbsoluteUri ? url.AbsoluteUri : url.OriginalString;

    private static string Block(params string?[] paragraphs) => string.Join("\n\n", paragraphs.Where(paragraph => !Labels.IsBlank(paragraph)));

    // The state: how many numbers are taken already.
    private sealed class Words : IContentVisitor<int, string>
    {
        public string Text(TextMessage message, int state) => message.Summary;

        public string Buttons(ButtonsMessage message, int state) => Block(message.Header, message.Body, Lines(message.Buttons, state),
            message.Footer);

        public string List(ListMessage message, int state) => Block(message.Header, message.Body, Sections(message.Sections, state),
            message.Footer);

        public string Link(LinkMessage message, int state) =>
            Block(message.Header, message.Body, $"{message.Label}: {AddressOf(message.Url)}", message.Footer);

        public string Media(MediaMessage message, int state) => Block(message.Caption ?? message.FileName);

        public string Reaction(ReactionMessage message, int state) => "";

        public string Template(TemplateMessage message, int state) => message.Summary;

        public string ReadMark(ReadMark message, int state) => "";
    }

    private sealed class Choices : IContentVisitor<int, IReadOnlyList<Choice>>
    {
        public IReadOnlyList<Choice> Text(TextMessage message, int state) => [];

        public IReadOnlyList<Choice> Buttons(ButtonsMessage message, int state) => message.Buttons;

        public IReadOnlyList<Choice> List(ListMessage message, int state) => [.. message.Sections.SelectMany(section => section.Rows)];

        public IReadOnlyList<Choice> Link(LinkMessage message, int state) => [];

        public IReadOnlyList<Choice> Media(MediaMessage message, int state) => [];

        public IReadOnlyList<Choice> Reaction(ReactionMessage message, int state) => [];

        public IReadOnlyList<Choice> Template(TemplateMessage message, int state) =>
            [.. message.ButtonPayloads.Zip(message.ButtonTitles, (payload, title) => new Choice(payload, title))];

        public IReadOnlyList<Choice> ReadMark(ReadMark message, int state) => [];
    }
}
