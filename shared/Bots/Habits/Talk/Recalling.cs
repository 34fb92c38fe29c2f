using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes words for what was just done or said, where they would mean something else at any other time.</summary>
internal static class Recalling
{
    private const int FewWords = 2;

    private static readonly Duration _freshFor = Duration.FromMinutes(5);

    /// <summary>False: they mean nothing of that.</summary>
    public static bool Try(HabitTurn turn, string text, Utterance said, Wish wish)
    {
        if (Restores(turn, text, said)) Changing.Restore(turn);
        else if (HabitWords.IsCancelling(text) && IsFresh(turn)) Doing.Undo(turn);
        else if (MissToFreeze(turn, text, wish) is var (missed, day)) Missing.Freeze(turn, missed, day);
        else if (Named(turn, text, said) is { } habit) Changing.Show(turn, habit);
        else if (IsOfAll(turn, text, wish)) All(turn, wish);
        else if (PunishmentIn(turn, wish) is { } kind) Missing.Punished(turn, kind.ToString());
        else return false;
        return true;
    }

    private static bool IsFresh(HabitTurn turn) => turn.Data.LastMark is { } last && turn.Now - Instant.FromDateTimeOffset(last.At) <= _freshFor
        || Undoing.Last(turn) is { } act && turn.Now - Instant.FromDateTimeOffset(act.At) <= _freshFor;

    // "all done", "delete everything". A removal is asked about even where everything is one habit.
    private static bool IsOfAll(HabitTurn turn, string text, Wish wish) =>
        wish.Excepted.Count == 0 && HabitWords.SaysAll(text) && wish.Names.All(HabitWords.MeansAll)
        && (wish.Intent == Intent.Done && turn.Data.Habits.Count > 1 || wish.Intent == Intent.Remove && turn.Data.Habits.Count > 0);

    // All that is open is done; which of all is to go is asked.
    private static void All(HabitTurn turn, Wish wish)
    {
        var open = Doing.Open(turn).ToList();
        if (wish.Intent == Intent.Remove) Doubting.Remove(turn, turn.Data.Habits);
        else if (wish.Date is { } day
            && day < turn.Today) Doing.Done(turn, [.. turn.Data.Habits.Where(habit => Days.HabitCalendar.IsDue(habit, day))], day);
        else if (open.Count > 0) Doing.Done(turn, open);
        else turn.Say(turn.Texts.NothingOpen);
    }

    // "bring the water back"; not "bring back the books every Monday".
    private static bool Restores(HabitTurn turn, string text, Utterance said)
    {
        if (HabitWords.Restoring(text) is not { } rest) return false;

        // In some languages a pause is ended by the same word.
        if (turn.Data.Removed is not { } removed) return rest.Length == 0 && turn.Data.Pause is null;
        return rest.Length == 0 || NameMatch.Find(rest, [removed.Name]).Count > 0
            || (said.Reading.Recurrences.Count == 0 && rest.Split(' ').Length <= FewWords && NameMatch.Find(rest, Names(turn)).Count == 0);
    }

    /// <summary>"No, better leave it", right after a habit was removed.</summary>
    public static bool Regrets(HabitTurn turn, string text, Utterance said) =>
        turn.Data.Removed is { } removed && Undoing.Last(turn) is { IsOlder: false } act
            && act.Before.Any(habit => habit.Id == removed.Id && turn.Habit(habit.Id) is null)
        && text.Split(' ').Length <= WordsOfRegret && (HabitWords.IsRegretting(text) || said.Intent is Intent.Decline or Intent.Cancel);

    private const int WordsOfRegret = 7;

    // "I ran", where the run is to make up for a miss and no habit of theirs.
    private static PunishmentKind? PunishmentIn(HabitTurn turn, Wish wish)
    {
        if (wish is not { Intent: Intent.Done, Name: { } name } || turn.Data.Punishments.Count == 0 || NameMatch.Find(name, Names(turn)).Count > 0) return null;
        var found = NameMatch.Find(name, [.. turn.Data.Punishments.Select(each => turn.Texts.NameOf(each.Kind))]);
        return found is [var only] ? turn.Data.Punishments[only].Kind : null;
    }

    // "use a freeze on reading" is of the miss they were told of; "skip reading" and whatever names a day is not.
    private static (Habit Habit, LocalDate Day)? MissToFreeze(HabitTurn turn, string text, Wish wish)
    {
        if (wish is not { Intent: Intent.Skip, Date: null, Name: { } name } || !HabitWords.SaysFreeze(text)) return null;

        // "freeze my gym membership" is of no habit.
        if (!Acting.IsSure(turn, wish)) return null;
        if (NameMatch.Find(name, Names(turn)) is not [var only] || turn.Data.Habits[only] is not { ClosedTo: { } closed } habit) return null;
        return closed >= turn.Today.PlusDays(-1) && habit.MarkOf(closed) == DayMark.Missed ? (habit, closed) : null;
    }

    // A habit's name and nothing else: they are shown it.
    private static Habit? Named(HabitTurn turn, string text, Utterance said) =>
        said.Intent == Intent.None && text.Length <= HabitOptions.LongestName && text.Split(' ').Length <= FewWords + 1
            && NameMatch.Find(text, Names(turn)) is [var only] ? turn.Data.Habits[only] : null;

    private static List<string> Names(HabitTurn turn) => [.. turn.Data.Habits.Select(habit => habit.Name)];
}
