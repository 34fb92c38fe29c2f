using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Puts intent, name and distress together, and tells which words none of them used.</summary>
internal static class UtteranceReader
{
    private const int MostWordsOfAnswer = 7;

    private static readonly string[] _ofDay = ["का", "की", "के", "वाला", "वाली", "ka", "ki", "ke", "wala", "wali"];

    // Words that begin a question and nothing else.
    private static readonly string[] _asking =
        ["what", "whats", "who", "whos", "why", "which", "quien", "quienes", "quem", "kya", "kaun", "kon", "kaise", "kyun", "kyu", "kyon", "क्या", "कौन", "कैसे", "क्यों", "מה", "מי", "איך", "למה", "האם"];

    // Commands that no "every friday" goes with: their verb belongs to a new habit.
    private static readonly Intent[] _onceOnly = [Intent.Remove, Intent.Pause, Intent.Skip, Intent.Resume];

    public static Utterance Read(Sentence text, List<Finding> found, TextReading reading)
    {
        var frame = new Frame(text, found);

        // Nothing is to be done but to help.
        if (DistressFinder.IsIn(text.Whole)) return new Utterance([Intent.None], null, reading) { IsDistressed = true, IsCut = reading.IsCut };
        var intents = IntentFinder.Find(frame, reading, out var phrases);
        if (ShortAnswer(text, intents[0]) is { } answer) return new Utterance([answer], null, reading);
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
        var isNameless = intents[0] is Intent.Add or Intent.Remind or Intent.Count && name is not null && names.Count == 0 && limit is null
            && IsNoName(frame, name);
        if (isNameless) name = null;
        if (tentative && name is null) (intents, tentative) = ([Intent.None], false);
        if (intents[0] == Intent.Add && reading.Recurrences.Count == 0 && name is not null
            && (IsInquiry(name, text) || text.Says(Kind.Advert) && reading.Moments.Count == 0)) (intents, name, names) =
            ([Intent.Greet], null, []);
        var isWeakAdd = !phrases.Exists(phrase => phrase is { Intent: Intent.Add, IsName: false, Score: >= 200 }) && limit is null;
        return new Utterance(intents, name, reading)
        {
            AsNew = isNameless ? null : intents[0] is Intent.Count or Intent.Done or Intent.Change or Intent.Remove or Intent.Skip or Intent.Pause or Intent.Undo ? NameFinder.Find(frame, Intent.Add, AsNames(phrases, intents[0]), out _, out _) : name,
            Names = names,
            IsCut = reading.IsCut || names.Count > TextLimit.Names,
            Unread =
            [
                .. UnreadWords.In(frame, intents[0], phrases, used, limit is not null, excepted.Count > 0 ? ExceptedNames.Outside(frame) : (0, text.Count)),

                // "kal ka" is yesterday's and tomorrow's.
                .. intents[0] == Intent.Skip
                    ? Enumerable.Range(0, text.Count - 1).Where(i => text.Has(i, Kind.EitherDay) && _ofDay.Contains(text.Tokens[i + 1].Plain)).Select(i => text.Tokens[i].Plain) : [],

                // No habit is of money.
                .. intents[0] is Intent.Add or Intent.Remind or Intent.Done or Intent.Count or Intent.Change
                    ? reading.Amounts.Select(amount => text.Text.Substring(amount.Start, amount.Length)) : [],
            ],
            SaysAdd = phrases.Exists(phrase => phrase is { Intent: Intent.Add or Intent.Remind, IsName: false, Score: >= 200 }),
            SaysBack = text.Says(Kind.Back),
            SaysAway = text.Says(Kind.Absence),
            SaysRest = text.Says(Kind.Rest),
            IsWeakAdd = isWeakAdd,
            IsToCome = text.Says(Kind.ToCome),
            IsHedged = Hedges.IsIn(frame, intents[0], phrases, reading, isWeakAdd),
            SaysStill = text.Says(Kind.Still),
            SaysReminders = text.Says(Kind.ReminderWord),
            SaysThisWeek = text.Says(Kind.ThisWeek),
            IsQuestion = text.Tokens.Any(token => token.IsSign && token.Plain is "?" or "¿" or "؟") || frame.FirstSaid < text.Count && (_asking.Contains(text.Tokens[frame.FirstSaid].Plain) || text.Has(frame.FirstSaid, Kind.Asks)),
            IsNegated = Enumerable.Range(0, text.Count).Any(i => text.Has(i, Kind.Not) && !Frame.IsTakenPhrase(i, phrases, intents[0]) && !frame.IsFound(i)) || limit == 0 || HadNone(text, phrases, intents[0]) || text.Text.AsSpan().ContainsAny('❌', '✖'),
            IsTentative = tentative,
            Instead = instead,
            Limit = limit,
            Leaning = Leaning(frame),
            Excepted = excepted,
            IsPlainSkip = text.Says(Kind.SkipWord),
            IsWithPhoto = text.Says(Kind.WithPhoto),
        };
    }

