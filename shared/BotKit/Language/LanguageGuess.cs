using System.Collections.Frozen;
using WhatsAppBots.BotKit.Commands;

using WhatsAppBots.Understanding;
namespace WhatsAppBots.BotKit.Language;

/// <summary>Which language a text is in, by its script and its commonest words.</summary>
public static class LanguageGuess
{
    private static readonly (string Language, FrozenSet<string> Words)[] _common =
    [
        (Languages.English, Words(
            "hi hello hey hiya morning thanks thank you please the a an is are am i im my me want to need what how when where who can " +
            "could do does would like yes no and or of for in on it this that with help good your get give start add done show")),
        (Languages.Spanish, Words(
            "hola buenas buenos dias tardes noches gracias por favor el la los las un una es son soy quiero necesito que como cuando " +
            "donde quien puedo puede hacer si y o de para en con mi me lo esto eso ayuda bueno tu dame anadir hecho estoy esta muy")),
        (Languages.Portuguese, Words(
            "ola oi bom boa dia tarde noite obrigado obrigada por favor o os as um uma e sao sou quero preciso que como quando onde " +
            "quem posso pode fazer sim nao ou de para em com meu minha me isso isto ajuda voce vc tudo bem estou esta muito")),
        (Languages.Hindi, Words(
            "namaste namaskar kya hai hain mujhe mera meri mere chahiye kaise kab kahan kaun karo karna karna kar haan nahi nahin aur " +
            "ka ki ke ko se mein main tum aap hum bhai yaar dhanyavaad shukriya accha acha theek madad batao bolo " +
            "roz subah shaam raat baje tak aaj kal din baad pe gaya gayi gaye liya diya raha rahi hoon hu hata hatao dikhao wapas")),
    ];

    // The language shows in the first words.
    private const int Enough = 500;

    /// <summary>The text's language; null where it does not tell (a number, a name, a tie).</summary>
    public static string? Of(string text)
    {
        text = TextLimit.Head(text, Enough);
        if (OfScript(text) is { } script) return script;
        if (CommandWords.LanguageOf(text) is { } command) return command;

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(PlainText.Of).ToList();
        var marks = (
            Spanish: text.Any("¿¡ñÑ".Contains) ? 2 : 0,
            Portuguese: text.Any("ãõÃÕçÇêÊ".Contains) ? 2 : 0);
        var scores = _common
            .Select(common => (
                common.Language,
                Score: words.Count(common.Words.Contains)
                    + (common.Language == Languages.Spanish ? marks.Spanish : common.Language == Languages.Portuguese ? marks.Portuguese : 0)))
            .OrderByDescending(score => score.Score)
            .ToList();

        // "meditate every day at 7" has none of the commonest words: what it does have is only said in English.
        return scores[0].Score > scores[1].Score ? scores[0].Language : LanguageWords.Of(text);
    }

    /// <summary>The language of a script that no other of the five has; null where most is Latin.</summary>
    public static string? OfScript(string text)
    {
        text = TextLimit.Head(text, Enough);
        var hebrew = text.Count(letter => letter is >= '\u05d0' and <= '\u05ea');
        var hindi = text.Count(letter => letter is >= '\u0904' and <= '\u097f');
        return hebrew > hindi ? Languages.Hebrew : hindi > 0 ? Languages.Hindi : null;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet();
}
