using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Messaging;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>
/// The committer's statements are prepared when a connection opens, perhaps on empty tables, and keep their plans. A plan
/// that filters what it could look up would cost more with every row.
/// </summary>
public sealed partial class PlanTests : EngineTest
{
    public static TheoryData<string> Statements => [.. typeof(ConversationEngine).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Statements", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static)
            .Where(constant => constant.FieldType == typeof(string) && constant.Name.EndsWith("Sql", StringComparison.Ordinal))
                // The refused are few, and joined to themselves within one statement.
            .Where(constant => type.Name != "RefusalStatements")
            .Select(constant => $"{type.FullName}.{constant.Name}"))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement_OnEmptyTables_LooksUpByKey(string name)
    {
        var sql = (string)typeof(ConversationEngine).Assembly.GetType(name[..name.LastIndexOf('.')])!
            .GetField(name[(name.LastIndexOf('.') + 1)..], BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var plan = await PlanAsync(Database, sql);
        Assert.True(LooksUpByKey(plan), string.Join('\n', plan));
    }

    // What bots read in a batch is read under the same settings.
    [Fact]
    public async Task SnapshotOfEveryBot_OnEmptyTables_LooksUpByKey()
    {
        var services = new ServiceCollection().AddSingleton(new AiPresence(true)).AddLogging().AddBots(new ConfigurationBuilder().Build());
        await using var product = services.BuildServiceProvider();
        foreach (var read in product.GetRequiredService<IConversationHandler>().Snapshots)
        {
            var plan = await PlanAsync(Database, read.Sql);
            Assert.True(LooksUpByKey(plan), $"{read.Bot}:\n{string.Join('\n', plan)}");
        }
    }

    /// <summary>The plan of a statement as the committer's connection makes it before it knows any parameter.</summary>
    internal static async Task<List<string>> PlanAsync(TestDatabase database, string sql)
    {
        var named = Named().Matches(sql).Select(match => match.Value).Distinct().ToList();
        sql = Named().Replace(sql, match => $"${named.IndexOf(match.Value) + 1}");
        await using var connections = new WhatsAppBots.Data.Database(database.ConnectionString);
        await using var connection = await connections.Writer.OpenConnectionAsync();
        await using (var prepare = new NpgsqlCommand($"prepare s as {sql}", connection)) await prepare.ExecuteNonQueryAsync();
        var parameters = Parameter().Matches(sql).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var list = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", parameters))})";
        await using var explain = new NpgsqlCommand($"explain execute s{list}", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        return plan;
    }

    /// <summary>Whether every table is read by an index with a condition.</summary>
    internal static bool LooksUpByKey(List<string> plan) =>
        !plan.Exists(line => line.Contains("Join Filter", StringComparison.Ordinal) || line.Contains("Seq Scan", StringComparison.Ordinal))
        && plan.Index().All(line =>
            (!line.Item.Contains("Index Scan", StringComparison.Ordinal) && !line.Item.Contains("Index Only Scan", StringComparison.Ordinal))
            || (line.Index + 1 < plan.Count && plan[line.Index + 1].Contains("Index Cond", StringComparison.Ordinal)));

    [Fact]
    public async Task Sweep_OfABusThatIsAway_DoesNotReadAllThatWaitsForIt()
    {
        await ExecuteAsync(
            """
            insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
            select 'e' || n, 'bus', 't', 1, '{}', now(), now() from generate_series(1, 20000) n;
            analyze events.queue;
            """);
        var plan = string.Join('\n', await QueryAsync<string>(
            "explain " + BusSweep.WaitingSql, new { apps = new[] { "messages", "images" }, now = Time.GetUtcNow().UtcDateTime }));
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
        Assert.Contains("Index Cond: ((receiver = ANY", plan, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"(?<![@\w])@\w+")]
    private static partial Regex Named();
}
