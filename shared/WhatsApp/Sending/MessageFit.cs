using System.Globalization;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// Makes of what a bot says what Meta takes, whatever words of a person are in it: long texts go on in further messages, titles are cut and
/// told apart, choices that do not fit follow in another message. Bots need not know a limit.
/// </summary>
internal static class MessageFit
{
    // The body of a message that only goes on with the choices of the one before.
    private const string GoesOn = "…";

    private static readonly Fit _fit = new();

    /// <summary>The messages in order. What is wrong otherwise (an address, an id, a source) stays as it is, and <see cref="MessageCheck"/> tells.</summary>
    public static IReadOnlyList<OutgoingContent> Run(OutgoingContent content, WhatsAppLimits limits)
    {
        if (MessageCheck.Run(content, limits).Count == 0) return [content];
        return content.Accept(_fit, limits);
    }

    private static IEnumerable<OutgoingContent> Texts(TextMessage text, WhatsAppLimits limits) =>
        Labels.IsBlank(text.Body) ? [] : TextSplitter.Split(Whole(text.Body), limits.Text).Where(part => !Labels.IsBlank(part)).Select(part => text with { Body = part });

    private static IReadOnlyList<OutgoingContent> Buttons(ButtonsMessage message, WhatsAppLimits limits)
    {
        var buttons = Titled([.. message.Buttons.DistinctBy(button => button.Id)], limits.ButtonTitle);
        if (buttons.Count == 0) return Run(new TextMessage(PlainWords.Of(message, 0)), limits);
        var groups = buttons.Chunk(limits.Buttons).ToList();
        return
        [
            .. Framed(message.Body, limits, body => message with
            {
                Body = body, Buttons = groups[0], Header = Line(message.Header, limits.Header), Footer = Line(message.Footer, limits.Footer),
            }),
            .. groups.Skip(1).Select(group => new ButtonsMessage(GoesOn, group)),
        ];
    }

    private static IReadOnlyList<OutgoingContent> List(ListMessage message, WhatsAppLimits limits)
    {
        var rows = message.Sections.SelectMany((section, index) => section.Rows.Select(row => (Section: index, Row: row))).DistinctBy(each => each.Row.Id).ToList();
        if (rows.Count == 0) return Run(new TextMessage(PlainWords.Of(message, 0)), limits);
        var titled = Titled([.. rows.Select(each => each.Row with { Description = Line(each.Row.Description, limits.RowDescription) })], limits.RowTitle);
        var groups = rows.Zip(titled, (each, row) => (each.Section, Row: row)).Chunk(limits.Rows)
            .Select(group => group.GroupBy(each => each.Section).ToList())
            .Select(group => group.ConvertAll(section => new ListSection(
                group.Count == 1 ? Line(message.Sections[section.Key].Title, limits.RowTitle) : Title(message.Sections[section.Key].Title, limits.RowTitle),
                [.. section.Select(each => each.Row)])))
            .ToList();
        var button = Title(message.Button, limits.ButtonTitle);
        return
        [
            .. Framed(message.Body, limits, body => message with
            {
                Body = body, Button = button, Sections = groups[0], Header = Line(message.Header, limits.Header), Footer = Line(message.Footer, limits.Footer),
            }),
            .. groups.Skip(1).Select(group => new ListMessage(GoesOn, button, group)),
        ];
    }

    private static IReadOnlyList<OutgoingContent> Media(MediaMessage media, WhatsAppLimits limits)
    {
        media = media with { FileName = media.Kind == MediaKind.Document ? Line(media.FileName, limits.FileName) : null };
        if (Labels.IsBlank(media.Caption)) return [media with { Caption = null }];

        // Sound has no caption; of a long one the rest follows.
        var whole = Whole(media.Caption!);
        var caption = media.Kind == MediaKind.Audio ? null : TextSplitter.Split(whole, limits.Caption)[0];
        return [media with { Caption = caption }, .. Texts(new TextMessage(whole[(caption?.Length ?? 0)..].Trim()), limits)];
    }

