using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Database.Tests.Data;

/// <summary>Ratings that were given before they had a table, in states as earlier releases stored them.</summary>
public sealed class RatingMigrationTests : MigrationTest
{
    private const string States =
        """
        insert into chat.people (id, workspace_id, phone, created_at) select n, 1, '1555000' || n, now() from generate_series(1, 8) n;
        insert into chat.conversations (id, workspace_id, person_id, number_id, bot, state, data, parked, last_inbound_at, created_at) values
          (1, 1, 1, '1', 'portraits', 'TuneReady',
           '{"orders": [{"number": 1, "id": 41, "title": "Headshots", "rating": 4, "feedback": "nice"}, {"number": 2, "title": "Beach"},
                        {"number": 3, "id": 43, "title": "Suits", "rating": 5}]}', '{}', '2026-05-06 07:08:09Z', '2026-01-01Z'),
          (2, 1, 2, '1', 'habits', 'Idle', '{"habits": []}',
           '{"portraits": {"state": "TuneReady", "data": "{\"orders\": [{\"number\": 1, \"id\": 44, \"title\": \"Headshots\", \"rating\": 1}]}"}}', null, '2026-02-02Z'),
          (3, 1, 3, '1', 'portraits', 'New', '{}', '{}', now(), now()),
          (4, 1, 4, '1', 'portraits', 'Odd', '{"orders": "none"}', '{}', now(), now()),
          (5, 1, 5, '1', 'portraits', 'Odd', '{"orders": [{"number": 1, "rating": 0}, {"number": 2, "rating": 6}, {"rating": 3}, null, 7]}', '{}', now(), now()),
          (6, 1, 6, '1', 'habits', 'Idle', '{"orders": [{"number": 1, "rating": 3}]}', '{"portraits": {"state": "", "data": "{}"}}', now(), now()),
          (7, 1, 7, '1', 'echo', 'x', '7', '{"habits": {"state": "Idle", "data": "{}"}}', now(), now()),
          (8, 1, 8, '1', 'portraits', 'Odd', '12', '{"portraits": {"state": "a", "data": null}}', now(), now());
        """;

    [Fact]
    public async Task States_OfEarlierReleases_BecomeRows()
    {
        var at = Migrator.Migrations.ToList().FindIndex(migration => migration.Name.Contains("ratings", StringComparison.Ordinal));
        await RunAsync(Url, new MigrationPatience(), [.. Migrator.Migrations.Take(at)]);
        await ExecuteAsync(States);
        await RunAsync(Url, new MigrationPatience(), [.. Migrator.Migrations]);

        await using var connection = new NpgsqlConnection(Url);
        Assert.Equal(
            [
                "1 1 41 Headshots 4 nice 2026-05-06 07:08:09", "1 3 43 Suits 5  2026-05-06 07:08:09", "2 1 44 Headshots 1  2026-02-02 00:00:00",
            ],
            await connection.QueryAsync<string>(
                """
                select concat_ws(' ', conversation_id, number, order_id, title, stars, coalesce(feedback, ''), to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'))
                from chat.ratings where workspace_id = 1 and bot = 'portraits' order by conversation_id, number
                """));
    }
}
