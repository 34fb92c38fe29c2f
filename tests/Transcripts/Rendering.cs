using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>What a bot said, as a transcript shows it.</summary>
internal static class Rendering
{
    /// <summary>Its lines, empty ones left out.</summary>
    public static string Of(OutgoingContent content) => Tidy(content switch
    {
        TextMessage text => text.Body,
        ButtonsMessage buttons => Join([buttons.Header, buttons.Body, buttons.Footer, .. buttons.Buttons.Select(Show)]),
        ListMessage list => Join(
            [list.Header, list.Body, list.Footer, $"({list.Button})", .. list.Sections.SelectMany(section => new[] { section.Title }.Concat(section.Rows.Select(Show)))]),
        LinkMessage link => Join([link.Header, link.Body, link.Footer, $"[{link.Label}] {link.Url}"]),
        MediaMessage media => $"({media.Type}) {media.Caption}",
        ReactionMessage reaction => $"(reaction) {reaction.Emoji}",
        TemplateMessage template => $"(template {template.Name}, {template.Language}) {template.Text}",
        _ => throw new NotSupportedException(content.GetType().Name),
    });

    /// <summary>What can be tapped on it.</summary>
    public static IEnumerable<Choice> ChoicesOf(OutgoingContent content) => content switch
    {
        ButtonsMessage buttons => buttons.Buttons,
        ListMessage list => list.Sections.SelectMany(section => section.Rows),
        _ => [],
    };

    private static string Show(Choice choice) => $"[{choice.Title}] {choice.Description}";

    private static string Join(IEnumerable<string?> lines) => string.Join("\n", lines.OfType<string>());

    private static string Tidy(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
}
