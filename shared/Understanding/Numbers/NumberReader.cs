using System.Globalization;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Numbers;

/// <summary>Reads numbers in digits and words: "1,00,000", "1.5 lakh", "twenty-five", "cento e vinte", "साढ़े तीन सौ", "עשרים וחמש".</summary>
internal static class NumberReader
{
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>A number with all that belongs to it.</summary>
    public static bool TryRead(Sentence text, int i, out Number number)
    {
        if (text.IsDigits(i)) return TryDigits(text, i, out number);
        return TryWords(text, i, out number);
    }

    /// <summary>A number, or an article that stands for one: "a week".</summary>
    public static bool TryReadOrArticle(Sentence text, int i, out Number number)
    {
        if (TryRead(text, i, out number)) return true;
        if (!text.Take(ref i, Kind.Article)) return false;
        number = new Number(1, i, false, false, false);
        return true;
    }

    /// <summary>Whole digits alone, without separators: an hour, a day of the month.</summary>
    public static bool TryPlain(Sentence text, int i, int most, out Number number)
    {
        number = default;
        if (text.IsDigits(i))
        {
            var digits = text.Tokens[i].Plain;
            if (digits.Length > 4 || int.Parse(digits, CultureInfo.InvariantCulture) is var value && value > most) return false;
            number = new Number(int.Parse(digits, CultureInfo.InvariantCulture), i + 1, true, false, digits.Length > 1 && digits[0] == '0');
            return true;
        }

        return TryWords(text, i, out number) && number.IsWhole && number.Value <= most && !number.IsScaled;
    }

    private static bool TryDigits(Sentence text, int i, out Number number)
    {
        number = default;
        var digits = text.Tokens[i].Plain;
        if (digits.Length > 12) return false;
        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);
        var leads = digits.Length > 1 && digits[0] == '0';
        i++;
        var (group, point) = text.Language is Languages.Spanish or Languages.Portuguese ? (".", ",") : (",", ".");
        i = Groups(text, i, group, digits.Length, ref value);
        if (IsSeparated(text, i, point) is { } fraction && fraction.Length <= 2
            || IsSeparated(text, i, ".") is { } other && (fraction = other).Length is 1 or 2)
        {
            value += decimal.Parse(fraction, CultureInfo.InvariantCulture) / (decimal)Math.Pow(10, fraction.Length);
            i += 2;
        }

        var scaled = false;
        while (value < Most && text.Has(i, Kind.Scale, out var scale))
        {
            value *= scale.Value;
            i += scale.Length;
            scaled = true;
        }

        number = new Number(value, i, true, scaled, leads);
        return value < Most;
    }

    // "1,500" and, in India, "1,50,000".
    private static int Groups(Sentence text, int i, string group, int first, ref decimal value)
    {
        if (first > 3) return i;
        var (end, sum, last) = (i, value, 0);
        while (IsSeparated(text, end, group) is { Length: 2 or 3 } part && sum < Most)
        {
            sum = sum * (part.Length == 3 ? 1000 : 100) + decimal.Parse(part, CultureInfo.InvariantCulture);
            last = part.Length;
            end += 2;
            if (last == 3) break;
        }

        while (last == 3 && IsSeparated(text, end, group) is { Length: 3 } more && sum < Most)
        {
            sum = sum * 1000 + decimal.Parse(more, CultureInfo.InvariantCulture);
            end += 2;
        }

        if (last != 3) return i;
        value = sum;
        return end;
    }

    private static string? IsSeparated(Sentence text, int i, string sign) =>
        text.IsSign(i, sign) && text.IsGlued(i) && text.IsDigits(i + 1) && text.IsGlued(i + 1) ? text.Tokens[i + 1].Plain : null;

    private static bool TryWords(Sentence text, int i, out Number number)
    {
        number = default;
        decimal total = 0, current = 0, plus = 0;
        var (any, scaled) = (false, false);
        if (text.Take(ref i, Kind.Plus, out var sense)) plus = sense.Value;
        if (plus != 0 && text.IsDigits(i))
        {
            if (!TryPlain(text, i, 1000, out var digits)) return false;
            current = digits.Value;
            any = true;
            i = digits.Next;
        }

        while (true)
        {
            var at = i;
            if (any && current % 10 == 0 && current > 0 && !text.Take(ref at, Kind.And) && text.IsSign(at, "-") && text.IsGlued(at) && text.IsGlued(at + 1)) at++;
            if (text.Has(at, Kind.Number, out sense) && (!any || Fits(current, sense.Value, total)))
            {
                current += sense.Value;
            }
            else if (text.Has(i, Kind.Scale, out sense) && text.Tokens[i].Plain.Length > 1 && current < 1000 && total < Most / 1000)
            {
                at = i;
                current = (current == 0 ? 1 : current) + (any ? plus : 0);
                plus = 0;
                scaled |= sense.Value >= 1000;
                if (sense.Value >= 1000)
                {
                    total += current * sense.Value;
                    current = 0;
                }
                else
                {
                    current *= sense.Value;
                }
            }
            else
            {
                break;
            }

            any = true;
            i = at + sense.Length;
        }

        if (!any) return false;
        number = new Number(total + current + plus, i, false, scaled, false);
        return true;
    }

    // "twenty five", "ciento veinte": the second is smaller than the first one's last place.
    private static bool Fits(decimal current, decimal next, decimal total) =>
        current == 0 && total > 0 || next > 0 && (next < 10 && current >= 20 && current % 10 == 0 || next < 100 && current >= 100 && current % 100 == 0);
}
