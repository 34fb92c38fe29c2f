using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes a message of several lines or clauses as several wishes, where each of them is one on its own.</summary>
internal static class Several
{
    private const int LongestText = 1000;
    private const int FewWords = 2;

    /// <summary>False: it is one wish, or none that is understood.</summary>
    public static bool Try(HabitTurn turn, string text, Utterance said, Wish whole)
    {
        if (text.Length > LongestText || said.Intent is Intent.Stake or Intent.Balance) return false;

        // "rice and beans" is one name where it is a habit's.
        var names = turn.Data.Habits.Select(habit => habit.Name).ToList();
        if (whole.Name is { } name && names.Exists(each => PlainText.Of(each) == PlainText.Of(name)) && TextReader.Parts(name, turn.ContextOf(text)).Count > 1) return false;
        var parts = TextReader.Parts(text, turn.ContextOf(text));
        if (parts.Count < 2) return false;
        var wishes = parts.Select(part => (Text: part, Wish: Wish.Of(Hearing.Understand(turn, part), turn.Today))).ToList();
        return AllNew(turn, wishes, text) || AllDone(turn, wishes, said, names) || AllMoved(turn, wishes, names) || EachItsOwn(turn, wishes);
    }

    // "meditate at 7am, read at 9pm": each has a name and a when.
    private static bool AllNew(HabitTurn turn, List<(string Text, Wish Wish)> wishes, string text)
    {
        // A greeting or a word of thanks is no wish.
        var isLines = text.Contains('\n', StringComparison.Ordinal);
        var said = wishes.Where(each => each.Wish.Intent is not (Intent.Greet or Intent.Thank))
            .Select(each => isLines && each.Wish is { Intent: Intent.None, Name: null } ? each.Wish with { Name = each.Text, Names = [each.Text] } : each.Wish).ToList();
        if (said.Count < 2) return false;

        // Lines are a list, and a when is not needed in each.
        var isList = isLines && said.All(wish => wish.Intent is Intent.Add or Intent.None or Intent.Count) && said.Exists(wish => wish.HasPlan);
        if (!said.TrueForAll(wish => IsNew(turn, wish) && (wish.HasPlan || isList))) return false;
        if (said.Exists(wish => wish.EveryHours is not null)) return false;
        Adding.AddAll(turn, [.. said.Select(wish => wish with { Intent = Intent.Add, Name = wish.AsNew ?? wish.Name })]);
        return true;
    }

    private static bool IsNew(HabitTurn turn, Wish wish) =>
        wish.Name is { } name && wish.Intent is Intent.Add or Intent.None or Intent.Count or Intent.Remind && wish.Name is not null
        && !(wish.Intent is Intent.Count && NameMatch.Find(wish.Name, [.. turn.Data.Habits.Select(habit => habit.Name)]).Count > 0);

    // "meditated, read and drank 8 glasses": what was done, each by its name, what is counted by what it is counted in.
    private static bool AllDone(HabitTurn turn, List<(string Text, Wish Wish)> wishes, Utterance said, List<string> names)
    {
        if (wishes[0].Wish.Intent is not (Intent.Done or Intent.Count) && said.Intent != Intent.Done) return false;
        var day = wishes.Select(each => each.Wish.Date).FirstOrDefault(date => date is not null);
        List<(Habit Habit, Wish Wish)> found = [];
        List<string> missed = [];
        foreach (var (text, wish) in wishes)
        {
            if (wish.Intent is Intent.Greet or Intent.Thank || wish is { Intent: Intent.None, Name: null, HasPlan: false } && NameMatch.Find(text, names).Count == 0 && IsChatter(turn, text)) continue;
            if (wish.Intent is not (Intent.Done or Intent.Count or Intent.None or Intent.Add or Intent.Change) || wish.Days is not null) return false;
            var habit = Of(turn, wish, text, names);
            if (habit is not null) found.Add((habit, wish));
            else if (wish.Intent is Intent.Done or Intent.Count || text.Split(' ').Length <= FewWords) missed.Add(text);
        }

        if (found.Count == 0 || found.Count + missed.Count < 2) return false;
        var counted = found.Where(each => each.Wish.Count is not null && (each.Habit.Target ?? each.Habit.AtMost) is not null).ToList();
        var whole = found.Except(counted).Select(each => each.Habit).ToList();
        if (whole.Count > 0) Doing.Done(turn, whole, day);
        foreach (var (habit, wish) in counted) Doing.Count(turn, turn.Habit(habit.Id)!, wish.Count!.Value);

        if (missed.Count > 0) turn.Say(turn.Texts.LeftOut(string.Join(", ", missed)));
        turn.Join();
        return true;
    }

    // "forgot to say": words that mean nothing here.
    private static bool IsChatter(HabitTurn turn, string text) => TextReader.Understand("add " + text, turn.ContextOf(text)).Name is null;

    private static Habit? Of(HabitTurn turn, Wish wish, string text, List<string> names)
    {
        if (NameMatch.Find(wish.Name ?? text, names) is [var only]) return turn.Data.Habits[only];
        return wish.Unit is { } unit && turn.Data.Habits.Where(habit => habit.Unit is { } own && NameMatch.Find(unit, [own]).Count > 0).ToList() is [var counted] ? counted : null;
    }

    // "move gym to 8 and read to 9": one verb for all, each with its own when.
    private static bool AllMoved(HabitTurn turn, List<(string Text, Wish Wish)> wishes, List<string> names)
    {
        if (wishes[0].Wish.Intent != Intent.Change) return false;
        List<(Habit Habit, Wish Wish)> found = [];
        foreach (var (text, wish) in wishes)
        {
            if ((wish.Start ?? wish.Deadline) is null && wish.Days is null || wish.Unread.Count > 0 || wish.Times.Count > 1) return false;
            if (NameMatch.Find(wish.Name ?? text, names) is not [var only]) return false;
            found.Add((turn.Data.Habits[only], wish));
        }

        foreach (var (habit, wish) in found) Changing.Change(turn, habit, wish with { Intent = Intent.Change, Otherwise = null });
        turn.Join();
        return true;
    }

    // "done with gym, skip reading tomorrow": each has a verb of its own, and is sure.
    private static bool EachItsOwn(HabitTurn turn, List<(string Text, Wish Wish)> wishes)
    {
        if (!wishes.TrueForAll(each => each.Wish.Intent is Intent.Done or Intent.Count or Intent.Skip or Intent.Add or Intent.Change or Intent.Remove or Intent.Undo
                && each.Wish is { Names.Count: > 0, IsTentative: false } && Acting.IsSure(turn, each.Wish))) return false;
        foreach (var (_, wish) in wishes) Acting.Do(turn, wish);
        turn.Join();
        return true;
    }
}
