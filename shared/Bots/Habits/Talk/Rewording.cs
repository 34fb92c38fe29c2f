using System.Text.RegularExpressions;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Says in other words what people say in ways of their own: "only gym is left" is "all except gym".</summary>
internal static partial class Rewording
{
    private const int LongestText = 120;
    private static readonly string[] _days = ["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי"];

    /// <summary>The text as the readers know it; the same where nothing of this is in it.</summary>
    public static string Plain(string text)
    {
        if (text.Length > LongestText) return text;
        text = SendsPhoto().Replace(NotAnyMore(text), " with photo proof");
        text = ANight().Replace(text, match => match.Groups["hours"].Value + Daily(match.Value));
        text = Before().Replace(Letters().Replace(text, DaysOf).Trim(), "before");
        text = Praise().Replace(HowMany().Replace(WeekdayNumber().Replace(text, match => _weekdays[match.Value[0] - '2']), ""), "");
        text = Reason().Replace(Heading().Replace(text, ""), "");
        // "cut down to 1 soda" says so already.
        text = KeptTo().Replace(
            text, match => match.Groups["thing"].Value is var thing && thing is "down" or "back" ? match.Value
                : $"{thing} at most {match.Groups["most"].Value}");
        text = OnlyEnglish().Replace(text, " except ${name}");
        return OnlyHindi().Replace(text, "${name} chhod ke ${all}");
    }

    // "no quiero fumar más" is to give it up, and so is the end of "meditate every day at 7 and not smoke".
    private static string NotAnyMore(string text)
    {
        if (GivingUp().Match(text) is { Success: true } given) return Left(given);
        if (NoDoing().Match(text) is { Success: true } left) return "stop " + left.Groups["en"].Value;
        if (AndNot().Match(text) is not { Success: true } both) return text;
        return $"{both.Groups["first"].Value}\n{Left(both)}";
    }

    private static string Left(Match match) =>
        match.Groups["en"] is { Success: true } english ? "stop " + Gerund(english.Value)
        : match.Groups["es"] is { Success: true } spanish ? "dejar de " + spanish.Value
        : match.Groups["pt"] is { Success: true } portuguese ? "parar de " + portuguese.Value
        : match.Groups["hi"] is { Success: true } hindi ? hindi.Value
        : "להפסיק " + match.Groups["he"].Value;

    private static string Gerund(string words)
    {
        var (verb, rest) = words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? (words[..end], words[end..]) : (words, "");
        if (verb.EndsWith("ing", StringComparison.OrdinalIgnoreCase)) return words;
        return (verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] : verb) + "ing" + rest;
    }

    private static string Daily(string said) => said.EndsWith("noite", StringComparison.OrdinalIgnoreCase) ? " toda noite"
        : said.Contains("noche", StringComparison.OrdinalIgnoreCase) ? " cada noche" : " every night";

    private static string DaysOf(Match match)
    {
        var letters = match.Value.Split([' ', ',', '\''], StringSplitOptions.RemoveEmptyEntries);
        return $" ימי {string.Join(", ", letters.Select(letter => _days[letter[0] - 'א']))} ";
    }

    private const RegexOptions Any =
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"^(i |we )?(don't|dont|don’t|do not) (want to|wanna) (?<en>[a-z]+( [a-z]+){0,3}?) (any ?more|any longer)[.! ]*$"
        + @"|^((ya no quiero (?<es>\w+[aei]r(se)?( [^ ]+){0,3}?)( más| mas)?)"
        + @"|(no quiero (?<es>\w+[aei]r(se)?( [^ ]+){0,3}?) (más|mas|nunca más)))[.! ]*$"
        + @"|^(eu )?(não|nao) quero mais (?<pt>\w+[aei]r( [^ ]+){0,3}?)[.! ]*$"
        + @"|^(אני )?(כבר )?לא רוצה (יותר )?(?<he>ל[^ ]+( [^ ]+){0,2}?)( יותר)[.! ]*$", Any)]
    private static partial Regex GivingUp();

    [GeneratedRegex(
        @"^(?<first>(i want|i'd like|i would like|i wanna|i need|help me|remind me|i will|i'll).{6,80}?),? and (not|don't|never) "
            + @"(to )?(?<en>[a-z]+( [a-z]+){0,2})[.! ]*$"
        + @"|^(?<first>.{8,80}?),? y (a )?no (?<es>\w+[aei]r( [^ ]+){0,2})[.! ]*$"
        + @"|^(?<first>.{8,80}?),? e (a )?(não|nao) (?<pt>\w+[aei]r( [^ ]+){0,2})[.! ]*$"
        + @"|^(?<first>.{8,80}?),? (aur|और) (?<hi>[^ ]+ (nahi|nahin|नहीं) (karni|karna|peeni|peena|khana|khani|करनी|करना|पीनी"
        + @"|पीना|खाना)( hai| है)?)[.! ]*$"
        + @"|^(?<first>.{8,80}?),? ולא (?<he>ל[^ ]+( [^ ]+){0,2})[.! ]*$", Any)]
    private static partial Regex AndNot();

    // "no smoking"; "no meeting tomorrow" is none.
    [GeneratedRegex("^no (more )?(?<en>(smoking|drinking|vaping|snacking|snoozing|scrolling|gambling|nail biting|cheating|gaming"
        + "|swearing|procrastinating)( [a-z]+){0,3})[.! ]*$", Any)]
    private static partial Regex NoDoing();

    // "…, send you a pic as proof".
    [GeneratedRegex(@"(,| and| &)? (i'll |i will |i can |will )?(send|sending|show|post) (you |u )?(a |my |the )?(pic|photo"
        + @"|picture|selfie|pics|photos)( (as|for) (a )?proof)?[.! ]*$", Any)]
    private static partial Regex SendsPhoto();

    // "sleep 8 hours a night" is no habit called "Sleep a night".
    [GeneratedRegex(
        @"(?<hours>\d+([.,]\d+)? ?(hours?|hrs?|h|horas|hs|שעות)) ((a|per) night|(por|a la) noche|por las noches|por noite)\b", Any)]
    private static partial Regex ANight();

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
        @"^((please|pls|i want to|i need to|help me( to)?) )?(keep|cap|limit|restrict|hold|cut|reduce) (my |the )?(?<thing>[^0-9,]{2,30}?) (to|at|"
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
