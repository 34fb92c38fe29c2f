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

    /// <summary>The largest target and limit of a day: 10,000 steps are common.</summary>
    public const int MostOfTarget = 100_000;

    private const int MostWords = 8;
    private const int MostWordsOfOne = 4;

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
        var name = NameOf(turn, wish);
        if (name is null)
        {
            turn.Ask(QuestionKind.Name, draft: new Draft(wish.Days ?? new HabitDays(), wish.Start, wish.Deadline, wish.Count is { } count ? WholeOf(count) : null, wish.Unit));
            turn.Say(texts.AskName);
            return;
        }

        if (Same(turn, name) is { } same)
        {
            turn.SpeakOf(same);
            if (wish.HasPlan && Changing.Describe(turn, Changing.Planned(turn, same, wish)) != Changing.Describe(turn, same)) Offering.Change(turn, same, wish);
            else turn.Say(turn.Choices(texts.HaveAlready(same.Name), Buttons(turn, same)));
            return;
        }

        // Hours from dose to dose are not counted: fixed times take their place, and are said to be that.
        if (wish.EveryHours is { } hours)
        {
            turn.Say(texts.NoHours(turn.NameOfMinutes(hours * 60)));
            AddAll(turn, [AtHours(wish) with { Name = name }]);
            turn.Join();
            return;
        }

        // "meditate and read every day": each is one of its own, with the same when.
        if (wish is { Names.Count: > 1 and <= TextLimit.Names, Instead: null } && wish.Names.All(each => each.Split(' ').Length <= MostWordsOfOne)) AddAll(turn, [.. wish.Names.Select(each => wish with { Name = each, Names = [each], Otherwise = null })]);
        else AddAll(turn, [wish with { Name = name }]);
    }

    /// <summary>Adds them, and says so in one message.</summary>
    public static void AddAll(HabitTurn turn, IReadOnlyList<Wish> wishes)
    {
        var texts = turn.Texts;
        var isFirst = turn.Data.Habits.Count == 0;
        var lines = new List<string>();
        List<Choice> buttons = [];
        List<(int After, LocalDate Day)> later = [];
        foreach (var wish in wishes)
        {
            if (NameOf(turn, wish) is not { } name) continue;
            if (Same(turn, name) is { } same)
            {
                lines.Add(texts.HaveAlready(same.Name));
                continue;
            }

            if (turn.Data.Habits.Count >= HabitOptions.MostHabits)
            {
                lines.Add(texts.TooManyHabits(HabitTexts.Of(HabitOptions.MostHabits)));
                break;
            }

            var habit = Make(turn, wish, name);
            turn.Data = turn.Data with { Habits = [.. turn.Data.Habits, habit], LastId = habit.Id };
            turn.SpeakOf(habit);
            lines.Add(texts.Added(habit.Name, Changing.Describe(turn, habit)));
            if (habit.AtMost is not null) lines.Add(texts.LimitHow);
            if (habit.Since > turn.Today) lines.Add(texts.StartsOn(turn.Name(habit.Since)));
            else if (habit.AtMost is null && HabitCalendar.IsLetOff(habit, turn.Today) && HabitCalendar.IsDue(habit, turn.Today)
                && HabitCalendar.NextDue(habit, turn.Today.PlusDays(1)) is { } next) later.Add((lines.Count, next));
            if (wishes.Count > 1) continue;
            if (habit.AtMost is null) buttons.Add(new(HabitIds.Retime(habit.Id), texts.ChangeTimeButton));
            buttons.Add(new(HabitIds.More(habit.Id), texts.MoreButton));

            // "call mom on sunday": once holds, each week is a tap away.
            if (wish.IsWeekday && habit.Until == habit.Since) buttons.Insert(0, new(HabitIds.Weekly(habit.Id), texts.EveryWeekButton));
            if (wish.Unread.Count > 0) lines.Add(texts.LeftOut(string.Join(", ", wish.Unread.Take(MostWords))));

            // Seven in the morning or in the evening: the likelier holds, the other is a tap away.
            if (wish.Otherwise is not { } other) continue;
            lines.Add(texts.TookTime(turn.Name(wish.Start ?? wish.Deadline!.Value)));
            buttons.Insert(0, new(wish.Start is null ? HabitIds.Deadline(habit.Id, other) : HabitIds.Start(habit.Id, other), texts.NoTimeTitle(turn.Name(other))));
        }

        // Several that begin the same day share the line.
        if (later.Count > 1 && later.TrueForAll(each => each.Day == later[0].Day)) later = [(lines.Count, later[0].Day)];
        foreach (var (after, day) in Enumerable.Reverse(later)) lines.Insert(after, texts.StartsNext(turn.Name(day)));
        if (buttons.Count == 0) buttons.Add(new(HabitIds.List, texts.ListTitle));
        turn.Say(turn.Choices(string.Join("\n", lines), buttons));
        if (wishes is [{ Otherwise: not null }]) turn.Data = turn.Data with { Offer = turn.Data.Offer! with { No = buttons[0].Id } };

        // One question at a time: a wrong clock spoils every reminder, so the tone waits for its answer.
        if (!Settings.AskZone(turn) && isFirst) Settings.AskTone(turn);
    }

    /// <summary>The same habit at several times of each day.</summary>
    public static Habit At(Habit habit, IReadOnlyList<LocalTime> times) =>
        habit with { Times = times, Start = times[0], Deadline = DeadlineAfter(times[^1]), Target = times.Count, Unit = null, Exact = null };

    /// <summary>"Every 2 hours" as fixed times, between the times that were said or those of a day; as it is where it says no
    /// hours.</summary>
    public static Wish AtHours(Wish wish) => wish.EveryHours is not { } hours ? wish : wish with
    {
        EveryHours = null,
        Days = wish.Days ?? new HabitDays(),
        Times = Every(hours, wish.Times.Count > 0 ? wish.Times[0] : wish.Start, wish.Deadline),
        Start = null,
        Deadline = null,
        Otherwise = null,
    };

    /// <summary>A limit as it is kept, whatever number was written: from 0 to <see cref="MostOfTarget"/>.</summary>
    public static int MostOf(decimal limit) => (int)Math.Clamp(Math.Floor(limit), 0, MostOfTarget);

    /// <summary>How many make it done, as a whole number; null: once does.</summary>
    public static int? WholeOf(decimal count) => count is > 1 and <= MostOfTarget ? (int)Math.Ceiling(count) : count is > 0 and < 1 ? 1
        : null;

    /// <summary>How many make it done where that is no whole number.</summary>
    public static decimal? ExactOf(decimal count) => count == Math.Floor(count) || count is <= 0 or > MostOfTarget ? null : count;

    /// <summary>The deadline that goes with a start where none was said.</summary>
    public static LocalTime DeadlineFor(LocalTime? start) => start switch
    {
        null => Evening,
        { } time when time <= Evening.PlusHours(-2) => Evening,
        { } time when time.Hour < 22 => time.PlusHours(2) > time ? time.PlusHours(2) : _lastMinute,
        _ => _lastMinute,
    };

    /// <summary>
    /// Nothing is missed on the day it was added. With its deadline over it begins tomorrow; with its start over it can be done today, and
    /// nothing is said of it, unless today is its only day or more times of today are to come.
    /// </summary>
    public static Habit Settle(HabitTurn turn, Habit habit)
    {
        if (habit.Since == turn.Today && HabitCalendar.DeadlineOf(habit, turn.Today, turn.Zone) <= turn.Now) habit = habit with { Since = turn.Today.PlusDays(1) };
        if (habit.Since > turn.Today) return habit;
        habit = habit with { WholeSince = turn.Today.PlusDays(1) };
        if (HabitCalendar.StartOf(habit, turn.Today, turn.Zone) > turn.Now) return habit;
        var told = habit.Times?.Count(time => HabitCalendar.At(turn.Today, time, turn.Zone) <= turn.Now);
        var isOver = habit.AtMost is null && habit.Until != turn.Today && (habit.Times is null || told == habit.Times.Count);
        return habit.With(habit.DayOf(turn.Today) with { StartTold = true, EndTold = isOver, Told = told });
    }

    /// <summary>The habit that a wish asks for.</summary>
    public static Habit Make(HabitTurn turn, Wish wish, string name)
    {
        var since = wish.Date is { } date && date >= turn.Today && (wish.DateBegins || wish.Days is null) ? date : turn.Today;
        var until = wish.For is { } length ? since + length - Period.FromDays(1)
            : wish is { Date: { } last, DateBegins: false } && last >= since ? last
            : (LocalDate?)null;
        var isLimit = wish.Limit is not null;
        var target = isLimit || wish.Count is not { } count ? null : WholeOf(count);
        var habit = new Habit
        {
            Id = turn.Data.LastId + 1,
            Name = name,
            Days = wish.Days ?? new HabitDays(),
            Start = wish.Start,
            Deadline = wish.Deadline ?? (isLimit ? _lastMinute : DeadlineFor(wish.Start)),
            Since = since,
            Until = until,
            Target = target,
            Exact = target is null ? null : ExactOf(wish.Count!.Value),
            AtMost = isLimit ? MostOf(wish.Limit!.Value) : null,
            NeedsProof = wish.NeedsProof,
            Minutes = wish.Minutes,
            Unit = (target is null && !isLimit) || wish.Unit is null ? null : HabitTurn.Named(wish.Unit, HabitOptions.LongestUnit),
        };
        return Settle(turn, wish.Times.Count > 1 ? At(habit, wish.Times) : habit);
    }

    // "no more than 2 coffees" has no name but what is counted.
    private static string? NameOf(HabitTurn turn, Wish wish) =>
        Tidy(turn, IsCounted(wish) ? wish.Unit
            : wish.Name ?? (wish.Names.Count > 0 ? string.Join(", ", wish.Names) : wish.Limit is not null ? wish.Unit : null));

    // "200 push-ups a day", "quiero hacer 100 sentadillas": what is counted is what is done.
    /// <summary>Whether a unit says nothing of what is counted: glasses, times, kilometres.</summary>
    public static bool IsMeasure(string unit) => _measures.Contains(PlainText.Of(unit));

    private static bool IsCounted(Wish wish) => wish is { Unit: { } unit, Count: not null } && !_measures.Contains(PlainText.Of(unit))
        && (wish.Name is null || _doing.Contains(PlainText.Of(wish.Name)));

    private static readonly HashSet<string> _doing =
        [.. "do make hacer haz hago fazer faca faço karna karni kar करना करनी לעשות".Split(' ').Select(PlainText.Of)];

    // Of these the name tells what they are of.
    private static readonly HashSet<string> _measures =
    [
        .. ("glass glasses cup cups bottle bottles litre litres liter liters ml l kg km kms mile miles times time x min minutes hours "
            + "vaso vasos taza tazas litro litros veces vez copo copos xícara xícaras vezes "
            + "glaas गिलास लीटर कप बार किमी dafa baar कोस כוס כוסות ליטר פעמים פעם קילומטר קילו קמ").Split(' ').Select(PlainText.Of),
    ];

    private static Habit? Same(HabitTurn turn, string name) => turn.Data.Habits.FirstOrDefault(habit => PlainText.Of(habit.Name) == PlainText.Of(name));

    // From eight in the morning until ten in the evening, three doses from six, where they did not say from when until when.
    private static IReadOnlyList<LocalTime> Every(int hours, LocalTime? from, LocalTime? until)
    {
        var first = from ?? new LocalTime(hours == 8 ? 6 : 8, 0);
        var last = until is { } end && end > first ? end : new LocalTime(22, 0);
        return [.. Enumerable.Range(0, 24).Select(step => first.Hour * 60 + first.Minute + step * hours * 60)
            .TakeWhile(minute => minute <= last.Hour * 60 + last.Minute).Select(minute => new LocalTime(minute / 60, minute % 60))];
    }

    private static LocalTime DeadlineAfter(LocalTime last) => last.Hour < 22 ? last.PlusHours(2) : _lastMinute;

    private static string? Tidy(HabitTurn turn, string? name)
    {
        var plain = Labels.Line(name ?? "").Trim(' ', '.', ',', '!', '"', '*', '_', '~', '`');
        return HabitTurn.Named(plain, HabitOptions.LongestName) is { } kept
            ? Infinitives.Of(char.ToUpperInvariant(kept[0]) + kept[1..], turn.Texts.Language) : null;
    }

    private static List<Choice> Buttons(HabitTurn turn, Habit habit) =>
        [Doing.ChoiceOf(turn, habit), new(HabitIds.Retime(habit.Id), turn.Texts.ChangeTimeButton), new(HabitIds.More(habit.Id), turn.Texts.MoreButton)];
}
