using System.Buffers;
using System.Text.RegularExpressions;

namespace WhatsAppBots.BotKit.Zones;

/// <summary>Finds the place in what people say of where they are: "I live in Texas", "ya estoy en Berlín", "मैं दुबई में रहता हूँ", "mera time UTC+5:30".</summary>
public static partial class ZoneStatements
{
    private const int LongestText = 80;
    private const int MostWords = 4;

    // Every text that one of the patterns below takes has one of these: most texts need no pattern to be tried.
    private static readonly SearchValues<string> _clues = SearchValues.Create(
        [
            "utc", "gmt", "zone", "tz", "time", "zona", "huso", "fuso", "hora", "टाइम", "का समय", "אזור", "שעון", " in ", " to ", " at ", " from ", " en ",
            " a ", " de ", " em ", " no ", " na ", " nos ", " nas ", " pra ", " para ", " do ", " da ", " me", " mai", " में", " मे", "ב", "ל",
        ],
        StringComparison.Ordinal);

    // Where nothing is asked of summer time, any day does.
    private static readonly DateTimeOffset _anyDay = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The place, as <see cref="ZoneFinder.Find"/> takes it; null: the text names none that is known.</summary>
    public static string? PlaceIn(string text)
    {
        if (text.Length > LongestText) return null;
        var plain = WithoutPictures(text).Trim(' ', '.', '!', '?', '¡', '¿', '।').ToLowerInvariant().Replace('’', '\'').Replace('־', '-');
        if (!plain.AsSpan().ContainsAny(_clues)) return Among(plain, text);
        if (Offset().Match(plain) is { Success: true } offset) return offset.Value;
        foreach (var said in (Regex[])[Own(), English(), Spanish(), Portuguese(), Hindi(), Hebrew()])
        {
            var match = said.Match(plain);
            if (!match.Success) continue;
            var place = match.Groups["place"].Value.Trim();
            foreach (var article in (string[])["the ", "el ", "la ", "o ", "a "])
            {
                if (place.StartsWith(article, StringComparison.Ordinal) && ZoneFinder.Find(place, _anyDay).Count == 0) place = place[article.Length..];
            }

            // "Luanda, Angola": the city tells more.
            if (place.Contains(',', StringComparison.Ordinal) && ZoneFinder.Find(place, _anyDay).Count == 0)
                place = place.Split(',')[0].Trim();
            if (place.Split(' ').Length <= MostWords && ZoneFinder.Find(place, _anyDay).Count > 0) return place;
        }

        return Among(plain, text);
    }

    // "Location: Accra 🇬🇭". Most texts have nothing of the kind and stay as they are.
    private static string WithoutPictures(string text)
    {
        static bool IsPicture(char letter) => char.IsSurrogate(letter) || letter is '\uFE0F' or '\u200D' || char.IsSymbol(letter)
            && letter != '+';
        return text.Any(IsPicture) ? string.Concat(text.Where(letter => !IsPicture(letter))) : text;
    }

