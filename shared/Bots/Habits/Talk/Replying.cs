using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Bots.Language;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Takes a yes, a no, a number, a title, "no, at 8" or "the other one" as the answer to what was said last.</summary>
internal static class Replying
{
    private const int LongestReply = 60;
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(30);

    /// <summary>False: it answers nothing.</summary>
    public static bool Try(HabitTurn turn, string text, Utterance said, Wish wish)
    {
        if (text.Length > LongestReply) return false;
        if (Corrects(turn, said, wish) is { } change)
        {
            Changing.Change(turn, change.Habit, change.Wish);
            return true;
        }

        var offer = turn.Data.Offer is { } last && turn.Conversation.Now - last.At <= _fresh ? last : null;
        if (offer is not null && Meant(offer, text, said, wish) is { } id && HabitIds.Read(id) is { } pressed)
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

    private static string? Meant(Offer offer, string text, Utterance said, Wish wish)
    {
        var plain = PlainText.Of(text);
        if (offer.Choices.FirstOrDefault(choice => PlainText.Of(choice.Title) == plain) is { } titled) return titled.Id;
        if (HabitWords.IsTheOther(text)) return offer.No ?? (offer.Choices is [_, var second] ? second.Id : null);
        if (wish.HasPlan || wish.Names.Count > 0) return Number(offer, plain);
        return said.Intent switch
        {
            Intent.Agree => offer.Yes,
            Intent.Decline or Intent.Cancel => offer.No,
            _ => Number(offer, plain),
        };
    }

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

    private static (LocalTime Time, LocalTime? Other) HourOf(int hour) => hour > 12
        ? (new LocalTime(hour, 0), null)
        : hour is >= 7 and <= 11 ? (new LocalTime(hour, 0), new LocalTime(hour + 12, 0)) : (new LocalTime(hour % 12 + 12, 0), new LocalTime(hour % 12, 0));
}
