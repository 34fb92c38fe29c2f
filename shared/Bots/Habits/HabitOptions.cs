namespace WhatsAppBots.Bots.Habits;

/// <summary>What the bot is given from outside.</summary>
/// <param name="AsksAi">There is an AI to ask where rules are at a loss.</param>
/// <param name="Secret">Makes codes of invitations that nobody can guess.</param>
public sealed record HabitOptions(bool AsksAi, string Secret)
{
    /// <summary>Days of a week on which something counted, before its report is worth sending.</summary>
    public int DaysBeforeReport { get; init; } = 3;

    /// <summary>Habits a person may have.</summary>
    public const int MostHabits = 20;

    /// <summary>Freezes a month.</summary>
    public const int FreezesAMonth = 2;

    /// <summary>Characters of a habit's name.</summary>
    public const int LongestName = 60;

    /// <summary>Characters of what is counted: glasses.</summary>
    public const int LongestUnit = 20;

    /// <summary>Characters of a person's name.</summary>
    public const int LongestPersonName = 40;

    /// <summary>Characters of a photo's caption that are read and kept; WhatsApp's longest is little longer.</summary>
    public const int LongestCaption = 1000;
}
