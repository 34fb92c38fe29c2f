using WhatsAppBots.Bots.Habits.Days;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Remembers what a message changed, and takes it back: whatever was done last, not marks alone.</summary>
internal static class Undoing
{
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(30);

    /// <summary>Keeps what was before, where the message changed something that is no mark.</summary>
    public static void Remember(HabitTurn turn, HabitData before)
    {
        if (turn.TakesBack) return;
        if (turn.Data.LastAct is { IsOlder: false } act) turn.Data = turn.Data with { LastAct = act with { IsOlder = true } };
        if (turn.Data.LastMark != before.LastMark) return;
        var changed = before.Habits.Where(habit => turn.Habit(habit.Id) is not { } now || !now.Equals(habit)).ToList();
        var added = turn.Data.Habits.Where(habit => before.Habits.All(each => each.Id != habit.Id)).Select(habit => habit.Id).ToList();
        if (changed.Count + added.Count == 0 && turn.Data.Pause == before.Pause) return;
        turn.Data = turn.Data with { LastAct = new LastAct(turn.Stamp, turn.MessageId, changed, added, before.Pause, before.Freezes) };
    }

    /// <summary>The last act, while it is fresh and no mark came after it.</summary>
    public static LastAct? Last(HabitTurn turn) =>
        turn.Data.LastAct is { } act && turn.Conversation.Now - act.At <= _fresh && !(turn.Data.LastMark is { } mark && mark.At > act.At) ? act : null;

    /// <summary>The habits of the last act that are there now.</summary>
    public static IEnumerable<Habit> Touched(HabitTurn turn, LastAct act) =>
        act.Added.Concat(act.Before.Select(habit => habit.Id)).Select(turn.Habit).OfType<Habit>();

    /// <summary>The habits that the act added, as far as they are there.</summary>
    public static List<Habit> Added(HabitTurn turn, LastAct act) => [.. act.Added.Select(turn.Habit).OfType<Habit>()];

    /// <summary>All is as it was before the last act.</summary>
    public static void TakeBack(HabitTurn turn, LastAct act)
    {
        turn.TakesBack = true;
        var added = Added(turn, act);
        var removed = act.Before.Where(habit => turn.Habit(habit.Id) is null).ToList();
        var habits = turn.Data.Habits.Where(habit => !act.Added.Contains(habit.Id))
            .Select(habit => act.Before.FirstOrDefault(each => each.Id == habit.Id) is { } was ? Merged(was, habit) : habit)
            .Concat(removed.Select(habit => Caught(turn, habit)));
        turn.Data = turn.Data with { Habits = [.. habits], Pause = act.Pause, Freezes = act.Freezes, LastAct = null, Removed = null };
        turn.Say(
            removed.Count > 0 ? turn.Texts.Restored(string.Join(", ", removed.Select(habit => habit.Name)))
            : added.Count > 0 ? turn.Texts.Removed(string.Join(", ", added.Select(habit => habit.Name)))
            : turn.Texts.TakenBack);
    }

    // A day that was closed meanwhile stays closed.
    private static Habit Merged(Habit was, Habit now) => was.ClosedTo == now.ClosedTo
        ? was
        : was with { Open = now.Open, Marks = now.Marks, ClosedTo = now.ClosedTo, Streak = now.Streak, Best = now.Best, Lost = now.Lost };

    // What was due while it was away is not held against it.
    private static Habit Caught(HabitTurn turn, Habit habit)
    {
        while (Schedule.OpenDayOf(turn.Data, habit) is { } day && HabitCalendar.CloseOf(habit, day, turn.Zone) <= turn.Now)
        {
            habit = Closing.Close(turn.Data, habit, day, isExcused: true).Habit;
        }

        return habit;
    }
}
