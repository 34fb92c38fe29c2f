using NodaTime;
using WhatsAppBots.Understanding.Days;
using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Reads ranges: "from 7 to 8 am", "between 6 and 7", "7-8pm", "de 7 a 8", "subah 7 se 8 baje tak", "בין שש לשבע".</summary>
internal static class RangeReader
{
    public static bool TryRead(Sentence text, int i, LocalDateTime now, out SaidTime said)
    {
        if (TryDays(text, i, now, out said)) return true;
        said = new SaidTime(i, i);
        var at = i;
        var between = text.Take(ref at, Kind.Between);
        var from = !between && (text.Take(ref at, Kind.From) || text.Language != Languages.English && text.Take(ref at, Kind.Of));
        if (!MomentReader.TryRead(text, at, now, true, out var begin)) return false;
        var join = begin.Next;
        if (!Joins(text, ref join, between, from || begin.Role == MomentRole.From)) return false;
        if (!MomentReader.TryRead(text, join, now, true, out var end)) return false;

        // "tomorrow to friday", "monday to 5" make no range of times.
        var alike = begin.Clock is not null ? end.Clock is not null : begin.Day is not null && end.Day is not null && end.Clock is null && begin.Part is null;
        if (!alike || begin.Role == MomentRole.By) return false;
        if (begin.Clock is { IsBare: true } && end.Clock is { IsBare: true } && !between && !from && begin.Role == MomentRole.At && begin.Day is null
            && !(text.Has(i - 1, Kind.At) || text.Has(end.Next, Kind.HourMark) || end.Part is not null || begin.Part is not null || end.Role == MomentRole.By)) return false;
        said = begin with { Start = i, Next = end.Next, Role = MomentRole.From, RangeEnd = end with { Role = MomentRole.By } };
        return true;
    }

    // "10-18 december", "between 20 and 27 december", "del 10 al 18 de enero": the month is said once.
    private static bool TryDays(Sentence text, int i, LocalDateTime now, out SaidTime said)
    {
        said = new SaidTime(i, i);
        var at = i;
        var between = text.Take(ref at, Kind.Between);
        for (var words = 0; words < 4
            && text.TakeAny(ref at, out _, Kind.From, Kind.Of, Kind.On, Kind.At, Kind.The, Kind.DayNumber); words++) { }
        if (!text.IsDigits(at) || !NumberReader.TryPlain(text, at, 31, out var first) || first.Value < 1) return false;
        at = first.Next;
        text.TakeAny(ref at, out _, Kind.OrdinalMark, Kind.DayNumber);
        if (!Joins(text, ref at, between, true)) return false;
        for (var words = 0; words < 3 && text.TakeAny(ref at, out _, Kind.Until, Kind.At, Kind.The, Kind.DayNumber); words++) { }
        if (!DateReader.TryRead(text, at, now.Date, true, out var last) || last.IsDayOfMonth || last.Dates is not [var end]) return false;
        var month = end.ToYearMonth();
        if (first.Value > month.Calendar.GetDaysInMonth(month.Year, month.Month)) return false;
        var begin = (int)first.Value < end.Day ? month.OnDayOfMonth((int)first.Value)
            : month.PlusMonths(-1).OnDayOfMonth(Math.Min((int)first.Value, 28));
        var next = last.Next;
        text.Take(ref next, Kind.UntilAfter);
        said = new SaidTime(i, next)
        {
            Day = new Day([begin], at), Role = MomentRole.From,
            RangeEnd = new SaidTime(at, next) { Day = last, Role = MomentRole.By },
        };
        return true;
    }

    private static bool Joins(Sentence text, ref int i, bool between, bool from)
    {
        if (between) return text.Take(ref i, Kind.And) || text.IsSign(i, "-") && ++i > 0 || text.TakeAny(ref i, out _, Kind.To, Kind.Until);
        if (text.IsSign(i, "-"))
        {
            i++;
            return true;
        }

        if (from && text.Language == Languages.Hindi && (text.Has(i, Kind.Number) || text.Has(i, Kind.Plus) || text.IsDigits(i))) return true;
        return text.Has(i, Kind.Until) || text.Take(ref i, Kind.To);
    }
}
