using System.Collections.Frozen;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding;

/// <summary>
/// Language of a text by the words that only one language's phrases have: days, times, what people do. Of scripts that one language alone has
/// nothing is asked here.
/// </summary>
public static class LanguageWords
{
    // A letter is a word of several languages.
    private const int Shortest = 2;

    private static readonly Lazy<FrozenDictionary<string, string>> _own = new(Own);

    /// <summary>The language with the most words of its own in the text; null: there are none, or two have as many.</summary>
    public static string? Of(string text)
    {
        var counts = Tokenizer.Cut(text).Select(token => _own.Value.GetValueOrDefault(token.Plain)).OfType<string>()
            .CountBy(language => language).OrderByDescending(count => count.Value).Take(2).ToList();
        return counts.Count == 0 || (counts.Count == 2 && counts[0].Value == counts[1].Value) ? null : counts[0].Key;
    }

    private static FrozenDictionary<string, string> Own() => new[] { Languages.English, Languages.Spanish, Languages.Portuguese, Languages.Hindi }
        .SelectMany(language => LexiconFile.Read(language).SelectMany(phrase => phrase.Words).Distinct().Select(word => (Word: word, Language: language)))
        .Where(each => each.Word.Length >= Shortest && each.Word.All(char.IsAsciiLetter))
        .GroupBy(each => each.Word).Where(words => words.Count() == 1)
        .ToFrozenDictionary(words => words.Key, words => words.Single().Language);
}
