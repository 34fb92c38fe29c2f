using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Simulator.Ai;

/// <summary>
/// Understands by a short list of words in five languages, well enough to talk with a bot about habits. It shares nothing with the
/// product's own rules, so that an answer of the one can be told from the other's.
/// </summary>
internal static partial class HabitReader
{
    private const int LongestName = 40;
    private const RegexOptions Any = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // The first that is found decides.
    private static readonly (string Intent, Regex Words)[] _intents =
    [
        ("Remind", new(@"\bremind|recu[eé]rdame|lembr|याद दिला|תזכיר", Any)),
        ("Undo", new(@"\bundo\b|\b(not|n't|never) (do|did|done|actually)|deshacer|desfazer|वापस|בטל את הסימון", Any)),
        ("Resume", new(@"\bresume\b|i'?m back|un-?pause|reanuda|retoma|फिर से शुरू|חזרתי", Any)),
        ("Pause", new(@"\bpause|vacation|holiday|vacaciones|f[eé]rias|छुट्टी|חופשה|הפסקה", Any)),
        ("Remove", new(@"\b(stop (tracking|doing)|remove|delete|drop|quit)\b|elimina|borra|\bquita|apaga|हटा|תמחק|מחק", Any)),
        ("Skip", new(@"\bskip|\bfreeze|saltar|pular|छोड़|דלג", Any)),
        ("Change", new(@"\b(change|move|reschedule|rename)\b|\bcambia|\bmuda|बदल|תשנה|שנה את", Any)),
        ("Next", new(@"what('s| is)? (next|left)|qu[eé] (sigue|falta)|o que falta|आगे क्या|מה הלאה|מה נשאר", Any)),
        ("Status", new(@"how am i|\bstatus|streak|progress|c[oó]mo voy|como estou|कैसा चल|מה המצב|איך אני", Any)),
        ("List", new(@"\b(list|show)\b|my habits|mis h[aá]bitos|meus h[aá]bitos|मेरी आदतें|ההרגלים שלי", Any)),
        ("Count", new(@"^\s*\+\s*\d|\bdrank\b|\b\d+ (more|glass|cup|page|step)|beb[ií]|\d+ (गिलास|vasos|copos|כוסות)|שתיתי", Any)),
        ("Add", new(@"\b(add|track|start(ing)?|new habit|i want to|i'd like to)\b|agrega|a[ñn]ade|quiero|adicion|quero|जोड़|शुरू|תוסיף|אני רוצה", Any)),
        ("Done", new(@"\b(done|did|finished|completed|went|just (had|read|ran))\b|hecho|hice|termin[eé]|feito|\bfiz\b|terminei|हो गया|कर लि|עשיתי|סיימתי", Any)),
        ("Cancel", new(@"\bcancel\b|never ?mind|cancela|रद्द|ביטול", Any)),
        ("Thank", new(@"\bthank|gracias|obrigad|धन्यवाद|תודה", Any)),
        ("Greet", new(@"^\s*(hi|hello|hey|good (morning|evening)|hola|ol[aá]|नमस्ते|שלום)", Any)),
        ("Agree", new(@"^\s*(yes|ok|okay|sure|s[ií]|sim|हाँ|हां|כן)\b", Any)),
        ("Decline", new(@"^\s*(no|not now|n[aã]o|नहीं|לא)\b", Any)),
    ];

    private static readonly (string Days, Regex Words)[] _days =
    [
        ("workdays", new(@"workday|weekday|d[ií]as laborables|dias [uú]teis", Any)),
        ("weekend", new(@"weekend|fin de semana|fim de semana", Any)),
        ("daily", new(@"\bdaily\b|every ?day|each day|every (morning|evening|night)|todos los d[ií]as|cada d[ií]a|todos os dias|diari|रोज|हर दिन|כל יום", Any)),
    ];

    private static readonly (string Day, Regex Words)[] _weekdays =
    [
        ("Mo", new(@"\bmon(day)?s?\b|lunes|segunda", Any)), ("Tu", new(@"\btue(s|sday)?s?\b|martes|ter[cç]a", Any)),
        ("We", new(@"\bwed(nesday)?s?\b|mi[eé]rcoles|quarta", Any)), ("Th", new(@"\bthu(rs|rsday)?s?\b|jueves|quinta", Any)),
        ("Fr", new(@"\bfri(day)?s?\b|viernes|sexta", Any)), ("Sa", new(@"\bsat(urday)?s?\b|s[aá]bado", Any)), ("Su", new(@"\bsun(day)?s?\b|domingo", Any)),
    ];

    /// <summary>The habits' names among the facts.</summary>
    public static IReadOnlyList<string> Names(JsonObject? data) =>
        [.. ((data?["given"] as JsonObject)?["habits"] as JsonArray ?? []).Select(habit => (habit as JsonObject)?["name"]?.ToString()).OfType<string>()];

