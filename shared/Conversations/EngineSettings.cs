using Microsoft.Extensions.Configuration;
using WhatsAppBots.Conversations.Outbox;

namespace WhatsAppBots.Conversations;

/// <summary>Reads the engine's settings.</summary>
public static class EngineSettings
{
    /// <summary>WHATSAPP_RATE_PER_NUMBER, WHATSAPP_RATE_PER_PAIR and TEXTS_PER_PERSON, or their defaults.</summary>
    /// <exception cref="FormatException">A setting is out of form; the message names it.</exception>
    public static EngineOptions Read(IConfiguration configuration, bool overBus)
    {
        var defaults = new EngineOptions();
        var perPair = Rate("WHATSAPP_RATE_PER_PAIR", defaults.RatePerPair);
        return new EngineOptions
        {
            RatePerNumber = Rate("WHATSAPP_RATE_PER_NUMBER", defaults.RatePerNumber),
            RatePerPair = perPair,
            TextsPerPerson = Rate("TEXTS_PER_PERSON", new EngineOptions { RatePerPair = perPair }.TextsPerPerson),
            RingsItself = !overBus,
        };

        Rate Rate(string name, Rate otherwise) => configuration[name] is not { Length: > 0 } text
            ? otherwise
            : Outbox.Rate.TryParse(text, out var rate)
                ? rate
                : throw new FormatException($"{name} is \"{text}\"; it takes 80 (a second), 45/6s (burst and refill) or off.");
    }
}
