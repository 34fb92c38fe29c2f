using Dapper;
using Npgsql;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Desk.Notes;
using WhatsAppBots.Desk.Sending;
using WhatsAppBots.Desk.Threads;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>
/// Threads follow conversations: who waits, since when, for whom; and the feed tells of each change, in order and without holes.
/// </summary>
public sealed class ThreadTests : DeskTest
{
    [Fact]
    public async Task Thread_FollowsItsConversation_FromTheBotToPeopleAndBack()
    {
        await Host.SayAsync(Ann, "hi");
        var ann = await OfAsync(Ann);
        var thread = await ThreadAsync(ann);
        Assert.Equal(("pending", false, (DateTimeOffset?)null, "bot", Ann), (thread.Status, thread.HandedOver, thread.WaitingSince,
            thread.Last.From, thread.Person.Phone));

        Time.Advance(TimeSpan.FromMinutes(5));
        await Host.SayAsync(Ann, "human");
        var asked = await ThreadAsync(ann);
        Assert.Equal(("open", true, "asked", 2), (asked.Status, asked.HandedOver, asked.Reason, asked.Unread));
        Assert.NotNull(asked.WaitingSince);

        // The wait counts from the first message that nobody has answered.
        Time.Advance(TimeSpan.FromMinutes(5));
        await Host.SayAsync(Ann, "anybody?");
        Assert.Equal(asked.WaitingSince, (await ThreadAsync(ann)).WaitingSince);
        await SendAsync(ann, "Here I am");
        var answered = await ThreadAsync(ann);
        Assert.Equal((null, "agent"), (answered.WaitingSince, answered.Last.From));
        Time.Advance(TimeSpan.FromMinutes(5));
        await Host.SayAsync(Ann, "thanks, one more thing");
        Assert.True((await ThreadAsync(ann)).WaitingSince > asked.WaitingSince);

        // Handed back without a word: the window is shut by then.
        Time.Advance(TimeSpan.FromHours(30));
        await Agents.HandAsync(new DeskRequest("agent:7", "back", ann), toPeople: false, "solved", CancellationToken.None);
        await Host.IdleAsync();
        var back = await ThreadAsync(ann);
        Assert.Equal(("pending", false, null, null), (back.Status, back.HandedOver, back.WaitingSince, back.WindowClosesAt));
    }

    [Fact]
    public async Task Lists_ShowWhoWaitsLongestFirst_AndWhatIsMineOrUnread()
    {
        await Host.SayAsync(Ann, "human");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Host.SayAsync(Bo, "human");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Host.SayAsync(Ann, "hello?");
        var (ann, bo) = (await OfAsync(Ann), await OfAsync(Bo));

        Assert.Equal([ann, bo], (await ListAsync("all")).Select(thread => thread.ConversationId));
        Assert.Equal([ann, bo], (await ListAsync("waiting")).Select(thread => thread.ConversationId));
        Assert.Equal(2, (await ListAsync("unassigned")).Count);
        Assert.True(await ThreadsOf.ClaimAsync(bo, 7, force: false, CancellationToken.None));
        Assert.Equal([bo], (await ListAsync("mine")).Select(thread => thread.ConversationId));
        Assert.Equal([ann], (await ListAsync("unassigned")).Select(thread => thread.ConversationId));
        await ThreadsOf.SeeAsync(ann, 7, (await ThreadAsync(ann)).Last.Id, CancellationToken.None);
        Assert.Equal([bo], (await ListAsync("unread")).Select(thread => thread.ConversationId));
        Assert.Equal(2, (await ListAsync("unread", user: 8)).Count);
        Assert.Equal(new ThreadCounts(2, 1, 1, 0), await Threads.CountAsync(7, CancellationToken.None));

        // Pages of one row each hold each thread once.
        List<long> paged = [];
        var page = new WhatsAppBots.Data.Queries.PageRequest(null, 1);
        while (true)
        {
            var found = await Threads.ListAsync(new ThreadFilter("all", null, null, null), 7, page, CancellationToken.None);
            paged.AddRange(found.Items.Select(thread => thread.ConversationId));
            if (found.Next is null) break;
            page = page with { After = WhatsAppBots.Data.Queries.PageRequest.Decode(found.Next, "") };
        }

        Assert.Equal([ann, bo], paged);
    }

