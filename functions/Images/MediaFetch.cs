using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.WhatsApp.Files;

namespace WhatsAppBots.Images;

/// <summary>
/// Fetches what a person sent while the provider keeps it: an address lives 5 minutes, an id 7 days. What nobody wants, or what is beyond the
/// person's share of the day, is entered with its id, by which it can be fetched later.
/// </summary>
internal sealed class MediaFetch(ChannelMedia downloads, IMediaStore media, MediaQuota quota, TimeProvider time) : IEventHandler
{
    // One that was left at the provider may be fetched later; one that was erased may not.
    private const string StoreSql =
        """
        insert into chat.media as m (workspace_id, conversation_id, message_provider_id, provider_media_id, store_key, mime_type,
                                     size_bytes, sha256, error, stored_at, number_id, message_type)
        select @workspace, @ConversationId, @MessageId, @MediaId, @Key, @Mime, @Size, @Sha256, @Error, @now, @NumberId, @MessageType
        where exists (select 1 from chat.conversations where id = @ConversationId)
        on conflict (message_provider_id) do update set store_key = excluded.store_key, mime_type = excluded.mime_type,
          size_bytes = excluded.size_bytes, sha256 = excluded.sha256, error = excluded.error, stored_at = excluded.stored_at
        where m.store_key is null and m.error = any(@left) and excluded.error is distinct from m.error
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.UserMediaReceived;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var file = e.Data.Deserialize(ContractsJson.Default.UserMediaReceived)!;
        var (fetched, fault) = await FetchAsync(file, cancellationToken);
        var isKept = false;
        return new EventOutcome(
            async (connection, transaction, _) => isKept = await connection.ExecuteAsync(
                StoreSql,
                new
                {
                    workspace = e.Workspace, file.ConversationId, file.MessageId, file.MediaId, file.NumberId, file.MessageType, fetched.Key, fetched.Mime,
                    fetched.Size, fetched.Sha256, fetched.Error, now = time.GetUtcNow().UtcDateTime, left = MediaLeft.All.ToArray(),
                },
                transaction) > 0,
            Told(e, file, fetched.Key, fault))
        {
            // It is here already, or its person was erased meanwhile: nobody would ever delete it.
            After = token => isKept || fetched.Key is not { } key ? Task.CompletedTask : media.DeleteAsync(key, token),
        };
    }

    private async Task<(Fetched File, string? Fault)> FetchAsync(UserMediaReceived file, CancellationToken cancellationToken)
    {
        if (file.IsWanted == false) return (new Fetched(null, file.MimeType, null, null, MediaLeft.NotFetched), null);
        if (!await quota.HasRoomAsync(file.ConversationId, cancellationToken)) return await TooMuchAsync();
        var outcome = await downloads.DownloadAsync(
            file.NumberId, new MediaRequest(file.MediaId, file.MimeType, file.Sha256, file.MessageType), cancellationToken);
        if (outcome is MediaDownloadOutcome.Stored stored)
        {
            if (await quota.TryTakeAsync(file.ConversationId, stored.Size, cancellationToken))
            {
                return (new Fetched(stored.Key, stored.MimeType, stored.Size, stored.Sha256, null), null);
            }

            await media.DeleteAsync(stored.Key, cancellationToken);
            return await TooMuchAsync();
        }

        var error = outcome switch
        {
            MediaDownloadOutcome.Gone => "gone",
            MediaDownloadOutcome.Rejected rejected => rejected.Reason,
            MediaDownloadOutcome.Failed { Retryable: false } failed => failed.Reason,
            MediaDownloadOutcome.Failed failed => throw new HttpRequestException($"The file could not be fetched: {failed.Reason}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return (new Fetched(null, file.MimeType, null, null, error), null);

        async Task<(Fetched, string?)> TooMuchAsync() =>
            (new Fetched(null, file.MimeType, null, null, MediaLeft.TooMuch), await quota.RefuseAsync(file.ConversationId, cancellationToken));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) => Told(e, e.Data.Deserialize(ContractsJson.Default.UserMediaReceived)!, null, null);

    // Who wants the file is told that it is here, or that it never will be.
    private CloudEvent[] Told(CloudEvent e, UserMediaReceived file, string? key, string? fault) => file.Purpose is not { } purpose ? [] :
    [
        CloudEvent.Of(
            $"media:{EventIds.Of(file.MessageId)}", Apps.Images, EventTypes.MediaStored, e.Workspace, file.ConversationId, e.Bot, time.GetUtcNow(),
            new(file.ConversationId, file.MessageId, purpose, key, fault), ContractsJson.Default.MediaStored),
    ];

    private sealed record Fetched(string? Key, string Mime, long? Size, string? Sha256, string? Error);
}
