using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>
/// Finds words of suicide, self-harm and despair, in all languages at once and however they are spelt; rather once too often. Words of
/// weariness, "I can't do this any more", are of everyday where the same words speak of a gym or of Friday's report.
/// </summary>
internal static class DistressFinder
{
    // What makes weariness one of everyday stands so many words from it.
    private const int Nearby = 8;

    public static bool IsIn(string whole)
    {
        var words = DistressWords.All;
        var text = DistressText.Of(whole);
        var tokens = DistressTokens.Cut(text, words);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Find(i, Kind.Harmless) is { } harmless)
            {
                // "cut myself some slack" is none.
                i = harmless - 1;
            }
            else if (Find(i, Kind.Distress) is not null)
            {
                return true;
            }
            else if (Find(i, Kind.Weary) is { } end)
            {
                if (!IsOfEveryday(i, end)) return true;
                i = end - 1;
            }
        }

        return false;

        // The end of the longest phrase of a kind that begins here.
        int? Find(int at, Kind kind)
        {
            foreach (var phrase in words.StartingWith(tokens[at].Word))
            {
                if (phrase.Kind == kind && EndOf(phrase, at) is { } end) return end;
            }

            return null;
        }

        int? EndOf(DistressWords.Phrase phrase, int at)
        {
            var i = at;
            for (var n = 0; n < phrase.Words.Length; n++, i++)
            {
                // "I just can't go on", "want to fucking die".
                while (n > 0 && i < tokens.Count && !Is(phrase, n, i) && words.IsFiller(tokens[i].Word) && !tokens[i].IsApart) i++;
                if (i >= tokens.Count || (n > 0 && tokens[i].IsApart) || !Is(phrase, n, i)) return null;
            }

            return i;
        }

        bool Is(DistressWords.Phrase phrase, int n, int i) => n == phrase.Words.Length - 1 && phrase.Beginning is { } beginning
            ? text.AsSpan(tokens[i].Start, tokens[i].Length).StartsWith(beginning, StringComparison.Ordinal)
            : tokens[i].Word == phrase.Words[n] && phrase.Words[n] != DistressWords.Unknown;

        bool IsOfEveryday(int from, int to)
        {
            for (var i = Math.Max(0, from - Nearby); i < Math.Min(tokens.Count, to + Nearby); i++)
            {
                if ((i < from || i >= to) && Find(i, Kind.Calming) is not null) return true;
            }

            return false;
        }
    }
}
