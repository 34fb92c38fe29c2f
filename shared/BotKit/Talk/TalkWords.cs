using System.Buffers;

namespace WhatsAppBots.BotKit.Talk;

/// <summary>
/// Finds small talk and questions about the bot itself, in all languages at any time. A row is a topic with groups of words: a text that has
/// one of each group speaks of it. <c>remind*</c> is the beginning of a word, <c>what if</c> are words in a row.
/// </summary>
public static class TalkWords
{
    private const int LongestText = 90;

    // A longer sentence says more than one of these.
    private const int MostWords = 14;
    private const int MostWordsOfChat = 8;

    private static readonly Row[] _rows =
    [
        // Questions: they have words of asking.
        Ask(TalkTopic.Missed,
            "what do i do if, what should i do if, what happens, what will happen, what happen, what would happen, what if, whats "
                + "the penalty, whats the punishment, is there a penalty, is there a punishment, do i lose, will i lose, do i get "
                + "punished, and if i",
            "miss*, skip*, forget*, forgot*, fail*, dont, slack*, late, break, streak, penalty, punish*, cheat*, slip*, cant"),
        Ask(TalkTopic.Missed, "que hago si, que hago cuando, que pasa si, que pasa cuando, que pasaria si, que sucede si, que "
            + "ocurre si, y si, hay castigo, pierdo",
            "fall*, olvid*, salt*, no, pierdo, racha, castigo, tarde, me paso, se me pasa"),
        Ask(TalkTopic.Missed, "o que eu faco se, o que faco se, o que acontece se, o que acontece quando, que acontece se, oq "
            + "acontece se, o que rola se, e se eu, o que da se, perco, tem punicao",
            "perd*, perco, falh*, esquec*, pul*, nao, atras*, sequencia, punicao, falt*"),
        Ask(TalkTopic.Missed, "क्या होगा, क्या होता, तो क्या, क्या हो जाएगा, सज़ा मिलेगी, सजा मिलेगी", "भूल*, चूक*, मिस, छूट*, छोड़*, छोड*, नहीं, ना, न"),
        Ask(TalkTopic.Missed, "kya karu agar, kya karun agar, kya hoga, kya hota, to kya, toh kya, kya ho jayega, kya ho jaega, "
            + "saza milegi", "bhool*, bhul*, chook*, chuk*, miss*, chhoot*, chhut*, choot*, chhod*, chod*, nahi, nhi, na, skip*"),
        Ask(TalkTopic.Missed, "agar, अगर", "bhool gaya to, bhool gayi to, miss ho gaya to, miss ho gayi to, chook gaya to, chook gayi to, भूल गया तो, भूल गई तो, चूक गया तो, चूक गई तो"),
        Ask(TalkTopic.Missed, "מה עושים אם, מה לעשות אם, מה אני עושה אם, מה קורה אם, מה קורה כש*, מה יקרה אם, מה אם, ואם, מה יהיה "
            + "אם, יש עונש, מה העונש",
            "מפספס*, אפספס*, פספס*, שוכח*, אשכח, שכחתי, לא, מדלג*, אדלג, נכשל*, מחמיצ*, מאחר*, יש עונש, מה העונש"),
        Ask(TalkTopic.NextReminder, "when, what time, next, whens", "my next reminder, next reminder, next notification, next alert, will you remind, do you remind, will you message, will you write, will you ping, will you text, you gonna remind, you going to remind, get reminded, be reminded, next nudge, next ping"),
        Ask(TalkTopic.NextReminder, "cuando, a que hora, proximo, proxima, siguiente", "proximo recordatorio, siguiente recordatorio, proximo aviso, siguiente aviso, me avisas, me avisaras, me vas a avisar, me recuerdas, me recordaras, me vas a recordar, proxima notificacion, proxima alerta, me toca el recordatorio, me escribes, el recordatorio"),
        Ask(TalkTopic.NextReminder, "quando, que horas, proximo, proxima", "proximo lembrete, lembrete, proximo aviso, me avisa, vai me avisar, vai me lembrar, me lembra, proxima notificacao, proximo alerta, vc me chama, voce me chama"),
        Ask(TalkTopic.NextReminder, "कब, अगला, अगली, कितने बजे", "रिमाइंडर, याद दिला*, याद करा*, अगली याद, नोटिफिकेशन"),
        Ask(TalkTopic.NextReminder, "kab, agla, agli, kitne baje, next", "reminder, yaad dila*, yaad kara*, notification, remind karoge"),
        Ask(TalkTopic.NextReminder, "מתי, הבאה, באיזו שעה", "התזכורת, תזכורת, תזכיר לי, תזכירי לי, מזכיר לי, ההתראה, התראה"),
        Ask(TalkTopic.Privacy, "who, anyone, anybody, somebody, someone, others, other people, else, you guys", "see my, see what, see this, see these, sees my, sees what, sees this, read my, read this, read these, read what, reads my, reads this, reads what, access to, look at my, access my, can see, can read, sees it, reading this, reading my"),
        Ask(TalkTopic.Privacy, "is this, is it, is my, are my, are these, is our, is everything, is what", "private, safe, secure, confidential, encrypted, anonymous"),
        Ask(TalkTopic.Privacy, "do you, does it, will you, are you, what do you do, where do you, where is, where are, what happens", "my data, my info, my information, my messages, my chats, store what, save what, share what, sell my, data safe, keep what i, keep my, share my, privacy"),
        Ask(TalkTopic.Privacy, "quien, alguien, otros, otras personas, ustedes", "ve lo que, ven lo que, ver lo que, ve mis, ven mis, ver mis, lee lo que, leen lo que, leer lo que, lee mis, leen mis, leer mis, ve esto, ver esto, ven esto, lee esto, leer esto, leen esto, tiene acceso, puede ver, puede leer"),
        Ask(TalkTopic.Privacy, "es, son, esto, mis, estan", "privado, privada, privados, privadas, seguro, segura, confidencial, anonimo, seguros"),
        Ask(TalkTopic.Privacy, "compart*, vend*, guard*, us*, que hacen, que haces, donde", "mis datos, mi informacion, mis mensajes, lo que escribo, lo que digo, mis chats, lo que te cuento"),
        Ask(TalkTopic.Privacy, "quem, alguem, outros, outras pessoas, voces", "ve o que, veem o que, ver o que, ve minhas, veem minhas, ver minhas, le o que, leem o que, ler o que, le minhas, ler minhas, leem minhas, ve isso, ver isso, le isso, ler isso, tem acesso, pode ver, pode ler, consegue ver, consegue ler, ve meus, ler meus"),
        Ask(TalkTopic.Privacy, "e, isso, isto, aqui, meus, minhas, sao, ta, esta", "privado, privada, privados, privadas, seguro, segura, seguros, confidencial, sigiloso, sigilosa, anonimo"),
        Ask(TalkTopic.Privacy, "compartilh*, vend*, guard*, salv*, us*, o que voces fazem, o que vc faz, onde", "meus dados, minhas mensagens, minha conversa, o que eu escrevo, o que escrevo, o que eu falo, minhas informacoes, minhas conversas"),
        Ask(TalkTopic.Privacy, "कौन, कोई, किसी, और लोग, दूसरे", "देख*, पढ़*, पढ*"),
        Ask(TalkTopic.Privacy, "डेटा, मैसेज, संदेश, चैट, जानकारी, बातें, बात, लिखता, लिखती, लिखा, यह, ये", "सुरक्षित, प्राइवेट, गुप्त, निजी, सेव, शेयर, बेचते, गोपनीय"),
        Ask(TalkTopic.Privacy, "kaun, kon, koi, kisi, aur log", "dekh*, padh*, padta, padhta"),
        Ask(TalkTopic.Privacy, "data, msg, msgs, message, messages, chat, chats, info, baat, baatein, likhta, likhti, likha, yeh, ye", "safe, private, secure, secret, share karte, save karte, bechte, surakshit"),
        Ask(TalkTopic.Privacy, "מי, מישהו, מישהי, אנשים, עוד מישהו", "רואה, רואים, לראות, קורא, קוראים, קוראת, לקרוא, גישה, יראה, יקרא"),
        Ask(TalkTopic.Privacy, "זה, המידע, ההודעות, מה שאני, השיחה, הצאט, כאן, פה", "פרטי, פרטית, פרטיות, בטוח, בטוחה, סודי, מאובטח, מאובטחת, חסוי, חסויה, מוצפן, מוצפנות, אנונימי"),
        Ask(TalkTopic.Privacy, "שומר, שומרים, שומרת, מוכר, מוכרים, משתפ*, משתף, עושים עם, איפה", "המידע שלי, הנתונים שלי, ההודעות שלי, מה שאני כותב, מה שאני כותבת, הפרטים שלי"),
        Ask(TalkTopic.Price, "is there, are there, any", "charge, charges, monthly charges, fees, fee, cost"),
        Ask(TalkTopic.Privacy, "can my, can a, can the, can someone, can they, could my, will my",
            "read what, see what, read my, see my, read this, see this, read it, see it, find out"),
        Ask(TalkTopic.Privacy, "alguien mas, hay alguien, puede mi, pueden mis",
            "que lea, que vea, leer lo, ver lo, leer mis, ver mis, mis mensajes"),
        Ask(TalkTopic.Privacy, "alguem mais, minha esposa, meu marido, minha mae, meu chefe",
            "le o que, ve o que, consegue ler, consegue ver, minhas mensagens, pode ler, pode ver"),
        Ask(TalkTopic.Privacy, "डेटा, मैसेज, जानकारी, data, message, msg", "बेच, बेचो, लीक, bech, bechoge, bechte, leak"),
        Ask(TalkTopic.Price, "is, are, do, does, how, what, whats, will, any, gonna, which", "free, cost, costs, price, pricing, to pay, i pay, charge, charging, fee, fees, subscription, paid, hidden costs, cost me, much money, pay for this, pay anything"),
        Ask(TalkTopic.Price, "es, esto, cuanto, me van, van a, hay que, tengo que, se, que precio, cual, cobran, cobras, cobra, me, tiene, sale, debo, todo", "gratis, gratuito, gratuita, cuesta, cuestas, cobran, cobras, cobra, precio, que pagar, se paga, costo, tiene costo, vale esto, suscripcion, sale esto, de pago, pagar algo, pagar por"),
        Ask(TalkTopic.Price, "e, eh, isso, quanto, tem que, tenho que, precisa, preciso, paga, cobra, cobram, qual, vou ter que, tem, vcs, voces, esse", "gratis, gratuito, gratuita, de graca, custa, cobra, cobram, preco, pagar, e pago, mensalidade, assinatura, paga alguma coisa, paga algo, custo"),
        Ask(TalkTopic.Price, "क्या, कितने, कितना, कितनी, है, कोई", "मुफ़्त, मुफ्त, फ्री, फ़्री, पैसे लग*, पैसे देने, पैसा लग*, कीमत, क़ीमत, शुल्क, चार्ज, कितने पैसे, कितने का"),
        Ask(TalkTopic.Price, "kya, kitne, kitna, kitni, hai, koi", "free, muft, paise lag*, paisa lag*, paise dene, kitne paise, kitna paisa, kitne ka, charge, charges, fees, kharcha, price"),
        Ask(TalkTopic.Price, "זה, כמה, האם, צריך, צריכה, יש, מה, ה*", "בחינם, חינם, עולה, עלות, המחיר, מחיר, לשלם, בתשלום, עולה כסף, דמי מנוי, משלמים"),
        Ask(TalkTopic.QuietHours, "dont, do not, stop, no, never, not, without, mute, silence, please dont", "remind*, write, message, messages, messaging, text, texting, texts, ping, pinging, notif*, bother, disturb, wake me, msg, alerts, buzz", "night, nights, sleep, sleeping, asleep, after, late, midnight, before"),
        Ask(TalkTopic.QuietHours, "no, deja, dejen, sin, nada de", "me escrib*, me avis*, me mand*, me molest*, me record*, me recuerd*, recordatorios, mensajes, avisos, notificaciones, me despiert*, de escribirme, de molestar*, molest*, escribas, escribirme", "noche, noches, madrugada, duermo, dormir, durmiendo, despues de las, a partir de las"),
        Ask(TalkTopic.QuietHours, "nao, para de, sem, nada de, parem de", "escrev*, avis*, mand*, incomod*, lembr*, mensagem, mensagens, notificacoes, notificacao, acord*, perturb*, cham*", "noite, madrugada, durmo, dormir, dormindo, depois das, apos as"),
        Ask(TalkTopic.QuietHours, "मत, ना, नहीं, न, बंद", "मैसेज, याद, भेज*, लिख*, परेशान, रिमाइंडर, नोटिफिकेशन, जगा*", "रात, सोते, सोने, के बाद, नींद"),
        Ask(TalkTopic.QuietHours, "mat, na, nahi, nhi, band, no", "msg, msgs, message, messages, yaad, bhej*, likh*, pareshan, remind*, notif*, jaga*, disturb", "raat, night, sote, sone, ke baad, neend"),
        Ask(TalkTopic.QuietHours, "אל, לא, תפסיק, תפסיקי, בלי, די", "תזכיר, תזכירי, תשלח, תשלחי, תכתוב, תכתבי, הודעות, תזכורות, להעיר, תעיר, תעירי, להפריע, תפריע, תפריעי, התראות, לכתוב, לשלוח", "בלילה, לילה, בלילות, ישן, ישנה, שינה, אחרי, מאוחר"),
        Ask(TalkTopic.How, "how does this work, how do you work, how does it work, what do you do, what is this, whats this, what are you for, what is this for, como funciona, como funcionas, que haces, que puedes hacer, para que sirve, para que sirves, que es esto, o que voce faz, o que vc faz, como isso funciona, pra que serve, pra que voce serve, o que e isso, कैसे काम करता, कैसे काम करते, आप क्या करते, तुम क्या करते, यह क्या है, ये क्या है, kaise kaam karta, kaise kaam karte, tum kya karte, aap kya karte, ye kya hai, yeh kya hai, kya kaam karte, איך זה עובד, איך את עובדת, איך אתה עובד, מה אתה עושה, מה את עושה, איך זה פועל, מה זה, מה אתה יודע לעשות, מה את יודעת לעשות"),

        // Chat: nothing else in the text is understood.
        Chat(TalkTopic.Busy, "was busy, i was busy, been busy, so busy, too busy, super busy, crazy busy, sorry i forgot, sorry forgot, i forgot sorry, my bad, sorry about that, estaba ocupad*, estuve ocupad*, perdon se me, se me olvido, se me paso, perdon por, estava ocupad*, tava ocupad*, desculpa esqueci, esqueci desculpa, foi mal, me desculpa, व्यस्त था, व्यस्त थी, व्यस्त रहा, माफ करना, माफ़ करना, माफ कीजिए, busy tha, busy thi, busy raha, bhool gaya sorry, sorry bhool, sorry yaar, maaf karna, הייתי עסוק, הייתי עסוקה, הייתי בלחץ, סליחה שכחתי, שכחתי סליחה, סליחה על"),
        Chat(TalkTopic.GivingUp, "i quit, i give up, me rindo, renuncio, tiro la toalla, eu desisto, desisto, मैं हार गया, मैं हार गई, हार मान ली, main haar gaya, main haar gayi, haar maan li, אני פורש, אני פורשת, ויתרתי, אני מוותר, אני מוותרת"),
        Chat(TalkTopic.Feelings, "feel like shit, feel like crap, feel like garbage, feel like trash, feel awful, feel terrible, feel bad, feel sad, feel down, feel low, feel empty, feel lonely, feel tired, feeling down, feeling low, feeling sad, feeling bad, feeling blue, feeling lazy, feeling awful, feeling terrible, feeling tired, depressed, im sad, i am sad, exhausted, drained, worn out, burnt out, burned out, stressed, anxious, overwhelmed, so tired, im tired, very tired, too tired, bad day, rough day, hard day, tough day, awful day, terrible day, shitty day, crap day, horrible day, rough week, tough week, bad week, fed up, no energy, no motivation, unmotivated, lost motivation, not in the mood, cant anymore"),
        Chat(TalkTopic.Feelings, "me siento mal, me siento fatal, me siento horrible, me siento triste, me siento sol*, me siento agotad*, me siento cansad*, estoy triste, deprimid*, agotad*, cansad*, estresad*, ansios*, desmotivad*, desanimad*, sin ganas, sin energia, sin animos, sin fuerzas, mal dia, dia horrible, dia malo, dia de perros, dia pesimo, dia duro, dia dificil, bajon, de bajon, estoy hart*, estoy fatal, estoy mal, no tengo ganas, no doy mas, no puedo mas"),
        Chat(TalkTopic.Feelings, "to mal, tou mal, estou mal, me sinto mal, me sentindo mal, to triste, estou triste, triste, deprimid*, exaust*, cansad*, acabad*, estressad*, ansios*, desanimad*, pra baixo, sem animo, sem energia, sem vontade, sem forcas, dia ruim, dia pessimo, dia horrivel, dia dificil, dia pesado, na bad, nao aguento mais, de saco cheio, to na pior"),
        Chat(TalkTopic.Feelings, "उदास, दुखी, निराश, परेशान, थक, थका, थकी, थकान, मन नहीं, मन ठीक नहीं, मूड खराब, मूड ख़राब, मूड ऑफ, बुरा लग, बुरा महसूस, अकेला, अकेली, तनाव, टेंशन, हिम्मत नहीं, अच्छा नहीं लग, udaas, udas, dukhi, nirash, pareshan, thak, thaka, thaki, thakan, mann nahi, man nahi, mood kharab, mood off, bura lag, bura feel, akela, akeli, tension, himmat nahi, acha nahi lag, accha nahi lag, stress*, dimag kharab"),
        Chat(TalkTopic.Feelings, "עצוב, עצובה, בדיכאון, מדוכא, מדוכאת, מרגיש רע, מרגישה רע, מרגיש נורא, מרגישה נורא, מרגיש זוועה, מרגישה זוועה, מרגיש חרא, מרגישה חרא, אין לי כוח, אין לי כח, אין כוח, מותש, מותשת, גמור, גמורה, עייף, עייפה, לחוץ, לחוצה, בלחץ, יום קשה, יום רע, יום נורא, יום זוועה, יום גרוע, נמאס לי, על הפנים, בבאסה, מבואס, מבואסת, אין לי מצב רוח, בודד, בודדה, שבור, שבורה"),
        Chat(TalkTopic.Goodbye, "bye, byee, byeee, bye bye, goodbye, good bye, see you, see ya, see u, cya, talk later, talk to you later, ttyl, gtg, gotta go, got to go, catch you later, take care, peace out, adios, chao, chau, hasta luego, hasta manana, hasta pronto, nos vemos, hablamos luego, hablamos manana, me voy a dormir, cuidate, tchau, tchauzinho, ate logo, ate mais, ate amanha, ate breve, falou, flw, vlw flw, abracos, bjs, अलविदा, बाय, फिर मिलेंगे, फिर मिलते, बाद में बात, चलता हूं, चलती हूं, चलो बाय, alvida, phir milenge, phir milte, fir milenge, fir milte, baad mein baat, chalo bye, chalta hu, chalta hoon, ביי, ביייי, להתראות, נתראה, נדבר, יאללה ביי, נשתמע"),
        Chat(TalkTopic.Laughter, "lol*, lmao*, rofl, haha*, hahaha*, hehe*, ahaha*, jaja*, jeje*, jiji*, kkk*, rsrs*, kakaka*, हाहा*, हा हा, हेहे*, हीही*, हहह*, חחח*, חח, ההה*, 😂*, 🤣*, so funny, youre funny, ur funny, you are funny, u so funny, funny, que risa, que gracioso, gracios*, me parto, engracad*, morri, to rindo, मज़ेदार, मजेदार, mazedaar, mazak, hasi aa, קורע, מצחיק, מצחיקה"),
        Ask(TalkTopic.QuietHours,
            "do you, does it, will you, which hours, what hours, between which, is there a, mandas, costumas, vc manda, voce manda, "
            + "बजाओगे, करोगे, באיזה שעות, באילו שעות",
            "at 3am, at night, during the night, at midnight, do-not-disturb, do not disturb, not buzz, not write, not ping, "
            + "not message, de madrugada, por la noche, durante a noite, de noite, रात को, raat ko, לא שולח, לא תשלח, לא כותב"),
        Ask(TalkTopic.NextReminder,
            "how long till, how long until, when will, when are you, מתי, kab, कब, agla, que horas, que hora, cuando",
            "bug me, ping me, buzz me, nag me, nudge me, ping, encher o saco, me cobrar, me molestas, me jodes, מציק, מציקה, תציק"),
        Ask(TalkTopic.Privacy, "where, donde, onde, how long, facebook, meta, whatsapp, my boss, mi jefe, meu chefe, הבוס, mere pati, "
            + "meri patni, मेरे पति",
            "get stored, stored, is stored, guardadas, guardados, guardan, guardam, historico, use my, show me ads, can see, read this, "
            + "ver esto, padh sakte, पढ़ सकते, לראות, לקרוא"),
        Ask(TalkTopic.Price, "is there, any, me van a, van a, quanto que, quanto, aceita, it, זה, यह, से भी, लेते",
            "discount, student discount, cobrar, tarjeta, sai por mes, por mes, pix, cartao, יורד לי, מהאשראי, באשראי, शुल्क, पैसे लेते"),
        Ask(TalkTopic.Missed, "if i, si un dia, y si, e se eu, e se, अगर, में, אם, הלך לי, streak, रोज़ नहीं",
            "fail a day, fallo, fallo un dia, furar, furar um dia, टूट जाती, टूट जाएगी, toot jayegi, toot jaati, הרצף"),
        Chat(TalkTopic.Laughter, "tell me a joke, tell us a joke, a joke, cuentame un chiste, un chiste, conta uma piada, uma piada, "
            + "चुटकुला, joke sunao, ek joke, בדיחה, ספר בדיחה, sweet dreams, gd nyt, good nyt, बोर हो रह, bor ho rah, im bored, "
            + "me aburro, to entediad*, משעמם לי, my cat, meu gato, mi gato, החתול שלי, did you watch, viste el partido, viu o jogo, "
            + "ראית את המשחק, promotion mil, got promoted, i got the job, התקבלתי"),
        Chat(TalkTopic.Feelings, "knackered, shattered, slog of a day, over the moon, so nervous, nervous about, butterflies, lonely, "
            + "i dey vex, so angry, im angry, homesick, que nervios, estres, felicidad, feliz, no quepo en mi, nervos, saudades, "
            + "que saudade, nervosa com, nervoso com, घबरा, ghabra, mann bhaari, मन भारी, breakup, לא ישנתי, סמרטוט, מתרגש, מתרגשת, "
            + "לחוץ מ, רציתי לפרוק, נמאס לי מכולם, שמח, שמחה"),
        Chat(TalkTopic.Laughter, "how are you, hows life, how is life, how was your day, have you eaten, did you eat, whats cooking, "
            + "lets go sergeant, lets gooo, que tal estas, como andas, como te va, ya comiste, que cuentas, vamos con todo, a darle, "
            + "como vc ta, como voce esta, ja almocou, bora pra cima, vamo que vamo, pra cima, क्या चल रहा, खाना खाया, और बताओ, "
            + "और सुनाओ, kya chal raha, kya chal rha, khana khaya, aur batao, aur sunao, מה נשמע, מה קורה, אכלת, מה שלומך, מה איתך, "
            + "vc e demais, voce e demais, obrigadao"),
        Chat(TalkTopic.Feelings, "so proud, proud of myself, feeling proud, feeling great, feeling good, orgulloso de mi, "
            + "orgullosa de mi, orgulhoso de mim, orgulhosa de mim, molid*, hecho polvo, hecha polvo, vaya semanita, semana pesada, "
            + "dia pesado, quebrad*, um caco, moid*, थक गया, थक गई, मन नहीं, किसी चीज का मन, יום מבאס, איזה יום, יום ארוך, סחוט, סחוטה, "
            + "הרוס, הרוסה"),
        Chat(TalkTopic.Laughter, "good bot, nice bot, love you, love this, youre great, youre awesome, youre the best, you are the best, you rock, ur the best, well done bot, eres genial, eres lo maximo, eres la mejor, eres el mejor, te quiero, me encantas, que crack, voce e demais, vc e demais, voce e o melhor, vc e top, te amo, adorei, तुम बहुत अच्छे, आप बहुत अच्छे, बढ़िया हो, tum bahut ache, tum mast, aap bahut ache, mast ho, gajab ho, אתה אלוף, את אלופה, אתה תותח, את תותחית, אתה מלך, את מלכה, אוהב אותך, אוהבת אותך, אתה מעולה"),
        Chat(TalkTopic.Gentler, "be nicer, be kinder, be gentler, be nice to me, too harsh, so mean, too mean, dont yell, stop yelling, mas amable, muy duro, muy dura, no me grites, mais gentil, muito duro, pega leve, nao grita, प्यार से, नरमी से, सख्त, pyaar se, gussa mat, itna gussa, chilla mat, יותר נחמד, תהיה נחמד, תהיי נחמדה, קשוח מדי, אל תצעק"),
        Chat(TalkTopic.Chart, "show me the chart, show the chart, show my chart, the chart, my chart, muestrame la grafica, la grafica, ver grafica, mostra o grafico, o grafico, ver grafico, चार्ट दिखाओ, चार्ट, chart dikhao, תראה לי את הגרף, הגרף, תראי לי את הגרף"),
    ];

