using System.Collections.Frozen;
using System.Text.RegularExpressions;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits;

/// <summary>Words of this bot's own, in all languages at any time.</summary>
internal enum HabitWord
{
    Settings,
    Tone,
    Ladder,
    Quiet,
    Partner,
    Leave,
    Freezes,
    Fewer,
    More,
    Harsher,
}

/// <inheritdoc cref="HabitWord"/>
internal static partial class HabitWords
{
    private static readonly (HabitWord Word, string[] Words)[] _table =
    [
        (HabitWord.Settings, ["settings", "options", "ajustes", "opciones", "configuración", "configurações", "configuração", "opções", "सेटिंग", "सेटिंग्स", "הגדרות"]),
        (HabitWord.Tone, [
            "tone", "change tone", "be gentle", "be harsh", "be nicer", "tono", "cambiar tono", "cambia el tono", "sé más amable", "más amable", "tom", "mudar o tom", "muda o tom", "seja mais gentil",
            "fala mais gentil", "pega leve", "लहज़ा", "लहजा", "लहज़ा बदलो", "lehja", "tone badlo", "pyaar se bolo", "טון", "סגנון", "שנה סגנון", "תהיה עדין", "תהיה יותר עדין"]),
        (HabitWord.Ladder, ["punishment", "punishments", "misses", "strikes", "castigos", "castigo", "fallos", "castigos", "punições", "punição", "faltas", "सज़ा", "सजा", "saza", "चूक", "chook", "עונש", "עונשים", "החמצות"]),
        (HabitWord.Quiet, [
            "quiet hours", "quiet", "do not disturb", "horas de silencio", "silencio", "no molestar", "horário de silêncio", "silêncio", "não perturbe", "शांत समय", "शांति", "quiet time",
            "שעות שקט", "שקט", "נא לא להפריע"]),
        (HabitWord.Partner, [
            "partner", "accountability partner", "my partner", "compañero", "compañera", "mi compañero", "mi compañera", "parceiro", "parceira", "meu parceiro", "minha parceira",
            "साथी", "पार्टनर", "saathi", "mera saathi", "שותף", "שותפה", "שותף לאחריות"]),
        (HabitWord.Leave, [
            "leave partner", "end partner", "no partner", "dejar compañero", "dejar compañera", "dejar a mi compañero", "deixar parceiro", "deixar parceira", "sair da parceria",
            "साथी छोड़ें", "साथी हटाओ", "saathi hatao", "saathi chhodo", "עזוב שותף", "לעזוב שותף", "לסיים שותפות"]),
        (HabitWord.Freezes, [
            "what's a freeze", "what is a freeze", "whats a freeze", "what are freezes", "what's a freeze for", "what does a freeze do",
            "what do freezes do", "how do freezes work", "how does a freeze work", "what is freeze", "what's freeze",
            "qué es un comodín", "que es un comodin", "qué son los comodines", "para qué sirve un comodín", "cómo funcionan los comodines",
            "o que é um congelamento", "o que são congelamentos", "para que serve um congelamento", "como funcionam os congelamentos",
            "फ़्रीज़ क्या है", "फ्रीज क्या है", "फ़्रीज़ क्या होता है", "फ्रीज क्या होता है", "freeze kya hai", "freeze kya hota hai",
            "מה זה הקפאה", "מה זאת הקפאה", "מהי הקפאה", "מה זה הקפאות", "איך עובדות הקפאות", "איך עובדת הקפאה",
            "freeze", "freezes", "how many freezes", "how many freezes do I have", "how many freezes are left", "freezes left", "congelar", "comodines", "comodín", "cuántos comodines me quedan",
            "cuántos comodines tengo", "cuántos comodines quedan", "congelamentos", "congelamento", "quantos congelamentos eu tenho", "quantos congelamentos tenho", "quantos congelamentos restam",
            "quantos congelamentos me restam", "quantos congelamentos ainda tenho", "फ़्रीज़", "फ्रीज", "freeze kitne", "कितने फ़्रीज़ बचे हैं", "कितने freeze बचे हैं", "kitne freeze bache hain",
            "kitne freeze bache hai", "kitne freeze hain", "kitne freeze", "הקפאה", "הקפאות", "כמה הקפאות", "כמה הקפאות יש לי", "כמה הקפאות נשארו", "כמה הקפאות נשארו לי"]),
        (HabitWord.Fewer, [
            "fewer messages", "fewer messages please", "less messages", "fewer reminders", "fewer notifications", "less notifications",
            "too many messages", "too many reminders", "too many notifications", "you write too much", "you message me too much",
            "you send too many messages", "stop spamming me", "stop spamming", "so many messages", "digest",
            "send me fewer messages", "send me fewer messages please", "send fewer messages", "send me less messages", "message me less",
            "write less", "write me less", "write less often", "write me less often", "don't write so often", "don't message me so much",
            "mándame menos mensajes", "envíame menos mensajes", "no me escribas tanto", "escríbeme menos", "me manda menos mensagens",
            "mande menos mensagens", "escreva menos", "não me escreva tanto", "मुझे कम मैसेज भेजो", "mujhe kam message bhejo",
            "तुम बहुत मैसेज भेजते हो", "תשלח פחות הודעות", "תשלחו פחות הודעות", "תכתוב לי פחות", "אל תכתוב לי כל כך הרבה",
            "menos mensajes", "menos mensajes por favor", "demasiados mensajes", "muchos mensajes", "son muchos mensajes",
            "menos recordatorios", "demasiados recordatorios", "menos avisos", "me escribes demasiado", "mandas demasiados mensajes",
            "menos mensagens", "menos mensagens por favor", "mensagens demais", "muitas mensagens", "muita mensagem", "menos lembretes",
            "lembretes demais", "menos avisos por favor", "você manda mensagem demais", "você escreve demais",
            "कम मैसेज", "कम मैसेज भेजो", "कम मैसेज करो", "बहुत ज़्यादा मैसेज", "बहुत सारे मैसेज",
            "इतने मैसेज मत भेजो", "कम संदेश", "कम रिमाइंडर",
            "kam message", "kam message bhejo", "kam messages", "bahut zyada message", "bahut saare message", "itne message mat bhejo",
            "פחות הודעות", "פחות הודעות בבקשה", "יותר מדי הודעות", "יותר מידי הודעות", "פחות תזכורות", "יותר מדי תזכורות", "המון הודעות"]),
        (HabitWord.More, [
            "more messages", "more messages please", "more reminders", "all messages", "all reminders", "normal messages",
            "remind me of each habit", "más mensajes", "más mensajes por favor", "más recordatorios", "todos los mensajes",
            "todos los recordatorios", "mais mensagens", "mais mensagens por favor", "mais lembretes", "todas as mensagens",
            "todos os lembretes", "ज़्यादा मैसेज", "और मैसेज", "सारे मैसेज", "सभी मैसेज", "ज़्यादा रिमाइंडर", "zyada message", "aur message",
            "saare message", "sabhi message", "יותר הודעות", "יותר הודעות בבקשה", "יותר תזכורות", "כל ההודעות", "כל התזכורות"]),
        (HabitWord.Harsher, [
            "be meaner", "be meaner to me", "be mean to me", "be harsher", "be harsher with me", "be tougher", "be tougher on me",
                "be stricter",
            "be stricter with me", "be harder on me", "push me harder", "yell at me", "shout at me", "be rougher", "tough love please",
            "sé más duro", "sé más dura", "sé más duro conmigo", "sé más dura conmigo", "sé más estricto", "sé más estricta",
            "más duro conmigo", "más mano dura", "grítame", "exígeme más", "trátame más duro",
            "seja mais duro", "seja mais dura", "seja mais duro comigo", "seja mais rígido", "pega pesado", "pega pesado comigo",
                "me cobra mais",
            "grita comigo", "mais duro comigo",
            "और सख्त बनो", "और सख़्त बनो", "सख्त बनो", "सख़्त बनो", "मुझ पर सख्ती करो", "मुझ पर चिल्लाओ",
            "aur sakht bano", "sakht bano", "sakhti karo", "mujh par sakhti karo", "mujhpe chillao", "strict bano",
            "תהיה יותר קשוח", "תהיי יותר קשוחה", "תהיה קשוח איתי", "יותר קשוח", "תהיה יותר נוקשה", "תצעק עליי", "תהיה קשה איתי"]),
    ];

