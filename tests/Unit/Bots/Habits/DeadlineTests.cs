using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>What counts as done and what as missed, to the second.</summary>
public sealed class DeadlineTests
{
    private const string Madrid = "Europe/Madrid";

    private static readonly LocalDate _day = new(2026, 5, 5);

    [Theory]
    [InlineData("21:09:59", 'd')]
    [InlineData("21:10:00", 'd')]
    [InlineData("21:10:01", 'm')]
    public void Done_WithinTheGrace_Counts(string at, char mark)
    {
        var person = With(Habit(null, new(21, 0)));
        person.Press(HabitIds.Done(1), At(_day, at));
        person.GoTo(At(_day.PlusDays(1), "12:00:00"));
        Assert.Equal(mark, person.Data.Habits[0].MarkOf(_day));
    }

    [Fact]
    public void Word_OfTheLastSecond_IsHeardBeforeTheDayCloses()
    {
        var person = With(Habit(null, new(21, 0)));
        person.GoTo(At(_day, "20:30:00"));
        person.Hear(new ChoiceContent(HabitIds.Done(1), "") { Type = "interactive" }, At(_day, "21:10:00"), At(_day, "21:12:00"));
        Assert.Equal('d', person.Data.Habits[0].MarkOf(_day));
        Assert.Empty(person.Data.Strikes);
    }

    [Fact]
    public void Miss_OfWhoOptedOut_IsNoStrike()
    {
        var person = With(Habit(null, new(21, 0)));
        person.OptOut();
        person.GoTo(At(_day, "22:00:00"));
        Assert.Equal('m', person.Data.Habits[0].MarkOf(_day));
        Assert.Empty(person.Data.Strikes);
    }

    [Fact]
    public void Word_SentInTimeAndHeardLate_TakesTheMissBack()
    {
        var person = With(Habit(null, new(21, 0)));
        person.GoTo(At(_day, "21:20:00"));
        Assert.Equal((1, 1), (person.Data.Strikes[0].Count, person.Data.Punishments.Count));

        person.Send(new ChoiceContent(HabitIds.Done(1), "") { Type = "interactive" }, At(_day, "20:59:00"), At(_day, "21:30:00"));
        Assert.Equal(('d', 1, 0, 0), (person.Data.Habits[0].MarkOf(_day), person.Data.Habits[0].Streak, person.Data.Strikes[0].Count, person.Data.Punishments.Count));
    }

    [Fact]
    public void Host_ThatWasDownOverTheDeadline_MissesNothingForThem()
    {
        var person = With(Habit(null, new(21, 0)));
        person.GoTo(At(_day, "20:30:00"));
        person.Sleep(At(_day, "23:30:00"));
        Assert.Equal('f', person.Data.Habits[0].MarkOf(_day));
        Assert.Empty(person.Data.Strikes);
        Assert.DoesNotContain(person.Said, said => said.At > At(_day, "21:00:00") && said.Say.OutsideWindow?.Name == "habits_reminder");
    }

    [Theory]
    [InlineData("2026-05-06T00:08:00", "2026-05-05")]
    [InlineData("2026-05-06T00:10:00", "2026-05-06")]
    public void Done_AfterMidnight_IsForTheDayThatIsOpen(string at, string day)
    {
        var person = With(Habit(null, new(23, 59)));
        person.Press(HabitIds.Done(1), NodaTime.Text.LocalDateTimePattern.GeneralIso.Parse(at).Value.InZoneStrictly(Zone(Madrid)).ToInstant());
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        Assert.True(person.Data.Habits[0].DayOf(date).IsDone || person.Data.Habits[0].MarkOf(date) == 'd');
        Assert.Equal(1, person.Data.Habits[0].Streak);
    }

    [Fact]
    public void Night_OverMidnight_BelongsToTheDayItBegan()
    {
        var person = With(Habit(new(22, 0), new(6, 0)));
        person.Press(HabitIds.Done(1), At(_day.PlusDays(1), "05:30:00"));
        person.GoTo(At(_day.PlusDays(1), "12:00:00"));
        Assert.Equal('d', person.Data.Habits[0].MarkOf(_day));
    }

