using System.Text.Json;
using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Nobody misses anything on the day they add it, and no report comes before there is something to report.</summary>
public sealed class FirstDayTests
{
    private static readonly DateTimeZone _madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];

    // A Sunday.
    private static readonly LocalDate _day = new(2026, 11, 29);

    [Theory]
    [InlineData("meditate every day at 7am")]
    [InlineData("water 8 glasses a day")]
    [InlineData("read every day")]
    [InlineData("meditate every day at 7am\nwater 8 glasses a day\nread before bed")]
    [InlineData("gym 3 times a week")]
    public void Evening_OnWhichAHabitIsAdded_BringsNothingMore(string text)
    {
        var person = Stranger(_day, "18:20", Ladder.Punish);
        person.Write(text, At(_day, "18:20"));
        var said = person.Said.Count;
        person.GoTo(At(_day.PlusDays(1), "06:59"));
        Assert.Empty(person.Texts(said));
        Assert.Empty(person.Told);
        Assert.Empty(person.Data.Strikes);
        Assert.Empty(person.Data.Punishments);
        Assert.All(person.Data.Habits, habit => Assert.NotEqual('m', habit.MarkOf(_day)));
    }

    [Theory]
    [InlineData("en", "meditate every day at 7am", "It starts tomorrow; if you do it today, that counts too.")]
    [InlineData("es", "meditar todos los días a las 7 de la mañana", "Primer día: mañana; si lo haces hoy, también cuenta.")]
    [InlineData("pt", "meditar todo dia às 7 da manhã", "Começa amanhã; se fizer hoje, também conta.")]
    [InlineData("hi", "रोज़ सुबह 7 बजे ध्यान", "शुरुआत कल से; आज कर लें तो वह भी गिना जाएगा।")]
    [InlineData("he", "מדיטציה כל יום ב-7 בבוקר", "ההתחלה: מחר; אם עושים כבר היום, גם זה נספר.")]
    public void Start_ThatIsOver_IsTomorrow_AndSaidSo(string language, string text, string line)
    {
        var person = Stranger(_day, "18:20", Ladder.Count, language);
        person.Write(text, At(_day, "18:20"));
        Assert.Contains(line, person.Texts()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Start_ThatIsToCome_IsRemindedOf_AndStillNoMiss()
    {
        var person = Stranger(_day, "18:20", Ladder.Punish);
        person.Write("read every day from 7pm to 9pm", At(_day, "18:20"));
        Assert.DoesNotContain("tomorrow", person.Texts()[0], StringComparison.Ordinal);
        person.GoTo(At(_day, "19:00"));
        Assert.Equal("⏰ Now:\n• Read, until 9:00 PM", person.Texts()[^1]);
        person.GoTo(At(_day, "23:00"));
        Assert.Empty(person.Data.Strikes);
    }

    [Fact]
    public void Mark_OnTheFirstDay_Counts()
    {
        var person = Stranger(_day, "18:20", Ladder.Punish);
        person.Write("meditate every day at 7am", At(_day, "18:20"));
        person.Write("done", At(_day, "18:30"));
        Assert.Contains("🔥 1 (best 1)", person.Texts()[^1], StringComparison.Ordinal);
        person.GoTo(At(_day.PlusDays(1), "06:00"));
        Assert.Equal(('d', 1), (person.Data.Habits[0].MarkOf(_day), person.Data.Habits[0].Streak));
    }

    [Fact]
    public void Mark_OfTheFirstDay_HeardTheDayAfter_Counts()
    {
        var person = Stranger(_day, "18:20", Ladder.Punish);
        person.Write("meditate every day at 7am", At(_day, "18:20"));
        person.Write("I meditated yesterday", At(_day.PlusDays(1), "06:30"));
        Assert.Equal(('d', 1), (person.Data.Habits[0].MarkOf(_day), person.Data.Habits[0].Streak));
    }

    [Fact]
    public void SecondDay_IsMissedLikeAnyOther()
    {
        var person = Stranger(_day, "18:20", Ladder.Punish);
        person.Write("meditate every day at 7am", At(_day, "18:20"));
        person.GoTo(At(_day.PlusDays(1), "21:10"));
        Assert.Equal(_day.PlusDays(1), Assert.Single(person.Data.Strikes).Day);
    }

    [Fact]
    public void OneDay_ThatIsToday_IsRemindedOf()
    {
        var person = Stranger(_day, "12:00", Ladder.Punish);
        person.Write("remind me to call home at 6pm today", At(_day, "12:00"));
        person.GoTo(At(_day, "18:00"));
        Assert.Contains("Call home", person.Texts()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OnTheFirstEvening_AsksForNothing()
    {
        var person = Stranger(_day, "18:20", Ladder.Count);
        person.Write("meditate every day at 7am", At(_day, "18:20"));
        person.Write("how am I doing?", At(_day, "18:25"));
        Assert.DoesNotContain("0 of 1", person.Texts()[^1], StringComparison.Ordinal);
    }

    // Added on a Wednesday, Thursday, Friday, Saturday: four, three, two, one day that counted by Sunday.
    [Theory]
    [InlineData(4, true)]
    [InlineData(3, true)]
    [InlineData(2, false)]
    [InlineData(1, false)]
    public void Report_OfAWeek_ComesFromThreeCountedDaysOn(int counted, bool comes)
    {
        var sunday = _day.PlusDays(7);
        var added = sunday.PlusDays(-counted);
        var person = Stranger(added, "18:20", Ladder.Count);
        person.Write("meditate every day at 7am", At(added, "18:20"));
        for (var day = added.PlusDays(1); day <= sunday; day = day.PlusDays(1)) person.Write("done", At(day, "08:00"));
        person.GoTo(At(sunday, "20:00"));
        var charts = person.Told.Where(told => told.Publish.Type == EventTypes.ChartAsked).ToList();
        Assert.Equal(comes ? 1 : 0, charts.Count);
        if (!comes) return;

        // The day on which it was added is none that was due.
        var chart = charts[0].Publish.Data.Deserialize(ContractsJson.Default.ChartAsked)!.Chart;
        Assert.Equal((counted, counted), (chart.Days.Sum(day => day.Done), chart.Days.Sum(day => day.Due)));
    }

    [Fact]
    public void FirstSentence_OfAStranger_BringsTwoMessagesAtMost_AndTheToneOnce()
    {
        var person = new HabitPerson("Europe/Madrid", At(_day, "18:20"));
        person.Write("meditate every day at 7am", At(_day, "18:20"));
        var texts = new HabitTexts("en", Tone.Gentle);
        Assert.Equal(2, person.Texts().Count);
        Assert.Equal(texts.AskTone, person.Texts()[1]);
        person.Write("read every day at 8pm", At(_day, "18:22"));
        Assert.Single(person.Texts(), texts.AskTone);
    }

    [Fact]
    public void Tone_AskedAtHello_IsNotAskedAgain()
    {
        var person = new HabitPerson("Europe/Madrid", At(_day, "18:20"));
        person.Write("hi", At(_day, "18:20"));
        var texts = new HabitTexts("en", Tone.Gentle);
        Assert.IsType<ButtonsMessage>(Assert.Single(person.Said).Say.Content);
        Assert.Contains(texts.AskTone, person.Texts()[0], StringComparison.Ordinal);
        person.Write("meditate every day at 7am", At(_day, "18:21"));
        Assert.Equal(2, person.Said.Count);
    }

    private static HabitPerson Stranger(LocalDate day, string time, Ladder ladder, string language = "en")
    {
        var data = new HabitData { Tone = Tone.Firm, Ladder = ladder, ZoneAsked = true };
        return new HabitPerson("Europe/Madrid", At(day, time) - Duration.FromMinutes(1), data, language);
    }

    private static Instant At(LocalDate day, string time) =>
        (day + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneLeniently(_madrid).ToInstant();
}
