using System.Globalization;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Images.Writing;

namespace WhatsAppBots.Images.Charts;

/// <summary>
/// A week as shapes: a column a day, with its bar above and each habit's mark below, and what it is all about at the side where
/// reading starts. Pure; the same week is always the same picture.
/// </summary>
internal sealed class ChartDrawing
{
    private const int MostDays = 7;
    private const int MostHabits = 8;
    private const double Margin = 48;
    private const double NamesWidth = 336;
    private const double DayWidth = (ChartSheet.Width - Margin - Margin - NamesWidth) / MostDays;
    private const double HeaderHeight = 190;
    private const double LabelsHeight = 70;
    private const double FooterHeight = 122;
    private const double FullHeight = 1350;
    private const double MostBars = 344;
    private const double LeastRow = 93;
    private const double TwoLinesRow = 122;
    private const double MostRow = 142;
    private const double BarWidth = 58;
    private const double NumberHeight = 50;

    private readonly WeekChart _chart;
    private readonly IReadOnlyList<ChartHabit> _habits;
    private readonly IReadOnlyList<ChartDay> _days;
    private readonly double _rowHeight;
    private readonly double _barsHeight;
    private readonly ChartSheet _sheet;

    private ChartDrawing(WeekChart chart)
    {
        _chart = chart;
        (_days, _habits) = ([.. chart.Days.Take(MostDays)], [.. chart.Habits.Take(MostHabits)]);
        var rows = Math.Max(1, _habits.Count);
        var free = FullHeight - HeaderHeight - LabelsHeight - FooterHeight;
        _rowHeight = Math.Clamp((free - MostBars) / rows, LeastRow, MostRow);
        _barsHeight = Math.Min(MostBars, free - (rows * _rowHeight));
        Height = (int)Math.Ceiling(HeaderHeight + _barsHeight + LabelsHeight + (_habits.Count * _rowHeight) + FooterHeight);
        _sheet = new ChartSheet(chart.Language, Height);
    }

    private int Height { get; }

    /// <summary>The picture, <see cref="ChartSheet.Width"/> wide and as high as it needs, 1350 at most.</summary>
    public static ChartSheet Draw(WeekChart chart)
    {
        var drawing = new ChartDrawing(Clean(chart));
        drawing.Header();
        drawing.Ring();
        for (var day = 0; day < drawing._days.Count; day++) drawing.Bar(day);
        for (var row = 0; row < drawing._habits.Count; row++) drawing.Row(row);
        drawing.Footer();
        return drawing._sheet;
    }

    /// <summary>Whether the fonts have what people and texts put into it.</summary>
    public static bool CanName(WeekChart chart)
    {
        var clean = Clean(chart);
        var names = clean.Habits.Take(MostHabits).Select(habit => habit.Name);
        return names.Prepend(clean.Title).All(text => Words.CanWrite(text, isBold: true));
    }

    // All that people and texts put into it, made fit to be drawn.
    private static WeekChart Clean(WeekChart chart) => chart with
    {
        Title = Words.Clean(chart.Title),
        Subtitle = Words.Clean(chart.Subtitle),
        Footer = Words.Clean(chart.Footer),
        Days = [.. chart.Days.Select(day => day with { Label = Words.Clean(day.Label) })],
        Habits = [.. chart.Habits.Select(habit => habit with { Name = Words.Clean(habit.Name), Streak = Words.Clean(habit.Streak) })],
    };

    private static double Middle(int day) => Margin + NamesWidth + (DayWidth * (day + 0.5));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private void Header()
    {
        var width = ChartSheet.Width - Margin - Margin;
        _sheet.Box(0, 0, ChartSheet.Width, HeaderHeight - 20, 0, ChartColours.Ink);
        _sheet.Text(_chart.Title, Margin, 86, width, 66, 46, isBold: true, ChartColours.Paper, Align.Start);
        _sheet.Text(_chart.Subtitle, Margin, 143, width, 42, 36, isBold: false, ChartColours.OnInk, Align.Start);
    }

