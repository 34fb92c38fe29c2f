using System.Globalization;
using System.Text;

namespace WhatsAppBots.Understanding;

/// <summary>Texts as they are compared: what people write carelessly makes no difference.</summary>
public static class PlainText
{
    /// <summary>
    /// Lower case, without accents on Latin letters, invisible marks, punctuation at the ends, or more than one space
    /// between words. Signs of other scripts stay: in Hindi they are vowels.
    /// </summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in Decomposed(text))
        {
            // Combining accents; hidden direction marks, which Hebrew keyboards leave behind.
            if (letter is >= '\u0300' and <= '\u036f' || !char.IsAscii(letter) && char.GetUnicodeCategory(letter) == UnicodeCategory.Format) continue;
            if (char.IsWhiteSpace(letter))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
                continue;
            }

            // Chandrabindu is often written as anusvara.
            plain.Append(letter == '\u0901' ? '\u0902' : char.ToLowerInvariant(letter));
        }

        return Trim(plain.ToString());
    }

    /// <summary>
    /// A text with letters and accents apart (form D). Half an emoji, cut off somewhere on its way, and U+FFFE, which no text may hold, are
    /// replaced: <see cref="string.Normalize()"/> fails on both.
    /// </summary>
    public static string Decomposed(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        return valid.ToString().Normalize(NormalizationForm.FormD);
    }

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsEdge(text[start])) start++;
        while (end > start && IsEdge(text[end - 1])) end--;
        return text[start..end];
    }

    // Surrogates are emoji, for all that matters here.
    private static bool IsEdge(char letter) =>
        letter is ' ' or '\ufe0f' || char.IsPunctuation(letter) || char.IsSymbol(letter) || char.IsSurrogate(letter);
}
