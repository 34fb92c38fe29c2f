using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>What stands in quotation marks is a name, whatever words it has.</summary>
internal static class Quotes
{
    public static bool[] Within(Sentence text)
    {
        var within = new bool[text.Count];
        var open = -1;
        for (var i = 0; i < text.Count; i++)
        {
            if (!text.Tokens[i].IsSign || text.Tokens[i].Plain is not ("\"" or "«" or "»")) continue;
            if (open >= 0)
            {
                for (var at = open + 1; at < i; at++) within[at] = true;
                open = -1;
            }
            else
            {
                open = i;
            }
        }

        return within;
    }
}
