using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Writes down what was done, or was not, on a day that was named.</summary>
internal static class Correcting
{
    // What is older has had its consequences.
    private const int DaysBack = 7;

    /// <summary>They did it that day; says so in a line.</summary>
    public static string Done(HabitTurn turn, Habit habit, LocalDate day)
    {
        var texts = turn.Texts;
        var named = turn.NameFully(day);
        if (day > turn.Today) return texts.NotYet(habit.Name, named);
        if (!HabitCalendar.IsDue(habit, day)) return texts.NotDueThen(habit.Name, named);
        if (habit.NeedsProof) return texts.SendProof(habit.Name);
        if (!IsClosed(habit, day))
        {
            if (habit.DayOf(day).IsDone) return texts.AlreadyDone(habit.Name);
            turn.Set(Marked(habit, habit.DayOf(day) with { IsDone = true, Count = Math.Max(habit.DayOf(day).Count, habit.Target ?? 1), IsFrozen = false }, 1));
            return Told(turn, habit, day);
        }

        var mark = habit.MarkOf(day);
        if (mark == DayMark.Done) return texts.AlreadyDone(habit.Name);
        if (day < turn.Today.PlusDays(-DaysBack)) return texts.TooLongAgo(habit.Name, named);
        var isLast = Period.DaysBetween(day, habit.ClosedTo!.Value) <= 1;
        if (isLast && Doing.IsUndone(habit, day)) Missing.TakeBack(turn, habit, day, DayMark.Done);
        else turn.Set(habit.With(day, DayMark.Done));
        return Told(turn, habit, day);
    }

    /// <summary>They did not do it that day, whatever is marked.</summary>
    /// <param name="isReset">They count anew, and do not say that they leave it.</param>
    public static void NotDone(HabitTurn turn, IReadOnlyList<Habit> habits, LocalDate day, bool isReset = false)
    {
        var lines = habits.Select(habit => NotDone(turn, habit, day)).ToList();
        if (isReset || habits is not [var only] || turn.FreezesLeft == 0 || !CanFreeze(turn, turn.Habit(only.Id)!, day))
        {
            turn.Say(string.Join("\n", lines));
            return;
        }

        // A freeze is theirs to spend.
        turn.Buttons(lines[0], new Choice(HabitIds.Freeze(only.Id, day), turn.Texts.FreezeTitle(only.Name)));
    }

    private static string NotDone(HabitTurn turn, Habit habit, LocalDate day)
    {
        var texts = turn.Texts;
        turn.SpeakOf(habit);
        if (turn.Data.LastMark is { } last && last.Habit == habit.Id && last.Day == day && !IsClosed(habit, day)) turn.Data = turn.Data with { LastMark = null };
        if (IsClosed(habit, day))
        {
            if (habit.MarkOf(day) != DayMark.Done) return texts.NotDone(habit.Name, turn.NameFully(day));
            if (day < turn.Today.PlusDays(-DaysBack)) return texts.TooLongAgo(habit.Name, turn.NameFully(day));
            var since = Enumerable.Range(1, DaysBack + 1).Select(day.PlusDays).Count(each => habit.MarkOf(each) == DayMark.Done || habit.DayOf(each).IsDone);
            turn.Set(habit.With(day, DayMark.Missed) with { Lost = Math.Max(0, habit.Streak - since), Streak = Math.Min(habit.Streak, since) });
            return texts.Undone(habit.Name);
        }

        var open = habit.DayOf(day);
        if (open is { IsDone: false, Count: 0, Exact: null }) return texts.NotDone(habit.Name, turn.NameFully(day));
        turn.Set(Marked(habit, open with { IsDone = false, Count = 0, Exact = null }, open.IsDone ? -1 : 0));
        return texts.Undone(habit.Name);
    }

    private static bool CanFreeze(HabitTurn turn, Habit habit, LocalDate day) =>
        day == turn.Today && !IsClosed(habit, day) && HabitCalendar.IsDue(habit, day) && habit.DayOf(day) is { IsDone: false, IsFrozen: false }
        && habit.Days.TimesAWeek is null;

    private static Habit Marked(Habit habit, OpenDay day, int streak)
    {
        var marked = habit.With(day);
        if (habit.Days.TimesAWeek is not null || streak == 0) return marked;
        var now = Math.Max(0, habit.Streak + streak);
        return marked with { Streak = now, Best = streak > 0 ? Math.Max(habit.Best, now) : habit.Best == habit.Streak ? now : habit.Best };
    }

    private static bool IsClosed(Habit habit, LocalDate day) => habit.ClosedTo is { } closed && day <= closed;

    private static string Told(HabitTurn turn, Habit habit, LocalDate day) =>
        turn.Texts.DoneOn(habit.Name, turn.NameFully(day), Showing.Standing(turn, turn.Habit(habit.Id)!, turn.Today));
}
