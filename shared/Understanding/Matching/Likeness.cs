using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Matching;

/// <summary>How alike two names are: 1 the same, 0 nothing in common.</summary>
internal static class Likeness
{
    private const int MostWords = 32;
    private const int LongestWord = 40;

    private static readonly HashSet<string> _little = new(
        "a an the my to of for in on and go el la los las mi mis de del y un una ir al o os as meu minha do da e um uma את של עם לי के की का को में से और है mera meri mere ka ki ke ko me se aur hai karna karne kar liya diya करना करने कर लिया दिया לעשות".Split(' '),
        StringComparer.Ordinal);

    /// <summary>The words that matter, folded, with what they are compared by.</summary>
    public static List<LikeWord> Words(string text)
    {
        var words = Tokenizer.Cut(TextLimit.Head(text)).Where(token => !token.IsSign && token.Plain.Length > 0).Select(token => token.Plain).Take(MostWords).ToList();
        var weighty = words.Where(word => !_little.Contains(word)).ToList();
        return (weighty.Count > 0 ? weighty : words).ConvertAll(LikeWord.Of);
    }

    /// <summary>Mostly how much of either name the other holds: "meditation" is enough of "morning meditation", and "gym" of "go to the gym at last".</summary>
    public static double Of(List<LikeWord> one, List<LikeWord> other)
    {
        if (one.Count == 0 || other.Count == 0) return 0;
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var shared = few.Sum(word => many.Max(each => OfWords(word, each)));
        return 0.7 * shared / few.Count + 0.3 * shared / many.Count;
    }

    /// <summary>One letter is left out, added, changed or swapped.</summary>
    public static bool IsOneOff(string one, string other) => Math.Max(one.Length, other.Length) <= LongestWord && Distance(one, other, 1) == 1;

    /// <summary>One word in two spellings or forms.</summary>
    public static bool AreAlike(LikeWord left, LikeWord right) => OfWords(left, right) > 0.6;

    private static double OfWords(LikeWord left, LikeWord right)
    {
        var (one, other) = (left.Text, right.Text);
        if (one == other) return 1;
        if (left.Stem == right.Stem || left.Stem == right.ByVowel || right.Stem == left.ByVowel || Kin.Are(left.Families, right.Families)) return 0.95;
        var longer = Math.Max(one.Length, other.Length);
        if (longer is < 4 or > LongestWord) return 0;
        var allowed = longer >= 8 ? 2 : 1;
        var distance = Distance(one, other, allowed);
        return distance <= allowed ? 0.9 - 0.1 * distance : 0;
    }

    /// <summary>Letters left out, added, changed or swapped with their neighbour.</summary>
    private static int Distance(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most) return most + 1;
        Span<int> before = stackalloc int[LongestWord + 1], last = stackalloc int[LongestWord + 1], row = stackalloc int[LongestWord + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[other.Length];
    }
}

/// <summary>A word of a name, with what it is compared by: found once, since each is compared with many.</summary>
internal sealed record LikeWord(string Text, string Stem, string ByVowel, int[]? Families)
{
    public static LikeWord Of(string word)
    {
        var (stem, byVowel) = Matching.Stem.Both(word);
        return new LikeWord(word, stem, byVowel, Kin.Of(word));
    }
}
