using System.Globalization;
using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Shows how they do, and what is next.</summary>
internal static class Showing
{
    private const int Cells = 10;

    /// <summary>Today in one look: a bar, a line a habit, buttons for what is open.</summary>
    public static void Status(HabitTurn turn)
    {
        if (IsEmpty(turn)) return;
        var texts = turn.Texts;
        var today = turn.Data.Habits.Where(habit => IsToday(turn, habit)).ToList();
        var done = today.Count(habit => Doing.IsDoneNow(turn, habit));
        List<string> lines = [];
        if (turn.Data.Pause is { } pause) lines.Add(pause.Until is { } until ? texts.PausedUntil(turn.Name(until)) : texts.PausedOpen);
        else if (today.Count == 0) lines.Add(NothingOpen(turn));
        if (today.Count > 0) lines.Add($"{Bar(done, today.Count)} {texts.DoneToday(HabitTexts.Of(done), HabitTexts.Of(today.Count))}");
        lines.AddRange(turn.Data.Habits.Select(habit => Line(turn, habit)));
        lines.AddRange(turn.Data.Punishments.Select(each => texts.MakeUp(texts.NameOf(each.Kind), Missing.UntilOf(turn, each))));
        var choices = Doing.Open(turn).Select(habit => Doing.ChoiceOf(turn, habit))
            .Concat(turn.Data.Punishments.Select(each => new Choice(HabitIds.Punished(each.Kind), texts.DidIt(texts.NameOf(each.Kind)))));
        turn.Say(turn.Choices(string.Join("\n", lines), [.. choices]));
    }

    /// <summary>What is to be done, the most urgent first.</summary>
    public static void Next(HabitTurn turn)
    {
        if (IsEmpty(turn)) return;
        var texts = turn.Texts;
        var open = Doing.Open(turn).ToList();
        if (open.Count == 0)
        {
            turn.Say(NothingOpen(turn));
            return;
        }

        turn.SpeakOf(open[0]);
        var lines = open.Select(habit => habit.Start is { } start && HabitCalendar.StartOf(habit, Doing.DayOf(turn, habit)!.Value, turn.Zone) > turn.Now
            ? texts.LineFrom(habit.Name, turn.Name(start), turn.Name(habit.Deadline))
            : texts.LineUntil(habit.Name, turn.Name(habit.Deadline)));
        turn.Say(turn.Choices(texts.NextIs + "\n" + string.Join("\n", lines), [.. open.Select(habit => Doing.ChoiceOf(turn, habit))]));
    }

    /// <summary>All habits, each to be opened.</summary>
    public static void List(HabitTurn turn)
    {
        if (IsEmpty(turn)) return;
        var lines = turn.Data.Habits.Select(habit => $"*{habit.Name}*: {Changing.Describe(turn, habit)}");
        turn.List(
            turn.Texts.YourHabits + "\n" + string.Join("\n", lines),
            turn.Data.Habits.Select(habit => new Choice(HabitIds.Show(habit.Id), habit.Name, Changing.Describe(turn, habit))));
    }

    public static void Freezes(HabitTurn turn)
    {
        var month = turn.Today.With(DateAdjusters.StartOfMonth);
        var used = turn.Data.Freezes?.Month == month ? turn.Data.Freezes.Used : 0;
        turn.Say(turn.Texts.FreezesLeft(HabitTexts.Of(HabitOptions.FreezesAMonth - used)));
    }

    /// <summary>The last seven days, a sign each.</summary>
    public static string Week(Habit habit, LocalDate today) => string.Concat(Enumerable.Range(-6, 7).Select(offset => SignOf(habit, today.PlusDays(offset))));

    /// <summary>Ten cells, as many full as is done.</summary>
    public static string Bar(int done, int of)
    {
        var full = of == 0 ? 0 : (int)Math.Round((double)Cells * done / of, MidpointRounding.AwayFromZero);
        return new string('▓', full) + new string('░', Cells - full);
    }

