using WhatsAppBots.BotKit.Texts;

namespace WhatsAppBots.Bots.Echo;

/// <summary>What Echo says besides its echo.</summary>
internal sealed class EchoTexts(string? language) : TextSet(language)
{
    public string Title => Get();
    public string Description => Get();
    public string Greeting => Get();
    public string TextsOnly => Get();
}
