using WhatsAppBots.BotKit.Texts;

namespace WhatsAppBots.BotKit.Talk;

/// <summary>What all bots say beside the matter.</summary>
public sealed class TalkTexts(string? language) : TextSet(language)
{
    public string Goodbye => Get();
    public string Smile => Get();
    public string YouAreWelcome => Get();
    public string NoWorries => Get();
    public string Insulted => Get();
    public string HardDay => Get();
    public string Price => Get();
    public string How => Get();
    public string NoReminders => Get();
    public string Help => Get();
    public string HelpLine(string line) => Get().With("line", line);
}
