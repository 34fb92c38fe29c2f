using System.Collections.Frozen;
using WhatsAppBots.Bots.Echo;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Conversations;

namespace WhatsAppBots.Bots;

/// <summary>Names of the bots of this program: a number may be mapped to these.</summary>
public static class BotNames
{
    /// <summary>All of them, the hub among them. A number mapped to anything else stops the start.</summary>
    public static readonly FrozenSet<string> All =
        FrozenSet.Create(Numbers.Hub, PortraitsModule.Name, HabitsModule.Name, EchoModule.Name);
}
