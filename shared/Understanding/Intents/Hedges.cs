using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Tells a sentence that speaks of an act from one that does it or asks for it: "if it rains", "I wanted to read", "my brother runs".</summary>
internal static class Hedges
{
    private const string OfReports = "report";
    private const string OfPlans = "plan";
    private const string OfSubjects = "subject";
    private const string OfYours = "yours";

    /// <param name="isWeakAdd">No verb asks to add something.</param>
    public static bool IsIn(Frame frame, Intent intent, List<IntentPhrase> phrases, TextReading reading, bool isWeakAdd)
    {
        var isReport = intent is Intent.Done or Intent.Count or Intent.None;
        var isPlan = isWeakAdd && intent is Intent.Add or Intent.None;
        return Says(frame, phrases, isReport, isPlan) || intent switch
        {
            // "4 times this week" is not of today.
            Intent.Done or Intent.Count => frame.Text.Says(Kind.ThisWeek) && reading.Counts.Any(count => count.Likeliest.Number > 1),

            // "only on Fridays" takes the other days away, or changes Fridays alone.
            Intent.Change => frame.Text.Says(Kind.OnlyWord) && (reading.Recurrences.Count > 0 || reading.Moments.Any(moment => moment.Likeliest.HasDate)),

            // "I jogged on Saturday and Sunday" tells of what was.
            Intent.Add => isWeakAdd && (frame.Text.IsPast || PastForms.BeginsIn(frame)),
            _ => false,
        };
    }

    private static bool Says(Frame frame, List<IntentPhrase> phrases, bool isReport, bool isPlan)
    {
        var text = frame.Text;
        if (!text.Says(Kind.Hedge)) return false;
        for (var i = 0; i < text.Count; i++)
        {
            if (frame.IsQuoted(i) || text.Has(i, Kind.Filler, out var filler) && filler.Length > 1) continue;
            foreach (var sense in text.At(i))
            {
                if (sense.Kind != Kind.Hedge) continue;
                var counts = sense.Text switch
                {
                    OfReports => isReport,
                    OfPlans => isPlan,
                    OfSubjects => frame.BeginsClause(i) || IsReminded(frame, phrases, i),
                    OfYours => frame.BeginsClause(i) || frame.IsFound(i + sense.Length),
                    _ => true,
                };
                if (counts) return true;
            }
        }

        return false;
    }

    // "remind my wife", "recuérdale a mi mujer": somebody else is to be reminded.
    private static bool IsReminded(Frame frame, List<IntentPhrase> phrases, int i)
    {
        var text = frame.Text;
        if (i > 0 && (text.Has(i - 1, Kind.To) || text.Has(i - 1, Kind.On) || text.Has(i - 1, Kind.Little) || text.Tokens[i - 1].Plain == "a")) i--;
        return phrases.Exists(phrase => phrase.Intent == Intent.Remind && phrase.Start + phrase.Length == i);
    }
}
