using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>What a row of the audit log says was done. No secrets, and nothing people wrote.</summary>
/// <param name="Action">The operation's name.</param>
/// <param name="About">What it was done to, such as <c>member 7</c>.</param>
/// <param name="Before">What of it was changed, as it was; null: nothing.</param>
/// <param name="After">The same as it is now.</param>
/// <param name="Outcome"><c>done</c>, <c>refused</c> or <c>failed</c>.</param>
public sealed record AuditEntry(string Action, string? About = null, object? Before = null, object? After = null, string Outcome =
    AuditEntry.Done)
{
    /// <summary>It was done.</summary>
    public const string Done = "done";

    /// <summary>It was refused.</summary>
    public const string Refused = "refused";

    /// <summary>It was tried, and something broke.</summary>
    public const string Failed = "failed";
}

/// <summary>Row of the audit log.</summary>
/// <param name="Number">Within the workspace, without holes.</param>
/// <param name="About">What it was done to, such as <c>member 7</c>.</param>
/// <param name="User">Who did it, where a person did.</param>
/// <param name="Key">Name of the key, where a key did.</param>
/// <param name="Outcome"><c>done</c>, <c>refused</c> or <c>failed</c>.</param>
/// <param name="Hash">SHA-256 over the row and the hash before it, hex.</param>
public sealed record AuditView(
    long Number, DateTimeOffset At, long? UserId, string? User, long? KeyId, string? Key, string? Ip, string Action, string? About,
    JsonElement? Before, JsonElement? After, string Outcome, string Hash);

/// <summary>Audit log of a workspace: rows are added and read, never changed.</summary>
public sealed class AuditLog(CallContext call, Workspace workspace, TimeProvider time)
{
    private const string AddSql =
        """
        insert into auth.audit (workspace_id, number, at, user_id, key_id, session_id, ip, action, object, before, after, outcome,
          previous, hash)
        values (@workspace, 0, @at, @user, @key, @session, @ip, @action, @about, @before::jsonb, @after::jsonb, @outcome, '', '')
        """;

    private const string ListSql =
        """
        select a.number, a.at, a.user_id as UserId, u.name as "User", a.key_id as KeyId, k.name as Key, a.ip, a.action, a.object as About,
               a.before::text as Before, a.after::text as After, a.outcome, encode(a.hash, 'hex') as Hash
        from auth.audit a left join auth.users u on u.id = a.user_id left join auth.api_keys k on k.id = a.key_id
        where (@After::bigint is null or a.number < @After) order by a.number desc limit @Limit
        """;

    /// <summary>Adds a row of the present caller within a transaction of theirs. Add it last: others wait for it to end.</summary>
    public async Task AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AuditEntry entry)
    {
        await InsertAsync(connection, transaction, call.Caller!.Workspace, call.Caller, null, call.Ip, entry, time.GetUtcNow());
        call.IsAudited = true;
    }

    /// <summary>Adds a row of the present caller by itself, for what has no transaction of its own: a refusal.</summary>
    public async Task AddAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await workspace.RunAsync(
            async (connection, transaction) =>
            {
                await AddAsync(connection, transaction, entry);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Reads a page, the newest first.</summary>
    public Task<Page<AuditView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.PageAsync<Row, AuditView>(ListSql, page, View, item => item.Number, cancellationToken);

    /// <summary>Adds a row of somebody who is not the caller yet.</summary>
    internal static Task InsertAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, Caller? caller, long? user, string? ip,
            AuditEntry entry,
        DateTimeOffset now) =>
        connection.ExecuteAsync(
            AddSql,
            new
            {
                workspace, at = now.UtcDateTime, user = caller?.UserId ?? user, key = caller?.KeyId, session =
                    (caller as Person)?.Session, ip,
                action = entry.Action, about = entry.About, before = Json(entry.Before), after = Json(entry.After), outcome = entry.Outcome,
            },
            transaction);

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private static AuditView View(Row row) => new(
        row.Number, row.At, row.UserId, row.User, row.KeyId, row.Key, row.Ip, row.Action, row.About, Parse(row.Before), Parse(row.After),
        row.Outcome, row.Hash);

    private static JsonElement? Parse(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json);

    private sealed record Row(
        long Number, DateTime At, long? UserId, string? User, long? KeyId, string? Key, string? Ip, string Action, string? About,
            string? Before,
        string? After, string Outcome, string Hash);
}
