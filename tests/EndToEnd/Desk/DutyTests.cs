using System.Net;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Desk;

/// <summary>The roster of those who answer people, over the API.</summary>
public sealed class DutyTests(DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task Roster_SaysWhoIsOnDuty_AndAUsersWordStandsInItsPlace()
    {
        var (ann, _, annId) = await site.PersonAsync("agent");
        var (bob, _, bobId) = await site.PersonAsync("agent");
        var week = Enumerable.Range(1, 7).Select(day => new { user = annId, weekday = day, from = "00:00", to = "24:00" });
        var version = (long)(await ReadAsync())["version"]!;
        DeskSite.Done(await SaveAsync(version, week));

        // Two who change it at once: the second must look again.
        Assert.Equal("changed", (await SaveAsync(version, week)).Code);
        var duty = await ReadAsync();
        Assert.Equal(
            ("Europe/Madrid", version + 1, 7), (duty["zone"]!.ToString(), (long)duty["version"]!, duty["shifts"]!.AsArray().Count));
        Assert.Equal([annId], OnDuty(duty));

        DeskSite.Done(await bob.SendAsync("PUT", "/api/duty/me", new { state = "here", minutes = 30 }));
        DeskSite.Done(await ann.SendAsync("PUT", "/api/duty/me", new { state = "away" }));
        Assert.Equal([bobId], OnDuty(await ReadAsync()));
        DeskSite.Done(await ann.SendAsync("PUT", "/api/duty/me", new { state = "roster" }));
        Assert.Equal([annId, bobId], OnDuty(await ReadAsync()));

        // Who may no longer answer is not on duty, whatever the roster says.
        var demoted = await site.Owner.SendAsync("PATCH", $"/api/members/{annId}", new { role = "viewer" });
        Assert.Equal(HttpStatusCode.OK, demoted.Status);
        Assert.Equal([bobId], OnDuty(await ReadAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await bob.SendAsync("PUT", "/api/duty", new { })).Status);
    }

    // The app that talks to people reads the roster every two seconds.
    [Fact]
    public async Task Person_WhoAsksForPeople_IsPromisedOnlyWhoIsThere()
    {
        var (ann, _, _) = await site.PersonAsync("agent");
        DeskSite.Done(await ann.SendAsync("PUT", "/api/duty/me", new { state = "here", minutes = 60 }));
        var told = await Site.UntilAsync(AskAsync, text => text.Contains("will answer you here", StringComparison.Ordinal));
        Assert.Contains("in line", told, StringComparison.Ordinal);

        async Task<string> AskAsync()
        {
            var phone = site.NewPhone();
            await site.SayAsync(phone, "human");
            var bubbles = await Site.UntilAsync(() => site.BubblesAsync(phone), all => all.Exists(IsAnswer));
            return bubbles.First(IsAnswer).ToJsonString();
        }

        static bool IsAnswer(JsonNode bubble) => bubble.ToJsonString().Contains("*bot*", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"zone":"Europe/Madrid","shifts":[]}""", "version is missing")]
    [InlineData("""{"version":0,"zone":"Madrid","shifts":[]}""", "zone is no IANA time zone")]
    [InlineData("""{"version":0,"zone":"Europe/Madrid"}""", "shifts is missing")]
    [InlineData("""{"version":0,"zone":"Europe/Madrid","shifts":[null]}""", "shifts[0] needs user")]
    public Task Roster_ThatIsNone_IsRefusedInWords(string json, string detail) => IsRefusedAsync(json, detail);

    [Theory]
    [InlineData(1, 8, "09:00", "10:00", "shifts[0] needs user")]
    [InlineData(1, 1, "22:00", "06:00", "from comes before to")]
    [InlineData(1, 1, "9", "25:00", "from comes before to")]
    [InlineData(99999, 1, "09:00", "10:00", "User 99999 is no member")]
    public Task Shift_ThatIsNone_IsRefusedInWords(long user, int weekday, string from, string to, string detail) => IsRefusedAsync(
        $$"""{"version":0,"zone":"Europe/Madrid","shifts":[{"user":{{user}},"weekday":{{weekday}},"from":"{{from}}","to":"{{to}}"}]}""",
        detail);

    private async Task IsRefusedAsync(string json, string detail)
    {
        var answer = await site.Owner.SendAsync("PUT", "/api/duty", JsonNode.Parse(json));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(detail, answer.Detail, StringComparison.Ordinal);
    }

    private async Task<JsonObject> ReadAsync() => (await site.Owner.GetAsync("/api/duty")).Body!.AsObject();

    private Task<Access.Answer> SaveAsync(long version, object shifts) =>
        site.Owner.SendAsync("PUT", "/api/duty", new { zone = "Europe/Madrid", version, shifts });

    private static IEnumerable<long> OnDuty(JsonObject duty) => duty["onDuty"]!.AsArray().Select(each => (long)each!["user"]!);
}
