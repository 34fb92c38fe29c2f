namespace WhatsAppBots.Contracts.People;

/// <summary>
/// How long one owner of tables keeps rows and files, and what the weekly report says of them. Found by dependency injection.
/// </summary>
public interface IRetention
{
    /// <summary>Statements that delete or empty what was kept long enough, in order. They have <c>@before</c>.</summary>
    IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) => [];

    /// <summary>Files that are kept for a while. They go before rows do.</summary>
    IReadOnlyList<FileRetention> Files(RetentionPeriods kept) => [];

    /// <summary>Tables with many updates, vacuumed each week: <c>schema.table</c>.</summary>
    IReadOnlyList<string> BusyTables => [];

    /// <summary>Counts for the weekly report.</summary>
    IReadOnlyList<RetentionCount> Counts => [];
}

/// <summary>How long the operator wants the big tables kept.</summary>
public sealed record RetentionPeriods(TimeSpan Messages, TimeSpan Updates, TimeSpan Idle);

/// <summary>Statement that deletes what is older than some age.</summary>
/// <param name="Report">Name of its count in the weekly report; null: it is not told.</param>
public sealed record RetentionRule(string? Report, string Sql, TimeSpan Age);

/// <summary>Files that are deleted at some age, a few at a time.</summary>
/// <param name="OldSql">Select of an id (text) and the key in the media store; has <c>@before</c> and <c>@limit</c>.</param>
/// <param name="GoneSql">Statement for ids whose files are deleted; has <c>@ids</c>, text.</param>
public sealed record FileRetention(string OldSql, string GoneSql, TimeSpan Age);

/// <summary>Count for the weekly report.</summary>
/// <param name="Sql">Select of one number; has <c>@late</c>, two days ago.</param>
/// <param name="IsFault">More than 0 and somebody has to look.</param>
public sealed record RetentionCount(string Report, string Sql, bool IsFault = false);
