using System.Collections.Frozen;
using System.Globalization;

namespace WhatsAppBots.Contracts.Money;

/// <summary>
/// Amounts as people of a language write them: <c>$9</c>, <c>€12.90</c>, <c>R$ 49,90</c>, <c>12,90 €</c>, <c>₹1,199</c>, <c>KWD 1.250</c>. A table of our own,
/// since systems without ICU's data, or with an older one, would write them otherwise.
/// </summary>
public static class PriceText
{
    // Signs that nobody of the language takes for another currency's. Others are written by their code.
    private static readonly FrozenDictionary<string, string> _signs = Signs(
        "USD$ EUR€ GBP£ INR₹ BRLR$ ILS₪ JPY¥ KRW₩ VND₫ PHP₱ NGN₦ CADCA$ AUDA$ NZDNZ$ MXNMX$ HKDHK$ TWDNT$ CNYCN¥");

    // Where most of those who read it have a dollar or a peso of their own.
    private static readonly FrozenDictionary<string, string> _iberian = Signs("USDUS$ EUR€ GBP£ INR₹ BRLR$ ILS₪ JPY¥ KRW₩ CNYCN¥");

    private static readonly Form _english = new(_signs, SignFirst: true, HasSpace: false, Format(".", ",", 3));
    private static readonly Form _spanish = new(_iberian, SignFirst: false, HasSpace: true, Format(",", ".", 3), GroupsFrom: 10_000);
    private static readonly Form _portuguese = new(_iberian, SignFirst: true, HasSpace: true, Format(",", ".", 3));
    private static readonly Form _hindi = new(_signs, SignFirst: true, HasSpace: false, Format(".", ",", 3, 2));
    private static readonly Form _hebrew = new(_signs, SignFirst: false, HasSpace: true, Format(".", ",", 3));

    /// <summary>An amount with its currency. Whole amounts have no decimals, others have all of the currency's.</summary>
    /// <param name="minor">Minor units.</param>
    /// <param name="currency">ISO 4217, three letters in either case.</param>
    /// <param name="language">Two letters; one that is not ours, or null, is English.</param>
    public static string Of(long minor, string currency, string? language)
    {
        var form = language switch { "es" => _spanish, "pt" => _portuguese, "hi" => _hindi, "he" or "iw" => _hebrew, _ => _english };
        var (code, units) = (currency.ToUpperInvariant(), Math.Abs(Currencies.Units(minor, currency)));
        var decimals = units == decimal.Truncate(units) ? 0 : Currencies.Decimals(currency);
        var number = units.ToString((units < form.GroupsFrom ? "F" : "N") + decimals.ToString(CultureInfo.InvariantCulture), form.Numbers);
        var sign = form.Signs.GetValueOrDefault(code);
        var space = form.HasSpace || sign is null ? " " : "";
        return (minor < 0 ? "-" : "") + (form.SignFirst ? $"{sign ?? code}{space}{number}" : $"{number}{space}{sign ?? code}");
    }

    private static FrozenDictionary<string, string> Signs(string list) => list.Split(' ').ToFrozenDictionary(entry => entry[..3], entry => entry[3..]);

    private static NumberFormatInfo Format(string decimals, string groups, params int[] sizes) =>
        new() { NumberDecimalSeparator = decimals, NumberGroupSeparator = groups, NumberGroupSizes = sizes };

    private sealed record Form(
        FrozenDictionary<string, string> Signs, bool SignFirst, bool HasSpace, NumberFormatInfo Numbers, decimal GroupsFrom = 1000);
}
