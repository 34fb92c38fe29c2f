using System.Collections.Frozen;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>What people write instead of pressing a button, in all languages at any time.</summary>
internal static class PortraitWords
{
    private static readonly (string Meaning, string[] Words)[] _table =
    [
        ("begin", ["begin", "go", "let's go", "i want to start", "i'd like to start", "let's start", "lets start", "start now",
            "i want to begin", "let's begin", "quiero empezar", "empecemos", "quiero comenzar", "quero começar", "vamos começar",
                "shuru karo", "shuru karte hain", "shuru karna hai", "शुरू करो", "शुरू करते हैं", "शुरू करना है", "אני רוצה להתחיל",
                    "רוצה להתחיל", "נתחיל", "empezar", "vamos", "começar", "bora", "शुरू", "चलो", "shuru", "בוא נתחיל", "התחלה", "יאללה"]),
        ("yes", ["yes", "i agree", "agree", "ok", "okay", "sí", "si", "acepto", "de acuerdo", "sim", "aceito", "concordo", "हाँ", "हां", "सहमत", "haan", "כן", "אני מסכים", "אני מסכימה", "מסכים", "מסכימה"]),
        ("ok",
        [
            "fine", "got it", "sure", "alright", "all right", "cool", "great", "perfect", "nice", "vale", "claro", "genial", "perfecto",
            "entendido", "beleza", "blz", "tá bom", "tá", "entendi", "perfeito", "legal", "ठीक है", "ठीक", "अच्छा", "theek hai",
            "thik hai", "theek", "accha", "acha", "achha", "בסדר", "אוקיי", "אוקי", "סבבה", "מעולה", "הבנתי",
        ]),
        ("no", ["no", "no thanks", "no, thanks", "no gracias", "no, gracias", "não", "não, obrigado", "não, obrigada", "नहीं", "nahi", "nahin", "לא", "לא תודה", "לא, תודה"]),
        ("ready", ["i am ready", "i'm ready", "im ready", "ready", "todo listo", "estoy listo", "estoy lista", "tudo pronto", "estou pronto", "estou pronta", "मैं तैयार हूँ", "तैयार", "main taiyar hoon", "קדימה, מתחילים", "אני מוכן", "אני מוכנה", "מוכן", "מוכנה"]),
        ("price", ["price", "prices", "how much", "how much is it", "how much does it cost", "precio", "precios", "cuánto cuesta", "¿cuánto cuesta", "cuánto es", "preço", "preços", "quanto custa", "quanto é", "कीमत", "क़ीमत", "दाम", "कितने का है", "kitne ka hai", "מחיר", "מחירים", "כמה זה עולה", "כמה עולה"]),
        ("done", ["done", "finished", "that's all", "i'm done", "all done", "listo", "lista", "terminé", "pronto", "pronta", "terminei",
            "हो गया", "बस", "ho gaya", "סיימתי", "זהו"]),
        ("review", ["feedback", "review", "opinión", "revisar", "opinião", "avaliar", "राय", "समीक्षा", "משוב"]),
        ("restart", ["start over", "begin again", "new photos", "empezar de nuevo", "de nuevo", "recomeçar", "começar de novo", "फिर से", "दोबारा", "מההתחלה", "להתחיל מחדש"]),
        ("cancel", ["cancel", "cancelar", "cancel the order", "cancel my order", "cancela el pedido", "cancelar el pedido",
            "cancela o pedido", "cancelar o pedido", "ऑर्डर रद्द करो", "order cancel karo", "בטל את ההזמנה", "לבטל את ההזמנה", "रद्द",
            "रद्द करें", "cancel karo", "ביטול", "בטל"]),
        ("back", ["back", "volver", "atrás", "voltar", "वापस", "חזרה"]),
    ];

    private static readonly FrozenDictionary<string, string> _meanings = _table
        .SelectMany(row => row.Words.Select(word => KeyValuePair.Create(PlainText.Of(word), row.Meaning)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();

    // What people put before or behind what they mean: "ok, I'm ready", "hmm, back please".
    private static readonly FrozenSet<string> _fillers = (
        "ok okay oki yes yeah yep well hmm hm um uh oh hey hi hello so and then now please pls plz actually wait sorry alright right "
        + "great cool perfect thanks "
        + "vale bueno pues oye sí si hola por favor ahora entonces perfecto claro tá bom beleza sim oi olá então agora certo "
        + "ठीक है अच्छा हाँ हां जी प्लीज़ अब theek thik accha acha haan ji ab hai אוקיי אוקי טוב בסדר כן בבקשה אז היי רגע עכשיו סליחה "
        + "מעולה")
        .Split(' ').Select(PlainText.Of).ToFrozenSet();

    /// <summary>A text without what people put before and behind what they mean; as it is where nothing else is left.</summary>
    public static string Bare(string text)
    {
        var plain = PlainText.Of(text);
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (start, end) = (0, words.Length);
        while (start < end && _fillers.Contains(PlainText.Of(words[start]))) start++;
        while (end > start && _fillers.Contains(PlainText.Of(words[end - 1]))) end--;
        return start == end ? plain : PlainText.Of(string.Join(' ', words[start..end]));
    }

    /// <summary>What a text means here; null for any other.</summary>
    public static string? Read(string text) => text.Length > 60 ? null
        : _meanings.GetValueOrDefault(PlainText.Of(text)) ?? _meanings.GetValueOrDefault(Bare(text));
}
