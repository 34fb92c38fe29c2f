using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Events;

namespace WhatsAppBots.Images.Photos;

/// <summary>Rows of images.photos.</summary>
internal static class PhotoRows
{
    // Photos of one person are compared one after the other: of two that are alike and come at once, one is the first.
    private const string LockSql = "select pg_advisory_xact_lock(hashtextextended('photos:' || @ConversationId, 0))";

    private const string ClaimSql =
        """
        insert into images.photos (message_id, workspace_id, conversation_id, store_key, sha256, fingerprint, at)
        values (@MessageId, @workspace, @ConversationId, @StoreKey, @sha256, @fingerprint, @now)
        on conflict (message_id) do update set fingerprint = excluded.fingerprint, sha256 = excluded.sha256
        """;

    private const string AlikeSql =
        """
        select exists (
          select 1 from images.photos
          where conversation_id = @ConversationId and message_id <> @MessageId and (fault is null or fault = any(@soft))
            and (sha256 = @sha256 or bit_count((fingerprint # @fingerprint::bigint)::bit(64)) <= @within))
        """;

    private const string TakeLookSql =
        """
        insert into images.looks as l (workspace_id, conversation_id, day, count, tries)
        select workspace_id, id, @day, 0, 1 from chat.conversations where id = @conversation
        on conflict (conversation_id, day) do update set tries = l.tries + 1
        where l.tries < @most and l.count < coalesce(@mostPaid::int, l.count + 1)
        """;

    // Whoever hears it first is told; the others of the day are turned down without a word.
    private const string RefuseLookSql =
        "update images.looks set refused = refused + 1 where conversation_id = @conversation and day = @day returning refused";

    private const string InspectionSql =
        "select inspection::text from images.photos where conversation_id = @conversation and sha256 = @sha256 and inspection is not null limit 1";

    private const string KeepInspectionSql =
        """
        with kept as (
          update images.photos set inspection = @inspection::jsonb where message_id = @message returning workspace_id, conversation_id)
        insert into images.looks (workspace_id, conversation_id, day, count) select workspace_id, conversation_id, @day, 1 from kept
        on conflict (conversation_id, day) do update set count = images.looks.count + 1
        """;

    private const string EndSql =
        """
        insert into images.photos (message_id, workspace_id, conversation_id, store_key, fault, checked, at)
        select @MessageId, @workspace, @ConversationId, @StoreKey, @Fault, true, @now
        where exists (select 1 from chat.conversations where id = @ConversationId)
        on conflict (message_id) do update set fault = excluded.fault, checked = true
        """;

    /// <summary>Counts a look at a person's photo, before it is made.</summary>
    /// <param name="most">Looks a day, whatever they find.</param>
    /// <param name="mostPaid">Looks a day that were paid for; null: this one never is.</param>
    /// <returns>
    /// <see cref="PhotoFaults.TooMany"/> or, from the second time of a day on, <see cref="PhotoFaults.TooManyAgain"/> where the person's looks of
    /// the day are used up; null: go ahead.
    /// </returns>
    public static async Task<string?> TakeLookAsync(
        NpgsqlConnection connection, long conversation, DateOnly day, int most, int? mostPaid, CancellationToken cancellationToken)
    {
        var look = new { conversation, day, most, mostPaid };
        if (await connection.ExecuteAsync(new CommandDefinition(TakeLookSql, look, cancellationToken: cancellationToken)) > 0) return null;
        var refused = await connection.QuerySingleOrDefaultAsync<int>(new CommandDefinition(RefuseLookSql, look, cancellationToken: cancellationToken));
        return refused == 1 ? PhotoFaults.TooMany : PhotoFaults.TooManyAgain;
    }

    /// <summary>Enters a photo that passed our own checks.</summary>
    /// <returns>False where one that looks the same is there already.</returns>
    public static async Task<bool> ClaimAsync(
        NpgsqlConnection connection, long workspace, MediaStored photo, string sha256, PhotoLook? look, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var row = new
        {
            photo.MessageId, photo.ConversationId, photo.StoreKey, workspace, sha256, fingerprint = (long?)look?.Fingerprint, now = now.UtcDateTime,
            within = PhotoLook.SameWithin, soft = PhotoFaults.Soft.ToArray(),
        };
        await connection.ExecuteAsync(LockSql, row, transaction);
        if (await connection.QuerySingleAsync<bool>(AlikeSql, row, transaction)) return false;
        await connection.ExecuteAsync(ClaimSql, row, transaction);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>What Astria said of this very file before; null where it was not asked.</summary>
    public static Task<string?> InspectionAsync(NpgsqlConnection connection, long conversation, string sha256) =>
        connection.QueryFirstOrDefaultAsync<string?>(InspectionSql, new { conversation, sha256 });

    /// <summary>Keeps what Astria said at once: it was paid for.</summary>
    public static Task KeepAsync(NpgsqlConnection connection, string message, string inspection, DateOnly day) =>
        connection.ExecuteAsync(KeepInspectionSql, new { message, inspection, day });

    /// <summary>The photo is looked at.</summary>
    public static Task EndAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, MediaStored photo, string? fault, DateTimeOffset now) =>
        connection.ExecuteAsync(
            EndSql, new { photo.MessageId, photo.ConversationId, photo.StoreKey, workspace, Fault = fault, now = now.UtcDateTime }, transaction);
}
