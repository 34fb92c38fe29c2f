using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Desk.Duty;
using WhatsAppBots.Desk.Sending;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>Somebody waits for a person, and things take another turn.</summary>
public sealed class TeamTurnTests : TeamTest
{
    [Fact]
    public async Task Answer_OfAProgram_EndsTheWords_ThatNobodyIsFree()
    {
        await AskAsync();
        await AnswerAsync("key:3", takesOver: false);
        await SaysNothingAsync();
    }

    [Theory]
    [InlineData("stop all")]
    [InlineData("I want to kill myself")]
    public async Task WhoWantsOnlyAnswers_OrSuffers_IsNotToldThatNobodyIsFree(string text)
    {
        await AskAsync();
        await Host.SayAsync(Ann, text);
        await SaysNothingAsync();
    }

    [Fact]
    public async Task WhoSuffers_StaysWithPeople()
    {
        await Host.SayAsync(Ann, "I want to kill myself");
        await AskAsync();
        await SaysNothingAsync();
        Assert.True(await IsHandedOverAsync());
    }

    [Fact]
    public async Task CallBack_WithoutARosterThatIsKnown_PromisesNothing()
    {
        await CallBackAsync();
        Team = null;
        await PassAsync(TimeSpan.FromHours(15));
        Assert.Contains("can't promise", Said[^1], StringComparison.Ordinal);
        Assert.True(await IsHandedOverAsync());
    }

    [Fact]
    public async Task CallBack_WhileTheRosterIsOld_DoesNotComeAgainAtOnce()
    {
        await CallBackAsync();
        Time.Advance(TimeSpan.FromHours(14));
        var fired = 0;
        for (var n = 0; n < 5; n++)
        {
            fired += await new DueTimers(Connections, Time, Host.Engine).FireAsync(CancellationToken.None);
            await Host.IdleAsync();
        }

        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task CallBack_StandsWhereTheChatIsGivenBack_ThoughTheBotHasIt()
    {
        await CallBackAsync();
        await Agents.HandAsync(new DeskRequest("agent:7", "back", await OfAsync(Ann)), false, "none", CancellationToken.None);
        Team = OnDuty;
        await PassAsync(TimeSpan.FromHours(15));
        Assert.True(await IsHandedOverAsync());
    }

    [Fact]
    public async Task Team_ThatGoesHome_SaysWhenItIsBack_AndTheChatStaysInTheList()
    {
        await AskAsync();
        Team = OnDuty with { IsOnDuty = false, Next = Time.GetUtcNow().AddHours(14) };
        await PassAsync(TimeSpan.FromMinutes(11));
        Assert.Contains("We're back", Said[^1], StringComparison.Ordinal);
        Assert.False(await IsHandedOverAsync());
        Assert.Single(await ListAsync("waiting"));
    }

    [Fact]
    public async Task Claim_GivesTheAgentAnHour()
    {
        await AskAsync();
        var ann = await OfAsync(Ann);
        await ThreadAsync(ann);
        await PassAsync(TimeSpan.FromMinutes(9));
        await ThreadsOf.ClaimAsync(ann, 7, force: false, CancellationToken.None);
        await Host.IdleAsync();
        var said = Said.Count;
        await PassAsync(TimeSpan.FromMinutes(59));
        Assert.Equal((said, 7L), (Said.Count, (await ThreadAsync(ann)).Assignee));
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("I'm back", Said[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent:7")]
    [InlineData("key:3")]
    public async Task WhoWasLeft_AndIsAnswered_WaitsNoMore_WhateverTheyWriteLater(string by)
    {
        await LeaveAsync();
        Assert.Single(await ListAsync("waiting"));
        await AnswerAsync(by, takesOver: false);
        Assert.Empty(await ListAsync("waiting"));
        Time.Advance(TimeSpan.FromDays(20));
        await Host.SayAsync(Ann, "menu");
        Assert.Empty(await ListAsync("waiting"));
    }

    [Fact]
    public async Task WhoWasLeft_AndIsResolved_WaitsNoMore_WhateverTheyWriteLater()
    {
        await LeaveAsync();
        var ann = await OfAsync(Ann);
        await ThreadsOf.SetStatusAsync(ann, "resolved", null, (await ThreadAsync(ann)).Version, CancellationToken.None);
        Assert.Empty(await ListAsync("waiting"));
        await Host.SayAsync(Ann, "menu");
        Assert.Empty(await ListAsync("waiting"));
    }

    [Fact]
    public async Task Place_InLine_CountsThoseOfTheNumberWhomPeopleHave()
    {
        var user = await UserAsync("agent", ["1000"]);
        await new Rosters(Workspace, Time).SayAsync(user, new Presence(user, true, Time.GetUtcNow().AddHours(9)), CancellationToken.None);
        await LeaveAsync();
        Assert.Single(await ListAsync("waiting"));
        Assert.Equal(0, (await LookAsync("1000"))!.Waiting);
        await Host.SayAsync(Ann, "human");
        Assert.Single(await ListAsync("waiting"));
        Assert.Equal(1, (await LookAsync("1000"))!.Waiting);
        await ExecuteAsync("update desk.threads set number_id = '2000'");
        Assert.Equal(0, (await LookAsync("1000"))!.Waiting);
    }

    [Fact]
    public async Task Zone_ThatTheMachineDoesNotKnow_LeavesTheOtherWorkspaces()
    {
        var user = await UserAsync("agent", null);
        await new Rosters(Workspace, Time).SayAsync(user, new Presence(user, true, Time.GetUtcNow().AddHours(9)), CancellationToken.None);
        await ExecuteAsync(
            """
            insert into platform.workspaces (name) values ('other');
            insert into desk.rosters select id, 'Mars/Base', 1 from platform.workspaces where id <> 1;
            """);
        Assert.True((await LookAsync("1000"))!.IsOnDuty);
    }

    private async Task AskAsync()
    {
        Team = OnDuty;
        await Host.SayAsync(Ann, "human");
    }

    private async Task CallBackAsync()
    {
        await OffDutyAsync(TimeSpan.FromHours(14));
        await Host.SayAsync(Ann, "human");
        await TapAsync("cmd:human:later");
    }

    private async Task LeaveAsync()
    {
        await AskAsync();
        foreach (var minutes in new[] { 10, 10, 10, 15, 16 }) await PassAsync(TimeSpan.FromMinutes(minutes));
        Assert.Contains("I'm back", Said[^1], StringComparison.Ordinal);
    }

    private async Task AnswerAsync(string by, bool takesOver)
    {
        await Agents.SendAsync(
            new DeskRequest(by, "answer", await OfAsync(Ann), takesOver), new TextMessage("Hi, I'm Sam."), null, null, null,
            CancellationToken.None);
        await Host.IdleAsync();
    }

    private async Task SaysNothingAsync()
    {
        var said = Said.Count;
        foreach (var minutes in new[] { 10, 10, 10, 15, 16 }) await PassAsync(TimeSpan.FromMinutes(minutes));
        Assert.Equal(said, Said.Count);
    }
}
