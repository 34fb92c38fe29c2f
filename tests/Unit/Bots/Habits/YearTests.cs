using System.Text.Json;
using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>A year of many people in many zones, each day of it compared with a reckoning of its own. HABITS=long: a thousand people.</summary>
public sealed class YearTests
{
    private static readonly int _people = Environment.GetEnvironmentVariable("HABITS") == "long" ? 1000 : 40;

    [Fact]
    public void Year_OfMany_GoesAsReckoned()
    {
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();
        Parallel.For(0, _people, person =>
        {
            foreach (var fault in Live(person).Take(3)) faults.Add($"person {person}: {fault}");
        });
        Assert.True(faults.IsEmpty, $"{faults.Count} faults\n" + string.Join("\n", faults.Order().Take(20)));
    }

    private static IEnumerable<string> Live(int number)
    {
        var plan = YearPlan.Of(number);
        var zone = DateTimeZoneProviders.Tzdb[plan.Zone];
        var begin = zone.AtStartOfDay(YearPlan.First).ToInstant();
        var end = zone.AtStartOfDay(YearPlan.First.PlusDays(YearPlan.Days)).ToInstant();
        var expected = new YearReckoning(plan, begin, end);
        var person = new HabitPerson(plan.Zone, begin, new HabitData
        {
            Tone = Tone.Firm, Ladder = plan.Ladder, LastId = plan.Habits.Count, Zone = plan.Zone, SeenTo = begin.ToDateTimeOffset(),
            Habits = [.. plan.Habits.Select(habit => new Habit
            {
                Id = habit.Id, Name = $"h{habit.Id}", Days = habit.Days, Start = habit.Start, Deadline = habit.Deadline, Since = YearPlan.First,
            })],
        });
        person.Move(plan.Zone, begin);
        var acts = expected.All.Where(day => day.ActsAt is not null).Select(day => (
            At: day.ActsAt!.Value, Act: (Action)(() => person.Press(day.Plan.What == Doing.Done ? HabitIds.Done(day.Habit.Id) : HabitIds.Skip(day.Habit.Id), day.ActsAt.Value))));

        // Who wrote nothing for days would be left in peace.
        acts = acts.Concat(Enumerable.Range(0, YearPlan.Days)
            .Select(index => begin + Duration.FromDays(index) + Duration.FromSeconds(45_245))
            .Select(at => (At: at, Act: (Action)(() => person.Press(HabitIds.Settings, at)))));
        if (plan.Later is { } later) acts = acts.Append((expected.MovesAt, () => person.Move(later, expected.MovesAt)));
        foreach (var (at, act) in acts.Where(each => each.At > begin && each.At <= end).OrderBy(each => each.At)) act();
        person.GoTo(end);
        return Compare(person, expected, plan);
    }

    private static IEnumerable<string> Compare(HabitPerson person, YearReckoning expected, YearPlan plan)
    {
        var texts = new HabitTexts("en", Tone.Firm);
        var reminders = person.Said.Where(said => said.Say.Content.Summary.StartsWith(texts.Begins, StringComparison.Ordinal) || said.Say.Content.Summary.StartsWith(texts.EndsSoon, StringComparison.Ordinal))
            .Select(said => (said.At, NamesIn(said.Say.Content))).ToList();
        foreach (var fault in Differ("reminder", expected.Reminders().Select(each => $"{each.At} {each.Habits}"), reminders.Select(each => $"{each.At} {each.Item2}"))) yield return fault;

        var marks = plan.Habits.SelectMany(habit => Marks(person.Data.Habits.Single(each => each.Id == habit.Id), expected));
        foreach (var fault in marks) yield return fault;
        foreach (var habit in person.Data.Habits)
        {
            var (streak, best) = expected.Streak(habit.Id);
            if ((habit.Streak, habit.Best) != (streak, best)) yield return $"{habit.Name}: streak {habit.Streak}, best {habit.Best}, reckoned {streak} and {best}";
        }

        var strikes = expected.Misses().GroupBy(miss => miss.Date).ToDictionary(group => group.Key, group => group.Max(miss => miss.Strike));
        foreach (var day in person.Data.Strikes)
        {
            if (strikes.GetValueOrDefault(day.Day) != day.Count) yield return $"{day.Day}: {day.Count} strikes, reckoned {strikes.GetValueOrDefault(day.Day)}";
        }

        var said = person.Said.Where(each => each.Say.OutsideWindow?.Name == "habits_missed").Sum(each => each.Say.OutsideWindow!.Body[0].Split(", ").Length);
        var untold = person.Data.Untold.Count;
        if (said + untold != expected.Misses().Count()) yield return $"{said} misses told and {untold} to be told, reckoned {expected.Misses().Count()}";
        foreach (var fault in Reports(person, expected)) yield return fault;
    }

    private static IEnumerable<string> Reports(HabitPerson person, YearReckoning expected)
    {
        foreach (var (at, publish) in person.Told.Where(told => told.Publish.Type == EventTypes.ChartAsked))
        {
            var chart = publish.Data.Deserialize(ContractsJson.Default.ChartAsked)!;
            var sunday = NodaTime.Text.LocalDatePattern.Iso.Parse(chart.Request).Value;
            for (var index = 0; index < 7; index++)
            {
                var (done, due) = expected.Tally(sunday.PlusDays(index - 6), at);
                var told = chart.Chart.Days[index];
                if ((told.Done, told.Due) != (done, due)) yield return $"report of {sunday}, day {index}: {told.Done} of {told.Due}, reckoned {done} of {due}";
            }

            var local = at.InZone(expected.ZoneAt(at)).LocalDateTime;
            if (at != expected.MovesAt && local != sunday + new LocalTime(19, 0)) yield return $"report of {sunday} at {local}";
        }
    }

    private static IEnumerable<string> Marks(Habit habit, YearReckoning expected)
    {
        foreach (var day in expected.All.Where(day => day.Habit.Id == habit.Id && day.ClosesAt <= expected.End && day.Date > habit.ClosedTo?.PlusDays(-habit.Marks.Length)))
        {
            if (habit.MarkOf(day.Date) != day.Mark) yield return $"{habit.Name} on {day.Date}: {habit.MarkOf(day.Date)}, reckoned {day.Mark}";
        }
    }

    private static string NamesIn(OutgoingContent content) => string.Join(",", content.Summary.Split('\n').Skip(1)
        .Select(line => int.Parse(line[3..line.IndexOfAny([',', ' '], 3)], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order());

    private static IEnumerable<string> Differ(string what, IEnumerable<string> reckoned, IEnumerable<string> seen)
    {
        var (a, b) = (reckoned.ToList(), seen.ToList());
        foreach (var each in a.Except(b).Take(2)) yield return $"{what} {each} did not come";
        foreach (var each in b.Except(a).Take(2)) yield return $"{what} {each} was not reckoned with";
        if (a.Count != b.Count) yield return $"{a.Count} {what}s reckoned, {b.Count} came";
    }
}
