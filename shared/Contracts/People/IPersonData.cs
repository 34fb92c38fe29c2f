namespace WhatsAppBots.Contracts.People;

/// <summary>
/// What one owner of tables keeps about people: how it gets into their copy, how it is erased, and whether something is owed to them. Found
/// by dependency injection and run by Maintenance. The SQL has these parameters: <c>@Person</c>, <c>@Conversations</c> (all of the
/// person's, also joined ones); when it erases also <c>@Keys</c> (numbers and user ids), <c>@Workspace</c> and <c>@Evidence</c> (a keyed
/// hash, or null).
/// </summary>
public interface IPersonData
{
    /// <summary>
    /// Tables this owner answers for, as <c>schema.table</c>: each that holds an id of a person or of a conversation. A test compares them
    /// with the database, so that no table is forgotten.
    /// </summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Parts of the person's copy. Each names its columns one by one: a new column is not handed out by itself.</summary>
    IReadOnlyList<PersonPart> Parts => [];

    /// <summary>Select of keys in the media store that belong into the copy.</summary>
    string? FilesSql => null;

    /// <summary>Select of one number: the bytes of those files, roughly.</summary>
    string? FilesSizeSql => null;

    /// <summary>Select of keys in the media store that Maintenance deletes before it erases.</summary>
    string? ErasedFilesSql => null;

    /// <summary>
    /// Statements that erase, in the transaction of the erasure and under the locks of the conversations. Null: the owner's own app erases
    /// when it hears <c>PersonErased</c>.
    /// </summary>
    string? EraseSql => null;

    /// <summary>Order in which owners erase: low numbers first. The conversations themselves come last.</summary>
    int EraseOrder => 0;

    /// <summary>Select of those of <c>@Conversations</c> to which something is owed: their person is not erased for being idle.</summary>
    string? OwedSql => null;
}

/// <summary>Part of a person's copy.</summary>
/// <param name="Name">Member of <c>profile.json</c>; of a stream, the file's name without <c>.jsonl</c>.</param>
/// <param name="Sql">Select of one column: JSON. Of a stream one row a line, else one row.</param>
/// <param name="IsStream">It may be long, and is written row by row to a file of its own.</param>
public sealed record PersonPart(string Name, string Sql, bool IsStream = false);
