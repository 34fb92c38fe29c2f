using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Reminds of what begins and what ends soon; one message for all that falls together.</summary>
internal static class Reminding
{
    public static void Begins(HabitTurn turn, Habit habit, LocalDate day, ClockNews? news)
    {
        var open = habit.DayOf(day);
        turn.Set(habit.With(open with { StartTold = true, Told = habit.Times is null ? open.Told : Math.Max(open.Told ?? 0, open.Count) + 1 }));
        news?.Begins.Add((habit, day));
    }

    public static void EndsSoon(HabitTurn turn, Habit habit, LocalDate day, ClockNews? news)
    {
        turn.Set(habit.With(habit.DayOf(day) with { EndTold = true }));
        if (IsPressing(habit, day)) news?.EndSoon.Add((habit, day));
    }

    /// <summary>Says what the clock brought: first what was missed, then what is to be done.</summary>
    public static void Say(HabitTurn turn, ClockNews news)
    {
        Missing.Say(turn, news);

        foreach (var (habit, day) in news.EndSoon.Where(each => each.Habit.AtMost is not null && IsOpen(turn, each) && turn.Habit(each.Habit.Id)!.DayOf(each.Day).Amount <= each.Habit.AtMost))
        {
            var asked = turn.Texts.StillKept(habit.Name);
            turn.Tell(
                new ButtonsMessage(asked, [new(HabitIds.Done(habit.Id, day), turn.Texts.StillYesButton), new(HabitIds.Slip(habit.Id, day), turn.Texts.StillNoButton)]),
                turn.Template("habits_reminder", HabitIds.Look, habit.Name));
        }

        news.EndSoon.RemoveAll(each => each.Habit.AtMost is not null);

        // Where only templates go, each costs money: who was told that it begins and did not answer is not told that it ends.
        var ending = news.EndSoon.Where(each => IsOpen(turn, each) && (turn.Conversation.IsWindowOpen || !each.Habit.DayOf(each.Day).StartTold)).ToList();
        var beginning = news.Begins.Where(each => IsOpen(turn, each) && !ending.Exists(other => other.Habit.Id == each.Habit.Id)).ToList();
        var texts = turn.Texts;
        if (beginning.Count + ending.Count == 0)
        {
            if (news.PauseEnded) turn.Tell(new TextMessage(texts.PauseEnds), turn.Template("habits_reminder", HabitIds.Look, Names(turn.Data.Habits)));
            return;
        }

        var lines = beginning.Select(each => texts.LineUntil(NameOf(turn, each), turn.Name(each.Habit.Deadline)))
            .Concat(ending.Select(each => texts.LineEnds(NameOf(turn, each), turn.Name(each.Habit.Deadline))));
        var body = (news.PauseEnded ? texts.PauseEnds + "\n" : "") + (ending.Count == 0 ? texts.Begins : texts.EndsSoon) + "\n" + string.Join("\n", lines);
        var all = ending.Concat(beginning).ToList();
        if (all is [var only]) turn.SpeakOf(only.Habit);
        var template = turn.Template(
            "habits_reminder", HabitIds.Look, Names(all.Select(each => each.Habit)));
        turn.Tell(turn.Choices(body, [.. all.Select(each => Doing.ChoiceOf(turn, turn.Habit(each.Habit.Id)!))]), template);
    }

    // So many times a week: today must be only where no more days are left than times.
    private static bool IsPressing(Habit habit, LocalDate day) =>
        habit.Days.TimesAWeek is not { } times || times - Schedule.DoneInWeek(habit, day) >= 8 - (int)day.DayOfWeek;

    private static string NameOf(HabitTurn turn, (Habit Habit, LocalDate Day) each) => Showing.NameOn(turn.Habit(each.Habit.Id)!, each.Day);

    private static string Names(IEnumerable<Habit> habits) => string.Join(", ", habits.Select(habit => habit.Name));

    private static bool IsOpen(HabitTurn turn, (Habit Habit, LocalDate Day) each) =>
        turn.Habit(each.Habit.Id) is { } habit && habit.DayOf(each.Day) is { IsDone: false, IsFrozen: false };
}
