using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>What one person will do in a year: which habits they have, and when they do, skip or forget them.</summary>
internal sealed record YearPlan(string Zone, string? Later, LocalDateTime MovesAt, IReadOnlyList<PlannedHabit> Habits, Ladder Ladder)
{
    public static readonly LocalDate First = new(2026, 1, 5);
    public const int Days = 365;

    // Whole, half and quarter hours, both hemispheres, half-hour summer time, midnight changes, and none at all.
    private static readonly string[] _zones =
    [
        "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/Mexico_City", "America/St_Johns", "America/Santiago", "America/Havana",
        "America/Asuncion", "America/Adak", "America/Nuuk", "Europe/Madrid", "Europe/Lisbon", "Europe/London", "Europe/Kyiv", "Europe/Moscow", "Atlantic/Azores",
        "Africa/Cairo", "Africa/Casablanca", "Africa/Lagos", "Asia/Jerusalem", "Asia/Beirut", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Tehran", "Asia/Tokyo",
        "Asia/Kabul", "Asia/Singapore", "Australia/Sydney", "Australia/Adelaide", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham", "Pacific/Kiritimati",
        "Pacific/Honolulu", "Pacific/Norfolk", "Antarctica/Troll", "UTC",
    ];

    public static YearPlan Of(int person)
    {
        var random = new Random(person);
        var habits = Enumerable.Range(1, random.Next(1, 5)).Select(id => PlannedHabit.Of(id, random)).ToList();
        var zone = _zones[person % _zones.Length];
        var later = random.Next(4) == 0 && habits.TrueForAll(habit => habit.Days.TimesAWeek is null) ? _zones[random.Next(_zones.Length)] : null;
        var moves = First.PlusDays(random.Next(20, 340)) + new LocalTime(random.Next(24), random.Next(60), 30);
        return new YearPlan(zone, later == zone ? null : later, moves, habits, random.Next(2) == 0 ? Ladder.Count : Ladder.Punish);
    }
}

/// <summary>A habit, and what becomes of each of its days.</summary>
internal sealed record PlannedHabit(int Id, HabitDays Days, LocalTime? Start, LocalTime Deadline, IReadOnlyList<PlannedDay> Plan)
{
    private static readonly LocalTime[] _deadlines = [new(21, 0), new(23, 59), new(0, 5), new(9, 0), new(12, 30), new(18, 45), new(2, 30), new(7, 59)];
    private static readonly LocalTime[] _starts = [new(6, 0), new(7, 0), new(8, 0), new(17, 30), new(2, 15), new(22, 0), new(23, 30), new(19, 0)];

    public static PlannedHabit Of(int id, Random random)
    {
        HabitDays days = random.Next(7) switch
        {
            6 => new(TimesAWeek: random.Next(1, 7)),
            0 => new(EveryDays: random.Next(2, 5)),
            1 => new((Weekdays)random.Next(1, 128)),
            2 => new((Weekdays)random.Next(1, 128), EveryWeeks: 2),
            3 => new(DayOfMonth: random.Next(1, 32)),
            _ => new(),
        };
        LocalTime? start = random.Next(3) == 0 ? null : _starts[random.Next(_starts.Length)];
        var deadline = _deadlines[random.Next(_deadlines.Length)];
        var diligence = random.NextDouble();
        var plan = Enumerable.Range(0, YearPlan.Days + 2).Select(_ => new PlannedDay(
            random.NextDouble() < diligence ? Doing.Done : random.Next(12) == 0 && days.TimesAWeek is null ? Doing.Skipped : Doing.Forgotten, random.NextDouble(), random.Next(60))).ToList();
        return new PlannedHabit(id, days, start, deadline, plan);
    }
}

/// <summary>What they do on a due day.</summary>
/// <param name="Share">How much of the time from the start to the deadline has gone by then.</param>
/// <param name="Seconds">Past the full minute, so that nothing falls on a minute, or a half, of the clock's own.</param>
internal sealed record PlannedDay(Doing What, double Share, int Seconds);

internal enum Doing
{
    Done,
    Skipped,
    Forgotten,
}