    [Fact]
    public void Streak_OfADayDoneBeforeTheOneBeforeIsMissed_BeginsWithIt()
    {
        var habit = Habit(new(8, 0), new(7, 59)) with { Streak = 5, Best = 5 };
        var person = With(habit with { Open = [new OpenDay(_day.PlusDays(1), IsDone: true)] });
        person.GoTo(At(_day.PlusDays(1), "09:00:00"));
        Assert.Equal(('m', 1, 5), (person.Data.Habits[0].MarkOf(_day), person.Data.Habits[0].Streak, person.Data.Habits[0].Lost));
    }

    [Theory]
    [InlineData("21:05:00", 1)]
    [InlineData("20:00:00", 0)]
    public void Habit_AddedAfterItsDeadline_BeginsTomorrow(string at, int days)
    {
        var person = new HabitPerson(Madrid, At(_day, "12:00:00"), new HabitData { Tone = Tone.Firm });
        person.Write("add reading every day", At(_day, at));
        Assert.Equal(_day.PlusDays(days), Assert.Single(person.Data.Habits).Since);

        // The day on which it was added is no miss, whenever it was.
        person.GoTo(At(_day.PlusDays(1), "20:00:00"));
        Assert.Empty(person.Data.Strikes);
        person.GoTo(At(_day.PlusDays(1), "21:11:00"));
        Assert.Equal(_day.PlusDays(1), Assert.Single(person.Data.Strikes).Day);
    }

