using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Erasure;

/// <summary>Erases photos that people sent, by their messages.</summary>
internal sealed class PhotoErasure(Database database, IMediaStore media) : IEventHandler
{
    private const string KeysSql =
        """
        select store_key from chat.media where conversation_id = @ConversationId and message_provider_id = any(@messages) and store_key is not null
        """;

    // The row of a message in the history stays, without its file.
    private const string EraseSql =
        """
        update chat.media set store_key = null, error = 'erased' where conversation_id = @ConversationId and store_key = any(@keys);
        delete from images.photos where conversation_id = @ConversationId and message_id = any(@messages);
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.PhotosErased;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.PhotosErased)!;
        var messages = asked.MessageIds.ToArray();
        string[] keys;
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            keys = [.. await connection.QueryAsync<string>(KeysSql, new { asked.ConversationId, messages })];
        }

        foreach (var key in keys) await media.DeleteAsync(key, cancellationToken);
        return new EventOutcome((connection, transaction, _) =>
            connection.ExecuteAsync(EraseSql, new { asked.ConversationId, messages, keys }, transaction));
    }
}
