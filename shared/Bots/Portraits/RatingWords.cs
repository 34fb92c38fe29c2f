using System.Collections.Frozen;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>Finds a rating in what people write instead of choosing one: "5", "4 stars", "⭐⭐⭐", "cuatro estrellas", "पाँच", "4 כוכבים".</summary>
internal static class RatingWords
{
    private const int LongestText = 60;
    private const int MostWords = 8;

    private static readonly FrozenDictionary<string, int> _numbers = Numbered(
        "one un una uno um uma ek एक אחד אחת כוכב", "two dos dois duas do दो שני שניים שתי שתיים", "three tres três teen tin तीन שלוש שלושה",
        "four cuatro quatro char chaar चार ארבע ארבעה", "five cinco paanch panch पांच पाँच חמש חמישה");

    private static readonly string[][] _corrections = SpokenWords.Groups(
        "oops, i meant, meant, mistake, wrong, sorry, no, not, change, actually, rather, rating, instead, perdon, me equivoque, queria, "
        + "quise, en realidad, mejor, cambia, "
        + "nota, equivoc*, errei, engano, queria dizer, na verdade, muda, desculpa, nao, गलत, गलती, असल में, बदलो, रेटिंग, नहीं, galat, "
        + "galti, asal mein, badlo, nahi, "
        + "טעיתי, טעות, התכוונתי, בעצם, תשנה, תשני, הדירוג, לא, סליחה");

    private static readonly FrozenSet<string> _denials = ["not", "no", "nao", "नहीं", "nahi", "לא"];

    private static readonly FrozenSet<string> _stars = new[]
    {
        "star", "stars", "estrella", "estrellas", "estrela", "estrelas", "स्टार", "सितारे", "सितारा", "तारे", "taare", "sitare", "כוכב", "כוכבים", "כוכבי", "points", "puntos", "pontos", "अंक", "נקודות",
    }.Select(PlainText.Of).ToFrozenSet();

    /// <summary>1 to 5; null: the text gives no rating.</summary>
    /// <param name="isAsked">It was asked for: a number alone is one too.</param>
    public static int? Read(string text, bool isAsked)
    {
        if (text.Length > LongestText) return null;
        var drawn = text.EnumerateRunes().Count(rune => rune.Value is 0x2B50 or 0x1F31F or 0x2605);
        if (drawn > 0) return drawn <= 5 && !text.Any(char.IsLetterOrDigit) ? drawn : null;
        var words = text.Split([' ', ',', '.', '!', '-', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(PlainText.Of).Where(word => word.Length > 0).ToList();
        if (words.Count is 0 or > MostWords) return null;
        var numbers = words.Select((word, at) => (Stars: NumberOf(word), At: at)).Where(each => each.Stars is not null).ToList();
        if (numbers is not [var (stars, place)]) return null;

        // "of five" and "out of 5" are one number more, "4/5" is one word.
        var isNamed = place + 1 < words.Count && _stars.Contains(words[place + 1]) || place > 0 && words[place - 1] is "כוכב";
        return isNamed || isAsked && words.Count == 1 || words[place].Contains('/', StringComparison.Ordinal) ? stars : null;
    }

    /// <summary>A rating that takes back another: "oops, I meant 4", "no, 2", "change my rating to 5". Null: it is none.</summary>
    public static int? ReadCorrection(string text)
    {
        if (text.Length > LongestText || text.AsSpan().ContainsAny('?', '؟')) return null;
        var plain = SpokenWords.Plain(text);
        if (!SpokenWords.Has(plain, _corrections)) return null;

        // "4, not 2": what is denied is no rating. Numbers in words are words of other sentences too often.
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords) return null;
        var numbers = words.Index().Where(each => each.Item.Length == 1 && char.IsDigit(each.Item[0])
            && NumberOf(each.Item) is not null).ToList();
        var meant = numbers.Count < 2 ? numbers : [.. numbers.Where(each => each.Index == 0 || !_denials.Contains(words[each.Index - 1]))];
        return meant is [var only] ? NumberOf(only.Item) : null;
    }

    private static int? NumberOf(string word)
    {
        if (word.EndsWith("/5", StringComparison.Ordinal)) word = word[..^2];
        if (word.Length == 1 && char.IsDigit(word[0]) && (int)char.GetNumericValue(word[0]) is >= 1 and <= 5 and var digit) return digit;
        return _numbers.TryGetValue(word, out var number) ? number : null;
    }

    private static FrozenDictionary<string, int> Numbered(params string[] words) => words
        .SelectMany((row, index) => row.Split(' ').Where(word => word != "כוכב").Select(word => KeyValuePair.Create(PlainText.Of(word), index + 1)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();
}
