using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Days on which nothing is due: they neither count nor break a streak.</summary>
internal static class Pausing
{
    private const int LongestDays = 366;

    public static void Ask(HabitTurn turn)
    {
        turn.Ask(QuestionKind.Pause);
        turn.Say(turn.Texts.AskPause);
    }

    /// <summary>One habit or all, until a day or until they say so.</summary>
    public static void Begin(HabitTurn turn, IReadOnlyList<Habit> habits, LocalDate? end, LocalDate? start = null)
    {
        if (start > turn.Today && Period.DaysBetween(turn.Today, start.Value) <= LongestDays)
        {
            // A day too far off is no end, whether it begins today or later.
            BeginLater(turn, habits, start.Value, end > start && Period.DaysBetween(start.Value, end.Value) <= LongestDays ? end : null);
            return;
        }

        // "I rest today" is of today alone.
        if (end == turn.Today) end = turn.Today.PlusDays(1);
        var until = end is { } date && date > turn.Today && Period.DaysBetween(turn.Today, date) <= LongestDays ? date : (LocalDate?)null;
        var words = until is { } day ? turn.Texts.UntilDay(turn.Name(day)) : turn.Texts.UntilYouSay;
        if (habits.Count == 0)
        {
            turn.Data = turn.Data with { Pause = new Pause(turn.Today, until), Punishments = [], Question = null };
            turn.Buttons(turn.Texts.Paused(words), new Choice(HabitIds.Resume, turn.Texts.ResumeTitle));
            return;
        }

        foreach (var habit in habits) turn.Set(turn.Habit(habit.Id)! with { Pause = new Pause(turn.Today, until) });
        turn.Buttons(turn.Texts.PausedHabit(string.Join(", ", habits.Select(habit => habit.Name)), words), new Choice(HabitIds.Resume, turn.Texts.ResumeTitle));
    }

    /// <summary>The first day and the day of return of weekdays that follow one another, from today on; null: they are single days, or all.</summary>
    public static (LocalDate First, LocalDate Back)? RunOf(HabitDays days, LocalDate today)
    {
        if (days is not { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Nth: null, EveryWeeks: 1 }) return null;
        bool Has(LocalDate day) => days.Weekdays.HasFlag(HabitCalendar.Of(day.DayOfWeek));
        var starts = Enumerable.Range(0, 7).Select(today.PlusDays).Where(day => Has(day) && !Has(day.PlusDays(-1))).ToList();
        if (starts is not [var first]) return null;
        var length = Enumerable.Range(0, 7).TakeWhile(each => Has(first.PlusDays(each))).Count();
        return length is < 3 or > 6 ? null : (first, first.PlusDays(length - 1));
    }

    private static void BeginLater(HabitTurn turn, IReadOnlyList<Habit> habits, LocalDate start, LocalDate? end)
    {
        var pause = new Pause(start, end);
        if (habits.Count == 0) turn.Data = turn.Data with { Pause = pause, Question = null };
        foreach (var habit in habits) turn.Set(turn.Habit(habit.Id)! with { Pause = pause });
        var body = end is { } day ? turn.Texts.PausedFrom(turn.NameFully(start), turn.NameFully(day)) : turn.Texts.PausedFromOpen(turn.NameFully(start));
        turn.Buttons(body, new Choice(HabitIds.Resume, turn.Texts.ResumeTitle));
    }

    /// <summary>They are back: today counts again.</summary>
    public static void Resume(HabitTurn turn)
    {
        // A word ends a pause of silence by itself, this one too.
        if (turn.HasResumed)
        {
            Showing.Next(turn);
            return;
        }

        // A pause that has not begun is called off, and nobody was away.
        var isToCome = turn.Data.Pause?.From > turn.Today;
        var paused = turn.Data.Pause is not null || turn.Data.Habits.Any(habit => HabitCalendar.Covers(habit.Pause, turn.Today));
        Lift(turn);
        turn.Say(isToCome ? turn.Texts.TakenBack : paused ? turn.Texts.Resumed : turn.Texts.NotPaused);
        if (paused && turn.Data.Habits.Count > 0) Showing.Next(turn);
    }

    /// <summary>They wrote nothing for days: it is said once, and then nothing more until they write.</summary>
    public static void FellSilent(HabitTurn turn)
    {
        turn.Tell(
            new ButtonsMessage(turn.Texts.FellSilent, [new Choice(HabitIds.Resume, turn.Texts.ResumeTitle)]),
            turn.Template("habits_paused", HabitIds.Resume), isAwaited: true);
        var today = Instant.FromDateTimeOffset(turn.Data.SeenTo!.Value).InZone(turn.Zone).Date;
        turn.Data = turn.Data with { Pause = new Pause(today, null, ForSilence: true), Punishments = [], Untold = [], EasierOn = null };
    }

    /// <summary>They write again.</summary>
    public static void Spoke(HabitTurn turn)
    {
        turn.Data = turn.Data with { WroteAt = turn.Conversation.Now };
        foreach (var news in turn.Data.Waiting ?? []) turn.Say(news);
        if (turn.Data.Waiting is not null) turn.Data = turn.Data with { Waiting = null };
        Reporting.Spoke(turn);
        if (turn.Data.Pause is not { ForSilence: true }) return;
        Lift(turn);
        turn.HasResumed = true;
        turn.Say(turn.Texts.WelcomeBack);
    }

    /// <summary>The day has come.</summary>
    public static void Ends(HabitTurn turn, ClockNews news)
    {
        Lift(turn);
        news.PauseEnded = true;
    }

    // The days that were let off are written down before the pause is forgotten.
    private static void Lift(HabitTurn turn)
    {
        foreach (var habit in turn.Data.Habits)
        {
            var lifted = habit;
            var first = habit.ClosedTo?.PlusDays(1) ?? habit.Since;
            for (var day = first; day < turn.Today; day = day.PlusDays(1))
            {
                if (!HabitCalendar.Covers(turn.Data.Pause, day) && !HabitCalendar.Covers(habit.Pause, day)) break;
                lifted = Closing.LetOff(lifted, day);
            }

            // What of today is over already is not made a miss by coming back.
            var today = lifted with { Pause = null };
            if (lifted.ClosedTo is not { } closed || closed < turn.Today)
            {
                var isOver = HabitCalendar.IsDue(today, turn.Today) && HabitCalendar.CloseOf(today, turn.Today, turn.Zone) <= turn.Now;
                if (isOver) today = Closing.LetOff(today, turn.Today);
                else if (HabitCalendar.StartOf(today, turn.Today, turn.Zone) <= turn.Now) today = today.With(today.DayOf(turn.Today) with { StartTold = true });
            }

            turn.Set(today);
        }

        turn.Data = turn.Data with { Pause = null };
    }
}
