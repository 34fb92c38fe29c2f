using System.Globalization;
using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Does what was understood.</summary>
internal static class Acting
{
    private const int ManyTimes = 10;
    private const int WordsOfReason = 3;

    /// <summary>Rules need no help with this: an intent, and what it is about is found.</summary>
    public static bool IsSure(HabitTurn turn, Wish wish) => wish is { Unread.Count: 0, IsCrowded: false, IsHedged: false }
        && (!wish.IsTentative || wish.Name is { } said && Planning.IsPlain(turn, wish, said)) && wish.Intent switch
        {
            Intent.None or Intent.Stake or Intent.Balance or Intent.Remind => false,
            Intent.Add => wish.Names.Count > 0,
            Intent.Done or Intent.Skip or Intent.Change or Intent.Remove or Intent.Count => wish.Names.Count == 0
                ? WhichHabits.Of(turn, wish).Habits.Count == 1
                : WhichHabits.Of(turn, wish) is { IsClear: true, Habits.Count: > 0 },
            _ => true,
        } && Leftover(turn, wish) == Left.Nothing;

    /// <summary>What of a sentence that destroys or spends no part of the act would use: nothing is done before that is asked.</summary>
    public static Left Leftover(HabitTurn turn, Wish wish)
    {
        if (wish.Intent is not (Intent.Remove or Intent.Skip or Intent.Pause or Intent.Undo)) return Left.Nothing;
        if (wish.Intent == Intent.Remove && wish.Date is not null) return Left.Day;
        // "pause everything til new year": an end that was not understood is none.
        if (wish is { Intent: Intent.Pause, DateEnd: null } && (wish.Start ?? wish.Deadline) is not null
            || wish is { Intent: Intent.Pause or Intent.Remove, IsQuestion: true }) return Left.Words;
        if (wish is { Intent: Intent.Pause, Names.Count: > 0, Date: null, Excepted.Count: 0 } && !WhichHabits.IsAll(wish)
            && WhichHabits.Of(turn, wish).Habits.Count == 0) return Left.Words;
        // "a break until the kids are back in school on jan 4": words about a pause that name no habit are asked about with their days.
        if (wish is { Intent: Intent.Pause, Name: { } why, Excepted.Count: 0 } && !WhichHabits.IsAll(wish)
            && WhichHabits.Of(turn, wish).Habits.Count == 0
            && (why.Split(' ').Length >= WordsOfReason || why.Any(char.IsDigit))) return Left.Words;
        if (wish.Unread.Count > 0 || wish.Intent != Intent.Pause && (wish.Start ?? wish.Deadline) is not null && wish.Date is null) return Left.Words;
        // "freeze run today and tomorrow": more days than one.
        if (wish.IsCrowded && wish.Intent is Intent.Skip or Intent.Remove) return Left.Words;
        if (wish.Excepted.Any(name => !turn.Data.Habits.Any(habit => NameMatch.Covers(name, habit.Name)))) return Left.Words;
        if (wish.Intent == Intent.Skip && wish.Count is not null || wish.Intent == Intent.Remove && wish.Count is not null) return Left.Words;
        if (wish.Names.Count == 0 || WhichHabits.IsAll(wish)) return Left.Nothing;
        var (habits, isClear) = WhichHabits.Of(turn, wish);
        if (habits.Count == 0 || !isClear) return Left.Nothing;

        // "old emails" is more than the habit "Emails".
        return wish.Names.All(name => habits.Any(habit => NameMatch.Covers(name, habit.Name))) ? Left.Nothing : Left.Words;
    }

    public static void Do(HabitTurn turn, Wish wish)
    {
        if (Hedging.Try(turn, wish)) return;
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
            case Intent.Thank: turn.Say(new TalkTexts(turn.Texts.Language).YouAreWelcome); break;
            case Intent.Agree or Intent.Decline or Intent.Cancel: turn.Say(turn.Texts.AllRight); break;
            case Intent.Add or Intent.Remind: Planning.Plan(turn, wish); break;
            // "did I do gym today?" asks, and nothing is done on it.
            case Intent.Done or Intent.Count or Intent.Undo when wish.IsQuestion:
                if (wish.Names.Count > 0 && WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [var asked] }) Changing.Show(turn, asked);
                else Showing.Status(turn);
                break;

