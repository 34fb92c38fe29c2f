using System.Net;
using WhatsAppBots.EndToEnd.Tests.Access;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>Changes are heard as they happen; a stream that was cut goes on without a gap.</summary>
public sealed class LiveTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Stream_ThatWasCut_ResumesWithoutAGap()
    {
        var (agent, _, _) = await site.PersonAsync("agent");
        var phone = site.NewPhone();
        List<long> heard = [];
        await using (var first = await LiveStream.OpenAsync(agent.Http))
        {
            await first.WaitAsync((name, _) => name == "start");
            heard.Add(first.LastId!.Value);
        }

        var id = await site.AskForPeopleAsync(phone);
        for (var cut = 0; cut < 5; cut++)
        {
            await site.SayAsync(phone, $"message {cut}");
            await using var stream = await LiveStream.OpenAsync(agent.Http, heard[^1]);
            await stream.WaitAsync((_, change) => (long?)change?["conversationId"] == id);
            heard.AddRange(stream.Events.Where(each => each.Name == "change").Select(each => each.Id));
            Assert.DoesNotContain(stream.Events, each => each.Name is "reset" or "start");
        }

        Assert.Equal(heard.Order(), heard);
        Assert.Equal(heard.Count, heard.Distinct().Count());
        var all = await site.QueryAsync<long>(
            $"select seq from desk.changes where workspace_id = 1 and kind <> 'seen' and seq > {heard[0]} and seq <= {heard[^1]} order by seq");
        Assert.Equal(all, heard.Skip(1));
    }

    [Fact]
    public async Task Streams_OfOnePerson_AreBounded_AndOneThatEndsMakesRoom()
    {
        var (agent, _, _) = await site.PersonAsync("agent");
        var streams = new List<LiveStream>();
        try
        {
            for (var n = 0; n < 20; n++) streams.Add(await LiveStream.OpenAsync(agent.Http));
            Assert.Equal(HttpStatusCode.TooManyRequests, (await agent.GetAsync("/api/live")).Status);
            await using (await LiveStream.OpenAsync(site.Owner.Http))
            {
            }

            await streams[0].DisposeAsync();
            streams.RemoveAt(0);
            await Site.UntilAsync(
                async () =>
                {
                    using var again = await agent.Http.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead);
                    return again.StatusCode;
                },
                status => status == HttpStatusCode.OK);
        }
        finally
        {
            foreach (var stream in streams) await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task Stream_OfAnotherNumber_OrWorkspace_HearsNothingOfIt()
    {
        var (scoped, _, _) = await site.PersonAsync("agent", [Site.Habits]);
        var (stranger, _, _) = await site.PersonAsync("owner");
        var made = await stranger.PostAsync("/api/workspaces", new { name = "Elsewhere" });
        Assert.True(made.Status == HttpStatusCode.Created, made.Detail);
        DeskSite.Done(await stranger.PostAsync($"/api/workspaces/{made.Body!["id"]}/enter"));
        await using var ofNumber = await LiveStream.OpenAsync(scoped.Http);
        await using var ofWorkspace = await LiveStream.OpenAsync(stranger.Http);
        await using var ofOwner = await LiveStream.OpenAsync(site.Owner.Http);
        await ofOwner.WaitAsync((name, _) => name == "start");

        var id = await site.AskForPeopleAsync(site.NewPhone());
        await ofOwner.WaitAsync((_, change) => (long?)change?["conversationId"] == id);
        var mine = await site.AskForPeopleAsync(site.NewPhone(), Site.Habits);
        await ofNumber.WaitAsync((_, change) => (long?)change?["conversationId"] == mine);
        Assert.DoesNotContain(ofNumber.Events, each => (long?)each.Data?["conversationId"] == id);
        Assert.DoesNotContain(ofWorkspace.Events, each => each.Name == "change");
    }

    [Fact]
    public async Task Stream_ThatWasAwayTooLong_IsToldToReadAnew_AndWrongNumbersAreRefused()
    {
        await using var stream = await LiveStream.OpenAsync(site.Owner.Http, 1_000_000_000);
        await stream.WaitAsync((name, _) => name == "reset");
        Assert.True(stream.LastId < 1_000_000_000);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Owner.GetAsync("/api/live?after=x")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Browse().GetAsync("/api/live")).Status);
    }

    // What the workspace asks for holds for a stream too; a key that only some addresses may use goes on behind a proxy.
    [Fact]
    public async Task Stream_IsAskedAboutAgain_ByTheRulesOfACall()
    {
        var made = await site.Owner.PostAsync(
            "/api/keys", new { name = "near", scopes = new[] { "conversations:read" }, ipList = new[] { "10.77.0.0/16" } });
        var (agent, _, _) = await site.PersonAsync("agent");
        var program = site.Browse(made.Body!["key"]!.ToString());
        await using var near = await LiveStream.OpenAsync(program.Http, address: "10.77.1.2");
        await using var withoutFactor = await LiveStream.OpenAsync(agent.Http);
        await near.WaitAsync((name, _) => name == "start");
        await withoutFactor.WaitAsync((name, _) => name == "start");
        await site.ExecuteAsync(
            "insert into auth.policies values (1, true) on conflict (workspace_id) do update set needs_second_factor = true");
        try
        {
            await withoutFactor.EndedAsync();
        }
        finally
        {
            await site.ExecuteAsync("update auth.policies set needs_second_factor = false");
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.False(near.HasEnded);
    }
}
