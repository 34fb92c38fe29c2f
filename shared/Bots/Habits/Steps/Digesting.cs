using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Fewer messages: one in the morning with the day's plan, one in the evening with what is still open.</summary>
internal static class Digesting
{
    /// <summary>They want fewer messages, or all of them again.</summary>
    public static void Set(HabitTurn turn, bool isOn)
    {
        var texts = turn.Texts;
        var (today, time) = (turn.Today, turn.Local.TimeOfDay);
        var yesterday = today.PlusDays(-1);
        turn.Data = turn.Data with
        {
            Digest = isOn,
            Planned = time >= Schedule.MorningOf(turn.Data) ? today : yesterday,
            Reviewed = time >= Schedule.Evening ? today : yesterday,
        };
        turn.Buttons(
            isOn ? texts.FewerNow(turn.Name(Schedule.MorningOf(turn.Data)), turn.Name(Schedule.Evening)) : texts.MoreNow,
            new Choice(isOn ? HabitIds.MoreMessages : HabitIds.FewerMessages, isOn ? texts.MoreButtonTitle : texts.FewerButtonTitle));
    }

    /// <summary>The message of the morning.</summary>
    public static void Plan(HabitTurn turn, LocalDate day, bool isLate, ClockNews news)
    {
        turn.Data = turn.Data with { Planned = day };
        Take(turn, turn.Texts.PlanOfToday, isLate, news);
    }

    /// <summary>The message of the evening.</summary>
    public static void Review(HabitTurn turn, LocalDate day, bool isLate, ClockNews news)
    {
        turn.Data = turn.Data with { Reviewed = day };
        Take(turn, turn.Texts.OpenToday, isLate, news);
    }

    /// <summary>One message: what was missed since the last, and what is open.</summary>
    public static void Say(HabitTurn turn, string title, IReadOnlyList<Miss> misses)
    {
        var missed = Missing.Compose(turn, misses);
        var open = Doing.Open(turn).Where(habit => !HabitCalendar.IsLetOff(habit, Doing.DayOf(turn, habit)!.Value)).ToList();
        if (missed is null && open.Count == 0) return;
        List<string> lines = missed is { } told ? [told.Body] : [];
        var plan = open.Select(habit => Reminding.LineOf(turn, (habit, Doing.DayOf(turn, habit)!.Value)));
        if (open.Count > 0) lines.Add(title + "\n" + string.Join("\n", plan));
        var body = string.Join("\n\n", lines);
        var names = string.Join(", ", open.Select(habit => habit.Name));
        turn.Tell(
            turn.Choices(body, [.. open.Select(habit => Doing.ChoiceOf(turn, habit)), .. missed?.Buttons ?? []]),
            open.Count > 0
                ? turn.Template("habits_reminder", HabitIds.Look, names)
                : turn.Template("habits_missed", HabitIds.Look, missed!.Value.Names));
    }

    private static void Take(HabitTurn turn, string title, bool isLate, ClockNews news)
    {
        if (isLate || turn.IsSilenced) return;
        news.Digest = title;
        Missing.QuietEnds(turn, news);
    }
}
