using WhatsAppBots.Messaging;

namespace WhatsAppBots.Transport;

/// <summary>A broker with the topic and the subscriptions of infra/servicebus/config.json.</summary>
public interface IBroker : IAsyncDisposable
{
    /// <summary>Where events are published.</summary>
    IBusTopic Topic { get; }

    /// <summary>How long something may take to arrive before it counts as lost.</summary>
    TimeSpan Patience { get; }

    /// <summary>Hears a subscription, as a trigger does: many at once, completed when it returns, given back at once when it throws.</summary>
    /// <param name="subscription">Its name, or <c>name/$DeadLetterQueue</c>.</param>
    /// <returns>Ends it.</returns>
    Task<IAsyncDisposable> HearAsync(string subscription, Func<string, CancellationToken, Task> hear);
}
