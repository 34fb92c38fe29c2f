using WhatsAppBots.BotKit.Texts;

namespace WhatsAppBots.BotKit.Hub;

/// <summary>What the hub says.</summary>
public sealed class HubTexts(string? language) : TextSet(language)
{
    public string Title => Get();
    public string Description => Get();
    public string Choose => Get();
    public string Button => Get();
    public string Chosen(string bot) => Get().With("bot", bot);
}
