using WhatsAppBots.BotKit.Talk;

namespace WhatsAppBots.Bots.Portraits.Topics;

/// <summary>How people ask about their photos and their portraits, in all languages at any time.</summary>
internal static class PhotoPhrases
{
    /// <summary>The first row that a text has counts.</summary>
    public static IReadOnlyList<TopicRow> Rows { get; } =
    [
        Ask(PortraitTopic.Deletion,
            "delete, erase, remove, get rid of, take down, keep",
            "delete my ph*, delete my pic*, delete the ph*, delete them, delete photos, delete all, erase my ph*, "
            + "erase my pic*, erase the ph*, erase them, remove my ph*, remove my pic*, remove them, how long do you keep, "
            + "how long will you keep, how long are they kept, when do you delete, you delete, be deleted, are deleted, "
            + "get deleted"),
        Ask(PortraitTopic.Deletion,
            "borr*, elimin*, guard*, conserv*",
            "mis foto*, las foto*, mis imagen*, borrarlas, eliminarlas, cuanto tiempo guard*, cuanto tiempo las, "
            + "cuando se borr*, cuando borr*, cuando elimin*"),
        Ask(PortraitTopic.Deletion,
            "apag*, exclu*, delet*, guard*",
            "minhas foto*, as foto*, minhas image*, apaga las, quanto tempo guard*, quanto tempo voces guard*, quando apag*, "
            + "quando voces apag*, quando sao apag*"),
        Ask(PortraitTopic.Deletion,
            "हटा*, मिटा*, डिलीट, डिलिट",
            "फोटो, तस्वीर*"),
        Ask(PortraitTopic.Deletion,
            "delete, hata*, mita*",
            "photo*, pic, pics, tasveer*, tasvir*"),
        Ask(PortraitTopic.Deletion,
            "למחוק, תמחק, תמחקו, תמחקי, מוחקים, נמחק, נמחקות, נמחקים, מחיקה, יימחקו",
            "תמונות, התמונות, התמונה, אותן, הכל"),
        Ask(PortraitTopic.Safety,
            "safe, safely, secure, private, privacy, confidential, who sees, who can see, who will see, who else sees, "
            + "anyone see, anybody see, someone see, somebody see, people see, see my photo*, see my pic*, has access, "
            + "have access, look at my photo*, looks at my photo*, what happens to my, what happens with my, "
            + "what happens to the photo*, do with my, do with the photo*, where do my photo*, where are my photos stored, "
            + "photos stored, store my, keep my, share my, sell my, post my, publish my, use my photo*, use my face, my face, "
            + "train other, train your, data protection, gdpr, leak, leaked, leaks, hacked, misuse, my data safe, my photos go"),
        Ask(PortraitTopic.Safety,
            "seguro mandar, seguro enviar, es seguro, son seguras, estan seguras, estan seguros, seguridad, privado, "
            + "privada, privadas, privacidad, confidencial, quien ve, quien puede ver, quien va a ver, quien las ve, "
            + "quien los ve, ver mis foto*, ven mis foto*, que hacen con, que haces con, que pasa con mis, "
            + "que pasa con las foto*, adonde van, donde se guardan, guardan mis, comparten, venden, filtran, filtrar*, "
            + "hackear*, publican, mi cara"),
        Ask(PortraitTopic.Safety,
            "e seguro, sao seguras, estao seguras, seguranca, privado, privada, privacidade, confidencial, sigilo*, quem ve, "
            + "quem pode ver, quem vai ver, ver minhas foto*, veem minhas foto*, o que fazem com, o que voces fazem com, "
            + "o que acontece com minhas, o que acontece com as foto*, onde ficam, compartilh*, vendem, vender, vazar, vazam, "
            + "vazamento, hackear*, lgpd, publicam, meu rosto"),
        Ask(PortraitTopic.Safety,
            "सुरक्षित, सेफ, प्राइवेट, प्राइवेसी, गोपनीय, कौन देख*, कोई देख*, और कोई, फोटो का क्या, फोटो कहां, शेयर कर*, लीक, "
            + "गलत इस्तेमाल, बेच*, safe hai, safe hain, secure, kaun dekh*, kon dekh*, koi dekh*, photo ka kya, photos ka kya, "
            + "photo kahan, photos kahan, share kar*, galat istemal, galat use, bech*, bechte"),
        Ask(PortraitTopic.Safety,
            "בטוח לשלוח, זה בטוח, בטוחות, בטוחה, מאובטח, מאובטחות, פרטי, פרטיות, חסוי, סודי, מי רואה, מי יראה, "
            + "מי יכול לראות, מישהו רואה, מישהו יראה, רואים את התמונות, מה קורה עם התמונות, מה עושים עם התמונות, "
            + "מה אתם עושים עם, איפה נשמרות, שומרים את, משתפים, מוכרים, דליפה, ידלוף, ידלפו, הפנים שלי"),
        Ask(PortraitTopic.PhotoCount,
            "how many photo*, how many pic*, how many selfie*, how many do i need, how many do you need, how many should i, "
            + "how many more, how many are missing, how many have i, how many left, less photos, fewer photos, less than 10, "
            + "fewer than 10, i only have, only got, dont have 10, dont have ten, dont have enough, dont have that many, "
            + "enough photos, enough pictures, is that enough, are these enough, are they enough, minimum, maximum"),
        Ask(PortraitTopic.PhotoCount,
            "cuantas foto*, cuantas necesita*, cuantas hacen falta, cuantas faltan, cuantas mas, cuantas llevo, menos fotos, "
            + "solo tengo, no tengo tantas, no tengo 10, no tengo diez, es suficiente, son suficientes, alcanzan, minimo, "
            + "maximo"),
        Ask(PortraitTopic.PhotoCount,
            "quantas foto*, quantas precisa*, quantas faltam, quantas mais, quantas eu, menos fotos, so tenho, "
            + "nao tenho tantas, nao tenho 10, nao tenho dez, e suficiente, sao suficientes, minimo, maximo"),
        Ask(PortraitTopic.PhotoCount,
            "कितनी फोटो, कितने फोटो, कितनी तस्वीर*, और कितनी, और कितने, कम फोटो, इतनी फोटो नहीं, इतने फोटो नहीं, काफी है, "
            + "काफी हैं, kitni photo*, kitne photo*, kitni pic*, aur kitni, aur kitne, kam photo*, itni photo* nahi, "
            + "itne photos nahi, itni photos nahi, kaafi hai, kafi hai, kaafi hain"),
        Ask(PortraitTopic.PhotoCount,
            "כמה תמונות צריך, כמה תמונות את*, כמה תמונות לשלוח, כמה תמונות, כמה צריך, כמה עוד, כמה חסר, פחות תמונות, "
            + "יש לי רק, אין לי 10, אין לי עשר, אין לי מספיק, זה מספיק, מספיק תמונות, מינימום, מקסימום"),
        Ask(PortraitTopic.Duration,
            "how long, how much time, when will, when would, how soon, how fast, how quickly, how many minutes, "
            + "how many hours, how many days, when do i get, when can i get, when do i receive, when are they ready, "
            + "when is it ready, eta, is it ready, are they ready, ready yet, done yet, still waiting, how much longer, "
            + "taking so long, taking forever, take long"),
        Ask(PortraitTopic.Duration,
            "cuanto tarda*, cuanto tiempo, cuanto demora*, cuando estar*, cuando llega*, cuando me llega*, "
            + "cuando las recibo, cuando los recibo, cuando las tengo, para cuando, ya estan listas, ya estan listos, "
            + "ya esta listo, falta mucho, cuanto falta, tarda mucho, tardan mucho, demora mucho"),
        Ask(PortraitTopic.Duration,
            "quanto tempo, quanto demora, demora muito, demora quanto, vai demorar, quando fica*, quando chega*, "
            + "quando recebo, quando vou receber, ja ta pronto, ja esta pronto, ja ficou pronto, ja ficaram prontos, "
            + "falta muito, quanto falta"),
        Ask(PortraitTopic.Duration,
            "कितना समय, कितना टाइम, कितनी देर, कितना वक्त, कब तक, कब मिल*, कब आ*, कब बन*, कितने मिनट, कितने घंटे, कितने दिन, "
            + "kitna time, kitna samay, kitni der, kitna wakt, kitna waqt, kab tak, kab mil*, kab aay*, kab aae*, kab ban*, "
            + "kitne minute, kitne ghante, kitne din"),
        Ask(PortraitTopic.Duration,
            "כמה זמן, מתי יהיה, מתי יהיו, מתי אקבל, מתי נקבל, מתי זה, מתי מוכן, מתי יגיע*, תוך כמה, זה מוכן, זה כבר מוכן, "
            + "לוקח הרבה"),
        Ask(PortraitTopic.Examples,
            "example*, sample, samples, what do they look like, what will they look like, what does it look like, "
            + "see the style*, see style*, show me style*, see results, show me results, show results, preview, portfolio, "
            + "show me what, show me some"),
        Ask(PortraitTopic.Examples,
            "ejemplo*, una muestra, muestras, como quedan, como se ven, como salen, ver resultados, vista previa, "
            + "ver los estilos, ver estilos"),
        Ask(PortraitTopic.Examples,
            "exemplo*, amostra*, como ficam, como fica, ver resultados, previa, ver os estilos, ver estilos"),
        Ask(PortraitTopic.Examples,
            "उदाहरण, नमूना, नमूने, सैंपल, कैसे दिखते, कैसी दिखती, कैसे दिखेंगे, स्टाइल दिखाओ, udaharan, example*, namuna, "
            + "namune, kaise dikhte, kaisi dikhti, kaise dikhenge, style dikhao, styles dikhao, kuch dikhao"),
        Ask(PortraitTopic.Examples,
            "דוגמה, דוגמא, דוגמאות, לדוגמה, איך זה נראה, איך הן נראות, איך הם נראים, איך זה יוצא, תראה לי סגנונות, "
            + "לראות סגנונות"),
        Ask(PortraitTopic.Difference,
            "difference*, differ, which one is better, which is better, which one should i, which should i, whats the best, "
            + "which is the best, which one is best, best pack, which pack, which size, what do i get, whats included, "
            + "what is included, whats in the, whats lite, whats standard, whats premium, what is lite, what is standard, "
            + "what is premium, compare, recommend, do you suggest, would you suggest, how many portrait*, "
            + "how many will i get, how many do i get, how many image*"),
        Ask(PortraitTopic.Difference,
            "diferencia*, cual es mejor, cual es la mejor, cual me recomienda*, cual elijo, cual me conviene, que incluye, "
            + "que trae, recomienda*, recomiendas, comparar, comparacion, cuantos retratos"),
        Ask(PortraitTopic.Difference,
            "diferenca*, qual e melhor, qual o melhor, qual e o melhor, qual voce recomenda, qual escolho, qual compensa, "
            + "o que inclui, o que vem, recomenda*, comparar, quantos retratos"),
        Ask(PortraitTopic.Difference,
            "अंतर, फर्क, कौन सा अच्छा, कौन सा बेहतर, कौन सा लूं, कौन सा लूँ, क्या क्या मिल*, क्या मिलेगा, डिफरेंस, "
            + "कितने पोर्ट्रेट, antar, farak, fark, difference, kaun sa accha, kaunsa accha, kaun sa better, kaunsa better, "
            + "kaunsa lu, kaun sa lu, kya kya mil*, kya milega, kitne portrait*"),
        Ask(PortraitTopic.Difference,
            "הבדל, ההבדל, הבדלים, מה עדיף, איזה עדיף, איזה הכי טוב, מה כולל, מה כלול, מה מקבלים, ממליץ, ממליצה, ממליצים, "
            + "להשוות, מומלץ, כמה פורטרטים"),
        Ask(PortraitTopic.Pets,
            "my dog*, a dog, dogs, puppy, my cat*, a cat, cats, kitten, my pet*, a pet, pets, horse, animal, animals"),
        Ask(PortraitTopic.Pets,
            "mi perro*, mi perra, perro, perros, mi gato, mi gata, gatos, mascota*, animal, animales, caballo"),
        Ask(PortraitTopic.Pets,
            "meu cachorro*, cachorr*, meu cao, meu gato, minha gata, gatos, meu pet, pets, bicho*, animal, animais, cavalo"),
        Ask(PortraitTopic.Pets,
            "कुत्ते, कुत्ता, बिल्ली, पालतू, जानवर, kutta, kutte, billi, janwar, paltu, mera dog, mere dog, meri cat, pet ki, "
            + "pet ka"),
        Ask(PortraitTopic.Pets,
            "כלב, כלבה, הכלב, הכלבה, חתול, חתולה, החתול, החתולה, חיה, חיית מחמד, בעל חיים, בעלי חיים, סוס"),
        Ask(PortraitTopic.Children,
            "child, children, kid, kids, my son, my sons, my daughter, my daughters, baby, babies, toddler, teenager, teen, "
            + "under 18, minor, minors, newborn, my boy, im 17, im 16, im 15, i am 17, i am 16, i am 15, 17 years old, "
            + "16 years old"),
        Ask(PortraitTopic.Children,
            "hijo, hija, hijos, hijas, nino, nina, ninos, ninas, bebe, menor de edad, menores, adolescente*, tengo 17, "
            + "tengo 16, tengo 15"),
        Ask(PortraitTopic.Children,
            "filho, filha, filhos, filhas, crianca, criancas, bebe, menor de idade, menino, menina, adolescente*, tenho 17, "
            + "tenho 16, tenho 15"),
        Ask(PortraitTopic.Children,
            "बच्चे, बच्चा, बच्ची, बच्चों, बेटे की, बेटे का, बेटी, शिशु, नाबालिग, bachcha, bachche, bacha, bache, bacche, "
            + "bete ki, bete ka, beti, baby ki, bachon, bachchon"),
        Ask(PortraitTopic.Children,
            "ילד, ילדה, ילדים, הילד, הילדה, הילדים, תינוק, תינוקת, הבן שלי, הבת שלי, קטין, קטינה, נער, נערה, בן 17, בת 17, "
            + "בן 16, בת 16"),
        Ask(PortraitTopic.Nudity,
            "naked, nude, nudes, nudity, nsfw, porn*, topless, undress, undressed, no clothes, without clothes, without a shirt, "
                + "clothes off, "
            + "sexy, sexual, erotic, xxx, boobs, onlyfans, "
            + "desnudo, desnuda, desnudos, desnudas, desnudez, desnudar*, sin ropa, en pelotas, erotic*, "
            + "nu, nua, nus, nuas, nudez, pelado, pelada, pelados, peladas, sem roupa, "
            + "नंगा, नंगी, नंगे, न्यूड, बिना कपड़ों, बिना कपड़े, सेक्सी, nanga, nangi, nange, bina kapdo, bina kapde, bina kapdon, "
            + "עירום, ערום, ערומה, עירומה, בעירום, בלי בגדים, סקסי, סקסית, פורנו, להתפשט"),
        Ask(PortraitTopic.OtherPeople,
            "my wife, my husband, my girlfriend, my boyfriend, my friend, my friends, my mom, my mum, my mother, my dad, "
            + "my father, my parents, my sister, my brother, my boss, my family, my partner, my colleague*, someone else, "
            + "somebody else, another person, other people, other person, couple, two people, both of us, us both, "
            + "group photo*, group picture*, together with, a friend, celebrity, as a gift, a gift, a present, someone elses",
            "for, of, use, can, could, make, send, do, does, with, photo*, pic*, portrait*, gift, present"),
        Ask(PortraitTopic.OtherPeople,
            "mi esposa, mi esposo, mi mujer, mi marido, mi novia, mi novio, mi amiga, mi amigo, mis amigos, mi mama, "
            + "mi madre, mi papa, mi padre, mis padres, mi hermana, mi hermano, mi familia, mi pareja, otra persona, "
            + "otras personas, alguien mas, en pareja, dos personas, foto de grupo, fotos de grupo, fotos grupales, "
            + "para regalar, de regalo, un regalo"),
        Ask(PortraitTopic.OtherPeople,
            "minha esposa, meu marido, minha mulher, minha namorada, meu namorado, minha amiga, meu amigo, meus amigos, "
            + "minha mae, meu pai, meus pais, minha irma, meu irmao, minha familia, outra pessoa, outras pessoas, um casal, "
            + "de casal, duas pessoas, foto em grupo, fotos em grupo, de presente, um presente"),
        Ask(PortraitTopic.OtherPeople,
            "पत्नी, पति, बीवी, गर्लफ्रेंड, बॉयफ्रेंड, दोस्त, मम्मी, पापा, मां, पिता, बहन, भाई की, भाई का, परिवार, किसी और, "
            + "दूसरे की, दूसरे व्यक्ति, कपल, गिफ्ट",
            "फोटो, तस्वीर*, पोर्ट्रेट, के लिए, बना*, भेज*, गिफ्ट"),
        Ask(PortraitTopic.OtherPeople,
            "biwi, patni, pati, girlfriend, boyfriend, dost ki, dost ka, dost ke, mummy, papa ki, papa ka, behen, bhai ki, "
            + "bhai ka, family, kisi aur, dusre ki, dusre ka, couple, gift",
            "photo*, pic*, tasveer*, portrait*, ke liye, bana*, bhej*, gift"),
        Ask(PortraitTopic.OtherPeople,
            "אשתי, בעלי, חברה שלי, חבר שלי, החברה שלי, החבר שלי, חברים שלי, אמא שלי, אבא שלי, אחותי, אחי, ההורים, המשפחה, "
            + "מישהו אחר, מישהי אחרת, אדם אחר, אנשים אחרים, זוג, זוגית, שני אנשים, קבוצתית, קבוצתיות, מתנה, במתנה"),
        Ask(PortraitTopic.Formats,
            "format, formats, resolution, jpg, jpeg, png, pixels, file size, full size, high quality, hd, 4k, print, prints, "
            + "printed, printing, download, zip, watermark*, how do i get them, how will i get, how do i receive, "
            + "how do they arrive, by email, e mail, email, linkedin, profile picture, profile pic, commercial, commercially, "
            + "copyright, who owns, own the, use them for, use them on, upload them, post them"),
        Ask(PortraitTopic.Formats,
            "formato*, resolucion, jpg, png, pixeles, imprim*, impres*, descarg*, marca de agua, como las recibo, "
            + "como los recibo, por correo, por email, linkedin, foto de perfil, comercial, comerciales, derechos, "
            + "de quien son, alta calidad"),
        Ask(PortraitTopic.Formats,
            "formato*, resolucao, jpg, png, pixels, imprim*, impress*, baixar, download, marca d agua, como recebo, "
            + "por email, por e mail, linkedin, foto de perfil, comercial, direitos, de quem sao, alta qualidade"),
        Ask(PortraitTopic.Formats,
            "फॉर्मेट, रेजोल्यूशन, रिजॉल्यूशन, प्रिंट, डाउनलोड, वाटरमार्क, वॉटरमार्क, ईमेल, लिंक्डइन, प्रोफाइल, कैसे मिलेंगे, "
            + "कैसे मिलेगी, format, resolution, print, download, watermark, linkedin, kaise milenge, kaise milegi, profile pic"),
        Ask(PortraitTopic.Formats,
            "פורמט, רזולוציה, להדפיס, הדפסה, להוריד, הורדה, סימן מים, איך מקבלים, איך אקבל, במייל, לינקדאין, תמונת פרופיל, "
            + "מסחרי, זכויות, של מי התמונות"),
        Ask(PortraitTopic.IsAi,
            "ai, an ai, a i",
            "is, are, by, made, real, with, generated, photos, pictures, use, using, or, it, this, these, they, se, kya, "
            + "hai, por, feito, fotos, de"),
        Ask(PortraitTopic.IsAi,
            "artificial intelligence, computer generated, generated, real photos, real pictures, photoshop*, edited, "
            + "photographer, deepfake*, midjourney, which model, what model, stable diffusion"),
        Ask(PortraitTopic.IsAi,
            "ia, inteligencia artificial, fotos reales, fotos de verdad, photoshop, generad*, fotografo, fotografa"),
        Ask(PortraitTopic.IsAi,
            "ia, inteligencia artificial, fotos reais, fotos de verdade, photoshop, gerad*, fotografo, fotografa"),
        Ask(PortraitTopic.IsAi,
            "एआई, ए आई, असली फोटो, आर्टिफिशियल, फोटोशॉप, asli photo*, artificial, photoshop, real photo*, fotoshop"),
        Ask(PortraitTopic.IsAi,
            "בינה מלאכותית, אמיתיות, פוטושופ, צלם, צלמת"),
        Ask(PortraitTopic.Likeness,
            "will they look like me, will it look like me, really look like me, look like me, looks like me, look real, "
            + "look realistic, realistic, look natural, natural looking, good quality, how good, is it any good, "
            + "are they good, are they any good, does it work well, recognise me, recognize me, turn out, my tattoo*, "
            + "my scar*, my freckles"),
        Ask(PortraitTopic.Likeness,
            "parecen a mi, se parecen, se pareceran, se parece, parecera a mi, realista*, salen bien, quedan bien, "
            + "buena calidad, que calidad, naturales, mis tatuajes, mi tatuaje"),
        Ask(PortraitTopic.Likeness,
            "parecem comigo, parecer comigo, parecidas comigo, parece comigo, vao parecer, realista*, ficam bem, ficam boas, "
            + "ficam bons, boa qualidade, qualidade, naturais, minha tatuagem, minhas tatuagens"),
        Ask(PortraitTopic.Likeness,
            "मेरे जैसे, मेरे जैसी, मेरी तरह, असली जैसे, असली लग*, अच्छे बन*, क्वालिटी, mere jaise, mere jaisi, meri tarah, "
            + "asli lag*, acche ban*, real lag*, achi quality, acchi quality, quality kaisi"),
        Ask(PortraitTopic.Likeness,
            "ייראה כמוני, ייראו כמוני, יראה כמוני, יראו כמוני, דומה לי, דומות לי, דומים לי, יצא דומה, ריאליסטי, ריאליסטיות, "
            + "נראה טבעי, נראה אמיתי, יוצא טוב, יוצאות טוב, איכותי, איזו איכות"),
        Ask(PortraitTopic.PhotoKind,
            "what photos, which photos, what photo, what pictures, which pictures, kind of photo*, kind of pic*, "
            + "sort of photo*, type of photo*, what should i send, what do i send, old photo*, old pic*, older photo*, "
            + "selfie*, glasses, makeup, make up, black and white, filter, filters, with a hat, sunglasses, mask, beard, "
            + "screenshot*, photo tips, tips, good photos"),
        Ask(PortraitTopic.PhotoKind,
            "que fotos, cuales fotos, que tipo de foto*, que mando, que envio, que te mando, fotos viejas, fotos antiguas, "
            + "selfi*, gafas, lentes, anteojos, maquillaje, blanco y negro, filtro*, gorra, sombrero, barba, consejos"),
        Ask(PortraitTopic.PhotoKind,
            "que fotos, quais fotos, que tipo de foto*, o que mando, o que envio, fotos antigas, fotos velhas, selfie*, "
            + "oculos, maquiagem, preto e branco, filtro*, bone, chapeu, barba, dicas"),
        Ask(PortraitTopic.PhotoKind,
            "कौन सी फोटो, कैसी फोटो, किस तरह की फोटो, पुरानी फोटो, सेल्फी, चश्मा, चश्मे, मेकअप, टोपी, फिल्टर, दाढी, "
            + "kaun si photo*, kaunsi photo*, kaisi photo*, kis tarah ki photo*, purani photo*, selfie*, chashma, chashme, "
            + "makeup, topi, daadhi"),
        Ask(PortraitTopic.PhotoKind,
            "איזה תמונות, אילו תמונות, איזו תמונה, מה לשלוח, תמונות ישנות, סלפי, משקפיים, משקפי שמש, איפור, שחור לבן, "
            + "פילטר*, כובע, זקן, טיפים"),
        Ask(PortraitTopic.HowItWorks,
            "how does it work, how does this work, how do you do it, how it works, how this works, explain, what is this, "
            + "whats this, what can you do, tell me more, more info, more information, how do you make"),
        Ask(PortraitTopic.HowItWorks,
            "como funciona, explic*, que es esto, mas informacion, mas info, como lo haces, como lo hacen, de que se trata"),
        Ask(PortraitTopic.HowItWorks,
            "como funciona, explic*, o que e isso, mais informacoes, mais info, como voces fazem, do que se trata"),
        Ask(PortraitTopic.HowItWorks,
            "कैसे काम कर*, यह क्या है, ये क्या है, और जानकारी, समझाओ, समझाइए, कैसे बनाते, kaise kaam kar*, yeh kya hai, "
            + "ye kya hai, samjhao, aur jankari, kaise banate"),
        Ask(PortraitTopic.HowItWorks,
            "איך זה עובד, איך זה פועל, מה זה, תסביר, תסבירי, הסבר, עוד מידע, איך עושים את זה, איך אתם עושים"),
        Ask(PortraitTopic.WhatNow,
            "what now, now what, what next, whats next, what do i do, what should i do, what do i have to do, next step, "
            + "i dont understand, im confused, im lost, how do i start, how do i continue, how do i order"),
        Ask(PortraitTopic.WhatNow,
            "y ahora, ahora que, que hago, que tengo que hacer, que sigue, siguiente paso, no entiendo, como empiezo, "
            + "como sigo, como pido"),
        Ask(PortraitTopic.WhatNow,
            "e agora, o que faco, o que eu faco, o que tenho que fazer, proximo passo, nao entendi, nao entendo, "
            + "como comeco, como continuo, como peco"),
        Ask(PortraitTopic.WhatNow,
            "अब क्या, क्या करना है, क्या करूं, क्या करूँ, समझ नहीं, कैसे शुरू, आगे क्या, ab kya, kya karna hai, kya karu, "
            + "samajh nahi, kaise shuru, aage kya"),
        Ask(PortraitTopic.WhatNow,
            "מה עכשיו, ומה עכשיו, מה עושים, מה הלאה, מה אני צריך לעשות, מה אני צריכה לעשות, איך מתחילים, איך ממשיכים, "
            + "לא הבנתי, לא מבין, לא מבינה"),
        Ask(PortraitTopic.Human,
            "talk to someone, talk to somebody, speak to someone, speak to somebody, speak with someone, talk with someone, "
            + "speak to a person, speak to a human, talk to an agent, speak to an agent, a real person, a real human, "
            + "customer service, customer support, customer care, contact you, call me, call you, your team, representative, "
            + "operator"),
        Ask(PortraitTopic.Human,
            "hablar con alguien, hablar con un, hablar con una, atencion al cliente, un asesor, un operador, "
            + "una persona real, llamame, llamenme, contactarlos, contactar con"),
        Ask(PortraitTopic.Human,
            "falar com alguem, falar com um, falar com uma, atendimento, suporte, um atendente, uma pessoa real, me liga, "
            + "me ligue, falar com voces"),
        Ask(PortraitTopic.Human,
            "किसी से बात, इंसान से बात, ग्राहक सेवा, कस्टमर केयर, फोन करो, kisi se baat, insaan se baat, customer care, "
            + "call karo, aadmi se baat"),
        Ask(PortraitTopic.Human,
            "לדבר עם מישהו, לדבר עם מישהי, לדבר עם נציג, לדבר עם בן אדם, שירות לקוחות, תמיכה, תתקשרו, להתקשר אליכם, "
            + "מישהו אמיתי"),
        Ask(PortraitTopic.Difference,
            "kaun sa lena, kaunsa lena, konsa lena, kaun si lena, कौन सा लेना, कौन सी लेना, איזה לבחור, באיזה לבחור, "
            + "איזו לבחור, באיזו לבחור, מה לבחור, cual escojo, cual agarro, qual eu pego, qual pegar"),
        Ask(PortraitTopic.Safety,
            "else see, else look, anybody else, anyone else, ficam seguras, ficam seguros, ficam segura, ta seguro, "
            + "estao seguras, נשמרות, נשמרים"),
        Ask(PortraitTopic.Safety,
            "רואה, רואים, יראה, יראו, רואות",
            "מישהו, מישהי, מי, אחרים, אנשים, עוד"),
        Ask(PortraitTopic.Likeness,
            "parecidos comigo, parecer a mi, parezcan a mi, parezca a mi, mere jaisa, मेरे जैसा, same as me, resemble me"),
        Ask(PortraitTopic.HowItWorks,
            "como isso funciona, como que funciona, como va esto, de que va, kaise hota, kaise hoga, kaise karte, कैसे होता, "
            + "कैसे होगा, कैसे करते, walk me through, whats the process, the process, איך זה הולך"),
        Ask(PortraitTopic.Duration,
            "cuando estan, cuando esta, cuando me los, cuando me las, when do they arrive, when do they come, quando vem, "
            + "quando sai, כמה צריך לחכות, לחכות הרבה"),
        Ask(PortraitTopic.WhatNow,
            "and now, ok now, supposed to do, need from me, want me to do, que eu faco, fazer agora, ועכשיו, מה לעשות, "
            + "ahora que hago, aage kya karna"),
        Ask(PortraitTopic.Children,
            "son, daughter, year old, nephew, niece, grandson, granddaughter, grandchild*, sobrino, sobrina, nieto, nieta, "
            + "sobrinho, sobrinha, neto, neta, נכד, נכדה, אחיין, אחיינית",
            "photo*, pic*, portrait*, foto*, ok, for, of, use, can, my, mi, mis, meu, minha, do, שלי"),
        Ask(PortraitTopic.PhotoCount,
            "enough, suficiente, suficientes, alcanza, bastam, काफी, kafi, kaafi, מספיק, מספיקות",
            "photo*, pic*, foto*, selfie*, फोटो, תמונות"),
    ];

    private static TopicRow Ask(PortraitTopic topic, params string[] groups) => new(topic, 16, SpokenWords.Groups(groups));
}
