using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Images.Jobs;

/// <summary>Rows of images.jobs and images.results.</summary>
internal static class JobRows
{
    private const string Columns =
        """
        order_id as OrderId, attempt as Attempt, workspace_id as WorkspaceId, conversation_id as ConversationId, bot as Bot, title as Title,
        request::text as Request, state as State, tune_id as TuneId, trained_at as TrainedAt, expires_at as ExpiresAt, looks as Looks, created_at as CreatedAt
        """;

    private const string AddSql =
        """
        insert into images.jobs (order_id, attempt, workspace_id, conversation_id, bot, title, request, state, next_look_at, created_at)
        values (@OrderId, @Attempt, @workspace, @ConversationId, @bot, @title, @request::jsonb, 'asked', @now, @now)
        on conflict do nothing
        """;

    // Longer than the longest request; who died on it is followed by another then.
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(3);

    private static readonly string _claimSql =
        $"""
        update images.jobs set {Claims.Hold("next_look_at", _claim)}, looks = looks + 1, is_told = false
        where (order_id, attempt) in (
          select order_id, attempt from images.jobs where {Claims.IsFree("next_look_at")} order by next_look_at limit @most for update skip locked)
        returning {Columns}
        """;

    private const string MoveSql =
        """
        update images.jobs set state = @state, tune_id = coalesce(@tune, tune_id), trained_at = coalesce(@trained, trained_at),
          expires_at = coalesce(@expires, expires_at), next_look_at = case when is_told and @next::timestamptz is not null then '-infinity' else @next::timestamptz end,
          error = coalesce(@error, error)
        where order_id = @OrderId and attempt = @Attempt and state = @from
        """;

    private static readonly string _holdSql =
        $"update images.jobs set state = @state, {Claims.Hold("next_look_at", _claim)} where order_id = @OrderId and attempt = @Attempt and state = @from";

    private const string DueSql =
        """
        update images.jobs set next_look_at = @now, is_told = true
        where order_id = @order and attempt = @attempt and state in ('training', 'unknown')
          and (next_look_at > @now or next_look_at = claimed_until)
        """;

    private const string ErasedSql =
        "select exists (select 1 from images.jobs where order_id = @OrderId and attempt = @Attempt and state = 'erased')";

    private const string SourcesSql = "select source from images.results where order_id = @OrderId and attempt = @Attempt";

    private const string KeysSql = "select store_key from images.results where order_id = @order and attempt = @attempt order by id";

    private const string KeepSql =
        """
        insert into images.results (order_id, attempt, workspace_id, source, store_key, at)
        values (@OrderId, @Attempt, @WorkspaceId, @source, @key, @now) on conflict do nothing
        """;

    private const string PhotosSql =
        "select message_id as Message, store_key as Key from images.photos where conversation_id = @ConversationId and message_id = any(@messages) and store_key is not null";

    /// <summary>Enters a job, once.</summary>
    public static Task<int> AddAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, string bot, Contracts.Events.TrainingRequested asked, string title,
        string request, DateTimeOffset now) =>
        connection.ExecuteAsync(
            AddSql, new { asked.OrderId, asked.Attempt, workspace, asked.ConversationId, bot, title, request, now = now.UtcDateTime }, transaction);

    /// <summary>Claims jobs that are due, for three minutes.</summary>
    public static async Task<IReadOnlyList<Job>> ClaimAsync(
        NpgsqlConnection connection, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<Job>(new CommandDefinition(
            _claimSql, new { now = now.UtcDateTime, most }, cancellationToken: cancellationToken))).ToList();

    /// <summary>Moves a job on from where it was seen.</summary>
    /// <returns>False where it is elsewhere by now.</returns>
    public static async Task<bool> MoveAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, Job job, string state, DateTimeOffset? next, long? tune = null,
        DateTimeOffset? trained = null, DateTimeOffset? expires = null, string? error = null) =>
        await connection.ExecuteAsync(
            MoveSql,
            new
            {
                job.OrderId, job.Attempt, from = job.State, state, tune, trained = trained?.UtcDateTime, expires = expires?.UtcDateTime,
                next = next?.UtcDateTime, error,
            },
            transaction) > 0;

    /// <summary>Moves a job on from where it was seen, and claims it anew.</summary>
    /// <returns>False where it is elsewhere by now.</returns>
    public static async Task<bool> HoldAsync(NpgsqlConnection connection, Job job, string state) =>
        await connection.ExecuteAsync(_holdSql, new { job.OrderId, job.Attempt, from = job.State, state }) > 0;

    /// <summary>Its person was erased.</summary>
    public static Task<bool> IsErasedAsync(NpgsqlConnection connection, Job job) => connection.QuerySingleAsync<bool>(ErasedSql, job);

    /// <summary>Has a job looked at now.</summary>
    public static Task<int> DueAsync(NpgsqlConnection connection, long order, int attempt, DateTimeOffset now) =>
        connection.ExecuteAsync(DueSql, new { order, attempt, now = now.UtcDateTime });

    /// <summary>Addresses of pictures that are here already.</summary>
    public static async Task<HashSet<string>> SourcesAsync(NpgsqlConnection connection, Job job) =>
        [.. await connection.QueryAsync<string>(SourcesSql, job)];

    /// <summary>Pictures of a job, in order.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(NpgsqlConnection connection, long order, int attempt) =>
        (await connection.QueryAsync<string>(KeysSql, new { order, attempt })).ToList();

    /// <summary>Enters a picture; false where it is there already.</summary>
    public static async Task<bool> KeepAsync(NpgsqlConnection connection, Job job, string source, string key, DateTimeOffset now) =>
        await connection.ExecuteAsync(KeepSql, new { job.OrderId, job.Attempt, job.WorkspaceId, source, key, now = now.UtcDateTime }) > 0;

    /// <summary>Where the photos of these messages are.</summary>
    public static async Task<IReadOnlyList<string>> PhotosAsync(NpgsqlConnection connection, Job job, IReadOnlyList<string> messages)
    {
        var rows = (await connection.QueryAsync<(string Message, string Key)>(PhotosSql, new { job.ConversationId, messages = messages.ToArray() }))
            .ToDictionary(row => row.Message, row => row.Key);
        return [.. messages.Where(rows.ContainsKey).Select(message => rows[message])];
    }
}
