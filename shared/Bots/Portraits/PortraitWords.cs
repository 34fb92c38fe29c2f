using System.Collections.Frozen;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>What people write instead of pressing a button, in all languages at any time.</summary>
internal static class PortraitWords
{
    private static readonly (string Meaning, string[] Words)[] _table =
    [
        ("begin", ["begin", "go", "let's go", "empezar", "vamos", "começar", "bora", "शुरू", "चलो", "shuru", "בוא נתחיל", "התחלה", "יאללה"]),
        ("yes", ["yes", "i agree", "agree", "ok", "okay", "sí", "si", "acepto", "de acuerdo", "sim", "aceito", "concordo", "हाँ", "हां", "सहमत", "haan", "כן", "אני מסכים", "אני מסכימה", "מסכים", "מסכימה"]),
        ("no", ["no", "no thanks", "no, thanks", "no gracias", "no, gracias", "não", "não, obrigado", "não, obrigada", "नहीं", "nahi", "nahin", "לא", "לא תודה", "לא, תודה"]),
        ("ready", ["i am ready", "i'm ready", "im ready", "ready", "todo listo", "estoy listo", "estoy lista", "tudo pronto", "estou pronto", "estou pronta", "मैं तैयार हूँ", "तैयार", "main taiyar hoon", "קדימה, מתחילים", "אני מוכן", "אני מוכנה", "מוכן", "מוכנה"]),
        ("price", ["price", "prices", "how much", "how much is it", "how much does it cost", "precio", "precios", "cuánto cuesta", "¿cuánto cuesta", "cuánto es", "preço", "preços", "quanto custa", "quanto é", "कीमत", "क़ीमत", "दाम", "कितने का है", "kitne ka hai", "מחיר", "מחירים", "כמה זה עולה", "כמה עולה"]),
        ("done", ["done", "finished", "that's all", "listo", "lista", "terminé", "pronto", "pronta", "terminei", "हो गया", "बस", "ho gaya", "סיימתי", "זהו"]),
        ("review", ["feedback", "review", "opinión", "revisar", "opinião", "avaliar", "राय", "समीक्षा", "משוב"]),
        ("restart", ["start over", "begin again", "new photos", "empezar de nuevo", "de nuevo", "recomeçar", "começar de novo", "फिर से", "दोबारा", "מההתחלה", "להתחיל מחדש"]),
        ("cancel", ["cancel", "cancelar", "रद्द", "रद्द करें", "cancel karo", "ביטול", "בטל"]),
        ("back", ["back", "volver", "atrás", "voltar", "वापस", "חזרה"]),
    ];

    private static readonly FrozenDictionary<string, string> _meanings = _table
        .SelectMany(row => row.Words.Select(word => KeyValuePair.Create(PlainText.Of(word), row.Meaning)))
        .DistinctBy(pair => pair.Key).ToFrozenDictionary();

    /// <summary>What a text means here; null for any other.</summary>
    public static string? Read(string text) => text.Length > 60 ? null : _meanings.GetValueOrDefault(PlainText.Of(text));
}
