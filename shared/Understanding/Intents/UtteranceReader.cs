using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Puts intent, name and distress together, and tells which words none of them used.</summary>
internal static class UtteranceReader
{
    // Commands that no "every friday" goes with: their verb belongs to a new habit.
    private static readonly Intent[] _onceOnly = [Intent.Remove, Intent.Pause, Intent.Skip, Intent.Resume];

    public static Utterance Read(Sentence text, List<Finding> found, TextReading reading)
    {
        var frame = new Frame(text, found);

        // Nothing is to be done but to help.
        if (DistressFinder.IsIn(text)) return new Utterance([Intent.None], null, reading) { IsDistressed = true, IsCut = reading.IsCut };
        var intents = IntentFinder.Find(frame, reading, out var phrases);
        var limit = LimitFinder.Find(frame, reading, phrases, intents[0], out var isSure);
        var tentative = intents is [Intent.None] && (limit is not null ? !isSure : IsPlan(text, reading));
        if (intents is [Intent.None] && (limit is not null || tentative)) intents = [Intent.Add];
        (Intent, string?)? instead = null;
        if (_onceOnly.Contains(intents[0]) && reading.Recurrences.Count > 0)
        {
            var verb = intents[0];
            instead = (verb, NameFinder.Find(frame, verb, phrases, out _, out _));
            phrases = AsNames(phrases, verb);
            intents = [Intent.Add];
        }

        var name = NameFinder.Find(frame, intents[0], phrases, out var names, out var used);
        var excepted = ExceptedNames.In(frame);
        if (tentative && name is null) (intents, tentative) = ([Intent.None], false);
        if (intents[0] == Intent.Add && reading.Recurrences.Count == 0 && name is not null && IsInquiry(name, text)) (intents, name, names) = ([Intent.Greet], null, []);
        return new Utterance(intents, name, reading)
        {
            AsNew = intents[0] is Intent.Count or Intent.Done ? NameFinder.Find(frame, Intent.Add, AsNames(phrases, intents[0]), out _, out _) : name,
            Names = names,
            IsCut = reading.IsCut || names.Count > TextLimit.Names,
            Unread = UnreadWords.In(frame, intents[0], phrases, used, limit is not null, excepted.Count > 0 ? ExceptedNames.Outside(frame) : (0, text.Count)),
            IsTentative = tentative,
            Instead = instead,
            Limit = limit,
            Leaning = Leaning(text),
            Excepted = excepted,
            IsPlainSkip = IsPlainSkip(text),
        };
    }

    private static List<IntentPhrase> AsNames(List<IntentPhrase> phrases, Intent verb) =>
        phrases.ConvertAll(phrase => phrase.Intent == verb ? phrase with { Intent = Intent.Add, IsName = true } : phrase);

    // "go to bed by 11", "30 min walk after lunch": no verb of adding, but a when or a how much; never a question.
    private static bool IsPlan(Sentence text, TextReading reading) =>
        (reading.Moments.Count > 0 || reading.Lengths.Count > 0 || reading.Counts.Count > 0) && !text.IsPast
        && !text.Tokens.Any(token => token.IsSign && token.Plain is "?" or "¿");

    private static DayPart? Leaning(Sentence text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Has(i, Kind.Early)) return DayPart.Morning;
            if (text.Has(i, Kind.Late)) return DayPart.Evening;
        }

        return null;
    }

    private static bool IsPlainSkip(Sentence text)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Has(i, Kind.SkipWord)) return true;
        }

        return false;
    }

    // "I want more information": what advertisements write for people.
    private static bool IsInquiry(string name, Sentence text)
    {
        var words = new Sentence(name, Lexicon.Of(text.Language));
        var asks = false;
        for (var i = 0; i < words.Count;)
        {
            if (words.Take(ref i, Kind.Inquiry)) asks = true;
            else if (!words.TakeAny(ref i, out _, Kind.More, Kind.Little, Kind.Filler, Kind.Of, Kind.On, Kind.The) && !(words.Tokens[i].IsSign && ++i > 0)) return false;
        }

        return asks;
    }
}
