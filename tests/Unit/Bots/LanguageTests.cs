using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.Zones;

namespace WhatsAppBots.Unit.Tests.Bots;

public sealed class LanguageTests
{
    private static readonly DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Hi", "en")]
    [InlineData("I would like to train a model", "en")]
    [InlineData("Hola, ¿cómo estás?", "es")]
    [InlineData("quiero apostar 200 pesos", "es")]
    [InlineData("Olá, tudo bem?", "pt")]
    [InlineData("você pode me ajudar", "pt")]
    [InlineData("नमस्ते, मुझे मदद चाहिए", "hi")]
    [InlineData("mujhe habit add karna hai", "hi")]
    [InlineData("roz subah 7 baje meditation", "hi")]
    [InlineData("gym ho gaya", "hi")]
    [InlineData("שלום, מה נשמע?", "he")]
    [InlineData("OK שלום", "he")]
    [InlineData("ayuda", "es")]
    [InlineData("ajuda", "pt")]
    [InlineData("meditate every day at 7", "en")]
    [InlineData("drink water at 9", "en")]
    [InlineData("gym mon wed fri", "en")]
    [InlineData("call mum tomorrow at 5", "en")]
    [InlineData("walk 30 minutes every morning", "en")]
    [InlineData("caminar lunes y jueves", "es")]
    [InlineData("leer 20 páginas cada noche", "es")]
    [InlineData("correr segunda e quinta às 7", "pt")]
    [InlineData("beber 2 litros todos os dias", "pt")]
    [InlineData("12345", null)]
    [InlineData("Akiko", null)]
    [InlineData("👍", null)]
    public void Guess_Text(string text, string? language) => Assert.Equal(language, LanguageGuess.Of(text));

    [Theory]
    [InlineData("972521234567", "he")]
    [InlineData("34600111222", "es")]
    [InlineData("5215512345678", "es")]
    [InlineData("5511999998888", "pt")]
    [InlineData("18095551234", "es")]
    [InlineData("15550001111", "en")]
    [InlineData("919812345678", "en")]
    [InlineData(null, "en")]
    public void Country_OfPhone_DecidesWhereNothingElseDoes(string? phone, string language) =>
        Assert.Equal(language, CountryLanguages.OfPhone(phone));

    [Theory]
    [InlineData("919812345678", "Asia/Kolkata")]
    [InlineData("5511999998888", "America/Sao_Paulo")]
    [InlineData("972521234567", "Asia/Jerusalem")]
    [InlineData("15550001111", "America/New_York")]
    [InlineData("14165550000", "America/Toronto")]
    [InlineData("77012345678", "Asia/Almaty")]
    [InlineData("79161234567", "Europe/Moscow")]
    [InlineData("0", null)]
    [InlineData(null, null)]
    public void Zone_OfPhone(string? phone, string? zone) => Assert.Equal(zone, ZoneFinder.OfPhone(phone));

    [Theory]
    [InlineData("Madrid", "Europe/Madrid")]
    [InlineData("new york", "America/New_York")]
    [InlineData("São Paulo", "America/Sao_Paulo")]
    [InlineData("Asia/Calcutta", "Asia/Kolkata")]
    [InlineData("europe/london", "Europe/London")]
    [InlineData("India", "Asia/Kolkata")]
    [InlineData("ישראל", "Asia/Jerusalem")]
    [InlineData("uk", "Europe/London")]
    public void Zone_OfPlace(string place, string zone) => Assert.Equal([zone], ZoneFinder.Find(place, _now).Select(Canonical));

    [Fact]
    public void Zone_OfLargeCountry_AsksWhichClock() =>
        Assert.Equal(
            ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"],
            ZoneFinder.Find("United States", _now).Take(5));

    [Theory]
    [InlineData("EST", "America/New_York")]
    [InlineData("pst", "America/Los_Angeles")]
    [InlineData("CET", "Europe/Paris")]
    [InlineData("tokio", "Asia/Tokyo")]
    [InlineData("Nueva York", "America/New_York")]
    [InlineData("Nova York", "America/New_York")]
    [InlineData("मुंबई", "Asia/Kolkata")]
    [InlineData("תל אביב", "Asia/Jerusalem")]
    [InlineData("delhi", "Asia/Kolkata")]
    [InlineData("California", "America/Los_Angeles")]
    [InlineData("canarias", "Atlantic/Canary")]
    [InlineData("भारत", "Asia/Kolkata")]
    [InlineData("ישראל", "Asia/Jerusalem")]
    [InlineData("Japón", "Asia/Tokyo")]
    [InlineData("Inglaterra", "Europe/London")]
    public void Zone_AsPeopleCallIt_IsAPlaceWithItsSummerTime(string name, string zone) => Assert.Equal(zone, Assert.Single(ZoneFinder.Find(name, _now)));

    [Theory]
    [InlineData("UTC+5:30", "Asia/Kolkata")]
    [InlineData("gmt -3", "America/Sao_Paulo")]
    [InlineData("+9", "Asia/Tokyo")]
    public void Zone_OfAnOffset_IsOfferedAsPlaces(string offset, string zone) => Assert.Contains(zone, ZoneFinder.Find(offset, _now));

    [Fact]
    public void Zone_OfNowhere_IsNone() => Assert.Empty(ZoneFinder.Find("atlantis", _now));

    [Fact]
    public void Countries_OfAllCallingCodes_HaveAZone() =>
        Assert.DoesNotContain(null, Enumerable.Range(1, 9999).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Where(code => CallingCodes.CountryOf(code) is not null).Select(ZoneFinder.OfPhone));

    private static string Canonical(string zone) => NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.CanonicalIdMap[zone];
}
