using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>
/// When something was first heard that carries no time of its own. What comes again repeats the first one's time, and so is
/// recognised like any other.
/// </summary>
public sealed class FirstHeard(Database database, Numbers numbers, RetentionOptions retention, TimeProvider time)
{
    private const string NoteSql =
        """
        insert into chat.heard as h (key, workspace_id, at) values (@key, @workspace, @now)
        on conflict (key) do update set at = h.at
        returning at
        """;

    /// <summary>Notes what was heard.</summary>
    /// <param name="key">What tells it from all else, for ever.</param>
    /// <param name="numberId">The business number it concerns, where it is told.</param>
    /// <returns>
    /// When it was first heard. Null where that is so long ago that what came of it can no longer be looked up: whoever tells of
    /// it now has kept it.
    /// </returns>
    /// <exception cref="Npgsql.NpgsqlException">The database is not there.</exception>
    public async Task<DateTimeOffset?> OfAsync(string key, string? numberId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var at = new DateTimeOffset(await connection.QuerySingleAsync<DateTime>(new CommandDefinition(
            NoteSql, new { key, workspace = numbers.WorkspaceOf(numberId), now = now.UtcDateTime }, cancellationToken: cancellationToken)));

        // A day early: partitions go by whole days.
        return now - at < retention.Seen - TimeSpan.FromDays(1) ? at : null;
    }
}
