using WhatsAppBots.BotKit.Talk;

namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>
/// Finds what people say of themselves where the photos were taken for somebody else: "I'm a woman", "no, man", "not a man".
/// </summary>
internal static class ClassWords
{
    private const int MostWords = 7;

    private static readonly string[] _woman = Words(
        "woman, a woman, women, female, lady, girl, mujer, chica, femenino, femenina, mulher, moca, feminino, feminina, महिला, औरत, "
        + "लड़की, स्त्री, mahila, "
        + "aurat, ladki, stree, אישה, אשה, נקבה, בחורה");

    private static readonly string[] _man = Words(
        "man, a man, men, male, guy, hombre, chico, varon, masculino, homem, rapaz, पुरुष, आदमी, लड़का, मर्द, purush, aadmi, ladka, "
        + "mard, גבר, זכר, בחור");

    private static readonly string[] _neither = Words(
        "non binary, nonbinary, neither, no binario, no binaria, no binarie, nao binario, nao binaria, नॉन बाइनरी, नॉनबाइनरी, non binary "
        + "hoon, א בינארי, א בינארית");

    private static readonly string[] _not = Words("not, isnt, arent, no soy, no es, nao sou, nao e, नहीं, nahi, nahin, אני לא");

    // "No, man" denies what was shown; "a woman, no man" what follows. Only where both are named the two differ.
    private static readonly string[] _no = Words("no, nao, לא");

    // What else such a sentence has: anything more is about something else.
    private static readonly HashSet<string> _others =
    [
        .. ("i im am a an the it its is are this thats that was in on photo photos of me my no not isnt arent yes but actually sorry hey "
        + "please "
            + "wrong incorrect right correct change to should be make pick as for and soy es un una el la yo no sino cambia cambialo a "
            + "por favor "
            + "perdon que mi foto fotos de esta mal en realidad sou e um uma o eu nao mas muda para pra favor desculpa ta errado na "
            + "verdade "
            + "main mai hoon hu hun mein ek hai ho nahi nahin bhai kar do karo galat sahi मैं हूं हूँ एक है नहीं की का में अरे गलत कर दो "
            + "करो बदलो "
            + "אני לא זה זאת זו היא הוא תשנה תשני ל בבקשה סליחה אלא נכון בעצם טעות").Split(' ').Select(word =>
                SpokenWords.Plain(word).Trim()),
    ];

    /// <summary>Who they say they are; null: the text is about something else.</summary>
    public static PortraitTopic? Read(string text)
    {
        // "A pack for a woman?" asks.
        if (text.Length > 60 || text.AsSpan().ContainsAny('?', '؟')) return null;
        var plain = SpokenWords.Plain(text);
        if (SpokenWords.Count(plain) > MostWords) return null;
        if (Has(plain, _neither)) return PortraitTopic.OtherClass;
        var (woman, man) = (Place(plain, _woman), Place(plain, _man));
        if (woman < 0 && man < 0 || !IsNothingElse(plain)) return null;
        if (woman >= 0 && man >= 0)
        {
            // "Not a man, a woman" and "a woman, not a man": what is not denied.
            var (isWoman, isMan) = (!IsDenied(plain, woman, _no), !IsDenied(plain, man, _no));
            return isWoman == isMan ? null : isWoman ? PortraitTopic.Woman : PortraitTopic.Man;
        }

        return IsDenied(plain, Math.Max(woman, man), []) ? PortraitTopic.OtherClass : woman >= 0 ? PortraitTopic.Woman : PortraitTopic.Man;
    }

    private static bool IsNothingElse(string plain) => plain.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => _others.Contains(word) || Has($" {word} ", _woman) || Has($" {word} ", _man));

    // "Not a man" and "no soy hombre". Hindi says its no behind.
    private static bool IsDenied(string plain, int place, string[] besides)
    {
        var before = plain[..(place + 1)];
        var after = plain[place..].TrimStart();
        after = " " + (after.Contains(' ', StringComparison.Ordinal) ? after[after.IndexOf(' ', StringComparison.Ordinal)..].TrimStart()
            : "");
        string[] articles = ["", "a ", "an ", "un ", "una ", "um ", "uma ", "ek ", "एक "];
        return _not.Concat(besides).Any(word => articles.Any(article => before.EndsWith(word + article, StringComparison.Ordinal)))
            || after.StartsWith(" nahi", StringComparison.Ordinal) || after.StartsWith(" नहीं", StringComparison.Ordinal);
    }

    private static int Place(string plain, string[] words) =>
        words.Select(word => plain.IndexOf(word, StringComparison.Ordinal)).Where(place => place >= 0).DefaultIfEmpty(-1).Min();

    private static bool Has(string plain, string[] words) => Place(plain, words) >= 0;

    private static string[] Words(string words) => SpokenWords.Groups(words)[0];
}
