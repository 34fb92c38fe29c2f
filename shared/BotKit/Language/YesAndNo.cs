using System.Collections.Frozen;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Language;

/// <summary>
/// A bare yes or no in five languages: an answer to the question before it, with no word, question mark or emoji besides.
/// </summary>
public static class YesAndNo
{
    // No question of ours is answered by more than a few words.
    private const int Longest = 60;

    private static readonly FrozenDictionary<string, FrozenSet<string>> _yes = Sets(
        ("en", ["yes", "yes please", "yes do it", "yeah", "yep", "yup", "y", "yess", "yesss", "do it", "confirm", "confirmed", "i confirm", "go ahead"]),
        ("es", ["sí", "sí por favor", "sí hazlo", "hazlo", "confirmo", "confirmar", "adelante"]),
        ("pt", ["sim", "sim por favor", "faz isso", "pode fazer", "pode apagar", "confirmo", "confirmar"]),
        ("hi",
        [
            "हाँ", "हां", "जी हाँ", "जी हां", "हाँ जी", "haan", "han", "ha", "haan ji", "ji haan", "kar do", "कर दो", "पक्का",
        ]),
        ("he", ["כן", "כן בבקשה", "מאשר", "מאשרת", "תעשה את זה"]));

    private static readonly FrozenSet<string> _nearly =
    [
        .. _yes.Values.SelectMany(words => words).Where(word => !word.Contains(' ', StringComparison.Ordinal)),
        .. new[] { "ok", "okay", "sure", "vale", "claro", "ठीक", "theek", "בסדר", "אוקיי" }.Select(PlainText.Of),
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> _no = Sets(
        ("en", ["no", "nope", "nah", "n", "no thanks", "no thank you", "don't", "do not", "never mind", "nevermind"]),
        ("es", ["no", "no gracias", "mejor no", "déjalo"]),
        ("pt", ["não", "nao", "não obrigado", "não obrigada", "melhor não", "deixa", "deixa pra lá"]),
        ("hi", ["नहीं", "नही", "जी नहीं", "मत करो", "रहने दो", "nahi", "nahin", "mat karo", "rehne do"]),
        ("he", ["לא", "לא תודה", "עזוב", "עזבי"]));

    /// <summary>Whether the whole text is a yes in any language. "OK" is none: it ends a talk as often as it answers.</summary>
    public static bool IsYes(string text) => IsBare(text) && _yes.Values.Any(words => words.Contains(PlainText.Of(text)));

    /// <summary>Whether the whole text is a yes in a chat of this language. "ha" is Hindi's yes, and laughter elsewhere.</summary>
    public static bool IsYes(string text, string? language) => IsBare(text) && IsOf(_yes, text, language);

    /// <summary>Whether the whole text is a no in a chat of this language.</summary>
    public static bool IsNo(string text, string? language) => IsBare(text) && IsOf(_no, text, language);

    /// <summary>
    /// Whether a text agrees with words or signs besides: "yes?", "ok 👍", "yes delete it". Too little to erase on, and too much to
    /// pass to a bot.
    /// </summary>
    public static bool BeginsWithYes(string text)
    {
        var plain = PlainText.Of(text);
        return text.Length <= Longest && plain.Length > 0 && _nearly.Contains(PlainText.Of(plain.Split(' ')[0]));
    }

    private static bool IsOf(FrozenDictionary<string, FrozenSet<string>> words, string text, string? language)
    {
        var plain = PlainText.Of(text);
        return plain is "yes" or "no" ? words["en"].Contains(plain) : words.TryGetValue(language ?? "en", out var own) && own.Contains(plain);
    }

    /// <summary>Whether a text is letters and plain punctuation. "yes?" asks, and "yes 😂" laughs.</summary>
    public static bool IsBare(string text) =>
        text.Length <= Longest
        && text.All(letter => char.IsLetter(letter) || char.IsWhiteSpace(letter) || letter is '.' or '!' or ',' or '\'' or '’' or '¡' or '।'
            || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark or System.Globalization.UnicodeCategory.Format);

    private static FrozenDictionary<string, FrozenSet<string>> Sets(params (string Language, string[] Words)[] rows) =>
        rows.ToFrozenDictionary(row => row.Language, row => row.Words.Select(PlainText.Of).ToFrozenSet());
}
