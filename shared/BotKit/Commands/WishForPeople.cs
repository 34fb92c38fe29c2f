using System.Collections.Frozen;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Commands;

/// <summary>
/// Sentences that ask for a person and for nothing else: "can I speak to an agent please", "quiero hablar con una persona". Each word must
/// be one that such a wish is made of; "agent orange" and "be a better person" have others. Words like "someone" do not count: "I need to
/// talk to someone" may be a cry for help, which is looked for elsewhere.
/// </summary>
internal static class WishForPeople
{
    private const int MostWords = 12;

    // For each language the people, then what else such a wish is made of. A native speaker corrects them.
    private static readonly (FrozenSet<string> People, FrozenSet<string> Other)[] _languages =
    [
        Of("human agent person representative rep operator humans agents",
            "i i'd i'll id ill want wanna would like need to can could may let me please pls plz talk speak chat connect transfer put "
            + "through contact reach get give with a an the real actual live being from your team support customer service now just "
            + "instead rather hi hello hey thanks thank you"),
        Of("humano humana persona agente asesor asesora operador operadora representante",
            "quiero quisiera querria necesito deseo puedo podria puedes puede pueden me gustaria por favor porfa hablar conversar chatear "
            + "comunicarme contactar pasame pasarme pasa pasar conectame conectar comunicame transfiereme ponme con a un una el la real de "
            + "verdad soporte atencion al cliente equipo ya ahora mejor hola gracias"),
        Of("humano humana pessoa atendente agente operador operadora representante",
            "eu quero queria gostaria preciso posso pode poderia me por favor falar conversar passar passa transferir transfere transfira "
            + "conectar chamar chama contatar com de um uma o a real verdade do da suporte equipe agora melhor oi ola obrigado obrigada"),
        Of("इंसान व्यक्ति एजेंट insaan insan vyakti agent human person",
            "मुझे मैं हमें किसी एक असली से बात करनी करना करने है चाहता चाहती चाहते हूँ हूं हैं चाहिए कराइए करवाइए कराओ करवाओ कराएं करवाएं "
            + "कृपया प्लीज प्लीज़ सकता सकती सकते क्या कर अभी नमस्ते "
            + "mujhe main mai hume kisi ek asli real se baat karni karna karne hai he h chahta chahti "
            + "chahte hu hun hoon chahiye karao karvao karwao karaiye kripya please plz sakta sakti sakte kya kar abhi namaste"),
        Of("נציג נציגה לנציג לנציגה אדם לאדם נציגים",
            "אני רוצה צריך צריכה אפשר לדבר לשוחח עם אל בבקשה תעבירו תעביר העבירו להעביר אותי לבן בן אנושי אנושית אמיתי אמיתית שירות של "
            + "מהצוות עכשיו לי תן תנו היי שלום תודה"),
    ];

    /// <summary>Whether a text is such a wish.</summary>
    /// <param name="plain">As <see cref="PlainText.Of"/> has it.</param>
    public static bool Is(string plain)
    {
        var words = plain.Replace('’', '\'').Split([' ', ',', '.', '!', '?', '¡', '¿', '।'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && _languages.Any(language =>
            words.Any(language.People.Contains) && words.All(word => language.People.Contains(word) || language.Other.Contains(word)));
    }

    private static (FrozenSet<string> People, FrozenSet<string> Other) Of(string people, string rest) => (Plain(people), Plain(rest));

    private static FrozenSet<string> Plain(string words) => words.Split(' ').Select(PlainText.Of).ToFrozenSet();
}