    /// <summary>What a text speaks of; null: nothing of the kind.</summary>
    /// <param name="isUnderstood">Something else is understood of it: a question about the bot is one all the same, chat is not.</param>
    public static TalkTopic? Read(string text, bool isUnderstood)
    {
        if (text.Length > LongestText) return null;
        var plain = Plain(text);
        var words = plain.Count(letter => letter == ' ') - 1;
        var letters = $" {string.Concat(plain.Where(letter => !char.IsSurrogate(letter))).Trim()} ";
        foreach (var row in _rows)
        {
            if (words > (row.IsChat ? MostWordsOfChat : MostWords)) continue;

            // What is nothing but such words is chat, whatever else they may mean.
            if (row.IsChat && isUnderstood && !Array.Exists(row.Groups[0], word => word == letters)) continue;
            if (Array.TrueForAll(row.Groups, group => Array.Exists(group, word => plain.Contains(word, StringComparison.Ordinal)))) return row.Topic;
        }

        return null;
    }

    /// <summary>They want to know whether a machine answers them.</summary>
    public static bool AsksWhetherBot(string text)
    {
        if (text.Length > LongestText) return false;
        var plain = Plain(text);
        return plain.AsSpan().ContainsAny(_machines) && plain.Count(letter => letter == ' ') - 1 <= MostWordsOfChat && Array.Exists(_bot, IsSaid);

        bool IsSaid(string[][] groups) => Array.TrueForAll(groups, group => Array.Exists(group, word => plain.Contains(word, StringComparison.Ordinal)));
    }

