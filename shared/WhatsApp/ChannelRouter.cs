using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Twilio;
using WhatsAppBots.WhatsApp.Twilio.Sending;

namespace WhatsAppBots.WhatsApp;

/// <summary>The channels behind one: the business number decides.</summary>
internal sealed class ChannelRouter(CloudApiChannel meta, TwilioChannel twilio) : IChannel
{
    /// <inheritdoc/>
    public IChannel Of(string numberId) => TwilioOptions.Owns(numberId) ? twilio : meta;

    /// <inheritdoc/>
    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken) =>
        Of(message.NumberId).SendAsync(message, cancellationToken);

    /// <inheritdoc/>
    public Task PrepareAsync(string numberId, OutgoingContent content, CancellationToken cancellationToken) =>
        Of(numberId).PrepareAsync(numberId, content, cancellationToken);

    /// <inheritdoc/>
    public NumberNews? NewsOf(UnknownUpdate update) => meta.NewsOf(update);

    /// <summary>By Meta's table; another channel's own is asked by <see cref="Of"/>.</summary>
    public ErrorClass ClassOf(ProviderError error) => meta.ClassOf(error);

    /// <summary>Against Meta's limits; another channel's own are asked by <see cref="Of"/>.</summary>
    public IReadOnlyList<string> Check(OutgoingContent content) => meta.Check(content);

    /// <summary>As Meta takes it; another channel is asked by <see cref="Of"/>.</summary>
    public IReadOnlyList<OutgoingContent> Split(OutgoingContent content) => meta.Split(content);
}
