namespace WhatsAppBots.Bots.Habits;

/// <summary>What the bot is given from outside.</summary>
/// <param name="AsksAi">There is an AI to ask where rules are at a loss.</param>
/// <param name="Secret">Makes codes of invitations that nobody can guess.</param>
public sealed record HabitOptions(bool AsksAi, string Secret)
{
    /// <summary>Habits a person may have.</summary>
    public const int MostHabits = 20;

    /// <summary>Freezes a month.</summary>
    public const int FreezesAMonth = 2;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 60;
}
