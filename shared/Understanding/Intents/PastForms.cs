using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Knows by its ending a verb that tells what somebody did themselves: "jogged", "troté", "remei", "ציירתי".</summary>
internal static class PastForms
{
    /// <summary>Below the phrases that the word lists know.</summary>
    public const int Score = 210;

    private const int LettersOfStem = 3;

    // Words that end so and tell nothing of the past.
    private static readonly HashSet<string> _others =
    [
        .. ("need feed seed speed weed bleed breed indeed exceed proceed succeed hundred red bed shed sacred naked wicked embed bored "
            + "tired scared excited worried interested guided advanced weighted assisted mixed used limited unlimited "
            + "supposed allowed blessed married beloved rugged shredded united related "
            + "café bebé porqué también comité chalé bidé puré paté así aquí allí ahí mí sí ahi aqui aquí té sé fé "
            + "rei lei sei hei direi farei irei serei terei estarei vou "
            + "אמיתי בייתי ביתי משפחתי איתי אותי כיתי חברתי יומיתי מתי דתי שבתי בריאותי").Split(' '),
    ];

    /// <summary>The sentence begins with such a verb, after "I" at most, and says nothing of what recurs.</summary>
    public static bool IsAt(Frame frame, int i, bool recurs, TextReading reading)
    {
        var text = frame.Text;
        if (recurs || i != frame.First && i != frame.FirstSaid
            && !(i > 0 && text.Tokens[i - 1].Plain is "i" or "yo" or "eu" or "אני"
            && (i - 1 == frame.First || i - 1 == frame.FirstSaid))) return false;
        if (!text.Tokens[i].IsWord || frame.IsFound(i) || text.Has(i, Kind.Intent) || text.Has(i, Kind.Filler)) return false;

        // A plan for a day to come is no report; in English "guided meditation at 7" is a plan too.
        var isEnglish = text.Language == Languages.English;
        if (reading.Moments.Any(moment => moment.Likeliest.Role == MomentRole.By
            || isEnglish && moment.Likeliest is { HasDate: false, Time: not null })) return false;
        return IsPast(text, i);
    }

    /// <summary>The first word, after "I" at most, has such an ending: "troté sábado y domingo".</summary>
    public static bool BeginsIn(Frame frame)
    {
        var i = frame.FirstSaid;
        if (i < frame.Text.Count && frame.Text.Tokens[i].Plain is "i" or "yo" or "eu" or "אני") i++;
        return i < frame.Text.Count && frame.Text.Tokens[i].IsWord && !frame.IsQuoted(i)
            && !frame.IsFound(i)
            && (IsPast(frame.Text, i) || frame.Text.Language == Languages.Portuguese && IsPastInI(frame.Text.Tokens[i].Plain));
    }

    // "corri", "bebi": nouns end so too, so this raises a doubt and no more.
    private static bool IsPastInI(string word) => word.Length > LettersOfStem && word[^1] == 'i' && !_others.Contains(word);

    private static bool IsPast(Sentence text, int i)
    {
        var word = text.Text[text.Tokens[i].Start..text.Tokens[i].End].ToLowerInvariant();
        return !_others.Contains(word) && word.Length > LettersOfStem && text.Language switch
        {
            Languages.English => word.EndsWith("ed", StringComparison.Ordinal) && word.Length > LettersOfStem + 2,
            Languages.Spanish => word.EndsWith('é') || word.EndsWith('í'),
            Languages.Portuguese => word.EndsWith("ei", StringComparison.Ordinal) && !word.EndsWith("rei", StringComparison.Ordinal),
            Languages.Hebrew => word.EndsWith("תי", StringComparison.Ordinal),
            _ => false,
        };
    }
}
