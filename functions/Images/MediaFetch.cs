using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Files;

namespace WhatsAppBots.Images;

/// <summary>Fetches what a person sent while the provider keeps it: an address lives 5 minutes, an id 7 days.</summary>
internal sealed class MediaFetch(ChannelMedia downloads, IMediaStore media, TimeProvider time) : IEventHandler
{
    private const string StoreSql =
        """
        insert into chat.media (workspace_id, conversation_id, message_provider_id, provider_media_id, store_key, mime_type,
                                size_bytes, sha256, error, stored_at)
        select @workspace, @ConversationId, @MessageId, @MediaId, @key, @mime, @size, @sha256, @error, @now
        where exists (select 1 from chat.conversations where id = @ConversationId)
        on conflict (message_provider_id) do nothing
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.UserMediaReceived;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var file = e.Data.Deserialize(ContractsJson.Default.UserMediaReceived)!;
        var outcome = await downloads.DownloadAsync(
            file.NumberId, new MediaRequest(file.MediaId, file.MimeType, file.Sha256, file.MessageType), cancellationToken);
        var (key, mime, size, sha256, error) = outcome switch
        {
            MediaDownloadOutcome.Stored stored => (stored.Key, stored.MimeType, stored.Size, stored.Sha256, (string?)null),
            MediaDownloadOutcome.Gone => ((string?)null, file.MimeType, (long?)null, (string?)null, "gone"),
            MediaDownloadOutcome.Rejected rejected => (null, file.MimeType, null, null, rejected.Reason),
            MediaDownloadOutcome.Failed { Retryable: false } failed => (null, file.MimeType, null, null, failed.Reason),
            MediaDownloadOutcome.Failed failed => throw new HttpRequestException($"The file could not be fetched: {failed.Reason}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new EventOutcome(async (connection, transaction, token) =>
        {
            var stored = await connection.ExecuteAsync(
                StoreSql,
                new
                {
                    workspace = e.Workspace, file.ConversationId, file.MessageId, file.MediaId, key, mime, size = (long?)size, sha256, error,
                    now = time.GetUtcNow().UtcDateTime,
                },
                transaction);

            // It is here already, or its person was erased meanwhile: nobody would ever delete it.
            if (stored == 0 && key is not null) await media.DeleteAsync(key, token);
        }, Told(e, file, key));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) => Told(e, e.Data.Deserialize(ContractsJson.Default.UserMediaReceived)!, null);

    // Who wants the file is told that it is here, or that it never will be.
    private CloudEvent[] Told(CloudEvent e, UserMediaReceived file, string? key) => file.Purpose is not { } purpose ? [] :
    [
        CloudEvent.Of(
            $"media:{EventIds.Of(file.MessageId)}", Apps.Images, EventTypes.MediaStored, e.Workspace, file.ConversationId, e.Bot, time.GetUtcNow(),
            new(file.ConversationId, file.MessageId, purpose, key), ContractsJson.Default.MediaStored),
    ];
}
