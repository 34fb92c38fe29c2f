using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Engine;

public sealed class TimerScaleTests : EngineTest
{
    private const int People = 500;

    [Fact]
    public async Task Timers_ThatFallDueTogether_FireOnceEachOnTwoProcesses()
    {
        await using var other = await StartHostAsync();
        await PeopleAsync();
        await ExecuteAsync("insert into chat.timers (workspace_id, conversation_id, name, due_at) select 1, id, 'reminder', @at from chat.conversations", new { at = Time.GetUtcNow().UtcDateTime });
        var handled = 0;
        Bot.Before = (_, input) => Interlocked.Add(ref handled, input is TimerInput ? 1 : 1000);

        // Both look several times at once, as they might after a pause.
        var fired = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() =>
            (n % 2 == 0 ? Host : other).Services.GetRequiredService<DueTimers>().FireAsync(CancellationToken.None))));
        await Host.IdleAsync();
        await other.IdleAsync();

        Assert.Equal((People, People), (fired.Sum(), handled));
        Assert.Equal(
            Enumerable.Range(1, People).Select(n => $"1555{n:000000}").Order(StringComparer.Ordinal),
            Channel.Sent.Select(message => message.Recipient.Phone!).Order(StringComparer.Ordinal));
        Assert.Equal((0, 0), (await CountAsync("chat.timers"), await CountAsync("chat.inbox")));
    }

    // With and without what the database knows of the table, few due and many: it must never be read to its end.
    [Fact]
    public async Task Search_AmongTimersOfLater_GoesByTheIndexOfThoseThatAreNotFired()
    {
        await LaterAsync(20_000);
        await AssertPlanAsync();
        await ExecuteAsync("analyze chat.timers");
        await AssertPlanAsync();
        await ExecuteAsync("insert into chat.timers (workspace_id, conversation_id, name, due_at) select 1, n, 'due', @at from generate_series(1, 3000) n", new { at = Time.GetUtcNow().UtcDateTime.AddHours(-1) });
        await ExecuteAsync("analyze chat.timers");
        await AssertPlanAsync();
    }

    private async Task AssertPlanAsync()
    {
        var sql = ((string)typeof(DueTimers).GetField("FireSql", BindingFlags.NonPublic | BindingFlags.Static)!.GetRawConstantValue()!)
            .Replace("@now", "$1", StringComparison.Ordinal).Replace("@Most", "$2", StringComparison.Ordinal);
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        await using var connection = await connections.Writer.OpenConnectionAsync();
        await using (var prepare = connection.CreateCommand())
        {
            prepare.CommandText = $"prepare fire (timestamptz, int) as {sql}";
            await prepare.ExecuteNonQueryAsync();
        }

        await using var explain = connection.CreateCommand();
        explain.CommandText = $"explain execute fire ('{Time.GetUtcNow():O}', 1000)";
        await using var reader = await explain.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync()) plan.Add(reader.GetString(0));
        Assert.DoesNotContain(plan, line => line.Contains("Seq Scan", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("Index Scan using timers_due", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("Index Scan using timers_pkey", StringComparison.Ordinal));
    }

    private Task LaterAsync(int count) => ExecuteAsync(
        "insert into chat.timers (workspace_id, conversation_id, name, due_at) select 1, n, 'later', @at + n * interval '1 second' from generate_series(1, @count) n",
        new { at = Time.GetUtcNow().UtcDateTime.AddDays(1), count });

    private Task PeopleAsync() => ExecuteAsync(
        """
        insert into chat.people (id, workspace_id, name, phone) overriding system value
          select n, 1, 'Ann', '1555' || lpad(n::text, 6, '0') from generate_series(1, @People) n;
        insert into chat.conversations (id, workspace_id, person_id, number_id, bot, state, data, last_inbound_at) overriding system value
          select n, 1, n, '1000', 'test', 'counting', '1', @at from generate_series(1, @People) n;
        insert into chat.open_conversations (person_id, number_id, workspace_id, conversation_id)
          select n, '1000', 1, n from generate_series(1, @People) n;
        """, new { People, at = Time.GetUtcNow().UtcDateTime });
}
