using Dapper;
using Npgsql;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>Reads business numbers.</summary>
public static class NumberQueries
{
    private const string ExistsSql = "select exists (select 1 from platform.numbers where number_id = @number)";

    /// <summary>Tells whether the caller's workspace has a number.</summary>
    public static Task<bool> ExistsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string number, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<bool>(new CommandDefinition(ExistsSql, new { number }, transaction, cancellationToken: cancellationToken));
}