    /// <summary>How far its week is, where it is so many times a week, and its streak; empty where there is neither.</summary>
    public static string Standing(HabitTurn turn, Habit habit, LocalDate day) => Joined(OfWeek(habit, day), turn.Texts.Streak(habit));

    /// <summary>"2/3" of a week; empty where it is due on days.</summary>
    public static string OfWeek(Habit habit, LocalDate day) => habit.Days.TimesAWeek is { } times ? $"{HabitTexts.Of(Schedule.DoneInWeek(habit, day))}/{HabitTexts.Of(times)}" : "";

    /// <summary>The name with how far it is: "Water 3/8 glasses", "Gym 1/3".</summary>
    public static string NameOn(Habit habit, LocalDate day)
    {
        var count = habit.DayOf(day).Count;
        return string.Join(' ', new[] { habit.Name, habit.Target is not null && count > 0 ? Doing.Progress(habit, count) : "", OfWeek(habit, day) }.Where(part => part.Length > 0));
    }

    /// <summary>What there is of both, a dot between.</summary>
    public static string Joined(string one, string other) => one.Length > 0 && other.Length > 0 ? $"{one} · {other}" : one + other;

    // Nothing is open, and what comes next.
    private static string NothingOpen(HabitTurn turn)
    {
        var next = turn.Data.Habits.Select(habit => (Habit: habit, Day: NextDay(turn, habit))).Where(each => each.Day is not null)
            .OrderBy(each => HabitCalendar.StartOf(each.Habit, each.Day!.Value, turn.Zone)).FirstOrDefault();
        return next.Habit is null ? turn.Texts.NothingOpen : turn.Texts.NothingOpenBut(next.Habit.Name, turn.Name(next.Day!.Value));
    }

    private static LocalDate? NextDay(HabitTurn turn, Habit habit) =>
        Schedule.OpenDayOf(turn.Data, habit) is { } day && day > turn.Today ? day : Schedule.OpenDayOf(turn.Data, habit, turn.Today);

    private static string SignOf(Habit habit, LocalDate day) => day < habit.Since ? "·" : habit.MarkOf(day) switch
    {
        DayMark.Done => "🟩",
        DayMark.Missed => "🟥",
        DayMark.Frozen => "🟦",
        DayMark.Off => "⬜",
        _ => habit.DayOf(day).IsDone ? "🟩" : habit.DayOf(day).IsFrozen ? "🟦" : HabitCalendar.IsDue(habit, day) ? "🟨" : "⬜",
    };

    private static string Line(HabitTurn turn, Habit habit)
    {
        var day = Doing.DayOf(turn, habit) ?? turn.Today;
        var open = habit.DayOf(day);
        var sign = open.IsDone || habit.MarkOf(day) == DayMark.Done ? "✅"
            : open.IsFrozen || habit.MarkOf(day) == DayMark.Frozen ? "🧊"
            : habit.MarkOf(day) == DayMark.Missed ? "❌"
            : IsToday(turn, habit) ? "⬜" : "💤";
        var count = habit.Target is not null && IsToday(turn, habit) ? " " + Doing.Progress(habit, open.Count) : "";
        return Joined($"{sign} {habit.Name}{count}", Standing(turn, habit, turn.Today));
    }

    private static bool IsToday(HabitTurn turn, Habit habit)
    {
        var day = Doing.DayOf(turn, habit) ?? turn.Today;
        return HabitCalendar.IsDue(habit, day) && !HabitCalendar.IsLetOff(habit, day)
            && !HabitCalendar.Covers(turn.Data.Pause, day) && !HabitCalendar.Covers(habit.Pause, day)
            && (!Schedule.WeekIsDone(habit, day) || habit.DayOf(day).IsDone);
    }

    private static bool IsEmpty(HabitTurn turn)
    {
        if (turn.Data.Habits.Count > 0) return false;
        turn.Buttons(turn.Texts.NoHabits, new Choice(HabitIds.Add, turn.Texts.AddTitle));
        return true;
    }
}
