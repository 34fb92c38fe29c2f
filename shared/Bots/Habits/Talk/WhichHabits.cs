using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>
/// Habits that a wish is about: those named, "it", all, all but some, or the one that is open. Asks where that is not clear.
/// </summary>
internal static class WhichHabits
{
    private static readonly TimeSpan _topicLives = TimeSpan.FromMinutes(30);

    /// <summary>Habits that a wish is about: those it names, the one that "it" stands for, or the only one that is open.</summary>
    public static (IReadOnlyList<Habit> Habits, bool IsClear) Of(HabitTurn turn, Wish wish)
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

        // "read 4 pages" is of reading, and not of the water that happens to be counted.
        if (wish is { Intent: Intent.Count, Unit: not null, AsNew: { } whole } && NameMatch.Find(whole, names) is { Count: > 0 } own)
            return ([.. own.Select(index => turn.Data.Habits[index])], own.Count == 1);
        if (turn.Data.Topic is { } topic && turn.Conversation.Now - topic.At <= _topicLives && turn.Habit(topic.Habit) is { } it
            && (wish.Intent != Intent.Count || it.Target is not null)) return ([it], true);
        if (wish.Intent == Intent.Count && turn.Data.Habits.Where(habit => habit.Target is not null).ToList() is { Count: > 0 } targets) return (targets, targets.Count == 1);
        var open = wish.Intent is Intent.Done or Intent.Skip or Intent.Count ? Doing.Open(turn).ToList() : turn.Data.Habits;
        return (open, open.Count == 1);
    }

    public static bool IsAll(Wish wish) => wish.Names is [var only] && HabitWords.MeansAll(only);

    public static void Each(HabitTurn turn, Wish wish, string verb, Action<IReadOnlyList<Habit>> act)
    {
        if (turn.Data.Habits.Count == 0)
        {
            // What they did is worth a word, even where it counts for nothing yet.
            if (wish.Intent == Intent.Done && (turn.Data.ToneAsked || turn.Data.Tone is not null))
            {
                turn.Ask(QuestionKind.Name);
                turn.Say(turn.Texts.NothingToTick);
            }
            else
            {
                Welcoming.Hello(turn);
            }

            return;
        }

        var (habits, isClear) = Of(turn, wish);
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

    // The whole text may be one name: "rice and beans".
    private static List<(string Name, IReadOnlyList<int> Found)> Matches(Wish wish, List<string> known)
    {
        var whole = wish.Name is { } name ? known.FindIndex(each => PlainText.Of(each) == PlainText.Of(name)) : -1;
        return whole >= 0 ? [(wish.Name!, [whole])] : [.. wish.Names.Select(each => (each, NameMatch.Find(each, known)))];
    }

    /// <summary>Asks which of these was meant.</summary>
    public static void AskWhich(HabitTurn turn, Wish wish, IReadOnlyList<Habit> habits) => Ask(
        turn, HabitIds.DayVerb(wish.Intent switch { Intent.Done => "done", Intent.Skip => wish.Date is null ? "skip" : "freeze", _ => "undone" }, wish.Date), habits, null);

    /// <summary>Which one? Buttons, and the name may be typed.</summary>
    public static void Ask(HabitTurn turn, string verb, IReadOnlyList<Habit> habits, string? unknown)
    {
        turn.Ask(QuestionKind.Which, about: verb);
        var parts = verb.Split(':');
        var choices = habits.Select(habit => new Choice(
            $"{HabitIds.Prefix}{parts[0]}:{habit.Id}{(parts.Length > 1 ? ":" + parts[1] : "")}", habit.Name));
        turn.Say(turn.Choices(unknown is null ? turn.Texts.WhichOne : turn.Texts.NoSuchHabit(Labels.Cut(Labels.Line(unknown), HabitOptions.LongestName)), [.. choices]));
    }

    public static Habit? Exactly(HabitTurn turn, string name) =>
        NameMatch.Find(name, Names(turn)) is [var only] && NameMatch.Covers(name, turn.Data.Habits[only].Name) ? turn.Data.Habits[only] : null;

    public static bool IsUnknown(HabitTurn turn, Wish wish) => wish is { Name: { } name, Unread.Count: 0 } && !wish.IsAdded && NameMatch.Find(name, Names(turn)).Count == 0
        && (wish.Unit is not { } unit || turn.Data.Habits.All(habit => habit.Unit is null || NameMatch.Find(unit, [habit.Unit]).Count == 0));

    /// <summary>"ek chai pi li" is no glass of water: what was counted is named, and no habit is of it.</summary>
    public static bool IsForeign(HabitTurn turn, Wish wish) => wish is { Names.Count: 0, Unit: { } unit, IsAdded: false }
        && turn.Data.Habits.Count > 0
        && !Adding.IsMeasure(unit) && turn.Data.Habits.All(habit => NameMatch.Find(unit, [habit.Name]).Count == 0
            && (habit.Unit is not { } own || NameMatch.Find(unit, [own]).Count == 0))
        && (wish.AsNew is not { } whole || NameMatch.Find(whole, Names(turn)).Count == 0);

    public static List<string> Names(HabitTurn turn) => [.. turn.Data.Habits.Select(habit => habit.Name)];
}
