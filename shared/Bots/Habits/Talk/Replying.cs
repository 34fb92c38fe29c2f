using System.Text.RegularExpressions;
using NodaTime;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes a yes, a no, a number, a title, "no, at 8" or "the other one" as the answer to what was said last.</summary>
internal static partial class Replying
{
    private const int LongestReply = 60;
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(30);

    /// <summary>False: it answers nothing.</summary>
    public static bool Try(HabitTurn turn, string text, Utterance said, Wish wish)
    {
        if (text.Length > LongestReply) return false;
        if (CorrectsMark(turn, text, wish) || CorrectsWhen(turn, said, wish)) return true;
        if ((CorrectsPart(turn, text) ?? CorrectsDay(turn, text) ?? Corrects(turn, said, wish) ?? CorrectsByWord(turn, text,
            wish)) is { } change)
        {
            Changing.Change(turn, change.Habit, change.Wish);
            return true;
        }

        var offer = turn.Data.Offer is { } last && turn.Conversation.Now - last.At <= _fresh ? last : null;
        if (offer is not null && TakesOffer(turn, offer, text, wish)) return true;
        if (offer is not null && Meant(offer, text, said, wish, IsChoiceOfHabits(offer)) is { } id && HabitIds.Read(id) is { } pressed)
        {
            Pressing.Press(turn, pressed.Verb, pressed.Argument);
            return true;
        }

        if (wish.HasPlan || wish.Names.Count > 0 || wish.Unread.Count > 0 || HabitWords.Restoring(text) is not null || said.Intent is not (Intent.Agree or Intent.Decline)) return false;
        turn.Data = turn.Data with { Offer = null };

        // "OK" and "great" end a talk. A yes answers a question, perhaps one that is not this bot's: whether to erase everything.
        turn.Say(YesAndNo.IsYes(text) ? turn.Texts.YesToWhat : turn.Texts.AllRight);
        return true;
    }

    // "yes please add the reading one", "yes but 10 pages", "actually no, I read 15 pages": of the one habit that was offered.
    private static bool TakesOffer(HabitTurn turn, Offer offer, string text, Wish wish)
    {
        if (offer.Wishes is not [{ Instead: 0 } offered] || wish.Date is not null) return false;
        var first = text.Split([' ', ','], 2)[0];
        var (isYes, isNo) = (YesAndNo.IsYes(first), YesAndNo.IsNo(first, turn.Texts.Language));
        if (!isYes && !isNo && !HabitWords.IsCorrecting(text)) return false;
        var known = $"{offered.Name} {offered.Unit}";
        var names = wish.Names.Where(name => !name.Split(' ').All(word => _between.Contains(PlainText.Of(word))));
        if (names.Any(name => !name.Split(' ').Any(word => NameMatch.Find(word, [known]).Count > 0))) return false;
        if (wish.HasPlan) Offering.Amend(turn, offered, wish, isYes);
        else if (isYes && wish.Names.Count > 0) Offering.Accept(turn);
        else return false;
        return true;
    }

    // Words that stand between a yes or a no and what is meant instead.
    private static readonly HashSet<string> _between =
    [
        .. "yes yeah yep sí si sim haan han हाँ हां כן no nope but pero não nao mas par lekin magar पर लेकिन नहीं nahi אבל לא".Split(' ')
            .Concat(["actually", "really"]).Select(PlainText.Of),
    ];

    private static string? Meant(Offer offer, string text, Utterance said, Wish wish, bool choosesHabit)
    {
        var plain = PlainText.Of(text);
        if (offer.Choices.FirstOrDefault(choice => PlainText.Of(choice.Title) == plain) is { } titled) return titled.Id;
        if (offer.Choices.Count <= 3 && offer.Choices.Count > 1 && plain.Length == 1 && plain[0] is >= '1' and <= '3' && choosesHabit && plain[0] - '1' < offer.Choices.Count) return offer.Choices[plain[0] - '1'].Id;
        if (HabitWords.Ordinal(text) is { } nth && choosesHabit) return nth == 0 ? offer.Choices[^1].Id : nth <= offer.Choices.Count
            ? offer.Choices[nth - 1].Id : null;
        if (HabitWords.IsTheOther(text)) return offer.No ?? (offer.Choices is [_, var second] ? second.Id : null);
        if (wish.HasPlan || wish.Names.Count > 0) return Number(offer, plain);
        return said.Intent switch
        {
            Intent.Agree => offer.Yes,
            Intent.Decline or Intent.Cancel => offer.No,
            _ => Number(offer, plain),
        };
    }