            // "remove makeup before bed", "cancel netflix tomorrow", where no habit is called so.
            case Intent.Remove or Intent.Skip or Intent.Change
                when wish is { Names.Count: > 0, AsNew: { } asNew, Excepted.Count: 0 } && !WhichHabits.IsAll(wish)
                && (wish.Date > turn.Today || wish.Start is not null || turn.Data.Habits.Count == 0 && wish.HasPlan)
                && wish.Names.All(name => NameMatch.Find(name, WhichHabits.Names(turn)).Count == 0):
                Offering.Add(turn, wish with { Intent = Intent.Add, Name = asNew }, Capital(asNew));
                break;
            // "everything bar the washing up is done": the words of "but" that are not known leave one habit and "everything".
            case Intent.Done when wish is { SaysRest: true, Excepted.Count: 0, Names.Count: > 0 } && turn.Data.Habits.Count > 1
                && WhichHabits.Of(turn, wish) is { Habits: [var single] }:
                Doubting.AllButOrOnly(turn, single, wish.Date ?? turn.Today);
                break;
            // "keep the water and remove the others".
            case Intent.Remove when wish is { SaysRest: true, Excepted.Count: 0, Names.Count: > 0 } && turn.Data.Habits.Count > 1
                && WhichHabits.Of(turn, wish) is { Habits: [var kept] } && !NameMatch.Covers(wish.Name ?? wish.Names[0], kept.Name):
                Doubting.Remove(turn, [.. turn.Data.Habits.Where(habit => habit.Id != kept.Id)]);
                break;
            case Intent.Remove when wish is { SaysReminders: true, Excepted.Count: 0, Names.Count: > 0 }
                && WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [var quiet] }:
                Doubting.PauseOrRemove(turn, quiet);
                break;
            // "I never said I finished reading", "don't delete gym": nothing is done that they deny.
            case Intent.Remove or Intent.Pause or Intent.Skip when wish is { IsNegated: true, Excepted.Count: 0 }
                && !IsOfName(turn, wish):
                turn.Say(turn.Texts.AllRight); break;
            case Intent.Done or Intent.Count when wish is { IsNegated: true, Excepted.Count: 0 }:
                if (WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [var denied] } && wish.Names.Count > 0) Correcting.NotDone(turn, [denied], wish.Date ?? turn.Today);
                else turn.Say(turn.Texts.AllRight);
                break;
            case Intent.Done or Intent.Count when PastDays(turn, wish) is { Count: > 0 } days: WhichHabits.Each(turn, wish, "done", habits => DoneOn(turn, habits, days)); break;

            // "gym ke 500 diye": a number that its habit does not count.
            case Intent.Count when wish is { Count: > 1, Unit: null, IsAdded: false, Names.Count: > 0 } && !(wish.Date < turn.Today)
                && WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [{ Target: null, AtMost: null } uncounted] }:
                Doubting.Done(turn, uncounted, turn.Today);
                break;

            // "done reading 4 pages": so many, and not all of them.
            case Intent.Done when wish is { Count: not null, Date: null, Limit: null } && WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [{ Target: not null } counted] }:
                Doing.Count(turn, counted, wish);
                break;
            case Intent.Done: WhichHabits.Each(turn, wish, HabitIds.DayVerb("done", wish.Date), habits => Doing.Done(turn, habits, wish.Date)); break;
            case Intent.Count when WhichHabits.IsUnknown(turn, wish): Offering.Add(turn, wish with { Intent = Intent.Add }, Capital(wish.AsNew ?? wish.Name!)); break;
            case Intent.Count when wish is { Name: null, Unit: { } unit, IsAdded: false, Count: >= ManyTimes } && turn.Data.Habits.All(habit => habit.Target is null && habit.AtMost is null && NameMatch.Find(unit, [habit.Name]).Count == 0):
                Offering.Add(turn, wish with { Intent = Intent.Add, Name = unit }, Capital(unit));
                break;
            case Intent.Count when WhichHabits.IsForeign(turn, wish):
                WhichHabits.Ask(turn, string.Create(CultureInfo.InvariantCulture, $"count:{wish.Count ?? 1:0}"), turn.Data.Habits,
                    wish.Unit);
                break;
            case Intent.Count when wish.Date is { } day && day < turn.Today: WhichHabits.Each(turn, wish, HabitIds.DayVerb("done", day), habits => Doing.Done(turn, habits, day)); break;
            case Intent.Count: WhichHabits.Each(turn, wish, $"count:{wish.Count ?? 1:0}", habits => Doing.Count(turn, habits[0], wish)); break;
            case Intent.Undo when wish.Names.Count > 0: WhichHabits.Each(turn, wish, HabitIds.DayVerb("undone", wish.Date ?? turn.Today), habits => Correcting.NotDone(turn, habits, wish.Date ?? turn.Today)); break;
            case Intent.Undo: Doing.Undo(turn); break;
            case Intent.Status: Showing.Status(turn); break;
            case Intent.Next: Showing.Next(turn); break;
            case Intent.List: Showing.List(turn); break;
            case Intent.Remove: WhichHabits.Each(turn, wish, wish.Date is null ? "remove" : HabitIds.DayVerb("cancel", wish.Date), habits => Remove(turn, wish, habits)); break;
            // "I am away until Friday" names no habit, whatever else it says.
            case Intent.Pause when wish.Excepted.Count > 0: WhichHabits.Each(turn, wish, HabitIds.PauseVerb(wish.Date), habits => Pause(turn, wish, habits)); break;
            case Intent.Pause when wish.Names.Count == 0 || WhichHabits.IsAll(wish) || WhichHabits.Of(turn, wish).Habits.Count == 0: Pause(turn, wish, []); break;
            case Intent.Pause: WhichHabits.Each(turn, wish, HabitIds.PauseVerb(wish.Date), habits => Pause(turn, wish, habits)); break;
            case Intent.Resume: Pausing.Resume(turn); break;
            case Intent.Change when wish is { HasPlan: true, Name: { } moved } && NameMatch.Find(moved, WhichHabits.Names(turn)).Count == 0 && (wish.Days is not null || wish.Count is not null):
                Offering.Add(turn, wish with { Intent = Intent.Add, Name = wish.AsNew ?? moved }, Capital(wish.AsNew ?? moved));
                break;

            // "change the guinea pigs' bedding every thursday", where "Bedding" is a habit; "my gym session" is gym.
            case Intent.Change when wish is { Days: not null, AsNew: { } own, Name: { } larger }
                && WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [var inner] } && !NameMatch.Covers(larger, inner.Name)
                    && larger.Split(' ').Length > inner.Name.Split(' ').Length + 1:
                Offering.NewOrChange(turn, inner, wish with { Intent = Intent.Add, Name = own, Names = [own] }, Capital(own));
                break;
            case Intent.Change: WhichHabits.Each(turn, wish, "habit", habits => Change(turn, wish, habits)); break;
            case Intent.Skip: WhichHabits.Each(turn, wish, wish.Date is null ? "skip" : HabitIds.DayVerb("freeze", wish.Date), habits => Skip(turn, wish, habits)); break;
            case Intent.None or Intent.Stake or Intent.Balance: Lost(turn, wish); break;
        }
    }

    // The "not" is of the habit's own name: "delete no sugar".
    private static bool IsOfName(HabitTurn turn, Wish wish) =>
        wish.Name is { } name && WhichHabits.Exactly(turn, name) is { } habit && Hearing.Understand(turn, habit.Name).IsNegated;

    private static void Remove(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        if (wish.Date is { } day && habits is [var one]) Doubting.ThatDayOrForGood(turn, one, day);
        else if (wish.Excepted.Count > 0 || WhichHabits.IsAll(wish) || habits.Count > 1
            || Leftover(turn, wish) != Left.Nothing) Doubting.Remove(turn, habits);
        else Changing.Remove(turn, habits);
    }

    private static void Skip(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        // "skip gym till Thursday", "freeze gym for 2 days": days in a row are a pause, and not a freeze of the last of them.
        var isRow = wish.DateEnds || wish is { Length.HasDateComponent: true, DateIsItself: false, DateBegins: false };
        if (isRow && wish.Date is { } until && until > turn.Today)
        {
            Doubting.Pause(turn, habits, until);
            return;
        }

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
        // More than there are freezes for: they say which.
        if (habits.Count > 1)
        {
            WhichHabits.AskWhich(turn, wish, habits);
            return;
        }

        if (Leftover(turn, wish) != Left.Nothing || !wish.IsPlainSkip) Doubting.Freeze(turn, habit, day);
        else Missing.Freeze(turn, habit, day);
    }

    // Several times for several habits are not told apart; with a word left over the change is offered, not made.
    private static void Change(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        var isUnsure = wish.Unread.Count > 0 || wish.IsFromNow;
        if (habits.Count > 1 && (wish.Times.Count > 1 || isUnsure)) Showing.List(turn);
        else if (isUnsure && wish.HasPlan) Offering.Change(turn, habits[0], wish);
        else foreach (var habit in habits) Changing.Change(turn, turn.Habit(habit.Id)!, wish);
        if (habits.Count > 1) turn.Join();
    }

    private static void Pause(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits)
    {
        // A pause of a weekday, or with a word left over, may be a habit or a day off.
        if (Leftover(turn, wish) != Left.Nothing && habits.Count == 0 && wish.Date is { } first
            && Back(wish, first) is { } back) Doubting.Away(turn, first, back);
        else if (Leftover(turn, wish) != Left.Nothing) Doubting.Pause(turn, habits, wish.DateBegins ? null : wish.Date);
        else if (wish.DateEnd is { } end) Pausing.Begin(turn, habits, end, wish.Date);
        else if (wish is { DateBegins: true, Date: { } start }) Pausing.Begin(turn, habits, wish.Length is { HasTimeComponent: false } length ? start + length : null, start);
        else if (wish is { DateIsItself: true, Date: { } day } && day > turn.Today)
            Pausing.Begin(turn, habits, wish.Length is { HasTimeComponent: false } lasting ? day + lasting
                : day.PlusDays(wish.DateDays), day);
        else Pausing.Begin(turn, habits, wish.Date);
    }

    // The day of return, where the first day of a pause was said; null: the day that was said is the end.
    private static LocalDate? Back(Wish wish, LocalDate first) => wish switch
    {
        { DateEnd: { } end } => end,
        { DateBegins: false, DateIsItself: false } => null,
        { Length: { HasTimeComponent: false } length } => first + length,
        { DateIsItself: true } => first.PlusDays(wish.DateDays),
        _ => null,
    };

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
            case HabitWord.Fewer: Digesting.Set(turn, isOn: true); break;
            case HabitWord.More: Digesting.Set(turn, isOn: false); break;
            case HabitWord.Harsher: Settings.Choose(turn, nameof(Tone.Harsh)); break;
        }
    }

    // Their words name a habit and nothing else: they are shown it. Else they are told what can be said, each time in another way.
    public static void Lost(HabitTurn turn, Wish wish)
    {
        var texts = turn.Texts;
        turn.IsLost = true;
        if (wish.Names.Count > 0 && WhichHabits.Of(turn, wish) is { IsClear: true, Habits: [var habit] })
        {
            Changing.Show(turn, habit);
            return;
        }

        var times = turn.Data.Lost;
        turn.Data = turn.Data with { Lost = times + 1 };
        if (times >= 2) turn.Buttons(texts.LostThrice, new Choice(CommandIds.Of(Command.Human), texts.HumanTitle));
        else if (times == 1) turn.Buttons(texts.LostAgain, new(HabitIds.Add, texts.AddTitle), new(HabitIds.Status, Short(texts.StatusTitle)), new(HabitIds.AskPause, texts.PauseTitle));
        else if (turn.Data is { Tone: null, ToneAsked: false, Habits.Count: 0 }) Welcoming.Hello(turn);
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