    [Fact]
    public async Task Claim_OfTwoAtOnce_IsOnes_AndForceTakesIt()
    {
        await Host.SayAsync(Ann, "human");
        var ann = await OfAsync(Ann);
        await ThreadAsync(ann);
        var claims = await Task.WhenAll(Enumerable.Range(1, 8).Select(async user =>
        {
            try
            {
                return await ThreadsOf.ClaimAsync(ann, user, force: false, CancellationToken.None) ? user : 0;
            }
            catch (DeskConflictException e)
            {
                Assert.Equal("claimed", e.Code);
                return 0;
            }
        }));
        var winner = Assert.Single(claims, user => user > 0);
        Assert.Equal(winner, (await ThreadAsync(ann)).Assignee);
        Assert.True(await ThreadsOf.ClaimAsync(ann, winner, force: false, CancellationToken.None));
        Assert.True(await ThreadsOf.ClaimAsync(ann, 99, force: true, CancellationToken.None));
        await Assert.ThrowsAsync<DeskConflictException>(() => ThreadsOf.AssignAsync(ann, winner, null, null, CancellationToken.None));
        Assert.True(await ThreadsOf.AssignAsync(ann, 99, null, null, CancellationToken.None));
        Assert.Null((await ThreadAsync(ann)).Assignee);
        Assert.False(await ThreadsOf.ClaimAsync(99_999, 7, force: false, CancellationToken.None));
    }

    [Fact]
    public async Task Resolved_IsOpenAgainWhenThePersonWrites_AndSnoozedComesBackInTime()
    {
        await Host.SayAsync(Ann, "human");
        var ann = await OfAsync(Ann);
        var thread = await ThreadAsync(ann);
        Assert.True(await ThreadsOf.SetStatusAsync(ann, "resolved", null, thread.Version, CancellationToken.None));
        Assert.Equal("resolved", (await ThreadAsync(ann)).Status);

        // What the person wrote meanwhile is not resolved unread.
        await Host.SayAsync(Ann, "wait");
        var reopened = await ThreadAsync(ann);
        Assert.Equal("open", reopened.Status);
        var stale = await Assert.ThrowsAsync<DeskConflictException>(
            () => ThreadsOf.SetStatusAsync(ann, "resolved", null, thread.Version, CancellationToken.None));
        Assert.Equal("changed", stale.Code);

        Assert.True(await ThreadsOf.SetStatusAsync(ann, "snoozed", Time.GetUtcNow().AddHours(2), reopened.Version, CancellationToken.None));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("snoozed", (await ThreadAsync(ann)).Status);
        Time.Advance(TimeSpan.FromHours(1));
        var woken = await ThreadAsync(ann);
        Assert.Equal(("open", (DateTimeOffset?)null), (woken.Status, woken.SnoozedUntil));
    }

