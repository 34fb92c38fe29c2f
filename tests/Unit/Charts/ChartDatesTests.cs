using NodaTime;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Unit.Tests.Charts;

/// <summary>The line of dates below a chart's title, as the bot writes it.</summary>
public sealed class ChartDatesTests
{
    [Theory]
    [InlineData("en", "23 November – 29 November")]
    [InlineData("es", "23 de noviembre – 29 de noviembre")]
    [InlineData("pt", "23 de novembro – 29 de novembro")]
    [InlineData("hi", "23 नवंबर – 29 नवंबर")]
    [InlineData("he", "23 בנובמבר – 29 בנובמבר")]
    public void Dates_AreADayAndAMonthEach(string language, string dates) => Assert.Equal(dates, Reporting.DatesOf(new LocalDate(2026, 11, 23), language));

    // As wide as ChartDrawing lets it be, at the smallest size it may have.
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("pt")]
    [InlineData("hi")]
    [InlineData("he")]
    public void Dates_OfEveryWeek_AreNeverCut(string language)
    {
        for (var monday = new LocalDate(2025, 12, 29); monday.Year < 2028; monday = monday.PlusWeeks(1))
        {
            var dates = Reporting.DatesOf(monday, language);
            Assert.Equal(dates, Words.Fit(dates, 984, 42, 36, isBold: false).Text);
        }
    }
}
