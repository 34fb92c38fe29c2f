using WhatsAppBots.Bots.Habits.Steps;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Hears a message that was changed after it was sent.</summary>
internal static class Editing
{
    /// <summary>What the message did is taken back, and its new words are heard; where it is not the last, they are told so.</summary>
    public static void Hear(HabitTurn turn, string original, string text)
    {
        if (turn.Data.LastAct is not { } act || act.Message != original || Undoing.Last(turn) is null)
        {
            turn.Say(turn.Texts.EditUnheard);
            return;
        }

        Undoing.TakeBack(turn, act);
        turn.Forget();
        turn.TakesBack = false;
        Listening.Hear(turn, text, original);
    }
}
