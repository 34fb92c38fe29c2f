using System.Text.RegularExpressions;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Says in other words what people say in ways of their own: "only gym is left" is "all except gym". Knows insults too.</summary>
internal static partial class Rewording
{
    private const int LongestText = 120;
    private const int MostWordsOfInsult = 10;
    private static readonly string[] _days = ["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי"];

    private static readonly string[] _insults = [.. new[]
    {
        "fuck off", "fuck you", "fuck u", "shut up", "piss off", "go to hell", "leave me alone", "screw you", "stfu", "get lost",
        "bugger off",
        "vete a la mierda", "vete al carajo", "déjame en paz", "dejame en paz", "que te jodan", "jódete", "cállate", "que te den",
        "vai se foder", "vai tomar no cu", "vai à merda", "vai a merda", "me deixa em paz", "cala a boca", "vai pro inferno",
        "vai se ferrar",
        "bhaad mein jao", "bhaad mein ja", "bhaad me ja", "chup kar", "chup karo", "bakwas band karo", "mera peecha chhodo",
        "भाड़ में जाओ", "भाड़ में जा", "चुप करो", "चुप कर", "बकवास बंद करो",
        "לך תזדיין", "לך לעזאזל", "עזוב אותי", "תעזוב אותי", "עזבי אותי", "תסתום", "סתום את הפה", "תשתוק",
    }.Select(PlainText.Of)];

    /// <summary>The text as the readers know it; the same where nothing of this is in it.</summary>
    public static string Plain(string text)
    {
        if (text.Length > LongestText) return text;
        text = Before().Replace(Letters().Replace(text, DaysOf).Trim(), "before");
        text = Praise().Replace(HowMany().Replace(WeekdayNumber().Replace(text, match => _weekdays[match.Value[0] - '2']), ""), "");
        text = Reason().Replace(Heading().Replace(text, ""), "");
        text = KeptTo().Replace(text, "${thing} at most ${most}");
        text = OnlyEnglish().Replace(text, " except ${name}");
        return OnlyHindi().Replace(text, "${name} chhod ke ${all}");
    }

    /// <summary>True for an insult: a text in anger that asks for nothing.</summary>
    public static bool IsInsult(string text)
    {
        if (text.Length > LongestText) return false;
        var plain = $" {string.Concat(PlainText.Of(text).Select(letter => char.IsPunctuation(letter) ? ' ' : letter))} ";
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWordsOfInsult
            && Array.Exists(_insults, each => plain.Contains($" {each} ", StringComparison.Ordinal));
    }

    private static string DaysOf(Match match)
    {
        var letters = match.Value.Split([' ', ',', '\''], StringSplitOptions.RemoveEmptyEntries);
        return $" ימי {string.Join(", ", letters.Select(letter => _days[letter[0] - 'א']))} ";
    }

    private const RegexOptions Any =
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    // "חדר כושר ב ד ו 18:00": the days of the week are letters.
    [GeneratedRegex(" [א-ו]'?([ ,]+[א-ו]'?)+( |$)", Any)]
    private static partial Regex Letters();

    [GeneratedRegex(@"\bb4\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    private static readonly string[] _weekdays = ["segunda", "terça", "quarta", "quinta", "sexta"];

    // "de 2ª a 6ª": weekdays by their number.
    [GeneratedRegex("(?<=^| )[2-6]ª(?= |,|$)( ?-?feira)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex WeekdayNumber();

    // "em 3 horários: 09h30, 15h30, 21h30": the times say how many.
    [GeneratedRegex(@"(em |at |a |en )?\d (horários|horarios|times|veces|vezes|horas) ?[:,] ?(?=\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex HowMany();

    // "well done 🙏 kindly resume my devotion".
    [GeneratedRegex(@"^(well done|good job|great job|nice work)\b\W*(?=\w)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Praise();

    // "my physio wants ankle circles …", "הרופא אמר למדוד …": who wants it is no part of a name.
    [GeneratedRegex(
        @"^((my|the|mi|el|la|meu|minha|o|a|mere|meri|मेरे|मेरी) )?(doctor|doc|dr|physio|therapist|dentist|trainer|coach|boss|teacher|"
            + @"wife|husband|mum|mom|médico|doctora|doctor|fisio|dentista|entrenador|jefa?|mamá|esposa|médica|treinador|personal|mãe|"
            + @"esposa|डॉक्टर|डाक्टर|मम्मी|הרופא|הרופאה|הפיזיותרפיסט|המאמן|אמא|אשתי|בעלי)( ne| sahab| साहब)? "
        + @"(says|said|wants( me to)?|told me to|tells me to|asked me to|recommends|dice( que)?|dijo( que)?|quiere que|me mandó|"
        + @"me recomendó|disse( que| pra)?|falou( pra| que)?|mandou|quer que eu|bola|bole|kaha|ने कहा|ने बोला|אמר(ה)?( לי)?|ביקש(ה)?|"
        + @"המליץ|המליצה) ",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reason();

    // "two things: …", "quisiera registrar dos cosas si no es molestia: …", "bhai 2 cheez add kar de, …": what comes is told behind it.
    [GeneratedRegex(
        @"^[^:,\n]{0,40}(^| )(2|two|a couple of|3|three|dos|tres|duas|dois|três|tres|दो|तीन|do|teen|שני|שתי|שלושה|כמה) (more )?"
        + @"(things|habits|routines|cosas|hábitos|habitos|coisas|cheez|cheeze|cheezein|chize|चीज़ें|चीज़|चीजें|आदतें|aadatein|דברים|"
        + @"הרגלים)[^:,\n0-9]{0,40}[:,] *",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    // "keep instagram to an hour", "cap my beers at three on saturdays".
    [GeneratedRegex(
        @"^((please|pls|i want to|i need to|help me( to)?) )?(keep|cap|limit|restrict|hold) (my |the )?(?<thing>[^0-9,]{2,30}?) (to|at|"
            + @"under|below|down to) (a max of |max )?(?<most>(\d|an? |one |two |three |four |five |half ).{0,60})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KeptTo();

    // "all done, only gym left".
    [GeneratedRegex(@"(, *| +)(but +)?(only|just) (the +)?(?<name>[^,]{1,40}?)( is| are|'s)? (left|missing|remaining|to go)[.! ]*$", Any)]
    private static partial Regex OnlyEnglish();

    // "sab ho gaya sirf gym baaki hai".
    [GeneratedRegex(
        @"^(?<all>(sab|sabhi|sab kuch|saara|सब|सब कुछ)[^,]{1,30}?),? +(bas|sirf|सिर्फ|सिर्फ़|बस) (?<name>[^,]{1,40}?) +"
        + "(baaki|baki|reh|rah|bacha|bachi|बाकी|बाक़ी|रह|बचा|बची)( .{0,12})?$", Any)]
    private static partial Regex OnlyHindi();
}
