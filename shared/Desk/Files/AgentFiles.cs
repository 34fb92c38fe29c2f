using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Threads;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;

namespace WhatsAppBots.Desk.Files;

/// <summary>File that can be sent, or was.</summary>
/// <param name="Id">What a message names it by.</param>
/// <param name="Kind"><c>image</c>, <c>video</c>, <c>audio</c> or <c>document</c>.</param>
/// <param name="Name">As the person sees it; of documents alone.</param>
/// <param name="Size">In bytes.</param>
public sealed record AgentFile(long Id, string Kind, string MimeType, string? Name, long Size);

/// <summary>The same with its key in the media store.</summary>
/// <param name="Key">In the media store.</param>
public sealed record StoredFile(long Id, string Kind, string MimeType, string? Name, string Key)
{
    /// <summary>The message that sends it.</summary>
    /// <param name="caption">Words beside it; null: none.</param>
    public MediaMessage Message(string? caption) => new(
        FileKind.Of(MimeType)!.Media, new MediaSource(StoreKey: Key, MimeType: MimeType), caption, Name);
}

/// <summary>
/// Keeps files that agents send, each for one message of one conversation. One that is not sent within a day is deleted.
/// </summary>
public sealed class AgentFiles(Workspace workspace, IMediaStore media, TimeProvider time)
{
    /// <summary>Code of the conflict where a caller has uploaded many files and not sent them.</summary>
    public const string TooMany = "too_many_files";

    private const int MostUnsent = 100;

    private const string UnsentSql =
        """
        select count(*)::int from desk.files
        where caller = @by and at >= @since and request_id is null and (size_bytes is not null or at >= @begun)
        """;

    private const string AddSql =
        """
        insert into desk.files (workspace_id, conversation_id, caller, kind, mime_type, name, store_key, at)
        select workspace_id, conversation_id, @by, @kind, @mimeType, @name, @key, @now from desk.threads
        where conversation_id = @Conversation
        returning id
        """;

    // Still there: an erasure may have taken it meanwhile.
    private const string StoredSql = "update desk.files set size_bytes = @size where id = @id";

    private const string DropSql = "delete from desk.files where id = @id and size_bytes is null";

    private const string FindSql =
        """
        select id, kind, mime_type as MimeType, name, store_key as Key from desk.files
        where id = @id and conversation_id = @Conversation and size_bytes is not null
        """;

    private const string SentSql =
        "select id, kind, mime_type as MimeType, name, store_key as Key from desk.files where request_id = @request";

    private const string MarkSql =
        "update desk.files set request_id = @request where id = @file and request_id is null and at >= @since";

    // An upload that has neither come to its end by then nor failed is counted no more.
    private static readonly TimeSpan _uploading = TimeSpan.FromMinutes(3);

    /// <summary>How long a file waits for its message.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <summary>Stores a file.</summary>
    /// <param name="by">The caller: <c>agent:7</c>, <c>key:3</c>.</param>
    /// <param name="mimeType">One of <see cref="FileKind.Types"/>.</param>
    /// <param name="content">Read to its end. Photos are kept without the place and time they were taken at.</param>
    /// <returns>Null: there is no such conversation.</returns>
    /// <exception cref="RejectedFileException">It is not what it is said to be, or too large.</exception>
    /// <exception cref="HttpRequestException">It broke off; nothing is kept.</exception>
    /// <exception cref="DeskConflictException">The caller has uploaded too many files and sent none of them.</exception>
    public async Task<AgentFile?> AddAsync(
        long conversation, string by, string mimeType, string? name, Stream content, CancellationToken cancellationToken)
    {
        var kind = FileKind.Of(mimeType) ?? throw new ArgumentException($"{mimeType} cannot be sent.", nameof(mimeType));
        var type = FileTypes.Essence(mimeType);
        var key = MediaKeys.New(FileTypes.Extension(type));
        var now = time.GetUtcNow();
        var shown = kind.Media == MediaKind.Document ? name : null;
        var id = await workspace.RunAsync<long?>(
            async (connection, transaction) =>
            {
                if (await EnteredInput.TargetAsync(connection, transaction, conversation, cancellationToken) is not { } target) return null;
                var unsent = await connection.QuerySingleAsync<int>(new CommandDefinition(
                    UnsentSql, new { by, since = (now - Waits).UtcDateTime, begun = (now - _uploading).UtcDateTime }, transaction,
                    cancellationToken: cancellationToken));
                if (unsent >= MostUnsent)
                {
                    throw new DeskConflictException(TooMany, $"{unsent} files of yours wait to be sent. Send them, or wait a day.");
                }

                var values = new
                {
                    target.Conversation, by, kind = kind.Name, mimeType = type, name = shown, key, now = now.UtcDateTime,
                };
                return await connection.QuerySingleOrDefaultAsync<long?>(
                    new CommandDefinition(AddSql, values, transaction, cancellationToken: cancellationToken));
            },
            cancellationToken);
        if (id is not { } file) return null;

        var isKept = false;
        try
        {
            // The connection is free meanwhile: the caller may be slow.
            await using var whole = new CheckedStream(content, kind.Most, type, []);
            await using var plain = new PlainPhotoStream(whole);
            await media.WriteAsync(key, plain, type, cancellationToken);
            isKept = await ExecuteAsync(StoredSql, new { id = file, size = whole.Length }, cancellationToken) > 0;
            return isKept ? new AgentFile(file, kind.Name, type, shown, whole.Length) : null;
        }
        finally
        {
            // It was refused, or broke off, or the person was erased meanwhile: neither the file nor its row must stay.
            if (!isKept)
            {
                await media.DeleteAsync(key, CancellationToken.None);
                await ExecuteAsync(DropSql, new { id = file }, CancellationToken.None);
            }
        }
    }

    /// <summary>Finds a file of a conversation, sent or not; null: there is none.</summary>
    public Task<StoredFile?> FindAsync(long conversation, long id, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
            await EnteredInput.TargetAsync(connection, transaction, conversation, cancellationToken) is not { } target ? null
                : await connection.QuerySingleOrDefaultAsync<StoredFile?>(new CommandDefinition(
                    FindSql, new { target.Conversation, id }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);

    /// <summary>Finds the file that a request sent; null: it sent none, or the file was kept long enough.</summary>
    public Task<StoredFile?> FindSentAsync(long request, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.QuerySingleOrDefaultAsync<StoredFile?>(new CommandDefinition(
            SentSql, new { request }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);

    /// <summary>Opens a file for reading; null: it was deleted.</summary>
    public Task<MediaFile?> OpenAsync(StoredFile file, CancellationToken cancellationToken) => media.OpenAsync(file.Key, cancellationToken);

    /// <summary>Gives a file to the request that sends it, in the request's transaction.</summary>
    /// <returns>False: another request has sent it, or it has waited for too long.</returns>
    internal static async Task<bool> TakeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long file, long request, DateTimeOffset now,
        CancellationToken cancellationToken) => await connection.ExecuteAsync(new CommandDefinition(
            MarkSql, new { file, request, since = (now - Waits).UtcDateTime }, transaction, cancellationToken: cancellationToken)) > 0;

    private Task<int> ExecuteAsync(string sql, object values, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.ExecuteAsync(
            new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken)),
        cancellationToken);
}
