using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Does what was understood.</summary>
internal static class Acting
{
    private static readonly TimeSpan _topicLives = TimeSpan.FromMinutes(30);

    /// <summary>Rules need no help with this: an intent, and what it is about is found.</summary>
    public static bool IsSure(HabitTurn turn, Wish wish) => wish.Intent switch
    {
        Intent.None or Intent.Stake or Intent.Balance or Intent.Remind => false,
        Intent.Add => wish.Names.Count > 0,
        Intent.Done or Intent.Skip or Intent.Change or Intent.Remove or Intent.Count => wish.Names.Count == 0
            ? Subjects(turn, wish).Habits.Count == 1
            : Subjects(turn, wish) is { IsClear: true, Habits.Count: > 0 },
        _ => true,
    };

    public static void Do(HabitTurn turn, Wish wish)
    {
        switch (wish.Intent)
        {
            case Intent.Greet: Welcoming.Hello(turn); break;
            case Intent.Thank: turn.Say(turn.Texts.YouAreWelcome); break;
            case Intent.Agree or Intent.Decline or Intent.Cancel: Welcoming.Menu(turn, turn.Texts.WhatNow); break;
            case Intent.Add or Intent.Remind: Adding.Add(turn, wish); break;
            case Intent.Done: Each(turn, wish, "done", habits => Doing.Done(turn, habits)); break;
            case Intent.Count: Each(turn, wish, $"count:{wish.Count ?? 1:0}", habits => Doing.Count(turn, habits[0], wish.Count ?? 1)); break;
            case Intent.Undo: Doing.Undo(turn); break;
            case Intent.Status: Showing.Status(turn); break;
            case Intent.Next: Showing.Next(turn); break;
            case Intent.List: Showing.List(turn); break;
            case Intent.Remove: Each(turn, wish, "remove", habits => Changing.Remove(turn, habits)); break;
            // "I am away until Friday" names no habit, whatever else it says.
            case Intent.Pause when wish.Names.Count == 0 || IsAll(wish) || Subjects(turn, wish).Habits.Count == 0: Pausing.Begin(turn, [], wish.Date); break;
            case Intent.Pause: Each(turn, wish, HabitIds.PauseVerb(wish.Date), habits => Pausing.Begin(turn, habits, wish.Date)); break;
            case Intent.Resume: Pausing.Resume(turn); break;
            case Intent.Change: Each(turn, wish, "habit", habits => Changing.Change(turn, habits[0], wish)); break;
            case Intent.Skip: Each(turn, wish, "skip", habits => Missing.Freeze(turn, habits[0], Changing.FreezeDay(turn, habits[0]))); break;
            case Intent.None or Intent.Stake or Intent.Balance: Lost(turn, wish); break;
        }
    }

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
        if (wish.Intent == Intent.Done && IsAll(wish)) return ([.. Doing.Open(turn)], true);

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

    // Their words name a habit and nothing else: they are shown it. Else they are told what can be said.
    private static void Lost(HabitTurn turn, Wish wish)
    {
        if (wish.Names.Count > 0 && Subjects(turn, wish) is { IsClear: true, Habits: [var habit] })
        {
            Changing.Show(turn, habit);
            return;
        }

        if (turn.Data.Tone is null && turn.Data.Habits.Count == 0) Welcoming.Hello(turn);
        else Welcoming.Menu(turn, turn.Texts.NotUnderstood);
    }
}