    private static readonly string[] _restoring =
    [
        "bring it back", "bring back", "put it back", "restore it", "restore", "recupéralo", "recupérala", "recuperar", "recupera", "devuélvelo", "devuélvela", "traz de volta", "trazer de volta",
        "coloca de volta", "bota de volta", "वापस लाओ", "वापस लाएँ", "वापस ले आओ", "वापस ला दो", "wapas lao", "wapas le aao", "wapas la do", "vapas lao", "תחזיר", "תחזירי", "החזר", "להחזיר",
    ];

    // "cancel" alone leaves off what was begun; right after a mark it takes the mark back.
    private static readonly string[] _cancelling =
    [
        "cancel", "cancel that", "cancel it", "take that back", "take it back", "cancela", "cancela eso", "cancelar", "anular", "anúlalo", "cancela isso", "anula",
        "रद्द करो", "रद्द", "कैंसल करो", "cancel karo", "cancel kar do", "בטל", "תבטל", "תבטלי", "ביטול", "בטל את זה", "תבטל את זה",
    ];

    // Right after a removal: it was not meant.
    private static readonly string[] _regretting = [.. new[]
    {
        "keep it", "leave it", "no wait", "wait no", "on second thought", "don't", "dont", "not that", "i want it back",
            "i want it after all", "keep", "oops no",
        "déjala", "dejala", "déjalo", "dejalo", "mejor no", "mejor déjala", "mejor déjalo", "no espera", "la quiero", "lo quiero",
            "mantenla", "mantenlo", "no la borres", "no lo borres",
        "deixa", "melhor não", "melhor nao", "mantém", "mantem", "fica", "não apaga", "nao apaga", "não espera", "quero de volta",
            "deixa ela", "deixa ele",
        "रहने दो", "मत हटाओ", "नहीं रुको", "rehne do", "mat hatao", "nahi ruko", "rakho", "रखो", "rakh lo",
        "תשאיר", "תשאירי", "לא רגע", "אל תמחק", "אל תמחקי", "עזוב תשאיר", "עדיף שלא", "בעצם לא",
    }.Select(PlainText.Of)];

