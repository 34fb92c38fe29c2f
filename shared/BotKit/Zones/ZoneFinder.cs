using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.BotKit.Zones;

/// <summary>Time zones by place, by country and by phone number. Ids are IANA's, as the tz database in NodaTime has them.</summary>
public static class ZoneFinder
{
    private const int LongestPlace = 100;

    private static readonly TzdbDateTimeZoneSource _source = TzdbDateTimeZoneSource.Default;

    private static readonly ILookup<string, TzdbZoneLocation> _byCountry = _source.ZoneLocations!.ToLookup(place => place.CountryCode);

    private static readonly ILookup<string, string> _byCountryName =
        _source.ZoneLocations!.ToLookup(place => PlainText.Of(place.CountryName), place => place.CountryCode);

    private static readonly Dictionary<string, string> _byId =
        _source.CanonicalIdMap.Keys.GroupBy(PlainText.Of).ToDictionary(ids => ids.Key, ids => ids.First());

    private static readonly ILookup<string, string> _byCity = _source.ZoneLocations!
        .Select(place => place.ZoneId)
        .Concat(_source.CanonicalIdMap.Keys.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
        .ToLookup(CityOf, id => id);

    private static readonly string[] _largest =
    [
        "America/New_York", "America/Los_Angeles", "America/Mexico_City", "America/Sao_Paulo", "Europe/London", "Europe/Madrid",
        "Asia/Jerusalem", "Asia/Kolkata", "Asia/Singapore", "Australia/Sydney",
    ];

    // Where the first zone of the database's list is not where most people live.
    private static readonly Dictionary<string, string> _mainZones = new()
    {
        ["AU"] = "Australia/Sydney",
        ["BR"] = "America/Sao_Paulo",
        ["CA"] = "America/Toronto",
        ["RU"] = "Europe/Moscow",
        ["UA"] = "Europe/Kyiv",
        ["UZ"] = "Asia/Tashkent",
    };

    /// <summary>The zone most people with such a number live in; null for a number of no country.</summary>
    /// <param name="phone">International, digits only.</param>
    public static string? OfPhone(string? phone) => CallingCodes.CountryOf(phone) is { } country ? MainZoneOf(country) : null;

    /// <summary>Whether the country of a number keeps one time, so that the guess is none.</summary>
    public static bool IsSure(string? phone, DateTimeOffset now) => CallingCodes.CountryOf(phone) is { } country && OfCountry(country, now).Count == 1;

    /// <summary>Zones that fit what a person wrote: one for a city or a one-zone country, several for a large country, none.</summary>
    /// <param name="place">An IANA id, a city of one, or a country in English.</param>
    /// <param name="now">Zones of a country that keep the same time from now on are one.</param>
    public static IReadOnlyList<string> Find(string place, DateTimeOffset now)
    {
        if (place.Length > LongestPlace) return [];
        var plain = PlainText.Of(place);
        if (ZoneNames.Find(plain) is { Count: > 0 } named) return named;
        if (ZoneNames.Offset(place.Trim().ToLowerInvariant()) is { } minutes) return AtOffset(minutes, now);
        if (Country(plain) is { } country) return OfCountry(country, now);
        if (_byId.TryGetValue(plain, out var id)) return [id];
        return _byCity[plain.Replace(' ', '_')].Select(found => _source.CanonicalIdMap[found]).Distinct().ToList() is { Count: 1 } one ? one : [];
    }

    /// <summary>Zones to offer: those of the number's country, or some of the world's largest places.</summary>
    public static IReadOnlyList<string> Suggest(string? phone, DateTimeOffset now) =>
        CallingCodes.CountryOf(phone) is { } country && OfCountry(country, now) is { Count: > 1 } own
        ? own
        : _largest;

    /// <summary>The zone, if there is one of that id.</summary>
    public static DateTimeZone? Get(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    /// <summary>Hour and minute there, <c>14:05</c>.</summary>
    public static string TimeIn(string zone, DateTimeOffset now) =>
        Instant.FromDateTimeOffset(now).InZone(DateTimeZoneProviders.Tzdb[zone]).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The place an id names, for people: <c>Buenos Aires</c>.</summary>
    public static string PlaceOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static string? Country(string plain) =>
        ZoneNames.Country(plain) ?? _byCountryName[plain].FirstOrDefault();

    // Places whose clock shows that now, each rule of summer time once; where only sailors keep it, the offset itself.
    private static IReadOnlyList<string> AtOffset(int minutes, DateTimeOffset now)
    {
        var (here, later) = (Instant.FromDateTimeOffset(now), Instant.FromDateTimeOffset(now.AddDays(182)));
        var offset = Offset.FromSeconds(minutes * 60);
        var zones = _largest.Concat(_byCountry.Select(country => MainZoneOf(country.Key)).OfType<string>()).Concat(_source.ZoneLocations!.Select(place => place.ZoneId))
            .Where(id => OffsetOf(id, here) == offset).DistinctBy(id => OffsetOf(id, later)).ToList();
        return zones.Count > 0 ? zones : minutes % 60 == 0 && Get($"Etc/GMT{(minutes > 0 ? "-" : "+")}{Math.Abs(minutes) / 60}") is { } fixedZone ? [fixedZone.Id] : [];
    }

    // The main zone first, then those whose clock differs from all before, now or half a year on.
    private static List<string> OfCountry(string country, DateTimeOffset now)
    {
        var zones = _byCountry[country].Select(place => place.ZoneId).ToList();
        if (MainZoneOf(country) is { } main && zones.Remove(main)) zones.Insert(0, main);
        var (winter, summer) = (Instant.FromDateTimeOffset(now), Instant.FromDateTimeOffset(now.AddDays(182)));
        return [.. zones.DistinctBy(id => (OffsetOf(id, winter), OffsetOf(id, summer)))];
    }

    private static Offset OffsetOf(string zone, Instant at) => DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(at);

    private static string? MainZoneOf(string country) =>
        _mainZones.GetValueOrDefault(country) ?? _byCountry[country].FirstOrDefault()?.ZoneId;

    private static string CityOf(string id) => PlainText.Of(id[(id.LastIndexOf('/') + 1)..]);
}