    // "haan bilkul kar do", "nah all good thx": an answer in words that are nothing else; the first that says yes or no decides.
    private static Intent? ShortAnswer(Sentence text, Intent intent)
    {
        if (intent is not (Intent.None or Intent.Add or Intent.Change or Intent.Remind) || text.Count is 0 or > MostWordsOfAnswer || text.Tokens.Any(token => token.IsDigits)) return null;
        var lexicon = Lexicon.Of(text.Language);
        if (text.Tokens.Any(token => token.IsWord && !lexicon.IsOfAnswers(token.Plain) && !IsFiller(text, token))) return null;
        for (var i = 0; i < text.Count; i++)
        {
            foreach (var sense in text.At(i))
            {
                if (sense is { Kind: Kind.Intent, Text: "=", Length: 1 } && (Intent)(int)sense.Value is Intent.Agree or Intent.Decline) return (Intent)(int)sense.Value;
            }
        }

        return null;
    }

    private static bool IsFiller(Sentence text, Token token)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Tokens[i] == token) return text.Has(i, Kind.Filler) || text.Has(i, Kind.Little);
        }

        return false;
    }

    // "remind me at 5 or 6", "its Monday again": words that join and point name nothing.
    private static bool IsNoName(Frame frame, string name)
    {
        var words = new Sentence(name, Lexicon.Of(frame.Text.Language));
        return words.Tokens.Any(token => token.IsWord) && !Enumerable.Range(0, frame.Text.Count).Any(frame.IsQuoted)
            && Enumerable.Range(0, words.Count).All(i => words.Tokens[i].IsSign || words.Has(i, Kind.Doubt) || words.Has(i, Kind.Little));
    }

    // "had no coffee": nothing was had.
    private static bool HadNone(Sentence text, List<IntentPhrase> phrases, Intent intent) => intent is Intent.Done or Intent.Count
        && phrases.Exists(
        phrase => phrase.Intent == intent && text.Has(phrase.Start + phrase.Length, Kind.Quit, out var none) && none.Text == "0");

    private static List<IntentPhrase> AsNames(List<IntentPhrase> phrases, Intent verb) =>
        phrases.ConvertAll(phrase => phrase.Intent == verb ? phrase with { Intent = Intent.Add, IsName = true } : phrase);

    // "go to bed by 11", "30 min walk after lunch": no verb of adding, but a when or a how much; never a question.
    private static bool IsPlan(Sentence text, TextReading reading) =>
        (reading.Moments.Count > 0 || reading.Lengths.Count > 0 || reading.Counts.Count > 0) && !text.IsPast
        && !text.Tokens.Any(token => token.IsSign && token.Plain is "?" or "¿");

    // "wake up at 6", "morning run at 6", "dinner at 8".
    private static DayPart? Leaning(Frame frame)
    {
        var text = frame.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Has(i, Kind.Early)) return DayPart.Morning;
            if (text.Has(i, Kind.Late)) return DayPart.Evening;
            if (!frame.IsFound(i) && text.Has(i, Kind.BarePart, out var part)) return (PartOfDay)(int)part.Value is PartOfDay.Morning or PartOfDay.Dawn ? DayPart.Morning : DayPart.Evening;
        }

        return null;
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
