using System.Collections.Concurrent;
using System.Globalization;

namespace WhatsAppBots.BotKit.Zones;

/// <summary>Currencies of countries, as ICU has them.</summary>
public static class CountryCurrencies
{
    private static readonly ConcurrentDictionary<string, string?> _known = new()
    {
        // The euro since January 2026, which ICU does not know everywhere yet.
        ["BG"] = "EUR",
    };

    /// <summary>ISO 4217 of what people pay in where a number is from; null where that is not known.</summary>
    /// <param name="phone">International, digits only.</param>
    public static string? OfPhone(string? phone) => CallingCodes.CountryOf(phone) is { } country ? Of(country) : null;

    /// <summary>ISO 4217 of a country's currency; null where it has none.</summary>
    /// <param name="country">ISO 3166, two capitals.</param>
    public static string? Of(string country) => _known.GetOrAdd(country, static country =>
    {
        try
        {
            return new RegionInfo(country).ISOCurrencySymbol is { Length: 3 } currency && currency != "XXX" ? currency : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    });
}
