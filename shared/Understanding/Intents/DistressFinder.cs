using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Finds words of suicide, self-harm and despair, in all languages at once; rather once too often.</summary>
internal static class DistressFinder
{
    public static bool IsIn(string whole)
    {
        var text = new Sentence(whole, Lexicon.OfDistress, TextLimit.DistressCharacters, TextLimit.DistressTokens);
        for (var i = 0; i < text.Count;)
        {
            // "cut myself some slack" is none.
            if (text.Take(ref i, Kind.Harmless)) continue;
            if (text.Has(i, Kind.Distress)) return true;
            i++;
        }

        return false;
    }
}
