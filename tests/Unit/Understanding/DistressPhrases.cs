namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>What people in despair write, and what people write on any day, thirty of each in each language.</summary>
internal static class DistressPhrases
{
    public static readonly IReadOnlyDictionary<string, string[]> Despair = new Dictionary<string, string[]>
    {
        ["en"] =
        [
            "I want to die", "i just want to die", "honestly I wanna die", "thinking about killing myself",
            "i'm going to kill myself tonight", "k1ll myself", "i want to d1e", "ｉ ｗａｎｔ ｔｏ ｄｉｅ", "i want to d i e",
            "𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞", "su1c1de", "s u i c i d e is all I think of", "i cant go on", "I can't do this anymore",
            "I just can't take this anymore", "I want to end it all", "i hate myself",
            "everyone would be better off without me", "I don't want to be alive", "wish i was never born",
            "nobody would miss me", "I want to hurt myself", "i keep cutting myself", "no reason to live",
            "thinking of ending it", "i want to unalive", "i hope i don't wake up", "I want to... die", "I want to dieee",
            "i don't deserve to live", "i want 2 die", "i w4nt 2 d!e", "dnt want 2 live anymore",
        ],
        ["es"] =
        [
            "me quiero morir", "quiero morirme ya", "he pensado en suicidarme", "quiero matarme", "qu1ero m0rir",
            "ｑｕｉｅｒｏ ｍｏｒｉｒ", "ya no quiero vivir", "no quiero seguir viviendo", "no vale la pena vivir",
            "quiero hacerme daño", "quiero cortarme las venas", "voy a quitarme la vida", "quiero acabar con mi vida",
            "ya no puedo más", "ya no aguanto más", "odio mi vida", "estarían mejor sin mí", "quisiera estar muerta",
            "ojalá me muriera", "no tengo motivos para vivir", "pienso en morir todo el rato", "tengo ideas suicidas",
            "me quiero tomar todas las pastillas, tomarme todas las pastillas", "nadie me echaría de menos",
            "no merezco vivir", "harta de vivir", "quiero desaparecer para siempre", "solo quiero acabar con todo",
            "voy a tirarme de un puente", "quiero m o r i r",
        ],
        ["pt"] =
        [
            "quero morrer", "só quero morrer", "quero me matar", "vou me suicidar", "qu3ro m0rrer", "ｑｕｅｒｏ ｍｏｒｒｅｒ",
            "não quero mais viver", "não aguento mais viver", "não aguento mais", "queria estar morta",
            "preferia estar morto", "quero me machucar", "penso em morrer", "tenho pensamentos suicidas",
            "não vale a pena viver", "odeio minha vida", "quero sumir pra sempre", "vontade de morrer",
            "quero acabar com tudo", "vou tirar minha vida", "ninguém sentiria minha falta", "não mereço viver",
            "cansei de viver", "viver não faz mais sentido", "quero cortar os pulsos", "queria nunca ter nascido",
            "não quero existir", "me odeio", "queria sumir", "desistir de viver",
        ],
        ["hi"] =
        [
            "मैं मरना चाहता हूँ", "मरना चाहती हूँ", "मैं जीना नहीं चाहता", "जीने का मन नहीं करता",
            "आत्महत्या करने का सोच रहा हूँ", "खुदकुशी कर लूँगा", "अपनी जान दे दूँगा", "सब खत्म कर दूँ", "मुझे मरना है",
            "जीने की इच्छा नहीं", "ज़हर खा लूँगा", "छत से कूद जाऊँगा", "काश मैं मर जाता", "मेरे बिना सब खुश रहेंगे",
            "मर जाऊँ क्या", "जीकर क्या करूँ", "marna chahta hu", "mar jana chahti hu", "jeene ka mann nahi karta",
            "khudkushi kar lunga", "m4rna chahta hu", "ｍａｒｎａ ｃｈａｈｔａ ｈｕ", "suicide karna hai", "apni jaan de dunga",
            "ab nahi jeena", "zindagi khatam karni hai", "mere bina sab khush rahenge", "khud ko khatam kar lunga",
            "phansi laga lunga", "jeene ki wajah nahi hai",
        ],
        ["he"] =
        [
            "אני רוצה למות", "בא לי למות", "רוצה פשוט למות", "חושבת להתאבד", "אני הולך להתאבד", "לא רוצה לחיות",
            "לא רוצה יותר לחיות", "אין לי סיבה לחיות", "אין טעם לחיות", "רוצה לפגוע בעצמי", "חותכת את עצמי",
            "שונא את עצמי", "שונאת את החיים", "נמאס לי לחיות", "נמאס לי מהחיים", "רוצה להרוג את עצמי",
            "לסיים את החיים שלי", "לשים קץ לחיי", "לגמור עם הכל", "אין לי כוח לחיות", "הלוואי שהייתי מת", "עדיף שאמות",
            "יהיה לכולם יותר טוב בלעדיי", "אף אחד לא יתגעגע אליי", "מחשבות אובדניות", "אני לא יכולה להמשיך ככה",
            "לא מגיע לי לחיות", "לקפוץ מהגג", "רוצה להיעלם לתמיד", "אֲנִי רוֹצֶה לָמוּת",
        ],
    };

