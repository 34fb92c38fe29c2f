using WhatsAppBots.Understanding.Numbers;
using WhatsAppBots.Understanding.Recurrences;
using WhatsAppBots.Understanding.Times;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Reading;

/// <summary>Goes over a text once and takes at each place what fits there first.</summary>
internal static class Finder
{
    // Times of one day that are told in a row.
    private const int MostHours = 6;

    public static List<Finding> Find(Sentence text, TextContext context)
    {
        var found = new List<Finding>();
        for (var i = 0; i < text.Count;)
        {
            if (text.Has(i, Kind.Plain, out var plain))
            {
                i += plain.Length;
                continue;
            }

            // "café da manhã" holds no morning, "ארוחת צהריים" no noon.
            if (MealAt(text, i) is > 1 and var words)
            {
                i += words;
                continue;
            }

            var taken = At(text, i, context, found);
            if (taken is { } finding && finding.Next > i) found.Add(finding);
            i = taken is { } some && some.Next > i ? some.Next : i + 1;
        }

        return JoinDurations(text, OneAmount(found));
    }

    private static int MealAt(Sentence text, int i)
    {
        var words = 0;
        if (text.Has(i, Kind.Early, out var early)) words = early.Length;
        if (text.Has(i, Kind.Late, out var late)) words = Math.Max(words, late.Length);

        // "at lunch and dinner" are parts of the day; "lunch at one" is a thing.
        if (text.Has(i, Kind.Meal, out var meal) && !text.Has(i - 1, Kind.At) && !text.Has(i - 1, Kind.On) && !text.Has(i - 1, Kind.And) && !text.Has(i + meal.Length, Kind.And)) words = Math.Max(words, meal.Length);
        return words;
    }

    private static Finding? At(Sentence text, int i, TextContext context, List<Finding> found)
    {
        if (text.Has(i, Kind.InsteadOf, out var instead) && MomentReader.TryRead(text, i + instead.Length, context.Local, true, out var old)) return new Finding(i, old.Next);
        if (text.Has(i, Kind.TimesWord, out var many) && many.Value > 1 && IsOfEachDay(text, i + many.Length, found)) return new Finding(i, i + many.Length) { Count = new Count(many.Value, null, false) };
        if (TryTimesADay(text, i, out var often)) return often;
        if (PartsReader.TryRead(text, i, found, out var half)) return new Finding(i, half.Next) { Time = half };
        if (text.Tokens[i].IsSign && text.At(i).Count == 0 && text.Tokens[i].Plain != "+") return null;
        if (RecurrenceReader.TryRead(text, i, found.Count > 0 && (found[^1].Count is not null || found[^1].Length is not null), out var recurrence, out var next, out var part))
            return new Finding(i, next) { Recurrence = recurrence, Time = part is null ? null : new SaidTime(i, next) { Part = part, IsRecurring = true } };
        // "a week today" is a day, and neither a length nor today.
        if (text.Has(i, Kind.Day, out var named) && named.Length > 2
            && MomentReader.TryRead(text, i, context.Local, false, out var said)) return new Finding(i, said.Next) { Time = said };
        if (SpanReader.TryMoment(text, i, context, out said))
        {
            said = WithClock(text, said, context) ?? said;
            return new Finding(i, said.Next) { Time = said };
        }

        if (SpanReader.TryLength(text, i, out var length, out next)) return new Finding(i, next) { Length = length };
        if (RangeReader.TryRead(text, i, context.Local, out said)) return new Finding(i, said.Next) { Time = said };
        if (AmountReader.TryRead(text, i, out var amount, out next)) return new Finding(i, next) { Amount = amount };
        if (MomentReader.TryRead(text, i, context.Local, IsLed(text, i, found), out said)) return new Finding(i, said.Next) { Time = said };
        return CountReader.TryRead(text, i, out var count, out next) ? new Finding(i, next) { Count = count } : null;
    }

    // "3 times a day", "3x ao dia", "दिन में पाँच बार", "roz 200 baar": each day, and how often.
    private static bool TryTimesADay(Sentence text, int i, out Finding finding)
    {
        finding = new Finding(i, i);
        var at = i;
        var isDaily = (text.Has(at, Kind.ADay) || text.Has(at, Kind.Daily)) && text.TakeAny(ref at, out _, Kind.ADay, Kind.Daily);
        if (isDaily && text.Take(ref at, Kind.TimesWord, out var word) && word.Value > 1 && !text.Has(at, Kind.AWeek))
        {
            finding = new Finding(i, at) { Recurrence = new Recurrence(), Count = new Count(word.Value, null, false) };
            return true;
        }

        if (!NumberReader.TryPlain(text, at, 1000, out var number) || number.Value < 2) return false;
        at = number.Next;
        if (text.Has(at, Kind.Unit, out var unit) && unit.Value == 3 || !text.Take(ref at, Kind.Times, out var times) || text.Has(at, Kind.AWeek)) return false;
        if (text.IsSign(at, "/") && !text.Has(at, Kind.ADay)) at++;
        if (!isDaily && !text.TakeAny(ref at, out _, Kind.ADay, Kind.Daily)) return false;
        finding = new Finding(i, at) { Recurrence = new Recurrence(), Count = new Count(number.Value, times.Length > 0 ? text.Text[text.Tokens[number.Next].Start..text.Tokens[number.Next].End] : null, false) };
        return true;
    }