    // "2" of two habits is the second; beside a habit's own buttons it is a time or a count.
    private static bool IsChoiceOfHabits(Offer offer) =>
        offer.Choices.Select(choice => choice.Id.Split(':')).ToList() is { Count: > 1 } ids && ids.TrueForAll(id => id.Length > 2 && id[1] == ids[0][1]) && ids.Select(id => id[2]).Distinct().Count() == ids.Count;

    // A number chooses from a list; beside two or three buttons it is a time or a count.
    private static string? Number(Offer offer, string plain) =>
        offer.Choices.Count > 3 && plain.Length <= 2 && int.TryParse(plain, out var number) && number >= 1 && number <= offer.Choices.Count ? offer.Choices[number - 1].Id : null;

    // "no, at 8", "7", "actually make it 8", "gym is now monday to friday": what was just added or changed is meant.
    private static (Habit Habit, Wish Wish)? Corrects(HabitTurn turn, Utterance said, Wish wish)
    {
        if (Undoing.Last(turn) is not { } act || wish is { Date: not null, Days: null } || wish.Limit is not null) return null;
        var habits = Undoing.Touched(turn, act).ToList();
        var named = wish.Names.Count == 0 ? null : habits.Find(habit => wish.Names.All(name => NameMatch.Covers(name, habit.Name)));
        var habit = wish.Names.Count > 0 ? named : habits is [var only] ? only : null;
        if (habit is null) return null;
        var fits = said.Intent is Intent.None or Intent.Agree or Intent.Decline or Intent.Cancel or Intent.Change || said is { Intent: Intent.Add or Intent.Count } && (wish.Name is null || named is not null);
        if (!fits) return null;
        if ((wish.Start ?? wish.Deadline) is not null || wish.Days is not null) return (habit, wish with { Intent = Intent.Change });

        // A bare number is an hour, where the habit counts nothing.
        if (wish.Count is not { } hour || wish.Unit is not null || said.Reading.Counts.Any(count => count.Likeliest.IsAdded) || hour is < 1 or > 23 || hour != decimal.Truncate(hour)) return null;
        if (habit.Target is not null && habit.Times is null) return said.Intent == Intent.Count ? null : (habit, wish with { Intent = Intent.Change });
        var (time, other) = HourOf((int)hour);
        return (habit, wish with { Intent = Intent.Change, Count = null, Start = time, Otherwise = other });
    }

    // "actually make it 8 in the evening": a word of correcting, a when, and no other habit's name.
    private static (Habit Habit, Wish Wish)? CorrectsByWord(HabitTurn turn, string text, Wish wish)
    {
        if (!HabitWords.IsCorrecting(text) || Undoing.Last(turn) is not { } act || Undoing.Touched(turn, act).ToList() is not [var habit]) return null;
        if (wish.Names.Any(name => NameMatch.Find(name, [.. turn.Data.Habits.Where(each => each.Id != habit.Id).Select(each => each.Name)]).Count > 0)) return null;
        wish = Near(habit, wish.EveryHours is null ? wish : Adding.AtHours(wish));
        if (wish is { Days: null, IsWeekday: true, Date: { } date } && habit.Until != habit.Since) wish =
            wish with { Days = new HabitDays(Days.HabitCalendar.Of(date.DayOfWeek)), Date = null };
        var moves = habit.Until == habit.Since && wish is { Date: { } moved } && moved >= turn.Today;
        if ((wish.Start ?? wish.Deadline) is null && wish.Days is null && wish.Minutes is null && wish.Times.Count == 0 && !moves
            && !(wish is { Count: not null, IsAdded: false } && habit.Target is not null)) return null;
        return (habit, wish with { Intent = Intent.Change });
    }

