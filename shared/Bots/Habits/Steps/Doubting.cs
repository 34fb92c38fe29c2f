using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Asks before what destroys or spends, where a word of the sentence was left over.</summary>
internal static class Doubting
{
    /// <summary>"cancel gym on wednesday": that day, that weekday, or the habit?</summary>
    public static void ThatDayOrForGood(HabitTurn turn, Habit habit, LocalDate day)
    {
        var weekly = habit.Days is { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Nth: null } && (habit.Days.Weekdays & ~HabitCalendar.Of(day.DayOfWeek)) != 0;
        List<Choice> choices = [new(HabitIds.Freeze(habit.Id, day), turn.Texts.OnlyThatDayButton)];
        if (weekly) choices.Add(new(HabitIds.DropDay(habit.Id, (int)day.DayOfWeek), turn.Texts.EachWeekButton));
        choices.Add(new(HabitIds.Remove(habit.Id), turn.Texts.ForGoodButton));
        turn.SpeakOf(habit);
        turn.Buttons(turn.Texts.ThatDayOrForGood(habit.Name, turn.NameFully(day)), choices);
    }

    /// <summary>Whether these are to go for good.</summary>
    public static void Remove(HabitTurn turn, IReadOnlyList<Habit> habits)
    {
        if (habits is [var only]) Ask(turn, turn.Texts.SureRemove(only.Name), new Choice(HabitIds.Remove(only.Id), turn.Texts.ForGoodButton));
        else Ask(turn, turn.Texts.SureRemove(Names(turn, habits)), new Choice(HabitIds.RemoveAll(habits.Select(habit => habit.Id)), turn.Texts.ForGoodButton));
    }

    /// <summary>Whether a freeze is to be spent.</summary>
    public static void Freeze(HabitTurn turn, Habit habit, LocalDate day) => Ask(
        turn, turn.Texts.SureSkip(habit.Name, turn.NameFully(day), HabitTexts.Of(turn.FreezesLeft)), new Choice(HabitIds.Freeze(habit.Id, day), turn.Texts.YesButton));

    /// <summary>Whether these are to rest, all where none is named. The question says until when.</summary>
    public static void Pause(HabitTurn turn, IReadOnlyList<Habit> habits, LocalDate? until)
    {
        var names = habits.Count == 0 ? turn.Texts.AllHabits : Names(turn, habits);
        var body = until is { } day ? turn.Texts.SurePauseUntil(names, turn.NameFully(day)) : turn.Texts.SurePause(names);
        var yes = habits.Count > 0 ? HabitIds.PauseSome(habits.Select(habit => habit.Id), until)
            : until is { } back ? HabitIds.PauseAll(turn.Today, back) : HabitIds.AskPause;
        Ask(turn, body, new Choice(yes, turn.Texts.YesButton));
    }

    /// <summary>Whether everything is to rest from one day until another.</summary>
    public static void Away(HabitTurn turn, LocalDate from, LocalDate back) => Ask(
        turn, turn.Texts.SurePauseDays(turn.NameFully(from), turn.NameFully(back)), new Choice(HabitIds.PauseAll(from, back), turn.Texts.YesButton));

    /// <summary>Whether it was done that day.</summary>
    public static void Done(HabitTurn turn, Habit habit, LocalDate day) => Ask(
        turn, turn.Texts.SureDone(habit.Name, turn.NameFully(day)), new Choice(HabitIds.Done(habit.Id, day), turn.Texts.YesButton));

    /// <summary>"Only missed gym, the rest is done": everything but that one, or that one alone.</summary>
    public static void AllButOrOnly(HabitTurn turn, Habit habit, LocalDate day)
    {
        var others = turn.Data.Habits.Where(each => each.Id != habit.Id).Select(each => each.Id);
        turn.Buttons(
            turn.Texts.AllButOrOnly(habit.Name), new(HabitIds.DoneAll(others, day), turn.Texts.AllButButton),
            new(HabitIds.Done(habit.Id, day), turn.Texts.OnlyThatButton), new(HabitIds.Keep, turn.Texts.NoButton));
    }

    /// <summary>"Stop reminding me about water": for now, or for good.</summary>
    public static void PauseOrRemove(HabitTurn turn, Habit habit)
    {
        turn.SpeakOf(habit);
        turn.Buttons(
            turn.Texts.PauseOrRemove(habit.Name), new(HabitIds.PauseSome([habit.Id], null), turn.Texts.PauseItButton),
            new(HabitIds.Remove(habit.Id), turn.Texts.ForGoodButton), new(HabitIds.Keep, turn.Texts.NoButton));
    }

    /// <summary>Whether a mark is to be taken back.</summary>
    public static void Undo(HabitTurn turn, Habit habit, LocalDate day) => Ask(
        turn, turn.Texts.SureUndo(habit.Name, turn.NameFully(day)), new Choice(HabitIds.Undone(habit.Id, day), turn.Texts.YesButton));

    private static void Ask(HabitTurn turn, string body, Choice yes) => turn.AskWhether(body, yes, new Choice(HabitIds.Keep, turn.Texts.NoButton));

    private static string Names(HabitTurn turn, IReadOnlyList<Habit> habits) =>
        habits.Count == turn.Data.Habits.Count ? turn.Texts.AllHabits : string.Join(", ", habits.Select(habit => habit.Name));
}
