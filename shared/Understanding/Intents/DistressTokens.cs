using System.Buffers;
using System.Globalization;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>A word of a text.</summary>
/// <param name="Word">Its number; <see cref="DistressWords.Unknown"/>: no phrase has it.</param>
/// <param name="IsApart">A sign stands before it at which a clause ends.</param>
internal readonly record struct DistressToken(int Word, int Start, int Length, bool IsApart);

/// <summary>
/// Cuts a text in plain letters into words, and knows them as they are spelt to be hidden: digits and signs for letters, "d1e", letters
/// apart,
/// "d i e", and letters drawn out, "dieee".
/// </summary>
internal static class DistressTokens
{
    private static readonly SearchValues<char> _signs = SearchValues.Create("0123456789@$!|");

    // Longer than any word that somebody could mean.
    private const int LongestSpelling = 48;

    // So many letters apart are words, and no initials.
    private const int LettersApart = 3;

    public static List<DistressToken> Cut(string text, DistressWords words)
    {
        var tokens = new List<DistressToken>(text.Length / 6);
        var (isApart, apart) = (false, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!IsInWord(text, i, isFirst: true))
            {
                if (EndsClause(text, i)) isApart = true;
                i++;
                continue;
            }

            var start = i++;
            while (i < text.Length && IsInWord(text, i, isFirst: false)) i++;
            tokens.Add(new DistressToken(Known(text.AsSpan(start, i - start), words), start, i - start, isApart));
            isApart = false;
            if (i - start == 1 && char.IsLetter(text[start])) apart++;
            else apart = Joined(apart, 1);
        }

        Joined(apart, 0);
        return tokens;

        // Letters that stood apart, before so many last tokens, are put together as far as they are words.
        int Joined(int letters, int last)
        {
            if (letters < LettersApart) return 0;
            var first = tokens.Count - last - letters;
            var rest = tokens.GetRange(first + letters, last);
            var run = tokens.GetRange(first, letters);
            tokens.RemoveRange(first, letters + last);
            Span<char> spelt = stackalloc char[words.LongestWord];
            for (var at = 0; at < run.Count;)
            {
                var begins = at + 1 < run.Count && words.Begins(text[run[at].Start], text[run[at + 1].Start]);
                var length = begins ? Math.Min(words.LongestWord, run.Count - at) : 1;
                for (var n = 0; n < length; n++) spelt[n] = text[run[at + n].Start];
                while (length > 1 && words.Of(spelt[..length]) == DistressWords.Unknown) length--;
                tokens.Add(length == 1 ? run[at]
                    : new DistressToken(words.Of(spelt[..length]), run[at].Start, run[at + length - 1].Start + 1 - run[at].Start,
                        run[at].IsApart && at == 0));
                at += length;
            }

            tokens.AddRange(rest);
            return 0;
        }
    }

    // Marks are vowels in Hindi. Signs stand for letters only within words, or before them: "k!ll", "$uicide"; "die!" ends with a sign.
    private static bool IsInWord(string text, int i, bool isFirst)
    {
        var letter = text[i];
        if (char.IsLetterOrDigit(letter)) return true;
        if (letter is '@' or '$' || (letter is '!' or '|' && !isFirst)) return i + 1 < text.Length && char.IsLetter(text[i + 1]);
        return !isFirst && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // Three points in a row are a pause of who writes, not an end.
    private static bool EndsClause(string text, int i) => text[i] switch
    {
        '.' => (i + 1 >= text.Length || text[i + 1] != '.') && (i == 0 || text[i - 1] != '.')
            && (i + 1 >= text.Length || char.IsWhiteSpace(text[i + 1])),
        '?' or '!' or ';' or ':' or ',' or '\u0964' => true,
        _ => false,
    };

    private static int Known(ReadOnlySpan<char> word, DistressWords words)
    {
        if (words.Of(word) is var known && known != DistressWords.Unknown) return known;
        if (word.Length > LongestSpelling) return DistressWords.Unknown;
        Span<char> spelt = stackalloc char[LongestSpelling];
        if (word.ContainsAny(_signs))
        {
            // A number is none of these. 1 is an i or an l.
            if (!word.ContainsAnyExceptInRange('0', '9')) return DistressWords.Unknown;
            foreach (var one in word.ContainsAny('1', '|') ? "il" : "i")
            {
                for (var i = 0; i < word.Length; i++) spelt[i] = Letter(word[i], one);
                if (Undrawn(spelt[..word.Length], words) is var found && found != DistressWords.Unknown) return found;
            }

            return words.Of(word.Trim("0123456789"));
        }

        word.CopyTo(spelt);
        return Undrawn(spelt[..word.Length], words);
    }

    private static char Letter(char sign, char one) => sign switch
    {
        '0' => 'o',
        '1' or '|' => one,
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '!' => 'i',
        '9' => 'g',
        _ => sign,
    };

    private static bool IsDrawn(ReadOnlySpan<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == word[i - 1]) return true;
        }

        return false;
    }

    // "dieee", "kiiill": as it is, with no letter more than twice in a row, with none twice in a row where there were three, without the
    // last.
    private static int Undrawn(Span<char> word, DistressWords words)
    {
        if (words.Of(word) is var known && known != DistressWords.Unknown) return known;
        if (!IsDrawn(word)) return DistressWords.Unknown;
        Span<char> kept = stackalloc char[LongestSpelling];
        foreach (var most in (ReadOnlySpan<int>)[2, 1])
        {
            var length = 0;
            for (var i = 0; i < word.Length;)
            {
                var run = 1;
                while (i + run < word.Length && word[i + run] == word[i]) run++;
                for (var n = 0; n < (run > 2 ? most : run); n++) kept[length++] = word[i];
                i += run;
            }

            if (words.Of(kept[..length]) is var found && found != DistressWords.Unknown) return found;
        }

        var end = word.Length;
        while (end > 1 && word[end - 1] == word[end - 2]) end--;
        return words.Of(word[..end]);
    }
}