    // "I meant 12, not 2", "no I didn't, I only had 6", "sorry, it was yesterday": of what was just marked.
    private static bool CorrectsMark(HabitTurn turn, string text, Wish wish)
    {
        if (Doing.LastMark(turn) is not { } last) return false;
        if (IsPastDayAlone(turn, text, wish) is { } day)
        {
            // "yesterday too" is one more, "sorry, yesterday" is another.
            if (HabitWords.SaysToo(text)) Doing.Done(turn, [turn.Habit(last.Habit)!], day);
            else Doing.Redate(turn, last, day);
            return true;
        }

        // "sorry 8 page hi the", "40, contei errado": a number and a word of having erred.
        var hasErred = HabitWords.IsCorrecting(text) || HabitWords.HasErred(text);
        if (hasErred && wish is { Count: not null, IsAdded: false, Days: null, Date: null } && !NamesAnother(turn, wish, last.Habit))
        {
            Doing.Recount(turn, last, wish);
            return true;
        }

        var pieces = Pieces(turn, text);
        var meant = pieces.Where(piece => !piece.IsNegated).Select(piece => piece.Wish).ToList();
        if (pieces.Count is < 2 or > 3 || meant.Count == pieces.Count
            || meant is not [{ Count: not null, IsAdded: false, Date: null } one]) return false;
        if (NamesAnother(turn, one, last.Habit)) return false;
        Doing.Recount(turn, last, one with { Unit = one.Unit ?? pieces.Select(piece => piece.Wish.Unit).FirstOrDefault(unit => unit is not null) });
        return true;
    }

    private static LocalDate? IsPastDayAlone(HabitTurn turn, string text, Wish wish) =>
        wish is { Names.Count: 0, Date: { } day, Days: null, Count: null, Start: null, Deadline: null } && day < turn.Today
            && (HabitWords.IsCorrecting(text) || text.Split(' ').Length <= WordsOfDay) ? day : null;

    // By its name, or by what it is counted in.
    private static bool NamesAnother(HabitTurn turn, Wish wish, int habit)
    {
        var others = turn.Data.Habits.Where(each => each.Id != habit).ToList();
        if (wish.Name is { } name && NameMatch.Find(name, [.. others.Select(each => each.Name)]).Count > 0) return true;
        return wish.Unit is { } unit && (turn.Habit(habit)?.Unit is not { } own || NameMatch.Find(unit, [own]).Count == 0)
            && others.Exists(each => each.Unit is { } their && NameMatch.Find(unit, [their]).Count > 0);
    }

    // "hasta el 7 de enero" after a pause, "tomorrow at 8" after a habit of one day: nothing but a when.
    private static bool CorrectsWhen(HabitTurn turn, Utterance said, Wish wish)
    {
        if (Undoing.Last(turn) is not { IsOlder: false } act
            || wish is not { Names.Count: 0, Days: null, Count: null, Unread.Count: 0, Date: { } date } || date < turn.Today) return false;
        if (said.Intent is not (Intent.None or Intent.Agree or Intent.Decline or Intent.Add)) return false;
        if (Undoing.Touched(turn, act).ToList() is [var habit])
        {
            if (habit.Until == habit.Since
                && habit.Pause is null) Changing.Change(turn, habit, wish with { Intent = Intent.Change, DateIsItself = true });
            else if (habit.Pause is { } rest && (wish.Start ?? wish.Deadline) is null) Pausing.Begin(turn, [habit], date,
                rest.From > turn.Today ? rest.From : null);
            else return false;
            return true;
        }

        if (turn.Data.Pause is not { ForSilence: false } pause || act.Pause == pause
            || (wish.Start ?? wish.Deadline) is not null) return false;
        Pausing.Begin(turn, [], date, pause.From > turn.Today ? pause.From : null);
        return true;
    }

    private const int WordsOfDay = 4;

    // "15 pages, not 50", "not twice, three times a day", "the 16th rather than the 15th": what was not meant gives way to what was.
    private static (Habit Habit, Wish Wish)? CorrectsPart(HabitTurn turn, string text)
    {
        if (Undoing.Last(turn) is not { } act || Undoing.Touched(turn, act).ToList() is not [var habit]) return null;
        var pieces = Pieces(turn, text);
        if (pieces.Count is < 2 or > 3 || pieces.Where(piece => !piece.IsNegated && Says(piece.Wish)).ToList() is not [var (meant, _)]
            || !pieces.Exists(piece => piece.IsNegated && Says(piece.Wish))) return null;
        if (meant.Names.Any(name =>
            NameMatch.Find(name, [.. turn.Data.Habits.Where(each => each.Id != habit.Id).Select(each =>
            each.Name)]).Count > 0)) return null;

        // A weekday of a habit of weekdays is that day of each week.
        if (meant is { Days: null, IsWeekday: true, Date: { } date } && habit.Until != habit.Since) return null;
        return (habit, Near(habit, meant) with { Intent = Intent.Change, Otherwise = null });
    }

