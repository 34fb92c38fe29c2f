using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>What a miss brings: a strike, a punishment, a word to the partner.</summary>
internal static class Missing
{
    private const int MostDaysAhead = 31;

    private static readonly LocalTime _evening = new(21, 0);
    private static readonly Duration _timeEnough = Duration.FromHours(3);

    public static void Close(HabitTurn turn, Habit habit, LocalDate day, bool isLate)
    {
        var (closed, isMissed) = Closing.Close(turn.Data, habit, day, isLate);
        turn.Set(closed);

        // Who turned the reminders off is not drilled.
        if (!isMissed || turn.IsSilenced) return;

        // After a day that brought nothing a second one is no reason for strikes.
        if (Easing.IsHard(turn, day))
        {
            Easing.Plan(turn, day);
            return;
        }

        var before = turn.Data.Strikes.FirstOrDefault(each => each.Day == day) ?? new DayStrikes(day, 0, []);
        var strikes = before with { Count = before.Count + 1, Habits = [.. before.Habits, habit.Id] };
        turn.Data = turn.Data with { Strikes = [.. turn.Data.Strikes.Where(each => each.Day != day).OrderBy(each => each.Day).TakeLast(2), strikes] };
        Climb(turn, strikes);

        // Told once it is not quiet, and together with what else is to be said soon.
        turn.Data = turn.Data with { Untold = [.. turn.Data.Untold, new Miss(habit.Id, day, strikes.Count, turn.Data.SeenTo)] };
    }

    public static void QuietEnds(HabitTurn turn, ClockNews news)
    {
        news.Misses.AddRange(turn.Data.Untold);
        turn.Data = turn.Data with { Untold = [] };
    }

    /// <summary>A punishment that was not done makes no further strike.</summary>
    public static void PunishmentsEnd(HabitTurn turn, Instant at)
    {
        var over = turn.Data.Punishments.Where(each => Instant.FromDateTimeOffset(each.Until) <= at).ToList();
        turn.Data = turn.Data with { Punishments = [.. turn.Data.Punishments.Except(over)] };

        // Said in passing, never by a template of its own.
        if (!turn.Conversation.IsWindowOpen) return;
        if (over.Count > 0) turn.Tell(new TextMessage(turn.Texts.PunishmentOver(string.Join(", ", over.Select(each => turn.Texts.NameOf(each.Kind))))));
    }

    /// <summary>They did what they had to do for a miss.</summary>
    public static void Punished(HabitTurn turn, string argument)
    {
        if (!EnumNames.TryRead<PunishmentKind>(argument, out var kind)
            || turn.Data.Punishments.FirstOrDefault(each => each.Kind == kind) is not { } done)
        {
            turn.Say(turn.Texts.NothingToMakeUp);
            return;
        }

        turn.Data = turn.Data with { Punishments = [.. turn.Data.Punishments.Where(each => each != done)] };
        turn.Say(turn.Texts.MadeUp(turn.Texts.NameOf(kind)));
    }

    /// <summary>A freeze covers a miss of the last days, what is due today, or a day to come.</summary>
    public static void Freeze(HabitTurn turn, Habit habit, LocalDate day)
    {
        if (habit.MarkOf(day) == DayMark.Frozen || habit.DayOf(day).IsFrozen)
        {
            turn.Say(turn.Texts.IsFrozen(habit.Name, turn.NameFully(day)));
            return;
        }

        var month = turn.Today.With(DateAdjusters.StartOfMonth);
        var used = turn.Data.Freezes?.Month == month ? turn.Data.Freezes.Used : 0;
        var isMiss = habit.MarkOf(day) == DayMark.Missed && day >= turn.Today.PlusDays(-2) && habit.ClosedTo is { } closed && Period.DaysBetween(day, closed) <= 1;
        var isOpen = Schedule.OpenDayOf(turn.Data, habit) is { } open && day >= open && day <= turn.Today.PlusDays(MostDaysAhead)
            && HabitCalendar.IsDue(habit, day) && !habit.DayOf(day).IsDone;
        if (!isMiss && !isOpen)
        {
            turn.Say(turn.Texts.NothingToFreeze(habit.Name, turn.NameFully(day)));
            return;
        }

        if (used >= HabitOptions.FreezesAMonth)
        {
            turn.Say(turn.Texts.NoFreezes);
            return;
        }

        turn.Data = turn.Data with { Freezes = new FreezeCount(month, used + 1) };
        if (isMiss) TakeBack(turn, habit, day, DayMark.Frozen);
        else turn.Set(habit.With(habit.DayOf(day) with { IsFrozen = true }));
        turn.Say(turn.Texts.Frozen(habit.Name, turn.NameFully(day), turn.Texts.Streak(turn.Habit(habit.Id)!), HabitTexts.Of(HabitOptions.FreezesAMonth - used - 1)));
    }

    /// <summary>A miss was none; its strike goes, and so does what was to be done for it.</summary>
    public static void TakeBack(HabitTurn turn, Habit habit, LocalDate day, char mark)
    {
        turn.Set(Closing.TakeBack(habit, day, mark));
        var strikes = turn.Data.Strikes.FirstOrDefault(each => each.Day == day);
        if (strikes is null || !strikes.Habits.Contains(habit.Id)) return;
        var left = strikes with { Count = strikes.Count - 1, Habits = [.. strikes.Habits.Where(each => each != habit.Id)] };
        turn.Data = turn.Data with
        {
            Strikes = [.. turn.Data.Strikes.Select(each => each.Day == day ? left : each)],
            Untold = [.. turn.Data.Untold.Where(each => each.Habit != habit.Id || each.Day != day)],
            Punishments = strikes.Count <= 2 && turn.Data.Punishments.LastOrDefault(each => each.Day == day) is { } last
                ? [.. turn.Data.Punishments.Where(each => each != last)]
                : turn.Data.Punishments,
        };
    }

