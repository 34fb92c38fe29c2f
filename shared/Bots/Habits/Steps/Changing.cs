using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Shows one habit, and changes it.</summary>
internal static class Changing
{
    public static void Show(HabitTurn turn, Habit habit)
    {
        var texts = turn.Texts;
        turn.SpeakOf(habit);
        List<Choice> buttons = [];
        if (Doing.Open(turn).Any(each => each.Id == habit.Id)) buttons.Add(Doing.ChoiceOf(turn, habit) with { Title = texts.DoneButton, Description = null });
        buttons.Add(new(HabitIds.Retime(habit.Id), texts.ChangeTimeButton));
        buttons.Add(new(HabitIds.More(habit.Id), texts.MoreButton));
        turn.Buttons($"*{habit.Name}*: {Describe(turn, habit)}\n{Showing.Week(habit, turn.Today)}\n{Showing.Standing(turn, habit, turn.Today)}".TrimEnd(), buttons);
    }

    public static void More(HabitTurn turn, Habit habit)
    {
        var texts = turn.Texts;
        turn.SpeakOf(habit);
        turn.List(
            $"*{habit.Name}*: {Describe(turn, habit)}",
            new Choice(HabitIds.Redays(habit.Id), texts.DaysTitle, texts.DaysDescription),
            new Choice(HabitIds.Retarget(habit.Id), texts.TargetTitle, texts.TargetDescription),
            new Choice(HabitIds.Proof(habit.Id), habit.NeedsProof ? texts.NoProofTitle : texts.ProofTitle, texts.ProofDescription),
            new Choice(HabitIds.Share(habit.Id), habit.IsShared ? texts.UnshareTitle : texts.ShareTitle, texts.ShareDescription),
            new Choice(HabitIds.Freeze(habit.Id, FreezeDay(turn, habit)), texts.SkipTitle, texts.SkipDescription),
            new Choice(HabitIds.Undo(habit.Id, turn.Today), texts.UndoTitle),
            new Choice(HabitIds.Remove(habit.Id), texts.RemoveTitle, texts.RemoveDescription));
    }

    /// <summary>Its days and times in words.</summary>
    public static string Describe(HabitTurn turn, Habit habit)
    {
        var texts = turn.Texts;
        var days = habit.Until == habit.Since ? texts.OnlyOn(turn.Name(habit.Since)) : turn.Name(habit.Days);
        var times = habit.Times is { Count: > 0 } several ? texts.AtTimes(string.Join(", ", several.Select(turn.Name))) : habit.Start is { } start ? texts.FromUntil(turn.Name(start), turn.Name(habit.Deadline)) : texts.AllDayUntil(turn.Name(habit.Deadline));
        var target = habit.AtMost is { } most ? ", " + (most == 0 ? texts.NoneAtAll : texts.AtMostADay(OfUnit(most, habit.Unit)))
            : habit is { Target: not null, Times: null } ? ", " + texts.ATarget(OfUnit(habit.Goal, habit.Unit)) : "";
        var lasting = habit.Minutes is { } minutes ? ", " + turn.NameOfMinutes(minutes) : "";
        if (habit.AtMost is not null) return $"{days}{(habit.Start is null ? "" : ", " + times)}{target}{(habit.IsShared ? ", 👥" : "")}";
        return $"{days}, {times}{target}{lasting}{(habit.NeedsProof ? ", 📷" : "")}{(habit.IsShared ? ", 👥" : "")}";
    }

    private static string OfUnit(decimal count, string? unit) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:0.##} {unit ?? "×"}");

