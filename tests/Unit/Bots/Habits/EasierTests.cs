using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Two days that brought nothing bring an offer, no strikes; "fewer messages" brings two a day.</summary>
public sealed class EasierTests
{
    private static readonly DateTimeZone _madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];
    private static readonly LocalDate _day = new(2026, 5, 5);

    [Fact]
    public void SecondDay_OfMissesAlone_BringsAnOffer_AndNoStrikes()
    {
        var person = Of(Habit(1, "Reading", new(18, 0), new(20, 0)), Habit(2, "Water", null, new(21, 0)) with { Target = 8 });
        person.GoTo(At(_day, "23:00"));
        Assert.Equal(2, Assert.Single(person.Data.Strikes).Count);
        var said = person.Said.Count;
        person.GoTo(At(_day.PlusDays(2), "07:59"));
        Assert.Equal(_day, Assert.Single(person.Data.Strikes).Day);
        Assert.DoesNotContain(person.Texts(said), text => text.Contains("Missed", StringComparison.Ordinal));
        said = person.Said.Count;
        person.GoTo(At(_day.PlusDays(2), "08:00"));
        var offer = Assert.IsType<ListMessage>(person.Said[said].Say.Content);
        Assert.Equal("The last two days look like a lot. 💛 Nothing counts against you. Want to make it easier?", offer.Body);
        Assert.Equal(["Fewer days", "Smaller target", "Pause", "Keep it as it is"], offer.Sections[0].Rows.Select(row => row.Title));

        // Asked once, and let be for a week.
        person.GoTo(At(_day.PlusDays(7), "23:00"));
        Assert.Single(person.Texts(), offer.Body);
        Assert.Equal(_day, Assert.Single(person.Data.Strikes).Day);
    }

    [Fact]
    public void Mark_OnEitherDay_LeavesItAsItIs()
    {
        foreach (var marked in new[] { 0, 1 })
        {
            var person = Of(Habit(1, "Reading", new(18, 0), new(20, 0)), Habit(2, "Water", null, new(21, 0)) with { Target = 8 });
            person.Press(HabitIds.Count(2, 1), At(_day.PlusDays(marked), "12:00"));
            person.GoTo(At(_day.PlusDays(2), "12:00"));
            Assert.Equal(2, person.Data.Strikes.Single(strikes => strikes.Day == _day.PlusDays(1)).Count);
            Assert.DoesNotContain(person.Texts(), text => text.Contains("make it easier", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Mark_OfTheMorning_NeedsNoOffer()
    {
        var person = Of(Habit(1, "Reading", null, new(20, 0)));
        person.Press(HabitIds.Done(1), At(_day.PlusDays(2), "07:30"));
        person.GoTo(At(_day.PlusDays(2), "12:00"));
        Assert.DoesNotContain(person.Texts(), text => text.Contains("make it easier", StringComparison.Ordinal));
    }

    [Fact]
    public void Offer_LeadsToFewerDays_ASmallerTarget_OrAPause()
    {
        var person = Of(Habit(1, "Reading", null, new(20, 0)), Habit(2, "Water", null, new(21, 0)) with { Target = 8, Unit = "glasses" });
        var at = At(_day, "12:00");
        person.Press(HabitIds.FewerDays, at);
        var which = Assert.IsType<ButtonsMessage>(person.Said[^1].Say.Content).Buttons.Select(button => button.Id);
        Assert.Equal([HabitIds.Redays(1), HabitIds.Redays(2)], which);
        person.Press(HabitIds.Redays(1), at);
        person.Write("mon wed fri", at);
        Assert.Equal("Changed. *Reading*: on Mondays, Wednesdays and Fridays, until 8:00 PM.", person.Texts()[^1]);
        person.Press(HabitIds.Smaller, at);
        person.Write("4", at);
        Assert.Equal(4, person.Data.Habits[1].Target);
        person.Press(HabitIds.Easier, at);
        Assert.IsType<ListMessage>(person.Said[^1].Say.Content);
        person.Press(HabitIds.Keep, at);
        Assert.Equal("OK 👍", person.Texts()[^1]);
    }

    [Theory]
    [InlineData("en", "fewer messages", "👌 Fewer messages: your plan at 8:00 AM", "more messages", "👌 I'll remind you of each habit")]
    [InlineData("en", "Too many messages!", "👌 Fewer messages", "more messages please", "👌 I'll remind you")]
    [InlineData("es", "menos mensajes", "👌 Menos mensajes: tu plan a las 08:00", "más mensajes", "👌 Vuelvo a recordarte cada hábito.")]
    [InlineData("es", "demasiados mensajes", "👌 Menos mensajes", "mas mensajes", "👌 Vuelvo")]
    [InlineData("pt", "menos mensagens", "👌 Menos mensagens: seu plano às 08:00", "mais mensagens", "👌 Volto a lembrar cada hábito.")]
    [InlineData("pt", "mensagens demais", "👌 Menos mensagens", "todos os lembretes", "👌 Volto")]
    [InlineData("hi", "कम मैसेज", "👌 अब कम मैसेज: 08:00 बजे", "ज़्यादा मैसेज", "👌 अब हर आदत का रिमाइंडर")]
    [InlineData("hi", "bahut zyada message", "👌 अब कम मैसेज", "zyada message", "👌 अब हर")]
    [InlineData("he", "פחות הודעות", "👌 פחות הודעות: התוכנית ליום ב-08:00", "יותר הודעות", "👌 שוב אזכיר כל הרגל בנפרד.")]
    [InlineData("he", "יותר מדי הודעות", "👌 פחות הודעות", "כל התזכורות", "👌 שוב")]
    public void FewerMessages_Typed_IsTwoADay(string language, string fewer, string confirmed, string more, string again)
    {
        var habits = Data(Habit(1, "Reading", new(18, 0), new(20, 0)), Habit(2, "Gym", new(10, 0), new(21, 0)));
        var person = new HabitPerson("Europe/Madrid", At(_day, "06:00"), habits, language);
        person.Write(fewer, At(_day, "06:00"));
        Assert.StartsWith(confirmed, person.Texts()[^1], StringComparison.Ordinal);
        var said = person.Said.Count;
        person.GoTo(At(_day, "19:30"));
        var plan = Assert.Single(person.Said.Skip(said));
        Assert.Equal("08:00", plan.At.InZone(_madrid).TimeOfDay.ToString("HH:mm", null));
        person.Press(HabitIds.Done(1), At(_day, "19:30"));
        said = person.Said.Count;
        person.GoTo(At(_day.PlusDays(1), "07:59"));
        var evening = Assert.Single(person.Said.Skip(said));
        Assert.Equal("20:00", evening.At.InZone(_madrid).TimeOfDay.ToString("HH:mm", null));
        Assert.Contains("Gym", evening.Say.Content.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Reading", evening.Say.Content.Summary, StringComparison.Ordinal);

        // What was missed comes with the plan of the next morning.
        person.GoTo(At(_day.PlusDays(1), "08:00"));
        Assert.Contains("Gym", person.Texts()[^1].Split('\n')[0], StringComparison.Ordinal);
        person.Write(more, At(_day.PlusDays(1), "08:10"));
        Assert.StartsWith(again, person.Texts()[^1], StringComparison.Ordinal);
        said = person.Said.Count;
        person.GoTo(At(_day.PlusDays(1), "18:00"));
        Assert.Equal(2, person.Texts(said).Count);
    }

    [Fact]
    public void FewerMessages_InSettings_AreTurnedOnAndOff()
    {
        var person = Of(Habit(1, "Reading", null, new(20, 0)));
        person.Write("settings", At(_day, "09:00"));
        Assert.Contains(HabitIds.FewerMessages, Rows(person));
        Assert.EndsWith("Messages: for each habit", person.Texts()[^1], StringComparison.Ordinal);
        person.Press(HabitIds.FewerMessages, At(_day, "09:01"));
        person.Write("settings", At(_day, "09:02"));
        Assert.Contains(HabitIds.MoreMessages, Rows(person));
        Assert.EndsWith("Messages: morning and evening only", person.Texts()[^1], StringComparison.Ordinal);
        person.Press(HabitIds.MoreMessages, At(_day, "09:03"));
        Assert.False(person.Data.Digest);
    }

    [Fact]
    public void OneOff_OfWhoWantsFewerMessages_ComesAtItsTime()
    {
        var person = Of(Habit(1, "Reading", null, new(20, 0)));
        person.Write("fewer messages", At(_day, "12:00"));
        person.Write("remind me to call home at 6pm today", At(_day, "12:01"));
        person.GoTo(At(_day, "18:00"));
        Assert.Contains("Call home", person.Texts()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Pause_ThatIsToCome_LeavesThePlansBeforeIt()
    {
        var person = Of(Habit(1, "Reading", null, new(20, 0)));
        person.Write("fewer messages", At(_day, "12:00"));
        person.Write("pause from friday until monday", At(_day, "12:01"));
        Assert.Equal(new LocalDate(2026, 5, 8), person.Data.Pause!.From);
        person.GoTo(At(new(2026, 5, 11), "12:00"));
        Assert.Equal([5, 6, 7, 11], person.Said.Where(said => said.Say.Content.Summary.Contains("• Reading", StringComparison.Ordinal))
            .Select(said => said.At.InZone(_madrid).Day).Distinct());
    }

    private static IEnumerable<string> Rows(HabitPerson person) =>
        Assert.IsType<ListMessage>(person.Said[^1].Say.Content).Sections.SelectMany(section => section.Rows).Select(row => row.Id);

    private static HabitPerson Of(params Habit[] habits)
    {
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), Data(habits));
        person.Move("Europe/Madrid", At(_day, "00:01"));
        return person;
    }

    private static HabitData Data(params Habit[] habits) => new()
    {
        Tone = Tone.Firm, Ladder = Ladder.Punish, LastId = habits.Length, Habits = habits, Zone = "Europe/Madrid", ZoneAsked = true,
    };

    private static Habit Habit(int id, string name, LocalTime? start, LocalTime deadline) =>
        new() { Id = id, Name = name, Days = new(), Start = start, Deadline = deadline, Since = _day };

    private static Instant At(LocalDate day, string time) =>
        (day + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneLeniently(_madrid).ToInstant();
}
