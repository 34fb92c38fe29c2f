using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Two days in a row brought nothing: no strikes any more, but the offer to make it easier.</summary>
internal static class Easing
{
    // Who wants to keep it as it is isn't asked every other day.
    private const int DaysBetweenOffers = 7;

    /// <summary>Whether a miss of this day follows a day of misses alone, and nothing was marked on either.</summary>
    public static bool IsHard(HabitTurn turn, LocalDate day)
    {
        var before = day.PlusDays(-1);
        return turn.Data.Habits.Any(habit => habit.MarkOf(before) == DayMark.Missed) && IsBlank(turn, before) && IsBlank(turn, day);
    }

    /// <summary>Once all of the day is over the offer is made the next morning.</summary>
    public static void Plan(HabitTurn turn, LocalDate day)
    {
        if (turn.Data.Habits.Any(habit => IsStillOpen(turn, habit, day))) return;
        var local = Instant.FromDateTimeOffset(turn.Data.SeenTo!.Value).InZone(turn.Zone).LocalDateTime;
        var morning = local.TimeOfDay < Schedule.MorningOf(turn.Data) ? local.Date : local.Date.PlusDays(1);
        if (turn.Data.EasierAsked is { } asked && Period.DaysBetween(asked, morning) < DaysBetweenOffers) return;
        turn.Data = turn.Data with { EasierOn = morning };
    }

    /// <summary>The morning has come; who has marked something since needs no offer.</summary>
    public static void Offer(HabitTurn turn, bool isLate)
    {
        if (turn.Data.EasierOn is not { } morning) return;
        turn.Data = turn.Data with { EasierOn = null };
        if (isLate || turn.IsSilenced || turn.Data.Pause is not null || !IsBlank(turn, morning)) return;
        if (turn.Tell(Question(turn), turn.Template("habits_easier", HabitIds.Easier), isAwaited: true))
            turn.Data = turn.Data with { EasierAsked = morning };
    }

    /// <summary>The offer again, for who pressed its template.</summary>
    public static void Show(HabitTurn turn) => turn.Say(Question(turn));

    /// <summary>Fewer days: of which habit.</summary>
    public static void FewerDays(HabitTurn turn) => Which(turn, turn.Data.Habits, Changing.AskDays, HabitIds.Redays);

    /// <summary>A smaller target: of which habit.</summary>
    public static void Smaller(HabitTurn turn) => Which(turn, Countable(turn), Changing.AskTarget, HabitIds.Retarget);

    private static OutgoingContent Question(HabitTurn turn)
    {
        var texts = turn.Texts;
        List<Choice> choices = [new(HabitIds.FewerDays, texts.FewerDaysButton)];
        if (Countable(turn).Count > 0) choices.Add(new(HabitIds.Smaller, texts.SmallerButton));
        return turn.Choices(texts.Easier, [.. choices, new(HabitIds.AskPause, texts.PauseTitle), new(HabitIds.Keep, texts.KeepButton)]);
    }

    private static void Which(HabitTurn turn, IReadOnlyList<Habit> habits, Action<HabitTurn, Habit> ask, Func<int, string> id)
    {
        if (habits.Count == 0) Showing.List(turn);
        else if (habits is [var only]) ask(turn, only);
        else
        {
            var choices = habits.Select(habit => new Choice(id(habit.Id), habit.Name, Changing.Describe(turn, habit)));
            turn.Say(turn.Choices(turn.Texts.WhichOne, [.. choices]));
        }
    }

    private static IReadOnlyList<Habit> Countable(HabitTurn turn) =>
        [.. turn.Data.Habits.Where(habit => habit is { Target: not null, Times: null })];

    // A limit is kept without a word; that is no mark.
    private static bool IsBlank(HabitTurn turn, LocalDate day) => turn.Data.LastMark?.Day != day && !turn.Data.Habits.Any(habit =>
        habit.AtMost is null && (habit.MarkOf(day) == DayMark.Done || habit.DayOf(day) is not { IsDone: false, Count: 0, Exact: null }));

    private static bool IsStillOpen(HabitTurn turn, Habit habit, LocalDate day) =>
        habit is { AtMost: null, Days.TimesAWeek: null } && !(habit.ClosedTo >= day) && HabitCalendar.Counts(habit, day)
        && !habit.DayOf(day).IsFrozen
        && !HabitCalendar.Covers(turn.Data.Pause, day) && !HabitCalendar.Covers(habit.Pause, day);
}
