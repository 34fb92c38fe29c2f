using WhatsAppBots.BotKit.Texts;

namespace WhatsAppBots.Bots.__Bot__;

/// <summary>Texts of the bot.</summary>
internal sealed class __Bot__Texts(string? language) : TextSet(language)
{
    public string Title => Get();
    public string Description => Get();
    public string Greeting => Get();
    public string TextsOnly => Get();
    public string Answer(string text) => Get().With("text", text);
}
