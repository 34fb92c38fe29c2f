using WhatsAppBots.Contracts.People;
using WhatsAppBots.Desk.Files;

namespace WhatsAppBots.Desk;

/// <summary>What the desk keeps of people: threads with the newest message, notes, drafts.</summary>
internal sealed class DeskData : IPersonData, IRetention
{
    private const string NotesSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select conversation_id, body, at from desk.notes where conversation_id = any(@Conversations) order by id) x
        """;

    // Notes, drafts and marks of what was read go with the thread, and the feed is told.
    private const string Erase =
        """
        delete from desk.search where conversation_id = any(@Conversations);
        delete from desk.requests where conversation_id = any(@Conversations);
        delete from desk.files where conversation_id = any(@Conversations);
        delete from desk.threads where conversation_id = any(@Conversations);
        """;

    private const string RequestsSql = "delete from desk.requests where at < @before";

    private const string SearchSql = "delete from desk.search where stored_at < @before";

    // Of files that were never sent a day is enough; the cleanup leaves them another, so that none goes while it is being sent.
    private const string UnsentFilesSql =
        "select id::text as Id, store_key as Key from desk.files where at < @before and request_id is null order by at limit @limit";

    private const string OldFilesSql =
        "select id::text as Id, store_key as Key from desk.files where at < @before order by at limit @limit";

    private const string FileGoneSql = "delete from desk.files where id = any(@ids::bigint[])";

    // A key that comes again after a week is no repetition.
    private static readonly TimeSpan _keysKept = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables =>
        ["desk.threads", "desk.seen", "desk.notes", "desk.drafts", "desk.requests", "desk.changes", "desk.search",
            "desk.files"];

    /// <inheritdoc/>
    public IReadOnlyList<PersonPart> Parts => [new("notes", NotesSql)];

    /// <inheritdoc/>
    public string FilesSql =>
        "select store_key from desk.files where conversation_id = any(@Conversations) and request_id is not null";

    /// <inheritdoc/>
    public string FilesSizeSql =>
        """
        select coalesce(sum(size_bytes), 0)::bigint from desk.files
        where conversation_id = any(@Conversations) and request_id is not null
        """;

    /// <inheritdoc/>
    public string ErasedFilesSql => "select store_key from desk.files where conversation_id = any(@Conversations)";

    /// <inheritdoc/>
    public string EraseSql => Erase;

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyTables => ["desk.threads", "desk.changes", "desk.feeds"];

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) =>
        [new(null, RequestsSql, _keysKept), new(null, SearchSql, kept.Messages)];

    /// <inheritdoc/>
    public IReadOnlyList<FileRetention> Files(RetentionPeriods kept) =>
        [new(UnsentFilesSql, FileGoneSql, 2 * AgentFiles.Waits), new(OldFilesSql, FileGoneSql, kept.Messages)];
}
