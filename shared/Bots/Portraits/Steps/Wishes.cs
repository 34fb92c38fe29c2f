using System.Text.RegularExpressions;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>
/// What people want done in so many words: the last photo gone, to pay now, to go back to the beginning, a price in another currency.
/// </summary>
internal static partial class Wishes
{
    private const int LongestText = 90;

    private static readonly (string Currency, string[] Words)[] _currencies =
    [
        ("USD", ["dollar", "usd", "dolar", "डॉलर", "דולר"]), ("EUR", ["euro", "eur ", "यूरो", "אירו", "יורו"]),
        ("GBP", ["pound", "gbp", "libra", "sterling", "पाउंड", "פאונד", "ליש"]),
            ("INR", ["rupee", "inr", "rupia", "rupay", "rupaye", "रुपय", "रुपए", "रुपये", "רופי"]),
        ("BRL", ["reais", "brl", "रियाल", "ריאל"]), ("ILS", ["shekel", "ils ", "nis ", "शेकेल", "שקל"]),
    ];

    // From here on the way leads to the payment.
    private static readonly string[] _ofPaying =
        [PortraitStates.AwaitingPayment, PortraitStates.AgreeingTerms, PortraitStates.ChoosingTier, PortraitStates.ChoosingPack];

    /// <summary>False: it is something else.</summary>
    public static bool Try(PortraitTurn turn, string text)
    {
        if (text.Length > LongestText) return false;
        var plain = PlainText.Of(text).TrimStart('\u00bf', '\u00a1');
        if (Insults.IsIn(text))
        {
            Ways.Say(turn, new TalkTexts(turn.Texts.Language).Insulted);
            return true;
        }

        if (LastPhoto().IsMatch(plain) && turn.Accepted is [.., var last]
            && turn.State is PortraitStates.Collecting or PortraitStates.PicturesLoaded)
        {
            Collecting.LeaveOut(turn, last.Id);
            return true;
        }

        if (PayNow().IsMatch(plain))
        {
            if (_ofPaying.Contains(turn.State)) Where.Show(turn);
            else Ways.Say(turn, turn.Texts.AnswerWaysToPay);
            return true;
        }

        if (Beginning().IsMatch(plain))
        {
            if (turn.State is PortraitStates.Collecting or PortraitStates.PicturesLoaded
                && turn.Data.Photos.Count > 0) Collecting.AskToRestart(turn);
            else if (turn.State == PortraitStates.PhotoTerms) Where.Back(turn);
            else Where.Menu(turn);
            return true;
        }

        // Whoever is killed by their boss speaks of no photo.
        if (KilledByOthers().IsMatch(plain))
        {
            turn.Say(new TalkTexts(turn.Texts.Language).HardDay);
            return true;
        }

        return AsksPriceIn(turn, plain);
    }

    private static bool AsksPriceIn(PortraitTurn turn, string plain)
    {
        if (!Price().IsMatch(plain) || Array.Find(_currencies, each => each.Words.Any(($"{plain} ").Contains))
            .Currency is not { } asked) return false;
        if (turn.Options.Prices.FirstOrDefault(each => each.Currency == asked).Amounts is not { } amounts) return false;
        var own = turn.Options.PriceOf(PortraitOptions.Tiers[0].Name, turn.Conversation.Person.Phone).Currency;
        if (own == asked) return false;
        var prices = PortraitOptions.Tiers.Select((tier, index) =>
            $"• {turn.Texts.OfTier(tier.Name)}: {turn.Price(amounts[index], asked)}");
        Ways.Say(turn, turn.Texts.AnswerPriceIn(string.Join('\n', prices), Answers.Prices(turn)));
        return true;
    }

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        "^(please |can you |could you )*(delete|remove|drop|undo|take out|discard) (the |my )?(last|latest|previous) (photo|pic"
            + "|picture|image|one)( i sent| please)*$"
        + "|^(por favor )?(borra|elimina|quita|borrar|eliminar) la ultima( foto| imagen)?( por favor)?$"
        + "|^(por favor )?(apaga|apague|remove|tira|exclui|apagar) a ultima( foto| imagem)?( por favor)?$"
        + "|^(aakhri|akhri|last|pichli|आखिरी|आख़िरी|पिछली) (photo|pic|फोटो|फ़ोटो|तस्वीर) (ko |को )?(hatao|hata do|delete karo"
        + "|delete kar do|हटाओ|हटा दो|मिटा दो|डिलीट करो|डिलीट कर दो)$"
        + "|^(תמחק|תמחקי|מחק|תסיר|תסירי|הסר) את התמונה האחרונה( בבקשה)?$", Plain)]
    private static partial Regex LastPhoto();

    [GeneratedRegex(
        "^(i want to |i'd like to |i'll |let me |can i |i wanna |ok |please )*pay( now| please| for it)*$"
        + "|^(quiero |puedo |voy a )?pagar( ahora| ya)*$|^(quero |posso |vou )?pagar( agora| ja)*$"
        + "|^(abhi |main )*(pay|payment|paise) (karna|karni|dena|dene) (hai|hain|chahta hu|chahti hu)?$|^(अभी )?(भुगतान|पेमेंट"
        + "|पैसे) (करना|करनी|देना|देने) (है|हैं|चाहता हूँ|चाहती हूँ)$"
        + "|^(אני )?(רוצה |יכול |יכולה )?לשלם( עכשיו)?$", Plain)]
    private static partial Regex PayNow();

    [GeneratedRegex(
        "^(please |can we |can i |let's |i want to |take me )*(go )?(back )?to the (beginning|start|very beginning)( please)?$"
            + "|^(start|begin) from the (beginning|start)$"
        + "|^(quiero )?(volver|vuelve|volvamos|ir) (al|a el) (principio|inicio|comienzo)$|^(quero )?(voltar|volta|voltemos) (ao"
        + "|pro|para o) (inicio|comeco)$"
        + "|^(shuru|shuruaat) (se|mein|me|par)( (chalo|jao|karo|le chalo))?$|^(शुरू|शुरुआत) (से|में|पर)( (चलो|जाओ|करो|ले चलो))?$"
        + "|^(תחזור|תחזרי|חזרה|לחזור|נחזור|אני רוצה לחזור) (להתחלה|לתחילת הדרך)$", Plain)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        "(boss|wife|husband|mother|mom|mum|sister|brother|family|friend|partner|girlfriend|boyfriend|kids?|work|job) (is|are|was"
            + "|were)? ?(killing|driving) me"
        + "|(jefe|jefa|mujer|marido|madre|familia|novia|novio|trabajo) me (mata|esta matando|vuelve loco|vuelve loca)|(chefe"
        + "|mulher|marido|mae|familia|namorada|namorado|trabalho) (me mata|ta me matando|esta me matando)"
        + "|(boss|biwi|pati|mummy|papa|family|dost|काम|बॉस|बीवी|पति|मम्मी|परिवार) (ne|ने) .{0,12}(maar|mar|मार) (dala|diya|rakha"
        + "|डाला|दिया|रखा)|(הבוס|אשתי|בעלי|אמא|המשפחה|החבר|החברה|העבודה)( שלי)? (הורג|הורגת|משגע|משגעת) אותי", Plain)]
    private static partial Regex KilledByOthers();

    [GeneratedRegex("price|cost|how much|charge|in (dollar|euro|pound|rupee|usd|eur)|precio|cuesta|cuanto|vale|preco|custa|quanto"
        + "|kitne|kitna|kimat|daam|paise|क़ीमत|कीमत|कितने|कितना|दाम|מחיר|עולה|כמה", Plain)]
    private static partial Regex Price();
}
