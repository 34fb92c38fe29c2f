using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>What goes through the conversations, as a dashboard shows it.</summary>
public sealed class TrafficTests : DeskTest
{
    [Fact]
    public async Task Answers_AreCountedFromArrivalToTheProvidersTaking_AndRemindersAreNone()
    {
        var traffic = new TrafficQueries(Workspace, Time);
        Assert.Equal(new AnswerTimes(0, null, null), (await traffic.ReadAsync(CancellationToken.None)).Answers);
        await Host.SayAsync(Ann, "hi");
        await Host.SayAsync(Bo, "hi");
        var now = await traffic.ReadAsync(CancellationToken.None);
        Assert.Equal((2, 0L, 0L, (DateTimeOffset?)null), (now.Answers.Count, now.Inbox, now.Outbox, now.OldestInputAt));
        Assert.InRange(now.Answers.P99!.Value, 0, 10_000);

        await ExecuteAsync("update chat.statuses set at = at + interval '2 seconds' where status = 'accepted'");
        Assert.InRange((await traffic.ReadAsync(CancellationToken.None)).Answers.P50!.Value, 2000, 12_000);
        Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, (await traffic.ReadAsync(CancellationToken.None)).Answers.Count);
    }

    [Fact]
    public async Task Queues_AreCountedForTheOwnWorkspaceAlone()
    {
        await ExecuteAsync(
            """
            insert into platform.workspaces (name) values ('other');
            insert into chat.inbox (workspace_id, conversation_id, cause, payload, received_at)
              select id, 1, 'x', '{}', now() from platform.workspaces;
            insert into events.queue (event_id, receiver, type, workspace_id, body, not_before, created_at)
              select 'e' || id, 'images', 'x', id, '{}', now(), now() from platform.workspaces;
            insert into events.dead_letters (workspace_id, source, cause, error, attempts, died_at, payload)
              select id, 'event', 'x', 'x', 1, now(), '{}' from platform.workspaces
            """);
        Assert.Equal(1, (await new TrafficQueries(Workspace, Time).ReadAsync(CancellationToken.None)).Inbox);
        var queues = await new QueueQueries(Workspace).ReadAsync(CancellationToken.None);
        Assert.Equal((1L, 1L), (queues.Events["images"], queues.DeadLetters));
    }
}
