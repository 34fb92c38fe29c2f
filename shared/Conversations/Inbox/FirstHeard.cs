using Dapper;
using Microsoft.Extensions.Options;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>
/// When something was first heard that carries no time of its own. What comes again repeats the first one's time, and so is
/// recognised like any other.
/// </summary>
public sealed class FirstHeard(
    Database database, Numbers numbers, RetentionOptions retention, IOptions<SecretKey> secret, TimeProvider time)
{
    private const string NoteSql =
        """
        with known as (select at from chat.heard where key = any(@others) limit 1), noted as (
          insert into chat.heard as h (key, workspace_id, at) select @key, @workspace, @now where not exists (select 1 from known)
          on conflict (key) do update set at = h.at
          returning at
        )
        select at from known union all select at from noted
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

        // A step in the life of a message of ours may be told when nobody is left: its key is a hash from the beginning. Releases before kept it plain.
        var isStep = key.Contains('/', StringComparison.Ordinal);
        var hashes = HeardKeys.AllOf(secret.Value, isStep ? HeardKeys.Step : HeardKeys.GoneId, key);
        var kept = isStep ? hashes[0] : key;
        var others = hashes.Append(key).Except([kept]).ToArray();
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var at = new DateTimeOffset(await connection.QuerySingleAsync<DateTime>(new CommandDefinition(
            NoteSql, new { key = kept, others, workspace = numbers.WorkspaceOf(numberId), now = now.UtcDateTime }, cancellationToken: cancellationToken)));

        // A day early: partitions go by whole days.
        return now - at < retention.Seen - TimeSpan.FromDays(1) ? at : null;
    }
}
