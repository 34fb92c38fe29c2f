using WhatsAppBots.Contracts.Money;

namespace WhatsAppBots.Money.Providers.Stripe;

/// <summary>
/// Amounts as Stripe counts them where that is not ISO 4217: two decimals for the króna and the Ugandan shilling, none for the ariary.
/// https://docs.stripe.com/currencies#special-cases
/// </summary>
internal static class StripeAmounts
{
    /// <summary>What Stripe is asked for.</summary>
    /// <param name="minor">Minor units by ISO 4217.</param>
    /// <exception cref="PaymentProviderException">Stripe cannot take exactly that.</exception>
    public static long Of(long minor, string currency)
    {
        var (times, over) = Factor(currency);
        return minor % over == 0 && Currencies.IsPayable(minor, currency)
            ? minor / over * times
            : throw new PaymentProviderException(isFinal: true, $"Stripe takes no {Currencies.Text(minor, currency)}: it is no whole amount there.");
    }

    /// <summary>Minor units by ISO 4217 of what Stripe tells; null where they are not whole.</summary>
    public static long? From(long? amount, string? currency)
    {
        if (amount is not { } told || currency is null) return amount;
        var (times, over) = Factor(currency);
        return told % times == 0 ? told / times * over : null;
    }

    private static (long Times, long Over) Factor(string currency) => currency.ToUpperInvariant() switch
    {
        "ISK" or "UGX" => (100, 1),
        "MGA" => (1, 100),
        _ => (1, 1),
    };
}
