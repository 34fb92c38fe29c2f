using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Portraits.Backend.Store;

/// <summary>
/// Person data of files: what people sent, photos, pictures that were made, charts. Photos, pictures and charts are erased by the
/// app that makes them.
/// </summary>
internal sealed class PictureData : IPersonData, IRetention
{
    private const string PhotosSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select message_id, conversation_id, store_key, sha256, fingerprint, inspection, fault, checked, at from images.photos
          where conversation_id = any(@Conversations) order by at) x
        """;

    private const string ListFilesSql =
        """
        select store_key from chat.media where conversation_id = any(@Conversations) and store_key is not null
        union all
        select r.store_key from images.results r join images.jobs j using (order_id, attempt) where j.conversation_id = any(@Conversations)
        union all
        select store_key from images.charts where conversation_id = any(@Conversations) and is_drawn
        """;

    private const string MediaDaysSql = "delete from chat.media_days where day < (@before at time zone 'UTC')::date";

    private const string OldFilesSql =
        "select id::text as Id, store_key as Key from chat.media where stored_at < @before and store_key is not null order by stored_at limit @limit";

    private const string FileGoneSql = "update chat.media set store_key = null, error = 'kept long enough' where id = any(@ids::bigint[])";

    private const string OldChartsSql = "select event_id as Id, store_key as Key from images.charts where at < @before order by at limit @limit";

    private const string ChartGoneSql = "delete from images.charts where event_id = any(@ids)";

    private const string MediaSql = "delete from chat.media where stored_at < @before and store_key is null";

    private static readonly TimeSpan _chartsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan _daysKept = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables => ["chat.media", "chat.media_days", "images.photos", "images.looks", "images.jobs",
        "images.results", "images.charts"];

    /// <inheritdoc/>
    public IReadOnlyList<PersonPart> Parts => [new("photos", PhotosSql)];

    /// <inheritdoc/>
    public string FilesSql => ListFilesSql;

    /// <inheritdoc/>
    public string FilesSizeSql =>
        "select coalesce(sum(size_bytes), 0)::bigint from chat.media where conversation_id = any(@Conversations) and store_key is not null";

    /// <inheritdoc/>
    public string ErasedFilesSql =>
        "select store_key from chat.media where conversation_id = any(@Conversations) and store_key is not null";

    /// <inheritdoc/>
    public string EraseSql => "delete from chat.media where conversation_id = any(@Conversations);";

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) => [new(null, MediaDaysSql, _daysKept), new(null, MediaSql,
        kept.Messages)];

    /// <inheritdoc/>
    public IReadOnlyList<FileRetention> Files(RetentionPeriods kept) =>
        [new(OldFilesSql, FileGoneSql, kept.Messages), new(OldChartsSql, ChartGoneSql, _chartsKept)];
}
