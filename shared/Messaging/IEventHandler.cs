using Npgsql;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Handler of one type of event in one app. The slow part (a download, a provider) runs outside any transaction; what it
/// returns is written in the transaction that marks the event consumed, so the effect happens once.
/// </summary>
public interface IEventHandler
{
    /// <summary>The app whose event it is: a name of <see cref="Apps"/>.</summary>
    string Receiver { get; }

    /// <summary>A name of <see cref="EventTypes"/>.</summary>
    string Type { get; }

    /// <summary>
    /// How many of them one drain works at once, of <see cref="EventLanes.All"/>. Slow ones take fewer, so that quick ones of the same app are not
    /// held up by them.
    /// </summary>
    int AtOnce => EventLanes.All;

    /// <summary>Works the event. A throw is a failed try.</summary>
    Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken);

    /// <summary>What is to be told where the last try failed too, so that nobody waits for what will not come.</summary>
    IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) => [];
}

/// <summary>Outcome of an event.</summary>
/// <param name="Write">Written with its end; null: nothing.</param>
/// <param name="Told">What other apps are told in the same transaction.</param>
public sealed record EventOutcome(EventEffect? Write = null, params IReadOnlyList<CloudEvent> Told)
{
    /// <summary>
    /// Done once that is committed and the connection given back; null: nothing. Here belong files: deleting one may take a request to another
    /// server. A process that dies before it leaves it undone.
    /// </summary>
    public Func<CancellationToken, Task>? After { get; init; }
}

/// <summary>The database's half of an event's effect.</summary>
public delegate Task EventEffect(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken);
