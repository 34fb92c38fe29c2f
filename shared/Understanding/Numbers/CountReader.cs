using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Numbers;

/// <summary>Reads other numbers, with the word behind them: "8 glasses", "+2", "2 more".</summary>
internal static class CountReader
{
    public static bool TryRead(Sentence text, int i, out Count count, out int next)
    {
        (count, next) = (new Count(0, null, false), i);
        var added = false;
        if (text.IsSign(i, "+") && text.IsDigits(i + 1))
        {
            added = true;
            i++;
        }
        else if (text.Has(i, Kind.More, out var more) && NumberReader.TryReadOrArticle(text, i + more.Length, out _))
        {
            added = true;
            i += more.Length;
        }

        if (NumberReader.TryRead(text, i, out var number))
        {
            // "one" is mostly a pronoun, or an article.
            if (!number.IsDigits && number.Value == 1 && !IsThing(text, number.Next)) return false;
        }
        else if (!Half(text, i, out number) && !(NumberReader.TryReadOrArticle(text, i, out number) && (IsThing(text, number.Next) || added)))
        {
            return false;
        }

        i = number.Next;
        var value = number.Value;
        if (text.Take(ref i, Kind.AndHalf)) value += 0.5m;
        if (text.Has(i, Kind.More, out var after) && !text.Has(i, Kind.Thing))
        {
            added = true;
            i += after.Length;
        }

        next = i;
        count = new Count(value, Unit(text, ref next), added);
        if (text.Has(next, Kind.More, out after) && text.EndsAt(next + after.Length))
        {
            count = count with { IsAdded = true };
            next += after.Length;
        }

        return true;
    }

    private static bool IsThing(Sentence text, int i) => text.Has(i, Kind.Thing) || text.Has(i, Kind.More, out var more) && text.Has(i + more.Length, Kind.Thing);

    // "half a glass".
    private static bool Half(Sentence text, int i, out Number number)
    {
        number = default;
        if (!text.Take(ref i, Kind.Half)) return false;
        text.Take(ref i, Kind.Article);
        number = new Number(0.5m, i, false, false, false);
        return text.Has(i, Kind.Thing);
    }

    private static string? Unit(Sentence text, ref int i)
    {
        if (!text.IsWord(i)) return null;
        if (!text.Has(i, Kind.Thing))
        {
            foreach (var sense in text.At(i))
            {
                if (sense.Kind is not (Kind.Intent or Kind.WeekdayShort or Kind.Distress or Kind.Harmless or Kind.Meridiem)) return null;
            }
        }

        var token = text.Tokens[i];
        i++;
        return text.Text[token.Start..token.End];
    }
}
