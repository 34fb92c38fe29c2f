using NodaTime;
using WhatsAppBots.Understanding.Days;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Puts a day, a part of the day and a time together, in whatever order they stand: "by 5pm on Friday", "kal subah 7 baje tak".</summary>
internal static class MomentReader
{
    /// <param name="isLed">A word stood before that leads to a time, or the whole text is this: a number alone is an hour.</param>
    public static bool TryRead(Sentence text, int start, LocalDateTime now, bool isLed, out SaidTime said)
    {
        said = new SaidTime(start, start);
        var i = start;
        var led = isLed;
        if (TakeRole(text, ref i, out var role)) led = true;
        var before = i;
        while (true)
        {
            var at = i;
            if (said.Part is null && text.Take(ref at, Kind.Part, out var named))
            {
                said = said with { Part = (PartOfDay)(int)named.Value, Next = i = at };
                led = false;
                continue;
            }

            if (said.Day is null && text.Has(i, Kind.The) && DateReader.TryRead(text, i, now.Date, false, out var dated))
            {
                said = said with { Day = dated, Next = i = dated.Next };
                continue;
            }

            var pieceLed = SkipLeading(text, ref at, said.Day is null && said.Clock is null && said.Part is null) || led;
            if (TakeRole(text, ref at, out var late) && role == MomentRole.At) (role, pieceLed) = (late, true);
            pieceLed |= SkipLeading(text, ref at, false);
            if (said.Clock is null && ClockReader.TryRead(text, at, out var clock) && DateFits(text, at, now, clock)
                && (!clock.IsBare || pieceLed || (said.Day is not null || said.Part is not null) && EndsWell(text, clock.Next) || text.Has(clock.Next, Kind.Part) || text.Has(clock.Next, Kind.BarePart)))
            {
                said = said with { Clock = clock, Next = i = clock.Next };
            }
            else if (said.Day is null && DayReader.TryRead(text, at, now, pieceLed, out var day))
            {
                said = said with { Day = day, Next = i = day.Next };
                if (day.IsWeekday) i = Decorated(text, day, now, ref said);
            }
            else if (said.Part is null && (text.Take(ref at, Kind.Part, out var part)
                || (said.Day is not null || said.Clock is not null) && text.Take(ref at, Kind.BarePart, out part)))
            {
                said = said with { Part = (PartOfDay)(int)part.Value, Next = i = at };
            }
            else
            {
                break;
            }

            led = false;
        }

        if (said.Next == start || said.Next <= before && said.Day is null) return false;
        var next = said.Next;
        if (text.Take(ref next, Kind.UntilAfter)) role = MomentRole.By;
        else if (role == MomentRole.At && text.Take(ref next, Kind.FromAfter)) role = MomentRole.From;
        else text.Take(ref next, Kind.On);
        if (text.Has(said.Next, Kind.On) && role == MomentRole.At && text.Language != Languages.Hindi) next = said.Next;
        said = said with { Next = next, Role = role };
        return true;
    }

    // "friday, 25 december": the date tells more.
    private static int Decorated(Sentence text, Day day, LocalDateTime now, ref SaidTime said)
    {
        var at = day.Next;
        if (text.IsSign(at, ",")) at++;
        for (var words = 0; words < 4 && text.TakeAny(ref at, out _, Kind.On, Kind.At); words++) { }
        if (!DateReader.TryRead(text, at, now.Date, true, out var date)) return day.Next;
        said = said with { Day = date, Next = date.Next };
        return date.Next;
    }

    // A clock like "5" in "5 dec", "3/4" or "5th" is a date.
    private static bool DateFits(Sentence text, int at, LocalDateTime now, Clock clock)
    {
        if (IsDotted(text, at)) return false;
        return !DateReader.TryRead(text, at, now.Date, false, out var date) || date.Next <= clock.Next && !clock.IsBare;
    }

    // "20.12": of a day and a month, where no hour has such minutes as often.
    private static bool IsDotted(Sentence text, int at) =>
        text.IsDigits(at) && text.IsSign(at + 1, ".") && text.IsDigits(at + 2) && text.IsGlued(at + 1) && text.IsGlued(at + 2)
        && int.TryParse(text.Tokens[at].Plain, out var day) && int.TryParse(text.Tokens[at + 2].Plain, out var month) && day is >= 13 and <= 31 && month is >= 1 and <= 12
        && !text.Has(at + 3, Kind.Meridiem) && !text.Has(at + 3, Kind.HourMark);

    private static bool EndsWell(Sentence text, int i) =>
        text.EndsAt(i) || text.At(i).Any(sense => sense.Kind is Kind.Part or Kind.Until or Kind.UntilAfter or Kind.FromAfter or Kind.To or Kind.Intent or Kind.And or Kind.For or Kind.On or Kind.At);

    public static bool TakeRole(Sentence text, ref int i, out MomentRole role)
    {
        role = MomentRole.At;

        // "depois de amanhã" is a day.
        if (text.Has(i, Kind.Day) || text.Has(i, Kind.Part) || text.Has(i, Kind.ThisPart)) return false;
        if (text.TakeAny(ref i, out var sense, Kind.Until, Kind.Before, Kind.From, Kind.After, Kind.Within))
            role = sense.Kind is Kind.From or Kind.After ? MomentRole.From : MomentRole.By;
        return sense.Length > 0;
    }

    private static bool SkipLeading(Sentence text, ref int i, bool first)
    {
        var led = false;
        for (var words = 0; words < 5; words++)
        {
            if (text.TakeAny(ref i, out var sense, Kind.At, Kind.On)) led |= sense.Kind is Kind.At or Kind.On;
            else if (!first && text.IsSign(i, ",")) i++;
            else if (!first && text.Has(i, Kind.Of)) text.Take(ref i, Kind.Of);
            else if (text.Has(i, Kind.The) && !text.Has(i, Kind.Of)) text.Take(ref i, Kind.The);
            else break;
        }

        return led;
    }
}
