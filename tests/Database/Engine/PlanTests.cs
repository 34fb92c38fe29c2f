using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;
using WhatsAppBots.Conversations.Engine;
using WhatsAppBots.Messaging;

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
            .Where(constant => constant.IsLiteral && constant.Name.EndsWith("Sql", StringComparison.Ordinal))
                // The refused are few, and joined to themselves within one statement.
            .Where(constant => type.Name != "RefusalStatements")
            .Select(constant => $"{type.FullName}.{constant.Name}"))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement_OnEmptyTables_LooksUpByKey(string name)
    {
        var sql = (string)typeof(ConversationEngine).Assembly.GetType(name[..name.LastIndexOf('.')])!
            .GetField(name[(name.LastIndexOf('.') + 1)..], BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;
        var named = Named().Matches(sql).Select(match => match.Value).Distinct().ToList();
        sql = Named().Replace(sql, match => $"${named.IndexOf(match.Value) + 1}");
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.Writer.OpenConnectionAsync();
        await using (var prepare = new NpgsqlCommand($"prepare s as {sql}", connection)) await prepare.ExecuteNonQueryAsync();
        var parameters = Parameter().Matches(sql).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
        var list = parameters == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", parameters))})";
        await using var explain = new NpgsqlCommand($"explain execute s{list}", connection);
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));

        var text = string.Join('\n', plan);
        Assert.DoesNotContain("Join Filter", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", text, StringComparison.Ordinal);
        for (var n = 0; n < plan.Count; n++)
        {
            if (!plan[n].Contains("Index Scan", StringComparison.Ordinal) && !plan[n].Contains("Index Only Scan", StringComparison.Ordinal)) continue;
            Assert.True(n + 1 < plan.Count && plan[n + 1].Contains("Index Cond", StringComparison.Ordinal), $"{plan[n]} has no condition:\n{text}");
        }
    }

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
