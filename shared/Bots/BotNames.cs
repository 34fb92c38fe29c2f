using System.Collections.Frozen;

namespace WhatsAppBots.Bots;

/// <summary>Names of the bots of this program: a number may be mapped to these.</summary>
public static class BotNames
{
    /// <summary>All of them, the hub among them. A number mapped to anything else stops the start.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create("echo", "habits", "hub", "portraits");
}
