using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots.Portraits.Topics;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Bots.Portraits.Steps;

/// <summary>Answers what is said beside the matter, and questions about the bot itself.</summary>
internal static class Chatting
{
    /// <summary>False: it is none of that.</summary>
    public static bool Try(PortraitTurn turn, string text)
    {
        var said = TalkWords.Read(text, isUnderstood: false);

        var texts = turn.Texts;
        if (said is not { } topic) return IsPolite(turn, text);
        var talk = new TalkTexts(texts.Language);
        switch (topic)
        {
            case TalkTopic.Price: Answers.Give(turn, PortraitTopic.Price); break;
            case TalkTopic.How: Answers.Give(turn, PortraitTopic.HowItWorks); break;
            case TalkTopic.Privacy: Answers.Give(turn, PortraitTopic.Safety); break;
            case TalkTopic.NextReminder or TalkTopic.QuietHours: turn.Say(talk.NoReminders); break;
            case TalkTopic.Busy: turn.Say(talk.NoWorries); break;
            case TalkTopic.Feelings or TalkTopic.GivingUp: turn.Buttons(talk.HardDay, (CommandIds.Of(Command.Human), texts.HumanButton)); break;
            case TalkTopic.Goodbye: turn.Say(talk.Goodbye); break;
            case TalkTopic.Laughter: turn.Say(talk.Smile); break;
            default: return false;
        }

        return true;
    }

    private static bool IsPolite(PortraitTurn turn, string text)
    {
        var context = new TextContext(LanguageGuess.OfScript(text) ?? turn.Texts.Language, DateTimeZone.Utc, Instant.FromDateTimeOffset(turn.Conversation.Now));
        switch (TextReader.Understand(text, context).Intents)
        {
            case [Intent.Greet]: Where.Show(turn); return true;
            case [Intent.Thank]: turn.Say(new TalkTexts(turn.Texts.Language).YouAreWelcome); return true;
            default: return false;
        }
    }
}
