using System.Net.Http.Json;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;
using Xunit.Abstractions;

namespace WhatsAppBots.Survival.Tests;

public sealed class PoisonTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Poison_InABusyConversationAndABusyBatch_HoldsUpNobodyElseAndCanBeReplayed()
    {
        await using var trial = await Trial.StartAsync(output);
        var crowd = trial.Crowd(50);
        var host = await trial.HostAsync();
        var webhooks = trial.Webhooks(host);
        foreach (var person in crowd.People) await person.ExchangeAsync(webhooks, _patience);
        var (ill, busy, others) = (crowd.People[0], crowd.People[1], crowd.People[2..]);

        // One conversation's state cannot be read any more; in another an input waits that nobody understands.
        await trial.ExecuteAsync($"update chat.conversations set data = '\"spoilt\"' where id = {await ConversationAsync(trial, ill)}");
        await trial.ExecuteAsync(
            $$"""
            insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at)
            select workspace_id, id, 'test:poison', '{"is":"of another age"}', now() from chat.conversations where id = {{await ConversationAsync(trial, busy)}}
            """);

        // Both in one body with everybody else.
        await webhooks.DeliverAsync(MetaWebhooks.Body(
            crowd.People.SelectMany(person => Enumerable.Range(0, person == ill ? 1 : 2).Select(_ => person.Next()))));
        await Task.WhenAll(others.Select(person => person.WhenAnswered(person.Written))).WaitAsync(TimeSpan.FromSeconds(5));
        for (var n = 0; n < 10; n++)
        {
            foreach (var person in others) await person.ExchangeAsync(webhooks, TimeSpan.FromSeconds(5));
        }

        // What waited behind the poison is answered once it is given up.
        await busy.WhenAnswered(busy.Written).WaitAsync(_patience);
        await WaitForAsync(async () => await trial.CountAsync("events.dead_letters") == 2, "the dead letters");
        trial.Report($"Given up: {await trial.CountAsync("events.dead_letters")}, everybody else was answered meanwhile.");

        // Cured, and replayed by the operator.
        await trial.ExecuteAsync(
            $$"""update chat.conversations set data = '{"Count": 1}' where id = {{await ConversationAsync(trial, ill)}}""");
        await trial.ExecuteAsync("delete from events.dead_letters where cause = 'test:poison'");
        using var http = new HttpClient { BaseAddress = new Uri(host.Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await ApiKeys.MakeAsync(trial.Database));
        foreach (var id in await trial.QueryAsync<long>("select id from events.dead_letters order by id"))
        {
            using var answer = await http.PostAsJsonAsync($"/api/dead-letters/{id}/replay", new { });
            Assert.True(answer.IsSuccessStatusCode, $"Replay answered {(int)answer.StatusCode}.");
            await WaitForAsync(async () => await trial.CountAsync($"chat.inbox") == 0, "the replay");
        }

        await ill.WhenAnswered(ill.Written).WaitAsync(_patience);
        await trial.SettleAsync();

        // Whose message was given up was told so once.
        Assert.Equal(0, await trial.CheckAsync(crowd, apologies: 1));
    }

    private static async Task<long> ConversationAsync(Trial trial, Person person) => (await trial.QueryAsync<long>(
        $"select c.id from chat.conversations c join chat.people p on p.id = c.person_id where p.phone = '{person.Phone}'"))[0];

    private static async Task WaitForAsync(Func<Task<bool>> condition, string what)
    {
        for (var n = 0; n < 900; n++)
        {
            if (await condition()) return;
            await Task.Delay(100);
        }

        Assert.Fail($"Waited in vain for {what}.");
    }
}
