using System.Text.Json.Serialization;
using NodaTime;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits;

/// <summary>Something a person wants to do again and again. A habit-day is the local date of its start.</summary>
internal sealed record Habit : StoredPart
{
    public required int Id { get; init; }

    /// <summary>In the person's words, at most 60 characters.</summary>
    public required string Name { get; init; }

    public required HabitDays Days { get; init; }

    /// <summary>Null: it can be done all day.</summary>
    public LocalTime? Start { get; init; }

    /// <summary>Not after <see cref="Start"/>: on the day after.</summary>
    public required LocalTime Deadline { get; init; }

    /// <summary>The first day it counts.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>The first day on which leaving it undone is a miss: the first whole day. Null: <see cref="Since"/> is.</summary>
    public LocalDate? WholeSince { get; init; }

    /// <summary>The last day it counts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>It is not due meanwhile.</summary>
    public Pause? Pause { get; init; }

    /// <summary>So many times make it done: eight glasses.</summary>
    public int? Target { get; init; }

    /// <summary>Of what, in the person's words.</summary>
    public string? Unit { get; init; }

    /// <summary>The target where it is no whole number: 2.5 litres. Null: <see cref="Target"/> is all of it.</summary>
    public decimal? Exact { get; init; }

    /// <summary>No more than so many a day keep it; 0: it is left off altogether. Null: it is something to be done.</summary>
    public int? AtMost { get; init; }

    /// <summary>Minutes that the habit lasts each time, as the person said: "read for half an hour". Null: no length was said. Nothing
    /// checks the length.</summary>
    public int? Minutes { get; init; }

    /// <summary>The times of each day at which it is due, the first first; null: once. <see cref="Target"/> is their number.</summary>
    public IReadOnlyList<LocalTime>? Times { get; init; }

    /// <summary>Only a photo makes it done.</summary>
    public bool NeedsProof { get; init; }

    /// <summary>The partner may hear of it.</summary>
    public bool IsShared { get; init; }

    /// <summary>Days, or weeks where it is so many times a week, without a miss.</summary>
    public int Streak { get; init; }

    /// <summary>The longest yet.</summary>
    public int Best { get; init; }

    /// <summary>The streak that the last miss ended, for who takes the miss back.</summary>
    public int Lost { get; init; }

    /// <summary>Days that are not closed yet, the first first.</summary>
    public IReadOnlyList<OpenDay> Open { get; init; } = [];

    /// <summary>How the last closed days went, a letter a day; the last is of <see cref="ClosedTo"/>.</summary>
    public string Marks { get; init; } = "";

    /// <summary>The last closed day; null: none is yet.</summary>
    public LocalDate? ClosedTo { get; init; }

    /// <summary>The first day on which leaving it undone is a miss.</summary>
    [JsonIgnore]
    public LocalDate CountsFrom => WholeSince ?? Since;

    /// <summary>How many make it done.</summary>
    [JsonIgnore]
    public decimal Goal => Exact ?? Target ?? 1;

    /// <summary>How a closed day went; off where it is not known any more.</summary>
    public char MarkOf(LocalDate day)
    {
        if (ClosedTo is not { } last || day > last) return DayMark.ToCome;
        var index = Marks.Length - 1 - Period.DaysBetween(day, last);
        return index >= 0 ? Marks[index] : DayMark.Off;
    }

    /// <summary>What is known of a day that is not closed.</summary>
    public OpenDay DayOf(LocalDate day) => Open.FirstOrDefault(each => each.Day == day) ?? new OpenDay(day);

    public Habit With(OpenDay day) => this with { Open = [.. Open.Where(each => each.Day != day.Day).Append(day).OrderBy(each => each.Day)] };

    /// <summary>The same with another letter for a closed day; as it is where the day is not kept any more.</summary>
    public Habit With(LocalDate day, char mark)
    {
        var index = ClosedTo is { } last && day <= last ? Marks.Length - 1 - NodaTime.Period.DaysBetween(day, last) : -1;
        return index < 0 ? this : this with { Marks = string.Concat(Marks.AsSpan(0, index), [mark], Marks.AsSpan(index + 1)) };
    }
}

/// <summary>How a day went.</summary>
internal static class DayMark
{
    public const char Done = 'd';
    public const char Missed = 'm';

    /// <summary>It was not due.</summary>
    public const char Off = 'o';

    /// <summary>It was due, and let off: a pause, a freeze, a move to another zone, a fault of ours.</summary>
    public const char Frozen = 'f';

    /// <summary>It is not over.</summary>
    public const char ToCome = 't';

    /// <summary>So many days are kept: five weeks.</summary>
    public const int Kept = 35;
}

/// <summary>A day that is not closed.</summary>
/// <param name="Count">How many times, of the target.</param>
/// <param name="StartTold">They were told that it begins.</param>
/// <param name="EndTold">They were told that it ends soon.</param>
/// <param name="Told">Of how many of its times they were told.</param>
/// <param name="Exact">How many, where that is no whole number.</param>
internal sealed record OpenDay(
    LocalDate Day, int Count = 0, bool IsDone = false, bool IsFrozen = false, bool StartTold = false, bool EndTold = false, int? Told = null,
    decimal? Exact = null)
    : StoredPart
{
    /// <summary>How many.</summary>
    [JsonIgnore]
    public decimal Amount => Exact ?? Count;

    /// <summary>The same with so many.</summary>
    public OpenDay WithAmount(decimal amount) => this with { Count = (int)amount, Exact = amount == decimal.Truncate(amount) ? null : amount };
}

/// <summary>On which days.</summary>
/// <param name="Weekdays">Those of the week.</param>
/// <param name="TimesAWeek">So often a week on days of their choice.</param>
/// <param name="EveryDays">Every so many days from the first.</param>
/// <param name="EveryWeeks">Every so many weeks from the first.</param>
/// <param name="DayOfMonth">A day of each month; its last where it has none of that number.</param>
/// <param name="Nth">Which of the month's such weekdays, 1 to 4; -1 the last; null: each.</param>
internal sealed record HabitDays(
    [property: JsonConverter(typeof(NumberedEnum<Weekdays>))] Weekdays Weekdays = Weekdays.All, int? TimesAWeek = null, int? EveryDays = null,
    int EveryWeeks = 1, int? DayOfMonth = null, int? Nth = null)
    : StoredPart
{
    public static HabitDays Of(Recurrence recurrence) => new(
        recurrence.Days == Weekdays.None ? Weekdays.All : recurrence.Days, recurrence.TimesAWeek, recurrence.EveryDays, recurrence.EveryWeeks, recurrence.DayOfMonth,
        recurrence.Nth);

    public Recurrence ToRecurrence() => new()
    {
        Days = Weekdays, TimesAWeek = TimesAWeek, EveryDays = EveryDays, EveryWeeks = EveryWeeks, DayOfMonth = DayOfMonth, Nth = Nth,
    };
}
