using WhatsAppBots.BotKit.Talk;

namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>How people ask about prices, paying and trust, in all languages at any time.</summary>
internal static class MoneyPhrases
{
    /// <summary>The first row that a text has counts.</summary>
    public static IReadOnlyList<TopicRow> Rows { get; } =
    [
        Ask(PortraitTopic.WaysToPay,
            "how do i pay, how can i pay, how to pay, how would i pay, where do i pay, ways to pay, pay by, pay with, "
            + "payment method*, payment option*, paypal, credit card, debit card, apple pay, google pay, gpay, in cash, "
            + "bank transfer, take card*, accept card*, crypto, bitcoin"),
        Ask(PortraitTopic.WaysToPay,
            "como pago, como puedo pagar, como se paga, donde pago, formas de pago, forma de pago, metodo de pago, "
            + "metodos de pago, pagar con, con tarjeta, en efectivo, por transferencia, bizum, oxxo, mercado pago"),
        Ask(PortraitTopic.WaysToPay,
            "como eu pago, como posso pagar, como faco pra pagar, onde pago, formas de pagamento, forma de pagamento, "
            + "pagar com, no cartao, com cartao, boleto, por pix, com pix, no pix, aceita pix, parcel*"),
        Ask(PortraitTopic.WaysToPay,
            "कैसे पेमेंट, पेमेंट कैसे, भुगतान कैसे, कैसे भुगतान, कार्ड से, यूपीआई, पैसे कैसे, कैसे पे, payment kaise, "
            + "kaise payment, pay kaise, kaise pay, upi, card se, paise kaise, phonepe, paytm"),
        Ask(PortraitTopic.WaysToPay,
            "איך משלמים, איך אפשר לשלם, איך לשלם, איפה משלמים, אמצעי תשלום, דרכי תשלום, כרטיס אשראי, באשראי, בביט, פייפאל, "
            + "במזומן, בתשלומים, העברה בנקאית"),
        Ask(PortraitTopic.TooExpensive,
            "too expensive, so expensive, very expensive, quite expensive, bit expensive, really expensive, its expensive, "
            + "pricey, too much money, cant afford, cannot afford, thats a lot, too much for me, overpriced, cheaper, "
            + "too costly, rip off, ripoff"),
        Ask(PortraitTopic.TooExpensive,
            "muy caro, demasiado caro, carisimo, es caro, esta caro, que caro, mas barato, mas barata, no me alcanza, "
            + "no tengo dinero, no puedo pagar, es mucho dinero, mucha plata"),
        Ask(PortraitTopic.TooExpensive,
            "muito caro, caro demais, ta caro, esta caro, e caro, que caro, mais barato, nao tenho dinheiro, "
            + "nao posso pagar, carissimo, muita grana"),
        Ask(PortraitTopic.TooExpensive,
            "महंगा, महंगे, सस्ता, सस्ते, इतने पैसे नहीं, बहुत ज्यादा है, mehenga, mehnga, mahanga, mehenge, sasta, "
            + "itne paise nahi, bahut zyada hai, bohot mehenga"),
        Ask(PortraitTopic.TooExpensive,
            "יקר, ביוקר, זול יותר, יותר זול, אין לי כסף, הרבה כסף, לא יכול להרשות, לא יכולה להרשות"),
        Ask(PortraitTopic.Discount,
            "discount*, coupon*, promo, promo code, voucher, special offer, any offers, any deals, a deal, student price, "
            + "better price, lower the price, lower price, reduce the price, bargain"),
        Ask(PortraitTopic.Discount,
            "descuento*, cupon*, codigo promocional, promocion*, rebaja*, oferta, ofertas, me lo dejas en"),
        Ask(PortraitTopic.Discount,
            "desconto*, cupom, cupons, promocao, promocoes, oferta, ofertas, codigo promocional, faz por menos"),
        Ask(PortraitTopic.Discount,
            "छूट, डिस्काउंट, कूपन, ऑफर, कम करो, कम कर दो, chhoot, offer hai, koi offer, kam karo, kam kar do, kam karoge"),
        Ask(PortraitTopic.Discount,
            "הנחה, הנחות, קופון, במבצע, מבצעים, קוד הנחה, להוריד את המחיר"),
        Ask(PortraitTopic.Free,
            "is it free, is this free, for free, free trial, free sample*, free of charge, any free, free ones, a free, "
            + "free portrait*, free photo*, free version, without paying, totally free, completely free, try it first"),
        Ask(PortraitTopic.Free,
            "gratis, gratuito, gratuita, gratuitos, gratuitas, sin pagar, de prueba"),
        Ask(PortraitTopic.Free,
            "de graca, gratuito, gratuita, gratuitos, sem pagar, de teste, e gratis"),
        Ask(PortraitTopic.Free,
            "फ्री, मुफ्त, निशुल्क, नि शुल्क, बिना पैसे, free hai, free me, free mein, muft, bina paise, free mai"),
        Ask(PortraitTopic.Free,
            "בחינם, חינם, בלי לשלם, ניסיון"),
        Ask(PortraitTopic.RefundPolicy,
            "refund policy, do you refund, do you give refunds, do you offer refunds, are refunds, can it be refunded, "
            + "is it refundable, refundable, money back guarantee, guarantee*, warranty, if i dont like, if i do not like, "
            + "if i hate, if im not happy, if i am not happy, if they are bad, if theyre bad, if its bad, if they look bad, "
            + "if it doesnt work, if it fails, if something goes wrong, if i change my mind, what if"),
        Ask(PortraitTopic.RefundPolicy,
            "politica de reembolso*, hacen reembolsos, hay reembolso*, se puede devolver, garantia*, si no me gusta, "
            + "si no me gustan, y si salen mal, si salen mal, si quedan mal, si me arrepiento, si algo sale mal"),
        Ask(PortraitTopic.RefundPolicy,
            "politica de reembolso*, voces reembolsam, tem reembolso, da pra devolver, garantia*, se eu nao gostar, "
            + "se nao gostar, se ficar ruim, se ficarem ruins, se eu me arrepender, se der errado, e se"),
        Ask(PortraitTopic.RefundPolicy,
            "गारंटी, पसंद न आए, पसंद नहीं आए, पसंद ना आए, पसंद नहीं आई, अच्छा नहीं बना तो, खराब हुआ तो, रिफंड मिलता, "
            + "रिफंड मिलेगा, guarantee, pasand na aaye, pasand nahi aaye, pasand na aayi, pasand nahi aayi, kharab hua to, "
            + "refund milta, refund milega, refund policy"),
        Ask(PortraitTopic.RefundPolicy,
            "מדיניות החזר*, יש החזר, אפשר החזר, אחריות, אם לא אוהב, אם לא אהב*, אם אני לא אוהב, אם זה לא יוצא, אם זה יוצא, "
            + "אם לא אהיה, אם אתחרט, אם משהו משתבש"),
        Ask(PortraitTopic.Trust,
            "scam*, fraud, legit, legitimate, trust you, i trust, trust this, trustworthy, reliable, who are you, "
            + "which company, what company, who runs, who is behind, fake company"),
        Ask(PortraitTopic.Trust,
            "estafa*, fraude, confiable, fiable, es de verdad, puedo confiar, quienes son, quien eres, que empresa, "
            + "es un timo"),
        Ask(PortraitTopic.Trust,
            "golpe, fraude, confiavel, e de verdade, posso confiar, quem sao voces, que empresa, qual empresa, e serio"),
        Ask(PortraitTopic.Trust,
            "धोखा, फ्रॉड, ठगी, भरोसा, स्कैम, कौन सी कंपनी, आप कौन, dhokha, dhoka, bharosa, genuine, kaun si company, "
            + "kaunsi company, aap kaun, tum kaun"),
        Ask(PortraitTopic.Trust,
            "הונאה, עוקץ, אמין, אמינים, אמינה, אפשר לסמוך, מי אתם, איזו חברה, מי עומד מאחורי, רמאות"),
        Ask(PortraitTopic.Price,
            "how much, whats the price, what is the price, price, prices, pricing, cost, costs, what do you charge, "
            + "do you charge, how expensive, what do i pay, what would i pay, do i have to pay, have to pay, subscription"),
        Ask(PortraitTopic.Price,
            "cuanto cuesta*, cuanto vale, cuanto es, cuanto sale, cuanto cobra*, cuanto hay que pagar, "
            + "cuanto tengo que pagar, precio*, tarifa*, cuesta algo, hay que pagar, tengo que pagar, que cuesta, suscripcion"),
        Ask(PortraitTopic.Price,
            "quanto custa*, quanto e, quanto sai, quanto fica, quanto cobra*, quanto ta, quanto que e, quanto vou pagar, "
            + "preco, precos, qual o valor, qual e o valor, valores, custa, tem que pagar, tenho que pagar, assinatura"),
        Ask(PortraitTopic.Price,
            "कितने का, कितने की, कितने में, कितना खर्च, कितने पैसे, कितना पैसा, कीमत, दाम, रेट, प्राइस, कितना लगेगा, "
            + "कितने लगेंगे, kitne ka, kitne ki, kitne mein, kitne me, kitna kharch*, kitne paise, kitna paisa, kimat, keemat, "
            + "daam, rate kya, price kya, kya price, kitna lagega, kitne lagenge, kitna charge"),
        Ask(PortraitTopic.Price,
            "כמה זה עולה, כמה עולה, כמה עולים, כמה עולות, כמה זה יעלה, מה המחיר, המחיר, מחיר, מחירים, מחירון, עלות, "
            + "כמה צריך לשלם, כמה משלמים, צריך לשלם, מנוי"),
        Ask(PortraitTopic.Price,
            "fee, fees, monthly, charges, pay for this, cuanto pago, cuanto pagaria, cuanto seria, cuanto me sale, "
            + "quanto eu pago, quanto pago, quanto tenho que pagar, quanto da, चार्ज, कितने रुपये, कितना रुपया, charge kya, "
            + "kitne rupaye, kitne rupees, kitna rupya"),
        Ask(PortraitTopic.TooExpensive,
            "is a lot for, a lot of money, lot of money, my budget, not worth, tanto dinero, no tengo plata, caro, costoso, "
            + "costosa, sem grana, sem dinheiro, बजट, budget, paise zyada, מעל התקציב, מחיר גבוה, אין לי תקציב"),
        Ask(PortraitTopic.Free,
            "free",
            "is, are, it, this, any, get, one, first, try, trial, sample, can, does, do"),
        Ask(PortraitTopic.RefundPolicy,
            "if they, if theyre, if its, if it, if the, what happens if, what if",
            "bad, ugly, wrong, weird, awful, terrible, fail, fails, horrible, dont, doesnt, not, nothing, unhappy, hate, "
            + "rubbish"),
        Ask(PortraitTopic.Discount,
            "descont*"),
    ];

    private static TopicRow Ask(PortraitTopic topic, params string[] groups) => new(topic, 16, SpokenWords.Groups(groups));
}
