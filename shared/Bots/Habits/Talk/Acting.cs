using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Does what was understood.</summary>
internal static class Acting
{
    private static readonly TimeSpan _topicLives = TimeSpan.FromMinutes(30);

    /// <summary>Rules need no help with this: an intent, and what it is about is found.</summary>
    public static bool IsSure(HabitTurn turn, Wish wish) => wish.Unread.Count == 0 && !wish.IsTentative && wish.Intent switch
    {
        Intent.None or Intent.Stake or Intent.Balance or Intent.Remind => false,
        Intent.Add => wish.Names.Count > 0,
        Intent.Done or Intent.Skip or Intent.Change or Intent.Remove or Intent.Count => wish.Names.Count == 0
            ? Subjects(turn, wish).Habits.Count == 1
            : Subjects(turn, wish) is { IsClear: true, Habits.Count: > 0 },
        _ => true,
    } && Leftover(turn, wish) == Left.Nothing;

    /// <summary>What of a sentence that destroys or spends no part of the act would use: nothing is done before that is asked.</summary>
    public static Left Leftover(HabitTurn turn, Wish wish)
    {
        if (wish.Intent is not (Intent.Remove or Intent.Skip or Intent.Pause or Intent.Undo)) return Left.Nothing;
        if (wish.Intent == Intent.Remove && wish.Date is not null) return Left.Day;
        if (wish.Unread.Count > 0 || wish.Intent != Intent.Pause && (wish.Start ?? wish.Deadline) is not null && wish.Date is null) return Left.Words;
        if (wish.Intent == Intent.Skip && wish.Count is not null || wish.Intent == Intent.Remove && wish.Count is not null) return Left.Words;
        if (wish.Names.Count == 0 || IsAll(wish)) return Left.Nothing;
        var (habits, isClear) = Subjects(turn, wish);
        if (habits.Count == 0 || !isClear) return Left.Nothing;

        // "old emails" is more than the habit "Emails".
        return wish.Names.All(name => habits.Any(habit => NameMatch.Covers(name, habit.Name))) ? Left.Nothing : Left.Words;
    }

    public static void Do(HabitTurn turn, Wish wish)
    {
        Act(turn, wish);

        // What was dropped is said; where it was asked about, the question says it.
        if (wish.Unread.Count > 0 && (wish.Intent is Intent.Done or Intent.Count) && !turn.IsLost && turn.Data.Question is null)
            turn.Say(turn.Texts.LeftOut(string.Join(" ", wish.Unread.Take(8))));
    }

    private static void Act(HabitTurn turn, Wish wish)
    {
        switch (wish.Intent)
        {
            case Intent.Greet: Welcoming.Hello(turn); break;
            case Intent.Thank: turn.Say(turn.Texts.YouAreWelcome); break;
            case Intent.Agree or Intent.Decline or Intent.Cancel: turn.Say(turn.Texts.AllRight); break;
            case Intent.Add or Intent.Remind: Plan(turn, wish); break;
            case Intent.Done: Each(turn, wish, HabitIds.DayVerb("done", wish.Date), habits => Doing.Done(turn, habits, wish.Date)); break;
            case Intent.Count when IsUnknown(turn, wish): Offering.Add(turn, wish with { Intent = Intent.Add }, Capital(wish.AsNew ?? wish.Name!)); break;
            case Intent.Count when wish.Date is { } day && day < turn.Today: Each(turn, wish, HabitIds.DayVerb("done", day), habits => Doing.Done(turn, habits, day)); break;
            case Intent.Count: Each(turn, wish, $"count:{wish.Count ?? 1:0}", habits => Doing.Count(turn, habits[0], wish.Count ?? 1)); break;
            case Intent.Undo when wish.Names.Count > 0: Each(turn, wish, HabitIds.DayVerb("undone", wish.Date ?? turn.Today), habits => Correcting.NotDone(turn, habits, wish.Date ?? turn.Today)); break;
            case Intent.Undo: Doing.Undo(turn); break;
            case Intent.Status: Showing.Status(turn); break;
            case Intent.Next: Showing.Next(turn); break;
            case Intent.List: Showing.List(turn); break;
            case Intent.Remove: Each(turn, wish, wish.Date is null ? "remove" : HabitIds.DayVerb("cancel", wish.Date), habits => Remove(turn, wish, habits)); break;
            // "I am away until Friday" names no habit, whatever else it says.
            case Intent.Pause when wish.Excepted.Count > 0: Each(turn, wish, HabitIds.PauseVerb(wish.Date), habits => Pause(turn, wish, habits)); break;
            case Intent.Pause when wish.Names.Count == 0 || IsAll(wish) || Subjects(turn, wish).Habits.Count == 0: Pause(turn, wish, []); break;
            case Intent.Pause: Each(turn, wish, HabitIds.PauseVerb(wish.Date), habits => Pause(turn, wish, habits)); break;
            case Intent.Resume: Pausing.Resume(turn); break;
            case Intent.Change: Each(turn, wish, "habit", habits => Change(turn, wish, habits)); break;
            case Intent.Skip: Each(turn, wish, wish.Date is null ? "skip" : HabitIds.DayVerb("freeze", wish.Date), habits => Skip(turn, wish, habits)); break;
            case Intent.None or Intent.Stake or Intent.Balance: Lost(turn, wish); break;
        }
    }

