using System.Collections.Frozen;
using NodaTime;
using WhatsAppBots.Bots.Commands;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Answers what is said beside the matter, and questions about the bot itself, in all languages at any time.</summary>
internal static class SmallTalk
{
    private const int LongestText = 90;

    private static readonly (Topic Topic, string[] Phrases)[] _table =
    [
        (Topic.Free, [
            "is this free", "is it free", "how much does it cost", "how much is it", "do i have to pay", "what does it cost", "does it cost", "es gratis", "cuánto cuesta", "tengo que pagar", "hay que pagar",
            "é grátis", "é de graça", "é gratuito", "quanto custa", "tenho que pagar", "precisa pagar", "क्या यह मुफ़्त है", "मुफ्त है", "फ्री है", "कितने पैसे", "free hai kya", "kya ye free hai", "kitna paisa", "paise lagte hai", "paise lagenge",
            "זה בחינם", "כמה זה עולה", "כמה עולה", "צריך לשלם", "זה עולה כסף"]),
        (Topic.Miss, [
            "what happens if i miss", "what if i miss", "what happens when i miss", "what happens if i forget", "what if i forget", "qué pasa si fallo", "qué pasa si no lo hago", "qué pasa si se me olvida", "qué pasa si me salto",
            "o que acontece se eu perder", "o que acontece se eu falhar", "o que acontece se eu esquecer", "e se eu perder", "e se eu esquecer", "अगर मैं चूक गया", "अगर भूल गया तो", "चूकने पर क्या होगा", "agar bhool gaya to", "agar miss ho gaya to", "agar chook gaya", "miss hua to kya",
            "מה קורה אם אני מפספס", "מה קורה אם אני מפספסת", "מה קורה אם אשכח", "מה אם אני שוכח", "מה אם אפספס"]),
        (Topic.Reminder, [
            "when is my next reminder", "whens my next reminder", "when's my next reminder", "next reminder", "when will you remind me", "when do you remind me", "cuándo es mi próximo recordatorio", "próximo recordatorio", "cuándo me avisas", "cuándo me recuerdas",
            "quando é meu próximo lembrete", "próximo lembrete", "quando você me avisa", "quando vc me lembra", "अगला रिमाइंडर कब", "अगली याद कब", "agla reminder kab", "kab yaad dilaoge", "कब याद दिलाओगे", "מתי התזכורת הבאה", "התזכורת הבאה", "מתי תזכיר לי"]),
        (Topic.How, [
            "how does this work", "how do you work", "how does it work", "what do you do", "cómo funciona", "cómo funciona esto", "qué haces", "qué puedes hacer", "como funciona", "o que você faz", "como isso funciona",
            "यह कैसे काम करता है", "कैसे काम करता है", "ye kaise kaam karta hai", "kaise kaam karta hai", "tum kya karte ho", "आप क्या करते हैं", "איך זה עובד", "מה אתה עושה", "איך זה פועל"]),
        (Topic.Busy, [
            "sorry was busy", "sorry i was busy", "was busy", "i was busy", "sorry i forgot", "my bad", "sorry about that", "perdón estaba ocupado", "perdón estaba ocupada", "estaba ocupado", "estaba ocupada", "se me olvidó", "perdona se me pasó",
            "desculpa estava ocupado", "desculpa estava ocupada", "tava ocupado", "tava ocupada", "estava ocupado", "desculpa esqueci", "माफ़ करना मैं व्यस्त था", "व्यस्त था", "व्यस्त थी", "sorry busy tha", "busy tha", "busy thi", "bhool gaya sorry",
            "סליחה הייתי עסוק", "סליחה הייתי עסוקה", "הייתי עסוק", "הייתי עסוקה", "סליחה שכחתי"]),
        (Topic.Low, [
            "i feel like shit", "feel like shit", "i'm depressed", "im depressed", "i am depressed", "i'm sad", "im sad", "feeling down", "feeling low", "bad day", "rough day", "i'm exhausted", "im exhausted", "i'm so tired", "im so tired", "i'm stressed",
            "me siento mal", "me siento fatal", "estoy triste", "estoy deprimido", "estoy deprimida", "estoy agotado", "estoy agotada", "mal día", "tô mal", "estou mal", "tô triste", "estou triste", "estou deprimido", "estou deprimida", "tô exausto", "tô exausta", "dia ruim",
            "मन ठीक नहीं", "उदास हूँ", "दुखी हूँ", "बहुत थक गया", "बहुत थकी हूँ", "udaas hu", "dukhi hu", "mann nahi lag raha", "bahut thak gaya", "bahut thak gayi", "אני עצוב", "אני עצובה", "אני בדיכאון", "אני מדוכא", "אני מדוכאת", "יום קשה", "אני גמור", "אני מותש", "אני מותשת"]),
        (Topic.Bye, [
            "bye", "goodbye", "good bye", "see you", "see ya", "cya", "later bye", "talk later", "adiós", "chao", "chau", "hasta luego", "nos vemos", "tchau", "até logo", "até mais", "falou", "अलविदा", "बाय", "फिर मिलेंगे", "bye bye", "alvida", "phir milenge", "ביי", "להתראות", "נדבר אחר כך"]),
        (Topic.Laugh, ["lol", "haha", "hahaha", "hahahaha", "lmao", "rofl", "jaja", "jajaja", "jajajaja", "kkk", "kkkk", "kkkkk", "rsrs", "हाहा", "हा हा", "hehe", "חחח", "חחחח", "חח", "😂", "🤣"]),
        (Topic.Gentle, [
            "can you be nicer", "be nicer", "be kinder", "be gentler", "you are too harsh", "too harsh", "puedes ser más amable", "eres muy duro", "pode ser mais gentil", "você é muito duro", "थोड़ा प्यार से बोलो", "नरमी से बोलो", "itna gussa mat karo", "तू बहुत सख़्त है",
            "אפשר להיות יותר נחמד", "תהיה נחמד", "אתה קשוח מדי"]),
        (Topic.Night, [
            "stop reminding me at night", "no reminders at night", "dont write at night", "don't write at night", "no me avises de noche", "no me escribas de noche", "não me avise à noite", "não me lembra de noite", "रात में याद मत दिलाओ", "raat ko reminder mat bhejo", "raat me yaad mat dilao",
            "אל תזכיר לי בלילה", "בלי תזכורות בלילה"]),
        (Topic.Chart, [
            "show me the chart", "show the chart", "show my chart", "chart", "muéstrame la gráfica", "la gráfica", "mostra o gráfico", "o gráfico", "चार्ट दिखाओ", "chart dikhao", "תראה לי את הגרף", "הגרף"]),
        (Topic.Quit, ["i quit", "me rindo", "renuncio", "eu desisto", "desisto", "मैं हार गया", "main haar gaya", "haar maan li", "אני פורש", "אני פורשת", "ויתרתי"]),
    ];

