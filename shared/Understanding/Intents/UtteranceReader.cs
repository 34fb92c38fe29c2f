using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Puts intent, name and distress together.</summary>
internal static class UtteranceReader
{
    public static Utterance Read(Sentence text, List<Finding> found, TextReading reading)
    {
        var frame = new Frame(text, found);

        // Nothing is to be done but to help.
        if (DistressFinder.IsIn(text)) return new Utterance([Intent.None], null, reading) { IsDistressed = true, IsCut = reading.IsCut };
        var intents = IntentFinder.Find(frame, reading, out var phrases);
        var name = NameFinder.Find(frame, intents[0], phrases, out var names);
        return new Utterance(intents, name, reading) { Names = names, IsCut = reading.IsCut || names.Count > TextLimit.Names };
    }
}
