using NodaTime;
using WhatsAppBots.Understanding.Days;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Reads lengths with what they are counted from: now ("in 2 hours", "3 days ago"), the deadline, the start.</summary>
internal static class SpanReader
{
    /// <summary>A moment counted from now.</summary>
    public static bool TryMoment(Sentence text, int start, TextContext context, out SaidTime said)
    {
        said = new SaidTime(start, start);
        var i = start;
        var ahead = text.TakeAny(ref i, out var lead, Kind.In, Kind.Within, Kind.After, Kind.Ago);
        if (!ahead && text.Take(ref i, Kind.Until, out lead)) ahead = text.Take(ref i, Kind.In);
        if (!ahead && lead.Length == 0) text.Take(ref i, Kind.For);
        if (!LengthReader.TryRead(text, i, out var period, out i)) return false;
        var past = ahead && lead.Kind == Kind.Ago
            || !ahead && text.Language != Languages.Hebrew && (text.Language != Languages.Hindi || text.IsPast) && text.Take(ref i, Kind.Ago);
        var role = lead.Kind is Kind.Within or Kind.Until ? MomentRole.By : MomentRole.At;
        if (!past)
        {
            // "30 min después de comer" goes on.
            var later = text.Has(i, Kind.Later, out var behind) && !text.Has(i + behind.Length, Kind.Of);
            if (later) i += behind.Length;
            if (!ahead && !later) return false;
            if (ahead && text.Has(i, Kind.AWeek)) return false;
        }

        said = said with { Next = i, Role = role };
        return TryCount(past ? -period : period, context, ref said);
    }

    // "meditar 7h", "acordar 6h": in Portuguese an hour of the day, where nothing lasts so long; "dormir 8h" and "7h de sono" do.
    private static bool IsHourOfDay(Sentence text, int i, int next, Period period)
    {
        if (text.Language != Languages.Portuguese || next - i is not (2 or 3) || text.Tokens[i + 1].Plain != "h" || !text.IsGlued(i + 1) || period.Hours < 5) return false;
        if (next - i == 3 && !(text.IsDigits(i + 2) && text.IsGlued(i + 2))) return false;
        if (text.Has(next, Kind.Of) || text.Has(next, Kind.ADay)) return false;
        return !text.Tokens.Any(token => token.Plain is "dormir" or "sono" or "jejum" or "trabalhar" or "estudar" or "estudo" or "jejuar" or "durmo" or "maximo" or "tela");
    }

    /// <summary>A length, alone or counted from a deadline or a start.</summary>
    public static bool TryLength(Sentence text, int start, out Length length, out int next)
    {
        (length, next) = (new Length(Period.Zero), start);
        var i = start;
        LengthAnchor? anchor = null;
        if (text.TakeAny(ref i, out var from, Kind.DeadlineFrom, Kind.StartFrom, Kind.EndFrom))
            anchor = from.Kind == Kind.StartFrom ? LengthAnchor.BeforeStart : LengthAnchor.BeforeDeadline;
        var lasting = text.Take(ref i, Kind.For);
        if (!LengthReader.TryRead(text, i, out var period, out next)) return false;

        if (!lasting && (IsHour(text, i, next, period) || IsHourOfDay(text, i, next, period))) return false;
        if (anchor is not null)
        {
            if (!text.TakeAny(ref next, out _, Kind.Before, Kind.UntilAfter, Kind.BeforeDeadline)) return false;
        }
        else if (text.TakeAny(ref next, out var behind, Kind.BeforeDeadline, Kind.BeforeStart, Kind.AfterIt))
        {
            anchor = behind.Kind switch
            {
                Kind.BeforeDeadline => LengthAnchor.BeforeDeadline,
                Kind.BeforeStart => LengthAnchor.BeforeStart,
                _ => LengthAnchor.After,
            };
        }
        else
        {
            // "1 hour before" says no more.
            var at = next;
            if (text.TakeAny(ref at, out var before, Kind.Before, Kind.UntilAfter) && before.Length > 0 && text.EndsAt(at)) (anchor, next) = (LengthAnchor.BeforeDeadline, at);
            else if (text.Take(ref at, Kind.After) && text.EndsAt(at)) (anchor, next) = (LengthAnchor.After, at);
        }

        length = new Length(period, anchor);
        return true;
    }

    // "23h", "7h da noite" are times of day.
    private static bool IsHour(Sentence text, int i, int next, Period period)
    {
        if (next != i + 2 || !text.IsDigits(i) || !text.IsGlued(i + 1) || text.Tokens[i + 1].Plain is not ("h" or "hs")) return false;
        if (text.Has(next, Kind.Part)) return true;
        var isLate = period.Hours + 24 * period.Days is >= 13 and <= 24;
        return isLate && (text.Language is Languages.Portuguese or Languages.Spanish || text.Count == 2);
    }

    private static bool TryCount(Period period, TextContext context, ref SaidTime said)
    {
        try
        {
            if (period.HasTimeComponent && !period.HasDateComponent)
            {
                said = said with { Exact = context.Now + period.ToDuration() };
                return true;
            }

            if (period.HasTimeComponent)
            {
                var at = context.Local + period;
                said = said with { Exact = at.InZoneLeniently(context.Zone).ToInstant() };
                return true;
            }

            said = said with { Day = new Day([context.Local.Date + period], said.Next), IsDayOnly = true };
            return true;
        }
        catch (Exception error) when (error is OverflowException or ArgumentException)
        {
            // Beyond what a calendar holds.
            return false;
        }
    }
}