    [Fact]
    public async Task Crisis_IsFlaggedUntilSomebodyHasSeenIt_AndAgainWhenItIsWrittenAgain()
    {
        await Host.SayAsync(Ann, "quiero morir");
        var ann = await OfAsync(Ann);
        Assert.Equal(ann, Assert.Single(await ListAsync("crisis")).ConversationId);
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await ThreadsOf.SeeCrisisAsync(ann, CancellationToken.None));
        Assert.Empty(await ListAsync("crisis"));
        Assert.Null((await ThreadAsync(ann)).CrisisAt);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Host.SayAsync(Ann, "quiero morir");
        Assert.Single(await ListAsync("crisis"));
    }

    [Fact]
    public async Task Feed_NumbersChangesWithoutHoles_WhateverIsAtOnce()
    {
        var start = (await Feed.ReadAsync(null, CancellationToken.None)).Last;
        await Host.SayAsync(Ann, "human");
        await Host.SayAsync(Bo, "human");
        var (ann, bo) = (await OfAsync(Ann), await OfAsync(Bo));
        await Projector.SweepAsync(CancellationToken.None);
        var notes = new Notes(Workspace, Time);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => n % 3 == 0
            ? notes.AddAsync(ann, 7, $"note {n}", CancellationToken.None)
            : n % 3 == 1 ? ThreadsOf.ClaimAsync(bo, n, force: true, CancellationToken.None) : Projector.SweepAsync(
                CancellationToken.None)));

        var part = await Feed.ReadAsync(start, CancellationToken.None);
        Assert.True(part.IsWhole);
        Assert.Equal(Enumerable.Range(1, part.Changes.Count).Select(n => start + n), part.Changes.Select(change => change.Seq));
        Assert.Equal(part.Last, part.Changes[^1].Seq);
        Assert.Equal(7, part.Changes.Count(change => change.Kind == "note"));
        Assert.Equal(2, part.Changes.Where(change => change.Kind == "thread").Select(change => change.ConversationId).Distinct().Count());

        // Nothing has changed: nothing is told.
        await Projector.SweepAsync(CancellationToken.None);
        Assert.Empty((await Feed.ReadAsync(part.Last, CancellationToken.None)).Changes);

        // Who was away for longer than changes are kept has to read all anew.
        await ExecuteAsync("update desk.changes set at = at - interval '2 hours'");
        await Projector.SweepAsync(CancellationToken.None);
        Assert.False((await Feed.ReadAsync(start, CancellationToken.None)).IsWhole);
        Assert.False((await Feed.ReadAsync(part.Last + 100, CancellationToken.None)).IsWhole);
        Assert.True((await Feed.ReadAsync(part.Last, CancellationToken.None)).IsWhole);
    }

    // Ids are drawn before they are committed: the projector must not pass by what shows late.
    [Fact]
    public async Task Message_ThatIsCommittedAfterAYoungerOne_IsSeen()
    {
        await Host.SayAsync(Ann, "human");
        await Host.SayAsync(Bo, "human");
        var (ann, bo) = (await OfAsync(Ann), await OfAsync(Bo));
        await Projector.SweepAsync(CancellationToken.None);
        var skipped = (await QueryAsync<long>("select nextval('chat.messages_id_seq')")).Single();
        await Host.SayAsync(Bo, "younger");
        await Projector.WorkDueAsync(CancellationToken.None);
        await ExecuteAsync(
            """
            insert into chat.messages (id, stored_at, workspace_id, conversation_id, direction, type, summary, at, body)
            select @skipped, now(), 1, @ann, 'in', 'text', 'older, but committed late', now(), '{}'
            """,
            new { skipped, ann });
        await Projector.WorkDueAsync(CancellationToken.None);
        Assert.Equal("older, but committed late", (await Threads.FindAsync(ann, 7, CancellationToken.None))!.Last.Text);
        Assert.Equal("younger", (await Threads.FindAsync(bo, 7, CancellationToken.None))!.Last.Text);
    }

    // What the projector has read of somebody must not be written after they were erased.
    [Fact]
    public async Task Person_WhoIsErasedMeanwhile_LeavesNoThreadAndNoWords()
    {
        await Host.SayAsync(Ann, "human");
        var ann = await OfAsync(Ann);
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ErasureLock.TakeAsync(connection, transaction, [ann], CancellationToken.None);
        var sweep = Projector.SweepAsync(CancellationToken.None);
        await WaitUntilBlockedAsync();
        await connection.ExecuteAsync(
            "delete from chat.messages; delete from chat.open_conversations; delete from chat.conversations", transaction: transaction);
        await transaction.CommitAsync();
        await sweep;
        Assert.Equal((0, 0), (await CountAsync("desk.threads"), await CountAsync("desk.search")));
    }

    private async Task WaitUntilBlockedAsync()
    {
        while (await CountAsync("pg_locks where locktype = 'advisory' and not granted") == 0) await Task.Delay(10);
    }

    [Fact]
    public async Task Drafts_SayThatTheChatHasMovedOn()
    {
        await Host.SayAsync(Ann, "human");
        var ann = await OfAsync(Ann);
        var drafts = new Drafts(Workspace, Time);
        Assert.False(await drafts.SaveAsync(99_999, 7, "x", 0, CancellationToken.None));
        Assert.True(await drafts.SaveAsync(ann, 7, "Dear Ann", (await ThreadAsync(ann)).Last.Id, CancellationToken.None));
        Assert.False(Assert.Single((await drafts.ListAsync(ann, CancellationToken.None))!).MovedOn);
        await Host.SayAsync(Ann, "never mind");
        await Projector.SweepAsync(CancellationToken.None);
        Assert.True(Assert.Single((await drafts.ListAsync(ann, CancellationToken.None))!).MovedOn);
        Assert.True(await drafts.DropAsync(ann, 7, CancellationToken.None));
        Assert.False(await drafts.DropAsync(ann, 7, CancellationToken.None));
    }

    [Fact]
    public async Task Snippets_HaveOneNameEach_AndAVersion()
    {
        var snippets = new Snippets(Workspace);
        var one = await snippets.AddAsync("hours", "We are here from 9 to 18.", CancellationToken.None);
        Assert.Equal("taken", (await Assert.ThrowsAsync<DeskConflictException>(() =>
            snippets.AddAsync("hours", "x", CancellationToken.None))).Code);
        var changed = await snippets.ChangeAsync(one.Id, "hours", "9 to 17", one.Version, CancellationToken.None);
        Assert.Equal("changed", (await Assert.ThrowsAsync<DeskConflictException>(
            () => snippets.ChangeAsync(one.Id, "hours", "x", one.Version, CancellationToken.None))).Code);
        Assert.Null(await snippets.ChangeAsync(99, "other", "x", 1, CancellationToken.None));
        Assert.Equal([changed!], await snippets.ListAsync(CancellationToken.None));
        Assert.True(await snippets.DropAsync(one.Id, CancellationToken.None));
        Assert.False(await snippets.DropAsync(one.Id, CancellationToken.None));
        Assert.Equal(3, (await Feed.ReadAsync(0, CancellationToken.None)).Changes.Count(change => change.Kind == "snippet"));
    }
}
