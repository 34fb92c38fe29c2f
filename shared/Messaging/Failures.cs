using System.Net.Sockets;
using Npgsql;

namespace WhatsAppBots.Messaging;

/// <summary>Tells failures of the infrastructure, which count as no try of anybody's, from failures of the work itself.</summary>
public static class Failures
{
    private const string IdleTimeout = "25P03";

    /// <summary>PostgreSQL ended a transaction in which nothing was asked for too long: something in it took its whole time.</summary>
    public static bool IsIdle(Exception e) => e is PostgresException { SqlState: IdleTimeout } || (e.InnerException is { } inner && IsIdle(inner));

    /// <summary>Database gone, overloaded, out of disk, deadlock, serialization, shutdown, time-out.</summary>
    public static bool IsInfrastructure(Exception e) => e switch
    {
        // https://www.postgresql.org/docs/current/errcodes-appendix.html: connection, rollback, resources, operator
        // intervention, system; 55: object in use; 25P03: idle in transaction, a session of a process that was paused.
        PostgresException postgres => postgres.SqlState[..2] is "08" or "40" or "53" or "57" or "58" or "55" || postgres.SqlState == IdleTimeout,
        NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException => true,
        OperationCanceledException => true,
        InvalidOperationException { Source: "Npgsql" } => true,
        _ => e.InnerException is { } inner && IsInfrastructure(inner),
    };
}
