using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Timers;
using WhatsAppBots.Desk;
using WhatsAppBots.Desk.Duty;
using WhatsAppBots.Habits.Backend;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Desk;

/// <summary>Somebody asks for a person: what is promised, is what the roster holds, and who waits is not forgotten.</summary>
public sealed class TeamTests : TeamTest
{
    [Fact]
    public async Task OnDuty_TheChatIsTheirs_WithItsPlaceInLine()
    {
        Team = new TeamView(IsOnDuty: true, null, "Europe/Madrid", Waiting: 2);
        await Host.SayAsync(Ann, "human");
        Assert.Contains("number 3 in line", Said[^1], StringComparison.Ordinal);
        var thread = await ThreadAsync(await OfAsync(Ann));
        Assert.Equal(("open", "asked"), (thread.Status, thread.Reason));
        Assert.NotNull(thread.WaitingSince);
    }

    [Fact]
    public async Task OnDuty_AndNobodyComes_IsTold_AndAfterAnHourTheBotIsBack_WhileTheChatStaysInTheList()
    {
        Team = new TeamView(true, null, "Europe/Madrid", 0);
        await Host.SayAsync(Ann, "human");
        foreach (var minutes in new[] { 10, 10, 10, 15 })
        {
            await PassAsync(TimeSpan.FromMinutes(minutes));
            Assert.Contains("still in line", Said[^1], StringComparison.Ordinal);
        }

        await PassAsync(TimeSpan.FromMinutes(15));
        Assert.Contains("I'm back", Said[^1], StringComparison.Ordinal);
        var said = Said.Count;
        await PassAsync(TimeSpan.FromHours(3));
        Assert.Equal(said, Said.Count);

        // The bot answers, and an answer of people is still owed until there is one.
        await Host.SayAsync(Ann, "menu");
        Assert.True(Said.Count > said);
        var ann = await OfAsync(Ann);
        var thread = await ThreadAsync(ann);
        Assert.Equal("pending", thread.Status);
        Assert.Equal([ann], (await ListAsync("waiting")).Select(each => each.ConversationId));
        await SendAsync(ann, "Sorry, it took us a while.");
        Assert.Empty(await ListAsync("waiting"));
    }

    [Fact]
    public async Task Answer_OfAnAgent_EndsTheWaiting()
    {
        Team = new TeamView(true, null, "Europe/Madrid", 0);
        await Host.SayAsync(Ann, "human");
        await SendAsync(await OfAsync(Ann), "Hi, I'm Sam.");
        var said = Said.Count;
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(said, Said.Count);
        Assert.True((await QueryAsync<bool>("select handed_over from chat.conversations")).Single());
    }

    [Fact]
    public async Task BackToTheBot_EndsTheWaiting()
    {
        Team = new TeamView(true, null, "Europe/Madrid", 0);
        await Host.SayAsync(Ann, "human");
        await Host.SayAsync(Ann, "bot");
        var said = Said.Count;
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(said, Said.Count);
    }

    [Fact]
    public async Task OffDuty_TheHoursAreNamed_NothingIsPromised_AndTheBotGoesOn()
    {
        await OffDutyAsync(TimeSpan.FromHours(14));
        await Host.SayAsync(Ann, "human");
        var asked = Assert.IsType<ButtonsMessage>(Channel.Sent.Last(message => message.Content is ButtonsMessage).Content);
        Assert.Contains("Nobody from our team is here right now. We're back", asked.Body, StringComparison.Ordinal);
        Assert.False((await QueryAsync<bool>("select handed_over from chat.conversations")).Single());
        await TapAsync(asked.Buttons[1].Id);
        await PassAsync(TimeSpan.FromDays(2));
        Assert.Empty(await ListAsync("waiting"));
    }

