using WhatsAppBots.Understanding.Matching;

namespace WhatsAppBots.Understanding;

/// <summary>Finds what a person means among things that have names. Pure; never throws.</summary>
public static class NameMatch
{
    private const double Enough = 0.55;
    private const double Alike = 0.1;

    /// <summary>The known names that fit, the best first: one clear winner alone, several that fit alike all together, none.</summary>
    /// <param name="said">The person's words.</param>
    /// <param name="known">Names as they were given.</param>
    /// <returns>Indices into <paramref name="known"/>.</returns>
    public static IReadOnlyList<int> Find(string said, IReadOnlyList<string> known)
    {
        var words = Likeness.Words(said);
        if (words.Count == 0) return Drawn(said, known);
        var names = known.Select(Likeness.Words).ToList();
        List<int> same = [.. names.Index().Where(name => name.Item.Select(word => word.Text).SequenceEqual(words.Select(word => word.Text), StringComparer.Ordinal)).Select(name => name.Index)];
        if (same.Count > 0) return same;

        var scores = names.Select((name, index) => (Index: index, Score: Likeness.Of(words, name)))
            .Where(name => name.Score >= Enough)
            .OrderByDescending(name => name.Score)
            .ToList();
        return [.. scores.Where(name => name.Score >= scores[0].Score - Alike).Select(name => name.Index)];
    }

    // "did my 🧘": the name that has this emoji, else the one that says what it shows.
    private static IReadOnlyList<int> Drawn(string said, IReadOnlyList<string> known)
    {
        var drawn = Emoji.In(said).Select(each => each.Plain).ToList();
        if (drawn.Count == 0) return [];
        List<int> same = [.. known.Index().Where(name => Emoji.In(name.Item).Any(each => drawn.Contains(each.Plain))).Select(name => name.Index)];
        if (same.Count > 0) return same;
        var meant = drawn.SelectMany(each => Kin.Of(each) ?? []).ToArray();
        return meant.Length == 0 ? [] : [.. known.Index().Where(name => Likeness.Words(name.Item).Exists(word => Kin.Are(word.Families, meant))).Select(name => name.Index)];
    }

    /// <summary>Every word of a person's that matters is one of the name's: "the water" is all of "Water", "old emails" is more than "Emails".</summary>
    public static bool Covers(string said, string known)
    {
        var name = Likeness.Words(known);
        return Likeness.Words(said).All(word => name.Exists(each => Likeness.AreAlike(word, each)));
    }
}
