using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Transcripts.Tests;

/// <summary>What a bot said, as a transcript shows it.</summary>
internal static class Rendering
{
    /// <summary>Its lines, empty ones left out.</summary>
    public static string Of(OutgoingContent content) => Tidy(content switch
    {
        TextMessage text => text.Body,
        ButtonsMessage buttons => Join([buttons.HeaderImage is null ? null : "(image)", buttons.Header, buttons.Body, buttons.Footer, .. buttons.Buttons.Select(Show)]),
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
        TemplateMessage template => template.ButtonPayloads.Select(payload => new Choice(payload, "template")),
        _ => [],
    };

    /// <summary>Answers in the order they came, each run of the same one as one with its number.</summary>
    /// <param name="photo">Which of the photos a message was; null: none.</param>
    public static IEnumerable<string> Of(IReadOnlyList<OutgoingMessage> messages, Func<string?, int?> photo)
    {
        for (var (start, end) = (0, 0); start < messages.Count; start = end)
        {
            var text = Of(messages[start].Content);
            while (end < messages.Count && Of(messages[end].Content) == text && (end == start || IsMedium(messages[end].Content))) end++;
            var run = messages.Skip(start).Take(end - start).ToList();
            var photos = run.Select(message => photo((message.Content as ReactionMessage)?.MessageId ?? message.ReplyTo)).OfType<int>().ToList();
            yield return (run.Count > 1 ? $"{run.Count} × " : "") + text + (photos.Count > 0 ? $" (on photo {Places(photos)})" : "");
        }
    }

    private static bool IsMedium(OutgoingContent content) => content is ReactionMessage or MediaMessage;

    private static string Places(List<int> photos) => photos.Count > 2 && photos.Zip(photos.Skip(1)).All(pair => pair.Second == pair.First + 1)
        ? $"{photos[0]} to {photos[^1]}"
        : string.Join(", ", photos);

    private static string Show(Choice choice) => $"[{choice.Title}] {choice.Description}";

    private static string Join(IEnumerable<string?> lines) => string.Join("\n", lines.OfType<string>());

    private static string Tidy(string text) =>
        string.Join("\n", text.Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
}
