using Npgsql;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Conversations.Events;

/// <summary>
/// What an app does about one type of event. The slow part (a download, a provider) runs outside any transaction; what it
/// returns is written in the transaction that marks the event consumed, so the effect happens once.
/// </summary>
public interface IEventHandler
{
    /// <summary>The app whose event it is: a name of <see cref="Apps"/>.</summary>
    string Receiver { get; }

    /// <summary>A name of <see cref="EventTypes"/>.</summary>
    string Type { get; }

    /// <summary>Works the event. A throw is a failed try.</summary>
    Task<EventEffect> HandleAsync(CloudEvent e, CancellationToken cancellationToken);
}

/// <summary>The database's half of an event's effect.</summary>
public delegate Task EventEffect(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken);