    // "twice a day", "दिन में दो बार": how often, of each day; of a week it is days.
    private static bool IsOfEachDay(Sentence text, int next, List<Finding> found) =>
        (text.Has(next, Kind.ADay) || text.Has(next, Kind.Daily) || found is [.., { Recurrence: { TimesAWeek: null } }] && found[^1].Next >= next - 3)
        && !text.Has(next, Kind.AWeek);

    // "in 3 days at 7".
    private static SaidTime? WithClock(Sentence text, SaidTime said, TextContext context)
    {
        if (!said.IsDayOnly || !MomentReader.TryRead(text, said.Next, context.Local, false, out var clock)) return null;
        if (clock.Day is not null || clock.Clock is null && clock.Part is null || clock.Role != MomentRole.At) return null;
        return said with { Clock = clock.Clock, Part = clock.Part, Next = clock.Next };
    }

    /// <summary>A number alone is an hour where it is all there is, or stands behind a recurrence, another hour and "and", or "to".</summary>
    private static bool IsLed(Sentence text, int i, List<Finding> found)
    {
        if (!text.IsDigits(i) && !text.Has(i, Kind.Number)) return false;
        if (!NumberReader.TryPlain(text, i, 24, out var number)) return false;
        if (LeadsToClock(text, number.Next)) return true;
        if (!text.EndsAt(number.Next) && !text.Has(number.Next, Kind.For) && !(text.Has(number.Next, Kind.And) && i > 0 && text.IsSign(i - 1, ","))) return false;
        if (i == 0) return number.Next == text.Count || text.Tokens.Skip(number.Next).All(token => token.IsSign);
        var before = found.Count > 0 ? found[^1] : null;
        if (before is { Recurrence: not null } && before.Next >= i - 1) return true;
        if (before is { Time.Clock: not null } && before.Next == i - 1 && (text.Has(i - 1, Kind.And) || text.IsSign(i - 1, ","))) return true;
        return text.Has(i - 1, Kind.To) && text.Count == number.Next && !text.IsGlued(i);
    }

    // "8 और 20 बजे", "7, 14 aur 21 baje", "8 and 8pm": the last tells that those before are hours as well.
    private static bool LeadsToClock(Sentence text, int i)
    {
        for (var hours = 0; hours < MostHours; hours++)
        {
            if (!text.Take(ref i, Kind.And) && !(text.IsSign(i, ",") && ++i > 0)) return false;
            text.Take(ref i, Kind.And);
            for (var words = 0; words < 2 && text.TakeAny(ref i, out _, Kind.At, Kind.Part); words++) { }
            if (ClockReader.TryRead(text, i, out var clock) && !clock.IsBare) return true;
            if (!NumberReader.TryPlain(text, i, 24, out var number)) return false;
            i = number.Next;
        }

        return false;
    }

    // "50 bucks that I run 5k": of two sums, the one without a currency is none.
    private static List<Finding> OneAmount(List<Finding> found) => found.Exists(finding => finding.Amount is { Currency: not null })
        ? found.ConvertAll(finding => finding.Amount is { Currency: null } amount ? finding with { Amount = null, Count = new Count(amount.Minor / 100m, null, false) } : finding)
        : found;

    // "every day … for a month", "ek mahine tak roz": of the recurrence.
    private static List<Finding> JoinDurations(Sentence text, List<Finding> found)
    {
        var recurring = found.FindIndex(finding => finding.Recurrence is not null);
        if (recurring < 0) return found;
        var duration = found.FindIndex(finding =>
            finding.Length is { Anchor: null } length && !length.Period.HasTimeComponent && length.Period.HasDateComponent && IsFor(text, finding));
        if (duration < 0) return found;
        found[recurring] = found[recurring] with { Recurrence = found[recurring].Recurrence! with { For = found[duration].Length!.Period } };
        found[duration] = found[duration] with { Length = null };
        return found;
    }

    private static bool IsFor(Sentence text, Finding finding) =>
        text.Has(finding.Start, Kind.For) || text.Has(finding.Start - 1, Kind.For) || text.Has(finding.Next, Kind.UntilAfter) || text.Has(finding.Next, Kind.For);
}
