using WhatsAppBots.BotKit.State;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes what is typed as the answer to what was asked, where it is one.</summary>
internal static class Answering
{
    /// <summary>False: it is something else, and is understood as such.</summary>
    public static bool Try(HabitTurn turn, Question question, string text, Utterance said) => question.Kind.IsKnown() && question.Kind switch
    {
        QuestionKind.Name => Name(turn, question, text, said),
        QuestionKind.Time => Time(turn, question, said),
        QuestionKind.Days => Days(turn, question, said),
        QuestionKind.Target => Target(turn, question, text, said),
        QuestionKind.Which => Which(turn, question, text, said),
        QuestionKind.Quiet => Quiet(turn, said),
        QuestionKind.Pause => Until(turn, said),
    };

    private static bool Name(HabitTurn turn, Question question, string text, Utterance said)
    {
        if (said.Intent is not (Intent.None or Intent.Add)) return false;
        var wish = WishReader.Of(said, turn.Today);
        var draft = question.Draft;

        // Who says once more that they want to add one has not named it yet.
        var name = wish.Name ?? (said.Intent is Intent.Add ? null : text.Trim());
        Adding.Add(turn, wish with
        {
            Intent = Intent.Add,
            Name = name,
            Names = name is null ? [] : [name],
            Days = wish.Days ?? draft?.Days,
            Start = wish.Start ?? draft?.Start,
            Deadline = wish.Deadline ?? draft?.Deadline,
            Count = wish.Count ?? draft?.Target,
            Unit = wish.Unit ?? draft?.Unit,
        });
        return true;
    }

    private static bool Time(HabitTurn turn, Question question, Utterance said)
    {
        var wish = WishReader.Of(said, turn.Today);
        if (turn.Habit(question.Habit) is not { } habit || (wish.Start ?? wish.Deadline) is null) return false;
        Changing.Change(turn, habit, wish with { Intent = Intent.Change });
        return true;
    }

    private static bool Days(HabitTurn turn, Question question, Utterance said)
    {
        var wish = WishReader.Of(said, turn.Today);
        if (turn.Habit(question.Habit) is not { } habit || wish.Days is null) return false;
        Changing.Change(turn, habit, wish with { Intent = Intent.Change });
        return true;
    }

    private static bool Target(HabitTurn turn, Question question, string text, Utterance said)
    {
        if (turn.Habit(question.Habit) is not { } habit || TargetIn(text, said) is not var (number, unit)) return false;
        Changing.Target(turn, habit, number, unit);
        return true;
    }

    /// <summary>How many: "8 glasses", and "1" alone, which anywhere else might be a time.</summary>
    public static (decimal Number, string? Unit)? TargetIn(string text, Utterance said)
    {
        if (said.Reading.Counts is [var count, ..]) return (count.Likeliest.Number, count.Likeliest.Unit);
        var plain = PlainText.Of(text);
        return plain.Length is > 0 and <= 4 && plain.All(char.IsDigit) ? (plain.Aggregate(0m, (number, digit) => number * 10 + (int)char.GetNumericValue(digit)), null) : null;
    }

    private static bool Which(HabitTurn turn, Question question, string text, Utterance said)
    {
        if (question.About!.Split(':')[0] == "done" && HabitWords.MeansAll(text) && turn.Data.Offer is { } offered)
        {
            var both = offered.Choices.Select(choice => HabitIds.Read(choice.Id) is var (_, argument) && int.TryParse(argument.Split(':')[0], out var id) ? turn.Habit(id) : null).OfType<Habit>().ToList();
            if (both.Count > 1) Doing.Done(turn, both);
            return both.Count > 1;
        }

        if (said.Intent is not (Intent.None or Intent.Done)) return false;
        var found = NameMatch.Find(said.Name ?? text, [.. turn.Data.Habits.Select(habit => habit.Name)]);
        var habit = found is [var only] ? turn.Data.Habits[only] : ByWord(turn, text);
        if (habit is null) return false;
        var parts = question.About!.Split(':');
        Pressing.Press(turn, parts[0], parts.Length > 1 ? $"{habit.Id}:{parts[1]}" : habit.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return true;
    }

    // "evening one" of "Morning walk" and "Evening walk": the only name with one of these words.
    private static Habit? ByWord(HabitTurn turn, string text)
    {
        var words = PlainText.Of(text).Split(' ').Where(word => word.Length >= LettersOfName).ToList();
        if (words.Count is 0 or > WordsOfName) return null;
        var offered = turn.Data.Offer?.Choices.Select(choice => HabitIds.Read(choice.Id) is var (_, argument)
            && int.TryParse(argument.Split(':')[0], out var id) ? turn.Habit(id) : null).OfType<Habit>().ToList() ?? [];
        return offered.Where(habit => PlainText.Of(habit.Name).Split(' ').Any(words.Contains)).ToList() is [var only] ? only : null;
    }

    private const int LettersOfName = 3;
    private const int WordsOfName = 4;

    private static bool Quiet(HabitTurn turn, Utterance said)
    {
        var times = said.Reading.Moments.Select(mention => mention).Where(mention => mention.Likeliest.Time is not null).ToList();
        if (times.Count < 2) return false;

        // "11 to 6" of quiet hours is an evening and a morning.
        var from = times[0].Readings.Select(each => each.Time!.Value).OrderByDescending(time => time.Hour >= 18).First();
        var until = times[1].Readings.Select(each => each.Time!.Value).OrderByDescending(time => time.Hour < 12).First();
        Settings.SetQuiet(turn, from, until);
        return true;
    }

    private static bool Until(HabitTurn turn, Utterance said)
    {
        var wish = WishReader.Of(said, turn.Today);
        if (wish.Date is null) return false;
        Pausing.Begin(turn, [], wish.Date);
        return true;
    }
}
