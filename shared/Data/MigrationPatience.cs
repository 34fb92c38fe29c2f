namespace WhatsAppBots.Data;

/// <summary>
/// How long a migration may be in the way of others. Whoever waits for a table's lock makes all that come later wait behind it: so
/// it waits briefly, gives up, lets the queue pass, and comes again.
/// </summary>
public sealed record MigrationPatience
{
    /// <summary>For one lock.</summary>
    public TimeSpan Lock { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>For one statement of a transaction, which keeps its locks until the end.</summary>
    public TimeSpan Statement { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For one statement outside a transaction, which stops nobody.</summary>
    public TimeSpan StatementOutside { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How often a file is tried.</summary>
    public int Tries { get; init; } = 20;

    /// <summary>Between the first two tries; later ones are further apart, up to ten times as far.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For another process that is migrating.</summary>
    public TimeSpan Others { get; init; } = TimeSpan.FromMinutes(10);

    internal TimeSpan PauseAfter(int attempt) => Pause * Math.Min(attempt, 10);
}
