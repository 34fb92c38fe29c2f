namespace WhatsAppBots.Desk.Duty;

/// <summary>Weekly time in which a user answers people. One that passes midnight is two.</summary>
/// <param name="User">Id of the user.</param>
/// <param name="Weekday">ISO: 1 is Monday, 7 is Sunday.</param>
/// <param name="Starts">Minute of the day, 0 to 1439.</param>
/// <param name="Ends">Minute of the day, up to 1440.</param>
public sealed record Shift(long User, int Weekday, int Starts, int Ends);

/// <summary>Presence of a user, by their own word, in place of the roster.</summary>
/// <param name="IsHere">True: on duty; false: away.</param>
/// <param name="Until">From then on the roster counts again.</param>
public sealed record Presence(long User, bool IsHere, DateTimeOffset Until);

/// <summary>User who is on duty.</summary>
/// <param name="User">Id of the user.</param>
/// <param name="Until">When this ends, if nobody changes it.</param>
public sealed record OnDuty(long User, DateTimeOffset Until);

/// <summary>Weekly roster of those who answer people, with what they say of themselves.</summary>
/// <param name="Zone">The zone the shifts are in.</param>
public sealed record Roster(TimeZoneInfo Zone, IReadOnlyList<Shift> Shifts, IReadOnlyList<Presence> Presences)
{
    private const int DaysAhead = 8;

    /// <summary>Who is on duty now, by their ids.</summary>
    public IReadOnlyList<OnDuty> At(DateTimeOffset now)
    {
        var said = Presences.Where(presence => now < presence.Until).ToDictionary(presence => presence.User);
        var planned = Times(now, -1, 1).Where(time => time.Starts <= now && now < time.Ends && !said.ContainsKey(time.Shift.User))
            .GroupBy(time => time.Shift.User).Select(times => new OnDuty(times.Key, End(times.Key, times.Max(time => time.Ends), now)));
        var here = said.Values.Where(presence => presence.IsHere).Select(presence => new OnDuty(presence.User, presence.Until));
        return [.. planned.Concat(here).OrderBy(each => each.User)];
    }

    /// <summary>When somebody comes on duty next; null: the roster has no shifts.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        var away = Presences.Where(presence => now < presence.Until && !presence.IsHere)
            .ToDictionary(presence => presence.User, presence => presence.Until);
        return Times(now, -1, DaysAhead)
            .Select(time => away.TryGetValue(time.Shift.User, out var until) && time.Starts < until
                ? (Starts: until, time.Ends) : (time.Starts, time.Ends))
            .Where(time => time.Starts > now && time.Starts < time.Ends)
            .Select(time => (DateTimeOffset?)time.Starts).Min();
    }

    // A shift to midnight that another one goes on from is one time to the person who works it.
    private DateTimeOffset End(long user, DateTimeOffset end, DateTimeOffset now)
    {
        foreach (var next in Times(now, -1, DaysAhead).Where(time => time.Shift.User == user).OrderBy(time => time.Starts))
        {
            if (next.Starts <= end && next.Ends > end) end = next.Ends;
        }

        return end;
    }

    private IEnumerable<(Shift Shift, DateTimeOffset Starts, DateTimeOffset Ends)> Times(DateTimeOffset now, int from, int to)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);
        for (var ahead = from; ahead <= to; ahead++)
        {
            var day = today.AddDays(ahead);
            var weekday = day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
            foreach (var shift in Shifts.Where(shift => shift.Weekday == weekday))
                yield return (shift, Instant(day, shift.Starts), Instant(day, shift.Ends));
        }
    }

    // A time that the clocks leap over begins when they have; of one that comes twice the first counts.
    private DateTimeOffset Instant(DateOnly day, int minute)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        while (Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
