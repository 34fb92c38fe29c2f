using System.Globalization;
using System.Text;

namespace WhatsAppBots.Understanding.Words;

/// <summary>Cuts texts into words, runs of digits and single signs, and folds away what careless writing leaves out.</summary>
internal static class Tokenizer
{
    /// <param name="text">What was written.</param>
    /// <param name="most">Tokens to cut; what is behind them is not looked at.</param>
    public static List<Token> Cut(string text, int most = TextLimit.Tokens)
    {
        var tokens = new List<Token>(Math.Min(most, text.Length / 4));
        for (var i = 0; i < text.Length && tokens.Count < most;)
        {
            var start = i;
            if (char.IsWhiteSpace(text[i]) || IsInvisible(text[i]))
            {
                i++;
            }
            else if (IsDigit(text[i]))
            {
                while (i < text.Length && IsDigit(text[i])) i++;
                tokens.Add(new Token(start, i, Digits(text.AsSpan(start, i - start)), true, false));
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && IsInWord(text, i)) i++;
                tokens.Add(new Token(start, i, Fold(text.AsSpan(start, i - start)), false, true));
            }
            else
            {
                i++;
                tokens.Add(new Token(start, i, Sign(text[start]), false, false));
            }
        }

        return tokens;
    }

    /// <summary>A word as it is compared: lower case, without accents, vowel points, nukta and apostrophes.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in PlainText.Decomposed(word.ToString()))
        {
            if (IsInvisible(letter) || IsApostrophe(letter)) continue;
            if (letter is >= '\u0300' and <= '\u036f' or >= '\u0591' and <= '\u05c7' or '\u093c') continue;
            plain.Append(letter switch
            {
                // Chandrabindu is often written as anusvara.
                '\u0901' => '\u0902',
                _ => char.ToLowerInvariant(letter),
            });
        }

        return plain.ToString();
    }

    private static bool IsInWord(string text, int i) =>
        char.IsLetter(text[i]) || IsMark(text[i])
        || (IsInvisible(text[i]) || IsApostrophe(text[i])) && i + 1 < text.Length && (char.IsLetter(text[i + 1]) || IsMark(text[i + 1]));

    private static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && letter != '\ufe0f';

    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format || letter == '\ufe0f';

    // Gershayim too: they stand within Hebrew abbreviations.
    private static bool IsApostrophe(char letter) => letter is '\'' or '\u2019' or '\u02bc' or '\u05f3' or '\u05f4' or '"' or '\u201d';

    private static bool IsDigit(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber;

    private static string Digits(ReadOnlySpan<char> digits)
    {
        var plain = new char[digits.Length];
        for (var i = 0; i < digits.Length; i++) plain[i] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digits[i]));
        return new string(plain);
    }

    private static string Sign(char sign) => sign switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' or '\u05be' => "-",
        '\u2019' or '\u05f3' => "'",
        '\u05f4' or '\u201c' or '\u201d' => "\"",
        '\u0964' => ".",
        '\u060c' => ",",
        _ => sign.ToString(),
    };
}
