using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Who says nothing hears less, and what falls together is said together.</summary>
public sealed class SilenceTests
{
    private static readonly DateTimeZone _madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];
    private static readonly LocalDate _day = new(2026, 5, 5);

    private static readonly Habit[] _eight =
    [
        Of(1, "Meds", new(6, 30), new(21, 0)), Of(2, "Meditate", new(7, 0), new(21, 0)), Of(3, "Water", null, new(21, 0)),
        Of(4, "Stretch", new(11, 0), new(12, 0)), Of(5, "Reading", new(18, 0), new(20, 0)), Of(6, "Gym", new(19, 0), new(21, 0)),
        Of(7, "Diary", new(20, 0), new(22, 0)), Of(8, "Walk", new(12, 0), new(21, 0)),
    ];

    [Fact]
    public void TwoWeeksOfSilence_AreFiveTemplates_AndThenNothing()
    {
        var person = Silent(_eight);
        person.GoTo(At(_day.PlusDays(30), "12:00"));
        var after = person.Said.Where(said => said.At > At(_day.PlusDays(1), "11:59") && said.Say.OutsideWindow is not null).ToList();
        Assert.Equal(5, after.Count);
        Assert.All(after.GroupBy(said => said.At.InZone(_madrid).Date), day => Assert.Single(day));
        Assert.Equal("habits_paused", after[^1].Say.OutsideWindow!.Name);
        Assert.Equal(_day.PlusDays(5), after[^1].At.InZone(_madrid).Date);
        Assert.Equal(after[^1], person.Said[^1]);
    }

    // A thumb under a reminder is a sign of life, and wants no answer.
    [Fact]
    public void Reaction_EachDay_IsNoSilence()
    {
        var person = Silent(Of(1, "Reading", new(18, 0), new(20, 0)));
        for (var day = 1; day <= 10; day++)
        {
            var said = person.Said.Count;
            person.GoTo(At(_day.PlusDays(day), "12:00"));
            var before = person.Said.Count;
            person.Hear(new ReactionContent("wamid.0", "👍") { Type = "reaction" }, At(_day.PlusDays(day), "12:00"),
                At(_day.PlusDays(day), "12:00"));
            Assert.Equal(before, person.Said.Count);
            Assert.True(day < 2 || before > said);
        }

        Assert.Null(person.Data.Pause);
        Assert.DoesNotContain(person.Said, said => said.Say.OutsideWindow?.Name == "habits_paused");
    }

    [Fact]
    public void TheOnlyMessageOfADay_NamesAllThatIsToBeDone()
    {
        var person = Silent(_eight);
        person.GoTo(At(_day.PlusDays(3), "23:00"));
        var only = Assert.Single(person.Said, said => said.At.InZone(_madrid).Date == _day.PlusDays(3));
        Assert.All(_eight, habit => Assert.Contains(habit.Name, only.Say.OutsideWindow!.Body[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Word_AfterTheLast_BringsRemindersBack_AndNothingWasHeldAgainstThem()
    {
        var person = Silent(Of(1, "Reading", new(18, 0), new(20, 0)));
        person.GoTo(At(_day.PlusDays(20), "12:00"));
        var (streak, strikes, said) = (person.Data.Habits[0].Marks, person.Data.Strikes.Count, person.Said.Count);
        person.Write("hi", At(_day.PlusDays(20), "12:00"));
        Assert.StartsWith("👋 Good to hear from you!", person.Texts(said)[0], StringComparison.Ordinal);
        Assert.Single(person.Texts(said), text => text.Contains("Good to hear", StringComparison.Ordinal));
        Assert.Equal(strikes, person.Data.Strikes.Count);
        Assert.DoesNotContain('m', person.Data.Habits[0].Marks[streak.Length..]);
        said = person.Said.Count;
        person.GoTo(At(_day.PlusDays(20), "18:00"));
        Assert.Contains("Reading", Assert.Single(person.Texts(said)), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_EachDay_KeepEveryReminder()
    {
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), Data(_eight)) { IsAlwaysReached = false };
        for (var day = 0; day < 10; day++) person.Write("thanks", At(_day.PlusDays(day), "12:05"));
        Assert.DoesNotContain(person.Said, said => said.Say.OutsideWindow?.Name == "habits_paused");
        Assert.True(person.Said.Count(said => said.At.InZone(_madrid).Date == _day.PlusDays(8)) > 5);
    }

    [Fact]
    public void Pause_AndDaysOnWhichNothingIsDue_AreNoSilence()
    {
        var rent = Of(1, "Rent", null, new(21, 0)) with { Days = new HabitDays(DayOfMonth: 1) };
        var person = Silent(rent);
        person.GoTo(At(new(2026, 6, 1), "09:00"));
        Assert.Contains("Rent", person.Texts()[^1], StringComparison.Ordinal);

        var away = Silent(_eight);
        away.Write("pause until 25 May", At(_day, "12:10"));
        away.GoTo(At(new(2026, 5, 25), "23:00"));
        Assert.DoesNotContain(away.Said, said => said.Say.OutsideWindow?.Name == "habits_paused");
        Assert.Null(away.Data.Pause);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    public void Templates_AreAsManyADayAsAllowed(int allowed, int sent)
    {
        var options = new HabitOptions(false, "") { TemplatesADay = allowed, BackOffDays = 3 };
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), Data(_eight), options: options)
        {
            IsAlwaysReached = false,
        };
        person.Write("hi", At(_day, "12:00"));
        person.GoTo(At(_day.PlusDays(2), "23:00"));
        Assert.Equal(sent, person.Said.Count(said => said.At.InZone(_madrid).Date == _day.PlusDays(2)));
    }

    [Fact]
    public void News_OfAPartner_ThatFindsNoTemplate_IsSaidOnceTheyWrite()
    {
        var data = Data(_eight) with { Charges = [new Partner(99, "Bo")] };
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), data) { IsAlwaysReached = false };
        person.Write("hi", At(_day, "12:00"));
        var at = At(_day.PlusDays(2), "13:00");
        person.Hear(EventTypes.PartnerNews, new PartnerNews(7, 99, PartnerNewsKinds.Missed, "Bo", Habits: ["Gym"], Strikes: 3), at);
        Assert.DoesNotContain(person.Texts(), text => text.Contains("Bo missed", StringComparison.Ordinal));
        person.Write("hi", At(_day.PlusDays(2), "14:00"));
        Assert.Single(person.Texts(), text => text.Contains("Bo missed", StringComparison.Ordinal));
        person.Write("hi", At(_day.PlusDays(2), "14:10"));
        Assert.Single(person.Texts(), text => text.Contains("Bo missed", StringComparison.Ordinal));
    }

    [Fact]
    public void Task_ThatCannotBeTold_IsNotSet()
    {
        var person = Silent(_eight);
        person.GoTo(At(_day.PlusDays(1), "23:30"));
        Assert.NotEmpty(person.Data.Strikes);
        Assert.Empty(person.Data.Punishments);
    }

    [Theory]
    [InlineData("07:10", 1)]
    [InlineData("07:14", 1)]
    [InlineData("07:15", 2)]
    public void Starts_NearEachOther_AreOneMessage(string second, int messages)
    {
        var time = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(second).Value;
        var habits = Data(Of(1, "Meditate", new(7, 0), new(21, 0)), Of(2, "Vitamins", time, new(22, 30)));
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), habits);
        person.Move("Europe/Madrid", At(_day, "00:01"));
        person.GoTo(At(_day, "07:30"));
        Assert.Equal(messages, person.Texts().Count);
        if (messages > 1) return;
        var lines = $"• Meditate, until 9:00 PM\n• Vitamins, from {second[1..]} AM until 10:30 PM";
        Assert.Equal("⏰ Now:\n" + lines, person.Texts()[0]);
    }

    [Fact]
    public void Misses_NearEachOther_AreOneMessage()
    {
        var habits = Data(Of(1, "Meditate", null, new(18, 0)), Of(2, "Vitamins", null, new(18, 10)), Of(3, "Walk", null, new(18, 12)));
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), habits);
        person.Move("Europe/Madrid", At(_day, "17:50"));
        var said = person.Said.Count;
        person.GoTo(At(_day, "18:19"));
        Assert.Empty(person.Texts(said));
        person.GoTo(At(_day, "20:00"));
        Assert.StartsWith("❌ Missed: Meditate, Vitamins, Walk. Strike 3", Assert.Single(person.Texts(said)), StringComparison.Ordinal);
    }

    [Fact]
    public void Miss_WaitsForNothingThatIsDoneMeanwhile()
    {
        var habits = Data(Of(1, "Meditate", null, new(18, 0)), Of(2, "Vitamins", null, new(18, 10)));
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), habits);
        person.Move("Europe/Madrid", At(_day, "17:50"));
        person.Press(HabitIds.Done(2), At(_day, "18:15"));
        Assert.StartsWith("❌ Missed: Meditate. Strike 1", person.Texts()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_AreAskedAboutInOneMessage()
    {
        var limit = Of(1, "Smoking", null, new(23, 59)) with { AtMost = 0 };
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), Data(limit, limit with { Id = 2, Name = "Sugar" }));
        person.Move("Europe/Madrid", At(_day, "19:00"));
        person.GoTo(At(_day, "20:00"));
        Assert.Equal("Still on track with *Smoking*, *Sugar* today?", Assert.Single(person.Texts()));
        person.Press(HabitIds.Slip(2, _day), At(_day, "20:01"));
        person.GoTo(At(_day.PlusDays(1), "01:00"));
        Assert.Equal(('d', 'm'), (person.Data.Habits[0].MarkOf(_day), person.Data.Habits[1].MarkOf(_day)));
    }

    // Forty people of the year's plans, each writing on days of their own, for three months.
    [Fact]
    public void NobodyOfMany_HearsMoreThanOneTemplateADay_NorAnythingAfterTheLastWord()
    {
        var (reminders, lastWords) = (0, 0);
        for (var number = 0; number < 40; number++)
        {
            var plan = YearPlan.Of(number);
            var zone = DateTimeZoneProviders.Tzdb[plan.Zone];
            var begin = zone.AtStartOfDay(YearPlan.First).ToInstant();
            var habits = plan.Habits.Select(habit => new Habit
            {
                Id = habit.Id, Name = $"h{habit.Id}", Days = habit.Days, Start = habit.Start, Deadline = habit.Deadline,
                Since = YearPlan.First,
            });
            var data = Data([.. habits]) with { Zone = plan.Zone, Ladder = plan.Ladder, Digest = number % 3 == 0 };
            var person = new HabitPerson(plan.Zone, begin, data) { IsAlwaysReached = false };
            var random = new Random(number);
            List<Instant> words = [];
            for (var at = begin + Duration.FromMinutes(1); at < begin + Duration.FromDays(90); at += Duration.FromHours(random.Next(10, 200)))
            {
                words.Add(at);
                person.Press(HabitIds.Settings, at);
            }

            person.GoTo(begin + Duration.FromDays(120));
            bool IsOutside(Instant at) => words.Last(word => word <= at) + Duration.FromHours(24) <= at;
            var templates = person.Said.Where(said => said.Say.OutsideWindow is not null && IsOutside(said.At)).ToList();
            Assert.All(templates.GroupBy(said => said.At.InZone(zone).Date), day => Assert.Single(day));
            reminders += templates.Count(said => said.Say.OutsideWindow!.Name == "habits_reminder");
            foreach (var last in templates.Where(said => said.Say.OutsideWindow!.Name == "habits_paused"))
            {
                lastWords++;
                var next = words.Cast<Instant?>().FirstOrDefault(word => word > last.At) ?? Instant.MaxValue;
                Assert.DoesNotContain(person.Said, said => said.At > last.At && said.At < next);
            }

            var plain = person.Said.Where(said => said.Say is { Purpose: Purpose.Reminder, OutsideWindow: null });
            Assert.DoesNotContain(plain, said => IsOutside(said.At));
        }

        Assert.True(reminders > 500 && lastWords > 100, $"{reminders} reminders, {lastWords} last words");
    }

    private static HabitPerson Silent(params Habit[] habits)
    {
        var person = new HabitPerson("Europe/Madrid", At(_day, "00:00"), Data(habits)) { IsAlwaysReached = false };
        person.Write("hi", At(_day, "12:00"));
        return person;
    }

    private static HabitData Data(params Habit[] habits) => new()
    {
        Tone = Tone.Firm, Ladder = Ladder.Punish, LastId = habits.Length, Habits = habits, Zone = "Europe/Madrid", ZoneAsked = true,
    };

    private static Habit Of(int id, string name, LocalTime? start, LocalTime deadline) =>
        new() { Id = id, Name = name, Days = new(), Start = start, Deadline = deadline, Since = _day };

    private static Instant At(LocalDate day, string time) =>
        (day + NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value).InZoneLeniently(_madrid).ToInstant();
}