    private static readonly string[] _correcting = [.. new[]
    {
        "actually", "i meant", "i mean", "meant", "make it", "make that", "no make it", "sorry i meant", "oops i meant", "rather",
            "better", "better at", "let's say", "lets say", "on second thought", "change it to", "change that to", "change to",
            "move it to", "switch it to", "instead", "wait", "wait no", "no wait", "scratch that", "correction", "sorry make it",
            "no sorry", "not that", "should be", "it should be", "that should be", "it's", "its", "are", "make that", "hang on",
            "hold on", "too often", "thats too often", "too early", "too late", "too much", "nono", "no no", "nope", "or rather",
            "strike that", "on second thoughts", "second thoughts", "let's be realistic", "lets be realistic", "silly me", "my mistake",
            "my bad", "i was wrong", "oops", "sorry", "apologies", "only", "just", "weekends", "weekdays",
        "me confundí", "me equivoqué", "uy", "ups", "perdona", "disculpa", "nono", "no no", "pensándolo bien", "mentira", "que sea",
            "obvio", "son", "es", "la verdad", "mejor", "mejor a", "en realidad", "quise decir", "quería decir", "perdón", "digo",
            "no mejor", "ponlo a", "ponlo", "cámbialo a", "cambialo", "cámbialo", "pásalo a", "muévelo a", "más bien", "bueno mejor",
            "que sea", "que sean", "hazlo a", "espera", "no espera", "corrijo", "corrección", "era a", "era el", "eran", "solo", "sólo",
            "que sea solo",
        "errei", "me enganei", "ops", "perdão", "foi mal", "aliás", "quer dizer", "ih", "pensando bem", "me empolguei", "são", "sao",
            "é", "na vdd", "vdd", "esqueci um zero", "melhor", "melhor às", "na verdade", "quis dizer", "queria dizer", "digo",
            "desculpa", "aliás", "muda pra", "muda para", "troca pra", "troca para", "coloca às", "põe às", "passa pra", "passa para",
            "que seja", "espera", "não espera", "bota às", "bota pra", "corrigindo", "é às", "era às", "deixa às", "só", "apenas",
        "अरे", "arre", "are", "uff", "गलती हो गई", "ग़लती हो गई", "माफ़ करना", "galti ho gayi", "galat likh diya", "गलत लिख दिया",
            "नहीं", "मतलब", "असल में", "बल्कि", "सॉरी", "रुको", "इसे", "बदलकर", "nahi", "nahi nahi", "matlab", "asal mein", "asal me",
            "actually", "balki", "sorry", "ruko", "ise", "isko", "use", "usko", "badal ke", "badalkar", "mera matlab", "मेरा मतलब",
            "sirf", "सिर्फ़", "सिर्फ", "bas", "keval",
        "אוי", "בלבד", "טעיתי", "התבלבלתי", "אופס", "בעצם", "התכוונתי", "התכוונתי ל", "עדיף", "סליחה", "תשנה ל", "תשני ל", "תעשה",
            "תעשי", "תעביר ל", "שיהיה", "רגע", "לא רגע", "יותר טוב", "במקום", "תזיז ל", "תשנה את זה ל", "שנה ל", "הכוונה", "רק", "בעצם רק",
    }.Select(each => PlainText.Of(each).Replace(",", "", StringComparison.Ordinal)).Distinct()];

