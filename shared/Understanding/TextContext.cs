using NodaTime;

namespace WhatsAppBots.Understanding;

/// <summary>Against what a text is read: whose words, whose clock.</summary>
/// <param name="Language">Two-letter code; null where it is not known: English. English words are understood beside every other language.</param>
/// <param name="Zone">Where the person is.</param>
/// <param name="Now">When they wrote.</param>
public sealed record TextContext(string? Language, DateTimeZone Zone, Instant Now)
{
    /// <summary>What their clock shows.</summary>
    public LocalDateTime Local => Now.InZone(Zone).LocalDateTime;
}
