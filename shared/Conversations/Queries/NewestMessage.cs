using Dapper;
using Npgsql;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>The newest message of a conversation.</summary>
public static class NewestMessage
{
    private const string Sql = "select coalesce(max(id), 0) from chat.messages where conversation_id = @conversation";

    /// <summary>Reads its id, in a transaction of the caller's; 0: there is none that the caller may see.</summary>
    public static Task<long> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long conversation, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<long>(new CommandDefinition(
            Sql, new { conversation }, transaction, cancellationToken: cancellationToken));
}
