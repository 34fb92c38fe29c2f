using NodaTime;
using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Recurrences;

/// <summary>Reads what recurs: "every weekday", "mon wed fri", "3x a week", "daily except Sunday", "cada dos días", "हर सोमवार".</summary>
internal static class RecurrenceReader
{
    /// <param name="isBehindQuantity">A count or a length stood before: "a day" then means each.</param>
    /// <param name="part">"every evening": the part of each day.</param>
    public static bool TryRead(Sentence text, int i, bool isBehindQuantity, out Recurrence recurrence, out int next, out PartOfDay? part)
    {
        part = null;
        if (isBehindQuantity && text.Has(i, Kind.ADay, out var day) && !IsWeekday(text, i))
        {
            (recurrence, next) = (new Recurrence(), i + day.Length);
            return true;
        }

        // "din mein 8 glass": each day is said before the count.
        if (text.Language == Languages.Hindi && text.Has(i, Kind.ADay, out day) && IsQuantity(text, i + day.Length))
        {
            (recurrence, next) = (new Recurrence(), i + day.Length);
            return true;
        }

        if (!TryAllBut(text, i, out recurrence, out next) && !NthReader.TryRead(text, i, out recurrence, out next) && !MonthlyReader.TryRead(text, i, out recurrence, out next) && !TryPerWeek(text, i, out recurrence, out next)
            && !TryInterval(text, i, out recurrence, out next) && !TryDays(text, i, out recurrence, out next, out part)) return false;
        Except(text, ref recurrence, ref next);
        return true;
    }

    private static bool IsQuantity(Sentence text, int i)
    {
        text.Take(ref i, Kind.AtMost);
        return text.Has(i, Kind.TimesWord) || NumberReader.TryRead(text, i, out var number) && (text.Has(number.Next, Kind.Thing) || text.Has(number.Next, Kind.Times) || text.Has(number.Next, Kind.Unit));
    }

    // "three times a week", "thrice a week", "hafte mein 3 baar", "פעמיים בשבוע".
    private static bool TryPerWeek(Sentence text, int i, out Recurrence recurrence, out int next)
    {
        (recurrence, next) = (new Recurrence(), i);
        var week = text.Take(ref i, Kind.AWeek);
        if (text.Take(ref i, Kind.TimesWord, out var word))
        {
            next = i;
            if (!week && !text.Take(ref next, Kind.AWeek)) return text.Take(ref next, Kind.ADay);
            recurrence = new Recurrence { TimesAWeek = (int)word.Value };
            return true;
        }

        if (!NumberReader.TryPlain(text, i, 14, out var number) || number.Value < 1) return false;
        next = number.Next;
        var times = text.Take(ref next, Kind.Times) || text.Has(next, Kind.Unit, out var unit) && unit.Value == 3 && text.Take(ref next, Kind.Unit);
        if (text.IsSign(next, "/")) next++;
        if (!times || !week && !text.Take(ref next, Kind.AWeek) && !TakeWeek(text, ref next)) return false;

        // Seven times a week are every day.
        recurrence = number.Value >= 7 ? new Recurrence() : new Recurrence { TimesAWeek = (int)number.Value };
        return true;
    }

    // "3x week".
    private static bool TakeWeek(Sentence text, ref int i)
    {
        if (!text.Has(i, Kind.Unit, out var unit) || unit.Value != 4) return false;
        i += unit.Length;
        return true;
    }

    // "every other day", "every 3 days", "every two weeks on wednesday", "cada 2 semanas".
    private static bool TryInterval(Sentence text, int i, out Recurrence recurrence, out int next)
    {
        (recurrence, next) = (new Recurrence(), i);
        if (text.Take(ref next, Kind.EveryOtherDay))
        {
            recurrence = new Recurrence { EveryDays = 2 };
            return true;
        }

        if (TryFromTo(text, i, out var each, out var unitOf, out var behind))
        {
            next = behind;
            return Interval(text, each, unitOf, ref recurrence, ref next);
        }

        if (text.Take(ref next, Kind.EveryWeeks, out var weeks)) return Interval(text, (int)weeks.Value, 4, ref recurrence, ref next);
        var many = 0;
        if (text.Take(ref next, Kind.EveryOther)) many = 2;
        else if (!IsDaysOf(text, next) && text.Take(ref next, Kind.Every))
        {
            if (text.Take(ref next, Kind.Dual, out var dual)) return Interval(text, 2, (int)dual.Value, ref recurrence, ref next);
            if (NumberReader.TryPlain(text, next, 60, out var number) && number.Value >= 2) (many, next) = ((int)number.Value, number.Next);
            else if (text.Has(next, Kind.Ordinal, out var ordinal) && text.Has(next + ordinal.Length, Kind.Unit)) (many, next) = ((int)ordinal.Value, next + ordinal.Length);
            text.Take(ref next, Kind.OrdinalMark);
        }

        if (many == 0) return false;
        if (text.Take(ref next, Kind.Unit, out var unit)) return Interval(text, many, (int)unit.Value, ref recurrence, ref next);
        if (many != 2 || !WeekdayReader.TryRead(text, next, true, out var days, out next)) return false;
        recurrence = new Recurrence { EveryWeeks = 2, Days = days };
        return true;
    }