    // "ten, no, eleven" of a habit at night is eleven at night.
    private static Wish Near(Habit habit, Wish wish) => habit.Start is { } now && wish is { Start: { } start, Otherwise: { } other }
        && start.Hour < 12 != now.Hour < 12 && other.Hour < 12 == now.Hour < 12
        ? wish with { Start = other, Otherwise = null }
        : wish;

    private static bool Says(Wish wish) => wish.Count is not null || (wish.Start ?? wish.Deadline) is not null || wish.Days is not null
        || wish.Date is not null || wish.Minutes is not null;

    private static List<(Wish Wish, bool IsNegated)> Pieces(HabitTurn turn, string text) =>
    [
        .. Negation().Split(InsteadOf().Replace(text, " not ")).Where(piece => piece.Any(char.IsLetterOrDigit))
            .Select(piece => (OfPiece(turn, Not().Replace($" {piece} ", " ").Trim(' ', ',', '.', '!')), Not().IsMatch($" {piece} "))),
    ];

    // A number alone is a count beside another number.
    private static Wish OfPiece(HabitTurn turn, string piece)
    {
        var wish = WishReader.Of(Hearing.Understand(turn, piece), turn.Today);
        return piece.Length is > 0 and <= 4 && piece.All(char.IsAsciiDigit)
            ? wish with
            {
                Count = decimal.Parse(piece, System.Globalization.CultureInfo.InvariantCulture),
                Start = null,
                Deadline = null,
                Otherwise = null
            } : wish;
    }

    // "sorry, I meant tuesday, not thursday", "é terça, quinta não": the day that was not meant gives way to the one that was.
    private static (Habit Habit, Wish Wish)? CorrectsDay(HabitTurn turn, string text)
    {
        if (Undoing.Last(turn) is not { } act || Undoing.Touched(turn, act).ToList() is not [var habit]) return null;
        var pieces = Negation().Split(text).Where(piece => piece.Trim(' ', ',').Length > 0).Select(piece => (Day: DayIn(turn, piece), IsNegated: Not().IsMatch($" {piece} "))).Where(piece => piece.Day is not null).ToList();
        if (pieces.Count is < 2 or > 3 || pieces.Where(piece => !piece.IsNegated).ToList() is not [var (meant, _)] || pieces.All(piece => !piece.IsNegated)) return null;
        var kept = habit.Days is { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Nth: null, Weekdays: not Weekdays.All } ? habit.Days.Weekdays : Weekdays.None;
        foreach (var (day, isNegated) in pieces) kept = isNegated ? kept & ~day!.Value : kept | day!.Value;
        return (habit, new Wish { Intent = Intent.Change, Days = new HabitDays(kept == Weekdays.None ? meant!.Value : kept) });
    }

    // One weekday, and no more.
    private static Weekdays? DayIn(HabitTurn turn, string piece)
    {
        var context = turn.ContextOf(piece);
        var lead = context.Language == Languages.Hebrew ? "ביום " : "on ";
        var reading = TextReader.Read(lead + Not().Replace($" {piece} ", " ").Trim(), context);
        if (reading.Moments is [{ Likeliest: { IsWeekday: true, Date: var date } }]) return Days.HabitCalendar.Of(date.DayOfWeek);
        return reading.Recurrences is [{ Likeliest: { TimesAWeek: null, EveryDays: null, DayOfMonth: null, Days: var days } }] && System.Numerics.BitOperations.PopCount((uint)days) == 1 ? days : null;
    }

    [GeneratedRegex(@",|;|\.|(?= (?:not|no|não|nao|ולא|לא) )|(?<= (?:nahi|nhi|nahin|नहीं)) ",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(" (rather than|instead of|and not|en vez de|en lugar de|y no|em vez de|ao invés de|e não|ki jagah|की "
        + "जगह|במקום|ולא) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InsteadOf();

    [GeneratedRegex("(?<= )(not|no|não|nao|nahi|nhi|nahin|नहीं|ולא|לא|didn't|didnt)(?= )",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Not();

    private static (LocalTime Time, LocalTime? Other) HourOf(int hour) => hour > 12
        ? (new LocalTime(hour, 0), null)
        : hour is >= 7 and <= 11 ? (new LocalTime(hour, 0), new LocalTime(hour + 12, 0)) : (new LocalTime(hour % 12 + 12, 0), new LocalTime(hour % 12, 0));
}
