using System.Numerics;
using NodaTime;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Recurrences;

/// <summary>Reads weekdays that recur: "Mondays", "mon wed fri", "every Tuesday and Friday", "de lunes a viernes", "ימי שני וחמישי".</summary>
internal static class WeekdayReader
{
    // More in one list are junk.
    private const int MostDays = 14;

    /// <summary>Weekdays that recur: in the plural, behind "every", several, or from one to another.</summary>
    public static bool TryRead(Sentence text, int i, bool led, out Weekdays days, out int next)
    {
        (days, next) = (Understanding.Weekdays.None, i);
        var (many, at, from) = (led, i, false);
        var count = 0;
        while (count < MostDays)
        {
            var piece = at;
            for (var words = 0; words < 4 && !IsPlural(text, piece) && text.TakeAny(ref piece, out var lead, Kind.Every, Kind.On, Kind.At, Kind.The, Kind.From, Kind.To); words++)
            {
                many |= lead.Kind == Kind.Every;
                from |= lead.Kind == Kind.From;
            }

            if (text.Has(piece, Kind.This) || text.Has(piece, Kind.Next)) break;
            if (One(text, ref piece, ref many, led || many || count > 0 || IsList(text, piece), out var found))
            {
                count++;
                next = at = piece;
                if (Through(text, at, found, out var range, out var end))
                {
                    (found, next, at, many) = (range, end, end, true);
                }

                days |= found;
            }
            else
            {
                break;
            }

            if (text.IsSign(at, ",") || text.IsSign(at, "/") || text.IsSign(at, "+") || text.IsSign(at, "&")) at++;
            text.Take(ref at, Kind.And);
        }

        if (count > 0 && text.Language == Languages.Hindi) text.Take(ref next, Kind.On);
        return count > 1 || count > 0 && many;
    }

    private static bool IsPlural(Sentence text, int i) => text.Has(i, Kind.Weekdays) || text.Has(i, Kind.Workdays) || text.Has(i, Kind.Weekends);

    private static bool One(Sentence text, ref int i, ref bool many, bool loose, out Weekdays days)
    {
        days = Understanding.Weekdays.None;
        if (i < text.Count && text.Tokens[i].Plain is "mwf" or "tth" or "tuth")
        {
            days = text.Tokens[i++].Plain == "mwf"
                ? Understanding.Weekdays.Monday | Understanding.Weekdays.Wednesday | Understanding.Weekdays.Friday
                : Understanding.Weekdays.Tuesday | Understanding.Weekdays.Thursday;
            many = true;
        }
        else if (text.Take(ref i, Kind.Workdays))
        {
            (many, days) = (true, WorkdaysOf(text));
        }
        else if (text.Take(ref i, Kind.Weekends) || many && text.Take(ref i, Kind.Weekend))
        {
            (many, days) = (true, WeekendOf(text));
        }
        else if (text.Take(ref i, Kind.Weekdays, out var plural))
        {
            (many, days) = (true, Flag((int)plural.Value));
        }
        else if (text.Take(ref i, Kind.Weekday, out var day) || loose && text.Take(ref i, Kind.WeekdayShort, out day))
        {
            if (text.Has(i, Kind.NextAfter)) return false;
            days = Flag((int)day.Value);
        }

        return days != Understanding.Weekdays.None;
    }

    // "sat & sun": short names need one another.
    private static bool IsList(Sentence text, int i)
    {
        if (!text.Take(ref i, Kind.WeekdayShort)) return false;
        if (!text.TakeAny(ref i, out _, Kind.And, Kind.To, Kind.Until, Kind.FromAfter) && i < text.Count && text.Tokens[i].Plain is ("," or "/" or "-" or "&")) i++;
        text.TakeAny(ref i, out _, Kind.And, Kind.To);
        return text.Has(i, Kind.WeekdayShort) || text.Has(i, Kind.Weekday);
    }

    // "mon-fri", "de lunes a viernes", "somvar se shukravar tak".
    private static bool Through(Sentence text, int i, Weekdays first, out Weekdays days, out int next)
    {
        (days, next) = (first, i);

        // "weekends to friday": a range begins with one day.
        if (BitOperations.PopCount((uint)first) != 1) return false;
        var joined = text.IsSign(i, "-") ? ++i > 0 : text.Take(ref i, Kind.To) || text.Take(ref i, Kind.Until) || text.Take(ref i, Kind.At) || text.Take(ref i, Kind.FromAfter);
        if (!joined) return false;
        text.Take(ref i, Kind.The);
        if (!text.TakeAny(ref i, out var last, Kind.Weekday, Kind.WeekdayShort, Kind.Weekdays)) return false;

        // "until next Wednesday" comes once.
        if (text.Has(i, Kind.NextAfter)) return false;
        text.Take(ref i, Kind.UntilAfter);
        next = i;
        var end = Flag((int)last.Value);
        for (var day = first; day != end; day = day == Understanding.Weekdays.Sunday ? Understanding.Weekdays.Monday : (Weekdays)((int)day << 1)) days |= day;
        days |= end;
        return true;
    }

    private static Weekdays Flag(int day) => (Weekdays)(1 << (day - 1));

    private static Weekdays WeekendOf(Sentence text) => Understanding.Weekdays.All & ~WorkdaysOf(text);

    private static Weekdays WorkdaysOf(Sentence text) => text.Language == Languages.Hebrew
        ? Understanding.Weekdays.Sunday | Understanding.Weekdays.Monday | Understanding.Weekdays.Tuesday | Understanding.Weekdays.Wednesday | Understanding.Weekdays.Thursday
        : Understanding.Weekdays.Workdays;
}
