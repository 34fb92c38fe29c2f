using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>The week as a picture, on Sunday evening. Where it cannot be drawn it is told in words.</summary>
internal static class Reporting
{
    private const int MostLines = 8;
    private const int DaysOfNews = 3;

    public static void Make(HabitTurn turn, LocalDate sunday, bool isLate)
    {
        turn.Data = turn.Data with { Reported = sunday, Report = null };
        var monday = sunday.PlusDays(-6);
        var days = Enumerable.Range(0, 7).Select(monday.PlusDays).ToList();
        var tallies = days.Select(day => (Day: day, Tally: TallyOf(turn, day))).ToList();
        var (done, due) = (tallies.Sum(each => each.Tally.Done), tallies.Sum(each => each.Tally.Due));
        if (tallies.Count(each => each.Tally.Due > 0) < turn.Options.DaysBeforeReport) return;
        if (isLate || turn.IsSilenced || turn.Data.Pause is not null) return;

        var texts = turn.Texts;
        var percent = done == due ? 100 : Math.Min(99, (int)Math.Round(100.0 * done / due, MidpointRounding.AwayFromZero));
        var habits = turn.Data.Habits.Where(habit => habit.Since <= sunday).Take(MostLines).ToList();
        var caption = texts.WeekCaption(HabitTexts.Of(done), HabitTexts.Of(due), HabitTexts.Of(percent));
        var text = caption + "\n" + string.Join("\n", habits.Select(habit => Showing.Joined($"{Showing.Week(habit, sunday)} {habit.Name}", Showing.Standing(turn, habit, sunday))));
        turn.Data = turn.Data with { Report = new Report(sunday, caption, text) };
        var chart = new WeekChart(
            texts.WeekTitle, DatesOf(monday, texts.Language), texts.Language,
            [.. tallies.Select(each => new ChartDay(Wording.Abbreviate(each.Day.DayOfWeek, texts.Language), each.Tally.Done, each.Tally.Due))],
            [.. habits.Select(habit => new ChartHabit(habit.Name, string.Concat(days.Select(day => MarkOf(turn, habit, day))), StandingOf(turn, habit, sunday)))],
            caption);
        turn.Publish(EventCatalog.ChartAsked, new(turn.Conversation.Id, RequestOf(sunday), chart));
    }

    /// <summary>The picture is here, or will never be.</summary>
    public static void Drawn(HabitTurn turn, ChartReady ready)
    {
        if (turn.Data.Report is not { IsReady: false } report || ready.Request != RequestOf(report.Sunday)) return;
        turn.Data = turn.Data with { Report = report with { StoreKey = ready.StoreKey, IsReady = true } };
        if (turn.Conversation.IsWindowOpen)
        {
            Show(turn, (content, _) => turn.Tell(content));
            return;
        }

        if (!turn.Tell(new TextMessage(report.Caption), turn.Template("habits_report", HabitIds.ShowReport)))
            turn.Data = turn.Data with { Report = turn.Data.Report with { Waits = true } };
    }

    /// <summary>They write: a report of the last days that no template was left for is shown.</summary>
    public static void Spoke(HabitTurn turn)
    {
        if (turn.Data.Report is { Waits: true } report && Period.DaysBetween(report.Sunday, turn.Today) <= DaysOfNews)
            Show(turn, (content, _) => turn.Say(content));
    }

    /// <summary>They pressed the template's button, so the window is open.</summary>
    public static void Pressed(HabitTurn turn)
    {
        if (turn.Data.Report is not { IsReady: true }) Showing.Status(turn);
        else Show(turn, (content, _) => turn.Say(content));
    }

    private static void Show(HabitTurn turn, Action<OutgoingContent, TemplateMessage?> say)
    {
        var report = turn.Data.Report!;
        say(
            report.StoreKey is { } key ? new MediaMessage(MediaKind.Image, new MediaSource(StoreKey: key, MimeType: "image/png"), report.Caption) : new TextMessage(report.Text),
            null);
        turn.Data = turn.Data with { Report = null };
    }

    /// <summary>So many were done that day of so many that were due.</summary>
    public static (int Done, int Due) TallyOf(HabitTurn turn, LocalDate day)
    {
        var marks = turn.Data.Habits.Where(habit => habit.Days.TimesAWeek is null || MarkOf(turn, habit, day) == DayMark.Done).Select(habit => MarkOf(turn, habit, day)).ToList();
        var done = marks.Count(mark => mark == DayMark.Done);
        return (done, done + marks.Count(mark => mark is DayMark.Missed or DayMark.ToCome));
    }

    private static char MarkOf(HabitTurn turn, Habit habit, LocalDate day)
    {
        if (day < habit.Since) return DayMark.Off;
        var mark = habit.MarkOf(day);
        if (mark != DayMark.ToCome) return mark;
        var open = habit.DayOf(day);
        if (open.IsDone) return DayMark.Done;
        if (open.IsFrozen || HabitCalendar.Covers(turn.Data.Pause, day) || HabitCalendar.Covers(habit.Pause, day)) return DayMark.Frozen;
        return HabitCalendar.Counts(habit, day) && !Schedule.WeekIsDone(habit, day) ? DayMark.ToCome : DayMark.Off;
    }

    /// <summary>The week as the chart's second line has it. Its weekdays stand below, and with their names the line would be too long for the picture.</summary>
    internal static string DatesOf(LocalDate monday, string language) =>
        $"{Wording.Date(monday, monday, language)} – {Wording.Date(monday.PlusDays(6), monday, language)}";

    // There is no room for "weeks in a row" beside a row of marks.
    private static string StandingOf(HabitTurn turn, Habit habit, LocalDate sunday) => habit.Days.TimesAWeek is null
        ? turn.Texts.Streak(habit)
        : Showing.Joined(Showing.OfWeek(habit, sunday), habit.Streak > 0 ? $"🔥 {HabitTexts.Of(habit.Streak)}" : "");

    private static string RequestOf(LocalDate sunday) => NodaTime.Text.LocalDatePattern.Iso.Format(sunday);
}
