using Dapper;
using Npgsql;

namespace WhatsAppBots.Desk.Notes;

/// <summary>Asks whether the caller's workspace has a thread.</summary>
internal static class ThreadThere
{
    private const string Sql = "select exists (select 1 from desk.threads where conversation_id = @conversation)";

    public static Task<bool> IsAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<bool>(new CommandDefinition(Sql, new { conversation }, transaction, cancellationToken: cancellationToken));
}
