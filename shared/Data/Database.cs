using Npgsql;

namespace WhatsAppBots.Data;

/// <summary>The connections of one process to its PostgreSQL, by what they are for.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The role the admin app reads as; the migrations make it.</summary>
    public const string AdminRole = "whatsappbots_admin";

    private static readonly TimeSpan _passwordLasts = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan _passwordAgain = TimeSpan.FromSeconds(5);

    // A host that is paused or cut off holds row locks; the server ends such a session so that others go on.
    private const string Common = "-c idle_in_transaction_session_timeout=10000 -c tcp_keepalives_idle=5"
        + " -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    // Statements are prepared while tables are small; these keep the plans from scanning when the tables have grown.
    private const string Planner = " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
        + " -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off"
        + " -c enable_memoize=off -c jit=off";

    /// <summary>Opens nothing yet.</summary>
    /// <param name="connectionString">DATABASE_URL in either form. Its <c>Maximum Pool Size</c> may be less than 40, where there are many processes.</param>
    /// <param name="password">Gives the password where the string has none, anew every half hour: a token of an identity.</param>
    public Database(string connectionString, Func<CancellationToken, ValueTask<string>>? password = null)
    {
        var settings = DatabaseUrl.Parse(connectionString);
        if (settings.Password is { Length: > 0 }) password = null;
        ConnectionString = settings.ConnectionString;
        General = Build(settings, password, Common, pool: 40);
        Writer = Build(settings, password, Common + Planner, pool: 4);
        Admin = Build(settings, password, $"{Common} -c role={AdminRole}", pool: 10);
    }

    /// <summary>As Npgsql takes it.</summary>
    public string ConnectionString { get; }

    /// <summary>Everything but the two below.</summary>
    public NpgsqlDataSource General { get; }

    /// <summary>The committer's, and of whoever looks for due timers: plans that stay right while tables grow.</summary>
    public NpgsqlDataSource Writer { get; }

    /// <summary>Reads as a role that owns nothing and sees one workspace a transaction.</summary>
    public NpgsqlDataSource Admin { get; }

    /// <summary>
    /// Does something with a connection of <see cref="General"/> and gives the connection back. Work that asks another server, or reads or writes
    /// files, between two statements takes one for each of them: a connection is never held while somebody else is waited for.
    /// </summary>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await General.OpenConnectionAsync(cancellationToken);
        return await work(connection);
    }

    /// <inheritdoc cref="UseAsync{T}"/>
    public async Task UseAsync(Func<NpgsqlConnection, Task> work, CancellationToken cancellationToken)
    {
        await using var connection = await General.OpenConnectionAsync(cancellationToken);
        await work(connection);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await General.DisposeAsync();
        await Writer.DisposeAsync();
        await Admin.DisposeAsync();
    }

    private static NpgsqlDataSource Build(
        NpgsqlConnectionStringBuilder settings, Func<CancellationToken, ValueTask<string>>? password, string options, int pool)
    {
        var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            Options = $"{settings.Options} {options}".Trim(),
            ApplicationName = settings.ApplicationName ?? "whatsappbots",
            MaxPoolSize = Math.Min(pool, settings.MaxPoolSize),
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            Timeout = 5,
            CommandTimeout = 15,
            // A role set at start-up must survive a pooled connection's return; there is nothing else to reset.
            NoResetOnClose = true,
            KeepAlive = 10,
        };
        var builder = new NpgsqlDataSourceBuilder(own.ConnectionString);
        if (password is not null) builder.UsePeriodicPasswordProvider((_, cancellationToken) => password(cancellationToken), _passwordLasts, _passwordAgain);
        return builder.Build();
    }
}
