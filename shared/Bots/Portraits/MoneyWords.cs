using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>What people write of money and of what they got for it, anywhere in a sentence, in all languages at any time.</summary>
internal static class MoneyWords
{
    private const int LongestText = 300;

    // The first that occurs counts: whoever wants money back says of it that it was paid.
    private static readonly (PortraitTopic Meaning, string[] Phrases)[] _table =
    [
        (PortraitTopic.Refund, Plain(
            "refund", "refunded", "money back", "reembolso", "reembolsar", "reembolsen", "devolución", "devuelvan", "devuélveme", "mi dinero", "estorno",
            "devolver o dinheiro", "devolve meu dinheiro", "meu dinheiro", "reembolsa", "रिफंड", "पैसे वापस", "पैसा वापस", "paise wapas", "paise vapas", "paisa wapas",
            "refund chahiye", "החזר", "החזר כספי", "כסף בחזרה", "הכסף בחזרה", "את הכסף שלי")),
        (PortraitTopic.Paid, Plain(
            "paid", "payed", "payment done", "payment is done", "payment made", "payment sent", "payment went through", "payment complete", "payment completed",
            "made the payment", "sent the money", "sent the payment", "transferred", "pagué", "pagado", "pagada", "pago hecho", "hice el pago", "realicé el pago",
            "pago realizado", "transferí", "paguei", "já está pago", "ja ta pago", "está pago", "foi pago", "fiz o pagamento", "pagamento feito", "fiz o pix",
            "mandei o pix", "भुगतान कर दिया", "भुगतान कर चुका", "भुगतान कर चुकी", "भुगतान हो गया", "पेमेंट कर दिया", "पेमेंट कर दी", "पेमेंट कर चुका",
            "पेमेंट कर चुकी", "पेमेंट हो गया", "पेमेंट हो गई", "पैसे दे दिए", "पैसे भेज दिए", "payment kar diya", "payment kar di", "payment ho gaya", "payment ho gayi",
            "pay kar diya", "pay kiya", "paise de diye", "paise bhej diye", "שילמתי", "שילמנו", "שולם", "התשלום בוצע", "ביצעתי תשלום", "ביצעתי את התשלום",
            "העברתי", "התשלום עבר",

            // Who was charged paid, as far as they know.
            "was charged", "been charged", "got charged", "were charged", "charged my", "charged me", "card charged", "debited", "deducted",
            "took my money", "took the money", "taken from my account", "went off my card", "out of my account",
            "me cobraron", "me han cobrado", "me cobró", "me cobrasteis", "ya cobraron", "cobraron", "me descontaron", "debitaron", "debitado", "me debitó",
            "foi debitado", "debitaram", "me cobraram", "cobraram", "foi cobrado", "fui cobrado", "fui cobrada", "descontaram", "saiu da minha conta",
            "caiu na fatura", "पैसे कट गए", "पैसे कट गये", "पैसा कट गया", "रुपये कट गए", "कट चुके", "paise kat gaye", "paise kat gye", "paise cut gaye",
            "paisa kat gaya", "paise kat chuke", "deduct ho gaya", "deduct ho gaye", "debit ho gaya", "debit ho gaye", "חויבתי", "חייבו אותי", "חויב", "חייבתם אותי",
            "ירד לי", "ירד הכסף", "הכסף ירד", "ירד מהחשבון", "ירד מהכרטיס")),
        (PortraitTopic.Dislike, Plain(
            "nothing like me", "not like me", "don't look like", "dont look like", "doesn't look like", "look nothing like", "isn't me", "not me", "don't like them",
            "dont like them", "hate them", "ugly", "terrible", "no se parecen", "no me parezco", "no soy yo", "no me gustan", "não parecem", "não se parecem",
            "não sou eu", "não gostei", "मेरे जैस", "मैं नहीं हूं", "पसंद नहीं", "mere jaise nahi", "mere jaisa nahi", "pasand nahi", "לא דומים", "לא דומה",
            "לא נראים כמוני", "לא אהבתי", "זה לא אני")),
        (PortraitTopic.Where, Plain(
            "where are my", "where is my", "where's my", "where are the", "dónde están", "dónde está", "cuándo llegan", "onde estão", "onde está", "cadê", "cade",
            "quando chegam", "कहां हैं", "कहां है", "कब मिलेंगे", "कब आएंगे", "kahan hai", "kahan hain", "kab milenge", "kab aayenge", "איפה התמונות", "איפה הפורטרטים",
            "איפה", "מתי יגיעו")),
    ];

    /// <summary>Refund, Paid, Dislike or Where; null for any other text.</summary>
    public static PortraitTopic? Read(string text)
    {
        if (text.Length > LongestText) return null;
        var plain = $" {Words(text)} ";
        foreach (var (meaning, phrases) in _table)
        {
            if (Array.Exists(phrases, phrase => plain.Contains(phrase, StringComparison.Ordinal))) return meaning;
        }

        return null;
    }

    private static string[] Plain(params string[] phrases) => Array.ConvertAll(phrases, phrase => $" {Words(phrase)}{(phrase == "मेरे जैस" ? "" : " ")}");

    // Letters, digits and signs of vowels stay; what stands between words is one space.
    private static string Words(string text) => string.Join(
        ' ', string.Concat(PlainText.Of(text).Select(letter => char.IsPunctuation(letter) && letter is not ('\'' or '’') || char.IsSymbol(letter) ? ' ' : letter == '’' ? '\'' : letter))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