    // What says no verb of adding is offered; what is a command as well is asked about, where its habit is there.
    private static void Plan(HabitTurn turn, Wish wish)
    {
        // "on vacation from friday to wednesday": days in a row, and no time of day.
        if (wish is { Instead.Intent: Intent.Pause, Start: null, Deadline: null, Days: { } row } && Pausing.RunOf(row, turn.Today) is var (first, back))
        {
            var paused = wish.Instead.Value.Name is { } resting && Exactly(turn, resting) is { } one ? new[] { one } : [];
            Pausing.Begin(turn, paused, back, first);
            return;
        }

        if (wish.Instead is var (verb, name) && (name is null || HabitWords.MeansAll(name) || Exactly(turn, name) is not null))
        {
            Instead(turn, wish, verb, name is null ? null : Exactly(turn, name));
            return;
        }

        if (wish is { IsTentative: true, Name: { } said })
        {
            if (NameMatch.Find(said, Names(turn)) is [var only] && NameMatch.Covers(said, turn.Data.Habits[only].Name)) Offering.Change(turn, turn.Data.Habits[only], wish);
            else if (wish is { Date: { } off, Days: null, Start: null, Deadline: null } && NameMatch.Find(said, Names(turn)) is [var rested]) Doubting.Freeze(turn, turn.Data.Habits[rested], off);
            else if (wish.Date > turn.Today && wish.Start is not null) Adding.Add(turn, wish);
            else Offering.Add(turn, wish, Capital(said));
            return;
        }

        if (wish is { Unread.Count: > 0, Name: { } half, EveryHours: null }) Offering.Add(turn, wish, Capital(half));
        else Adding.Add(turn, wish);
    }

    // "skip gym on fridays": a weekday to leave out, or the habit as a whole.
    private static void Instead(HabitTurn turn, Wish wish, Intent verb, Habit? habit)
    {
        if (habit is null)
        {
            if (verb == Intent.Pause) Pausing.Ask(turn);
            else Lost(turn, wish with { Names = [] });
            return;
        }

        var day = Enumerable.Range(0, 7).Select(turn.Today.PlusDays).FirstOrDefault(each => wish.Days is { } days && days.Weekdays.HasFlag(Days.HabitCalendar.Of(each.DayOfWeek)), turn.Today);
        Doubting.ThatDayOrForGood(turn, habit, day);
    }

    private static void Remove(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        if (wish.Date is { } day && habits is [var one]) Doubting.ThatDayOrForGood(turn, one, day);
        else if (wish.Excepted.Count > 0 || habits.Count > 1 && (IsAll(wish) || habits.Count == turn.Data.Habits.Count) || Leftover(turn, wish) != Left.Nothing) Doubting.Remove(turn, habits);
        else Changing.Remove(turn, habits);
    }

    private static void Skip(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        if (habits.Count > 1 && habits.Count <= turn.FreezesLeft && Leftover(turn, wish) == Left.Nothing && wish.IsPlainSkip)
        {
            foreach (var each in habits) Missing.Freeze(turn, each, wish.Date ?? Changing.FreezeDay(turn, each));
            turn.Join();
            return;
        }

        // A week off is a pause; it spends nothing.
        if (wish is { DateDays: > 1, Date: { } first } && first > turn.Today)
        {
            Pausing.Begin(turn, habits, first.PlusDays(wish.DateDays), first);
            return;
        }

        var habit = habits[0];
        var day = wish.Date ?? Changing.FreezeDay(turn, habit);
        if (Leftover(turn, wish) != Left.Nothing || !wish.IsPlainSkip || habits.Count > 1) Doubting.Freeze(turn, habit, day);
        else Missing.Freeze(turn, habit, day);
    }

