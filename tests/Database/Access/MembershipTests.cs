using Npgsql;

namespace WhatsAppBots.Database.Tests.Access;

/// <summary>What the database itself holds of members: an owner remains, and nobody changes their own role.</summary>
public sealed class MembershipTests : EngineTest
{
    private const long Ann = 1;
    private const long Bob = 2;
    private const string Leave = "update auth.memberships set state = 'inactive'";
    private const string AsAdmin = "begin; set local role whatsappbots_admin; set local app.workspace = '1'";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await ExecuteAsync(
            """
            insert into auth.users (email, name, created_at) values ('ann@bots.example', 'Ann', now()), ('bob@bots.example', 'Bob', now());
            insert into auth.memberships (workspace_id, user_id, role, created_at) values (1, 1, 'owner', now()), (1, 2, 'admin', now());
            """);
    }

    [Theory]
    [InlineData("update auth.memberships set state = 'inactive' where user_id = 1")]
    [InlineData("update auth.memberships set role = 'admin' where user_id = 1")]
    public async Task LastOwner_Stays(string sql)
    {
        Assert.Equal("an_owner_remains", await RefusalAsync(Bob, sql));
        Assert.Equal("an_owner_remains", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql))).ConstraintName);
        Assert.Equal("an_owner_remains",
            (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("delete from auth.memberships"))).ConstraintName);
    }

    [Fact]
    public async Task TwoOwners_WhoLeaveAtOnce_AreNotBothLetGo()
    {
        await ExecuteAsync("update auth.memberships set role = 'owner'");
        var left = await Task.WhenAll(new[] { Ann, Bob }.Select(async user =>
        {
            try
            {
                await ExecuteAsync($"begin; {Leave} where user_id = {user}; select pg_sleep(0.1); commit");
                return true;
            }
            catch (PostgresException e)
            {
                Assert.Equal("an_owner_remains", e.ConstraintName);
                return false;
            }
        }));
        Assert.Single(left, gone => gone);
        Assert.Equal(1, await CountAsync("auth.memberships where role = 'owner' and state = 'active'"));
    }

    [Fact]
    public async Task Nobody_ChangesTheirOwnRole()
    {
        Assert.Equal("own_role_stays", await RefusalAsync(Bob, "update auth.memberships set role = 'owner' where user_id = 2"));
        Assert.Equal("own_role_stays", await RefusalAsync(Bob, "update auth.memberships set numbers = '{1}' where user_id = 2"));
        Assert.Equal("own_role_stays", await RefusalAsync(null, "update auth.memberships set role = 'owner' where user_id = 2"));
        Assert.Null(await RefusalAsync(Ann, "update auth.memberships set role = 'finance' where user_id = 2"));
        Assert.Equal(["finance"], await QueryAsync<string>("select role from auth.memberships where user_id = 2"));
    }

    [Fact]
    public async Task AnotherWorkspace_IsMadeByAnOwnerOfThisOne()
    {
        Assert.Equal("42501", await RefusalAsync(Bob, "select auth.make_workspace('second', now())"));
        Assert.Equal("42501", await RefusalAsync(null, "select auth.make_workspace('second', now())"));
        Assert.Null(await RefusalAsync(Ann, "select auth.make_workspace('second', now())"));
        Assert.Equal([(1L, "owner")],
            await QueryAsync<(long, string)>("select user_id, role from auth.memberships where workspace_id <> 1"));
    }

    [Fact]
    public async Task EachTableOfConversations_IsNarrowedToTheNumbersOfWhoIsThereForSome() => Assert.Empty(await QueryAsync<string>(
        """
        select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'conversation_id'
        where c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege('whatsappbots_admin', c.oid, 'select')
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'numbers' and not p.polpermissive)
        """));

    [Fact]
    public async Task Scope_ShowsTheConversationsOfItsNumbersAlone()
    {
        await ExecuteAsync(
            """
            insert into chat.people (id, workspace_id, phone) overriding system value values (901, 1, '15550901'), (902, 1, '15550902');
            insert into chat.conversations (id, workspace_id, person_id, number_id) overriding system value values (91, 1, 901, '100'),
              (92, 1, 902, '200');
            insert into chat.messages (stored_at, workspace_id, conversation_id, direction, type, summary, at, body)
            values (now(), 1, 91, 'in', 'text', 'to 100', now(), '{}'), (now(), 1, 92, 'in', 'text', 'to 200', now(), '{}');
            """);
        foreach (var (numbers, seen) in new[] { ("", 2L), ("100", 1L), ("100,200", 2L), ("300", 0L) })
        {
            foreach (var table in new[] { "chat.conversations", "chat.messages", "chat.people" })
            {
                Assert.Equal($"{table} {numbers} {seen}", $"{table} {numbers} {await CountAsync(numbers, table)}");
            }
        }
    }

    private async Task<long> CountAsync(string numbers, string table)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"{AsAdmin}; set local app.scope_numbers = '{numbers}'; select count(*) from {table}",
            connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    // The constraint or code that refuses it; null: it was done.
    private async Task<string?> RefusalAsync(long? user, string sql)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"{AsAdmin}; set local app.user_id = '{user}'; {sql}; commit",
                connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException e)
        {
            return e.ConstraintName ?? e.SqlState;
        }
    }
}
