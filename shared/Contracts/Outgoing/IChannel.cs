namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>A way to a person: Meta's Cloud API, Twilio. It makes one request and says what came of it.</summary>
public interface IChannel
{
    /// <summary>
    /// Sends one message in one attempt, within the channel's own request time-out (8 s).
    /// Never throws for what a provider does; throws <see cref="OperationCanceledException"/> when cancelled before the request left.
    /// </summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>The faults of a message against the channel's limits, each naming the field; empty where it may go.</summary>
    IReadOnlyList<string> Check(OutgoingContent content);

    /// <summary>A message as the channel can take it: a long text in several parts, all else as it is.</summary>
    IReadOnlyList<OutgoingContent> Split(OutgoingContent content);
}
