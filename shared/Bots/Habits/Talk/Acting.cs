using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Does what was understood.</summary>
internal static class Acting
{
    private const int MostWordsOfPlan = 7;
    private const int ManyTimes = 10;

    private static readonly TimeSpan _topicLives = TimeSpan.FromMinutes(30);

    /// <summary>Rules need no help with this: an intent, and what it is about is found.</summary>
    public static bool IsSure(HabitTurn turn, Wish wish) => wish is { Unread.Count: 0, IsCrowded: false } && (!wish.IsTentative || wish.Name is { } said && IsPlainPlan(turn, wish, said)) && wish.Intent switch
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
        // "pause everything til new year": an end that was not understood is none.
        if (wish is { Intent: Intent.Pause, Start: not null, Date: null, DateEnd: null } or { Intent: Intent.Pause, IsQuestion: true }) return Left.Words;
        if (wish is { Intent: Intent.Pause, Names.Count: > 0, Date: null, Excepted.Count: 0 } && !IsAll(wish) && Subjects(turn, wish).Habits.Count == 0) return Left.Words;
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
            // "did I do gym today?" asks, and nothing is done on it.
            case Intent.Done or Intent.Count or Intent.Undo when wish.IsQuestion:
                if (wish.Names.Count > 0 && Subjects(turn, wish) is { IsClear: true, Habits: [var asked] }) Changing.Show(turn, asked);
                else Showing.Status(turn);
                break;

            // "remove makeup before bed", "cancel netflix tomorrow", where no habit is called so.
            case Intent.Remove or Intent.Skip or Intent.Change when wish is { Names.Count: > 0, AsNew: { } asNew, Excepted.Count: 0 } && !IsAll(wish) && (turn.Data.Habits.Count == 0 || wish.Date > turn.Today || wish.Start is not null)
                && wish.Names.All(name => NameMatch.Find(name, Names(turn)).Count == 0):
                Offering.Add(turn, wish with { Intent = Intent.Add, Name = asNew }, Capital(asNew));
                break;
            // "I never said I finished reading", "don't delete gym": nothing is done that they deny.
            case Intent.Remove or Intent.Pause or Intent.Skip when wish is { IsNegated: true, Excepted.Count: 0 }: turn.Say(turn.Texts.AllRight); break;
            case Intent.Done or Intent.Count when wish is { IsNegated: true, Excepted.Count: 0 }:
                if (Subjects(turn, wish) is { IsClear: true, Habits: [var denied] } && wish.Names.Count > 0) Correcting.NotDone(turn, [denied], wish.Date ?? turn.Today);
                else turn.Say(turn.Texts.AllRight);
                break;
            case Intent.Done or Intent.Count when PastDays(turn, wish) is { Count: > 0 } days: Each(turn, wish, "done", habits => DoneOn(turn, habits, days)); break;
            case Intent.Done: Each(turn, wish, HabitIds.DayVerb("done", wish.Date), habits => Doing.Done(turn, habits, wish.Date)); break;
            case Intent.Count when IsUnknown(turn, wish): Offering.Add(turn, wish with { Intent = Intent.Add }, Capital(wish.AsNew ?? wish.Name!)); break;
            case Intent.Count when wish is { Name: null, Unit: { } unit, IsAdded: false, Count: >= ManyTimes } && turn.Data.Habits.All(habit => habit.Target is null && habit.AtMost is null && NameMatch.Find(unit, [habit.Name]).Count == 0):
                Offering.Add(turn, wish with { Intent = Intent.Add, Name = unit }, Capital(unit));
                break;
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
            case Intent.Change when wish is { HasPlan: true, Name: { } moved } && NameMatch.Find(moved, Names(turn)).Count == 0 && (wish.Days is not null || wish.Count is not null):
                Offering.Add(turn, wish with { Intent = Intent.Add, Name = wish.AsNew ?? moved }, Capital(wish.AsNew ?? moved));
                break;

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

        if (wish is { Count: null, Instead: var (verb, name) } && (name is null || HabitWords.MeansAll(name) || Exactly(turn, name) is not null))
        {
            Instead(turn, wish, verb, name is null ? null : Exactly(turn, name));
            return;
        }

        // "christmas at my parents', from the 23rd to the 2nd": days in a row and no verb of a habit are days away.
        // "what is this about …": a question without a when is no habit.
        if (wish is { IsQuestion: true, Days: null, Start: null, Deadline: null, Count: null })
        {
            Lost(turn, wish with { Names = [] });
            return;
        }

        // "cousin's wedding on friday", "exams from monday to thursday": nothing may be due, or it may be something to be reminded of.
        if (wish is { SaysAway: true, Start: null, Deadline: null, Count: null } && turn.Data.Habits.Count > 0)
        {
            if (wish is { Days: { } week } && Pausing.RunOf(week, turn.Today) is var (begins, ends))
            {
                Doubting.Away(turn, begins, ends);
                return;
            }

            if (wish is { Days: null, Date: { } gone })
            {
                var isEnd = wish.DateEnd is null && !wish.DateIsItself && !wish.DateBegins;
                Doubting.Away(turn, isEnd ? turn.Today : gone, wish.DateEnd ?? (isEnd ? gone : wish.DateBegins && wish.Length is { HasTimeComponent: false } lasting ? gone + lasting : gone.PlusDays(wish.DateDays)));
                return;
            }
        }

