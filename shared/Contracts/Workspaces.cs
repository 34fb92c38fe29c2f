namespace WhatsAppBots.Contracts;

/// <summary>Workspaces: whose numbers, people and money rows are.</summary>
public static class Workspaces
{
    /// <summary>The workspace of numbers that nobody has claimed.</summary>
    public const long Default = 1;
}
