using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Talk;

/// <summary>
/// Words to look for in what people write. <c>remind*</c> is the beginning of a word, <c>what if</c> are words in a row; accents, signs and
/// apostrophes make no difference.
/// </summary>
public static class SpokenWords
{
    /// <summary>Groups of words, each written with commas between them. A text has a group if it has one word of it.</summary>
    public static string[][] Groups(params string[] groups) =>
        [.. groups.Select(group => group.Split(", ").Select(word => word.EndsWith('*') ? Plain(word[..^1]).TrimEnd()
            : Plain(word)).ToArray())];

    /// <summary>Words with a space around each: without accents, points and signs, an apostrophe left out.</summary>
    public static string Plain(string text)
    {
        var kept = PlainText.Of(text)
            .Where(letter => letter is not ('\'' or '’' or '׳' or '\u093c') && letter is < '\u0591' or > '\u05c7')
            .Select(letter => char.IsPunctuation(letter) || (char.IsSymbol(letter) && !char.IsSurrogate(letter)) ? ' ' : letter);
        var words = string.Concat(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries);

        // A text of emoji alone has no words.
        return words.Length > 0 ? $" {string.Join(' ', words)} " : $" {text.Trim()} ";
    }

    /// <summary>Whether a plain text has one word of each group.</summary>
    public static bool Has(string plain, string[][] groups) =>
        Array.TrueForAll(groups, group => Array.Exists(group, word => plain.Contains(word, StringComparison.Ordinal)));

    /// <summary>How many words a plain text has.</summary>
    public static int Count(string plain) => plain.Count(letter => letter == ' ') - 1;
}
