using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Asks about an act that a sentence only speaks of: "I wanted to read", "if it rains I skip gym".</summary>
internal static class Hedging
{
    /// <summary>False: the act is plain, or nothing would change.</summary>
    public static bool Try(HabitTurn turn, Wish wish)
    {
        if (!wish.IsHedged || !_ofHabitsThere.Contains(wish.Intent)) return false;
        IReadOnlyList<Habit> habits = wish.Names.Count > 0 || wish.Excepted.Count > 0 ? WhichHabits.Of(turn, wish).Habits : [];
        var only = habits is [var one] ? one : null;
        var day = wish.Date ?? turn.Today;
        switch (wish.Intent)
        {
            case Intent.Done or Intent.Count when only is not null && day <= turn.Today: Doubting.Done(turn, only, day); break;
            case Intent.Undo when only is not null: Doubting.Undo(turn, only, day); break;
            case Intent.Skip when only is not null: Doubting.Freeze(turn, only, day); break;
            case Intent.Remove when habits.Count > 0: Doubting.Remove(turn, habits); break;
            case Intent.Pause when habits.Count > 0 || wish.Names.Count == 0:
                Doubting.Pause(turn, habits, wish.DateBegins ? null : wish.Date);
                break;
            case Intent.Change when only is not null && wish.HasPlan: Offering.Change(turn, only, wish); break;
            case Intent.Change when only is not null: Changing.Show(turn, only); break;
            default: Acting.Lost(turn, wish with { Names = [] }); break;
        }

        return true;
    }

    // A new habit is offered where it is planned.
    private static readonly Intent[] _ofHabitsThere =
    [
        Intent.Done, Intent.Count, Intent.Undo, Intent.Skip, Intent.Remove, Intent.Pause, Intent.Resume, Intent.Change,
    ];
}
