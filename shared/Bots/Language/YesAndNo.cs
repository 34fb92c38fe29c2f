using System.Collections.Frozen;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Language;

/// <summary>A bare yes or no in five languages: an answer to the question before it, with no word besides.</summary>
internal static class YesAndNo
{
    // No question of ours is answered by more than a few words.
    private const int Longest = 60;

    private static readonly FrozenSet<string> _yes = new[]
    {
        "yes", "yes please", "yes do it", "yeah", "yep", "yup", "y", "yess", "yesss", "do it", "confirm", "confirmed", "i confirm", "go ahead", "sí", "si",
        "sí por favor", "si por favor", "sí hazlo", "hazlo", "confirmo", "confirmar", "adelante", "sim", "sim por favor", "faz isso", "pode fazer", "pode apagar",
        "हाँ", "हां", "जी हाँ", "जी हां", "हाँ जी", "haan", "han", "ha", "haan ji", "ji haan", "kar do", "कर दो", "पक्का", "כן", "כן בבקשה", "מאשר", "מאשרת", "תעשה את זה",
    }.Select(PlainText.Of).ToFrozenSet();

    private static readonly FrozenSet<string> _no = new[]
    {
        "no", "nope", "nah", "n", "no thanks", "no thank you", "don't", "do not", "never mind", "nevermind", "no gracias", "mejor no", "déjalo", "não", "nao", "não obrigado",
        "não obrigada", "melhor não", "deixa", "deixa pra lá", "नहीं", "नही", "जी नहीं", "मत करो", "रहने दो", "nahi", "nahin", "mat karo", "rehne do", "לא", "לא תודה", "עזוב", "עזבי",
    }.Select(PlainText.Of).ToFrozenSet();

    /// <summary>Whether the whole text is a yes. "OK" is none: it ends a talk as often as it answers.</summary>
    public static bool IsYes(string text) => text.Length <= Longest && _yes.Contains(PlainText.Of(text));

    /// <summary>Whether the whole text is a no.</summary>
    public static bool IsNo(string text) => text.Length <= Longest && _no.Contains(PlainText.Of(text));
}
