namespace WhatsAppBots.Simulator.Checkout;

/// <summary>What the payment page says, in a person's language.</summary>
internal sealed record PayTexts(
    string Language, string Payment, string Pay, string Later, string Fail, string Twice, string Lost, string Back, string Paid, string PaidTwice, string Pending,
    string Failed, string Expired, string Simulated, string Cancel, string Returned, string Part)
{
    private static readonly PayTexts[] _all =
    [
        new(
            "en", "Payment", "Pay {0}", "Pay by bank transfer (takes days)", "Fail", "Pay twice", "Pay and lose the webhook", "Back to WhatsApp", "✓ Paid {0}.",
            "✓ Paid twice: {0} each.", "Your transfer of {0} is on its way.", "The payment failed. Nothing was charged.", "This link has expired.",
            "This is a simulator: no money moves.", "Don't pay, go back",
            "✓ Paid, and given back: {0}.", "✓ Paid. {0} of it has been given back."),
        new(
            "es", "Pago", "Pagar {0}", "Pagar por transferencia (tarda días)", "Fallar", "Pagar dos veces", "Pagar y perder el aviso", "Volver a WhatsApp",
            "✓ Pagado: {0}.", "✓ Pagado dos veces: {0} cada una.", "Tu transferencia de {0} está en camino.", "El pago falló. No se ha cobrado nada.",
            "Este enlace ha caducado.", "Esto es un simulador: no se mueve dinero.", "No pagar, volver",
            "✓ Pagado y devuelto: {0}.", "✓ Pagado. Devuelto: {0}."),
        new(
            "pt", "Pagamento", "Pagar {0}", "Pagar por transferência (leva dias)", "Falhar", "Pagar duas vezes", "Pagar e perder o aviso", "Voltar ao WhatsApp",
            "✓ Pago: {0}.", "✓ Pago duas vezes: {0} cada.", "Sua transferência de {0} está a caminho.", "O pagamento falhou. Nada foi cobrado.",
            "Este link expirou.", "Isto é um simulador: nenhum dinheiro é movimentado.", "Não pagar, voltar",
            "✓ Pago e devolvido: {0}.", "✓ Pago. Devolvido: {0}."),
        new(
            "hi", "पेमेंट", "{0} का पेमेंट करें", "बैंक ट्रांसफ़र से दें (कुछ दिन लगेंगे)", "फेल करें", "दो बार पेमेंट करें", "पेमेंट करें, सूचना खो दें", "WhatsApp पर वापस", "✓ {0} का पेमेंट हो गया।",
            "✓ दो बार पेमेंट हुआ: हर बार {0}।", "आपका {0} का ट्रांसफ़र रास्ते में है।", "पेमेंट नहीं हुआ। कोई पैसा नहीं कटा।", "यह लिंक अब काम नहीं करता।",
            "यह सिर्फ़ एक सिम्युलेटर है: असली पैसा नहीं कटता।", "पेमेंट न करें, वापस जाएँ",
            "✓ पेमेंट हुआ था; {0} वापस कर दिए गए।", "✓ पेमेंट हो गया। इसमें से {0} वापस कर दिए गए।"),
        new(
            "he", "תשלום", "לתשלום {0}", "העברה בנקאית (לוקח ימים)", "להיכשל", "לשלם פעמיים", "לשלם ולאבד את ההודעה", "חזרה לוואטסאפ", "✓ שולם: {0}.",
            "✓ שולם פעמיים: {0} בכל פעם.", "ההעברה של {0} בדרך.", "התשלום נכשל. לא חויבתם בכלום.", "הקישור הזה כבר לא בתוקף.",
            "זה סימולטור: שום כסף לא עובר.", "לא לשלם, לחזור", "✓ שולם והוחזר: {0}.", "✓ שולם. הוחזר: {0}."),
    ];

    /// <summary>rtl or ltr.</summary>
    public string Direction => Language == "he" ? "rtl" : "ltr";

    public static PayTexts Of(string? language) => Array.Find(_all, texts => texts.Language == language) ?? _all[0];
}