    // The week in one number, beside its days.
    private void Ring()
    {
        var (done, due) = (_days.Sum(day => Math.Min(day.Done, day.Due)), _days.Sum(day => day.Due));
        if (due == 0) return;
        var percent = done == due ? 100 : Math.Min(99, (int)Math.Round(100.0 * done / due, MidpointRounding.AwayFromZero));
        var radius = Math.Min(118, (_barsHeight / 2) - 22);
        var (x, y) = (_sheet.X(Margin + (NamesWidth / 2) - 14), HeaderHeight + 16 + (_barsHeight / 2));
        _sheet.Add(new ChartRing(x, y, radius, 1, ChartColours.Edge));
        if (done > 0) _sheet.Add(new ChartRing(x, y, radius, (double)done / due, ChartColours.Done));
        var size = radius * 0.62;
        _sheet.Text($"{percent}%", Margin + (NamesWidth / 2) - 14, y + (size * 0.36), radius * 1.7, size, 30, isBold: true, ChartColours.Ink, Align.Middle);
    }

    private void Bar(int index)
    {
        var day = _days[index];
        var most = Math.Max(1, _days.Max(other => other.Due));
        var foot = HeaderHeight + _barsHeight;
        var highest = _barsHeight - NumberHeight - 14;
        var left = Middle(index) - (BarWidth / 2);
        _sheet.Text(day.Label, Middle(index), foot + 46, DayWidth - 4, 36, 26, isBold: true, ChartColours.Soft, Align.Middle);
        if (day.Due <= 0)
        {
            _sheet.Add(new ChartMark('o', _sheet.X(Middle(index)), foot - 8));
            return;
        }

        var track = Math.Max(24, highest * day.Due / most);
        var done = Math.Clamp((double)day.Done / day.Due, 0, 1) * track;
        _sheet.Box(left, foot - track, BarWidth, track, 12, ChartColours.Edge);
        _sheet.Box(left + 3, foot - track + 3, BarWidth - 6, track - 6, 10, ChartColours.Track);
        if (done > 0) _sheet.Box(left, foot - done, BarWidth, done, Math.Min(12, done / 2), ChartColours.Done);
        if (day.Done >= day.Due && track >= 56) _sheet.Add(new ChartMark(ChartMark.Tick, _sheet.X(Middle(index)), foot - track + 32));
        _sheet.Text(
            $"{Text(day.Done)}/{Text(day.Due)}", Middle(index), foot - track - 14, DayWidth - 6, 38, 26, isBold: true, ChartColours.Ink, Align.Middle);
    }

    private void Row(int index)
    {
        var habit = _habits[index];
        var top = HeaderHeight + _barsHeight + LabelsHeight + (index * _rowHeight);
        _sheet.Box(Margin, top, ChartSheet.Width - Margin - Margin, 2, 0, ChartColours.Rule);
        var lines = _rowHeight >= TwoLinesRow ? Words.Wrap(habit.Name, NamesWidth - 20, 36, isBold: true) : [habit.Name];
        var (size, pitch) = lines.Count > 1 ? (36, 40) : (40, 42);
        var first = top + (_rowHeight / 2) - ((lines.Count - 1) * pitch / 2) - (habit.Streak.Length > 0 ? 5 : -14);
        foreach (var (line, name) in lines.Index())
        {
            _sheet.Text(name, Margin, first + (line * pitch), NamesWidth - 20, size, 34, isBold: true, ChartColours.Ink, Align.Start);
        }

        if (habit.Streak.Length > 0)
        {
            _sheet.Text(habit.Streak, Margin, first + (lines.Count * pitch), NamesWidth - 20, size - 5, 30, isBold: false, ChartColours.Soft, Align.Start);
        }

        for (var day = 0; day < Math.Min(_days.Count, habit.Marks.Length); day++)
        {
            _sheet.Add(new ChartMark(habit.Marks[day], _sheet.X(Middle(day)), top + (_rowHeight / 2)));
        }
    }

    private void Footer()
    {
        var top = Height - FooterHeight + 14;
        _sheet.Box(Margin, top, ChartSheet.Width - Margin - Margin, 80, 22, ChartColours.Track);
        _sheet.Text(_chart.Footer, ChartSheet.Width / 2.0, top + 55, ChartSheet.Width - Margin - Margin - 48, 42, 32, isBold: true, ChartColours.Ink, Align.Middle);
    }
}