    /// <summary>
    /// Tells of what was missed. Where nothing can be said nothing is to be made up for either; the partner hears of it all the same.
    /// </summary>
    public static void Say(HabitTurn turn, ClockNews news)
    {
        if (Compose(turn, news.Misses) is not { } told) return;
        turn.Tell(turn.Choices(told.Body, told.Buttons), turn.Template("habits_missed", HabitIds.Look, told.Names));
    }

    /// <summary>What is said of these misses; null: nothing.</summary>
    public static (string Body, List<Choice> Buttons, string Names)? Compose(HabitTurn turn, IReadOnlyList<Miss> all)
    {
        var misses = all.Where(miss => turn.Habit(miss.Habit) is not null
            && turn.Data.Strikes.Any(each => each.Day == miss.Day && each.Habits.Contains(miss.Habit))).ToList();
        if (misses.Count == 0) return null;
        var texts = turn.Texts;
        var partner = TellPartner(turn, misses) ? [texts.PartnerWasTold(turn.Data.Partner!.Name)] : Array.Empty<string>();
        var punishments = turn.Data.Punishments.Where(each => misses.Exists(miss => miss.Day == each.Day && miss.Strike == each.Strike)).ToList();
        if (!turn.CanTell)
        {
            turn.Data = turn.Data with { Punishments = [.. turn.Data.Punishments.Except(punishments)] };
            return null;
        }

        string On(LocalDate day) => day == turn.Today ? "" : $" ({turn.Name(day)})";
        var names = string.Join(", ", misses.Select(miss => turn.Habit(miss.Habit)!.Name + On(miss.Day)));
        var lines = punishments.Select(each => texts.MakeUp(texts.NameOf(each.Kind), UntilOf(turn, each)));
        var body = string.Join("\n", [texts.Missed(names, misses.Max(miss => miss.Strike)), .. lines, .. partner]);
        var buttons = punishments.Select(each => new Choice(HabitIds.Punished(each.Kind), texts.DidIt(texts.NameOf(each.Kind)))).Take(2).ToList();
        var month = turn.Today.With(DateAdjusters.StartOfMonth);
        if (turn.Data.Freezes is not { } freezes || freezes.Month != month || freezes.Used < HabitOptions.FreezesAMonth)
        {
            buttons.AddRange(misses.Take(3 - buttons.Count).Select(miss =>
                new Choice(HabitIds.Freeze(miss.Habit, miss.Day), texts.FreezeTitle(turn.Habit(miss.Habit)!.Name))));
        }

        return (body, buttons, names);
    }

    /// <summary>By when it is to be done, in words.</summary>
    public static string UntilOf(HabitTurn turn, Punishment punishment)
    {
        var local = Instant.FromDateTimeOffset(punishment.Until).InZone(turn.Zone).LocalDateTime;
        return $"{turn.Name(local.Date)}, {turn.Name(local.TimeOfDay)}";
    }

    // From a day's third miss on, of what is shared alone.
    private static bool TellPartner(HabitTurn turn, List<Miss> misses)
    {
        if (turn.Data is not { Ladder: Ladder.Punish, Partner: { } partner }) return false;
        var grave = misses.Where(miss => miss.Strike >= 3).ToList();
        var habits = grave.Where(miss => miss.Strike == 3)
            .SelectMany(miss => turn.Data.Strikes.FirstOrDefault(each => each.Day == miss.Day)?.Habits.Take(2) ?? [])
            .Concat(grave.Select(miss => miss.Habit)).Distinct().Select(turn.Habit).OfType<Habit>().Where(habit => habit.IsShared).ToList();
        if (habits.Count == 0) return false;
        turn.Publish(
            EventCatalog.PartnerNews,
            new(partner.Conversation, turn.Conversation.Id, PartnerNewsKinds.Missed, turn.PersonName,
                Habits: [.. habits.Select(habit => habit.Name)], Strikes: grave.Max(miss => miss.Strike)), partner.Conversation);
        return true;
    }

    private static void Climb(HabitTurn turn, DayStrikes strikes)
    {
        if (turn.Data.Ladder != Ladder.Punish) return;
        if (strikes.Count <= 2)
        {
            var kinds = Enum.GetValues<PunishmentKind>();
            var kind = kinds[((int)turn.Data.FirstPunishment + strikes.Count - 1) % kinds.Length];
            var seen = Instant.FromDateTimeOffset(turn.Data.SeenTo!.Value);
            var today = seen.InZone(turn.Zone).Date;
            var until = HabitCalendar.At(today, _evening, turn.Zone);
            if (until - seen < _timeEnough) until = HabitCalendar.At(today.PlusDays(1), _evening, turn.Zone);
            var punishment = new Punishment(kind, strikes.Day, until.ToDateTimeOffset(), strikes.Count);
            turn.Data = turn.Data with { Punishments = [.. turn.Data.Punishments.Where(each => each.Kind != kind), punishment] };
        }
    }
}
