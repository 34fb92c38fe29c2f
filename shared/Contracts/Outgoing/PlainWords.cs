using System.Globalization;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>Messages in words alone: choices become numbered lines, links their address. Nothing a person could choose is lost.</summary>
public static class PlainWords
{
    /// <summary>The words of a message; empty where it has none.</summary>
    /// <param name="content">What a bot says.</param>
    /// <param name="offered">How many numbers are taken already.</param>
    public static string Of(OutgoingContent content, int offered) => content switch
    {
        ButtonsMessage buttons => Block(buttons.Header, buttons.Body, Lines(buttons.Buttons, offered), buttons.Footer),
        ListMessage list => Block(list.Header, list.Body, Sections(list.Sections, offered), list.Footer),
        LinkMessage link => Block(link.Header, link.Body, $"{link.Label}: {AddressOf(link.Url)}", link.Footer),
        MediaMessage media => Block(media.Caption ?? media.FileName),
        ReactionMessage or ReadMark => "",
        _ => content.Summary,
    };

    /// <summary>The choices of a message, in the order of their numbers.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(OutgoingContent content) => content switch
    {
        ButtonsMessage buttons => buttons.Buttons,
        ListMessage list => [.. list.Sections.SelectMany(section => section.Rows)],
        _ => [],
    };

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
}
