using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Numbers;

/// <summary>Reads money: "₹200", "fifty bucks", "1.5 lakh", "R$ 50", "5 mil reais", "bet 500".</summary>
internal static class AmountReader
{
    public static bool TryRead(Sentence text, int i, out Amount amount, out int next)
    {
        (amount, next) = (new Amount(0, null), i);
        var start = i;
        if (text.Take(ref i, Kind.Currency, out var before))
        {
            if (text.IsSign(i, ".") || text.IsSign(i, ":")) i++;
            return NumberReader.TryRead(text, i, out var number) && Make(text, number, before.Text, out amount, out next);
        }

        if (!NumberReader.TryReadOrArticle(text, i, out var sum)) return false;
        i = sum.Next;
        if (text.IsSign(i, "/") && text.IsSign(i + 1, "-")) i += 2;
        text.Take(ref i, Kind.Of);
        if (text.Take(ref i, Kind.Currency, out var behind)) return Make(text, sum with { Next = i }, behind.Text, out amount, out next);
        var isStake = text.Ends(start, Kind.StakeWord) || text.Has(sum.Next, Kind.StakeWord) || IsBeforeStake(text, sum.Next);
        if (text.Has(sum.Next, Kind.Thing) || !sum.IsDigits && sum.Value == 1) return false;
        return (sum.IsScaled && sum.Value >= 1000 || isStake && !text.Has(sum.Next, Kind.Unit) && !text.Has(sum.Next, Kind.Times))
            && Make(text, sum, null, out amount, out next);
    }

    // "500 की शर्त".
    private static bool IsBeforeStake(Sentence text, int i) => text.Has(i, Kind.Of, out var of) && text.Has(i + of.Length, Kind.StakeWord);

    private static bool Make(Sentence text, Number number, string? currency, out Amount amount, out int next)
    {
        // Pesos are of many countries.
        if (currency == "") currency = null;
        (amount, next) = (new Amount(0, currency), number.Next);
        var value = number.Value;
        if (currency is not null && text.Take(ref next, Kind.AndHalf)) value += 0.5m;
        var minor = decimal.Round(value * (currency == "JPY" ? 1 : 100));
        if (minor <= 0 || minor > long.MaxValue) return false;
        amount = new Amount((long)minor, currency);
        return true;
    }
}