    public static JsonObject Read(JsonObject? data, bool obeys)
    {
        var (text, names) = (data?["text"]?.ToString() ?? "", Names(data));
        if (obeys) return Answer("Done", names.Count > 0 ? names[0] : "", "", "", 0, "", "", 0, 1);
        var intent = _intents.FirstOrDefault(each => each.Words.IsMatch(text)).Intent ?? "None";
        var habit = Named(text, names);
        var isNew = intent == "Add";
        var deadline = By().Match(text) is { Success: true } by ? Clock(by) : "";
        var start = At().Match(text) is { Success: true } at ? Clock(at) : "";
        var timesAWeek = Weekly().Match(text) is { Success: true } weekly ? Number(weekly.Groups["n"].Value) : 0;
        var confidence = intent == "None" ? 0.2 : habit.Length == 0 && intent is "Done" or "Remove" or "Count" ? 0.6 : 0.9;
        return Answer(
            intent, isNew ? "" : habit, isNew ? NewName(text) : "", Days(text), timesAWeek, start, deadline,
            Amount().Match(WithoutTimes(text)) is { Success: true } amount ? Number(amount.Groups["n"].Value) : 0, confidence);
    }

    private static JsonObject Answer(
        string intent, string habit, string name, string days, int timesAWeek, string start, string deadline, int count, double confidence) => new()
        {
            ["intent"] = intent, ["habit"] = habit, ["name"] = name, ["days"] = days, ["timesAWeek"] = timesAWeek, ["start"] = start,
            ["deadline"] = deadline, ["count"] = count, ["confidence"] = confidence,
        };

    // The whole name, else a word of it that has some length: "read" is in "reading".
    private static string Named(string text, IReadOnlyList<string> names) =>
        names.Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)).MaxBy(name => name.Length)
        ?? names.FirstOrDefault(name => Letters().Matches(text).Any(word => word.Length >= 4 && Letters().Matches(name).Any(part =>
            part.Length >= 4 && part.Value[..4].Equals(word.Value[..4], StringComparison.OrdinalIgnoreCase)))) ?? "";

    private static string NewName(string text)
    {
        var rest = Amount().Replace(WithoutTimes(text), " ");
        foreach (var (_, words) in _days.Concat(_weekdays).Append(_intents.Single(each => each.Intent == "Add"))) rest = words.Replace(rest, " ");
        var name = string.Join(' ', Letters().Matches(Filler().Replace(rest, " ")).Select(word => word.Value)).ToLowerInvariant();
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd();
    }

    private static string WithoutTimes(string text) => Weekly().Replace(By().Replace(At().Replace(text, " "), " "), " ");

    private static string Days(string text)
    {
        var single = string.Join(',', _weekdays.Where(day => day.Words.IsMatch(text)).Select(day => day.Day));
        return single.Length > 0 ? single : _days.FirstOrDefault(day => day.Words.IsMatch(text)).Days ?? "";
    }

    private static string Clock(Match match)
    {
        var (hour, minute) = (Number(match.Groups["h"].Value), Number(match.Groups["m"].Value));
        if (match.Groups["half"].Value.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12) hour += 12;
        if (match.Groups["half"].Value.StartsWith("a", StringComparison.OrdinalIgnoreCase) && hour == 12) hour = 0;
        return hour < 24 && minute < 60 ? string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}") : "";
    }

    private static int Number(string text) => text.ToLowerInvariant() switch
    {
        "once" => 1,
        "twice" => 2,
        "three" => 3,
        "four" => 4,
        var digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 10_000) : 0,
    };

    private const string Hour = @"\s+(?<h>\d{1,2})(:(?<m>\d\d))?\s*(?<half>am|pm|a\.m\.|p\.m\.)?(?![\d:])";

    [GeneratedRegex(@"\b(by|before|until|antes de las?|antes das?|até as?|até às)" + Hour, Any)]
    private static partial Regex By();

    [GeneratedRegex(@"\b(at|from|a las?|às|as)" + Hour, Any)]
    private static partial Regex At();

    [GeneratedRegex(@"\b(?<n>once|twice|three|four|[1-7])( times| veces| vezes)? (a|per|por) (week|semana)", Any)]
    private static partial Regex Weekly();

    [GeneratedRegex(@"(^|\s)\+?(?<n>\d{1,5})(?=\s*($|more|glass|cup|page|step|times? (a|per) day|vasos|copos|गिलास|כוסות))(\s*(more|glass(es)? of|glass(es)?|cups? of|cups?|pages?|steps?))?", Any)]
    private static partial Regex Amount();

    [GeneratedRegex(@"\b(to|a|an|the|my|on|of|each|every|and|please|habit|intake|un|una|el|la|los|um|uma|o|os)\b", Any)]
    private static partial Regex Filler();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", Any)]
    private static partial Regex Letters();
}
