using System.Collections.Concurrent;
using WhatsAppBots.Contracts.Incoming;
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

    /// <summary>Runs before the address of a message is read, as an upload does.</summary>
    public Func<OutgoingContent, Task> Prepare { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PrepareAsync(string numberId, OutgoingContent content, CancellationToken cancellationToken) => Prepare(content);

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

    /// <inheritdoc/>
    public ErrorClass ClassOf(ProviderError error) => Rules?.ClassOf(error) ?? Classes.GetValueOrDefault(error.Code);

    /// <inheritdoc/>
    public NumberNews? NewsOf(UnknownUpdate update) => News(update);

    /// <summary>Classes of errors that statuses tell, by code.</summary>
    public Dictionary<int, ErrorClass> Classes { get; } = new() { [131047] = ErrorClass.Window, [131042] = ErrorClass.Account, [131000] = ErrorClass.Passing };

    /// <summary>What updates tell of numbers.</summary>
    public Func<UnknownUpdate, NumberNews?> News { get; set; } = _ => null;

    /// <summary>Texts sent so far to a phone.</summary>
    public IReadOnlyList<string> TextsTo(string phone) =>
        [.. Sent.Where(message => message.Recipient.Phone == phone).Select(message => message.Content).OfType<TextMessage>().Select(text => text.Body)];
}
