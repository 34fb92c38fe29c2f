using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;
using WhatsAppBots.Desk.Threads;

namespace WhatsAppBots.Desk.Duty;

/// <summary>Roster with the version that a change must name.</summary>
/// <param name="Version">0: there is none yet.</param>
public sealed record KeptRoster(Roster Roster, long Version);

/// <summary>Reads and writes the workspace's roster, and what users say of themselves.</summary>
public sealed class Rosters(Workspace workspace, TimeProvider time)
{
    /// <summary>Shifts of a roster at most.</summary>
    public const int Most = 1000;

    private const string Own = "nullif(current_setting('app.workspace', true), '')::bigint";
    private const string RosterSql = "select zone, version from desk.rosters";
    private const string ShiftsSql =
        "select user_id, weekday::int, starts::int, ends::int from desk.shifts order by weekday, starts, user_id";

    private const string PresencesSql = "select user_id, is_here, until from desk.presence where until > @now";
    private const string WorkspaceSql = $"select {Own}";

    private const string SaveSql =
        $"""
        insert into desk.rosters as r (workspace_id, zone, version) values ({Own}, @zone, 1)
        on conflict (workspace_id) do update set zone = excluded.zone, version = r.version + 1 where r.version = @version
        returning version
        """;

    private const string AddSql =
        $"""
        insert into desk.shifts (workspace_id, user_id, weekday, starts, ends)
        select {Own}, * from unnest(@users, @weekdays, @starts, @ends)
        """;

    private const string DropSql = "delete from desk.shifts";

    private const string SaySql =
        $"""
        insert into desk.presence (workspace_id, user_id, is_here, until) values ({Own}, @user, @isHere, @until)
        on conflict (workspace_id, user_id) do update set is_here = excluded.is_here, until = excluded.until
        """;

    private const string SayNothingSql = "delete from desk.presence where user_id = @user";

    /// <summary>Reads the roster; without one, an empty one by UTC.</summary>
    public Task<KeptRoster> ReadAsync(CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var kept = await connection.QuerySingleOrDefaultAsync<(string Zone, long Version)?>(Command(RosterSql, null));
            var shifts = await connection.QueryAsync<(long, int, int, int)>(Command(ShiftsSql, null));
            var said = await connection.QueryAsync<(long User, bool IsHere, DateTime Until)>(
                Command(PresencesSql, new { now = time.GetUtcNow().UtcDateTime }));
            var roster = new Roster(
                kept is { } row ? TimeZoneInfo.FindSystemTimeZoneById(row.Zone) : TimeZoneInfo.Utc,
                [.. shifts.Select(shift => new Shift(shift.Item1, shift.Item2, shift.Item3, shift.Item4))],
                [.. said.Select(each => new Presence(each.User, each.IsHere, each.Until))]);
            return new KeptRoster(roster, kept?.Version ?? 0);

            CommandDefinition Command(string sql, object? values) => new(sql, values, transaction, cancellationToken: cancellationToken);
        },
        cancellationToken);

    /// <summary>Replaces the roster.</summary>
    /// <param name="version">The one the caller saw; 0: there was none.</param>
    /// <exception cref="DeskConflictException">It has changed since; the code is <c>changed</c>.</exception>
    public Task SaveAsync(
        string zone, IReadOnlyList<Shift> shifts, long version, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var now = await connection.QuerySingleOrDefaultAsync<long?>(
                new CommandDefinition(SaveSql, new { zone, version }, transaction, cancellationToken: cancellationToken));
            if (now != version + 1)
            {
                throw new DeskConflictException("changed", "The roster has changed since you read it. Look at it and try again.");
            }

            await connection.ExecuteAsync(new CommandDefinition(DropSql, transaction: transaction, cancellationToken: cancellationToken));
            var rows = new
            {
                users = shifts.Select(shift => shift.User).ToArray(), weekdays = shifts.Select(shift => (short)shift.Weekday).ToArray(),
                starts = shifts.Select(shift => (short)shift.Starts).ToArray(), ends = shifts.Select(shift => (short)shift.Ends).ToArray(),
            };
            await connection.ExecuteAsync(new CommandDefinition(AddSql, rows, transaction, cancellationToken: cancellationToken));
            return await TellAsync(connection, transaction, cancellationToken);
        },
        cancellationToken);

    /// <summary>Keeps what a user says of themselves; null: they go by the roster again.</summary>
    public Task SayAsync(long user, Presence? presence, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var (sql, values) = presence is { } said
                ? (SaySql, (object)new { user, isHere = said.IsHere, until = said.Until.UtcDateTime }) : (SayNothingSql, new { user });
            await connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, cancellationToken: cancellationToken));
            return await TellAsync(connection, transaction, cancellationToken);
        },
        cancellationToken);

    private static async Task<bool> TellAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var own = await connection.QuerySingleAsync<long>(
            new CommandDefinition(WorkspaceSql, transaction: transaction, cancellationToken: cancellationToken));
        await FeedStatements.TellAsync(connection, transaction, own, "duty", null, null, cancellationToken);
        return true;
    }
}
