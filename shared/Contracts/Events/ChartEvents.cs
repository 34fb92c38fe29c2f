namespace WhatsAppBots.Contracts.Events;

/// <summary>A person's week is to be drawn.</summary>
/// <param name="Request">The bot's own name of this chart; it comes back with it.</param>
public sealed record ChartAsked(long ConversationId, string Request, WeekChart Chart);

/// <summary>A week of habits as a picture shows it, in the person's language.</summary>
/// <param name="Title">"Your week", with its dates below it in <paramref name="Subtitle"/>.</param>
/// <param name="Language">Two-letter code: script and reading direction.</param>
/// <param name="Days">Seven, the first first.</param>
/// <param name="Habits">One line each, at most eight.</param>
/// <param name="Footer">One line: the completion of the week.</param>
public sealed record WeekChart(
    string Title, string Subtitle, string Language, IReadOnlyList<ChartDay> Days, IReadOnlyList<ChartHabit> Habits, string Footer);

/// <summary>A day's bar: so many done of so many due.</summary>
public sealed record ChartDay(string Label, int Done, int Due);

/// <summary>A habit's line: its name, how the week's days went, its streak in words.</summary>
/// <param name="Marks">A letter a day: <c>d</c> done, <c>m</c> missed, <c>o</c> off, <c>f</c> frozen or paused, <c>t</c> to come.</param>
/// <param name="Streak">"12 days", "best 30".</param>
public sealed record ChartHabit(string Name, string Marks, string Streak);

/// <summary>The picture.</summary>
/// <param name="StoreKey">A PNG in the media store; null: it cannot be drawn here.</param>
public sealed record ChartReady(long ConversationId, string Request, string? StoreKey);
