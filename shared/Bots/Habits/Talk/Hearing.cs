using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>
/// Reads a text in the language of the chat, and where that fails in the one it is written in: who began with "hi" goes on in Hinglish or
/// Spanish, and need not say so first.
/// </summary>
internal static class Hearing
{
    public static Utterance Understand(HabitTurn turn, string text)
    {
        var context = turn.ContextOf(text);
        var said = TextReader.Understand(text, context);
        var isEnglish = context.Language == Languages.English;
        if (said.IsDistressed || said.IsCut || (said.Intent != Intent.None && !isEnglish)) return said;
        var guess = LanguageGuess.Of(text);
        if (guess is null && isEnglish && said.Intent == Intent.None && CallingCodes.CountryOf(turn.Conversation.Person.Phone) == "IN") guess = Languages.Hindi;
        if (guess is null || guess == context.Language) return said;
        var other = TextReader.Understand(text, context with { Language = guess });
        return other.Intent == Intent.None ? said : other;
    }
}
