using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Data;

/// <summary>The migrate job as a deployment runs it: a process of its own.</summary>
public sealed class MigrateJobTests : MigrationTest
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "WhatsAppBots.Standalone.dll");

    [Fact]
    public async Task TwoJobsAtOnce_ApplyEachFileOnce_AndAThirdFindsNothingToDo()
    {
        var jobs = await Task.WhenAll(RunAsync("migrate"), RunAsync("migrate"));

        Assert.All(jobs, job => Assert.Equal((0, ""), (job.Exit, job.Error)));
        Assert.Single(jobs, job => job.Output.Contains("Applied 0001_platform.sql, 0002_conversations.sql, ", StringComparison.Ordinal));
        Assert.Single(jobs, job => job.Output.Contains("No migration was pending", StringComparison.Ordinal));
        Assert.Equal(Migrator.Migrations.Count, await ScalarAsync("select count(*) from schema_migrations"));
        Assert.True(await ScalarAsync("select count(*) from pg_tables where tablename ~ '_20\\d{6}$'") > 8);
        Assert.EndsWith("No migration was pending; 0 partitions made.\n", (await RunAsync("migrate")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_WithoutADatabase_SaysSo()
    {
        var job = await RunAsync("migrate", url: "");
        Assert.Equal(1, job.Exit);
        Assert.StartsWith("Cannot migrate: DATABASE_URL is missing", job.Error, StringComparison.Ordinal);
    }

    // As where the password is an access token, which comes by PGPASSWORD.
    [Fact]
    public async Task Job_WithAWrongPassword_SaysSoAndChangesNothing()
    {
        var job = await RunAsync("migrate", password: "wrong");
        Assert.Equal(1, job.Exit);
        Assert.Contains("password authentication failed", job.Error, StringComparison.Ordinal);
        Assert.Equal(0, await ScalarAsync("select count(*) from pg_tables where tablename = 'schema_migrations'"));
    }

    [Fact]
    public async Task Word_ThatIsNoCommand_StartsNothing()
    {
        var job = await RunAsync("migrat");
        Assert.Equal(1, job.Exit);
        Assert.Contains("\"migrat\" is no command", job.Error, StringComparison.Ordinal);
    }

    private Task<Command> RunAsync(string command, string? url = null, string? password = null)
    {
        var own = new NpgsqlConnectionStringBuilder(Url);
        return Command.RunAsync("dotnet", [_program, command], new Dictionary<string, string?>
        {
            ["DATABASE_URL"] = url ?? $"postgresql://{own.Username}@{own.Host}:{own.Port}/{own.Database}", ["PGPASSWORD"] = password ?? own.Password,
        });
    }
}
