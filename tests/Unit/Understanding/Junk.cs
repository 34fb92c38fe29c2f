using WhatsAppBots.Understanding;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>Texts nobody would write, from a seed.</summary>
internal static class Junk
{
    private static readonly string[] _signs = [":", "/", ".", ",", "-", "+", "₹", "$", "%", "\"", "'", "…", "!", "½", "\ud83c\udfc3", "\u200f", "\n"];

    private static readonly Dictionary<string, string[]> _phrases = Languages.All.ToDictionary(language => language, Phrases);

    /// <summary>Any UTF-16 units at all, halves of surrogate pairs among them.</summary>
    public static string Units(Random random, int length) => string.Create(length, random, (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = (char)(source.Next(3) == 0 ? source.Next(0x20, 0x7f) : source.Next(0, 0x10000));
    });

    /// <summary>Phrases of a language's lexicon and of English, numbers and signs, one behind the other.</summary>
    public static string Words(Random random, string language, int count)
    {
        var phrases = _phrases[language];
        return string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(4) switch
        {
            0 => random.Next(0, random.Next(2) == 0 ? 32 : 100_000).ToString("D" + random.Next(1, 4), null),
            1 => _signs[random.Next(_signs.Length)],
            _ => phrases[random.Next(phrases.Length)],
        } + (random.Next(3) == 0 ? "" : " ")));
    }

    private static string[] Phrases(string language) =>
        [.. new[] { language, Languages.English }.Distinct().SelectMany(LexiconFile.Read).Select(phrase => string.Join(' ', phrase.Words))];
}
