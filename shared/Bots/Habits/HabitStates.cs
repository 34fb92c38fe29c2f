namespace WhatsAppBots.Bots.Habits;

/// <summary>Where the talk stands, as those who run the bot see it. It follows from the data.</summary>
internal static class HabitStates
{
    /// <summary>Nothing was chosen or added yet.</summary>
    public const string New = "New";

    /// <summary>They are asked what a miss is to bring.</summary>
    public const string ChoosingLadder = "ChoosingLadder";

    /// <summary>They are asked for something they have to write.</summary>
    public const string Asking = "Asking";

    /// <summary>Habits are kept.</summary>
    public const string Tracking = "Tracking";

    /// <summary>Nothing is due for a while.</summary>
    public const string Paused = "Paused";

    public static readonly IReadOnlyList<string> All = [New, ChoosingLadder, Asking, Tracking, Paused];

    public static string Of(HabitData data) => data switch
    {
        { Pause: not null } => Paused,
        { Question: not null } => Asking,
        { Habits.Count: > 0 } => Tracking,
        { Tone: not null, Ladder: null } => ChoosingLadder,
        { Tone: not null } => Tracking,
        _ => New,
    };
}
