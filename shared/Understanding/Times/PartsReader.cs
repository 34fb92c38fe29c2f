using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>Reads parts of the day that stand in a list: "morning and night", "at lunch and dinner", "mañana y noche".</summary>
internal static class PartsReader
{
    public static bool TryRead(Sentence text, int i, List<Finding> found, out SaidTime said)
    {
        said = new SaidTime(i, i);
        var at = i;
        for (var words = 0; words < 3 && text.TakeAny(ref at, out _, Kind.At, Kind.On, Kind.The); words++) { }
        if (!TakePart(text, ref at, out var part)) return false;

        // The second of two, or the first with another behind it.
        var isSecond = found is [.., { Recurrence: null, Time: { Clock: null, Day: null, SaidPart: not null } }] && Joins(text, found[^1].Next, i);
        var next = at;
        var isMeal = at > i + 1 && text.Has(i, Kind.At) && text.Has(at - 1, Kind.Meal) && text.EndsAt(at);
        if (!isMeal && !isSecond && !((text.Take(ref next, Kind.And) || text.IsSign(next, ",") && ++next > 0 || i > 0 && !text.Has(i - 1, Kind.Every)) && IsPart(text, next))) return false;
        said = said with { Part = part, Next = at };
        return true;
    }

    private static bool Joins(Sentence text, int end, int i)
    {
        var at = end;
        if (text.IsSign(at, ",")) at++;
        text.Take(ref at, Kind.And);
        return at == i;
    }

    private static bool IsPart(Sentence text, int at)
    {
        for (var words = 0; words < 3 && text.TakeAny(ref at, out _, Kind.At, Kind.On, Kind.The); words++) { }
        return TakePart(text, ref at, out _) && !text.IsDigits(at);
    }

    private static bool TakePart(Sentence text, ref int at, out PartOfDay part)
    {
        part = PartOfDay.Afternoon;
        if (text.Take(ref at, Kind.Noon)) return true;
        if (!text.TakeAny(ref at, out var named, Kind.Part, Kind.BarePart, Kind.Meal)) return false;
        part = (PartOfDay)(int)named.Value;
        return true;
    }
}
