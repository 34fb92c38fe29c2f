using System.Text.Json;
using WhatsAppBots.Habits.Backend.Store;

namespace WhatsAppBots.Admin.Habits;

/// <summary>Habit of a person, with how today goes.</summary>
/// <param name="Days">Weekdays, or how often.</param>
/// <param name="Start">Local time, <c>08:00</c>; null: it can be done all day.</param>
/// <param name="Deadline">Local time; one that is not after the start is on the next day.</param>
/// <param name="Zone">IANA time zone of the times.</param>
/// <param name="Today">Null: nothing has happened today.</param>
public sealed record HabitView(
    long ConversationId, int Id, string Name, JsonElement Days, TimeOnly? Start, TimeOnly Deadline, decimal? Target, string? Unit, int? AtMost, bool NeedsProof,
    bool IsPaused, int Streak, int Best, string Zone, HabitDayView? Today);

/// <summary>Day of a habit.</summary>
/// <param name="Mark"><c>open</c>, <c>done</c>, <c>missed</c>, <c>frozen</c> or <c>off</c>.</param>
/// <param name="Amount">How much was done; null once the day is closed.</param>
public sealed record HabitDayView(DateOnly Day, string Mark, decimal? Amount);

/// <summary>Reads habits, newest first.</summary>
public sealed class HabitReader(Workspace workspace, HabitQuery habits, TimeProvider time)
{
    /// <summary>Reads a page of them.</summary>
    public Task<Page<HabitView>> ListAsync(PageRequest page, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var rows = await habits.ListAsync(connection, transaction, page.After, page.Size + 1, time.GetUtcNow(), cancellationToken);
            var cut = page.Cut(rows, row => row.Number);
            return new Page<HabitView>([.. cut.Items.Select(View)], cut.Next);
        },
        cancellationToken);

    private static HabitView View(HabitLine row) => new(
        row.ConversationId, row.Id, row.Name, JsonSerializer.Deserialize<JsonElement>(row.Days), row.Start, row.Deadline, row.Target, row.Unit, row.AtMost,
        row.NeedsProof, row.IsPaused, row.Streak, row.Best, row.Zone, row.Mark is { } mark ? new HabitDayView(row.Today, mark, row.Amount) : null);
}