    private static readonly string[][][] _bot =
    [
        Groups("is someone, somebody typing, someone typing, are you, r you, are u, r u, is this, is it, is there, are there, you a, "
            + "u a, am i talking to, am i chatting with, am i speaking to, talking to a, who am i talking",
            "bot, robot, human, a person, real person, real, machine, ai, an ai, a computer, chatbot, chatgpt, automated, a program, who am i talking, real people, real human, someone there, anybody there, anyone there, a human"),
        Groups("quien contesta, quien me contesta, un tipo o, eres, sos, es usted, estoy hablando, hablo con, esto es, hay alguien, "
            + "hay una, hay un, hay gente, usted es, quien me",
            "bot, robot, un programa, programa, humano, humana, una persona, persona real, real, ia, maquina, una ia, hay alguien, "
                + "hay gente, automatico, persona o, quien me responde, quien me contesta, inteligencia artificial"),
        Groups("voce e, vc e, tu e, quem ta, quem esta, e com quem, to conversando com, converso com, tu es, e um, e uma, isso e, to falando com, tou falando com, estou falando com, falo com, tem alguem, e voce",
            "bot, robo, humano, humana, uma pessoa, pessoa de verdade, real, ia, maquina, uma ia, gente de verdade, tem alguem ai, automatico, inteligencia artificial, ser humano, quem ta falando, quem esta falando"),
        Groups("तुम, आप, यह, ये, तू, क्या, मैं", "बॉट, बोट, रोबोट, मशीन, इंसान, इन्सान, असली, एआई, ए आई, कंप्यूटर"),
        Groups("tumhe koi, koi, tum, aap, tu, ye, yeh, kya, main",
            "bot, robot, chala raha, automatic, machine, insaan, insan, asli, ai, human, computer, koi hai, aadmi"),
        Groups("מי עומד מאחורי, יש שם מישהו, מדבר איתי, מדברת איתי, עונה לי, אתה, את, זה, אני מדבר עם, אני מדברת עם, יש פה, יש כאן, "
            + "מדבר עם, מדברת עם", "בוט, רובוט, מכונה, מחשב, יש שם מישהו, המספר הזה, בן אדם, אדם אמיתי, אנושי, אנושית, אמיתי, אמיתית, "
            + "בינה מלאכותית, מישהו אמיתי, אדם"),
    ];

    // Most texts name neither a machine nor a person.
    private static readonly SearchValues<string> _machines =
        SearchValues.Create([.. _bot.SelectMany(groups => groups[^1])], StringComparison.Ordinal);

    private static Row Ask(TalkTopic topic, params string[] groups) => new(topic, IsChat: false, Groups(groups));

    private static Row Chat(TalkTopic topic, params string[] groups) => new(topic, IsChat: true, Groups(groups));

    private static string[][] Groups(params string[] groups) => SpokenWords.Groups(groups);

    private static string Plain(string text) => SpokenWords.Plain(text);

    private sealed record Row(TalkTopic Topic, bool IsChat, string[][] Groups);
}