    [Fact]
    public async Task No_IsANo_AlsoWhereSomebodyHasComeOnDutySince_AndYesIsAtOnce()
    {
        await OffDutyAsync(TimeSpan.FromHours(14));
        await Host.SayAsync(Ann, "human");
        var asked = (ButtonsMessage)Channel.Sent.Last(message => message.Content is ButtonsMessage).Content;
        Team = Team! with { IsOnDuty = true };
        await TapAsync(asked.Buttons[1].Id);
        Assert.False((await QueryAsync<bool>("select handed_over from chat.conversations")).Single());
        await TapAsync(asked.Buttons[0].Id);
        Assert.Contains("in line", Said[^1], StringComparison.Ordinal);

        // Asked again, nothing is promised anew; the way back stands in the help.
        await Host.SayAsync(Ann, "human");
        Assert.Contains("already", Said[^1], StringComparison.Ordinal);
        await Host.SayAsync(Ann, "help");
        var help = (ButtonsMessage)Channel.Sent.Last(message => message.Content is ButtonsMessage).Content;
        Assert.Contains(help.Buttons, button => button.Title == "Back to the bot");
    }

    [Fact]
    public async Task OffDuty_WhoWantsAPerson_GetsOneWhenTheTeamIsThere()
    {
        await OffDutyAsync(TimeSpan.FromHours(14));
        await Host.SayAsync(Ann, "human");
        await TapAsync(((ButtonsMessage)Channel.Sent.Last(message => message.Content is ButtonsMessage).Content).Buttons[0].Id);
        Assert.Contains("Your chat goes to our team", Said[^1], StringComparison.Ordinal);
        Assert.Empty(await ListAsync("waiting"));

        // The roster moved on since: later it is.
        await PassAsync(TimeSpan.FromHours(13));
        Team = Team! with { Next = Time.GetUtcNow().AddHours(3) };
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await ListAsync("waiting"));
        Team = Team with { IsOnDuty = true };
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Contains("Our team is here now", Said[^1], StringComparison.Ordinal);
        Assert.Single(await ListAsync("waiting"));
    }

    [Fact]
    public async Task WithoutARoster_NothingIsPromised_AndAfterAnHourTheBotIsBack()
    {
        await Host.SayAsync(Ann, "human");
        Assert.Contains("can't promise", Said[^1], StringComparison.Ordinal);
        await PassAsync(TimeSpan.FromMinutes(59));
        Assert.Contains("can't promise", Said[^1], StringComparison.Ordinal);
        await PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains("I'm back", Said[^1], StringComparison.Ordinal);
    }

    // The real roster, read by the app that talks to people, in its own role.
    [Fact]
    public async Task Roster_IsReadByNumber_WithoutThoseWhoMayNoLongerAnswer()
    {
        var user = await UserAsync("agent", null);
        var scoped = await UserAsync("agent", ["2000"]);
        var viewer = await UserAsync("viewer", null);
        var rosters = new Rosters(Workspace, Time);
        var now = Time.GetUtcNow();
        await rosters.SayAsync(viewer, new Presence(viewer, true, now.AddHours(1)), CancellationToken.None);
        Assert.Null(await LookAsync("1000"));
        await rosters.SayAsync(scoped, new Presence(scoped, true, now.AddHours(1)), CancellationToken.None);
        Assert.Null(await LookAsync("1000"));
        Assert.True((await LookAsync("2000"))!.IsOnDuty);
        var weekday = now.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.DayOfWeek;
        await rosters.SaveAsync("Etc/UTC", [new Shift(user, weekday, 0, 1440)], 0, CancellationToken.None);
        Assert.True((await LookAsync("1000"))!.IsOnDuty);
        await rosters.SayAsync(user, new Presence(user, false, now.AddHours(1)), CancellationToken.None);
        Assert.False((await LookAsync("1000"))!.IsOnDuty);
        await ExecuteAsync("update auth.memberships set role = 'viewer' where user_id = @user", new { user });
        Assert.Null(await LookAsync("1000"));
    }
}
