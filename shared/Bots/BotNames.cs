using System.Collections.Frozen;

namespace WhatsAppBots.Bots;

/// <summary>The names a number may be mapped to.</summary>
public static class BotNames
{
    /// <summary>In alphabetical order. A name whose bot is not built stays silent; a name that is none of these is a slip.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create("bets", "echo", "habits", "hub", "portraits", "support");
}
