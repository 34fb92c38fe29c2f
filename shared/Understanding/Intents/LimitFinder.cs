using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Finds what is kept by staying under it: "at most 2 coffees a day", "quit smoking", "no sugar".</summary>
internal static class LimitFinder
{
    /// <param name="isSure">The words can mean nothing else; "no" alone may begin many a sentence.</param>
    /// <returns>How many a day at most, 0 for none at all; null: it is no limit.</returns>
    public static decimal? Find(Frame frame, TextReading reading, List<IntentPhrase> phrases, Intent intent, out bool isSure)
    {
        isSure = true;
        if (intent is not (Intent.None or Intent.Add or Intent.Change or Intent.Count)) return null;
        var text = frame.Text;
        var starts = phrases.Where(phrase => phrase.Intent == Intent.Add).Select(phrase =>
            Behind(text, phrase.Start + phrase.Length)).ToHashSet();
        for (var i = 0; i < text.Count; i++)
        {
            if (frame.IsQuoted(i)) continue;

            // "kam se kam", "no less than" are no "less than".
            if (text.Has(i, Kind.Filler, out var courtesy) && courtesy.Length > 1)
            {
                i += courtesy.Length - 1;
                continue;
            }

            if (text.Has(i, Kind.AtMost) || IsUpTo(frame, i) || text.Has(i, Kind.MoreThan)
                && (text.Says(Kind.Not) || text.Says(Kind.Quit))) return reading.Counts is [var count, ..] ? count.Likeliest.Number
                    : OfTime(reading);
            if (!text.Has(i, Kind.Quit, out var quit) || i + quit.Length >= text.Count && (text.Language != Languages.Hindi || i == 0)) continue;
            if (i != frame.First && i != frame.FirstSaid && !starts.Contains(i) && !(text.Language == Languages.Hindi && i + quit.Length >= frame.Last - 1)) continue;
            // "stop at the pharmacy", "stop by grandma's" leave off nothing; neither does "turn the wifi off at midnight".
            var next = i + quit.Length;
            if (text.Language == Languages.English && quit.Length == 1
                && (text.Has(next, Kind.At) || text.Has(next, Kind.For) || next < text.Count
                && text.Tokens[next].Plain is "by" or "in" or "over")) continue;
            if (text.Language == Languages.Hindi
                && reading.Moments.Any(moment => moment.Likeliest.Time is not null && moment.Likeliest.Role == MomentRole.At)) continue;
            isSure = quit.Text == "1" || intent == Intent.Add;
            return 0;
        }

        return null;
    }

    // "help me to stop …".
    private static int Behind(Sentence text, int i)
    {
        while (text.Has(i, Kind.To, out var to) && to.Length == 1 && !text.Has(i, Kind.Quit)) i++;
        return i;
    }

    // "up to 3 cigarettes", "até 3 cigarros", "3 cigarette tak": until so many is no time.
    private static bool IsUpTo(Frame frame, int i)
    {
        var text = frame.Text;
        if (text.Has(i, Kind.Until, out var until) && Numbers.NumberReader.TryPlain(text, i + until.Length, 1000, out var number) && text.Has(number.Next, Kind.Thing)) return true;
        return text.Has(i, Kind.UntilAfter) && text.Has(i - 1, Kind.Thing) && frame.IsCount[i - 1];
    }

    // "no more than an hour of tv": in hours, or in minutes where it is no whole number of them.
    private static decimal? OfTime(TextReading reading)
    {
        if (reading.Lengths is not [{ Likeliest: { Anchor: null, Period: var period } }, ..] || period.HasDateComponent) return null;
        var minutes = period.Hours * 60 + period.Minutes;
        return minutes == 0 ? null : minutes % 60 == 0 ? minutes / 60 : minutes;
    }
}
