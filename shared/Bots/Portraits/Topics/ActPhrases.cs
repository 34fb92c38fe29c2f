using WhatsAppBots.BotKit.Talk;

namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>How people say where they want to go, in all languages at any time.</summary>
internal static class ActPhrases
{
    /// <summary>The first row that a text has counts.</summary>
    public static IReadOnlyList<TopicRow> Rows { get; } =
    [
        Act(PortraitTopic.AllPhotos,
            "thats all my photo*, thats all the photo*, thats all, thats everything, thats it, that is all, that is it, "
            + "those are all, these are all, no more photo*, no more pic*, dont have more, dont have any more, "
            + "havent got more, have no more, all my photos, all i have, all i got, sent them all, sent all, sent everything, "
            + "im done, i am done, all done, done sending, im finished, that was all, that was the last, thats the last"),
        Act(PortraitTopic.AllPhotos,
            "eso es todo, esas son todas, son todas, estas son todas, es todo, no tengo mas, no hay mas, ya estan todas, "
            + "ya las mande, ya las envie, ya mande todas, ya termine, he terminado, todas mis fotos, ya no tengo mas"),
        Act(PortraitTopic.AllPhotos,
            "e so isso, so isso, era isso, sao todas, sao essas, essas sao todas, e tudo, nao tenho mais, ja mandei todas, "
            + "ja mandei tudo, ja enviei todas, ja terminei, acabei, todas as minhas fotos"),
        Act(PortraitTopic.AllPhotos,
            "बस इतनी, बस इतने, इतनी ही, इतने ही, यही सब, सब भेज दी, सब भेज दीं, सब भेज दिए, और नहीं है, और नहीं हैं, "
            + "और फोटो नहीं, बस यही, सारी फोटो भेज, bas itni, bas itne, bas itna, itni hi, itne hi, yahi sab, sab bhej di, "
            + "sab bhej diye, aur nahi hai, aur nahi hain, aur photo nahi, bas yahi, saari photo*"),
        Act(PortraitTopic.AllPhotos,
            "זה הכל, זה הכול, אלה כולן, אלו כולן, אלה כל התמונות, אלו כל התמונות, אין לי עוד, אין עוד, שלחתי הכל, "
            + "שלחתי את הכל, שלחתי את כולן, גמרתי, זה כל מה שיש"),
        Act(PortraitTopic.AddPhotos,
            "another photo*, another pic*, another one, another selfie, one more photo*, one more pic*, one more, "
            + "more photo*, more pic*, add photo*, add a photo, add a pic*, add some, add more, send more, forgot a photo, "
            + "forgot one, forgot some, i have more, got more, a few more"),
        Act(PortraitTopic.AddPhotos,
            "otra foto*, otra mas, una foto mas, una mas, mas fotos, agregar foto*, agregar otra, anadir foto*, anadir otra, "
            + "mandar mas, mandar otra, enviar mas, enviar otra, me falta una, tengo mas"),
        Act(PortraitTopic.AddPhotos,
            "outra foto*, mais uma foto, mais uma, mais fotos, adicionar foto*, adicionar outra, mandar mais, mandar outra, "
            + "enviar mais, enviar outra, faltou uma, tenho mais"),
        Act(PortraitTopic.AddPhotos,
            "एक और फोटो, एक और, और फोटो, और तस्वीर*, फोटो जोड*, ek aur photo*, ek aur pic*, ek aur, aur photo*, aur pic*, "
            + "photo add"),
        Act(PortraitTopic.AddPhotos,
            "עוד תמונה, עוד אחת, תמונה נוספת, עוד תמונות, תמונות נוספות, להוסיף תמונ*, להוסיף עוד, לשלוח עוד, יש לי עוד"),
        Act(PortraitTopic.Back,
            "go back, going back, take me back, previous, back please, one step back, back to the, back to my, step back, "
            + "lets go back, get back"),
        Act(PortraitTopic.Back,
            "volver, vuelve, volvamos, atras, regresa, regresar, regresemos, paso atras"),
        Act(PortraitTopic.Back,
            "voltar, volta, volte, atras, passo atras"),
        Act(PortraitTopic.Back,
            "वापस, पीछे, wapas, vapas, wapis, peeche, piche, back jao, back chalo"),
        Act(PortraitTopic.Back,
            "חזור, תחזור, תחזרי, לחזור, אחורה, נחזור, חזרה ל*"),
        Act(PortraitTopic.Leave,
            "cancel, cancel it, cancel that, never mind, nevermind, nvm, forget it, forget about it, forget that, not now, "
            + "not today, maybe later, later, i changed my mind, changed my mind, leave it, dont want, do not want, "
            + "no longer want, not interested, skip it, exit, quit, get out, another time, some other time"),
        Act(PortraitTopic.Leave,
            "cancela, cancelar, cancelalo, cancele, olvidalo, olvidalo, dejalo, no importa, da igual, ahora no, hoy no, "
            + "mas tarde, luego, otro dia, ya no quiero, no quiero, no me interesa, cambie de opinion, salir, mejor no"),
        Act(PortraitTopic.Leave,
            "cancela, cancelar, cancele, esquece, deixa pra la, deixa para la, deixa quieto, agora nao, hoje nao, "
            + "mais tarde, depois, outro dia, nao quero, mudei de ideia, nao tenho interesse, sair, melhor nao"),
        Act(PortraitTopic.Leave,
            "रद्द, कैंसिल, छोड़ो, छोडो, रहने दो, रहने दीजिए, अभी नहीं, बाद में, नहीं चाहिए, नहीं करना, cancel karo, "
            + "cancel kar do, cancel kardo, chhodo, chodo, rehne do, abhi nahi, baad mein, baad me, nahi chahiye, nahi karna"),
        Act(PortraitTopic.Leave,
            "ביטול, לבטל, תבטל, תבטלי, בטל, בטלי, עזוב, עזבי, לא עכשיו, לא היום, אחר כך, לא משנה, לא רוצה, התחרטתי, "
            + "שיניתי את דעתי, פעם אחרת, לא מעוניין, לא מעוניינת"),
    ];

    private static TopicRow Act(PortraitTopic topic, params string[] groups) => new(topic, 8, SpokenWords.Groups(groups));
}
