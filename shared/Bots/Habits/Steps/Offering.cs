using NodaTime;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Offers a habit that was not asked for in so many words, and adds it on a yes.</summary>
internal static class Offering
{
    private const int MostWords = 8;

    /// <summary>"Should I add this?"</summary>
    public static void Add(HabitTurn turn, Wish wish, string name)
    {
        name = Infinitives.Of(name, turn.Texts.Language);
        if (wish.EveryHours is { } hours)
        {
            turn.Say(turn.Texts.NoHours(turn.NameOfMinutes(hours * 60)));
            wish = Adding.AtHours(wish);
        }

        Offer(turn, wish, name, 0, when => turn.Texts.ShallIAdd(name, when));
    }

    /// <summary>"Is this a new habit, or a change of the one whose name is in it?"</summary>
    public static void NewOrChange(HabitTurn turn, Habit habit, Wish wish, string name)
    {
        var texts = turn.Texts;
        var planned = Changing.Describe(turn, Changing.Planned(turn, habit, wish));
        turn.AskWhether(
            texts.NewOrChange(habit.Name, Changing.Describe(turn, habit), planned),
            new Choice(HabitIds.Accept, texts.NewHabitButton), new Choice(HabitIds.Keep, texts.NoButton),
                new Choice(HabitIds.AcceptOther, texts.ChangeThatButton));
        turn.Data = turn.Data with
        {
            Offer =
            turn.Data.Offer! with { Yes = null, Wishes = [Of(turn, wish, name), Of(turn, wish, habit.Name) with { Instead = habit.Id }] }
        };
    }

    /// <summary>"You have it already; should I change it?"</summary>
    public static void Change(HabitTurn turn, Habit habit, Wish wish) =>
        Offer(turn, wish, habit.Name, habit.Id, when => turn.Texts.ShallIChange(habit.Name, Changing.Describe(turn, habit), when));

    /// <summary>"Should I add these?"</summary>
    public static void AddSeveral(HabitTurn turn, IReadOnlyList<Wish> wishes, IReadOnlyList<string> names)
    {
        var lines = wishes.Zip(names).Select(each => $"• *{each.Second}*, {Changing.Describe(turn, Adding.Make(turn, each.First, each.Second))}");
        turn.AskWhether(turn.Texts.ShallIAddThese(string.Join("\n", lines)), new Choice(HabitIds.Accept, turn.Texts.YesButton), new Choice(HabitIds.Keep, turn.Texts.NoButton));
        turn.Data = turn.Data with
        {
            Offer =
            turn.Data.Offer! with { Wishes = [.. wishes.Zip(names).Select(each => Of(turn, each.First, each.Second))] }
        };
    }

    /// <summary>They agree to what was offered.</summary>
    /// <param name="isOther">The second of two was chosen: the change, not the new habit.</param>
    public static void Accept(HabitTurn turn, bool isOther = false)
    {
        if (turn.Data.Offer?.Wishes is not { Count: > 0 } wishes)
        {
            Welcoming.Menu(turn, turn.Texts.WhatNow);
            return;
        }

        turn.Data = turn.Data with { Offer = null };
        if (wishes is [{ Instead: 0 } added, { Instead: > 0 } changed]) wishes = [isOther ? changed : added];
        var all = wishes.Select(WishOf).ToList();
        if (wishes[0].Instead > 0 && turn.Habit(wishes[0].Instead) is { } habit) Changing.Change(turn, habit, all[0]);
        else Adding.AddAll(turn, all);
    }

    /// <summary>
    /// "Yes, but 10 pages", "actually no, 15": what was offered with another when or another number, added on a yes and else offered again.
    /// </summary>
    public static void Amend(HabitTurn turn, NewHabit offered, Wish wish, bool isYes)
    {
        var before = WishOf(offered);
        var amended = before with
        {
            Intent = Understanding.Intent.Add,
            Days = wish.Days ?? before.Days,
            Start = (wish.Start ?? wish.Deadline) is null ? before.Start : wish.Start,
            Deadline = (wish.Start ?? wish.Deadline) is null ? before.Deadline : wish.Deadline,
            Times = wish.Times.Count > 0 ? wish.Times : before.Times,
            Count = wish.Count ?? before.Count,
            Unit = wish.Count is null ? before.Unit : wish.Unit ?? before.Unit,
            Limit = wish.Limit > 0 ? wish.Limit : before.Limit,
            Length = wish.Length ?? before.Length,
        };
        turn.Data = turn.Data with { Offer = null };
        if (isYes) Adding.AddAll(turn, [amended]);
        else Add(turn, amended, offered.Name);
    }

    // What its habit would look like is said before it is there.
    private static void Offer(HabitTurn turn, Wish wish, string name, int instead, Func<string, string> body)
    {
        var like = instead > 0 ? Changing.Planned(turn, turn.Habit(instead)!, wish) : Adding.Make(turn, wish, name);
        var left = wish.Unread.Count > 0 ? "\n" + turn.Texts.LeftOut(string.Join(" ", wish.Unread.Take(MostWords))) : "";
        turn.AskWhether(body(Changing.Describe(turn, like)) + left, new Choice(HabitIds.Accept, turn.Texts.YesButton), new Choice(HabitIds.Keep, turn.Texts.NoButton));
        turn.Data = turn.Data with { Offer = turn.Data.Offer! with { Wishes = [Of(turn, wish, name) with { Instead = instead }] } };
    }

    private static NewHabit Of(HabitTurn turn, Wish wish, string name) => new(
        name, wish.Days, wish.Start, wish.Deadline, wish.Count, wish.Unit, wish.Times.Count > 0 ? wish.Times : null, wish.Limit is { } most ? Adding.MostOf(most) : null, wish.Date,
        NeedsProof: wish.NeedsProof, Minutes: wish.Minutes, IsFrom: wish.DateBegins, ForDays: wish.For is { } length
            ? DaysOf(wish.Date ?? turn.Today, length) : null);

    private static int DaysOf(LocalDate first, Period length) => Period.DaysBetween(first, first + length);

    private static Wish WishOf(NewHabit habit) => new()
    {
        Intent = Understanding.Intent.Add, Name = habit.Name, Names = [habit.Name], Days = habit.Days, Start = habit.Start, Deadline = habit.Deadline, Count = habit.Count,
        Unit = habit.Unit, Times = habit.Times ?? [], Limit = habit.AtMost, Date = habit.Date, NeedsProof = habit.NeedsProof,
        Length = habit.Minutes is { } minutes ? Period.FromMinutes(minutes)
            : null, DateBegins = habit.IsFrom, For = habit.ForDays is { } days ? Period.FromDays(days) : null,
    };
}
