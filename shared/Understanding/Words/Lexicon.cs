using System.Collections.Concurrent;
using System.Collections.Frozen;
using WhatsAppBots.Understanding.Matching;

namespace WhatsAppBots.Understanding.Words;

/// <summary>The phrases of a language and, beside it, of English.</summary>
internal sealed class Lexicon
{
    private static readonly ConcurrentDictionary<string, Lexicon> _all = new();

    // Shorter words have too many neighbours.
    private const int NearestLetters = 6;

    private static readonly Kind[] _days = [Kind.Weekday, Kind.Weekdays, Kind.Daily, Kind.Day, Kind.BarePart, Kind.EachPart];

    private readonly FrozenDictionary<string, Phrase[]> _byFirstWord;
    private readonly FrozenDictionary<string, string> _aliases;
    private readonly FrozenSet<string> _words;
    private readonly FrozenSet<string> _answers;
    private readonly string[] _near;
    private readonly ILookup<string, string[]> _leadingToPrefix;

    private Lexicon(string language, IEnumerable<Phrase> phrases)
    {
        Language = language;
        var all = phrases.ToList();
        _aliases = all.Where(phrase => phrase.Sense.Kind == Kind.Alias)
            .DistinctBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(phrase => phrase.Words[0], phrase => Tokenizer.Fold(phrase.Sense.Text));
        var list = all.Where(phrase => phrase.Sense.Kind != Kind.Alias).Select(phrase => phrase with { Words = [.. phrase.Words.Select(Spelling)] }).ToList();
        _byFirstWord = list.GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray());
        _words = list.SelectMany(phrase => phrase.Words).ToFrozenSet();
        _answers = list.Where(phrase => phrase.Sense is { Kind: Kind.Intent, Text: "=" } && (Intent)(int)phrase.Sense.Value is Intent.Agree or Intent.Decline or Intent.Thank or Intent.Cancel)
            .SelectMany(phrase => phrase.Words).ToFrozenSet();
        _near = [.. list.Where(phrase => _days.Contains(phrase.Sense.Kind)).SelectMany(phrase => phrase.Words).Where(word => word.Length >= NearestLetters).Distinct()];
        _leadingToPrefix = list.Where(phrase => phrase.Words is [.., { Length: > 1 }, { Length: 1 }]).ToLookup(phrase => phrase.Words[^1], phrase => phrase.Words[..^1]);
    }

    public string Language { get; }

    public static Lexicon Of(string? language) => _all.GetOrAdd(
        Languages.All.FirstOrDefault(code => code == language) ?? Languages.English,
        code => new Lexicon(code, code == Languages.English ? Phrases(code) : Phrases(code).Concat(Phrases(Languages.English))));

    // Distress has a finder of its own, which looks at more of a text.
    private static IEnumerable<Phrase> Phrases(string code) =>
        LexiconFile.Read(code).Where(phrase => phrase.Sense.Kind is not (Kind.Distress or Kind.Weary or Kind.Harmless or Kind.Calming));

    public IReadOnlyList<Phrase> StartingWith(string word) => _byFirstWord.GetValueOrDefault(word) ?? [];

    /// <summary>It is a word of phrases that agree, decline, thank or cancel.</summary>
    public bool IsOfAnswers(string word) => _answers.Contains(word);

    public bool Knows(string word) => _words.Contains(word);

    /// <summary>Phrases that end in this one letter, which is written as part of the next word; without it.</summary>
    public IEnumerable<string[]> LeadingTo(string prefix) => _leadingToPrefix[prefix];

    /// <summary>The spelling the phrases have: of chat abbreviations ("q", "nhi"), drawn-out letters, and Spanish verbs with a pronoun ("sáltalo").</summary>
    public string Spelling(string word)
    {
        if (_aliases.TryGetValue(word, out var alias)) return alias;
        if (_words is null || _words.Contains(word)) return word;
        if (word.Length >= NearestLetters && _near is not null && Nearest(word) is { } near) return near;
        if (Undrawn(word) is { } undrawn && undrawn != word) return _aliases.GetValueOrDefault(undrawn) ?? (_words.Contains(undrawn) ? undrawn : word);
        return Language == Languages.Spanish && WithoutPronoun(word) is { } verb ? verb : word;
    }

    // "mornin", "evryday", "tuseday": one letter off a word of days, which a name would keep for ever.
    private string? Nearest(string word)
    {
        string? found = null;
        foreach (var near in _near)
        {
            if (near[0] != word[0] || Math.Abs(near.Length - word.Length) > 1 || !Likeness.IsOneOff(word, near)) continue;
            if (found is not null && found != near) return null;
            found = near;
        }

        return found;
    }

    // "graciasss", "oii".
    private static string? Undrawn(string word)
    {
        var end = word.Length;
        while (end > 1 && word[end - 1] == word[end - 2]) end--;
        return end < word.Length ? word[..end] : null;
    }

    private string? WithoutPronoun(string word)
    {
        foreach (var pronoun in (string[])["melo", "mela", "los", "las", "lo", "la", "le", "me"])
        {
            if (word.Length > pronoun.Length + 3 && word.EndsWith(pronoun, StringComparison.Ordinal) && word[..^pronoun.Length] is var verb
                && StartingWith(verb).Any(phrase => phrase.Sense.Kind == Kind.Intent)) return verb;
        }

        return null;
    }
}
