using System.Collections.Concurrent;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Testing;

/// <summary>A channel that keeps what it is given and answers as it is told.</summary>
public sealed class FakeChannel : IChannel
{
    private int _ids;

    /// <summary>All that was asked to be sent, in order.</summary>
    public ConcurrentQueue<OutgoingMessage> Sent { get; } = new();

    /// <summary>Decides the outcome; null accepts.</summary>
    public Func<OutgoingMessage, Task<SendOutcome?>> Answer { get; set; } = _ => Task.FromResult<SendOutcome?>(null);

    /// <summary>A real channel whose limits hold here too.</summary>
    public IChannel? Rules { get; init; }

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        Sent.Enqueue(message);
        return await Answer(message) ?? new SendOutcome.Accepted($"wamid.out.{Interlocked.Increment(ref _ids)}");
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(OutgoingContent content) =>
        Rules?.Check(content) ?? (content is TextMessage { Body: "" } ? ["text.body: empty"] : []);

    /// <inheritdoc/>
    public IReadOnlyList<OutgoingContent> Split(OutgoingContent content) => Rules?.Split(content) ?? [content];

    /// <inheritdoc/>
    public Rendering Render(OutgoingContent content, int offered) => Rules?.Render(content, offered) ?? new Rendering(Split(content), []);

    /// <summary>Texts sent so far to a phone.</summary>
    public IReadOnlyList<string> TextsTo(string phone) =>
        [.. Sent.Where(message => message.Recipient.Phone == phone).Select(message => message.Content).OfType<TextMessage>().Select(text => text.Body)];
}
