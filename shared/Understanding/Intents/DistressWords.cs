using System.Collections.Frozen;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>
/// The phrases of distress in all languages, as numbers: nobody must find the right language first. <c>saturday*</c> is the beginning of a
/// word.
/// </summary>
internal sealed class DistressWords
{
    /// <summary>A word that no phrase has.</summary>
    public const int Unknown = 0;

    private static readonly Lazy<DistressWords> _all = new(() => new DistressWords());

    // They stand within a phrase and change nothing of it.
    private static readonly string[] _fillerWords =
    [
        "just", "really", "honestly", "fucking", "literally", "seriously", "simply", "so", "only", "solo", "simplemente", "so",
            "simplesmente", "bas", "bass", "बस", "फिर",
        "פשוט", "רק", "כבר", "ממש",
    ];

    // Spellings of chats that stand for whole words of the phrases.
    private static readonly (string Spelling, string Word)[] _spellings =
        [("2", "to"), ("u", "you"), ("dnt", "dont"), ("wnt", "want"), ("liv", "live"), ("lyf", "life")];

    private readonly HashSet<int> _fillers;
    private readonly HashSet<(char First, char Second)> _beginnings;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<int, Phrase[]> _byFirstWord;

    private DistressWords()
    {
        var ids = new Dictionary<string, int>();
        var phrases = new List<Phrase>();
        foreach (var phrase in Languages.All.SelectMany(LexiconFile.Read)
            .Where(each => each.Sense.Kind is Kind.Distress or Kind.Weary or Kind.Harmless or Kind.Calming))
        {
            // Words of the files are cut as all words are; here they are looked for in plain letters.
            var words = phrase.Words.Select(word => DistressText.Of(word)).ToArray();
            var numbers = words.Select(word => word.EndsWith('*') ? Unknown : ids.TryAdd(word, ids.Count + 1) ? ids.Count : ids[word])
                .ToArray();
            phrases.Add(new Phrase(phrase.Sense.Kind, numbers, words[^1].EndsWith('*') ? words[^1][..^1] : null));
        }

        foreach (var (spelling, word) in _spellings)
        {
            if (ids.TryGetValue(word, out var number)) ids.TryAdd(spelling, number);
        }

        _fillers = [.. _fillerWords.Select(word => ids.TryAdd(word, ids.Count + 1) ? ids.Count : ids[word])];
        _words = ids.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _beginnings = [.. ids.Keys.Where(word => word.Length > 1).Select(word => (word[0], word[1]))];
        LongestWord = ids.Keys.Max(word => word.Length);

        // The longest first: what is harmless as a whole begins with what is not.
        _byFirstWord = phrases.GroupBy(phrase => phrase.Words[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray());
    }

    public static DistressWords All => _all.Value;

    public int LongestWord { get; }

    /// <summary>The number of a word; <see cref="Unknown"/>: no phrase has it.</summary>
    public int Of(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var number) ? number : Unknown;

    /// <summary>Whether a word begins with these two letters.</summary>
    public bool Begins(char first, char second) => _beginnings.Contains((first, second));

    /// <summary>Whether a word may stand within a phrase without changing it.</summary>
    public bool IsFiller(int word) => word != Unknown && _fillers.Contains(word);

    /// <summary>The phrases that begin with a word.</summary>
    public Phrase[] StartingWith(int word) => word != Unknown && _byFirstWord.TryGetValue(word, out var phrases) ? phrases : [];

    /// <summary>A phrase by the numbers of its words.</summary>
    /// <param name="Beginning">The beginning of its last word; null: the last word has a number.</param>
    public sealed record Phrase(Kind Kind, int[] Words, string? Beginning);
}