    // The end of a long body stays with what can be tapped, the rest goes before it.
    private static IReadOnlyList<OutgoingContent> Framed(string body, WhatsAppLimits limits, Func<string, OutgoingContent> frame)
    {
        if (Labels.IsBlank(body)) return [frame(GoesOn)];
        var whole = Whole(body);
        if (whole.Length <= limits.Body) return [frame(whole)];
        var last = TextSplitter.Split(whole, limits.Body).FindLast(part => !Labels.IsBlank(part))!;
        return [.. Texts(new TextMessage(whole[..whole.LastIndexOf(last, StringComparison.Ordinal)].Trim()), limits), frame(last)];
    }

    /// <summary>The choices with titles that fit and differ: cut at the end, else in the middle, else numbered.</summary>
    private static List<Choice> Titled(IReadOnlyList<Choice> choices, int most)
    {
        var lines = choices.Select(choice => Title(choice.Title, int.MaxValue)).ToList();
        var titles = lines.ConvertAll(line => Labels.Cut(line, most));
        foreach (var twins in titles.Index().GroupBy(each => Labels.KeyOf(each.Item), StringComparer.Ordinal).Where(group => group.Count() > 1).ToList())
        {
            foreach (var (index, _) in twins) titles[index] = Labels.CutMiddle(lines[index], most);
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < titles.Count; i++)
        {
            for (var number = 2; !taken.Add(Labels.KeyOf(titles[i])); number++)
            {
                var suffix = string.Create(CultureInfo.InvariantCulture, $" {number}");
                titles[i] = Labels.Cut(lines[i], most - suffix.Length) + suffix;
            }
        }

        return [.. choices.Zip(titles, (choice, title) => choice with { Title = title })];
    }

    // Values that are short keep all of theirs; the long ones share what is left.
    private static List<string> Values(IReadOnlyList<string> values, int most)
    {
        var lines = values.Select(value => Title(value, int.MaxValue)).ToList();
        var (left, open) = (most, lines.Count);
        foreach (var index in lines.Index().OrderBy(each => each.Item.Length).Select(each => each.Index).ToList())
        {
            lines[index] = Labels.Cut(lines[index], left / open--);
            left -= lines[index].Length;
        }

        return lines;
    }

    private static string Title(string? text, int most) => Line(text, most) ?? GoesOn;

    private static string? Line(string? text, int most) => Labels.IsBlank(text) ? null : Labels.Cut(Labels.Line(text!), most);

    // Without halves of characters.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private sealed class Fit : IContentVisitor<WhatsAppLimits, IReadOnlyList<OutgoingContent>>
    {
        public IReadOnlyList<OutgoingContent> Text(TextMessage message, WhatsAppLimits state) => [.. Texts(message, state)];

        public IReadOnlyList<OutgoingContent> Buttons(ButtonsMessage message, WhatsAppLimits state) => MessageFit.Buttons(message, state);

        public IReadOnlyList<OutgoingContent> List(ListMessage message, WhatsAppLimits state) => MessageFit.List(message, state);

        public IReadOnlyList<OutgoingContent> Link(LinkMessage message, WhatsAppLimits state) => Framed(message.Body, state, body =>
            message with
            {
                Body = body,
                Header = Line(message.Header, state.Header),
                Footer = Line(message.Footer, state.Footer),
                Label = Title(message.Label, state.ButtonTitle),
            });

        public IReadOnlyList<OutgoingContent> Media(MediaMessage message, WhatsAppLimits state) => MessageFit.Media(message, state);

        public IReadOnlyList<OutgoingContent> Reaction(ReactionMessage message, WhatsAppLimits state) => [message];

        public IReadOnlyList<OutgoingContent> Template(TemplateMessage message, WhatsAppLimits state) =>
            [message with { Body = Values(message.Body, state.TemplateValues) }];

        public IReadOnlyList<OutgoingContent> ReadMark(ReadMark message, WhatsAppLimits state) => [message];
    }
}
