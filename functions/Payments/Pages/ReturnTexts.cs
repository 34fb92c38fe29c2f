namespace WhatsAppBots.Payments.Pages;

/// <summary>What the return page says, in a person's language.</summary>
/// <param name="SaysPaid">What is written to the bot for a person whose payment is not known yet.</param>
/// <param name="Returning">All of it is to go back, and the provider has not said that it did.</param>
/// <param name="Part">A part of it went back, <c>{0}</c>.</param>
internal sealed record ReturnTexts(
    string Language, string Back, string Paid, string Coming, string Days, string NotPaid, string Returned, string Closed, string General, string Next, string Wait,
    string PayAgain, string SaysPaid, string Returning, string Part, string Delivered)
{
    private static readonly ReturnTexts[] _all =
    [
        new(
            "en", "Back to WhatsApp", "Paid. Thank you!", "We're checking your payment…", "Your payment is on its way", "Not paid. Nothing was charged.",
            "Your money has been given back", "This order is closed", "You can go back to WhatsApp now.", "It goes on in WhatsApp: your portraits will arrive there.",
            "It usually takes a few seconds. You'll get a message in WhatsApp, so you can go back now.",
            "Open the payment page", "I've paid",
            "Your money is on its way back", "{0} of it has been given back to you.", "Your portraits are waiting for you in WhatsApp."),
        new(
            "es", "Volver a WhatsApp", "Pagado. ¡Gracias!", "Estamos comprobando tu pago…", "Tu pago está en camino", "Sin pagar. No se ha cobrado nada.",
            "Se te ha devuelto el dinero", "Este pedido está cerrado", "Ya puedes volver a WhatsApp.", "Sigue en WhatsApp: tus retratos llegarán allí.",
            "Suele tardar unos segundos. Recibirás un mensaje en WhatsApp, así que ya puedes volver.",
            "Abrir la página de pago", "Ya he pagado",
            "Te estamos devolviendo el dinero", "Ya se te ha devuelto una parte: {0}.", "Tus retratos te esperan en WhatsApp."),
        new(
            "pt", "Voltar ao WhatsApp", "Pago. Obrigado!", "Estamos verificando seu pagamento…", "Seu pagamento está a caminho", "Não pago. Nada foi cobrado.",
            "Seu dinheiro foi devolvido", "Este pedido está encerrado", "Você já pode voltar ao WhatsApp.", "Continua no WhatsApp: seus retratos chegam lá.",
            "Costuma levar alguns segundos. Você recebe uma mensagem no WhatsApp, então já pode voltar.",
            "Abrir a página de pagamento", "Já paguei",
            "Estamos devolvendo seu dinheiro", "Uma parte já foi devolvida a você: {0}.", "Seus retratos esperam por você no WhatsApp."),
        new(
            "hi", "WhatsApp पर वापस जाएँ", "पेमेंट हो गया। धन्यवाद!", "हम आपका पेमेंट देख रहे हैं…", "आपका पेमेंट रास्ते में है", "पेमेंट नहीं हुआ। कोई पैसा नहीं कटा।",
            "आपका पैसा वापस कर दिया गया है", "यह ऑर्डर बंद हो चुका है", "अब आप WhatsApp पर वापस जा सकते हैं।", "बात WhatsApp पर आगे बढ़ेगी: आपके पोर्ट्रेट वहीं आएँगे।",
            "आम तौर पर कुछ सेकंड लगते हैं। आपको WhatsApp पर संदेश मिलेगा, इसलिए आप अभी वापस जा सकते हैं।",
            "पेमेंट पेज खोलें", "मैंने भुगतान कर दिया",
            "आपका पैसा वापस किया जा रहा है", "इसमें से {0} आपको वापस कर दिए गए हैं।",
            "आपके पोर्ट्रेट WhatsApp पर आपका इंतज़ार कर रहे हैं।"),
        new(
            "he", "חזרה לוואטסאפ", "שולם. תודה!", "אנחנו בודקים את התשלום…", "התשלום שלכם בדרך", "לא שולם. לא חויבתם בכלום.", "הכסף הוחזר לכם", "ההזמנה הזאת סגורה",
            "אפשר לחזור עכשיו לוואטסאפ.", "ממשיכים בוואטסאפ: הפורטרטים יגיעו לשם.", "בדרך כלל זה לוקח כמה שניות. תגיע אליכם הודעה בוואטסאפ, כך שאפשר כבר לחזור.",
            "לעמוד התשלום", "שילמתי", "הכסף בדרך חזרה אליכם", "חלק מהסכום כבר הוחזר לכם: {0}.", "הפורטרטים מחכים לכם בוואטסאפ."),
    ];

    /// <summary>rtl or ltr.</summary>
    public string Direction => Language == "he" ? "rtl" : "ltr";

    /// <summary>The order's language, else what the browser asks for, else English.</summary>
    public static ReturnTexts Of(string? language, string accepted) =>
        Find(language) ?? accepted.Split(',').Select(part => Find(part.Trim()[..Math.Min(2, part.Trim().Length)])).FirstOrDefault(found => found is not null) ?? _all[0];

    private static ReturnTexts? Find(string? language) => Array.Find(_all, texts => texts.Language == (language == "iw" ? "he" : language));
}