    // A place that is known, a word of being there, and little words: "landed in tokyo yesterday", "ando por Bogotá".
    private static string? Among(string plain, string text)
    {
        var words = plain.Split([' ', ',', '.', '!', '?'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostWordsOfAll || !Array.Exists(words, _being.Contains)) return null;
        for (var length = Math.Min(3, words.Length - 1); length >= 1; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
            {
                var rest = words[..start].Concat(words[(start + length)..]).ToList();
                if (!rest.Exists(_being.Contains) || rest.Exists(word => !_being.Contains(word) && !_beside.Contains(word))) continue;
                var place = string.Join(' ', words[start..(start + length)]);
                foreach (var each in Bare(place))
                {
                    // Of short names many are words of their own.
                    if (each.Length < ShortestPlace && !text.Contains(each.ToUpperInvariant(), StringComparison.Ordinal)) continue;
                    if (!_being.Contains(each) && ZoneFinder.Find(each, _anyDay).Count > 0) return each;
                }
            }
        }

        return InPassing(words, text);
    }

    // "moved to Kenya last week, your times are all wrong": a word that is of places or clocks alone, and a known place beside it.
    private static string? InPassing(string[] words, string text)
    {
        if (Array.Exists(words, word => word.Any(char.IsAsciiDigit))) return null;
        for (var at = 0; at < words.Length; at++)
        {
            if (!_plainly.Contains(words[at])) continue;
            for (var start = Math.Max(0, at - Near); start <= Math.Min(words.Length - 1, at + Near); start++)
            {
                for (var length = Math.Min(3, words.Length - start); length >= 1; length--)
                {
                    if (start <= at && at < start + length) continue;
                    foreach (var each in Bare(string.Join(' ', words[start..(start + length)])))
                    {
                        if (each.Length < ShortestPlace && !text.Contains(each.ToUpperInvariant(), StringComparison.Ordinal)) continue;
                        if (!_being.Contains(each) && !_beside.Contains(each) && ZoneFinder.Find(each, _anyDay).Count > 0) return each;
                    }
                }
            }
        }

        return null;
    }

    private const int Near = 4;

    private static readonly HashSet<string> _plainly =
    [
        .. ("moved relocated landed timezone zone tz clock dey mudé mude mudamos aterricé aterrice horario huso reloj mudei mudamos "
            + "fuso horário "
            + "residing staying flew location residiendo instalado morando passando cheguei "
            + "शिफ्ट शिफ़्ट टाइम टाइमज़ोन समय घड़ी tym time ghadi aaya aayi gaya gayi गया गई आया आई שעון עברתי עברנו נחתתי נחתנו "
            + "טסתי").Split(' '),
    ];

    // In Hebrew "in" and "to" are letters of the name.
    private static IEnumerable<string> Bare(string place)
    {
        yield return place;
        if (place.Length > 3 && place[0] is 'ב' or 'ל' or 'מ' or 'ה') yield return place[1..].TrimStart('-');
    }

    private const int MostWordsOfAll = 12;
    private const int ShortestPlace = 4;

    private static readonly HashSet<string> _being =
    [
        .. ("live living lives moved move moving based located staying stay relocated landed arrived here am i'm im time timezone zone tz clock visiting "
            + "vivo viviendo vivir acabo mudar mudarme mudado estar estoy ando mudé mude mudamos resido llegué llegue aterricé aterrice zona hora horario huso horaria reloj radico "
            + "moro morando morar mudar acabei estou tô to tou mudei cheguei fuso horário horario mora fico aqui relógio "
            + "rehta rehti rahta rahti rehte hu hoon hun hain hai रहता रहती रहते हूँ हूं हैं शिफ्ट shift aaya aayi gaya gayi टाइम टाइमज़ोन समय time "
            + "गया गई आया आई पहुँचा पहुँची pahucha pahunchi गर גר גרה נמצא נמצאת עברתי עברנו הגעתי נחתתי חי חיה גרים נמצאים לגור טסתי "
            + "טס שעון השעון אזור זמן אני शिफ़्ट tym घड़ी ghadi dey").Split(' '),
    ];

    private static readonly HashSet<string> _beside =
    [
        .. ("please pls plz kindly thx thanks o oo abeg this that month week year set use keep put i in to from at on now currently the "
            + "my is it its it's right just so hey hi hello btw fyi we we're were are actually and a of by these days yesterday today "
            + "for work "
            + "por favor porfa porfis gracias este esta mes semana pon ponme usa yo en a de desde ahora ya mi es la el actualmente hola "
            + "oye por aquí aqui acá ahorita hoy ayer con "
            + "por favor pfv pf obrigado obrigada esse este essa esta mês mes semana usa use põe bota coloca eu em no na nos nas de do "
            + "da pra para agora já ja meu minha é e o a oi atualmente hoje ontem desde "
            + "please plz pls karo kar do de set करो कर दो सेट कृपया प्लीज़ bhai भाई main mai mein me ab abhi mera meri ka ki ke se "
            + "yahan yaha par pe aaj kal मैं में अब अभी मेरा मेरी का की के से यहाँ पर आज कल मे है है। ho "
            + "בבקשה תודה אצלי לי החודש השבוע תשים שים תגדיר עכשיו כרגע של שלי לפי הוא היום אתמול פה כאן ב ל מ").Split(' '),
    ];

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(utc|gmt) ?[+\-−] ?\d{1,2}(:\d{2})?", Plain)]
    private static partial Regex Offset();

    // "my time zone is …", "zona horaria de …", "pacific time here".
    [GeneratedRegex(
        @"^(it'?s |it is )?(my |mi |meu |minha |mera |mere |मेरा )?(time ?zone|tz|local time|location|ubicación|ubicacion|localização|"
            + @"localizacao|zona horaria|zona|huso horario|fuso horário|fuso horario|fuso|timezone|टाइमज़ोन|टाइम ज़ोन|אזור הזמן שלי|"
            + @"אזור זמן|השעון שלי|לפי שעון|שעון)( is| es| é| e| hai| है| הוא)?( de| do| da| of| del| :| =)? (?<place>.+?)( hai| है|"
            + @" here| now)?$"
        + @"|^(it'?s |it is |i'?m on |im on |on )?(?<place>[a-z ]+ time)( here| now| zone)?$|^(?<place>(hora|horário|horario) d[eo] .+)$|^(hora|horário|horario) d[eoa] (?<place>.+)$|^(?<place>.+?) (ka time|का समय|का टाइम)( hai| है)?$", Plain)]
    private static partial Regex Own();

    [GeneratedRegex(
        @"^(hey |hi |btw |fyi |so |now |actually |currently )*(i'?m|i am|i|we'?re|we are|we)( now| currently| just| here| also)*( live|"
            + @" living| based| located| stay| staying| moved| moving| reside| flew| landed| arrived| back)*( now| back| over|"
            + @" here)*( in| to| at| from) (?<place>.+?)( now| last nite| last night| yesterday| since .+| right now| these days| atm|"
            + @" at the moment| currently| today)?$", Plain)]
    private static partial Regex English();

    [GeneratedRegex(
        @"^(hola |oye |ya |ahora |ahorita |yo |pues |actualmente )*(vivo|estoy|estoy viviendo|ando|me mudé|me mude|me he mudado|resido|soy|llegué|llegue|aterricé)( ya| ahora)?( en| a| de) (?<place>.+?)( ahora| ya| ahorita| actualmente)?$", Plain)]
    private static partial Regex Spanish();

    [GeneratedRegex(
        @"^(oi |agora |já |ja |eu |atualmente )*(moro|estou|tô|to|tou|vivo|me mudei|mudei|sou|resido|cheguei|tô morando|estou morando)( agora| aqui)?( em| no| na| nos| nas| pra| para| de| do| da) (?<place>.+?)( agora| já| atualmente)?$", Plain)]
    private static partial Regex Portuguese();

    [GeneratedRegex(
        @"^(main |mai |mein |मैं |hum |हम )?(ab |अब |abhi |अभी |filhaal )*(?<place>.+?) (me|mein|mai|में|मे)( ab| abhi| अब| अभी)*( rehta| rehti| rahta| rahti| rehte| रहता| रहती| रहते| shift ho gaya| shift ho gayi| aa gaya| aa gayi| आ गया| आ गई)?( hu| hun| hoon| hoo| hai| hain| हूँ| हूं| हैं)?( ab| abhi| अब| अभी)?$", Plain)]
    private static partial Regex Hindi();

    [GeneratedRegex(@"^(היי |אני |עכשיו |כרגע |אנחנו )*(גר |גרה |נמצא |נמצאת |עברתי |חי |חיה |הגעתי |נחתתי |עובד |עובדת )?(ב|ל)-?(?<place>.+?)( עכשיו| כרגע| היום)?$", Plain)]
    private static partial Regex Hebrew();
}
