using System.Text.RegularExpressions;
using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes a message of several lines or clauses as several wishes, where each of them is one on its own.</summary>
internal static partial class Several
{
    private const int LongestText = 1000;
    private const int FewWords = 2;
    private const int MostWordsOfOne = 5;

    /// <summary>The lines of a list without their numbers, bullets and heading.</summary>
    public static string Tidy(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return text;
        var lines = text.Split('\n').Select(line => Bullet().Replace(line, "").Trim()).Where(line => line.Length > 0).ToList();
        if (lines.Count > 2 && lines[0].EndsWith(':')) lines.RemoveAt(0);

        // "creatine: yes / cold shower: no" is a report.
        if (lines.Count(line => Reported().IsMatch(line) || Unreported().IsMatch(line)) > 1)
            lines = lines.ConvertAll(line => Unreported().Replace(Reported().Replace(line, "$1 ✅"), "$1 ❌"));
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^\s*(?:\d{1,2}\s*[.)]|[-–—•*·▪►✦]|\d️?⃣)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(.{1,60}?)\s*[:=–-]\s*(?:yes|y|done|ok|sí|si|hecho|sim|feito|haan|ha|हाँ|हां|כן|בוצע|✓|✔️?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reported();

    [GeneratedRegex(@"^(.{1,60}?)\s*[:=–-]\s*(?:no|n|nope|não|nao|nahi|नहीं|לא|x|✗|✖️?)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Unreported();

    /// <summary>False: it is one wish, or none that is understood.</summary>
    public static bool Try(HabitTurn turn, string text, Utterance said, Wish whole)
    {
        // "I only left out the diary, the others are done" is one sentence.
        if (whole is { SaysRest: true, Excepted.Count: 0, Names.Count: > 0, Intent: Intent.Done or Intent.Remove }
            && !text.Contains('\n', StringComparison.Ordinal) && Listening.HabitsIn(turn, text) is [_]) return false;
        if (text.Length > LongestText || said.Intent is Intent.Stake or Intent.Balance
            || whole is { SaysBack: true, SaysAdd: false, DateEnd: not null }) return false;

        // "rice and beans" is one name where it is a habit's.
        var names = turn.Data.Habits.Select(habit => habit.Name).ToList();
        if (whole.Name is { } name && names.Exists(each => PlainText.Of(each) == PlainText.Of(name)) && TextReader.Parts(name, turn.ContextOf(text)).Count > 1) return false;
        var parts = text.Contains('\n', StringComparison.Ordinal) && text.Split('\n') is { Length: <= TextLimit.Names } lines ? lines : TextReader.Parts(text, turn.ContextOf(text));
        if (parts.Count < 2) return false;
        var wishes = parts.Select(part => (Text: part, Wish: WishReader.Of(Hearing.Understand(turn, part), turn.Today))).ToList();
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            // "take off my list: / pilates / duolingo": the verb stands once.
            if (wishes[0].Wish is { Intent: Intent.Remove, Names.Count: 0 }
                && wishes.Skip(1).Select(each => NameMatch.Find(each.Text, names)).ToList() is var listed
                && listed.TrueForAll(found => found.Count == 1))
            {
                Doubting.Remove(turn, [.. listed.Select(found => turn.Data.Habits[found[0]]).Distinct()]);
                return true;
            }

            // A heading ("want to start these", "ek habit jodo") is no wish of its own.
            wishes.RemoveAll(each => IsHeading(each.Wish));
            if (wishes is [{ Wish: var one }] && Acting.IsSure(turn, one))
            {
                Acting.Do(turn, one);
                return true;
            }
        }

        if (wishes.Count < 2) return false;
        return AllNew(turn, wishes, text) || AllDone(turn, wishes, said, names) || AllMoved(turn, wishes, names) || EachItsOwn(turn, wishes)
            || Lines(turn, wishes, text, names) || FirstAlone(turn, wishes, whole, names);
    }

    private static bool IsHeading(Wish wish) =>
        wish is { Intent: Intent.Add or Intent.Remind or Intent.Greet or Intent.Thank or Intent.Agree, HasPlan: false, Date: null }
        && (wish.Name is null || _pronouns.Contains(PlainText.Of(wish.Name)));

    private static readonly HashSet<string> _pronouns =
        [.. ("these this those them following below list habit habits both all it estos estas esto ambos lista hábito hábitos estes "
            + "estas isso isto ambos ye yeh ये यह इन्हें inhe dono दोनों aadat आदत habbit אלה אלו הבאים הרגל הרגלים "
            + "שניהם").Split(' ').Select(PlainText.Of)];

    // "meditate at 7am, read at 9pm": each has a name and a when.
    private static bool AllNew(HabitTurn turn, List<(string Text, Wish Wish)> wishes, string text)
    {
        // A greeting or a word of thanks is no wish.
        var isLines = text.Contains('\n', StringComparison.Ordinal);
        var said = wishes.Where(each => each.Wish.Intent is not (Intent.Greet or Intent.Thank))
            .Select(each => isLines && each.Wish is { Intent: Intent.None, Name: null } ? each.Wish with { Name = each.Text, Names = [each.Text] } : each.Wish).ToList();
        if (said.Count < 2) return false;

        // "laundry on saturday and cleaning on sunday": days of their own, each week.
        var named = said.Where(wish => wish is { IsWeekday: true, Days: null, Date: not null }).ToList();
        if (said.Count > 1 && (named.Select(wish => wish.Date).Distinct().Count() > 1 || named.Count > 0 && said.Exists(wish => wish.Days is { TimesAWeek: null, EveryDays: null, DayOfMonth: null })))
            said = said.ConvertAll(wish => named.Contains(wish) ? wish with { Days = new HabitDays(HabitCalendar.Of(wish.Date!.Value.DayOfWeek)), Date = null, IsWeekday = false } : wish);

        // "… every 3 days & clean the fridge on the 1st": among what recurs a date does so as well.
        if (said.Exists(wish => wish.Days is not null))
            said = said.ConvertAll(wish => wish is { Days: null, DateIsItself: true, IsWeekday: false, DateDays: 1, Date: { } date } && date > turn.Today.PlusDays(2)
                ? wish with { Days = new HabitDays(DayOfMonth: date.Day), Date = null } : wish);

        // Lines are a list, and a when is not needed in each.
        var isList = isLines && said.All(wish => wish.Intent is Intent.Add or Intent.None or Intent.Count) && said.Exists(wish => wish.HasPlan);
        if (!said.TrueForAll(wish => IsNew(turn, wish) && !wish.SaysBack && !wish.SaysAway
            && (HasOwnPlan(wish) || wish.IsWeekday && wish.Date >= turn.Today || isList))) return false;
        said = said.ConvertAll(Adding.AtHours);
        List<Wish> all = [.. said.Select(wish => wish with { Intent = Intent.Add, Name = wish.AsNew ?? wish.Name })];

        // If one of them is not wholly clear, none is added without a question.
        if (all.TrueForAll(wish => wish is { Unread.Count: 0, IsHedged: false } && (wish.HasPlan || wish.Date is not null)
            && wish.Name!.Split(' ').Length <= MostWordsOfOne && !wish.Name.Any(char.IsDigit)
            && (wish.SaysAdd || Planning.Within(turn, wish.Name) is null))) Adding.AddAll(turn, all);
        else Offering.AddSeveral(turn, all, [.. all.Select(wish => Acting.Capital(wish.Name!))]);
        return true;
    }

    // Lines of which not each is a wish that is understood are never one habit: they are offered as a list.
    private static bool Lines(HabitTurn turn, List<(string Text, Wish Wish)> wishes, string text, List<string> names)
    {
        if (!text.Contains('\n', StringComparison.Ordinal)) return false;
        var all = wishes.Where(each => each.Wish.Intent is not (Intent.Greet or Intent.Thank or Intent.Agree or Intent.Decline) && each.Text.Any(char.IsLetter))
            .Select(each => each.Wish with { Intent = Intent.Add, Name = each.Wish.AsNew ?? each.Wish.Name ?? each.Text }).Where(wish => NameMatch.Find(wish.Name!, names).Count == 0).ToList();
        if (all.Count < 2 || !all.Exists(wish => wish.HasPlan)) return false;
        Offering.AddSeveral(turn, all, [.. all.Select(wish => Acting.Capital(wish.Name!))]);
        return true;
    }

    // "no excuses" beside a habit is no habit of its own.
    private static bool HasOwnPlan(Wish wish) => wish.HasPlan
        && !(wish is { Limit: 0, IsTentative: true, Days: null, Start: null, Deadline: null, Count: null });

    private static bool IsNew(HabitTurn turn, Wish wish) =>
        wish.Name is { } name && name.Any(char.IsLetterOrDigit) && wish.Intent is Intent.Add or Intent.None or Intent.Count or Intent.Remind && wish.Name is not null
        && !(wish.Intent is Intent.Count && NameMatch.Find(wish.Name, [.. turn.Data.Habits.Select(habit => habit.Name)]).Count > 0);

    // "meditated, read and drank 8 glasses": what was done, each by its name, what is counted by what it is counted in.
    private static bool AllDone(HabitTurn turn, List<(string Text, Wish Wish)> wishes, Utterance said, List<string> names)
    {
        if (wishes[0].Wish.Intent is not (Intent.Done or Intent.Count) && said.Intent != Intent.Done && !wishes.Exists(each => IsTicked(each.Text))) return false;
        var day = wishes.Select(each => each.Wish.Date).FirstOrDefault(date => date <= turn.Today);
        List<(Habit Habit, Wish Wish)> found = [];
        List<string> missed = [];
        List<Habit> undone = [];
        var isUnfinished = false;

        // "treino ✅, sono: péssimo": among what is ticked, what is not is left out.
        var isTicked = wishes.Count(each => IsTicked(each.Text)) > 1;
        foreach (var (text, wish) in wishes)
        {
            if (wish.Intent is Intent.Greet or Intent.Thank || wish is { Intent: Intent.None, Name: null, HasPlan: false } && NameMatch.Find(text, names).Count == 0 && IsChatter(turn, text)) continue;
            var habit = Of(turn, wish, text, names);

            // "done with gym, skip water" has two verbs, and so has "done with gym but move reading to 9".
            if (wish is { Intent: Intent.Skip, IsPlainSkip: true } or { Intent: Intent.Change, HasPlan: true } || wish.Excepted.Count > 0)
                return false;

            // "no gym today", "water ❌", "still have to do the dishes": what was not done is not marked.
            isUnfinished |= wish.SaysStill && habit is null;
            if (isTicked && !IsTicked(text) && wish.Intent is not (Intent.Done or Intent.Count))
            {
                missed.Add(text);
                continue;
            }

            // "vitamins at 8, and run at 7" is a plan.
            if (wishes[0].Wish.Intent != Intent.Done && wish.Intent != Intent.Done
                && (wish.Start ?? wish.Deadline) is not null) return false;

            // "my wife did gym", "finished dinner, now gym": nothing of theirs that is done.
            if (wish.IsHedged || wish.IsToCome && wish.Intent is not (Intent.Done or Intent.Count))
            {
                missed.Add(text);
                continue;
            }

            if (wish.IsNegated || wish.SaysStill && wish.Intent is not (Intent.Done or Intent.Count) || wish.Date > turn.Today
                || wish.Intent is Intent.Undo or Intent.Skip or Intent.Decline)
            {
                if (habit is not null && !(wish.Date > turn.Today)) undone.Add(habit);
                else missed.Add(text);
                continue;
            }

            if (wish.Intent is not (Intent.Done or Intent.Count or Intent.None or Intent.Add or Intent.Change or Intent.Agree) || wish.Days is not null) return false;
            if (habit is not null) found.Add((habit, wish));
            else if (wish.Intent is Intent.Done or Intent.Count || text.Split(' ').Length <= FewWords) missed.Add(text);
        }

        if (found.Count == 0 || found.Count + missed.Count + undone.Count < 2) return false;
        // "piano: 20 min done, 10 to go".
        if (isUnfinished && found is [var half])
        {
            Doubting.Done(turn, half.Habit, day ?? turn.Today);
            return true;
        }

        var counted = found.Where(each => each.Wish.Count is not null && (each.Habit.Target ?? each.Habit.AtMost) is not null).ToList();

        // "done with reading, 4 pages": the amount says how much of it was done.
        var whole = found.Select(each => each.Habit).Where(habit => !counted.Exists(each => each.Habit.Id == habit.Id)).ToList();
        if (whole.Count > 0) Doing.Done(turn, whole, day);
        foreach (var (habit, wish) in counted) Doing.Count(turn, turn.Habit(habit.Id)!, wish);

        if (undone.Count > 0) turn.Say(string.Join("\n", undone.Select(habit => turn.Texts.NotDone(habit.Name, turn.NameFully(day ?? turn.Today)))));
        if (missed.Count > 0) turn.Say(turn.Texts.LeftOut(string.Join(", ", missed)));
        turn.Join();
        return true;
    }

    private static bool IsTicked(string text) => text.AsSpan().ContainsAny("✅✔☑❌✖");

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

    // "done with gym but I'd rather read in the evening": what was done counts, and of another habit it is said that it was left out.
    private static bool FirstAlone(HabitTurn turn, List<(string Text, Wish Wish)> wishes, Wish whole, List<string> names)
    {
        var first = wishes[0].Wish;
        if (whole.Excepted.Count > 0 || first.Intent is not (Intent.Done or Intent.Count) || first.IsNegated || first.Names.Count == 0) return false;
        if (!Acting.IsSure(turn, first)) return false;
        var others = wishes.Skip(1).Where(each => NameMatch.Find(each.Wish.Name ?? each.Text, names).Count > 0);
        var rest = others.Select(each => each.Text).ToList();
        if (rest.Count == 0) return false;
        Acting.Do(turn, first);
        turn.Say(turn.Texts.LeftOut(string.Join(", ", rest)));
        turn.Join();
        return true;
    }

    // "done with gym, skip reading tomorrow": each has a verb of its own, and is sure.
    private static bool EachItsOwn(HabitTurn turn, List<(string Text, Wish Wish)> wishes)
    {
        if (!wishes.TrueForAll(each => _ofItsOwn.Contains(each.Wish.Intent) && each.Wish is { Names.Count: > 0, IsTentative: false }
            && Acting.IsSure(turn, each.Wish)
            && (each.Wish.Intent != Intent.Add || each.Wish.HasPlan || each.Wish.Date is not null))) return false;
        foreach (var (_, wish) in wishes) Acting.Do(turn, wish);
        turn.Join();
        return true;
    }

    // Verbs that say enough, each in a clause of its own.
    private static readonly Intent[] _ofItsOwn =
    [
        Intent.Done, Intent.Count, Intent.Skip, Intent.Add, Intent.Change, Intent.Remove, Intent.Undo, Intent.Pause, Intent.Resume,
    ];
}