        if (wish is { IsTentative: true, SaysBack: true, Date: { } returning, Days: null, Start: null, Count: null } && returning > turn.Today && turn.Data.Habits.Count > 0)
        {
            Doubting.Away(turn, turn.Today, returning);
            return;
        }

        if (wish is { IsTentative: true, DateEnd: { } last, Date: { } away, Days: null, Start: null, Deadline: null, Count: null } && turn.Data.Habits.Count > 0)
        {
            Doubting.Away(turn, away, last);
            return;
        }

        if (wish is { IsTentative: true, Name: { } said })
        {
            if (NameMatch.Find(said, Names(turn)) is [var only] && NameMatch.Covers(said, turn.Data.Habits[only].Name)) Offering.Change(turn, turn.Data.Habits[only], wish);
            else if (wish is { Date: { } off, Days: null, Start: null, Deadline: null } && NameMatch.Find(said, Names(turn)) is [var rested]) Doubting.Freeze(turn, turn.Data.Habits[rested], off);
            else if (IsPlainPlan(turn, wish, said)) Adding.Add(turn, wish);
            else Offering.Add(turn, wish, Capital(said));
            return;
        }

        // "no reading on sundays", where reading is a habit: a weekday to leave out.
        if (wish is { Limit: 0, Days: { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Weekdays: not Weekdays.All }, Name: { } rests } && NameMatch.Find(rests, Names(turn)) is [var skipped])
        {
            Instead(turn, wish, Intent.Skip, turn.Data.Habits[skipped]);
            return;
        }

        if (wish is { Name: { } half, EveryHours: null } && (wish.Unread.Count > 0 || wish.IsCrowded)) Offering.Add(turn, wish, Capital(half));
        else Adding.Add(turn, wish);
    }

    // "morning run at 6", "dec 20 buy presents", "brush teeth morning and night": a few words, and a when that needs no question.
    private static bool IsPlainPlan(HabitTurn turn, Wish wish, string name) =>
        wish is { Unread.Count: 0, Limit: null, Excepted.Count: 0, SaysBack: false, SaysAway: false, IsNegated: false, IsCrowded: false, IsQuestion: false } && name.Split(' ').Length <= MostWordsOfPlan
        && NameMatch.Find(name, Names(turn)).Count == 0 && (wish.Date is null || wish.Date >= turn.Today)
        && ((wish.Start ?? wish.Deadline) is not null || wish.Times.Count > 1 || wish is { DateIsItself: true, DateDays: 1 } && wish.Date > turn.Today.PlusDays(1));

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
        else if (wish is { DateBegins: true, Date: { } start }) Pausing.Begin(turn, habits, wish.Length is { HasTimeComponent: false } length ? start + length : null, start);
        else if (wish is { DateIsItself: true, Date: { } day } && day > turn.Today) Pausing.Begin(turn, habits, day.PlusDays(wish.DateDays), day);
        else Pausing.Begin(turn, habits, wish.Date);
    }

    // "done on friday and saturday": the last of each; a day of today's name is today.
    private static List<LocalDate> PastDays(HabitTurn turn, Wish wish)
    {
        if (wish.Days is not { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Nth: null, EveryWeeks: 1, Weekdays: not Weekdays.All } days) return [];
        return [.. Enumerable.Range(0, 7).Select(back => turn.Today.PlusDays(-back)).Where(day => days.Weekdays.HasFlag(Days.HabitCalendar.Of(day.DayOfWeek))).Reverse()];
    }

    private static void DoneOn(HabitTurn turn, IReadOnlyList<Habit> habits, List<LocalDate> days)
    {
        foreach (var day in days) Doing.Done(turn, [.. habits.Select(habit => turn.Habit(habit.Id)!)], day);
        turn.Join();
    }

    private static Habit? Exactly(HabitTurn turn, string name) =>
        NameMatch.Find(name, Names(turn)) is [var only] && NameMatch.Covers(name, turn.Data.Habits[only].Name) ? turn.Data.Habits[only] : null;

    private static bool IsUnknown(HabitTurn turn, Wish wish) => wish is { Name: { } name, Unread.Count: 0 } && !wish.IsAdded && NameMatch.Find(name, Names(turn)).Count == 0
        && (wish.Unit is not { } unit || turn.Data.Habits.All(habit => habit.Unit is null || NameMatch.Find(unit, [habit.Unit]).Count == 0));

    private static List<string> Names(HabitTurn turn) => [.. turn.Data.Habits.Select(habit => habit.Name)];

    /// <summary>A name as it is kept, with its first letter large.</summary>
    public static string Capital(string name) => HabitTurn.Named(name, HabitOptions.LongestName) is { Length: > 0 } kept ? char.ToUpperInvariant(kept[0]) + kept[1..] : name;

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

    /// <summary>Asks which of these was meant.</summary>
    public static void AskWhich(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits) => Ask(
        turn, HabitIds.DayVerb(wish.Intent switch { Intent.Done => "done", Intent.Skip => wish.Date is null ? "skip" : "freeze", _ => "undone" }, wish.Date), habits, null);

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
