using System.Collections.Frozen;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Matching;

/// <summary>Words that are one though no ending tells: "ran" and "run", "leí" and "lectura", "gym" and "gimnasio", "dhyan" and "ध्यान".</summary>
internal static class Kin
{
    private static readonly string[] _families =
    [
        "gym gimnasio gim jim जिम academia workout workouts train trained training entrené entrenar entrenamiento entreno treinei treinar treino 🏋",
        "take took taken taking", "make made making", "wake woke waking", "pay paid paying", "feed fed feeding", "call called calling", "brush brushed brushing", "go went gone", "do did done",
        "tomar tomé tomo tomado tomei tomou", "lena le li liya lene लेना ली लिया लेने", "לקחת לקחתי לוקח לוקחת קח", "शतरंज chess", "sona soya सोना सोया", "khana khaya खाना खाया", "pina piya पीना पिया",
        "run ran running 🏃 रनिंग दौड़ना दौड़ दौड़ा daudna daud dauda",
        "swim swam swum swimming 🏊", "write wrote written writing ✍", "sleep slept 🛌", "drink drank drunk", "eat ate eaten",
        "leer 📖 📚 lectura leí lee leo leído leyendo", "correr carrera corrida 🏃", "escribir escritura escrito", "nadar natación 🏊", "dormir duermo durmiendo", "orar oración",
        "ler 📖 📚 leitura li leio lido lendo", "escrever escrita escrito", "nadar natação", "orar oração",
        "meditation meditate meditated meditating meditar meditación meditação मेडिटेशन ध्यान dhyan dhyaan מדיטציה 🧘",
        "yoga yog योग योगा יוגה 🧘", "water paani pani पानी agua água מים 💧 🚰 🥤", "medicine meds med medication pills pill dawai davai dawa दवा दवाई गोली pastilla pastillas medicina remédio תרופה תרופות כדור כדורים 💊", "book books kitab kitaab किताब किताबें 📖 📚",
        "walk walked walking caminar caminhada caminata pasear passear 🚶 वॉक सैर टहलना टहल tehelna tehel sair", "exercise एक्सरसाइज़ कसरत व्यायाम kasrat vyayam vyayaam",
        "read reading 📖 📚", "पढ़ना 📖 📚 पढ़ाई पढ़ पढ़ा padhna padhai padh padha padho", "पूजा puja pooja", "दूध doodh", "लिखना लिख likhna likh",
        "קריאה 📖 📚 קרוא קראתי קורא קוראת", "ריצה 🏃 רוץ רצתי", "הליכה 🚶 לכת הלכתי ללכת", "כתיבה כתוב כתבתי", "שתייה שתיה שתות שתיתי", "אימון אימונים התאמן התאמנתי כושר מתאמן מתאמנת 🏋",
        "לימוד לימודים למוד למדתי", "שחייה שחיה שחות שחיתי", "מדיטציה מדטתי", "מתיחות התמתח התמתחתי", "ניקיון נקות ניקיתי", "שינה ישון ישנתי", "נגינה נגן ניגנתי", "בישול בשל בישלתי",
    ];

    // A word of two families, "nadar", is of kin to both.
    private static readonly FrozenDictionary<string, int[]> _ofWords = _families
        .SelectMany((family, index) => family.Split(' ').Select(word => (Word: Emoji.In(word) is [var drawn] ? drawn.Plain : Tokenizer.Cut(word)[0].Plain, Index: index)))
        .GroupBy(each => each.Word).ToFrozenDictionary(each => each.Key, each => each.Select(word => word.Index).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>They are of one family at least.</summary>
    public static bool Are(int[]? one, int[]? other) => one is not null && other is not null && one.AsSpan().ContainsAny(other);

    /// <summary>The families of a word; null: it is of none. "To run", "the gym": in Hebrew a letter before the word.</summary>
    public static int[]? Of(string word) => _ofWords.TryGetValue(word, out var families) ? families
        : word.Length > 3 && word[0] is 'ה' or 'ל' or 'ב' && _ofWords.TryGetValue(word[1..], out families) ? families
        : null;
}
