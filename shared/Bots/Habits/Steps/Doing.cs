using System.Globalization;
using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding.Numbers;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Marks what was done. What counts is when they wrote, not when it was read.</summary>
internal static class Doing
{
    private const int MostAtOnce = Adding.MostOfTarget;

    private static readonly TimeSpan _correctable = TimeSpan.FromMinutes(30);

    /// <summary>They say that these are done.</summary>
    /// <param name="on">The day it was done, as they say; null: now.</param>
    public static void Done(HabitTurn turn, IReadOnlyList<Habit> habits, LocalDate? on = null)
    {
        if (on is { } day && day != turn.Today)
        {
            if (habits is [.., var latest]) turn.SpeakOf(latest);
            turn.Say(string.Join("\n", habits.Select(habit => Correcting.Done(turn, habit, day))));
            return;
        }

        var proven = habits.Where(habit => habit.NeedsProof && DayOf(turn, habit) is not null && !IsDoneNow(turn, habit)).ToList();
        var lines = habits.Except(proven).Select(habit => Mark(turn, habit, habit.Times is null ? habit.Target ?? 1 : 1, isWhole: habit.Times is null)).ToList();
        if (habits is [.., var last]) turn.SpeakOf(last);
        if (proven.Count > 0) lines.Add(turn.Texts.SendProof(string.Join(", ", proven.Select(habit => habit.Name))));
        Say(turn, lines);
    }

    /// <summary>They did it so many times more.</summary>
    public static void Count(HabitTurn turn, Habit habit, decimal number)
    {
        turn.SpeakOf(habit);
        Say(turn, [Mark(turn, habit, Math.Clamp(Math.Round(number, 2), 0.01m, MostAtOnce), isWhole: habit is { Target: null, AtMost: null })]);
    }

    /// <summary>Takes the last mark back.</summary>
    public static void Undo(HabitTurn turn)
    {
        var last = turn.Data.LastMark;
        if (Undoing.Last(turn) is { } act)
        {
            // A habit goes by "undo" only where adding it was the last thing they did.
            if (act.IsOlder && Undoing.Added(turn, act) is { Count: > 0 } added) Doubting.Remove(turn, added);
            else Undoing.TakeBack(turn, act);
            return;
        }

        if (last is null || turn.Habit(last.Habit) is not { } habit || (habit.ClosedTo is { } closed && last.Day <= closed))
        {
            turn.Say(turn.Texts.NothingToUndo);
            return;
        }

        Revert(turn, habit, last);
        turn.Say(turn.Texts.Undone(habit.Name));
    }

    /// <summary>The mark that was made last, if it can still be corrected: at most half an hour old, of a day that is open, and nothing
    /// else changed since.</summary>
    public static LastMark? LastMark(HabitTurn turn) =>
        turn.Data.LastMark is { } last && turn.Conversation.Now - last.At <= _correctable && turn.Habit(last.Habit) is { } habit
            && !(habit.ClosedTo >= last.Day)
        && Undoing.Last(turn) is null ? last : null;

    /// <summary>"I meant 12, not 2": the last mark counts so much instead.</summary>
    public static void Recount(HabitTurn turn, LastMark last, Wish wish)
    {
        var before = turn.Data;
        Revert(turn, turn.Habit(last.Habit)!, last);
        if (!Count(turn, turn.Habit(last.Habit)!, wish)) turn.Data = before;
    }

    /// <summary>
    /// So many of what a habit counts, in its own unit: "500 ml" of litres is half of one. Of "2 glasses" nobody knows how many litres they
    /// are: that is asked, and nothing is marked.
    /// </summary>
    public static bool Count(HabitTurn turn, Habit habit, Wish wish)
    {
        if (Measures.Convert(wish.Count ?? 1, wish.Unit, habit.Target is null && habit.AtMost is null ? null : habit.Unit) is { } amount)
        {
            Count(turn, habit, amount);
            return true;
        }

        turn.SpeakOf(habit);
        turn.Say(turn.Texts.AskInUnit(habit.Name, habit.Unit!));
        return false;
    }

