using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Portraits.Backend.Store;

/// <summary>Knows which files the caller may see.</summary>
public sealed class MessageFileQueries(Workspace workspace)
{
    private const string IsThereSql = "select exists (select 1 from chat.media where message_provider_id = @message)";

    /// <summary>Tells whether there is a file of a message.</summary>
    /// <param name="message">The provider's id of the message.</param>
    public Task<bool> IsThereAsync(string message, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.QuerySingleAsync<bool>(
            new CommandDefinition(IsThereSql, new { message }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);
}
