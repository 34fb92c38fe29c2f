using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Talk;

/// <summary>Knows texts in anger that ask for nothing, in all languages at any time.</summary>
public static class Insults
{
    private const int LongestText = 120;
    private const int MostWords = 10;

    private static readonly string[] _insults = [.. new[]
    {
        "fuck off", "fuck you", "fuck u", "shut up", "piss off", "go to hell", "leave me alone", "screw you", "stfu", "get lost",
        "bugger off", "youre ugly", "you are ugly", "ur ugly", "eres feo", "eres fea", "qué feo eres", "você é feio", "você é feia",
            "vc é feio",
        "tum badsurat ho", "तुम बदसूरत हो", "אתה מכוער", "את מכוערת", "you suck", "u suck", "stupid bot", "dumb bot", "useless bot",
            "shit bot", "shitty bot", "worst bot", "idiot bot",
        "you're useless", "youre useless", "you are useless", "you're stupid", "youre stupid", "you are stupid", "you're an idiot",
        "you're dumb", "you are dumb", "i hate you", "i hate this bot", "you're annoying", "you are annoying", "youre annoying",
            "so annoying",
        "eres un inútil", "eres inútil", "bot inútil", "bot estúpido", "bot tonto", "eres un idiota", "eres idiota", "eres tonto",
            "te odio",
        "eres una mierda", "das asco", "eres un pesado", "eres pesado", "qué pesado", "eres estúpido",
        "você é inútil", "vc é inútil", "bot burro", "bot inútil", "bot idiota", "seu idiota", "você é burro", "vc é burro", "te odeio",
        "você é uma merda", "você é chato", "vc é chato", "que bot ruim", "bot ruim",
        "bekar bot", "bakwas bot", "tum bekar ho", "bewakoof bot", "bewkoof bot", "pagal bot", "tum pagal ho", "bekaar bot",
        "बेकार बॉट", "तुम बेकार हो", "बेवकूफ बॉट", "बेवकूफ़ बॉट", "तुम पागल हो",
        "בוט טיפש", "בוט מטומטם", "בוט גרוע", "אתה מטומטם", "אתה טיפש", "אתה חסר תועלת", "אני שונא אותך", "אני שונאת אותך", "אתה מעצבן",
        "vete a la mierda", "vete al carajo", "déjame en paz", "dejame en paz", "que te jodan", "jódete", "cállate", "que te den",
        "vai se foder", "vai tomar no cu", "vai à merda", "vai a merda", "me deixa em paz", "cala a boca", "vai pro inferno",
        "vai se ferrar",
        "bhaad mein jao", "bhaad mein ja", "bhaad me ja", "chup kar", "chup karo", "bakwas band karo", "mera peecha chhodo",
        "भाड़ में जाओ", "भाड़ में जा", "चुप करो", "चुप कर", "बकवास बंद करो",
        "לך תזדיין", "לך לעזאזל", "עזוב אותי", "תעזוב אותי", "עזבי אותי", "תסתום", "סתום את הפה", "תשתוק",
    }.Select(each => Unpointed(PlainText.Of(each)))];

    /// <summary>Whether a text is an insult, and little else.</summary>
    public static bool IsIn(string text)
    {
        if (text.Length > LongestText) return false;
        var plain = $" {string.Concat(Unpointed(PlainText.Of(text)).Select(letter => char.IsPunctuation(letter) ? ' ' : letter))} ";
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords
            && Array.Exists(_insults, each => plain.Contains($" {each} ", StringComparison.Ordinal));
    }

    private static string Unpointed(string text) => text.Replace("'", "", StringComparison.Ordinal)
        .Replace("\u2019", "", StringComparison.Ordinal);
}
