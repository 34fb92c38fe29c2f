using System.Globalization;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;
using WhatsAppBots.WhatsApp.Files;

namespace WhatsAppBots.Images;

/// <summary>
/// A file that a person sent, for those who run the bots: the API leads whoever may see it here, by a link of a minute. One that was left
/// at the
/// provider is fetched when it is asked for.
/// </summary>
public sealed class MessageFile(ChannelMedia channels, Database database, IMediaStore media, SignedTokens tokens, TimeProvider time)
{
    private const string FindSql =
        """
        select conversation_id as ConversationId, provider_media_id as MediaId, number_id as NumberId, message_type as MessageType,
               mime_type as MimeType, store_key as StoreKey, error as Error
        from chat.media where id = @file
        """;

    private const string KeepSql =
        """
        update chat.media set store_key = @key, mime_type = @mime, size_bytes = @size, sha256 = @sha256, error = null, stored_at = @now
        where id = @file and store_key is null and error = any(@left)
        """;

    private const string GoneSql =
        "update chat.media set error = 'gone' where id = @file and store_key is null and error = any(@left)";

    /// <summary>
    /// The file that the token names; 404 where the token is no good or no file is known, 410 where the provider has it no
    /// longer,
    /// 502 where the provider does not give it.
    /// </summary>
    [Function("MessageFile")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = MessageFileLink.Path + "/{token}")] HttpRequest request, string token,
        CancellationToken cancellationToken)
    {
        if (!long.TryParse(tokens.Read(MessageFileLink.Purpose, token), NumberStyles.None, CultureInfo.InvariantCulture, out var file))
        {
            return Results.NotFound();
        }

        var row = await database.UseAsync(
            connection => connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(FindSql, new { file },
                cancellationToken: cancellationToken)),
            cancellationToken);
        var key = row?.StoreKey;
        if (key is null && row is { NumberId: not null, Error: { } error } && MediaLeft.All.Contains(error))
        {
            (key, var refusal) = await FetchAsync(file, row, cancellationToken);
            if (refusal is not null) return refusal;
        }

        if (key is null) return row?.Error == "gone" ? Results.StatusCode(StatusCodes.Status410Gone) : Results.NotFound();
        return await media.OpenPlainAsync(key, cancellationToken) is { } stored
            ? Results.File(stored.Content, stored.ContentType, key)
            : Results.NotFound();
    }

    private async Task<(string? Key, IResult? Refusal)> FetchAsync(long file, Row row, CancellationToken cancellationToken)
    {
        var outcome = await channels.DownloadAsync(
            row.NumberId!, new MediaRequest(row.MediaId, row.MimeType, null, row.MessageType), cancellationToken);
        if (outcome is MediaDownloadOutcome.Gone)
        {
            await database.UseAsync(connection =>
                connection.ExecuteAsync(GoneSql, new { file, left = MediaLeft.All.ToArray() }), cancellationToken);
            return (null, Results.StatusCode(StatusCodes.Status410Gone));
        }

        if (outcome is not MediaDownloadOutcome.Stored stored)
        {
            return (null, Results.Problem("The provider did not give the file.", statusCode: StatusCodes.Status502BadGateway));
        }

        var values = new
        {
            file, key = stored.Key, mime = stored.MimeType, size = stored.Size, sha256 = stored.Sha256, now =
                time.GetUtcNow().UtcDateTime,
            left = MediaLeft.All.ToArray(),
        };
        var isKept = await database.UseAsync(connection => connection.ExecuteAsync(KeepSql, values), cancellationToken) > 0;
        if (isKept) return (stored.Key, null);

        // Somebody else was faster, or the person was erased meanwhile.
        await media.DeleteAsync(stored.Key, cancellationToken);
        return (null, Results.StatusCode(StatusCodes.Status409Conflict));
    }

    private sealed class Row
    {
        public long ConversationId { get; init; }
        public string MediaId { get; init; } = "";
        public string? NumberId { get; init; }
        public string? MessageType { get; init; }
        public string? MimeType { get; init; }
        public string? StoreKey { get; init; }
        public string? Error { get; init; }
    }
}
