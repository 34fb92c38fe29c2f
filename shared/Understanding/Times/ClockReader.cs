using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Reads times of day: "7", "7:30 pm", "19h30", "half past six", "ocho menos cuarto", "साढ़े छह बजे", "רבע לשמונה".</summary>
internal static class ClockReader
{
    public static bool TryRead(Sentence text, int i, out Clock clock)
    {
        clock = default;
        if (text.Take(ref i, Kind.Noon))
        {
            clock = new Clock(12, 0, 0, false, i);
            return true;
        }

        if (text.Take(ref i, Kind.Midnight))
        {
            clock = new Clock(0, 0, 0, false, i) { IsMidnight = true };
            return true;
        }

        if (!TryNamed(text, i, out clock) && !TryDigital(text, i, out clock) && !TryHour(text, i, out clock)) return false;
        return Finish(text, ref clock);
    }

    // "half past six", "quarter to eight", "ten to eight", "cuarto para las ocho".
    private static bool TryNamed(Sentence text, int i, out Clock clock)
    {
        clock = default;
        if (TryPastTwelve(text, i, out clock)) return true;
        if (text.Take(ref i, Kind.HalfPast) && TryBareHour(text, i, out var hour)) return Make(hour, 30, 0, out clock);
        if (text.Take(ref i, Kind.QuarterPast) && TryBareHour(text, i, out hour)) return Make(hour, 15, 0, out clock);
        if (text.Take(ref i, Kind.QuarterTo) && TryBareHour(text, i, out hour)) return Make(hour, 0, 15, out clock);
        if (!NumberReader.TryPlain(text, i, 59, out var minutes)) return false;
        i = minutes.Next;
        var said = text.Take(ref i, Kind.Unit, out var unit) && unit.Value == 1 || !minutes.IsDigits || minutes.Value > 12;
        if (text.Take(ref i, Kind.Past)) return TryBareHour(text, i, out hour) && Make(hour, (int)minutes.Value, 0, out clock);

        // "7 to 8" is a range.
        return said && text.Take(ref i, Kind.To) && (int)minutes.Value is 5 or 10 or 15 or 20 or 25 && TryBareHour(text, i, out hour)
            && Make(hour, 0, (int)minutes.Value, out clock);
    }

    // "quarter past midnight", "half past noon", "10 past midnight".
    private static bool TryPastTwelve(Sentence text, int i, out Clock clock)
    {
        clock = default;
        var minute = 0;
        if (text.Take(ref i, Kind.HalfPast)) minute = 30;
        else if (text.Take(ref i, Kind.QuarterPast)) minute = 15;
        else if (NumberReader.TryPlain(text, i, 59, out var minutes) && minutes.Value > 0)
        {
            (minute, i) = ((int)minutes.Value, minutes.Next);
            text.Take(ref i, Kind.Unit);
            if (!text.Take(ref i, Kind.Past)) return false;
        }

        if (minute == 0 || !text.TakeAny(ref i, out var twelve, Kind.Noon, Kind.Midnight)) return false;
        clock = new Clock(twelve.Kind == Kind.Noon ? 12 : 0, minute, 0, false, i) { IsMidnight = twelve.Kind == Kind.Midnight };
        return true;
    }

    private static bool TryBareHour(Sentence text, int i, out Number hour)
    {
        text.Take(ref i, Kind.At);
        return NumberReader.TryPlain(text, i, 23, out hour);
    }

    private static bool Make(Number hour, int minute, int back, out Clock clock)
    {
        clock = new Clock((int)hour.Value, minute, back, hour.Value is >= 1 and <= 12, hour.Next);
        return true;
    }

    // "7:30", "07.30", "19h30", "1930 hours".
    private static bool TryDigital(Sentence text, int i, out Clock clock)
    {
        clock = default;
        if (!text.IsDigits(i)) return false;
        var digits = text.Tokens[i].Plain;
        if (digits.Length > 2 || int.Parse(digits, null) is var hour && hour > 24) return false;
        var sign = text.IsGlued(i + 1) ? text.Tokens[i + 1].Plain : "";
        if (sign is not (":" or "." or "h") || !text.IsGlued(i + 2) || !text.IsDigits(i + 2)) return false;
        var rest = text.Tokens[i + 2].Plain;
        if (rest.Length != 2 || int.Parse(rest, null) is var minute && minute > 59 || hour == 24 && minute > 0) return false;
        var next = i + 3;
        if (sign == "." && (text.IsSign(next, ".") || text.IsSign(next, "/") || text.Has(next, Kind.Currency) || text.Has(next, Kind.Unit)
            || text.Has(next, Kind.Scale) || text.Has(next, Kind.Thing))) return false;
        clock = new Clock(hour, minute, 0, hour is >= 1 and <= 12
            && digits[0] != '0', next)
        { IsBare = sign == ".", IsWide = digits.Length == 2 && !text.IsOfBedtime || sign == "h" };
        return true;
    }

