using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Somebody writes that they suffer: no drill, but where to find help. They alone end the pause.</summary>
internal static class Caring
{
    // Help lines of the countries whose languages are spoken here; elsewhere a directory of all. Source: findahelpline.com.
    private static readonly Dictionary<string, string> _lines = new()
    {
        ["US"] = "988", ["CA"] = "988", ["GB"] = "116 123", ["IE"] = "116 123", ["AU"] = "13 11 14", ["NZ"] = "1737", ["IN"] = "14416",
        ["ES"] = "024", ["MX"] = "800 911 2000", ["AR"] = "135", ["CL"] = "*4141", ["BR"] = "188", ["PT"] = "213 544 545", ["IL"] = "1201",
    };

    public static void Answer(HabitTurn turn)
    {
        turn.Data = turn.Data with { Pause = new Pause(turn.Today, null), Punishments = [], Untold = [], Question = null };
        var line = CallingCodes.CountryOf(turn.Conversation.Person.Phone) is { } country ? _lines.GetValueOrDefault(country) : null;

        // Nobody may be there to answer in time, so no person of ours is promised.
        turn.Add(new FlagCrisis());
        turn.Buttons(line is null ? turn.Texts.Help : turn.Texts.HelpLine(line), new Choice(HabitIds.Resume, turn.Texts.GoOnButton));
    }
}
