using NodaTime;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

public sealed class WordingTests
{
    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["Asia/Kolkata"];

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Time_Said_IsReadBack(string language)
    {
        for (var minute = 0; minute < 1440; minute += 7)
        {
            var time = LocalTime.FromMinutesSinceMidnight(minute);
            var said = Wording.Of(time, language);
            var moment = Assert.Single(TextReader.Read(said, At(language, new LocalDate(2026, 11, 25))).Moments);
            Assert.True(moment.IsClear && moment.Likeliest.Time == time, said);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Date_Said_IsReadBack(string language)
    {
        var random = new Random(5);
        for (var turn = 0; turn < 400; turn++)
        {
            var today = new LocalDate(2026, 1, 1).PlusDays(random.Next(0, 800));
            var date = today.PlusDays(turn < 10 ? turn - 1 : random.Next(-1, 700));
            var said = Wording.Of(date, today, language);
            var moments = TextReader.Read(said, At(language, today)).Moments;
            Assert.True(moments is [{ IsClear: true, Likeliest: { HasDate: true, Time: null } moment }] && moment.Date == date, $"{today:R}: {said}: {string.Join(", ", moments.Select(each => each.Likeliest))}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Recurrence_Said_IsReadBack(string language)
    {
        var random = new Random(11);
        for (var turn = 0; turn < 500; turn++)
        {
            var recurrence = Any(random, turn);
            var said = Wording.Of(recurrence, language);
            var read = TextReader.Read(said, At(language, new LocalDate(2026, 11, 25))).Recurrences;
            Assert.True(read is [{ IsClear: true }] && read[0].Likeliest == recurrence, $"{recurrence}: {said}: {string.Join(", ", read.Select(each => each.Likeliest))}");
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Length_Said_IsReadBack(string language)
    {
        var random = new Random(13);
        for (var turn = 0; turn < 400; turn++)
        {
            var builder = new PeriodBuilder { Hours = random.Next(0, 24), Minutes = random.Next(0, 60) };
            if (turn % 3 == 0) builder = new PeriodBuilder { Months = random.Next(0, 12), Weeks = random.Next(0, 4), Days = random.Next(0, 7) };
            if (turn % 5 == 0) builder = new PeriodBuilder { Days = random.Next(0, 7), Hours = random.Next(1, 24) };
            var period = builder.Build();
            var said = Wording.Of(period, language);
            if (period.Normalize() == Period.Zero)
            {
                Assert.Empty(said);
                continue;
            }

            var lengths = TextReader.Read(said, At(language, new LocalDate(2026, 11, 25))).Lengths;
            Assert.True(lengths is [{ IsClear: true }] && lengths[0].Likeliest.Period.Normalize() == period.Normalize(), $"{period}: {said}: {string.Join(", ", lengths.Select(each => each.Likeliest))}");
        }
    }

    [Theory]
    [InlineData("en", "7:05 AM", "Friday, 25 December", "on Mondays, Wednesdays and Fridays", "2 hours 30 minutes", "Mon")]
    [InlineData("es", "07:05", "el viernes 25 de diciembre", "los lunes, los miércoles y los viernes", "2 horas 30 minutos", "lun")]
    [InlineData("pt", "07:05", "sexta-feira, 25 de dezembro", "às segundas, quartas e sextas", "2 horas 30 minutos", "seg")]
    [InlineData("hi", "07:05", "शुक्रवार, 25 दिसंबर", "हर सोमवार, बुधवार और शुक्रवार", "2 घंटे 30 मिनट", "सोम")]
    [InlineData("he", "07:05", "יום שישי, 25 בדצמבר", "בימי שני, רביעי ושישי", "שעתיים 30 דקות", "ב׳")]
    public void Everything_IsSaidAsPeopleSayIt(string language, string time, string date, string recurrence, string length, string day)
    {
        Assert.Equal(time, Wording.Of(new LocalTime(7, 5), language));
        Assert.Equal(date, Wording.Of(new LocalDate(2026, 12, 25), new LocalDate(2026, 11, 25), language));
        Assert.Equal(recurrence, Wording.Of(new Recurrence { Days = Weekdays.Monday | Weekdays.Wednesday | Weekdays.Friday }, language));
        Assert.Equal(length, Wording.Of(Period.FromMinutes(150), language));
        Assert.Equal(day, Wording.Abbreviate(IsoDayOfWeek.Monday, language));
    }

    [Fact]
    public void Date_OfAnotherYear_HasIt() =>
        Assert.Equal("Saturday, 2 January 2027", Wording.Of(new LocalDate(2027, 1, 2), new LocalDate(2026, 11, 25), "en"));

    private static Recurrence Any(Random random, int turn)
    {
        var recurrence = (turn % 5) switch
        {
            0 => new Recurrence { TimesAWeek = random.Next(1, 7) },
            1 => new Recurrence { EveryDays = random.Next(2, 31) },
            2 => new Recurrence { DayOfMonth = random.Next(1, 32) },
            3 => new Recurrence { EveryWeeks = random.Next(2, 9), Days = (Weekdays)random.Next(1, 127) },
            _ => new Recurrence { Days = (Weekdays)random.Next(1, 128) },
        };
        return turn % 11 == 0 ? recurrence with { For = Period.FromMonths(random.Next(1, 7)) } : recurrence;
    }

    private static TextContext At(string language, LocalDate today) => new(language, _zone, today.At(new LocalTime(10, 30)).InZoneStrictly(_zone).ToInstant());
}
