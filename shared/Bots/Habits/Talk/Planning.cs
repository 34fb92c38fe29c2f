using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>
/// Takes a sentence with a when and no verb of a command: a new habit, days away, or a command about a habit that is there.
/// </summary>
internal static class Planning
{
    private const int MostWordsOfPlan = 7;
    private const int FarDays = 330;
    private const int MostWordsOfName = 7;

    // A sentence without a verb of adding is offered as a habit; one that may be a command too is asked about, if its habit exists.
    public static void Plan(HabitTurn turn, Wish wish)
    {
        // "no need to remind me about the plants".
        if (wish is { Intent: Intent.Remind, IsNegated: true, Limit: null } && (wish.Start ?? wish.Deadline) is null
            && wish.Name is { } unwanted && Silent(turn, unwanted) is { } silent)
        {
            // "don't remind me of gym on sundays".
            if (wish.Days is null) Doubting.PauseOrRemove(turn, silent);
            else Instead(turn, wish, Intent.Skip, silent);
            return;
        }

        // "on vacation from friday to wednesday": days in a row, and no time of day.
        if (wish is { Instead.Intent: Intent.Pause, Start: null, Deadline: null, Days: { } row } && Pausing.RunOf(row, turn.Today) is var (first, back))
        {
            var paused = wish.Instead.Value.Name is { } resting && WhichHabits.Exactly(turn, resting) is { } one ? new[] { one } : [];
            Pausing.Begin(turn, paused, back, first);
            return;
        }

        // With an hour it is a thing to do: "at 10:30pm every night remove makeup".
        if (wish is { Count: null, Start: null, Deadline: null, Instead: var (verb, name) }
            && (name is null || HabitWords.MeansAll(name) || WhichHabits.Exactly(turn, name) is not null))
        {
            Instead(turn, wish, verb, name is null ? null : WhichHabits.Exactly(turn, name));
            return;
        }

        // "christmas at my parents', from the 23rd to the 2nd": days in a row and no verb of a habit are days away.
        // "what is this about …": a question without a when is no habit.
        if (wish is { IsQuestion: true, Days: null, Start: null, Deadline: null, Count: null })
        {
            Acting.Lost(turn, wish with { Names = [] });
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

        // "el viernes pasado medité": what was done, and never a habit to come.
        // Nobody plans something small for a day almost a year away.
        if (wish is { IsTentative: true, IsWeekday: false, Date: { } far } && far > turn.Today.PlusDays(FarDays)
            && far.PlusYears(-1) < turn.Today) wish = wish with { Date = far.PlusYears(-1) };
        if (wish is { Date: { } past, DateBegins: false, Days: null } && past < turn.Today)
        {
            if (wish.Name is { } done && NameMatch.Find(done, WhichHabits.Names(turn)) is [var reported]) Doubting.Done(turn,
                turn.Data.Habits[reported], past);
            else Acting.Lost(turn, wish with { Names = [] });
            return;
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
            if (NameMatch.Find(said, WhichHabits.Names(turn)) is [var only] && NameMatch.Covers(said, turn.Data.Habits[only].Name)) Offering.Change(turn, turn.Data.Habits[only], wish);
            else if (wish is { Date: { } off, Days: null, Start: null, Deadline: null }
                && NameMatch.Find(said, WhichHabits.Names(turn)) is [var rested])
            {
                // "no gym till january" is many days, and no freeze.
                if ((wish.DateEnds || wish.Length is { HasDateComponent: true })
                    && off > turn.Today) Doubting.Pause(turn, [turn.Data.Habits[rested]], off);
                else Doubting.Freeze(turn, turn.Data.Habits[rested], off);
            }
            else if (IsPlain(turn, wish, said)) Adding.Add(turn, wish);
            else Offering.Add(turn, wish, Acting.Capital(said));
            return;
        }

        // "no reading on sundays", where reading is a habit: a weekday to leave out.
        if (wish is { Limit: 0, Days: { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Weekdays: not Weekdays.All }, Name: { } rests } && NameMatch.Find(rests, WhichHabits.Names(turn)) is [var skipped])
        {
            Instead(turn, wish, Intent.Skip, turn.Data.Habits[skipped]);
            return;
        }

        // "gym moves to tuesdays", "make gym 6:30": a habit there is with another word beside it, and no verb of adding.
        if (wish is { SaysAdd: false, Instead: null, Name: { } longer } && Within(turn, longer) is { } own)
        {
            if (wish is { IsNegated: true, Days: null, Start: null, Deadline: null }) Changing.Show(turn, own);
            else if (wish.IsTentative || wish.HasPlan
                && wish.Intent == Intent.Add) Offering.NewOrChange(turn, own, wish with { Limit = null }, Acting.Capital(longer));
            else Offering.Change(turn, own, wish with { Limit = null });
            return;
        }

        // "add one more reminder for run at 6".
        if (wish is { SaysReminders: true, SaysAdd: true, Intent: Intent.Add, Name: { } reminded } && Within(turn, reminded) is { } nagging)
        {
            Changing.Show(turn, nagging);
            return;
        }

        // "concluir um módulo do curso", where "curso" is a habit: it may be either.
        // "I want to try the sergeant" has no when: it may be no habit at all.
        if (wish is { Name: { } half }
            && (wish.Unread.Count > 0 || wish.IsCrowded || wish.IsHedged || wish is { IsWeakAdd: true, HasPlan: false, Date: null }
            || half.Split(' ').Length > MostWordsOfName)) Offering.Add(turn, wish, Acting.Capital(half));
        else Adding.Add(turn, wish);
    }

    private static Habit? Silent(HabitTurn turn, string name) =>
        Within(turn, name) ?? (NameMatch.Find(name, WhichHabits.Names(turn)) is [var only] ? turn.Data.Habits[only] : null);

    // "morning run at 6", "dec 20 buy presents", "brush teeth morning and night": a few words, and a when that needs no question.
    public static bool IsPlain(HabitTurn turn, Wish wish, string name) =>
        wish is { Unread.Count: 0, Limit: null, Excepted.Count: 0, SaysBack: false, SaysAway: false, IsNegated: false, IsCrowded: false, IsQuestion: false } && !wish.IsHedged
        && name.Split(' ').Length <= MostWordsOfPlan
        && NameMatch.Find(name, WhichHabits.Names(turn)).Count == 0 && (wish.Date is null || wish.Date >= turn.Today)
        && (wish.Count is null || wish.Unit is not null)
        && ((wish.Start ?? wish.Deadline) is not null || wish.Times.Count > 1 || wish is { DateIsItself: true, DateDays: 1 } && wish.Date > turn.Today.PlusDays(1));

    /// <summary>The one habit whose name stands whole in a longer one; null: none, or several.</summary>
    public static Habit? Within(HabitTurn turn, string name)
    {
        var said = $" {PlainText.Of(name)} ";
        return turn.Data.Habits.Where(habit => PlainText.Of(habit.Name) is { Length: > 1 } own && own.Length + 2 < said.Length
            && said.Contains($" {own} ", StringComparison.Ordinal)).ToList() is [var only] ? only : null;
    }

    // "skip gym on fridays": a weekday to leave out, or the habit as a whole.
    public static void Instead(HabitTurn turn, Wish wish, Intent verb, Habit? habit)
    {
        if (habit is null)
        {
            if (verb == Intent.Pause) Pausing.Ask(turn);
            else Acting.Lost(turn, wish with { Names = [] });
            return;
        }

        var day = Enumerable.Range(0, 7).Select(turn.Today.PlusDays).FirstOrDefault(each => wish.Days is { } days && days.Weekdays.HasFlag(Days.HabitCalendar.Of(each.DayOfWeek)), turn.Today);
        Doubting.ThatDayOrForGood(turn, habit, day);
    }
}
