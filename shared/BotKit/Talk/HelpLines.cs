using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.BotKit.Talk;

/// <summary>Help lines for people who write of suicide or despair.</summary>
public static class HelpLines
{
    // Help lines of the countries whose languages are spoken here; elsewhere a directory of all. Source: findahelpline.com.
    private static readonly Dictionary<string, string> _lines = new()
    {
        ["US"] = "988", ["CA"] = "988", ["GB"] = "116 123", ["IE"] = "116 123", ["AU"] = "13 11 14", ["NZ"] = "1737", ["IN"] = "14416",
        ["ES"] = "024", ["MX"] = "800 911 2000", ["AR"] = "135", ["CL"] = "*4141", ["BR"] = "188", ["PT"] = "213 544 545", ["IL"] = "1201",
    };

    /// <summary>
    /// The answer to such a person, in their language, with the help line of their country where one is known. Nobody may be there to
    /// answer in time, so no person of ours is promised.
    /// </summary>
    public static string TextFor(Conversation conversation)
    {
        var texts = new TalkTexts(conversation.Language);
        return CallingCodes.CountryOf(conversation.Person.Phone) is { } country && _lines.GetValueOrDefault(country) is { } line
            ? texts.HelpLine(line)
            : texts.Help;
    }
}