    /// <summary>"Sorry, it was yesterday": the last mark is of that day. It stays where it is if that day takes none.</summary>
    public static void Redate(HabitTurn turn, LastMark last, LocalDate day)
    {
        var before = turn.Data;
        Revert(turn, turn.Habit(last.Habit)!, last);
        Done(turn, [turn.Habit(last.Habit)!], day);
        var habit = turn.Habit(last.Habit)!;
        if (!habit.DayOf(day).IsDone && habit.MarkOf(day) != DayMark.Done) turn.Data = before;
    }

    private static void Revert(HabitTurn turn, Habit habit, LastMark last)
    {
        var day = habit.DayOf(last.Day);
        var streak = day.IsDone && !last.WasDone && Counts(habit, last.Day, before: true) ? Math.Max(0, habit.Streak - 1) : habit.Streak;
        turn.Set(habit.With(day with { Count = last.Count, Exact = last.Exact, IsDone = last.WasDone }) with { Streak = streak, Best = habit.Best == habit.Streak && streak < habit.Streak ? streak : habit.Best });
        turn.Data = turn.Data with { LastMark = null };
    }

    /// <summary>Marks it and says so in a line. A proof has been seen to by who calls.</summary>
    public static string Mark(HabitTurn turn, Habit habit, decimal times, bool isWhole)
    {
        var texts = turn.Texts;
        if (DayOf(turn, habit) is not { } day) return NotNow(turn, habit);
        if (habit.ClosedTo is { } closed && day <= closed)
        {
            var isMiss = habit.MarkOf(day) == DayMark.Missed;
            Missing.TakeBack(turn, habit, day, DayMark.Done);
            var streak = texts.Streak(turn.Habit(habit.Id)!);
            return isMiss ? texts.InTimeAfterAll(habit.Name, streak) : texts.Done(habit.Name, streak);
        }

        var open = habit.DayOf(day);
        if (open.IsDone && isWhole) return texts.AlreadyDone(habit.Name);
        turn.Data = turn.Data with { LastMark = new LastMark(habit.Id, day, open.Count, open.IsDone, turn.Stamp, open.Exact) };
        if (habit.AtMost is { } most && !isWhole) return Limited(turn, habit, open, Math.Min(open.Amount + times, MostAtOnce), most);
        var count = Math.Min(isWhole ? Math.Max(open.Amount, habit.Goal) : open.Amount + times, MostAtOnce);
        var isDone = open.IsDone || count >= habit.Goal;
        var marked = habit.With(open.WithAmount(count) with { IsDone = isDone, IsFrozen = false });
        if (isDone && !open.IsDone && Counts(habit, day, before: false))
        {
            marked = marked with { Streak = habit.Streak + 1, Best = Math.Max(habit.Best, habit.Streak + 1) };
        }

        turn.Set(marked);
        if (!isDone) return texts.Counted(habit.Name, Progress(marked, count));
        var again = open.IsDone ? texts.MoreThanEnough(habit.Name, Progress(marked, count)) : texts.Done(habit.Name, Showing.Standing(turn, marked, day));
        return marked.Best > 1 && marked.Best == marked.Streak && habit.Best < marked.Best && marked.Streak % 7 == 0 ? again + " " + texts.NewBest : again;
    }

    /// <summary>The day a word of now is for: the first that is open, due and not done; one closed too early if it was sent in time; null: none.</summary>
    public static LocalDate? DayOf(HabitTurn turn, Habit habit)
    {
        // Written before the deadline, heard after it: the phone or the provider was late, not they.
        if (habit.ClosedTo is { } closed && IsUndone(habit, closed) && habit.Days.TimesAWeek is null
            && turn.At <= HabitCalendar.CloseOf(habit, closed, turn.Zone)) return closed;
        LocalDate? done = null;
        foreach (var day in new[] { turn.Today.PlusDays(-1), turn.Today })
        {
            if (habit.ClosedTo is { } last && day <= last) continue;
            if (!HabitCalendar.IsDue(habit, day) || turn.At > HabitCalendar.CloseOf(habit, day, turn.Zone)) continue;
            if (!habit.DayOf(day).IsDone) return day;
            done = day;
        }

        return done;
    }

