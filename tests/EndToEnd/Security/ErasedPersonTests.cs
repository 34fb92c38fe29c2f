using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WhatsAppBots.EndToEnd.Tests.Portraits;
using WhatsAppBots.Testing;
using WhatsAppBots.Traffic;

namespace WhatsAppBots.EndToEnd.Tests.Security;

/// <summary>
/// Somebody lives with every bot, on Meta's channel and on Twilio's, has everything erased, and then all that can come late comes:
/// the database and the files name them nowhere, in no encoding.
/// </summary>
public sealed class ErasedPersonTests : IAsyncLifetime
{
    private const string Phone = "15558889001";
    private const string Name = "Zephyrine Quillfeather";
    private const string OldName = "Melisande  (Вьюга) 🦄 [a-z]%_ of the Long and Winding Name";
    private const string UserId = "US.778899001122";
    private const string ParentId = "US.ENT.990011223344";
    private const string Username = "zeph.quill_77";
    private const string OtherNumber = "15558889077";
    private const string Text = "I cherish my xylophone quintet";
    private const string TwilioText = "a marmalade zeppelin by twilio";
    private const string Habit = "zither practice";

    // As Meta makes them: the number is in it.
    private static readonly string _id = "wamid." + Convert.ToBase64String([0x1c, 0x18, 0x0b, .. Encoding.ASCII.GetBytes(Phone), 0x15, 0x02, 0x00, 0x12]);

    private static readonly DateTimeOffset _began = TimeProvider.System.GetUtcNow();

