using System.Collections.Frozen;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Language;

/// <summary>What to speak while nothing the person wrote tells: the language of the number's country.</summary>
public static class CountryLanguages
{
    private static readonly FrozenSet<string> _spanish =
        "ES MX AR CO PE VE CL EC GT CU BO DO HN PY SV NI CR PA UY PR GQ".Split(' ').ToFrozenSet();

    private static readonly FrozenSet<string> _portuguese = "BR PT AO MZ CV GW ST TL".Split(' ').ToFrozenSet();

    /// <summary>English where the country speaks none of the others.</summary>
    public static string OfPhone(string? phone) => CallingCodes.CountryOf(phone) switch
    {
        "IL" => Languages.Hebrew,
        { } country when _spanish.Contains(country) => Languages.Spanish,
        { } country when _portuguese.Contains(country) => Languages.Portuguese,
        _ => Languages.English,
    };
}
