using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Erasure;

/// <summary>Erases all photos, pictures, charts and models of a person who was erased.</summary>
internal sealed class PersonForgotten(Database database, IMediaStore media, PictureErasure pictures) : IEventHandler
{
    private const string OrdersSql = "select order_id from images.jobs where conversation_id = any(@conversations)";

    private const string FilesSql =
        """
        select store_key from images.photos where conversation_id = any(@conversations) and store_key is not null
        union all
        select store_key from images.charts where conversation_id = any(@conversations)
        """;

    private const string EraseSql =
        """
        delete from images.photos where conversation_id = any(@conversations);
        delete from images.charts where conversation_id = any(@conversations);
        delete from images.looks where conversation_id = any(@conversations);
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.PersonErased;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var conversations = e.Data.Deserialize(ContractsJson.Default.PersonErased)!.Conversations.ToArray();
        var (orders, keys) = await database.UseAsync(
            async connection => (
                await connection.QueryAsync<long>(OrdersSql, new { conversations }), await connection.QueryAsync<string>(FilesSql, new { conversations })),
            cancellationToken);
        foreach (var key in keys) await media.DeleteAsync(key, cancellationToken);
        var erase = await pictures.EraseAsync([.. orders], models: true, cancellationToken);
        return new EventOutcome(async (connection, transaction, token) =>
        {
            await erase(connection, transaction, token);
            await connection.ExecuteAsync(EraseSql, new { conversations }, transaction);
        });
    }
}
