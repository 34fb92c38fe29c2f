using System.Globalization;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// Splits a long text where a reader would: between paragraphs, else lines, sentences, words, and never inside a grapheme
/// (what a person sees as one character).
/// </summary>
internal static class TextSplitter
{
    // A space with marks on it is a sign of its own; a line end has two characters.
    private const int LongestSpace = 8;

    /// <summary>The parts in order, none empty, none longer than the limit. White space at a cut is dropped.</summary>
    public static List<string> Split(string text, int limit)
    {
        List<string> parts = [];
        var rest = text.AsSpan();
        while (rest.Length > limit)
        {
            var cut = Cut(rest, limit);
            Add(parts, rest[..cut]);
            rest = rest[cut..];
            rest = rest[LeadingSpace(rest)..];
        }

        Add(parts, rest);
        return parts.Count == 0 ? [text[..Math.Min(limit, text.Length)]] : parts;
    }

    private static void Add(List<string> parts, ReadOnlySpan<char> part)
    {
        if (!part.IsWhiteSpace()) parts.Add(part.TrimEnd().ToString());
    }

    private static int Cut(ReadOnlySpan<char> text, int limit)
    {
        // The best kind of boundary in the later half wins; a paragraph that ends early would leave a crumb.
        int paragraph = 0, line = 0, sentence = 0, word = 0, grapheme = 0;
        // Neither a grapheme nor what follows it is looked at beyond the limit: one letter may have thousands of marks.
        text = text[..Math.Min(text.Length, limit + 2)];
        for (var at = 0; ;)
        {
            var next = at + StringInfo.GetNextTextElementLength(text[at..]);
            if (next > limit || next >= text.Length) break;
            grapheme = next;
            if (char.IsWhiteSpace(text[at]))
            {
                word = next;
                if (text[at] is '\n' or '\r') line = next;
                if (line == next && text[next] is '\n' or '\r') paragraph = next;
                if (at > 0 && text[at - 1] is '.' or '!' or '?' or '…' or '。' or '।' or '؟') sentence = next;
            }
            else if (text[at] is '。' or '！' or '？')
            {
                // These are followed by no space.
                sentence = next;
            }

            at = next;
        }

        var half = limit / 2;
        if (paragraph > half) return paragraph;
        if (line > half) return line;
        if (sentence > half) return sentence;
        if (word > half) return word;
        return grapheme > 0 ? grapheme : InsideGrapheme(text, limit);
    }

    // One grapheme longer than the limit (a letter under thousands of marks): at least no surrogate pair is cut.
    private static int InsideGrapheme(ReadOnlySpan<char> text, int limit) =>
        limit > 1 && char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;

    private static int LeadingSpace(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsWhiteSpace(text[at])) break;
            var length = StringInfo.GetNextTextElementLength(text[at..Math.Min(text.Length, at + LongestSpace)]);
            if (!text.Slice(at, length).IsWhiteSpace()) break;
            at += length;
        }

        return at;
    }
}