    // Several times for several habits are not told apart; with a word left over the change is offered, not made.
    private static void Change(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        if (habits.Count > 1 && wish.Times.Count > 1) Showing.List(turn);
        else if (wish.Unread.Count > 0 && wish.HasPlan) Offering.Change(turn, habits[0], wish);
        else foreach (var habit in habits) Changing.Change(turn, turn.Habit(habit.Id)!, wish);
        if (habits.Count > 1) turn.Join();
    }

    private static void Pause(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        // A pause of a weekday, or with a word left over, may be a habit or a day off.
        if (Leftover(turn, wish) != Left.Nothing) Doubting.Pause(turn, habits, wish.Date);
        else if (wish.DateEnd is { } end) Pausing.Begin(turn, habits, end, wish.Date);
        else if (wish is { DateBegins: true, Date: { } start }) Pausing.Begin(turn, habits, null, start);
        else if (wish is { DateIsItself: true, Date: { } day } && day > turn.Today) Pausing.Begin(turn, habits, day.PlusDays(wish.DateDays), day);
        else Pausing.Begin(turn, habits, wish.Date);
    }

    private static Habit? Exactly(HabitTurn turn, string name) =>
        NameMatch.Find(name, Names(turn)) is [var only] && NameMatch.Covers(name, turn.Data.Habits[only].Name) ? turn.Data.Habits[only] : null;

    private static bool IsUnknown(HabitTurn turn, Wish wish) => wish is { Name: { } name, Unread.Count: 0 } && !wish.IsAdded && NameMatch.Find(name, Names(turn)).Count == 0
        && (wish.Unit is not { } unit || turn.Data.Habits.All(habit => habit.Unit is null || NameMatch.Find(unit, [habit.Unit]).Count == 0));

    private static List<string> Names(HabitTurn turn) => [.. turn.Data.Habits.Select(habit => habit.Name)];

    private static string Capital(string name) => HabitTurn.Named(name, HabitOptions.LongestName) is { Length: > 0 } kept ? char.ToUpperInvariant(kept[0]) + kept[1..] : name;

    /// <summary>A word of this bot's own.</summary>
    public static void Word(HabitTurn turn, HabitWord word)
    {
        switch (word)
        {
            case HabitWord.Settings: Settings.Show(turn); break;
            case HabitWord.Tone: Settings.Tones(turn); break;
            case HabitWord.Ladder: Settings.Ladders(turn); break;
            case HabitWord.Quiet: Settings.AskQuiet(turn); break;
            case HabitWord.Partner: Partnering.Show(turn); break;
            case HabitWord.Leave: Partnering.Leave(turn); break;
            case HabitWord.Freezes: Showing.Freezes(turn); break;
        }
    }

    /// <summary>What it is about: what was named, what "it" is, or the one thing that is open.</summary>
    public static (IReadOnlyList<Habit> Habits, bool IsClear) Subjects(HabitTurn turn, Wish wish)
    {
        var names = turn.Data.Habits.Select(habit => habit.Name).ToList();
        if (wish.Excepted.Count > 0 && (wish.Names.Count == 0 || wish.Names.All(name => HabitWords.SaysAll(name))))
        {
            var but = wish.Excepted.Select(name => NameMatch.Find(name, names)).ToList();
            var all = wish.Intent == Intent.Done ? Doing.Open(turn).ToList() : [.. turn.Data.Habits];
            return ([.. all.Where(habit => !but.Exists(each => each.Any(index => turn.Data.Habits[index].Id == habit.Id)))], but.TrueForAll(each => each.Count == 1));
        }

        if (wish.Intent == Intent.Done && IsAll(wish)) return ([.. Doing.Open(turn)], true);
        if (wish.Intent is Intent.Remove or Intent.Skip && IsAll(wish)) return (turn.Data.Habits, true);

        if (wish.Names.Count > 0)
        {
            var found = Matches(wish, names);
            return ([.. found.SelectMany(each => each.Found).Distinct().Select(index => turn.Data.Habits[index])], found.All(each => each.Found.Count == 1));
        }

        // "+2", "drank 3 glasses": what is counted in glasses, or the one thing that is counted.
        if (wish is { Intent: Intent.Count, Unit: { } unit }
            && turn.Data.Habits.Where(habit => habit.Unit is { } own && NameMatch.Find(unit, [own]).Count > 0).ToList() is { Count: > 0 } counted) return (counted, counted.Count == 1);
        if (turn.Data.Topic is { } topic && turn.Conversation.Now - topic.At <= _topicLives && turn.Habit(topic.Habit) is { } it
            && (wish.Intent != Intent.Count || it.Target is not null)) return ([it], true);
        if (wish.Intent == Intent.Count && turn.Data.Habits.Where(habit => habit.Target is not null).ToList() is { Count: > 0 } targets) return (targets, targets.Count == 1);
        var open = wish.Intent is Intent.Done or Intent.Skip or Intent.Count ? Doing.Open(turn).ToList() : turn.Data.Habits;
        return (open, open.Count == 1);
    }