    private static readonly FrozenSet<string> _otherPlain = new[]
    {
        "the other one", "other one", "the other", "no the other one", "the second one", "el otro", "la otra", "no el otro", "el segundo", "o outro", "a outra", "não o outro", "o segundo",
        "दूसरा वाला", "दूसरी वाली", "dusra wala", "doosra wala", "dusri wali", "השני", "השנייה", "האחר", "האחרת", "לא השני",
    }.Select(PlainText.Of).ToFrozenSet();

    private static readonly FrozenSet<string> _all = new[]
    {
        "all", "both", "everything", "habits", "all habits", "all my habits", "my habits", "hábitos", "mis hábitos", "todos los hábitos", "todos mis hábitos", "os hábitos", "meus hábitos", "todos os hábitos",
        "todos os meus hábitos", "सारी आदतें", "सब आदतें", "आदतें", "sari aadatein", "saari aadatein", "aadatein", "כל ההרגלים",
            "ההרגלים", "כל ההרגלים שלי", "the lot", "lot", "every one", "every one of them", "every one of em", "every single one",
            "absolutamente todos", "absolutamente todo", "sab ke sab", "saare ke saare", "सारे के सारे", "सब के सब", "ת'כל", "תכל",
            "all of them", "them all", "both of them", "all of it", "todo", "todos", "todas", "ambos", "ambas", "los dos", "las dos",
        "tudo", "tudinho", "os dois", "as duas", "सब", "सब कुछ", "सभी", "सारा", "सारे", "सारी", "दोनों", "दोनो", "sab", "sab kuch", "sabhi", "sara", "sare", "sari", "dono",
        "הכל", "הכול", "כולם", "שניהם", "את הכל", "את שניהם",
    }.Select(PlainText.Of).ToFrozenSet();