    /// <summary>The habit as a wish would have it.</summary>
    public static Habit Planned(HabitTurn turn, Habit habit, Wish wish)
    {
        var changed = habit with
        {
            Days = wish.Days ?? habit.Days,
            NeedsProof = habit.NeedsProof
            || wish.NeedsProof,
            Minutes = wish.Minutes ?? habit.Minutes
        };
        if (wish.Times.Count > 1) return Adding.At(changed, wish.Times);
        if (wish.Part is { } part && wish.Times.Count == 0 && habit is { Start: { } hour, Times: null } && hour.Minute + hour.Hour != 0
            && Flipped(hour, part) is { } flipped) wish = wish with { Start = flipped, Deadline = null };
        if (wish.Start is { } start)
        {
            // A deadline that was not said moves along, also where the day's end of a walk in the afternoon is the start in the evening.
            var isPassed = habit.Deadline <= start && !(habit.Start >= habit.Deadline);
            var deadline = wish.Deadline ?? (isPassed || habit.Deadline == Adding.DeadlineFor(habit.Start) ? Adding.DeadlineFor(start) : habit.Deadline);
            changed = changed with { Start = start, Deadline = deadline };
        }
        else if (wish.Deadline is { } end)
        {
            changed = changed with { Deadline = end };
        }

        if (wish is { Date: { } date, DateIsItself: true } && habit.Until == habit.Since && date >= turn.Today) changed =
            changed with { Since = date, Until = date };
        if (wish is { Count: { } count, Limit: null } && wish.Days is not null && Adding.WholeOf(count) is { } target)
            changed = changed with
            {
                Target = target,
                Exact = Adding.ExactOf(count),
                Unit = wish.Unit ?? (changed.Target is null ? null : changed.Unit)
            };
        return changed is { Times: not null } && (wish.Start ?? wish.Deadline) is not null ? changed with { Times = null, Target = null } : changed;
    }

    // "in the morning, I mean" of six in the evening: the same hour of the other half.
    private static LocalTime? Flipped(LocalTime hour, DayPart part)
    {
        var isMorning = part == DayPart.Morning;
        if (hour.Hour < 12 == isMorning || hour.Minute != 0 && hour.Hour == 12) return null;
        var flipped = isMorning ? hour.PlusHours(-12) : hour.PlusHours(12);
        return part switch
        {
            DayPart.Morning => flipped.Hour is >= 4 and < 12 ? flipped : null,
            DayPart.Afternoon => flipped.Hour is >= 12 and < 19 ? flipped : null,
            _ => flipped.Hour >= 17 ? flipped : null,
        };
    }

    public static void Change(HabitTurn turn, Habit habit, Wish wish)
    {
        turn.SpeakOf(habit);
        var moves = wish is { Date: not null, DateIsItself: true } && habit.Until == habit.Since;
        if ((wish.Start ?? wish.Deadline) is null && wish.Days is null && wish.Minutes is null && !moves)
        {
            if (wish.Count is { } count && count > 0) Target(turn, habit, count, wish.Unit);
            else Show(turn, habit);
            return;
        }

        var changed = Planned(turn, habit, wish);
        changed = Settled(turn, habit, changed);
        turn.Set(changed);
        var body = turn.Texts.Changed(habit.Name, Describe(turn, changed));
        if (wish.Otherwise is not { } other || (wish.Start ?? wish.Deadline) is null)
        {
            turn.Say(body);
            return;
        }

        turn.Buttons(
            body + "\n" + turn.Texts.TookTime(turn.Name((wish.Start ?? wish.Deadline)!.Value)),
            new Choice(wish.Start is null ? HabitIds.Deadline(habit.Id, other) : HabitIds.Start(habit.Id, other), turn.Texts.NoTimeTitle(turn.Name(other))));
    }

    public static void AskTime(HabitTurn turn, Habit habit)
    {
        turn.SpeakOf(habit);
        turn.Ask(QuestionKind.Time, habit.Id);
        turn.Say(turn.Texts.AskTime(habit.Name));
    }

    public static void AskDays(HabitTurn turn, Habit habit)
    {
        turn.Ask(QuestionKind.Days, habit.Id);
        turn.Say(turn.Texts.AskDays(habit.Name));
    }

    public static void AskTarget(HabitTurn turn, Habit habit)
    {
        turn.Ask(QuestionKind.Target, habit.Id);
        turn.Say(turn.Texts.AskTarget(habit.Name));
    }

    public static void Target(HabitTurn turn, Habit habit, decimal number, string? unit)
    {
        var target = Adding.WholeOf(number);
        var changed = habit with { Target = target, Exact = target is null ? null : Adding.ExactOf(number), Times = null, Unit = target is null ? null : unit is null ? habit.Unit : HabitTurn.Named(unit, HabitOptions.LongestUnit) };
        turn.Set(changed);
        turn.Say(turn.Texts.Changed(habit.Name, Describe(turn, changed)));
    }

    /// <summary>No longer due on a weekday, 1 is Monday.</summary>
    public static void DropDay(HabitTurn turn, Habit habit, int weekday)
    {
        var left = habit.Days.Weekdays & ~(Understanding.Weekdays)(1 << (weekday - 1));
        if (left == Understanding.Weekdays.None)
        {
            Show(turn, habit);
            return;
        }

        Change(turn, habit, new Wish { Intent = Understanding.Intent.Change, Days = habit.Days with { Weekdays = left } });
    }

