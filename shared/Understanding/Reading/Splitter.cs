using WhatsAppBots.Understanding.Intents;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Reading;

/// <summary>Cuts a text where another wish may begin: at lines, at signs, at "and"; never within a time, a list of days or quotation marks.</summary>
internal static class Splitter
{
    public static IReadOnlyList<string> Split(Sentence text, List<Finding> found)
    {
        var inside = new bool[text.Count];
        foreach (var finding in found)
        {
            for (var i = finding.Start + 1; i < finding.Next; i++) inside[i] = true;
        }

        var quoted = Quotes.Within(text);
        var parts = new List<string>();
        var (first, from) = (0, 0);
        for (var i = 0; i < text.Count; i++)
        {
            var token = text.Tokens[i];
            if (i > 0 && text.Text.AsSpan(text.Tokens[i - 1].End, token.Start - text.Tokens[i - 1].End).ContainsAny('\n', '\r')) Cut(i, i, token.Start);
            if (quoted[i] || inside[i] || Joins(text, found, i)) continue;
            if (token.IsSign && token.Plain is "," or ";" or "." or "!" or "•" || text.Has(i, Kind.And)
                || IsBetween(text, i)) Cut(i, i + 1, token.End);

            else if (i == first && i > 0 && text.Has(i, Kind.But, out var but) && !text.Has(i + but.Length, Kind.Not)) Cut(i, i + but.Length, text.Tokens[i + but.Length - 1].End);

            // "done with gym but move reading to 9": a clause of its own; "all but gym" has none.
            else if (i > first && IsTurn(text, i, out var turn)) Cut(i, i + turn, text.Tokens[i + turn - 1].End);

            // "and" is a letter of the next word.
            else if (text.Language == Languages.Hebrew && i > first && NameFinder.IsHebrewAnd(token) && !text.IsGlued(i)) Cut(i, i, token.Start + 1);
        }

        Cut(text.Count, text.Count, text.Text.Length);
        return parts.Count > TextLimit.Names ? [text.Text] : parts;

        void Cut(int end, int next, int at)
        {
            while (first < end && text.Tokens[first].IsSign && text.Tokens[first].Plain != "+") from = text.Tokens[first++].End;
            if (first < end) parts.Add(text.Text[from..text.Tokens[end - 1].End].Trim());
            (first, from) = (next, at);
        }
    }

    // "guitar tues 8pm / water the ferns", "jiu-jitsu 20h + inglês": a sign with a space on either side.
    private static bool IsBetween(Sentence text, int i) =>
        i > 0 && text.Tokens[i].IsSign && text.Tokens[i].Plain is "/" or "+" or "|" && !text.IsGlued(i) && text.IsWord(i + 1)
            && !text.IsGlued(i + 1);

    // Behind "but" stands a verb of its own, or a "not" that is no "except".
    private static bool IsTurn(Sentence text, int i, out int length)
    {
        length = 0;
        if (!text.Has(i, Kind.But, out var but) || text.Has(i, Kind.Except, out var except) && except.Length > but.Length) return false;
        length = but.Length;
        for (var at = i + length; at < text.Count; at++)
        {
            if (text.Has(at, Kind.Not)) return true;
            foreach (var sense in text.At(at))
            {
                if (sense.Kind == Kind.Intent && sense.Text is not ['~' or '*', ..] and not "=") return true;
            }
        }

        return false;
    }

    /// <summary>"at 8 and at 20", "subah 8 aur raat 8 baje": an "and" between two times joins them, whatever stands around.</summary>
    public static bool Joins(Sentence text, List<Finding> found, int i)
    {
        var isAnd = text.Has(i, Kind.And, out var and) || text.IsSign(i, ",");
        if (!isAnd) return false;
        var next = i + Math.Max(1, and.Length);
        return found.Exists(finding => finding.Time is { Day: null, Exact: null } && finding.Recurrence is null && finding.Next == i)
            && found.Exists(finding => finding.Time is { Day: null, Exact: null } && finding.Recurrence is null && finding.Start == next);
    }
}
