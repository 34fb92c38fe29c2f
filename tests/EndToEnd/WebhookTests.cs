using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;

namespace WhatsAppBots.EndToEnd.Tests;

public sealed class WebhookTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Handshake_RightToken_IsAnsweredWithTheChallenge()
    {
        var (status, body) = await site.GetAsync(
            $"/webhook/whatsapp?hub.mode=subscribe&hub.verify_token={Site.VerifyToken}&hub.challenge=1158201444", key: null);
        Assert.Equal((HttpStatusCode.OK, "1158201444"), (status, body));
    }

    [Theory]
    [InlineData("?hub.mode=subscribe&hub.verify_token=wrong&hub.challenge=1")]
    [InlineData("?hub.mode=subscribe&hub.challenge=1")]
    [InlineData("?hub.mode=unsubscribe&hub.verify_token=test-verify&hub.challenge=1")]
    [InlineData("")]
    public async Task Handshake_Otherwise_IsForbidden(string query) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await site.GetAsync("/webhook/whatsapp" + query, key: null)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("nonsense")]
    public async Task Body_Forged_IsRefusedAndLeavesNothing(string signature)
    {
        var body = Webhooks.Text("15551110001", "wamid.forged", "let me in");
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), signature));
        Assert.Null(await site.ConversationAsync("15551110001"));
    }

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("{\"object\":")]
    [InlineData("")]
    [InlineData("[1,2]")]
    public async Task Body_ThatIsNoJsonObject_IsABadRequest(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, await site.PostAsync(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Body_Of3Megabytes_IsTaken_OneByteMoreIsNot()
    {
        const int Limit = 3 * 1024 * 1024;
        var body = Webhooks.Update("messages", new JsonObject { ["padding"] = "" });
        body["entry"]![0]!["changes"]![0]!["value"]!["padding"] = new string('x', Limit - Encoding.UTF8.GetByteCount(body.ToJsonString()));
        var full = Encoding.UTF8.GetBytes(body.ToJsonString());
        Assert.Equal(Limit, full.Length);

        Assert.Equal(HttpStatusCode.OK, await site.PostAsync(full));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await site.PostAsync([.. full, (byte)' ']));
    }

    [Fact]
    public async Task Message_ThreeTimesAtOnce_IsAnsweredOnce()
    {
        var body = Webhooks.Text("15551110002", "wamid.thrice", "only once");
        var answers = await Task.WhenAll(site.PostAsync(body), site.PostAsync(body), site.PostAsync(body));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        await site.PostAsync(Webhooks.Text("15551110002", "wamid.after", "and then"));

        var messages = await Site.UntilAsync(() => site.MessagesAsync("15551110002"), messages => messages.Count == 4);
        Assert.Equal(
            ["n=1 re:once", "n=2 re:then"],
            messages.Where(message => message["direction"]!.ToString() == "out").Select(message => message["text"]!.ToString()));
    }

    [Fact]
    public async Task Alias_TakesTheSame()
    {
        var body = Encoding.UTF8.GetBytes(Webhooks.Text("15551110003", "wamid.alias", "by the old name").ToJsonString());
        Assert.Equal(HttpStatusCode.OK, await site.PostAsync(body, path: "/SmsReceived"));
        await Site.UntilAsync(() => site.MessagesAsync("15551110003"), messages => messages.Count == 2);
    }

    [Fact]
    public async Task Update_OfAnUnknownField_IsKeptAndShown()
    {
        var value = new JsonObject { ["invented"] = "tomorrow", ["list"] = new JsonArray(1, 2) };
        Assert.Equal(HttpStatusCode.OK, await site.PostAsync(Webhooks.Update("field_of_tomorrow", value)));

        var updates = await site.ItemsAsync("/api/updates?size=200");
        var update = Assert.Single(updates, item => item!["field"]!.ToString() == "field_of_tomorrow");
        Assert.Contains("\"invented\":\"tomorrow\"", update!["raw"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_WithoutTheKey_IsClosed()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/api/conversations", key: null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/api/conversations", key: "wrong")).Status);

        // What machines' routes take opens nothing here.
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.GetAsync("/api/conversations?code=test-key", key: null)).Status);
    }

    [Fact]
    public async Task Statuses_InAnyOrderAndTwice_OnlyMoveForward()
    {
        const string Phone = "15551110004";
        await site.SayAsync(Phone, "hello");
        var bubble = (await Site.UntilAsync(() => site.BubblesAsync(Phone), bubbles => bubbles.Count == 1))[0];
        var id = bubble["id"]!.ToString();
        await Site.UntilAsync(StatusAsync, status => status == "delivered");

        // Without our data, as an older API version sends them: known by the message's id.
        foreach (var status in new[] { "read", "sent", "delivered", "read", "failed", "sent" })
        {
            Assert.Equal(HttpStatusCode.OK, await site.PostAsync(Webhooks.Status(id, status, Phone)));
            Assert.Equal("read", await StatusAsync());
        }

        async Task<string> StatusAsync() => (await site.MessagesAsync(Phone))[1]["status"]!.ToString();
    }

    [Fact]
    public async Task Status_OfAMessageNobodyKnows_IsTaken() =>
        Assert.Equal(HttpStatusCode.OK, await site.PostAsync(Webhooks.Status("wamid.nobodys", "delivered", "15551110005", "m:99999999")));
}

/// <summary>Apart from the others: it takes the database away.</summary>
public sealed class DatabaseDownTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Webhook_DatabaseDown_Is503AndTakenWhenItComesAgain()
    {
        var body = Webhooks.Text("15551110006", "wamid.down", "anyone home");
        await SwitchAsync(on: false);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await site.PostAsync(body));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.GetAsync("/health/messages")).Status);

        await SwitchAsync(on: true);
        await Site.UntilAsync(() => site.PostAsync(body), status => status == HttpStatusCode.OK);
        var messages = await Site.UntilAsync(() => site.MessagesAsync("15551110006"), messages => messages.Count == 2);
        Assert.Equal("n=1 re:home", messages[1]["text"]!.ToString());
    }

    private async Task SwitchAsync(bool on)
    {
        var own = new NpgsqlConnectionStringBuilder(site.Database.ConnectionString);
        var name = own.Database!;
        own.Database = "postgres";
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync();

        // Two transactions, or who is thrown out is back in before the door is shut.
        foreach (var sql in new[]
        {
            $"alter database {name} allow_connections {on}",
            $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'",
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