    private static readonly FrozenDictionary<string, Topic> _whole = _table
        .SelectMany(row => row.Phrases.Select(phrase => KeyValuePair.Create(PlainText.Of(phrase), row.Topic))).DistinctBy(pair => pair.Key).ToFrozenDictionary();

    // Phrases of three words and more are found within others too: "hey, is this free?"
    private static readonly (string Words, Topic Topic)[] _within = [.. _whole.Where(pair => pair.Key.Count(letter => letter == ' ') >= 2).Select(pair => (pair.Key, pair.Value))];

    private enum Topic
    {
        Free,
        Miss,
        Reminder,
        How,
        Busy,
        Low,
        Bye,
        Laugh,
        Gentle,
        Night,
        Chart,
        Quit,
    }

    /// <summary>False: it is none of that.</summary>
    public static bool Try(HabitTurn turn, string text)
    {
        if (text.Length > LongestText) return false;
        var plain = PlainText.Of(text).TrimStart('¿', '¡').Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        if (Tone(turn, plain) is { } tone)
        {
            Settings.Choose(turn, tone.ToString());
            return true;
        }

        if (!_whole.TryGetValue(plain, out var topic))
        {
            var words = plain.Count(letter => letter == ' ');
            var found = Array.Find(_within, each => words <= each.Words.Count(letter => letter == ' ') + 3 && $" {plain} ".Contains($" {each.Words} ", StringComparison.Ordinal));
            if (found.Words is null) return false;
            topic = found.Topic;
        }

        Answer(turn, topic);
        return true;
    }

    // "drill sergeant please": a tone's name, and no more than courtesy beside it.
    private static Tone? Tone(HabitTurn turn, string plain)
    {
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var name = PlainText.Of(turn.Texts.NameOf(tone));
            if (plain == name || plain.Split(' ').Length <= name.Split(' ').Length + 2 && turn.Data.Habits.Count + (turn.Data.Tone is null ? 0 : 1) > 0
                && (plain.StartsWith(name + " ", StringComparison.Ordinal) || plain.EndsWith(" " + name, StringComparison.Ordinal))) return tone;
        }

        return null;
    }

    private static void Answer(HabitTurn turn, Topic topic)
    {
        var texts = turn.Texts;
        switch (topic)
        {
            case Topic.Free: turn.Say(texts.ItsFree); break;
            case Topic.Miss: turn.Say(texts.IfYouMiss); break;
            case Topic.Reminder: Reminder(turn); break;
            case Topic.How: turn.Say(texts.Welcome); break;
            case Topic.Busy: turn.Say(texts.NoWorries); break;
            case Topic.Low or Topic.Quit:
                turn.Buttons(
                    texts.HardDay, new(HabitIds.Break, texts.BreakButton), new(CommandIds.Of(Command.Human), texts.HumanButton));
                break;
            case Topic.Bye: turn.Say(texts.Goodbye); break;
            case Topic.Laugh: turn.Say(texts.Smile); break;
            case Topic.Gentle: Settings.Choose(turn, nameof(Habits.Tone.Gentle)); break;
            case Topic.Night: Settings.AskQuiet(turn); break;
            case Topic.Chart: Showing.Status(turn); break;
        }
    }

    private static void Reminder(HabitTurn turn)
    {
        if (Schedule.NextTold(turn.Data, turn.Zone) is not { } next)
        {
            turn.Say(turn.Texts.NoReminder);
            return;
        }

        var local = next.At.InZone(turn.Zone).LocalDateTime;
        turn.Say(turn.Texts.NextReminder($"{turn.NameFully(local.Date)}, {turn.Name(local.TimeOfDay)}: *{turn.Habit(next.Habit)!.Name}*"));
    }
}
