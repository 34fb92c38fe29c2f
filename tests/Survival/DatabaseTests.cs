using Dapper;
using Npgsql;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class DatabaseTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Database_KilledUnderLoad_LosesNothingAndDoublesNothing()
    {
        await using var postgres = await OwnPostgres.StartAsync();
        await UnderLoadAsync(postgres.ConnectionString, async _ =>
        {
            for (var n = 0; n < (Trial.IsLong ? 10 : 2); n++)
            {
                await Task.Delay(Random.Shared.Next(500, 2000));
                postgres.Kill();
                await Task.Delay(Random.Shared.Next(0, 1000));
                await postgres.RestartAsync();
            }
        });
    }

    [Fact]
    public async Task Database_RefusingConnections_LosesNothingAndDoublesNothing() =>
        await UnderLoadAsync(null, async trial =>
        {
            var own = new NpgsqlConnectionStringBuilder(trial.Database);
            await using var server = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(trial.Database) { Database = "postgres", Pooling = false }.ConnectionString);
            await server.ExecuteAsync($"alter database {own.Database} with allow_connections false");
            await server.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{own.Database}'");
            NpgsqlConnection.ClearAllPools();
            await Task.Delay(TimeSpan.FromSeconds(Trial.IsLong ? 30 : 6));
            await server.ExecuteAsync($"alter database {own.Database} with allow_connections true");
        });

    [Fact]
    public async Task Database_OutOfDisk_LosesNothingAndGivesUpNothing() =>
        await UnderLoadAsync(null, async trial =>
        {
            await trial.ExecuteAsync(
                """
                create function chat.full_disk() returns trigger language plpgsql as
                  $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
                create trigger full_disk before insert on chat.messages for each row execute function chat.full_disk();
                """);
            await Task.Delay(TimeSpan.FromSeconds(Trial.IsLong ? 30 : 6));
            await trial.ExecuteAsync("drop trigger full_disk on chat.messages");
        });

    private async Task UnderLoadAsync(string? database, Func<Trial, Task> trouble)
    {
        await using var trial = await Trial.StartAsync(output, database);
        var crowd = trial.Crowd(30);
        var host = await trial.HostAsync();
        var goesOn = true;
        var talk = Trial.TalkAsync(crowd, trial.Webhooks(host), () => goesOn, _patience);
        await Task.Delay(1500);
        await trouble(trial);
        await Task.Delay(2000);
        goesOn = false;
        await talk;
        await trial.SettleAsync();
        Assert.Equal(0, await trial.CheckAsync(crowd));
    }
}
