using System.Text.RegularExpressions;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>
/// "Just had a coffee", "he fumado un cigarro": one more of what is to stay few. It is told as done, and yet is no tick: the day is kept by
/// staying within the limit.
/// </summary>
internal static partial class Slipping
{
    private const int LongestText = 90;
    private const int LettersOfWord = 3;

    // Whoever gave up smoking tells of a cigarette, and names no habit.
    private static readonly string[][] _kin =
    [
        ["smok", "cigar", "cig", "vape", "vaping", "fum", "tabaco", "pitillo", "tabac", "सिगरेट", "स्मोक", "बीड़ी", "धूम्र", "sutta",
            "beedi", "עישו", "לעשן", "עישנ", "סיגרי"],
        ["alcohol", "drinking", "beer", "wine", "vodka", "whisk", "booze", "cerveza", "vino", "alcol", "cerveja", "vinho", "sharab",
            "daru", "शराब", "दारू", "अल्कोहल", "אלכוהול", "בירה", "יין"],
        ["sugar", "sweet", "candy", "chocolate", "cookie", "azucar", "dulce", "acucar", "doce", "cheeni", "mithai", "चीनी", "मिठाई",
            "סוכר", "מתוק", "ממתק", "שוקולד"],
    ];

    /// <summary>False: nothing was consumed of which there is a limit.</summary>
    public static bool Try(HabitTurn turn, string text, Wish wish)
    {
        if (text.Length > LongestText || wish.IsQuestion || wish.IsHedged || wish.Date < turn.Today
            || !turn.Data.Habits.Any(habit => habit.AtMost is not null)) return false;
        var plain = $" {PlainText.Of(text)} ";
        if (!Consumed().IsMatch(plain) || Denied().IsMatch(plain)) return false;
        var words = plain.Split([' ', ',', '.', '!', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= LettersOfWord).ToList();
        if (turn.Data.Habits.Where(habit => habit.AtMost is not null && IsOf(habit, words, plain))
            .ToList() is not [var limit]) return false;
        Doing.Count(turn, limit, wish.Count is > 0 and var count ? count : 1);
        return true;
    }

    private static bool IsOf(Habit habit, List<string> words, string plain)
    {
        var named = PlainText.Of(habit.Name + " " + habit.Unit);
        return words.Exists(word => !Consumed().IsMatch($" {word} ")
            && (NameMatch.Find(word, [habit.Name]).Count > 0 || (habit.Unit is { } unit && NameMatch.Find(word, [unit]).Count > 0)))
            || Array.Exists(_kin, family => family.Any(each => named.Contains(each, StringComparison.Ordinal))
                && family.Any(each => plain.Contains(" " + each, StringComparison.Ordinal)
                    || plain.Contains("ה" + each, StringComparison.Ordinal)));
    }

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        " (had|drank|ate|smoked|took|bought|eaten|drunk|vaped|tome|bebi|comi|fume|fumado|tomado|bebido|comido|fumei|tomei|pi|piya"
            + "|pee|kha|khaya|khayi|khai|phoonki"
        + "|पी|पिया|खा|खाया|खाई|फूँकी|फूंकी|שתיתי|אכלתי|עישנתי|קניתי) ", Plain)]
    private static partial Regex Consumed();

    [GeneratedRegex(" (didn't|didnt|didn’t|haven't|havent|not|no|nao|never|nunca|nahi|nhi|nahin|नहीं|ना|לא|without|sin|sem|bina"
        + "|बिना|בלי|water|agua|paani|pani|पानी|מים) ", Plain)]
    private static partial Regex Denied();
}