    private static readonly string[] _freezing = [.. new[] { "freeze", "comodín", "congel", "फ़्रीज़", "फ्रीज", "הקפא" }.Select(PlainText.Of)];

    private static readonly FrozenDictionary<string, HabitWord> _words = _table
        .SelectMany(row => row.Words.Select(word => KeyValuePair.Create(PlainText.Of(word), row.Word)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();

    private static readonly string[] _restoringPlain = [.. _restoring.Select(PlainText.Of).OrderByDescending(word => word.Length)];

    private static readonly FrozenSet<string> _cancellingPlain = _cancelling.Select(PlainText.Of).ToFrozenSet();

    /// <summary>What a text means here; null for any other.</summary>
    public static HabitWord? Read(string text) => text.Length <= 60 && _words.TryGetValue(PlainText.Of(text).TrimStart('¿', '¡'), out var word) ? word : null;

    /// <summary>"shut up a bit, too many messages": within a longer sentence they say that they are written to too often.</summary>
    public static bool SaysTooMany(string text) => text.Length <= 100
        && SpokenWords.Plain(text) is var plain && Array.Exists(_tooMany, each => plain.Contains(each, StringComparison.Ordinal));

    // Words of two and more: one alone is within other things too.
    private static readonly string[] _tooMany =
    [
        .. _table.First(row => row.Word == HabitWord.Fewer).Words.Where(words => words.Contains(' ', StringComparison.Ordinal))
            .Select(words => SpokenWords.Plain(words).TrimEnd()),
    ];

    /// <summary>They want back what was removed: what else they say, "the water"; null where they do not.</summary>
    public static string? Restoring(string text)
    {
        if (text.Length > 60) return null;
        var plain = $" {PlainText.Of(text)} ";
        var word = Array.Find(_restoringPlain, each => plain.Contains($" {each} ", StringComparison.Ordinal));
        if (word is null && plain.StartsWith(" bring ", StringComparison.Ordinal) && plain.EndsWith(" back ", StringComparison.Ordinal) && plain.Length > " bring  back ".Length) return plain[7..^6].Trim();
        return word is null ? null : plain.Replace($" {word} ", " ", StringComparison.Ordinal).Trim();
    }

    /// <summary>"actually make it 8", "mejor a las 8", "בעצם ב-8": what was just said is meant otherwise.</summary>
    public static bool IsCorrecting(string text) => text.Length <= 60 && $" {PlainText.Of(text).Replace(",", "", StringComparison.Ordinal)} " is var plain
        && Array.Exists(_correcting, each => plain.StartsWith($" {each} ", StringComparison.Ordinal) || each.Length > 4
            && plain.EndsWith($" {each} ", StringComparison.Ordinal) || each.Contains(' ', StringComparison.Ordinal)
            && plain.Contains($" {each} ", StringComparison.Ordinal));

    /// <summary>"40, contei errado", "typo": a number was wrong.</summary>
    public static bool HasErred(string text) => text.Length <= 60
        && $" {PlainText.Of(text).Replace(",", "", StringComparison.Ordinal)} " is var plain
        && Array.Exists(_erring, each => plain.Contains($" {each} ", StringComparison.Ordinal));

    /// <summary>"yesterday too", "ayer también": in addition to what was said.</summary>
    public static bool SaysToo(string text) => $" {PlainText.Of(text)} " is var plain
        && Array.Exists(_too, each => plain.Contains($" {each} ", StringComparison.Ordinal));

    private static readonly string[] _too =
        [.. "too,also,as well,and,también,tambien,y,também,tambem,tb,tbm,e,bhi,भी,aur,और,גם,וגם".Split(',').Select(PlainText.Of)];

    private static readonly string[] _erring = [.. new[]
    {
        "typo", "wrong", "miscounted", "finger slipped", "sorry", "oops", "i mean", "only", "actually", "mentira", "conté mal",
            "me equivoqué", "perdón", "ups", "contei errado", "errado", "errei",
        "desculpa", "गलत", "ग़लत", "galat", "galti", "sorry", "असल में", "טעיתי", "אופס", "אוי", "סליחה", "בעצם",
    }.Select(PlainText.Of)];

    /// <summary>"no, better leave it": what was just removed was not meant to go.</summary>
    public static bool IsRegretting(string text) => text.Length <= 60
        && $" {PlainText.Of(text).Replace(",", "", StringComparison.Ordinal)} " is var plain
        && Array.Exists(_regretting, each => plain.Contains($" {each} ", StringComparison.Ordinal));

    /// <summary>Which of what was offered: 1 "the first one", 2 "la segunda", 0 "the last"; null: it says none.</summary>
    public static int? Ordinal(string text)
    {
        if (text.Length > 40) return null;
        var plain = PlainText.Of(text);
        foreach (var (number, words) in _ordinals)
        {
            if (words.Contains(plain)) return number;
        }

        return null;
    }

    private static readonly (int Number, FrozenSet<string> Words)[] _ordinals =
    [
        (1, Said("first, the first, first one, the first one, 1st, el primero, la primera, primero, primera, el primer, o primeiro, "
            + "a primeira, primeiro, primeira, पहला, पहली, पहला वाला, पहली वाली, pehla, pehli, pehla wala, pehli wali, pehle wala, "
            + "pahla wala, הראשון, הראשונה, ראשון, את הראשון, את הראשונה")),
        (2, Said("second, the second, second one, the second one, 2nd, el segundo, la segunda, segundo, segunda, o segundo, a segunda, "
            + "दूसरा, दूसरी, दूसरा वाला, दूसरी वाली, dusra, dusri, dusra wala, dusri wali, doosra wala, doosri wali, dusre wala, השני, "
            + "השנייה, השניה, את השני, את השנייה")),
        (3, Said("third, the third, third one, the third one, 3rd, el tercero, la tercera, tercero, tercera, o terceiro, a terceira, "
            + "terceiro, terceira, तीसरा, तीसरी, तीसरा वाला, तीसरी वाली, teesra, tisra, teesra wala, teesri wali, השלישי, השלישית, "
            + "את השלישי")),
        (0, Said("last, the last, last one, the last one, el último, la última, último, última, o último, a última, आखिरी, आख़िरी, "
            + "आखिरी वाला, aakhri, aakhri wala, akhri wala, last wala, האחרון, האחרונה, את האחרון, את האחרונה")),
    ];

    private static FrozenSet<string> Said(string words) => words.Split(", ").Select(PlainText.Of).ToFrozenSet();

    /// <summary>"the other one": of two that were offered, not the first.</summary>
    public static bool IsTheOther(string text) => text.Length <= 60 && _otherPlain.Contains(PlainText.Of(text));

    /// <summary>"cancel", which right after a mark is its undoing.</summary>
    public static bool IsCancelling(string text) => text.Length <= 60 && _cancellingPlain.Contains(PlainText.Of(text));

    /// <summary>It speaks of everything: "all done".</summary>
    public static bool SaysAll(string text) => text.Length <= 60 && PlainText.Of(text).Split(' ').Any(_all.Contains);

    /// <summary>It speaks of freezes, in whichever form.</summary>
    public static bool SaysFreeze(string text) => _freezing.Any(PlainText.Of(text).Contains);

    /// <summary>Not a name, but all there are: "everything", "both".</summary>
    public static bool MeansAll(string name) => _all.Contains(PlainText.Of(name));

    /// <summary>The code of an invitation that was passed on: <c>partner 12-ABCDEFGH</c>; null where there is none.</summary>
    public static string? CodeIn(string text) => text.Length <= 400 && Invitation().Match(text) is { Success: true } match ? match.Groups[1].Value.ToUpperInvariant() : null;

    [GeneratedRegex(@"\bpartner\s+(\d{1,18}-[A-Z2-9]{8})\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Invitation();
}