    public static readonly IReadOnlyDictionary<string, string[]> Everyday = new Dictionary<string, string[]>
    {
        ["en"] =
        [
            "2 die cast models", "i want 2 diet", "want u 2 come",
            "I can't go on saturday's run", "can't do this anymore today, skip", "end it all by friday: report",
            "my boss is killing me", "my boss is killing me with work", "this workout is killing me",
            "cut myself some slack", "i can't go on friday", "i never wake up on time", "ran 5 kms today",
            "I can't go on tuesday", "cut myself shaving", "I hurt myself lifting, skip gym", "wanted to die laughing",
            "died of laughter", "I'm dying to see the chart", "kill it at the gym", "killed my workout",
            "I want to end it at 9", "coffee overdose lol", "can't take this anymore, these burpees",
            "the traffic, I can't take it anymore", "hate myself for skipping gym", "stop smoking",
            "don't let me die of boredom", "suicide sprints every monday", "i did not wake up for the alarm",
            "deadline is killing me", "dead tired, reading done", "dead lifts 3x a week",
        ],
        ["es"] =
        [
            "me muero de hambre", "me quiero morir de risa", "quiero morirme de vergüenza", "mi jefe me mata",
            "mi jefe me está matando", "este entrenamiento me mata", "cortarme el pelo", "no puedo más con el calor",
            "no aguanto más esta dieta", "ya no puedo más, hoy salto el gimnasio", "acabar con todo el informe",
            "terminar con todo antes del viernes", "matarme a estudiar", "matarme entrenando", "me corto las uñas",
            "me muero de sueño", "el domingo no puedo correr", "no despertar tarde", "dejar de fumar", "muero por un café",
            "lastimarme la rodilla otra vez", "me odio por no ir al gimnasio", "peso muerto 3 veces por semana",
            "hora muerta", "ya no aguanto más flexiones", "no puedo ir el sábado", "matar el tiempo leyendo",
            "me mata la rutina", "terminé con todo", "hoy no puedo más, sáltalo",
        ],
        ["pt"] =
        [
            "tô morrendo de fome", "quero morrer de rir", "queria morrer de vergonha", "meu chefe me mata",
            "meu chefe está me matando", "esse treino me mata", "cortar o cabelo", "não aguento mais esse calor",
            "não aguento mais essa dieta", "não aguento mais hoje, pula o treino", "acabar com tudo até sexta",
            "acabar com tudo que falta do relatório", "vou me matar de estudar", "me matar na academia",
            "me cortar fazendo a barba", "morrendo de sono", "sábado não posso correr", "não acordar tarde",
            "parar de fumar", "morro por um café", "me machucar no treino de novo", "me odeio por não ir treinar",
            "levantamento terra 3 vezes", "matar o tempo lendo", "não aguento mais reunião", "não consigo ir no sábado",
            "a rotina me mata", "terminei tudo", "matei o treino", "hora morta",
        ],
        ["hi"] =
        [
            "भूख से मर रहा हूँ", "हँसते हँसते मर गया", "गर्मी से मर रहे हैं", "बॉस ने मार डाला काम से", "सब खत्म कर लिया",
            "आज नहीं होगा, छोड़ो", "शनिवार को दौड़ नहीं जा सकता", "रिपोर्ट शुक्रवार तक सब खत्म कर दूँगा",
            "सिगरेट छोड़ना है", "नींद से मर रहा हूँ", "थक गया हूँ आज", "शर्म से मर गई", "सब्जी काटते हाथ काट लिया",
            "आज उठ नहीं पाया", "जान निकल गई workout में", "bhookh se mar raha hu", "sab khatam kar liya",
            "hanste hanste mar gaya", "boss ne maar dala kaam se", "aaj nahi hoga, skip", "saturday ko run nahi ja sakta",
            "report friday tak sab khatam kar du", "smoking chhodna hai", "neend se mar raha hu", "aaj gym nahi",
            "sharm se mar gayi", "sabzi kaat li, haath kaat gaya", "jaldi uthna hai", "jaan nikal gayi gym mein",
            "suicide sprints har somvar",
        ],
        ["he"] =
        [
            "מת מרעב", "מתה מצחוק", "רוצה למות מצחוק", "בא לי למות מבושה", "הבוס הורג אותי", "הבוס הורג אותי עם העבודה",
            "האימון הזה הורג אותי", "לא יכול לרוץ בשבת", "לא יכול יותר היום, תדלג", "לגמור עם הכל עד שישי",
            "לגמור עם הכל היום", "להפסיק לעשן", "מת לקפה", "להרוג את עצמי באימון", "שונא את עצמי שאכלתי עוגה",
            "החום הזה הורג אותי", "אני רוצה לסיים הכל היום", "לא התעוררתי בזמן", "מת מעייפות", "דדליפט שלוש פעמים בשבוע",
            "הפקקים האלה, לא יכול יותר", "חתכתי סלט", "להסתפר", "הרגתי את האימון", "לא יכולה להגיע ביום ראשון",
            "לסיים את הספר", "לגמור את הדוח", "שעות מתות", "לא רוצה להתעורר מאוחר", "כבר לא מעשן",
        ],
    };
}
