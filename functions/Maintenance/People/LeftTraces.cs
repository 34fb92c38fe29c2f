using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Erasure;

namespace WhatsAppBots.Maintenance.People;

/// <summary>
/// Rows that may name a person and belong to nobody: what was received and not understood, and events that were given up. There are
/// few of them, so each is read.
/// </summary>
internal sealed record LeftTraces(long[] Updates, long[] DeadLetters)
{
    private const string UpdatesSql = "select id, raw, received_at from chat.updates";

    private const string DeadLettersSql =
        "select id, payload || ' ' || error, died_at from events.dead_letters where conversation_id is null";

    private const string EraseSql =
        """
        delete from chat.updates where id = any(@Updates);
        delete from events.dead_letters where id = any(@DeadLetters);
        """;

    /// <summary>Finds them.</summary>
    /// <param name="keys">Numbers and user ids.</param>
    /// <param name="left">Numbers that are somebody else's by now: what came before names the person.</param>
    /// <param name="usernames">Looked for where a username is told, since it may be an everyday word.</param>
    /// <param name="conversations">The person's; events name one as their subject.</param>
    public static async Task<LeftTraces> FindAsync(
        NpgsqlConnection connection, IReadOnlySet<string> keys, IReadOnlyList<LeftKey> left, IReadOnlyList<string> usernames,
        IReadOnlyList<long> conversations, CancellationToken cancellationToken)
    {
        var told = usernames.Count == 0 ? null : new Regex(
            $@"username(?:\\*""\s*:\s*\\*""|=)@?(?:{string.Join('|', usernames.Select(Regex.Escape))})(?![\w.])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var subjects = conversations.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        return new LeftTraces(
            await FindAsync(connection, UpdatesSql, IsNamed, cancellationToken),
            await FindAsync(connection, DeadLettersSql, (text, at) => IsAbout(text, subjects) || IsNamed(text, at), cancellationToken));

        bool IsNamed(string text, DateTime at)
        {
            if (told?.IsMatch(text) == true) return true;
            var named = PersonTraces.In(text);
            return named.Overlaps(keys) || left.Any(each => at < each.At && named.Contains(each.Key));
        }
    }

    /// <summary>Deletes them.</summary>
    public Task EraseAsync(NpgsqlConnection connection, NpgsqlTransaction transaction) => connection.ExecuteAsync(EraseSql, this, transaction);

    // One by one: a month's worth is not held whole.
    private static async Task<long[]> FindAsync(
        NpgsqlConnection connection, string sql, Func<string, DateTime, bool> names, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (names(reader.GetString(1), reader.GetDateTime(2))) found.Add(reader.GetInt64(0));
        }

        return [.. found];
    }

    private static bool IsAbout(string payload, HashSet<string> subjects)
    {
        try
        {
            var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(payload));
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("subject", out var subject)
                && subject.ValueKind == JsonValueKind.String && subjects.Contains(subject.GetString()!);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
