using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Numbers;

/// <summary>Reads other numbers, with the word behind them: "8 glasses", "+2", "2 more".</summary>
internal static class CountReader
{
    private static readonly HashSet<string> _giving =
    [
        .. ("kar kr de bata jod laga hata rakh dila bana likh daal dal chhod chod rok mita badal set कर दे बता जोड़ लगा हटा रख दिला बना "
            + "लिख डाल छोड़ रोक मिटा बदल").Split(' ').Select(PlainText.Of),
    ];

    public static bool TryRead(Sentence text, int i, out Count count, out int next)
    {
        (count, next) = (new Count(0, null, false), i);
        var added = false;
        if (text.IsSign(i, "+") && text.IsDigits(i + 1))
        {
            added = true;
            i++;
        }
        else if (text.Has(i, Kind.More, out var more))
        {
            var isOne = text.Has(i + more.Length, Kind.Thing) && (more.Length > 1 || !text.Has(i, Kind.Number) && !text.Has(i, Kind.And));
            if (!isOne && !NumberReader.TryReadOrArticle(text, i + more.Length, out _)) return false;
            added = true;
            i += more.Length;
            if (isOne) return Finish(text, new Number(1, i, true, false, false), true, out count, out next);
        }

        // "קילומטר וחצי", "litro y medio": one and a half of it.
        if (text.Has(i, Kind.Thing, out var thing) && text.Has(i + thing.Length, Kind.AndHalf, out var half) && !text.IsDigits(i - 1) && !text.Has(i - 1, Kind.Number))
        {
            (count, next) = (new Count(1.5m, text.Text[text.Tokens[i].Start..text.Tokens[i + thing.Length - 1].End], false), i + thing.Length + half.Length);
            return true;
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

        // "vitamin b12", "d3": no number of anything.
        if (number.IsDigits && !added && IsOfWord(text, i)) return false;

        // "kar do", "बता दो": the word is "give" there, and no two.
        if (text.Language == Languages.Hindi && !number.IsDigits && number.Value == 2 && i > 0
            && _giving.Contains(text.Tokens[i - 1].Plain)) return false;

        // "aur 21 baje" is an hour.
        if (added && number.IsDigits && text.Has(number.Next, Kind.HourMark, out var mark) && mark.Text != "24") return false;

        // "25:99": what looks like an hour and is none counts nothing.
        if (text.IsSign(number.Next, ":") && text.IsDigits(number.Next + 1) || text.IsSign(i - 1, ":") && text.IsDigits(i - 2)) return false;

        // "कर दो": a number in words wants its thing.
        if (!number.IsDigits && !added && !text.Has(number.Next, Kind.More) && !text.Has(number.Next, Kind.AndHalf)
            && !(text.IsWord(number.Next) && IsUnit(text, number.Next)) && !(i == 0 && number.Next == text.Count)) return false;
        return Finish(text, number, added, out count, out next);
    }

    private static bool Finish(Sentence text, Number number, bool added, out Count count, out int next)
    {
        var i = number.Next;
        var value = number.Value;
        if (text.Take(ref i, Kind.AndHalf)) value += 0.5m;
        if (text.Has(i, Kind.More, out var after) && !text.Has(i, Kind.Thing))
        {
            added = true;
            i += after.Length;
        }

        next = i;
        var unit = Unit(text, ref next);

        // "a litre and a half".
        if (unit is not null && text.Has(next, Kind.AndHalf, out var half) && value == decimal.Truncate(value))
        {
            value += 0.5m;
            next += half.Length;
        }

        count = new Count(value, unit, added);
        if (text.Has(next, Kind.More, out after) && (text.EndsAt(next + after.Length) || text.Has(next + after.Length, Kind.Of)))
        {
            count = count with { IsAdded = true };
            next += after.Length;
        }

        // "ek cup chai aur".
        for (var word = next; word < next + 3 && text.IsWord(word) && !count.IsAdded; word++)
            if (text.Has(word + 1, Kind.More, out after) && word + 1 + after.Length >= text.Count) count = count with { IsAdded = true };
        return true;
    }

    // Digits behind one or two Latin letters, without a space; "x3" is three times.
    private static bool IsOfWord(Sentence text, int i) =>
        i > 0 && text.IsGlued(i) && text.Tokens[i - 1] is { IsWord: true, Plain: var word } && word.Length <= 2
            && word.All(char.IsAsciiLetter) && word != "x" && !text.Has(i - 1, Kind.Currency);

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

    private static bool IsUnit(Sentence text, int i) => text.Has(i, Kind.Thing)
        || text.At(i).All(sense => sense.Kind is Kind.Intent or Kind.WeekdayShort or Kind.Meridiem);

    private static string? Unit(Sentence text, ref int i)
    {
        if (!text.IsWord(i) || !IsUnit(text, i)) return null;
        var token = text.Tokens[i];
        i++;
        return text.Text[token.Start..token.End];
    }
}