    private static bool IsAll(Wish wish) => wish.Names is [var only] && HabitWords.MeansAll(only);

    private static void Each(HabitTurn turn, Wish wish, string verb, Action<IReadOnlyList<Habit>> act)
    {
        if (turn.Data.Habits.Count == 0)
        {
            Welcoming.Hello(turn);
            return;
        }

        var (habits, isClear) = Subjects(turn, wish);
        if (habits.Count > 0 && isClear) act(habits);
        else if (wish.Names.Count > 1 && habits.Count > 0) Some(turn, wish, verb, act);
        else if (habits.Count == 0 && wish.Names.Count == 0) turn.Say(turn.Texts.NothingOpen);
        else Ask(turn, verb, habits.Count > 0 ? habits : turn.Data.Habits, habits.Count == 0 ? wish.Name ?? string.Join(", ", wish.Names) : null);
    }

    // Of several that were named some are clear: those are done, and it is asked about the first of the others.
    private static void Some(HabitTurn turn, Wish wish, string verb, Action<IReadOnlyList<Habit>> act)
    {
        var found = Matches(wish, [.. turn.Data.Habits.Select(habit => habit.Name)]);
        var all = turn.Data.Habits;
        var clear = found.Where(each => each.Found.Count == 1).Select(each => all[each.Found[0]]).Distinct().ToList();
        if (clear.Count > 0) act(clear);
        var (name, several) = found.First(each => each.Found.Count != 1);
        Ask(turn, verb, several.Count > 0 ? [.. several.Select(index => all[index])] : [.. turn.Data.Habits.Where(habit => !clear.Exists(each => each.Id == habit.Id))], several.Count > 0 ? null : name);
    }

    // What was said as a whole may be one name: "rice and beans".
    private static List<(string Name, IReadOnlyList<int> Found)> Matches(Wish wish, List<string> known)
    {
        var whole = wish.Name is { } name ? known.FindIndex(each => PlainText.Of(each) == PlainText.Of(name)) : -1;
        return whole >= 0 ? [(wish.Name!, [whole])] : [.. wish.Names.Select(each => (each, NameMatch.Find(each, known)))];
    }

    /// <summary>Which one? Buttons, and the name may be typed.</summary>
    private static void Ask(HabitTurn turn, string verb, IReadOnlyList<Habit> habits, string? unknown)
    {
        turn.Ask(QuestionKind.Which, about: verb);
        var parts = verb.Split(':');
        var choices = habits.Select(habit => new Choice(
            $"{HabitIds.Prefix}{parts[0]}:{habit.Id}{(parts.Length > 1 ? ":" + parts[1] : "")}", habit.Name));
        turn.Say(turn.Choices(unknown is null ? turn.Texts.WhichOne : turn.Texts.NoSuchHabit(Labels.Cut(Labels.Line(unknown), HabitOptions.LongestName)), [.. choices]));
    }

    // Their words name a habit and nothing else: they are shown it. Else they are told what can be said, each time in another way.
    private static void Lost(HabitTurn turn, Wish wish)
    {
        var texts = turn.Texts;
        turn.IsLost = true;
        if (wish.Names.Count > 0 && Subjects(turn, wish) is { IsClear: true, Habits: [var habit] })
        {
            Changing.Show(turn, habit);
            return;
        }

        var times = turn.Data.Lost;
        turn.Data = turn.Data with { Lost = times + 1 };
        if (times >= 2) turn.Buttons(texts.LostThrice, new Choice(Commands.CommandIds.Of(Commands.Command.Human), texts.HumanTitle));
        else if (times == 1) turn.Buttons(texts.LostAgain, new(HabitIds.Add, texts.AddTitle), new(HabitIds.Status, Short(texts.StatusTitle)), new(HabitIds.AskPause, texts.PauseTitle));
        else if (turn.Data.Tone is null && turn.Data.Habits.Count == 0) Welcoming.Hello(turn);
        else Welcoming.Menu(turn, texts.NotUnderstood);
    }

    // A row's title may be longer than a button's.
    private static string Short(string title) => Labels.Cut(title, 20);
}

/// <summary>What of a sentence was left over.</summary>
internal enum Left
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>A day, where the act is for good.</summary>
    Day,

    /// <summary>Other words.</summary>
    Words,
}
