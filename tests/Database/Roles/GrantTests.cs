using Dapper;
using Npgsql;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Roles;

/// <summary>Who may do what, as the catalogue has it, against the list that was read and agreed to; and what that keeps out.</summary>
public sealed class GrantTests : IAsyncLifetime
{
    private const string ListSql =
        """
        with apps as (select oid as role, substr(rolname, 14) as app from pg_roles where rolname like 'whatsappbots\_%'),
        objects as (
          select 1 as ord, n.nspname || '.' || c.relname as name, c.relacl as acl, c.oid
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname in ('platform', 'chat', 'events', 'money', 'images', 'habits', 'host', 'auth', 'desk', 'public')
            and not c.relispartition
            and (c.relkind in ('r', 'p', 'v') or c.relkind = 'S' and c.relacl is not null)
          union all
          select 2, 'function ' || n.nspname || '.' || p.proname, coalesce(p.proacl, acldefault('f', p.proowner)), null
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('platform', 'chat', 'events', 'money', 'images',
              'habits', 'host', 'auth', 'desk')
          union all
          select 3, 'schema ' || nspname, nspacl, null from pg_namespace where nspname in ('platform', 'chat', 'events', 'money', 'images',
              'habits', 'host', 'auth', 'desk')),
        given as (
          select o.ord, o.name, g.grantee, lower(g.privilege_type) as privilege from objects o, aclexplode(o.acl) g
          union all
          select o.ord, o.name, g.grantee, lower(g.privilege_type) || ' (' || string_agg(a.attname, ', ' order by a.attname) || ')'
          from objects o join pg_attribute a on a.attrelid = o.oid and a.attacl is not null, aclexplode(a.attacl) g
          group by o.ord, o.name, g.grantee, g.privilege_type)
        select format('%-34s %-12s %s', o.name, coalesce(a.app, case when g.grantee = 0 then 'everybody' end, 'nobody'),
                      coalesce(string_agg(g.privilege, ', ' order by g.privilege), ''))
        from objects o
        left join (given g left join apps a on a.role = g.grantee) on g.name = o.name and (a.app is not null or g.grantee = 0)
        group by o.ord, o.name, a.app, g.grantee order by o.ord, o.name, a.app
        """;

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    // A table that nobody was granted stands there with nobody: say who needs it, in a migration, and then here.
    [Fact]
    public async Task Grants_AreThoseOfTheList()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        var lines = (await connection.QueryAsync<string>(ListSql)).Select(line => line.TrimEnd()).ToList();
        var file = Path.Combine(AppContext.BaseDirectory, "Roles", "grants.txt");
        if (Environment.GetEnvironmentVariable("GRANTS") == "write") await File.WriteAllLinesAsync(file, lines);
        Assert.Equal(await File.ReadAllLinesAsync(file), lines);
    }

    [Theory]
    [InlineData("images", "select * from money.entries")]
    [InlineData("images", "select data from chat.conversations")]
    [InlineData("images", "select * from chat.messages")]
    [InlineData("images", "update chat.conversations set state = ''")]
    [InlineData("messages", "insert into money.entries (movement_id, account_id, amount) values (1, 1, 1)")]
    [InlineData("messages", "select * from money.orders")]
    [InlineData("messages", "select * from images.photos")]
    [InlineData("messages", "delete from chat.messages")]
    [InlineData("messages", "update chat.consents set wording = ''")]
    [InlineData("messages", "select platform.end_partitions('chat.messages', '1 month', now())")]
    [InlineData("payments", "select * from chat.people")]
    [InlineData("payments", "update money.entries set amount = 1")]
    [InlineData("payments", "delete from money.entries")]
    [InlineData("payments", "delete from money.movements")]
    [InlineData("payments", "update money.accounts set floored = false")]
    [InlineData("payments", "delete from money.webhooks")]
    [InlineData("maintenance", "insert into money.entries (movement_id, account_id, amount) values (1, 1, 1)")]
    [InlineData("maintenance", "update money.orders set state = 'paid'")]
    [InlineData("maintenance", "update chat.conversations set data = '{}'")]
    [InlineData("maintenance", "drop table chat.seen")]
    [InlineData("maintenance", "select platform.end_partitions('money.entries', '1 month', now())")]
    [InlineData("maintenance", "select platform.make_partitions('money.entries', '1 month', now(), 1)")]
    [InlineData("maintenance", "select platform.drop_partitions('chat.messages', '1 month', now())")]
    [InlineData("admin", "insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, at, body) values (now(), 1, 1, 'out', 'text', '', now(), '')")]
    [InlineData("admin", "insert into chat.outbox (message_id, stored_at, workspace_id, conversation_id) values (1, now(), 1, 1)")]
    [InlineData("admin", "update money.orders set state = 'paid'")]
    [InlineData("admin", "delete from chat.people")]
    [InlineData("messages", "select * from auth.users")]
    [InlineData("payments", "select auth.find_key(1)")]
    [InlineData("maintenance", "insert into auth.sessions default values")]
    [InlineData("admin", "update auth.audit set action = ''")]
    [InlineData("admin", "delete from auth.audit")]
    [InlineData("admin", "truncate auth.audit")]
    [InlineData("admin", "update auth.audit_heads set number = 1")]
    [InlineData("admin", "insert into auth.links (token_hash, purpose, created_at, expires_at) values ('x', 'setup', now(), now())")]
    [InlineData("admin", "delete from auth.memberships")]
    [InlineData("admin", "insert into platform.workspaces (name) values ('mine')")]
    [InlineData("admin", "select auth.make_workspace('mine', now())")]
    [InlineData("messages", "create table chat.mine (n int)")]
    [InlineData("messages", "alter table chat.messages disable row level security")]
    [InlineData("payments", "alter table money.entries disable trigger all")]
    [InlineData("messages", "update platform.grants set privileges = 'delete'")]
    [InlineData("messages", "select platform.grant_roles()")]
    [InlineData("messages", "delete from public.schema_migrations")]
    public async Task App_DoingWhatIsNotItsOwn_IsRefused(string app, string sql)
    {
        var failure = await Assert.ThrowsAsync<PostgresException>(() => AsAsync(app, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, failure.SqlState);
    }

    [Fact]
    public async Task LockingABatchOfPartitions_IsBounded() => Assert.Equal(
        PostgresErrorCodes.InvalidParameterValue,
        (await Assert.ThrowsAsync<PostgresException>(() => AsAsync("messages", "select platform.make_partitions('chat.seen', '1 day', now(), 5000)"))).SqlState);

    // Many at a call, far from the others, or many calls.
    [Theory]
    [InlineData("select platform.make_partitions('chat.seen', '1 day', now(), 41)")]
    [InlineData("select platform.make_partitions('chat.seen', '1 day', '9000-01-01Z', 1)")]
    [InlineData("select platform.make_partitions('chat.seen', '1 day', '1970-01-01Z', 1)")]
    [InlineData("select platform.make_partitions('chat.messages', '1 month', now() + interval '30 months', 4)")]
    [InlineData("select platform.make_partitions('chat.seen', '1 second', now(), 4)")]
    [InlineData("select sum(platform.make_partitions('chat.seen', '1 day', now() + n * interval '30 days', 30)) from generate_series(0, 12) n")]
    public async Task Partitions_NobodyNeeds_AreNotMade(string sql)
    {
        await AsAsync("messages", "select platform.make_partitions('chat.seen', '1 day', now(), 12)");
        await AsAsync("messages", "select platform.make_partitions('chat.messages', '1 month', now(), 4)");
        Assert.Equal(PostgresErrorCodes.InvalidParameterValue, (await Assert.ThrowsAsync<PostgresException>(() => AsAsync("messages", sql))).SqlState);
    }

    // A partition is reached by its table alone, where the rules of rows are.
    [Fact]
    public async Task Partition_MadeByAnApp_BelongsToTheOwnerAndIsReachedByItsTable()
    {
        await AsAsync("maintenance", "select platform.make_partitions('chat.seen', '1 day', '2026-05-01Z', 1)");
        await AsAsync("messages", "insert into chat.seen values ('c', '2026-05-01Z', 1)");
        await Assert.ThrowsAsync<PostgresException>(() => AsAsync("messages", "select * from chat.seen_20260501"));
        await Assert.ThrowsAsync<PostgresException>(() => AsAsync("maintenance", "drop table chat.seen_20260501"));
        await AsAsync("maintenance", "select platform.end_partitions('chat.seen', '1 day', '2026-05-02Z')");
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        Assert.False(await connection.QuerySingleAsync<bool>("select exists (select 1 from chat.seen)"));
    }

    // The apps see all rows of what they may read; the admin those of its workspace.
    [Fact]
    public async Task Rows_AreSeenByApps_AndByTheAdminOfItsWorkspace()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.ExecuteAsync(
            """
            insert into platform.workspaces (id, name) values (7, 'other');
            insert into chat.people (workspace_id, created_at) values (1, now()), (7, now());
            """);
        Assert.Equal(2, await AsAsync("messages", "select count(*) from chat.people"));
        Assert.Equal(0, await AsAsync("admin", "select count(*) from chat.people"));
        Assert.Equal(1, await AsAsync("admin", "set local app.workspace = '7'; select count(*) from chat.people"));
    }

    private async Task<long> AsAsync(string app, string sql)
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync($"set local role whatsappbots_{app}", transaction: transaction);
        var answer = await connection.ExecuteScalarAsync<object?>(sql, transaction: transaction) as long? ?? 0;
        await transaction.CommitAsync();
        return answer;
    }
}