    // Clocks go back from 03:00 to 02:00 on 25 October: 02:30 comes twice, and the later counts. On 29 March they skip it.
    [Theory]
    [InlineData("2026-10-25", "2026-10-25T01:40:00Z", "2026-10-25T01:41:00Z")]
    [InlineData("2026-03-29", "2026-03-29T01:40:00Z", "2026-03-29T01:41:00Z")]
    public void Deadline_WhenClocksChange_IsNeverTheEarlier(string day, string last, string over)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        foreach (var (at, mark) in new[] { (last, 'd'), (over, 'm') })
        {
            var instant = NodaTime.Text.InstantPattern.General.Parse(at).Value;
            var person = new HabitPerson(Madrid, instant - Duration.FromHours(3), Data(Habit(null, new(2, 30)) with { Since = date }));
            person.Move(Madrid, instant - Duration.FromHours(2));
            person.Press(HabitIds.Done(1), instant);
            person.GoTo(instant + Duration.FromHours(2));
            Assert.Equal(mark, person.Data.Habits[0].MarkOf(date));
        }
    }

    [Fact]
    public void Zone_ThatIsFurtherEast_JumpsOverADayWithoutAMiss()
    {
        var person = With(Habit(null, new(21, 0)));
        person.Move("Asia/Tokyo", At(_day, "16:00:00"));
        Assert.Equal('f', person.Data.Habits[0].MarkOf(_day));
        Assert.Empty(person.Data.Strikes);
    }

    [Fact]
    public void Zone_ThatIsFurtherWest_DoesNotAskForTheSameDayTwice()
    {
        var person = With(Habit(null, new(9, 0)));
        person.Press(HabitIds.Done(1), At(_day, "08:00:00"));
        person.GoTo(At(_day, "09:30:00"));
        var said = person.Said.Count;
        person.Move("America/Los_Angeles", At(_day, "09:30:00"));
        person.GoTo(At(_day, "20:00:00"));
        Assert.Equal(said, person.Said.Count);
        Assert.Equal(1, person.Data.Habits[0].Streak);
    }

    [Fact]
    public void Freezes_AreTwoAMonth()
    {
        var person = With([.. Enumerable.Range(1, 3).Select(id => Habit(null, new(21, 0)) with { Id = id, Name = $"h{id}" })]);
        foreach (var id in new[] { 1, 2, 3 }) person.Press(HabitIds.Skip(id), At(_day, "10:00:00"));
        person.GoTo(At(_day, "21:30:00"));
        Assert.Equal("ffm", string.Concat(person.Data.Habits.Select(habit => habit.MarkOf(_day))));
        person.Press(HabitIds.Skip(1), At(new(2026, 6, 1), "10:00:00"));
        Assert.True(person.Data.Habits[0].DayOf(new(2026, 6, 1)).IsFrozen);
    }

    [Fact]
    public void Timer_ThatFiresTwice_RemindsOnce()
    {
        var person = With(Habit(new(8, 0), new(21, 0)));
        person.GoTo(At(_day, "08:00:00"));
        var said = person.Said.Count;
        Assert.Equal(1, said);
        person.Sleep(At(_day, "08:00:00"));
        person.Sleep(At(_day, "08:00:02"));
        Assert.Equal(said, person.Said.Count);
    }

    [Fact]
    public void Strikes_ClimbTheLadder_AndThePartnerHearsOfWhatIsSharedAlone()
    {
        var person = new HabitPerson(Madrid, At(_day, "12:00:00"), Data([.. Enumerable.Range(1, 4).Select(id => Habit(null, new(18, id)) with { Id = id, Name = $"h{id}", IsShared = id % 2 == 0 })])
            with
        { Partner = new Partner(99, "Bo") });
        person.Move(Madrid, At(_day, "12:00:00"));
        person.GoTo(At(_day, "18:12:00"));
        Assert.Equal([PunishmentKind.Walk, PunishmentKind.Run], person.Data.Punishments.Select(each => each.Kind));
        Assert.Empty(person.Told);

        person.GoTo(At(_day, "20:00:00"));
        Assert.Equal(
            ["h2,h4 4"],
            person.Told.Select(told => $"{string.Join(",", told.Publish.Data.GetProperty("habits").EnumerateArray())} {told.Publish.Data.GetProperty("strikes")}"));
        Assert.All(person.Told, told => Assert.Equal((EventTypes.PartnerNews, 99L), (told.Publish.Type, told.Publish.Conversation)));
        Assert.Equal(2, person.Data.Punishments.Count);
    }

    [Fact]
    public void Silence_OfFourDays_EndsTheRemindersUntilTheyWrite()
    {
        var person = With(Habit(null, new(21, 0)));
        person.Write("hi", At(_day, "13:00:00"));
        person.GoTo(At(_day.PlusDays(5), "08:00:00"));
        var said = person.Said.Count;
        Assert.Equal("habits_paused", person.Said[^1].Say.OutsideWindow!.Name);
        person.GoTo(At(_day.PlusDays(40), "13:00:00"));
        Assert.Equal(said, person.Said.Count);

        person.Press(HabitIds.Done(1), At(_day.PlusDays(40), "14:00:00"));
        Assert.Null(person.Data.Pause);
        Assert.Equal(1, person.Data.Habits[0].Streak);
        person.GoTo(At(_day.PlusDays(41), "09:00:00"));
        Assert.Contains(person.Said.Skip(said), each => each.Say.OutsideWindow?.Name == "habits_reminder");
    }

    private static HabitPerson With(params Habit[] habits)
    {
        var person = new HabitPerson(Madrid, At(_day, "00:00:00"), Data(habits));
        person.Move(Madrid, At(_day, "00:00:01"));
        return person;
    }

    private static HabitData Data(params Habit[] habits) => new()
    {
        Tone = Tone.Firm, Ladder = Ladder.Punish, LastId = habits.Length, Habits = habits, Zone = Madrid,
    };

    private static Habit Habit(LocalTime? start, LocalTime deadline) =>
        new() { Id = 1, Name = "Reading", Days = new(), Start = start, Deadline = deadline, Since = _day };

    private static Instant At(LocalDate day, string time) =>
        (day + NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(time).Value).InZoneLeniently(Zone(Madrid)).ToInstant();

    private static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];
}
