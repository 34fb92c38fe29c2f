using System.Globalization;
using NodaTime;
using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Days;

/// <summary>Reads dates: "25 Dec", "December 25th, 2027", "25 de diciembre", "3/4", "2026-12-25", "the 5th", "5 तारीख".</summary>
internal static class DateReader
{
    public static bool TryRead(Sentence text, int i, LocalDate today, bool led, out Day day) =>
        TryIso(text, i, out day) || TrySlashed(text, i, today, led, out day) || TryMonth(text, i, today, out day) || TryDayOfMonth(text, i, today, out day)
        || led && TryLate(text, i, today, out day);

    // "on 28": no hour is called that.
    private static bool TryLate(Sentence text, int i, LocalDate today, out Day day)
    {
        day = default;
        if (!text.IsDigits(i) || !text.EndsAt(i + 1) || text.IsGlued(i + 1) && text.IsDigits(i + 2) || !NumberReader.TryPlain(text, i, 31, out var number) || number.Value < 25) return false;
        day = new Day([Calendar.NextDayOfMonth(today, (int)number.Value)], number.Next);
        return true;
    }

    /// <summary>The day of a month alone: "the 5th", "el 5", "dia 5", "5 तारीख".</summary>
    public static bool TryNumber(Sentence text, int i, out int day, out int next)
    {
        (day, next) = (0, i);
        var named = text.Take(ref i, Kind.The);
        var marked = text.Take(ref i, Kind.DayNumber);
        if (text.Has(i, Kind.Ordinal, out var word) && text.Tokens[i].IsWord)
        {
            next = i + word.Length;
            day = (int)word.Value;
            marked |= text.Take(ref next, Kind.DayNumber);
            return marked || named && !text.IsWord(next);
        }

        if (!NumberReader.TryPlain(text, i, 31, out var number) || number.Value < 1) return false;
        if (!number.IsDigits && !marked && !text.Has(number.Next, Kind.DayNumber)) return false;
        next = number.Next;
        day = (int)number.Value;
        marked |= text.Take(ref next, Kind.OrdinalMark);
        marked |= text.Take(ref next, Kind.DayNumber);

        // "el 28".
        return marked || named && text.Tokens[next - 2].Plain == "el"
            && (text.EndsAt(next) || text.Has(next, Kind.At, out var at) && at.Length > 1)
            && !(text.IsGlued(next) && text.IsDigits(next + 1));
    }

    private static bool TryDayOfMonth(Sentence text, int i, LocalDate today, out Day day)
    {
        day = default;
        if (!TryNumber(text, i, out var number, out var next)) return false;
        day = new Day([Calendar.NextDayOfMonth(today, number)], next) { IsDayOfMonth = true };
        return true;
    }

    private static bool TryIso(Sentence text, int i, out Day day)
    {
        day = default;
        if (!IsJoined(text, i, "-", 2) || text.Tokens[i].Plain.Length != 4) return false;
        if (Calendar.InYear(Value(text, i), Value(text, i + 2), Value(text, i + 4)) is not { } date) return false;
        day = new Day([date], i + 5);
        return true;
    }

    private static bool TrySlashed(Sentence text, int i, LocalDate today, bool led, out Day day)
    {
        day = default;
        foreach (var sign in (string[])["/", ".", "-"])
        {
            var full = IsJoined(text, i, sign, 2);
            if (!full && !(IsJoined(text, i, sign, 1)
                && (sign == "/" || (led || IsFirstOfLine(text, i)) && sign == "." && text.Language == Languages.Hebrew))) continue;
            if (text.Tokens[i].Plain.Length > 2 || text.Tokens[i + 2].Plain.Length > 2) return false;
            var (first, second) = (Value(text, i), Value(text, i + 2));
            LocalDate? On(int month, int number) => full ? Calendar.InYear(Value(text, i + 4), month, number) : Calendar.NextDate(today, month, number);
            List<LocalDate> dates = [];
            if (On(second, first) is { } dayFirst) dates.Add(dayFirst);
            if (text.Language == Languages.English && sign == "/" && On(first, second) is { } monthFirst && !dates.Contains(monthFirst)) dates.Add(monthFirst);
            if (dates.Count == 0) return false;
            day = new Day(dates, i + (full ? 5 : 3));
            return true;
        }

        return false;
    }

    // "13.12 dentist 09:40": a line of a diary.
    private static bool IsFirstOfLine(Sentence text, int i) =>
        (i == 0 || text.Text.AsSpan(text.Tokens[i - 1].End, text.Tokens[i].Start - text.Tokens[i - 1].End).Contains('\n'))
        && text.IsWord(i + 3) && !text.IsGlued(i + 3) && !text.Has(i + 3, Kind.Thing) && !text.Has(i + 3, Kind.Unit);

    // "25 Dec", "25th of December", "Dec 25", "1º de enero".
    private static bool TryMonth(Sentence text, int i, LocalDate today, out Day day)
    {
        day = default;
        text.Take(ref i, Kind.The);
        text.Take(ref i, Kind.DayNumber);
        int number;
        if (text.Take(ref i, Kind.Month, out var month))
        {
            text.Take(ref i, Kind.Of);
            text.Take(ref i, Kind.The);
            if (!TryOrdinalOrNumber(text, ref i, out number)) return false;

            // "Dec 7 pm", "may 7:30": a time.
            if (text.Has(i, Kind.Meridiem) || text.IsSign(i, ":")) return false;
        }
        else
        {
            if (!TryOrdinalOrNumber(text, ref i, out number)) return false;
            for (var words = 0; words < 3 && text.TakeAny(ref i, out _, Kind.Of, Kind.On); words++) { }
            if (!text.Take(ref i, Kind.Month, out month)) return false;
        }

        var (at, year) = (i, -1);
        if (text.IsSign(at, ",")) at++;
        text.Take(ref at, Kind.Of);
        if (text.IsDigits(at) && text.Tokens[at].Plain.Length == 4 && Value(text, at) is >= 1900 and <= 2200 and var said) (year, i) = (said, at + 1);
        var date = year >= 0 ? Calendar.InYear(year, (int)month.Value, number) : Calendar.NextDate(today, (int)month.Value, number);
        if (date is null) return false;
        day = new Day([date.Value], i);
        return true;
    }

    private static bool TryOrdinalOrNumber(Sentence text, ref int i, out int value)
    {
        value = 0;
        if (text.Take(ref i, Kind.Ordinal, out var word))
        {
            value = (int)word.Value;
            return true;
        }

        if (!NumberReader.TryPlain(text, i, 31, out var number) || number.Value < 1) return false;
        (value, i) = ((int)number.Value, number.Next);
        text.Take(ref i, Kind.OrdinalMark);
        return true;
    }

    private static bool IsJoined(Sentence text, int i, string sign, int joints)
    {
        for (var joint = 0; joint <= joints; joint++)
        {
            if (!text.IsDigits(i + 2 * joint) || text.Tokens[i + 2 * joint].Plain.Length > 4) return false;
            if (joint < joints && !(text.IsSign(i + 2 * joint + 1, sign) && text.IsGlued(i + 2 * joint + 1) && text.IsGlued(i + 2 * joint + 2))) return false;
        }

        return true;
    }

    private static int Value(Sentence text, int i) => int.Parse(text.Tokens[i].Plain, CultureInfo.InvariantCulture);
}