    /// <summary>A closed day on which it was left undone: a miss, or the day on which it was added.</summary>
    public static bool IsUndone(Habit habit, LocalDate day) =>
        habit.MarkOf(day) == DayMark.Missed
        || (habit.MarkOf(day) == DayMark.Off && day < habit.CountsFrom && HabitCalendar.IsDue(habit, day));

    public static bool IsDoneNow(HabitTurn turn, Habit habit) => DayOf(turn, habit) is { } day && habit.DayOf(day).IsDone;

    /// <summary>What can still be done now.</summary>
    public static IEnumerable<Habit> Open(HabitTurn turn) => turn.Data.Habits
        .Where(habit => DayOf(turn, habit) is { } day && habit.MarkOf(day) == DayMark.ToCome && habit.DayOf(day) is { IsDone: false, IsFrozen: false }
            && !HabitCalendar.Covers(turn.Data.Pause, day) && !HabitCalendar.Covers(habit.Pause, day) && !Schedule.WeekIsDone(habit, day))
        .OrderBy(habit => HabitCalendar.DeadlineOf(habit, DayOf(turn, habit)!.Value, turn.Zone));

    /// <summary>The button that marks it.</summary>
    public static Choice ChoiceOf(HabitTurn turn, Habit habit) => new(
        DayOf(turn, habit) is { } day ? HabitIds.Done(habit.Id, day) : HabitIds.Done(habit.Id), "✅ " + habit.Name, turn.Texts.UntilShort(turn.Name(habit.Deadline)));

    /// <summary>"3/8 glasses".</summary>
    public static string Progress(Habit habit, decimal count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:0.##}/{habit.AtMost ?? habit.Goal:0.##}") + (habit.Unit is { } unit ? " " + unit : "");

    // One more of what is to stay few; over the limit the day is not kept, whatever was said before.
    private static string Limited(HabitTurn turn, Habit habit, OpenDay open, decimal count, int most)
    {
        var isOver = count > most;
        var wasDone = open.IsDone && isOver;
        turn.Set(habit.With(open.WithAmount(count) with { IsDone = open.IsDone && !isOver }) with { Streak = wasDone ? Math.Max(0, habit.Streak - 1) : habit.Streak });
        return isOver ? turn.Texts.OverLimit(habit.Name, Progress(habit, count)) : turn.Texts.WithinLimit(habit.Name, Progress(habit, count));
    }

    private static void Say(HabitTurn turn, List<string> lines)
    {
        var open = Open(turn).ToList();
        if (open.Count == 0 && lines.Count > 0 && turn.Data.Habits.Any(habit => IsDoneNow(turn, habit))) lines.Add(turn.Texts.AllDone);
        turn.Say(string.Join("\n", lines));
    }

    private static string NotNow(HabitTurn turn, Habit habit)
    {
        var texts = turn.Texts;
        if (habit.ClosedTo is { } closed && habit.MarkOf(closed) == DayMark.Missed && closed >= turn.Today.PlusDays(-1)) return texts.TooLate(habit.Name, turn.Name(habit.Deadline));
        return HabitCalendar.NextDue(habit, turn.Today.PlusDays(1)) is { } next ? texts.NotDue(habit.Name, turn.Name(next)) : texts.NotDueAgain(habit.Name);
    }

    // So many times a week the streak is of weeks, and counted at their end.
    private static bool Counts(Habit habit, LocalDate day, bool before) => habit.Days.TimesAWeek is null && (before || HabitCalendar.IsDue(habit, day));
}
