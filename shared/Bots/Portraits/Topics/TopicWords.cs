using WhatsAppBots.BotKit.Talk;

namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>Words that speak of a topic: one of each group, in a text of so many words at most.</summary>
internal sealed record TopicRow(PortraitTopic Topic, int MostWords, string[][] Groups);

/// <summary>Finds what people say and ask, in all languages at any time. What it does not know, an AI may.</summary>
internal static class TopicWords
{
    private const int LongestText = 160;

    // A sentence may have words of several: "how much time" asks for no price, and "no more photos" adds none.
    private static readonly PortraitTopic[] _order =
    [
        PortraitTopic.Nudity, PortraitTopic.WaysToPay, PortraitTopic.TooExpensive, PortraitTopic.Discount, PortraitTopic.Free,
            PortraitTopic.RefundPolicy,
        PortraitTopic.Trust, PortraitTopic.Deletion, PortraitTopic.Safety, PortraitTopic.PhotoCount, PortraitTopic.Duration,
        PortraitTopic.Difference, PortraitTopic.Price, PortraitTopic.Pets, PortraitTopic.Children, PortraitTopic.OtherPeople,
        PortraitTopic.Examples, PortraitTopic.Likeness, PortraitTopic.PhotoKind, PortraitTopic.IsAi, PortraitTopic.Formats,
        PortraitTopic.HowItWorks, PortraitTopic.WhatNow, PortraitTopic.Human, PortraitTopic.AllPhotos, PortraitTopic.AddPhotos,
        PortraitTopic.Back, PortraitTopic.Leave,
    ];

    private static readonly TopicRow[] _rows =
        [.. MoneyPhrases.Rows.Concat(PhotoPhrases.Rows).Concat(ActPhrases.Rows).OrderBy(row => Array.IndexOf(_order, row.Topic))];

    /// <summary>What a text is about; null: none of the list.</summary>
    public static PortraitTopic? Read(string text)
    {
        if (text.Length > LongestText) return null;
        if (ClassWords.Read(text) is { } said) return said;
        var plain = SpokenWords.Plain(text);
        var words = SpokenWords.Count(plain);
        var bare = WithoutPrefixes(plain);
        return Array.Find(_rows, row => words <= row.MostWords && (SpokenWords.Has(plain, row.Groups) || bare is not null
            && SpokenWords.Has(bare, row.Groups)))?.Topic;
    }

    // Hebrew writes "the", "to", "in" and "and" as the first letter of the word. Null: a text without Hebrew.
    private static string? WithoutPrefixes(string plain) => !plain.Any(letter => letter is >= 'א' and <= 'ת') ? null
        : string.Join(' ', plain.Split(' ').Select(word => word.Length > 3 && "והלבשכמ".Contains(word[0], StringComparison.Ordinal)
            ? word[1..] : word));

    /// <summary>Whether it is about what the person wants to do next, no question.</summary>
    public static bool IsAct(PortraitTopic topic) =>
        topic is PortraitTopic.AllPhotos or PortraitTopic.AddPhotos or PortraitTopic.Back or PortraitTopic.Leave or PortraitTopic.WhatNow;
}
