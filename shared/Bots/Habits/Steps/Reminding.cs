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
        if (news.Digest is { } title)
        {
            Digesting.Say(turn, title, news.Misses);
            return;
        }

        Missing.Say(turn, news);
        AskKept(turn, [.. news.EndSoon.Where(each => IsKept(turn, each))]);
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

        var later = LaterToday(turn, [.. beginning, .. ending]);
        var lines = beginning.Select(each => LineOf(turn, each))
            .Concat(ending.Select(each => texts.LineEnds(NameOf(turn, each), turn.Name(each.Habit.Deadline))))
            .Concat(later.Select(each => LineOf(turn, each)));
        var body = (news.PauseEnded ? texts.PauseEnds + "\n" : "") + (ending.Count == 0 ? texts.Begins : texts.EndsSoon) + "\n" + string.Join("\n", lines);
        var all = ending.Concat(beginning).Concat(later).ToList();
        var template = turn.Template("habits_reminder", HabitIds.Look, Names(all.Select(each => each.Habit)));
        var content = turn.Choices(body, [.. all.Select(each => Doing.ChoiceOf(turn, turn.Habit(each.Habit.Id)!))]);
        if (turn.Tell(content, template) && all is [var only]) turn.SpeakOf(only.Habit);
    }

    /// <summary>A line of what is to be done, with its start where that is to come.</summary>
    public static string LineOf(HabitTurn turn, (Habit Habit, LocalDate Day) each) =>
        each.Habit is { Times: null, Start: { } start } habit && HabitCalendar.StartOf(habit, each.Day, turn.Zone) > turn.Now
            ? turn.Texts.LineFrom(NameOf(turn, each), turn.Name(start), turn.Name(habit.Deadline))
            : turn.Texts.LineUntil(NameOf(turn, each), turn.Name(each.Habit.Deadline));

    // The only message of a day names what comes later, too.
    private static List<(Habit Habit, LocalDate Day)> LaterToday(HabitTurn turn, List<(Habit Habit, LocalDate Day)> said)
    {
        if (turn.Conversation.IsWindowOpen || Restraint.TemplatesLeft(turn) != 1) return [];
        return [.. Doing.Open(turn).Where(habit => habit.AtMost is null && !said.Exists(each => each.Habit.Id == habit.Id))
            .Select(habit => (habit, Doing.DayOf(turn, habit)!.Value))
            .Where(each => each.Value == turn.Today && !each.habit.DayOf(each.Value).StartTold)];
    }

    // One question for all limits; which was not kept is a tap away.
    private static void AskKept(HabitTurn turn, List<(Habit Habit, LocalDate Day)> limits)
    {
        if (limits.Count == 0) return;
        var texts = turn.Texts;
        var names = Names(limits.Select(each => each.Habit));
        var asked = texts.StillKept(string.Join("*, *", limits.Select(each => each.Habit.Name)));
        List<Choice> choices = limits is [var only]
            ? [
                new(HabitIds.Done(only.Habit.Id, only.Day), texts.StillYesButton),
                new(HabitIds.Slip(only.Habit.Id, only.Day), texts.StillNoButton),
            ]
            : [
                new(HabitIds.DoneAll(limits.Select(each => each.Habit.Id), limits[0].Day), texts.StillYesButton),
                .. limits.Select(each => new Choice(HabitIds.Slip(each.Habit.Id, each.Day), "✖ " + each.Habit.Name)),
            ];
        turn.Tell(turn.Choices(asked, choices), turn.Template("habits_reminder", HabitIds.Look, names));
    }

    private static bool IsKept(HabitTurn turn, (Habit Habit, LocalDate Day) each) => each.Habit.AtMost is { } most && IsOpen(turn, each)
        && turn.Habit(each.Habit.Id)!.DayOf(each.Day).Amount <= most;

    // So many times a week: today must be only where no more days are left than times.
    private static bool IsPressing(Habit habit, LocalDate day) =>
        habit.Days.TimesAWeek is not { } times || times - Schedule.DoneInWeek(habit, day) >= 8 - (int)day.DayOfWeek;

    private static string NameOf(HabitTurn turn, (Habit Habit, LocalDate Day) each) => Showing.NameOn(turn.Habit(each.Habit.Id)!, each.Day);

    private static string Names(IEnumerable<Habit> habits) => string.Join(", ", habits.Select(habit => habit.Name));

    private static bool IsOpen(HabitTurn turn, (Habit Habit, LocalDate Day) each) =>
        turn.Habit(each.Habit.Id) is { } habit && habit.DayOf(each.Day) is { IsDone: false, IsFrozen: false };
}
