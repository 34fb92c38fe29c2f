using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>A way to a person: Meta's Cloud API, Twilio. It makes one request and says what came of it.</summary>
public interface IChannel
{
    /// <summary>
    /// Sends one message in one attempt, within the channel's own request time-out (8 s).
    /// Never throws for what a provider does; throws <see cref="OperationCanceledException"/> when cancelled before the request left.
    /// </summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>
    /// Does what takes long and needs no address, such as uploading a file, so that the address is read as late as can be. What fails here
    /// is done again, and told, by <see cref="SendAsync"/>.
    /// </summary>
    Task PrepareAsync(string numberId, OutgoingContent content, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The faults of a message against the channel's limits, each naming the field; empty where it may go.</summary>
    IReadOnlyList<string> Check(OutgoingContent content);

    /// <summary>A message as the channel can take it, whatever words of people are in it: long texts in several parts, titles cut and told apart.</summary>
    IReadOnlyList<OutgoingContent> Split(OutgoingContent content);

    /// <summary>A message as the channel shows it: split, and with numbers in the text where it has no buttons.</summary>
    /// <param name="content">What a bot says.</param>
    /// <param name="offered">How many choices were given a number in the same breath: the next follow them.</param>
    Rendering Render(OutgoingContent content, int offered) => new(Split(content), []);

    /// <summary>The class of an error told after the message had been accepted; an unknown one concerns its message alone.</summary>
    ErrorClass ClassOf(ProviderError error) => ErrorClass.Message;

    /// <summary>What an update that is no message tells of business numbers: that they may not send, or may again. Null: nothing.</summary>
    NumberNews? NewsOf(UnknownUpdate update) => null;

    /// <summary>The channel that a business number speaks by.</summary>
    IChannel Of(string numberId) => this;
}

/// <summary>News of business numbers by webhook.</summary>
/// <param name="Numbers">The numbers concerned.</param>
/// <param name="Stops">They may not send; else they may again, which is to be tried at once.</param>
/// <param name="Error">Why.</param>
public sealed record NumberNews(IReadOnlyList<string> Numbers, bool Stops, ProviderError Error)
{
    /// <summary>
    /// The account that the news are of: those of <see cref="Numbers"/> that are known to be of another one are left out. Null: all are meant.
    /// </summary>
    public string? AccountId { get; init; }
}

/// <summary>What a channel makes of a message.</summary>
/// <param name="Parts">What is sent, in order; empty where the channel has nothing like it.</param>
/// <param name="Numbered">The choices that are numbers in the text, in the order of their numbers.</param>
public sealed record Rendering(IReadOnlyList<OutgoingContent> Parts, IReadOnlyList<Choice> Numbered);
