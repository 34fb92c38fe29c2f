using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Portraits.Backend.Store;

/// <summary>File that a person sent.</summary>
/// <param name="Id">Our own id of it.</param>
public sealed record MessageFile(long Id, long ConversationId);

/// <summary>Knows which files the caller may see.</summary>
public sealed class MessageFileQueries(Workspace workspace)
{
    private const string FindSql =
        "select id, conversation_id as ConversationId from chat.media where message_provider_id = @message";

    /// <summary>Finds the file of a message; null: there is none.</summary>
    /// <param name="message">The provider's id of the message.</param>
    public Task<MessageFile?> FindAsync(string message, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.QuerySingleOrDefaultAsync<MessageFile?>(
            new CommandDefinition(FindSql, new { message }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);
}
