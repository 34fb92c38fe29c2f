using Npgsql;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Database.Tests.Access;

/// <summary>The audit log: rows are added alone, and what is done to them behind its back shows.</summary>
public sealed class AuditLogTests : EngineTest
{
    // The hash is right; that of the row behind it is not any more.
    private const string Forged =
        """
        update auth.audit set action = 'x', hash = auth.audit_hash(row(workspace_id, number, at, user_id, key_id, session_id, ip, 'x',
          object, before, after, outcome, previous, hash)::auth.audit) where number = 2
        """;

    private WhatsAppBots.Data.Database _connections = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await ExecuteAsync("insert into platform.workspaces (id, name) values (7, 'other')");
    }

    public override async Task DisposeAsync()
    {
        await _connections.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Rows_AreNumberedByWorkspace_AndSeenThereAlone()
    {
        foreach (var workspace in new[] { 1, 7, 1 }) await AddAsync(workspace, $"In {workspace}");
        Assert.Equal([(2L, "In 1"), (1L, "In 1")], await ListAsync(1));
        Assert.Equal([(1L, "In 7")], await ListAsync(7));
        Assert.Empty(await FaultsAsync());
    }

    [Fact]
    public async Task Rows_WrittenAtOnce_HaveNoHoles()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => AddAsync(1, $"n {n}")));
        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n).Reverse(), (await ListAsync(1)).Select(row => row.Number));
        Assert.Empty(await FaultsAsync());
    }

    [Theory]
    [InlineData("update auth.audit set action = 'x'")]
    [InlineData("delete from auth.audit")]
    [InlineData("truncate auth.audit")]
    public async Task Rows_AreNotChanged_EvenByTheOwner(string sql)
    {
        await AddAsync(1, "once");
        Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(sql))).SqlState);
    }

    // Whoever owns the tables can turn the triggers off; then it shows.
    [Theory]
    [InlineData("update auth.audit set action = 'x' where number = 2", "it was changed")]
    [InlineData("update auth.audit set key_id = null where number = 2", "it was changed")]
    [InlineData("update auth.audit set after = '{}' where number = 2", "it was changed")]
    [InlineData("update auth.audit set at = at + interval '1 microsecond' where number = 2", "it was changed")]
    [InlineData("delete from auth.audit where number = 2", "rows before it are missing")]
    [InlineData("delete from auth.audit where number = 3", "rows are missing at the end")]
    [InlineData("delete from auth.audit", "rows are missing at the end")]
    [InlineData(Forged, "it does not follow the row before it")]
    public async Task Rows_ChangedBehindItsBack_AreFound(string sql, string fault)
    {
        for (var n = 0; n < 3; n++) await AddAsync(1, $"n {n}");
        await AddAsync(7, "elsewhere");
        await ExecuteAsync($"set session_replication_role = replica; {sql}; set session_replication_role = origin");
        Assert.Contains(fault, await FaultsAsync());
    }

    [Fact]
    public async Task Row_OfWorkThatIsRolledBack_IsNotThere()
    {
        await AddAsync(1, "first");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Log(1).Workspace.RunAsync<bool>(
            async (connection, transaction) =>
            {
                await Log(1).Audit.AddAsync(connection, transaction, new AuditEntry("lost"));
                throw new InvalidOperationException();
            },
            CancellationToken.None));
        await AddAsync(1, "second");
        Assert.Equal([(2L, "second"), (1L, "first")], await ListAsync(1));
        Assert.Empty(await FaultsAsync());
    }

    private (AuditLog Audit, Workspace Workspace) Log(long workspace)
    {
        var call = new CallContext { Caller = new Key(5, "crm", workspace, [], null), Address = System.Net.IPAddress.Parse("192.0.2.1") };
        var rows = new Workspace(_connections, call.Caller.View);
        return (new AuditLog(call, rows, Time), rows);
    }

    private Task AddAsync(long workspace, string action) =>
        Log(workspace).Audit.AddAsync(new AuditEntry(action, "thing 1", new { a = 1 }, new { a = 2.5m, b = "x" }), CancellationToken.None);

    private async Task<List<(long Number, string Action)>> ListAsync(long workspace) =>
        [.. (await Log(workspace).Audit.ListAsync(new PageRequest(null, 50), CancellationToken.None)).Items.Select(row =>
            (row.Number, row.Action))];

    private async Task<List<string>> FaultsAsync() =>
        [.. (await new AuditCheck(_connections).FindAsync(CancellationToken.None)).Select(broken => broken.Fault)];
}
