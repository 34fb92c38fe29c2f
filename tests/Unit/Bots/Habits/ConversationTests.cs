using System.Globalization;
using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Sentences of five languages with what must come of them: tests/Fixtures/conversations/habits.txt tells how to read it.</summary>
public sealed class ConversationTests
{
    private static readonly string[] _dayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public static TheoryData<string> Lines =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "conversations", "habits.txt")).Where(line => line.Length > 0 && line[0] != '#')];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Conversation_ComesToWhatIsMeant(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        var person = new SentencePerson(parts[0], parts[1]);
        var before = Plain(person.Data);
        foreach (var text in parts[2].Split(">>", StringSplitOptions.TrimEntries)) person.Write(text.Replace("\\n", "\n", StringComparison.Ordinal));
        foreach (var expected in parts[3].Split(';', StringSplitOptions.TrimEntries))
        {
            var (what, value) = expected.Split('=', 2) is [var name, var rest] ? (name, rest) : (expected, "");
            Check(person, what, value, before);
        }
    }

    private static void Check(SentencePerson person, string what, string value, string before)
    {
        switch (what)
        {
            case "names": Assert.Equal(value, person.Names); break;
            case "same": Assert.Equal(before, Plain(person.Data)); break;
            case "heard": Assert.Equal(0, person.Data.Lost); break;
            case "asks": Assert.Contains(person.Choices, id => HabitIds.Read(id)?.Verb == value); break;
            case "done" or "open" or "frozen": Assert.Equal(what, MarkOf(person, value)); break;
            case "proof": Assert.True(person.Habit(value).NeedsProof); break;
            case "pause":
                var days = value.Split("..").Select(day => (int?)int.Parse(day, CultureInfo.InvariantCulture)).ToList();
                Assert.Equal(new Pause(SentencePerson.Today.PlusDays(days[0]!.Value), days.Count > 1 ? SentencePerson.Today.PlusDays(days[1]!.Value) : null), person.Data.Pause);
                break;
            case "times":
                var words = value.Split(' ');
                var times = words.Where(word => word.Contains(':', StringComparison.Ordinal)).ToList();
                Assert.Equal(times, person.Habit(string.Join(' ', words[..^times.Count])).Times!.Select(time => time.ToString("HH:mm", CultureInfo.InvariantCulture)));
                break;
            default:
                var cut = value.LastIndexOf(' ');
                Assert.Equal(value[(cut + 1)..], ValueOf(person.Habit(value[..cut]), what));
                break;
        }
    }

    private static string? ValueOf(Habit habit, string what) => what switch
    {
        "start" => habit.Start?.ToString("HH:mm", CultureInfo.InvariantCulture),
        "by" => habit.Deadline.ToString("HH:mm", CultureInfo.InvariantCulture),
        "days" => string.Join(',', _dayNames.Where((_, index) => habit.Days.Weekdays.HasFlag((Weekdays)(1 << index)))),
        "week" => habit.Days.TimesAWeek?.ToString(CultureInfo.InvariantCulture),
        "every" => habit.Days.EveryDays?.ToString(CultureInfo.InvariantCulture),
        "month" => habit.Days.DayOfMonth?.ToString(CultureInfo.InvariantCulture),
        "nth" => habit.Days.Nth?.ToString(CultureInfo.InvariantCulture),
        "goal" => habit.Goal.ToString("0.##", CultureInfo.InvariantCulture),
        "most" => habit.AtMost?.ToString(CultureInfo.InvariantCulture),
        "once" => habit.Until == habit.Since ? Period.DaysBetween(SentencePerson.Today, habit.Since).ToString(CultureInfo.InvariantCulture) : null,
        _ => throw new FormatException($"Nothing checks {what}."),
    };

    private static string MarkOf(SentencePerson person, string value)
    {
        var parts = value.Split('@');
        var day = SentencePerson.Today.PlusDays(parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        var habit = person.Habit(parts[0]);
        if (habit.MarkOf(day) == DayMark.Frozen || habit.DayOf(day).IsFrozen) return "frozen";
        return habit.MarkOf(day) == DayMark.Done || habit.DayOf(day).IsDone ? "done" : "open";
    }

    // What a person would notice.
    private static string Plain(HabitData data) => new HabitData
    {
        Habits = [.. data.Habits.Select(habit => habit with { Open = [.. habit.Open.Where(open => open.IsDone || open.Amount > 0 || open.IsFrozen)] })], Pause = data.Pause, Freezes = data.Freezes,
    }.Write();
}