    // "de 8 em 8 horas", "de 3 en 3 días": every so many.
    private static bool TryFromTo(Sentence text, int i, out int many, out int unit, out int next)
    {
        (many, unit, next) = (0, 0, i);
        if (text.Language is not (Languages.Portuguese or Languages.Spanish) || i >= text.Count || text.Tokens[i].Plain != "de") return false;
        if (!NumberReader.TryPlain(text, i + 1, 60, out var first) || first.Next >= text.Count || text.Tokens[first.Next].Plain is not ("em" or "en")) return false;
        if (!NumberReader.TryPlain(text, first.Next + 1, 60, out var second) || first.Value != second.Value || first.Value < 2) return false;
        next = second.Next;
        if (!text.Take(ref next, Kind.Unit, out var named)) return false;
        (many, unit) = ((int)first.Value, (int)named.Value);
        return true;
    }

    // "בימי שני ורביעי": the days of Monday, not every second.
    private static bool IsDaysOf(Sentence text, int i) => text.Language == Languages.Hebrew && i < text.Count && text.Tokens[i].Plain is "ימי" or "בימי" or "בימים" or "ימים"
        && (text.Has(i + 1, Kind.Weekday) || text.Has(i + 1, Kind.WeekdayShort));

    private static bool Interval(Sentence text, int many, int unit, ref Recurrence recurrence, ref int next)
    {
        if (unit == 2 && many is >= 2 and <= 12)
        {
            recurrence = new Recurrence { EveryHours = many };
            return true;
        }

        if (unit is not (3 or 4) || many < 1) return false;
        if (unit == 3)
        {
            recurrence = many == 1 ? new Recurrence() : new Recurrence { EveryDays = many };
            return true;
        }

        var at = next;
        if (text.IsSign(at, ",")) at++;
        recurrence = new Recurrence { EveryWeeks = many };
        if (WeekdayReader.TryRead(text, at, true, out var days, out var end)) (recurrence, next) = (recurrence with { Days = days }, end);
        return true;
    }

    private static bool TryDays(Sentence text, int i, out Recurrence recurrence, out int next, out PartOfDay? part)
    {
        (recurrence, next, part) = (new Recurrence(), i, null);
        if (WeekdayReader.TryRead(text, i, false, out var days, out next))
        {
            recurrence = new Recurrence { Days = days };
            if (!text.Take(ref next, Kind.Weekly)) text.Take(ref next, Kind.AWeek);
            if (text.Take(ref next, Kind.BarePart, out var half)) part = (PartOfDay)(int)half.Value;
            return true;
        }

        next = i;
        if (text.Take(ref next, Kind.Daily)) return true;
        if (text.Take(ref next, Kind.EachHour))
        {
            recurrence = new Recurrence { EveryHours = 1 };
            return true;
        }

        if (text.Take(ref next, Kind.Weekly))
        {
            recurrence = WeekdayReader.TryRead(text, next, true, out days, out var end) ? new Recurrence { Days = days } : new Recurrence { TimesAWeek = 1 };
            if (recurrence.TimesAWeek is null) next = end;
            return true;
        }

        if (text.Take(ref next, Kind.EachPart, out var named))
        {
            part = (PartOfDay)(int)named.Value;
            return true;
        }

        if (!text.Take(ref next, Kind.Every)) return false;
        text.Take(ref next, Kind.The);
        if (text.TakeAny(ref next, out var each, Kind.Part, Kind.BarePart, Kind.ThisPart))
        {
            part = (PartOfDay)(int)each.Value;
            return true;
        }

        if (!text.Take(ref next, Kind.Unit, out var unit)) return false;
        if (unit.Value == 4) recurrence = new Recurrence { TimesAWeek = 1 };
        if (unit.Value == 2) recurrence = new Recurrence { EveryHours = 1 };
        return unit.Value is 2 or 3 or 4;
    }

    // "sunday chhod ke daily".
    private static bool TryAllBut(Sentence text, int i, out Recurrence recurrence, out int next)
    {
        recurrence = new Recurrence();
        if (!WeekdayReader.TryRead(text, i, true, out var days, out next) || !text.Take(ref next, Kind.ExceptAfter)) return false;
        if (text.IsSign(next, ",")) next++;
        recurrence = new Recurrence { Days = Understanding.Weekdays.All & ~days };
        return days != Understanding.Weekdays.All && text.Take(ref next, Kind.Daily);
    }

    // "ביום שלישי" is no "ביום".
    private static bool IsWeekday(Sentence text, int i) =>
        text.Has(i, Kind.Weekday) || text.Has(i, Kind.ADay, out var day) && (text.Has(i + day.Length, Kind.WeekdayShort) || text.Has(i + day.Length, Kind.Weekday));

    // "daily except Sunday", "todos los días menos el domingo", "रविवार छोड़कर".
    private static void Except(Sentence text, ref Recurrence recurrence, ref int next)
    {
        if (recurrence.TimesAWeek is not null || recurrence.EveryDays is not null || recurrence.DayOfMonth is not null || recurrence.Nth is not null) return;
        var i = next;
        if (text.IsSign(i, ",")) i++;
        var led = text.Take(ref i, Kind.Except);
        if (!WeekdayReader.TryRead(text, i, true, out var days, out var end)) return;
        if (!led && !text.Take(ref end, Kind.ExceptAfter)) return;
        if ((recurrence.Days & ~days) == Understanding.Weekdays.None) return;
        recurrence = recurrence with { Days = recurrence.Days & ~days };
        next = end;
    }
}
