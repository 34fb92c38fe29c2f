using Dapper;
using Npgsql;

namespace WhatsAppBots.Desk.Feed;

/// <summary>Tells the feed of a change, at the end of the change's transaction.</summary>
internal static class FeedStatements
{
    private const string TellSql = "select desk.tell(@workspace, @kind, array[@conversation]::bigint[], array[@reference]::bigint[])";

    /// <param name="reference">What has changed besides the conversation: the id of a note, of a user; null: nothing.</param>
    public static Task TellAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, string kind, long? conversation, long? reference,
        CancellationToken cancellationToken) => connection.ExecuteAsync(new CommandDefinition(
            TellSql, new { workspace, kind, conversation, reference }, transaction, cancellationToken: cancellationToken));
}
