using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Somebody writes that they suffer: no drill, but where to find help. They alone end the pause.</summary>
internal static class Caring
{
    public static void Answer(HabitTurn turn)
    {
        turn.Data = turn.Data with { Pause = new Pause(turn.Today, null), Punishments = [], Untold = [], Question = null };
        turn.Add(new FlagCrisis());
        turn.Buttons(
            $"{HelpLines.TextFor(turn.Conversation)} {turn.Texts.AskNothing}", new Choice(HabitIds.Resume, turn.Texts.GoOnButton));
    }
}
