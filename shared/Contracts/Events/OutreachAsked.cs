using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Contracts.Events;

/// <summary>
/// A message is to be sent to somebody who need not have written before. Told once for its origin; what becomes of it stands in the history
/// of the conversation it goes to.
/// </summary>
/// <param name="Number">The business number it goes from.</param>
/// <param name="Phone">International, digits only.</param>
/// <param name="Origin">Who sends it: <c>key:3/31</c>, <c>campaign:12</c>.</param>
/// <param name="Purpose">A name of the engine's purposes: it decides who gets it.</param>
/// <param name="NotAfter">When it is too old to be sent; null: never.</param>
public sealed record OutreachAsked(
    string Number, string Phone, string Origin, OutgoingContent Content, string Purpose, DateTimeOffset? NotAfter);
