using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>A new habit.</summary>
internal static class Adding
{
    /// <summary>By when what has no time is to be done.</summary>
    public static readonly LocalTime Evening = new(21, 0);

    private static readonly LocalTime _lastMinute = new(23, 59);

    /// <summary>"Add a habit" was pressed.</summary>
    public static void Begin(HabitTurn turn)
    {
        turn.Ask(QuestionKind.Name);
        turn.Say(turn.Texts.AskName);
    }

    public static void Add(HabitTurn turn, Wish wish)
    {
        var texts = turn.Texts;
        var name = Tidy(wish.Name ?? (wish.Names.Count > 0 ? string.Join(", ", wish.Names) : null));
        if (name is null)
        {
            turn.Ask(QuestionKind.Name, draft: new Draft(wish.Days ?? new HabitDays(), wish.Start, wish.Deadline, Target(wish), wish.Unit));
            turn.Say(texts.AskName);
            return;
        }

        if (turn.Data.Habits.FirstOrDefault(habit => PlainText.Of(habit.Name) == PlainText.Of(name)) is { } same)
        {
            turn.SpeakOf(same);
            turn.Say(turn.Choices(texts.HaveAlready(same.Name), Buttons(turn, same)));
            return;
        }

        if (turn.Data.Habits.Count >= HabitOptions.MostHabits)
        {
            turn.Say(texts.TooManyHabits(HabitTexts.Of(HabitOptions.MostHabits)));
            return;
        }

        var habit = Make(turn, wish, name);
        turn.Data = turn.Data with { Habits = [.. turn.Data.Habits, habit], LastId = habit.Id };
        turn.SpeakOf(habit);
        var lines = new List<string> { texts.Added(habit.Name, Changing.Describe(turn, habit)) };
        if (habit.Since > turn.Today) lines.Add(texts.StartsOn(turn.Name(habit.Since)));
        List<Choice> buttons = [new(HabitIds.Retime(habit.Id), texts.ChangeTimeButton), new(HabitIds.More(habit.Id), texts.MoreButton)];

        // Seven in the morning or in the evening: the likelier holds, the other is a tap away.
        if (wish.Otherwise is { } other)
        {
            var meant = wish.Start ?? wish.Deadline!.Value;
            lines.Add(texts.TookTime(turn.Name(meant)));
            buttons.Insert(0, new(wish.Start is null ? HabitIds.Deadline(habit.Id, other) : HabitIds.Start(habit.Id, other), texts.NoTimeTitle(turn.Name(other))));
        }

        turn.Say(turn.Choices(string.Join("\n", lines), buttons));
        if (turn.Data is { Habits.Count: 1, Tone: null }) Settings.Tones(turn);
        Settings.AskZone(turn);
    }

    /// <summary>The deadline that goes with a start where none was said.</summary>
    public static LocalTime DeadlineFor(LocalTime? start) => start switch
    {
        null => Evening,
        { } time when time <= Evening.PlusHours(-2) => Evening,
        { } time when time.Hour < 22 => time.PlusHours(2) > time ? time.PlusHours(2) : _lastMinute,
        _ => _lastMinute,
    };

    /// <summary>Whether its time of today is over, so that it begins tomorrow; and what was to be said of today that is not any more.</summary>
    public static Habit Settle(HabitTurn turn, Habit habit)
    {
        if (habit.Since == turn.Today && HabitCalendar.DeadlineOf(habit, turn.Today, turn.Zone) <= turn.Now) habit = habit with { Since = turn.Today.PlusDays(1) };
        var begun = HabitCalendar.StartOf(habit, turn.Today, turn.Zone) <= turn.Now;
        return habit.Since <= turn.Today && begun ? habit.With(habit.DayOf(turn.Today) with { StartTold = true }) : habit;
    }

    private static Habit Make(HabitTurn turn, Wish wish, string name)
    {
        var since = wish.Date is { } date && date >= turn.Today && (wish.DateBegins || wish.Days is null) ? date : turn.Today;
        var until = wish.For is { } length ? since + length - Period.FromDays(1)
            : wish is { Date: { } last, DateBegins: false } && last >= since ? last
            : (LocalDate?)null;
        return Settle(turn, new Habit
        {
            Id = turn.Data.LastId + 1,
            Name = name,
            Days = wish.Days ?? new HabitDays(),
            Start = wish.Start,
            Deadline = wish.Deadline ?? DeadlineFor(wish.Start),
            Since = since,
            Until = until,
            Target = Target(wish),
            Unit = Target(wish) is null || wish.Unit is null ? null : HabitTurn.Named(wish.Unit, HabitOptions.LongestUnit),
        });
    }

    private static int? Target(Wish wish) => wish.Count is { } count && count is > 1 and <= 1000 && count == Math.Floor(count) ? (int)count : null;

    private static string? Tidy(string? name)
    {
        var plain = Labels.Line(name ?? "").Trim(' ', '.', ',', '!', '"', '*', '_', '~', '`');
        return HabitTurn.Named(plain, HabitOptions.LongestName) is { } kept ? char.ToUpperInvariant(kept[0]) + kept[1..] : null;
    }

    private static List<Choice> Buttons(HabitTurn turn, Habit habit) =>
        [Doing.ChoiceOf(turn, habit), new(HabitIds.Retime(habit.Id), turn.Texts.ChangeTimeButton), new(HabitIds.More(habit.Id), turn.Texts.MoreButton)];
}