    private static bool TryHour(Sentence text, int i, out Clock clock)
    {
        clock = default;
        if (text.Has(i, Kind.Plus) || !NumberReader.TryPlain(text, i, 24, out var number))
        {
            // "साढ़े छह बजे", "डेढ़ बजे": a number with a fraction, which needs its mark.
            if (!NumberReader.TryRead(text, i, out number) || number.IsScaled || number.IsDigits || number.Value is < 0 or > 13
                || !text.Has(number.Next, Kind.HourMark) && !text.Has(i, Kind.Plus) && number.IsWhole) return false;
        }

        var minutes = (int)(number.Value * 60);
        clock = new Clock(minutes / 60, minutes % 60, 0, number.Value is >= 1 and < 13 && !number.Leads, number.Next)
        {
            IsBare = number.IsWhole || !(text.Has(i, Kind.Plus) && text.EndsAt(number.Next)) && !text.Has(number.Next, Kind.HourMark) && !IsPartNext(text, number.Next),
        };
        // "um", "una" are mostly articles: "me dá um resumo".
        if (clock.IsBare && text.Has(i, Kind.Article) && !text.Ends(i, Kind.At)) return text.Has(number.Next, Kind.HourMark) || IsPartNext(text, number.Next);
        if (number.Value is > 0 and < 1) clock = clock with { Hour = 12, IsOpen = true };
        return true;
    }

    private static bool IsPartNext(Sentence text, int i) => text.Has(i, Kind.Part) || text.Has(i, Kind.BarePart) || text.Has(i, Kind.Meridiem);

    private static bool Finish(Sentence text, ref Clock clock)
    {
        var i = clock.Next;
        var marked = text.Take(ref i, Kind.HourMark, out var mark);
        if (marked && mark.Text == "24" && text.Language is Languages.Spanish or Languages.Portuguese) clock = clock with { IsWide = true, IsBare = false };
        if (marked && (mark.Text != "24" || clock.IsOpen || clock.Hour > 12)) clock = clock with { IsBare = false };
        Minutes(text, ref i, ref clock, marked);
        if (text.Take(ref i, Kind.HourMark)) clock = clock with { IsBare = false };
        if (text.Take(ref i, Kind.Meridiem, out var meridiem))
        {
            if (clock.Hour is >= 1 and <= 12) clock = clock.In(meridiem.Value);
            clock = clock with { IsBare = false };
        }

        clock = clock with { Next = i };
        return clock.IsBare == false || !IsOtherThing(text, i);
    }

    // "seis y media", "oito e vinte", "ocho menos cuarto", "seven thirty", "שש וחצי".
    private static void Minutes(Sentence text, ref int i, ref Clock clock, bool marked)
    {
        if (clock.Minute > 0 || clock.Back > 0 || clock.Hour == 0 && !marked) return;
        if (text.Language != Languages.English && text.Has(i, Kind.AndHalf, out var half) && !text.Has(i + half.Length, Kind.Thing) && text.Take(ref i, Kind.AndHalf)) clock = clock with { Minute = 30, IsBare = false };
        else if (text.Take(ref i, Kind.AndQuarter)) clock = clock with { Minute = 15, IsBare = false };
        else if (text.Take(ref i, Kind.LessQuarter)) clock = clock with { Back = 15, IsBare = false };
        else if (text.Has(i, Kind.Less, out var less) && NumberReader.TryPlain(text, i + less.Length, 59, out var back) && back.Value > 0)
        {
            clock = clock with { Back = (int)back.Value, IsBare = false };
            i = back.Next;
        }
        else
        {
            var at = i;
            var joined = text.Take(ref at, Kind.And) || text.Take(ref at, Kind.AfterHour);
            if (!NumberReader.TryPlain(text, at, 59, out var minute) || minute.IsDigits
                || text.Tokens[i - 1].IsDigits && !(joined && IsSaidSo(text))) return;
            if (joined ? minute.Value is not (5 or 10 or 15 or 20 or 25 or 30 or 35 or 40 or 45 or 50 or 55) : minute.Value < 10) return;
            clock = clock with { IsBare = clock.IsBare && !text.Ends(at, Kind.AfterHour) };
            at = minute.Next;
            if (joined && minute.Value is 5 or 10 && clock.IsBare && text.Has(at, Kind.HourMark)) return;
            text.Take(ref at, Kind.Unit);
            clock = clock with { Minute = (int)minute.Value, IsBare = clock.IsBare && joined };
            i = at;
        }
    }

    // "às 8 e quinze", "a las 8 y veinte": the hour in digits, its minutes in words.
    private static bool IsSaidSo(Sentence text) => text.Language is Languages.Spanish or Languages.Portuguese;

    /// <summary>What follows says that the number is no hour.</summary>
    private static bool IsOtherThing(Sentence text, int i) =>
        text.Has(i, Kind.Unit) || text.Has(i, Kind.Currency) || text.Has(i, Kind.Scale) || text.Has(i, Kind.Times) || text.Has(i, Kind.Thing)
        || text.Has(i, Kind.Month) || text.Has(i, Kind.OrdinalMark) || text.IsSign(i, "%") || text.IsSign(i, "/") || text.Has(i, Kind.AndHalf)
        || text.IsSign(i, ".") && text.IsGlued(i + 1) && text.IsDigits(i + 1) || text.IsSign(i, ",") && text.IsGlued(i + 1) && text.IsDigits(i + 1);
}
