using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>Whether a question about the bot, or chat, got its answer.</summary>
internal static class Topics
{
    public static bool Answers(string text, Topic topic, Utterance read, Outcome outcome)
    {
        if (outcome.IsLost) return false;
        var isUnderstood = read.Intent is not (Intent.None or Intent.Greet or Intent.Thank or Intent.Agree or Intent.Decline or Intent.Status or Intent.Add or Intent.Remind);
        var heard = TalkWords.Read(text, isUnderstood);
        return topic switch
        {
            Topic.IsBot => TalkWords.AsksWhetherBot(text),
            Topic.Price => heard == TalkTopic.Price,
            Topic.Missed => heard == TalkTopic.Missed,
            Topic.NextReminder => heard == TalkTopic.NextReminder || read.Intent == Intent.Next,
            Topic.Privacy => heard == TalkTopic.Privacy,
            Topic.QuietHours => heard == TalkTopic.QuietHours,
            Topic.Feelings => heard is TalkTopic.Feelings or TalkTopic.GivingUp,
            Topic.SmallTalk => heard is TalkTopic.Laughter or TalkTopic.Goodbye || read.Intent is Intent.Greet or Intent.Thank or Intent.Agree,
            _ => false,
        };
    }
}
