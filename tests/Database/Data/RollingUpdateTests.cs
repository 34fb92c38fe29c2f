using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using WhatsAppBots.Data;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Data;

/// <summary>
/// A release in the middle of the day: the schema changes under an engine that works. The code is this build's both times. What a
/// release before did is not run here; the rules in Migrations/README.md, and the test that holds files against them, stand for it.
/// </summary>
public sealed class RollingUpdateTests : MigrationTest
{
    private const int People = 20;

    // A column in every table, with and without a default, and a table besides: all that the first half of a change may do.
    private const string Expansion =
        """
        create table platform.of_the_next_release (id bigint primary key);
        do $$
        declare name text;
        begin
          for name in
            select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('platform', 'chat', 'events', 'host', 'money', 'images', 'habits') and c.relkind in ('r',
                'p') and not c.relispartition
          loop
            execute format('alter table %s add column of_the_next_release text, add column counted_by_it int not null default 0', name);
          end loop;
        end $$
        """;

    private readonly FakeChannel _channel = new();
    private readonly ManualTime _time = new();

    [Fact]
    public async Task NewestMigration_AppliedWhileAnEngineWorks_LosesNothing() =>
        await AssertNothingIsLostAsync([.. Migrator.Migrations.SkipLast(1)], Migrator.Migrations[^1]);

    [Fact]
    public async Task NextReleasesMigration_AppliedWhileThisEngineWorks_LosesNothing() => await AssertNothingIsLostAsync(
        Migrator.Migrations, new Migration(Migrator.Migrations[^1].Number + 1, "of_the_next_release.sql", Expansion));

    private async Task AssertNothingIsLostAsync(IReadOnlyList<Migration> before, Migration last)
    {
        await MigrateAsync(before);
        await using var first = await EngineHost.StartAsync(Url, new CountingBot(), _channel, _time);
        var people = Enumerable.Range(0, People).Select(n => $"1555{n:0000}").ToList();
        await RoundAsync(first, people, 1);

        // Somebody reads for long, so that the migration has to come more than once, and messages are handled between its tries.
        var reader = await HoldAsync("select count(*) from chat.conversations, money.entries, images.photos, chat.messages");
        var migration = MigrateAsync([.. before, last]);
        for (var round = 2; round < 6; round++) await RoundAsync(first, people, round);
        await reader.DisposeAsync();
        await migration;
        await RoundAsync(first, people, 6);

        // Another instance of this build starts beside it, as one that died would.
        await using var second = await EngineHost.StartAsync(Url, new CountingBot(), _channel, _time);
        Assert.Empty(await Migrator.RunAsync(Url, Warnings, CancellationToken.None));
        await RoundAsync(second, people, 7);

        Assert.All(people, phone => Assert.Equal(Enumerable.Range(1, 7).Select(n => $"{n}:m{n}"), _channel.TextsTo(phone)));
        Assert.Equal(0, await ScalarAsync("select count(*) from events.dead_letters"));
        Assert.Equal(7 * 2 * People, await ScalarAsync("select count(*) from chat.messages"));
    }

    private static async Task RoundAsync(EngineHost host, List<string> people, int round)
    {
        await Task.WhenAll(people.Select(phone => host.StoreAsync(host.Message(phone, $"m{round}"))));
        await host.IdleAsync();
    }

    private async Task MigrateAsync(IReadOnlyList<Migration> migrations)
    {
        await using var source = NpgsqlDataSource.Create(Url);
        await Migrator.RunAsync(
            source, migrations, Patience with { Tries = 10_000, Statement = TimeSpan.FromSeconds(20) }, NullLogger.Instance, CancellationToken.None);
    }
}
