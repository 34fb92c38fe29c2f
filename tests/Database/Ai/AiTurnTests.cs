using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messages.Ai;

namespace WhatsAppBots.Database.Tests.Ai;

/// <summary>A person's share of the day.</summary>
public sealed class AiTurnTests : AiTest
{
    [Fact]
    public async Task Share_IsNeverExceeded_HoweverManyAskAtOnce()
    {
        var turns = new[] { App, Start() }.Select(process => process.GetRequiredService<AiTurns>()).ToList();
        var asked = JsonSerializer.Deserialize(Body("q"), ContractsJson.Default.CloudEvent)!;
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(async n =>
        {
            var outcomes = new List<AiTurn>();
            for (var one = 0; one < 20; one++) outcomes.Add(await turns[n % 2].TakeAsync(asked with { Id = $"q{n}.{one}" }, 101, CancellationToken.None));
            return outcomes;
        }));

        var counts = taken.SelectMany(outcomes => outcomes).CountBy(outcome => outcome).ToDictionary();
        Assert.Equal((200, 120), (counts[AiTurn.Taken], counts[AiTurn.OverBudget]));
        Assert.Equal([200], await QueryAsync<int>("select count from chat.ai_turns"));
    }

    [Fact]
    public async Task Share_IsEachPersonsOwn_AndNewEachDay()
    {
        var app = Start("AI_TURNS_PER_DAY=2");
        Time.Advance(new DateTimeOffset(2026, 3, 2, 23, 59, 0, TimeSpan.Zero) - Time.GetUtcNow());
        foreach (var id in new[] { "a", "b", "c" }) await AskAsync(id, process: app);
        await AskAsync("other", person: 2, process: app);
        Assert.Equal([null, null, AiFailures.OverBudget, null], new[] { "a", "b", "c", "other" }.Select(id => Answer(id).Failure));

        Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync("next day", process: app);
        Assert.Null(Answer("next day").Failure);
    }

    [Fact]
    public async Task Share_OfNothing_AsksNothing()
    {
        await AskAsync("a", process: Start("AI_TURNS_PER_DAY=0"));

        Assert.Equal(AiFailures.OverBudget, Answer("a").Failure);
        Assert.Empty(Ai.Asked);
    }

    // Two that turn out to be one have one share between them.
    [Fact]
    public async Task Share_IsOfWhoeverHoldsTheConversationNow()
    {
        await AskAsync("a");
        await ExecuteAsync("update chat.conversations set person_id = 2 where id = 101");
        await AskAsync("b");
        await AskAsync("c", person: 2);

        Assert.Equal([(1L, 1), (2L, 2)], await QueryAsync<(long, int)>("select person_id, count from chat.ai_turns order by 1"));
    }

    [Fact]
    public async Task Person_WhoIsErased_LeavesNoCountAndIsNotAskedFor()
    {
        await AskAsync("a");
        await AskAsync("b", person: 2);
        await ExecuteAsync("delete from chat.conversations where person_id = 1; delete from chat.people where id = 1");
        await AskAsync("late");

        Assert.Equal([2L], await QueryAsync<long>("select person_id from chat.ai_turns"));
        Assert.Equal(2, Ai.Asked.Count);
        Assert.DoesNotContain(Answers, answer => answer.Request == "r-late");
        Assert.Equal(0, await CountAsync("events.queue"));
    }

    [Fact]
    public async Task Counts_AreKeptToTheirWorkspace()
    {
        await AskAsync("a");
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("set local role whatsappbots_admin", transaction: transaction);
        Assert.Equal(0, await SeenAsync());
        await connection.ExecuteAsync("select set_config('app.workspace', '1', true)", transaction: transaction);
        Assert.Equal(1, await SeenAsync());
        await connection.ExecuteAsync("select set_config('app.workspace', '2', true)", transaction: transaction);
        Assert.Equal(0, await SeenAsync());

        Task<long> SeenAsync() => connection.QuerySingleAsync<long>("select count(*) from chat.ai_turns", transaction: transaction);
    }
}
