using System.Collections.Frozen;
using System.Globalization;

namespace WhatsAppBots.Contracts.Money;

/// <summary>
/// Minor units by ISO 4217: how many decimals each currency has. https://www.six-group.com/en/products-services/financial-information/data-standards.html
/// </summary>
public static class Currencies
{
    // Decimals where they are not two.
    private static readonly FrozenDictionary<string, int> _decimals =
        "BIF0 CLP0 DJF0 GNF0 ISK0 JPY0 KMF0 KRW0 PYG0 RWF0 UGX0 UYI0 VND0 VUV0 XAF0 XOF0 XPF0 BHD3 IQD3 JOD3 KWD3 LYD3 OMR3 TND3 CLF4 UYW4"
            .Split(' ').ToFrozenDictionary(entry => entry[..3], entry => entry[3] - '0');

    private static readonly decimal[] _powers = [1, 10, 100, 1000, 10_000];

    /// <summary>Decimals of a currency: 0 for the yen, 3 for the Kuwaiti dinar, 2 for most.</summary>
    /// <param name="currency">ISO 4217, three letters in either case.</param>
    public static int Decimals(string currency) => _decimals.GetValueOrDefault(currency.ToUpperInvariant(), 2);

    /// <summary>An amount in whole units: 1500 of <c>JPY</c> is 1500, of <c>USD</c> 15.</summary>
    /// <param name="minor">Minor units.</param>
    public static decimal Units(long minor, string currency) => minor / _powers[Decimals(currency)];

    /// <summary>Amount and code as people read them, with all decimals of the currency: <c>15.00 USD</c>, <c>1500 JPY</c>, <c>5.500 KWD</c>.</summary>
    /// <param name="minor">Minor units.</param>
    public static string Text(long minor, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{Number(minor, currency)} {currency.ToUpperInvariant()}");

    /// <summary>The amount alone, with all decimals of the currency: <c>15.00</c>, <c>1500</c>.</summary>
    /// <param name="minor">Minor units.</param>
    public static string Number(long minor, string currency) =>
        Units(minor, currency).ToString("F" + Decimals(currency).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>
    /// Whether card networks take this amount: of three decimals the last must be 0. https://docs.stripe.com/currencies#three-decimal and
    /// https://razorpay.com/docs/payments/international-payments
    /// </summary>
    /// <param name="minor">Minor units.</param>
    public static bool IsPayable(long minor, string currency) => Decimals(currency) < 3 || minor % 10 == 0;
}
