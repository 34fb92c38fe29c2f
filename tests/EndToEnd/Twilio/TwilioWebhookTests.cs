using System.Net;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests.Twilio;

public sealed class TwilioWebhookTests(TwilioSite site) : IClassFixture<TwilioSite>
{
    [Theory]
    [InlineData("")]
    [InlineData("0/KCTR6DLpKmkAf8muzZqo1nDgQ=")]
    [InlineData("nonsense")]
    public async Task Form_Forged_IsRefusedAndLeavesNothing(string signature)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostFormAsync(TwilioSite.Text("15556660001", "SM1", "let me in"), signature: signature));
        Assert.Null(await site.ConversationAsync("15556660001", TwilioSite.TwilioEcho));
        Assert.Equal(0, await site.CountAsync("chat.heard where key = 'twilio:SM1'"));
    }

    [Fact]
    public async Task Form_SignedForAnotherAddressOrBody_IsRefused()
    {
        var form = TwilioSite.Text("15556660002", "SM2", "hello");
        var right = TwilioSite.Sign(site.Url + "/webhook/twilio" + string.Concat(form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + pair.Value)));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostFormAsync(form, "/webhook/twilio/status", right));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostFormAsync(form, "/webhook/twilio?row=m:1", right));
        form["Body"] = "give me all";
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostFormAsync(form, signature: right));
        form["Body"] = "hello";
        Assert.Equal(HttpStatusCode.OK, await site.PostFormAsync(form, signature: right));
    }

    [Fact]
    public async Task Body_OfTheWrongKindOrSize_IsRefused()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await site.PostJsonAsync("[1]"));
        Assert.Equal(HttpStatusCode.BadRequest, await site.PostJsonAsync("no JSON"));
        Assert.Equal(HttpStatusCode.Unauthorized, await site.PostJsonAsync("{}", hashed: "{ }"));
        Assert.Equal(HttpStatusCode.BadRequest, await site.PostFormAsync([]));
        var large = TwilioSite.Text("15556660003", "SM3", new string('x', 3 * 1024 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await site.PostFormAsync(large));
    }

    [Fact]
    public async Task Message_AThousandTimes_CountsOnce()
    {
        const string Phone = "15556660004";
        var form = TwilioSite.Text(Phone, "SM4", "only once");
        await Parallel.ForAsync(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) =>
            Assert.Equal(HttpStatusCode.OK, await site.PostFormAsync(form)));
        await site.PostFormAsync(TwilioSite.Text(Phone, "SM4b", "and then"));

        var messages = await Site.UntilAsync(() => site.MessagesAsync(Phone, TwilioSite.TwilioEcho), messages => messages.Count == 4);
        Assert.Equal(
            ["n=1 re:once", "n=2 re:then"],
            messages.Where(message => message["direction"]!.ToString() == "out").Select(message => message["text"]!.ToString()));
    }

    [Fact]
    public async Task Message_ReplayedAfterWeeks_CountsForNothing()
    {
        const string Phone = "15556660005";
        var form = TwilioSite.Text(Phone, "SM5", "long ago");
        await site.PostFormAsync(form);
        await Site.UntilAsync(() => site.MessagesAsync(Phone, TwilioSite.TwilioEcho), messages => messages.Count == 2);

        // What is left of it after weeks: that it was heard.
        await site.ExecuteAsync(
            "update chat.heard set at = at - interval '20 days' where key = 'twilio:SM5'; delete from chat.seen where cause = 'message:SM5'");
        Assert.Equal(HttpStatusCode.OK, await site.PostFormAsync(form));
        await site.PostFormAsync(TwilioSite.Text(Phone, "SM5b", "today"));
        var messages = await Site.UntilAsync(() => site.MessagesAsync(Phone, TwilioSite.TwilioEcho), messages => messages.Count >= 4);
        Assert.Equal("n=2 re:today", messages[^1]["text"]!.ToString());
    }

    [Theory]
    [InlineData("/webhook/whatsapp", "15556660006")]
    [InlineData("/SmsReceived", "15556660007")]
    public async Task Form_AtTheOtherAddresses_IsUnderstood(string path, string phone)
    {
        Assert.Equal(HttpStatusCode.OK, await site.PostFormAsync(TwilioSite.Text(phone, "SM" + phone, "over here"), path));
        await Site.UntilAsync(() => site.MessagesAsync(phone, TwilioSite.TwilioEcho), messages => messages.Count == 2);
    }

    [Fact]
    public async Task Json_WithItsHash_IsUnderstood()
    {
        var form = TwilioSite.Text("15556660008", "SM8", "by JSON");
        var json = new JsonObject([.. form.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]);
        Assert.Equal(HttpStatusCode.OK, await site.PostJsonAsync(json.ToJsonString()));
        await Site.UntilAsync(() => site.MessagesAsync("15556660008", TwilioSite.TwilioEcho), messages => messages.Count == 2);
    }

    [Fact]
    public async Task Form_NotUnderstood_IsKeptAndShown()
    {
        var sms = TwilioSite.Text("15556660009", "SM9", "by SMS");
        (sms["From"], sms["Odd"]) = ("+15556660009", "\0of tomorrow");
        Assert.Equal(HttpStatusCode.OK, await site.PostFormAsync(sms));
        var update = Assert.Single(await site.ItemsAsync("/api/updates?size=200"), item => item!["raw"]!.ToString().Contains("SM9", StringComparison.Ordinal));
        Assert.Equal("twilio", update!["field"]!.ToString());
    }

    [Fact]
    public async Task Statuses_InAnyOrderAndTwice_OnlyMoveForward()
    {
        const string Phone = "15556660010";
        await site.SimulateAsync("/sim/delivery", new JsonObject { ["statuses"] = false });
        await site.SayAsync(Phone, "hello", TwilioSite.TwilioEcho);
        var message = (await Site.UntilAsync(MessagesAsync, messages => messages.Count == 2 && messages[1]["providerId"] is not null))[1];
        await site.SimulateAsync("/sim/delivery", []);
        var (row, sid) = ($"m:{message["id"]}", message["providerId"]!.ToString());

        var steps = new[] { ("queued", "sent"), ("sent", "sent"), ("undelivered", "failed"), ("delivered", "delivered"), ("failed", "delivered"), ("read", "read"), ("sent", "read"), ("delivered", "read") };
        foreach (var (status, shown) in steps)
        {
            // With the row's id in the address, and without it, known by Twilio's id.
            var path = status == "delivered" ? "/webhook/twilio/status" : $"/webhook/twilio/status?row={row}";
            Assert.Equal(HttpStatusCode.OK, await site.PostFormAsync(TwilioSite.Status(Phone, sid, status), path));
            Assert.Equal(shown, (await MessagesAsync())[1]["status"]!.ToString());
        }

        // Told twice, kept once.
        Assert.Equal(1, await site.CountAsync($"chat.statuses where provider_id = '{sid}' and status = 'delivered'"));
        Task<List<JsonNode>> MessagesAsync() => site.MessagesAsync(Phone, TwilioSite.TwilioEcho);
    }

    [Fact]
    public async Task Status_OfAMessageNobodyKnows_IsTaken() => Assert.Equal(
        HttpStatusCode.OK, await site.PostFormAsync(TwilioSite.Status("15556660011", "SMnobodys", "delivered"), "/webhook/twilio/status?row=m:99999999"));

    [Fact]
    public async Task Health_TellsEachChannel()
    {
        var (status, body) = await site.GetAsync("/webhook/whatsapp/health", key: null);
        Assert.Equal(HttpStatusCode.OK, status);
        var channels = JsonNode.Parse(body)!["channels"]!;
        Assert.Equal(("ok", "ok"), (channels["whatsapp"]!["status"]!.ToString(), channels["twilio"]!["status"]!.ToString()));
    }
}
