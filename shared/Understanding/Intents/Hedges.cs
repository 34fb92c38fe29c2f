using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Tells a sentence that speaks of an act from one that does it or asks for it: "if it rains", "my brother runs".</summary>
internal static class Hedges
{
    private const string OfAll = "";
    private const string OfReports = "report";
    private const string OfPlans = "plan";
    private const string OfSubjects = "subject";
    private const string OfYours = "yours";

    /// <param name="isWeakAdd">No verb asks to add something.</param>
    public static bool IsIn(Frame frame, Intent intent, List<IntentPhrase> phrases, TextReading reading, bool isWeakAdd)
    {
        var isReport = intent is Intent.Done or Intent.Count or Intent.None;
        var isPlan = isWeakAdd && intent is Intent.Add or Intent.None;
        return Says(frame, intent, phrases, isReport, isPlan) || intent switch
        {
            // "4 times this week" is not of today.
            Intent.Done or Intent.Count => frame.Text.Says(Kind.ThisWeek) && reading.Counts.Any(count => count.Likeliest.Number > 1),

            // "to 7 only on Fridays" takes the other days away, or changes Fridays alone; "only Monday and Thursday" says all of the plan.
            Intent.Change => frame.Text.Says(Kind.OnlyWord) && (reading.Moments.Any(moment => moment.Likeliest.HasDate)
                || (reading.Recurrences.Count > 0
                    && (reading.Counts.Count > 0 || reading.Moments.Any(moment => moment.Likeliest.Time is not null)))),

            // "on vacation, still running though".
            Intent.Pause => frame.Text.Says(Kind.Still),

            // "I jogged on Saturday and Sunday" tells of what was.
            Intent.Add => isWeakAdd && (frame.Text.IsPast || PastForms.BeginsIn(frame) || IsHindiPresent(frame.Text)),
            _ => false,
        };
    }

    private static bool Says(Frame frame, Intent intent, List<IntentPhrase> phrases, bool isReport, bool isPlan)
    {
        var text = frame.Text;
        if (!text.Says(Kind.Hedge)) return false;
        for (var i = 0; i < text.Count; i++)
        {
            if (frame.IsQuoted(i)) continue;
            var courtesy = text.Has(i, Kind.Filler, out var filler) && filler.Length > 1 ? filler.Length : 0;
            foreach (var sense in text.At(i))
            {
                if (sense.Kind != Kind.Hedge || sense.Length <= courtesy || IsOfIntent(phrases, intent, i, i + sense.Length)) continue;
                var counts = sense.Text switch
                {
                    OfReports => isReport,
                    OfPlans => isPlan,
                    OfAll when sense.Length == 1 && IsAsked(text, i) => false,
                    OfSubjects => frame.BeginsClause(i) || IsReminded(frame, phrases, i),
                    OfYours => frame.BeginsClause(i) || frame.IsFound(i + sense.Length),
                    _ => true,
                };
                if (counts) return true;
            }
        }

        return false;
    }

    // "I would be glad if you reminded me".
    private static bool IsOfIntent(List<IntentPhrase> phrases, Intent intent, int start, int end) => phrases.Exists(
        phrase => phrase.Intent == intent && phrase.Length > 1 && start >= phrase.Start && end <= phrase.Start + phrase.Length);

    // "train nikalti hai", "main uthta hu": what is so, where a wish would say "karna hai".
    private static bool IsHindiPresent(Sentence text) => text.Language == Languages.Hindi
        && Enumerable.Range(0, text.Count - 1).Any(i => _is.Contains(text.Tokens[i + 1].Plain) && IsPresent(text.Tokens[i].Plain));

    // "chahti hun" is a wish.
    private static bool IsPresent(string verb) => verb.Length > 3 && !_wishing.Any(each => verb.StartsWith(each, StringComparison.Ordinal))
        && _present.Any(ending => verb.EndsWith(ending, StringComparison.Ordinal));

    private static readonly string[] _is = ["hai", "hain", "hu", "hun", "hoon", "है", "हैं", "हूं"];
    private static readonly string[] _wishing = ["chah", "चाह"];
    private static readonly string[] _present = ["ta", "ti", "te", "ता", "ती", "ते"];

    // "check if the door is locked" is a thing to do.
    private static bool IsAsked(Sentence text, int i) =>
        i > 0 && text.Tokens[i - 1].Plain is "check" or "see" or "ask" or "know" or "לבדוק" or "לראות";

    // "remind my wife", "recuérdale a mi mujer": somebody else is to be reminded.
    private static bool IsReminded(Frame frame, List<IntentPhrase> phrases, int i)
    {
        var text = frame.Text;
        if (text.Has(i - 1, Kind.To) || text.Has(i - 1, Kind.On) || text.Has(i - 1, Kind.Little) || i > 0 && text.Tokens[i - 1].Plain == "a") i--;
        return phrases.Exists(phrase => phrase.Intent == Intent.Remind && phrase.Start + phrase.Length == i);
    }
}
