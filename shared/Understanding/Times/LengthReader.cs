using NodaTime;
using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Reads lengths of time: "20 minutes", "an hour and a half", "1h30", "media hora", "डेढ़ घंटा", "שעתיים וחצי".</summary>
internal static class LengthReader
{
    // A hundred years, in each unit from seconds to years: more is no length people mean, nor one that calendars hold.
    private static readonly decimal[] _most = [100_000_000, 10_000_000, 876_000, 36_500, 5_200, 1_200, 100];

    public static bool TryRead(Sentence text, int i, out Period period, out int next)
    {
        (period, next) = (Period.Zero, i);
        decimal last = 6.5m;
        var any = false;
        while (TryOne(text, i, out var number, out var unit, out var end) && unit < last)
        {
            any = true;
            last = unit;
            var fits = true;
            if (text.Take(ref end, Kind.AndHalf)) number += 0.5m;
            else if (text.Take(ref end, Kind.AndQuarter)) number += 0.25m;
            else if (unit == 2 && IsClockMinutes(text, end)) (period, end, fits) = (period + Period.FromMinutes(int.Parse(text.Tokens[end].Plain, null)), end + 1, true);
            period += Of(number, (int)unit);
            next = i = end;
            var at = i;
            text.Take(ref at, Kind.And);
            if (text.IsSign(at, ",")) at++;
            i = at;
            if (!fits) break;
        }

        period = period.Normalize();
        return any && period != Period.Zero;
    }

    // "2h30".
    private static bool IsClockMinutes(Sentence text, int i) =>
        text.IsDigits(i) && text.IsGlued(i) && text.Tokens[i].Plain.Length == 2 && !text.Has(i + 1, Kind.Unit);

    private static bool TryOne(Sentence text, int i, out decimal number, out decimal unit, out int next)
    {
        (number, unit, next) = (0, 0, i);
        if (text.Take(ref i, Kind.Dual, out var dual))
        {
            (number, unit, next) = (2, dual.Value, i);
            return true;
        }

        var share = 0m;
        if (text.Take(ref i, Kind.Half)) share = 0.5m;
        else if (text.Take(ref i, Kind.Quarter)) share = 0.25m;
        if (share > 0)
        {
            text.Take(ref i, Kind.Of);
            text.Take(ref i, Kind.Article);
            if (!text.Take(ref i, Kind.Unit, out var whole)) return false;
            (number, unit, next) = (share, whole.Value, i);
            return true;
        }

        if (NumberReader.TryRead(text, i, out var many))
        {
            (number, i) = (many.Value, many.Next);
            if (text.Take(ref i, Kind.AndHalf)) number += 0.5m;
            else text.Take(ref i, Kind.More);
        }
        else
        {
            // "יום אחד": the number one stands behind.
            if (text.Language == Languages.Hebrew && text.Has(i, Kind.Unit, out var single) && text.Has(i + single.Length, Kind.Number, out var one) && one.Value == 1)
            {
                (number, unit, next) = (1, single.Value, i + single.Length + one.Length);
                return true;
            }

            // "hour and a half", "un cuarto de hora", "שעה".
            if (text.Take(ref i, Kind.Article))
            {
                if (text.Take(ref i, Kind.Half)) number = 0.5m;
                else if (text.Take(ref i, Kind.Quarter)) number = 0.25m;
                else number = 1;
                if (number < 1) text.Take(ref i, Kind.Of);
                if (number < 1) text.Take(ref i, Kind.Article);
            }
            else if (!IsAlone(text, i))
            {
                return false;
            }
            else
            {
                number = 1;
            }
        }

        text.Take(ref i, Kind.Whole);
        if (!text.Take(ref i, Kind.Unit, out var named)) return false;
        text.Take(ref i, Kind.Whole);
        if (number > _most[(int)named.Value]) return false;
        (unit, next) = (named.Value, i);

        // "dos horas y media" is two and a half hours; "3 hours a day" stays.
        if (named.Value == 2 && number == 1 && text.Has(i, Kind.Half)) text.Take(ref next, Kind.Half);
        return true;
    }

    // A unit without a number: Hebrew has no article, and others leave it out before "and a half".
    private static bool IsAlone(Sentence text, int i)
    {
        if (!text.Has(i, Kind.Unit, out var unit)) return false;
        return text.Language == Languages.Hebrew && text.Tokens[i].Plain is "שעה" or "דקה" or "שבוע" or "חודש" or "שנה" || text.Has(i + unit.Length, Kind.AndHalf);
    }

    private static Period Of(decimal number, int unit)
    {
        var whole = (long)decimal.Truncate(number);
        var rest = number - whole;
        return unit switch
        {
            0 => Period.FromSeconds(whole),
            1 => Period.FromMinutes(whole) + Period.FromSeconds((long)(rest * 60)),
            2 => Period.FromHours(whole) + Period.FromMinutes((long)(rest * 60)),
            3 => Period.FromDays((int)whole) + Period.FromHours((long)(rest * 24)),
            4 => Period.FromWeeks((int)whole) + Period.FromDays((int)(rest * 7)),
            5 => Period.FromMonths((int)whole) + Period.FromDays((int)(rest * 30)),
            _ => Period.FromYears((int)whole) + Period.FromMonths((int)(rest * 12)),
        };
    }
}
