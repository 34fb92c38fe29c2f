using System.Text.Json.Serialization;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>How a message may be sent when the first try does not succeed, kept with its content.</summary>
/// <param name="Purpose">Why it is said, by the name of the engine's purpose; null: an answer.</param>
/// <param name="OutsideWindow">The template to send instead where the 24-hour window turns out to be closed.</param>
/// <param name="NotAfter">When it is too old to be sent: a reminder of yesterday reminds of nothing.</param>
public sealed record DeliveryTerms(string? Purpose = null, TemplateMessage? OutsideWindow = null, DateTimeOffset? NotAfter = null)
{
    /// <summary>How often it was accepted, failed later, and was sent again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Again { get; init; }

    /// <summary>The conversation of somebody else whom the message tells of: it goes with what is theirs. Null: none.</summary>
    public long? About { get; init; }
}