    /// <summary>For one day until now, for that weekday each week from then on.</summary>
    public static void Weekly(HabitTurn turn, Habit habit)
    {
        if (habit.Until != habit.Since)
        {
            Show(turn, habit);
            return;
        }

        var weekly = habit with { Days = new HabitDays(HabitCalendar.Of(habit.Since.DayOfWeek)), Until = null };
        turn.Set(weekly);
        turn.SpeakOf(weekly);
        turn.Say(turn.Texts.Changed(weekly.Name, Describe(turn, weekly)));
    }

    public static void Proof(HabitTurn turn, Habit habit)
    {
        turn.Set(habit with { NeedsProof = !habit.NeedsProof });
        turn.Say(habit.NeedsProof ? turn.Texts.ProofOff(habit.Name) : turn.Texts.ProofOn(habit.Name));
    }

    public static void Share(HabitTurn turn, Habit habit)
    {
        turn.Set(habit with { IsShared = !habit.IsShared });
        if (habit.IsShared) turn.Say(turn.Texts.ShareOff(habit.Name));
        else if (turn.Data.Partner is { } partner) turn.Say(turn.Texts.ShareOn(habit.Name, partner.Name));
        else turn.Buttons(turn.Texts.ShareOnAlone(habit.Name), new Choice(HabitIds.Invite, turn.Texts.InviteButton));
    }

    /// <summary>No longer kept; one word brings the last back.</summary>
    public static void Remove(HabitTurn turn, IReadOnlyList<Habit> habits)
    {
        turn.Data = turn.Data with
        {
            Habits = [.. turn.Data.Habits.Where(habit => !habits.Contains(habit))],
            Removed = habits[^1],
            Topic = null,
        };
        turn.Buttons(turn.Texts.Removed(string.Join(", ", habits.Select(habit => habit.Name))), new Choice(HabitIds.Restore, turn.Texts.RestoreButton));
    }

    public static void Restore(HabitTurn turn)
    {
        // Several that went together come back together.
        if (Undoing.Last(turn) is { } act && act.Before.Count(each => turn.Habit(each.Id) is null) > 1)
        {
            Undoing.TakeBack(turn, act);
            return;
        }

        if (turn.Data.Removed is not { } habit || turn.Data.Habits.Any(each => each.Id == habit.Id))
        {
            turn.Say(turn.Texts.NothingToRestore);
            return;
        }

        // What was due while it was away is not held against it.
        while (Schedule.OpenDayOf(turn.Data, habit) is { } day && HabitCalendar.CloseOf(habit, day, turn.Zone) <= turn.Now)
        {
            habit = Closing.Close(turn.Data, habit, day, isExcused: true).Habit;
        }

        turn.Data = turn.Data with { Habits = [.. turn.Data.Habits, habit], Removed = null };
        turn.SpeakOf(habit);
        turn.Say(turn.Texts.Restored(habit.Name));
    }

    /// <summary>The day that a skip or a freeze is for: what is open now, else what was missed last.</summary>
    public static LocalDate FreezeDay(HabitTurn turn, Habit habit) => Doing.DayOf(turn, habit)
        ?? (habit.ClosedTo is { } closed && closed >= turn.Today.PlusDays(-1) && habit.MarkOf(closed) == DayMark.Missed ? closed : (LocalDate?)null)
        ?? Schedule.OpenDayOf(turn.Data, habit) ?? turn.Today;

    // Moved to a time that is over today it begins tomorrow; moved earlier nobody misses by it.
    private static Habit Settled(HabitTurn turn, Habit before, Habit changed)
    {
        while (Schedule.OpenDayOf(turn.Data, changed) is { } day && HabitCalendar.CloseOf(changed, day, turn.Zone) <= turn.Now)
        {
            changed = Closing.Close(turn.Data, changed, day, isExcused: true).Habit;
        }

        var today = changed.DayOf(turn.Today);
        if (changed.ClosedTo >= turn.Today) return changed;
        var begun = HabitCalendar.StartOf(changed, turn.Today, turn.Zone) <= turn.Now;
        return changed.With(today with { StartTold = begun || (today.StartTold && changed.Start == before.Start), EndTold = today.EndTold && changed.Deadline == before.Deadline });
    }
}