    private readonly LifeSite _site = new();

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        (await _site.SimulateAsync("/sim/astria", new JsonObject { ["trainingSeconds"] = 0.3, ["promptSeconds"] = 0.2 })).Dispose();
    }

    public Task DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Person_WhoLivedWithAllBots_IsNowhereAfterTheErasure_WhateverComesLate()
    {
        var (portraits, habits, bo) = (Person(Site.Portraits), Person(Site.Habits), new Customer(_site.SimulatorUrl, Site.Habits, "15558889002", "Bo"));
        var echo = Person(LifeSite.TwilioEcho);
        await OrderAsync(portraits);

        // The partner knows them by the name they had then, and shows it once more when asked.
        await PartnerAsync(new Customer(_site.SimulatorUrl, Site.Habits, Phone, OldName), bo);
        await bo.SayAsync("partner");
        await bo.SeesAsync("Melisande");
        Assert.Equal(HttpStatusCode.OK, await _site.PostAsync(Known("Hello there")));
        await echo.SayAsync(TwilioText);
        await echo.SeesAsync("re:twilio");
        Assert.Equal(HttpStatusCode.OK, await _site.PostAsync(Preference("before")));
        Assert.Equal(HttpStatusCode.OK, await PayAsync("{\"id\":\"x\",\"customer\":{\"name\":\"" + Name + "\",\"phone\":\"+1 555-888-9001\"}}"));
        await IdleAsync();

        // Everything is found while it is there: else its absence would prove nothing.
        var provider = await _site.QueryAsync<string>(
            "select distinct provider_id from chat.messages where provider_id is not null union select distinct provider_id from chat.statuses where provider_id not like 'row:%'");
        var his = (await Task.WhenAll(bo.ChatAsync())).SelectMany(chat => chat).Select(bubble => bubble["id"]!.ToString()).ToHashSet();
        provider.RemoveAll(his.Contains);
        string[] words =
            [Phone, Name, "Zephyrine", "Quillfeather", "Melisande", "Вьюга", UserId, ParentId, Username, OtherNumber, Text, TwilioText, Habit, .. provider];
        var before = Traces.Find(await Traces.DumpAsync(_site.Database.ConnectionString), words);
        Assert.All(words, word => Assert.True(before.Contains(word), $"{word} is not found while it is there."));
        Assert.Contains(before[Phone], place => place.StartsWith("chat.seen.cause", StringComparison.Ordinal));
        var files = await _site.QueryAsync<string>(
            "select store_key from chat.media where store_key is not null union select store_key from images.photos where store_key is not null union select store_key from images.results");
        Assert.True(files.Count >= 16, $"{files.Count} files");
        Assert.All(files, file => Assert.Contains(Path.GetFileName(file), _site.Files));
        var webhooks = await CaptureAsync();
        var orders = await _site.QueryAsync<string>("select reference from money.orders");

        await habits.SayAsync("delete my data");
        await habits.TapAsync("Erase everything");
        await habits.SeesAsync("oodbye");
        await Site.UntilAsync(() => _site.CountAsync("chat.suppressed"), count => count > 0);
        await IdleAsync();
        await NowhereAsync(words, "after the erasure");
        Assert.Empty(_site.Files.Intersect(files.Select(Path.GetFileName)));

        foreach (var webhook in webhooks.Concat(Late(provider))) Assert.Equal(HttpStatusCode.OK, await _site.PostAsync(webhook));
        foreach (var (id, status) in provider.Where(id => id.StartsWith("SM", StringComparison.Ordinal)).SelectMany(id => new[] { (id, "read"), (id, "failed") }))
        {
            Assert.Equal(HttpStatusCode.OK, await _site.PostFormAsync(LifeSite.Status(Phone, id, status), "/webhook/twilio/status?row=m:1"));
        }

        foreach (var reference in orders)
        {
            Assert.Equal(HttpStatusCode.OK, await PayAsync(
                $$"""{"id":"pay_late","order":"{{reference}}","amount":900,"currency":"USD","status":"paid","customer":{"name":"{{Name}}","contact":"+{{Phone}}"} }"""));
        }

        Assert.Equal(HttpStatusCode.OK, await PayAsync("{\"id\":\"refund\",\"status\":\"refunded\",\"payer\":\"" + Name + " " + Phone + "\"}"));
        Assert.Equal(HttpStatusCode.OK, await PayAsync($"{Name} <{Phone}@example.com>"));
        await IdleAsync();
        await NowhereAsync(words, "after what came late");
        Assert.Empty(_site.Files.Intersect(files.Select(Path.GetFileName)));
        Assert.Equal(0, await _site.CountAsync($"chat.people where name is distinct from 'Bo'"));

        // And the same person is new.
        await habits.SayAsync("hola");
        await Site.UntilAsync(
            () => _site.QueryAsync<string>("select coalesce(language, '') from chat.conversations c join chat.people p on p.id = c.person_id where p.phone = '" + Phone + "'"),
            languages => languages.SequenceEqual(["es"]));
    }

    private Customer Person(string number) => new(_site.SimulatorUrl, number, Phone, Name);

    private static async Task OrderAsync(Customer person)
    {
        await person.SayAsync(Text);
        await person.AgreeAsync();
        await person.AgreedAsync();
        for (var n = 0; n < 4; n++) await person.PhotoAsync(PortraitSite.NextPhoto());
        await Site.UntilAsync(() => person.HasPhotosAsync(4), isSo => isSo);
        await Customer.PayAsync(await person.OrderAsync());
        await person.SeesAsync("How do you like");
    }

    private static async Task PartnerAsync(Customer person, Customer partner)
    {
        await person.SayAsync($"add \"{Habit}\" every day by 11pm");
        await person.SeesAsync("✅ *Z");
        await person.SayAsync("partner");
        await person.TapAsync("Invite a partner");
        var invitation = (await person.SeesAsync("send this line")).Select(Customer.Text).Single(text => text.Contains("send this line", StringComparison.Ordinal));
        await partner.SayAsync(invitation[invitation.LastIndexOf("partner ", StringComparison.Ordinal)..]);
        await person.SeesAsync("*Bo* wants to be your partner");
        await person.TapAsync("Yes");
        await partner.SeesAsync("has confirmed you as a partner");
    }

    // Every message as it came, byte for byte but for what stands around it.
    private async Task<List<JsonNode>> CaptureAsync() =>
    [
        .. (await _site.QueryAsync<(string Body, string Number)>(
            "select m.body, c.number_id from chat.messages m join chat.conversations c on c.id = m.conversation_id where m.direction = 'in' and m.provider_id like 'wamid%' and m.body like '%" + Phone + "%'"))
        .Select(row => Webhook(row.Number, new JsonObject
        {
            ["contacts"] = new JsonArray(new JsonObject { ["profile"] = new JsonObject { ["name"] = Name }, ["wa_id"] = Phone }),
            ["messages"] = new JsonArray(JsonNode.Parse(row.Body)),
        })),
    ];

    private static IEnumerable<JsonNode> Late(List<string> messages)
    {
        foreach (var id in messages.Where(id => id.StartsWith("wamid", StringComparison.Ordinal)))
        {
            yield return Webhooks.Status(id, "delivered", Phone, "m:1", Site.Habits);
            yield return Webhooks.Status(id, "read", Phone, null, Site.Portraits);
            yield return Webhooks.Status(id, "sent", OtherNumber, null, Site.Habits);
            var untold = Webhooks.Status(id, "played", Phone, null, Site.Habits);
            (untold["entry"]![0]!["changes"]![0]!["value"]!["statuses"]![0] as JsonObject)!.Remove("recipient_id");
            yield return untold;
            var failed = Webhooks.Status(id, "failed", Phone, "m:2", Site.Habits);
            failed["entry"]![0]!["changes"]![0]!["value"]!["statuses"]![0]!["errors"] = new JsonArray(new JsonObject { ["code"] = 131026, ["title"] = $"To +{Phone}" });
            yield return failed;
        }

        yield return Preference("after");
        yield return Known("Hello there");
        yield return Webhook(Site.Habits, new JsonObject
        {
            ["contacts"] = new JsonArray(new JsonObject { ["user_id"] = UserId, ["profile"] = new JsonObject { ["name"] = OldName, ["username"] = Username } }),
        });
        yield return Webhooks.Update("message_template_status_update", new JsonObject { ["event"] = "REJECTED", ["reason"] = $"sample +1 (555) 888-9001" });
        var changed = Webhooks.Text(Phone, "wamid.late.system", "", Site.Habits);
        var message = changed["entry"]![0]!["changes"]![0]!["value"]!["messages"]![0]!;
        message["type"] = "system";
        message["system"] = new JsonObject { ["type"] = "user_changed_number", ["body"] = $"{Name} changed", ["wa_id"] = "15558889003" };
        yield return changed;
        yield return Webhook(Site.Habits, new JsonObject { ["contacts"] = new JsonArray(new JsonObject { ["wa_id"] = Phone, ["user_id"] = UserId }) });
    }

    // As Meta tells of somebody with a username, whom WhatsApp knows by another number too, and whose card is their own.
    private static JsonObject Known(string note) => Webhook(Site.Habits, new JsonObject
    {
        ["contacts"] = new JsonArray(new JsonObject
        {
            ["profile"] = new JsonObject { ["name"] = Name, ["username"] = "@" + Username }, ["wa_id"] = OtherNumber, ["user_id"] = UserId, ["parent_user_id"] = ParentId,
        }),
        ["messages"] = new JsonArray(new JsonObject
        {
            ["id"] = _id, ["from"] = Phone, ["from_user_id"] = UserId, ["timestamp"] = $"{_began.ToUnixTimeSeconds()}", ["type"] = "contacts",
            ["contacts"] = new JsonArray(new JsonObject { ["vcard"] = $"BEGIN:VCARD\nFN:{Name}\nNOTE:{note}\nTEL;waid={Phone}:+1 555-888-9001\nEND:VCARD" }),
        }),
    });

    private static JsonObject Preference(string detail) => Webhooks.Update("user_preferences", new JsonObject
    {
        ["metadata"] = new JsonObject { ["phone_number_id"] = Site.Habits },
        ["user_preferences"] = new JsonArray(new JsonObject { ["wa_id"] = Phone, ["category"] = "marketing_messages", ["value"] = "stop", ["detail"] = detail }),
    });

    private static JsonObject Webhook(string number, JsonObject value)
    {
        value["messaging_product"] = "whatsapp";
        value["metadata"] = new JsonObject { ["display_phone_number"] = "15550000002", ["phone_number_id"] = number };
        return Webhooks.Update("messages", value);
    }

    private async Task<HttpStatusCode> PayAsync(string body)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        using var http = new HttpClient { BaseAddress = new Uri(_site.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, SignedWebhook.Generic) { Content = new StringContent(body) };
        request.Headers.Add("X-Timestamp", $"{seconds}");
        request.Headers.Add("X-Signature", "sha256=" + Convert.ToHexStringLower(
            System.Security.Cryptography.HMACSHA256.HashData("payment-secret"u8, Encoding.UTF8.GetBytes($"{seconds}.{body}"))));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private async Task NowhereAsync(string[] words, string when)
    {
        var found = Traces.Find(await Traces.DumpAsync(_site.Database.ConnectionString), words);
        Assert.True(found.Count == 0, $"Found {when}:\n" + string.Join('\n', found.SelectMany(word => word.Take(5).Select(place => $"{word.Key} in {place}"))));
    }

    private Task IdleAsync() => Site.UntilAsync(
        async () => (await _site.CountAsync("events.queue"), await _site.CountAsync("chat.inbox"), await _site.CountAsync("chat.outbox"), await _site.CountAsync("chat.leaving")),
        left => left == (0, 0, 0, 0));
}
