using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace WhatsAppBots.Understanding.Words;

/// <summary>The phrases of a language and, beside it, of English.</summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> _all = new();
    private static readonly Lazy<Lexicon> _distress = new(() => new Lexicon(
        Languages.English, Languages.All.SelectMany(LexiconFile.Read).Where(phrase => phrase.Sense.Kind is Kind.Distress or Kind.Harmless)));

    private readonly FrozenDictionary<string, Phrase[]> _byFirstWord;
    private readonly FrozenSet<string> _words;

    private Lexicon(string language, IEnumerable<Phrase> phrases)
    {
        Language = language;
        var list = phrases.ToList();
        _byFirstWord = list.GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray());
        _words = list.SelectMany(phrase => phrase.Words).ToFrozenSet();
    }

    public string Language { get; }

    /// <summary>The phrases of distress in all languages: nobody must find the right one first.</summary>
    public static Lexicon OfDistress => _distress.Value;

    public static Lexicon Of(string? language) => _all.GetOrAdd(
        Languages.All.FirstOrDefault(code => code == language) ?? Languages.English,
        code => new Lexicon(code, code == Languages.English ? LexiconFile.Read(code) : LexiconFile.Read(code).Concat(LexiconFile.Read(Languages.English))));

    public IReadOnlyList<Phrase> StartingWith(string word) => _byFirstWord.GetValueOrDefault(word) ?? [];

    public bool Knows(string word) => _words.Contains(word);
}
