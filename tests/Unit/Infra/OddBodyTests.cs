using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using WhatsAppBots.Simulator;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>Whatever JSON somebody sends to the simulator is answered, never by 500, and spoils nothing for those who come after.</summary>
public sealed class OddBodyTests : IAsyncLifetime
{
    private const int Bodies = 400;

    // Written as texts and put into the JSON afterwards: a tree of nodes can hold none of them.
    private const string Half = "@half@";
    private const string Twice = "@twice@";
    private const string Huge = "@huge@";

    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };

    private static readonly (string Path, string Body)[] _valid =
    [
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"text","text":{"body":"hi"},"context":{
            "message_id":"w"}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"contacts","contacts":[{"name":{
            "formatted_name":"A","first_name":"A"}}]}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"location","location":{"latitude":1,
            "longitude":2}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"image","image":{"link":"https://a.b/c",
            "caption":"x"}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"reaction","reaction":{"message_id":"w",
            "emoji":"👍"}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","status":"read","message_id":"w","typing_indicator":{"type":"text"}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"interactive","interactive":{"type":"button",
            "header":{"type":"text","text":"h"},"body":{"text":"b"},"footer":{"text":"f"},"action":{"buttons":[{
            "type":"reply","reply":{"id":"a","title":"A"}}]}}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"interactive","interactive":{"type":"list",
            "body":{"text":"b"},"action":{"button":"c","sections":[{"title":"s","rows":[{"id":"a","title":"A",
            "description":"d"}]}]}}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"interactive","interactive":{"type":"cta_url",
            "body":{"text":"b"},"action":{"name":"cta_url","parameters":{"display_text":"d","url":"https://a.b"}}}}
            """),
        ("/graph/v23.0/1/messages", """
            {"messaging_product":"whatsapp","to":"15550001","type":"template","template":{"name":"walk","language":{
            "code":"en"},"components":[{"type":"body","parameters":[{"type":"text","text":"x"}]},{"type":"button",
            "sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"p"}]}]}}
            """),
        ("/graph/v23.0/1/message_templates", """
            {"name":"walk","language":"en","category":"UTILITY","components":[{"type":"HEADER","format":"TEXT",
            "text":"h"},{"type":"BODY","text":"Hello {{1}} there","example":{"body_text":[["x"]]}},{"type":"FOOTER",
            "text":"f"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"b"}]}]}
            """),
        ("/sim/messages", """
            {"number":"1","type":"text","text":{"body":"hi"},"from":{"waId":"15550001","name":"Ann","userId":"US.1"},
            "context":"w"}
            """),
        ("/sim/messages", """{"number":"1","type":"contacts","contacts":[{"name":{"formatted_name":"A"}}],"from":{"waId":"15550001"}}"""),
        ("/sim/messages", """{"number":"1","type":"reaction","reaction":{"message_id":"w","emoji":"👍"}}"""),
        ("/sim/read", """{"number":"1","from":{"waId":"15550001"}}"""),
        ("/sim/faults", """{"kind":"slow","count":1,"delayMs":0,"to":"nobody","number":"nobody"}"""),
        ("/sim/delivery", """{"batch":1,"double":false,"shuffle":false,"statuses":true}"""),
        ("/sim/astria", """{"callbacks":"once"}"""),
        ("/astria/p/1/tunes", """
            {"tune":{"title":"t","name":"man","image_urls":["https://a.b/c"],"tune_ids":[1],"characteristics":{
            "age":"20"},"callback":"https://a.b","prompt_attributes":{"callback":"https://a.b"}}}
            """),
        ("/ai/v1/chat/completions", """
            {"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":[{"type":"text",
            "text":"{\"text\":\"x\"}"}]}],"response_format":{"type":"json_schema","json_schema":{"name":"n",
            "strict":true,"schema":{"type":"object","additionalProperties":false,"required":["a"],"properties":{"a":{
            "type":"string"}}}}}}
            """),
    ];

    private readonly SimulatorOptions _options = new() { Url = "http://127.0.0.1:0", WebhookUrl = "http://127.0.0.1:9/" };
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        _options.Numbers.Add(new SimulatedNumber("1", "+15550009", "Echo"));
        _app = SimulatorApp.Create(_options);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Body_OfAnyShape_IsAnsweredAndSpoilsNothing()
    {
        var random = new Random(20261130);
        for (var n = 0; n < Bodies; n++)
        {
            var (path, valid) = _valid[n % _valid.Length];
            var root = JsonNode.Parse(valid)!;
            for (var change = random.Next(1, 4); change > 0; change--) Spoil(random, root);
            var body = root.ToJsonString()
                .Replace($"\"{Half}\"", "\"\\ud800\"", StringComparison.Ordinal)
                .Replace($"\"{Huge}\"", "1e999", StringComparison.Ordinal)
                .Replace($"\"{Twice}\":", "\"type\":1,\"type\":", StringComparison.Ordinal);
            var (status, _) = await PostAsync(path, body);
            Assert.True((int)status < 500, $"{path} answers {status}: {body}");
        }

        await PostAsync("/sim/delivery", "{}");
        await _http.DeleteAsync(_app.Urls.First() + "/sim/faults");
        var (sent, answer) = await PostAsync(_valid[0].Path, _valid[0].Body);
        Assert.True(sent == HttpStatusCode.OK, answer);
        foreach (var path in new[] { "/sim/chats/1?from=15550001", "/sim/chats/1", "/sim/outbox", "/sim/ai", "/sim/astria",
            "/sim/contacts" })
        {
            using var read = await _http.GetAsync(_app.Urls.First() + path);
            Assert.True(read.IsSuccessStatusCode, path);
        }
    }

    [Theory]
    [InlineData("/graph/v23.0/1/messages", """{"messaging_product":"whatsapp","to":"15550001","type":"contacts","contacts":{}}""")]
    [InlineData("/graph/v23.0/1/messages", """
        {"messaging_product":"whatsapp","to":"15550001","to":"15550002","type":"text","text":{"body":"hi"}}
        """)]
    [InlineData("/graph/v23.0/1/messages", """{"messaging_product":"whatsapp","to":"15550001","type":"text","text":{"body":"\ud800"}}""")]
    [InlineData("/graph/v23.0/1/messages", """{"messaging_product":"whatsapp","to":"15550001","type":{"a":1},"text":[]}""")]
    [InlineData("/graph/v23.0/1/messages", """
        {"messaging_product":"whatsapp","to":"15550001","type":"interactive","interactive":{"type":"button",
        "body":{"text":"b"},"action":{"buttons":[null]}}}
        """)]
    [InlineData("/graph/v23.0/1/message_templates", """
        {"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hi {{1}} you",
        "example":"x"}]}
        """)]
    [InlineData("/graph/v23.0/1/message_templates", """
        {"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hi"},{
        "type":"BUTTONS","buttons":[{"type":"QUICK_REPLY"}]}]}
        """)]
    [InlineData("/graph/v23.0/1/message_templates", """
        {"name":"A b!","language":"en","category":"UTILITY","components":[{"type":"BODY","text":"Hi"}]}
        """)]
    [InlineData("/graph/v23.0/1/message_templates", """
        {"name":"a","language":"english","category":"UTILITY","components":[{"type":"BODY","text":"Hi"}]}
        """)]
    [InlineData("/graph/v23.0/1/message_templates", """
        {"name":"a","language":"en","category":"UTILITY","components":[{"type":"BODY","text":" "}]}
        """)]
    [InlineData("/graph/v23.0/1/message_templates", """{"name":"a","language":"en","category":"UTILITY","components":{"type":"BODY"}}""")]
    public async Task Request_OfAWrongShape_IsRefusedWithMetasError(string path, string body)
    {
        var (status, answer) = await PostAsync(path, body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(JsonNode.Parse(answer)!["error"]!["code"]!.GetValue<int>() > 0, answer);
    }

    // What people do at the page is refused before it is in any chat.
    [Theory]
    [InlineData("""{"number":"1","type":"contacts","contacts":{}}""")]
    [InlineData("""{"number":"1","type":"text","text":{}}""")]
    [InlineData("""{"number":"1","type":"text","text":{"body":"a","body":"b"}}""")]
    [InlineData("""{"number":"1","type":"text","text":"x"}""")]
    public async Task Message_OfAWrongShape_IsInNoChat(string body)
    {
        var (status, _) = await PostAsync("/sim/messages", body);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("[]", await _http.GetStringAsync(_app.Urls.First() + "/sim/chats/1"));
    }

    private async Task<(HttpStatusCode Status, string Answer)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _app.Urls.First() + path) { Content = content };
        var key = path.Split('/')[1] switch { "ai" => _options.AiKey, "astria" => _options.AstriaKey, _ => _options.AccessToken };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    // Somewhere in the tree something is taken away, put in twice, or becomes something else.
    private static void Spoil(Random random, JsonNode root)
    {
        var nodes = All(root).Where(node => node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 }).ToList();
        if (nodes.Count == 0) return;
        if (nodes[random.Next(nodes.Count)] is JsonObject fields)
        {
            var name = fields.ElementAt(random.Next(fields.Count)).Key;
            if (random.Next(5) == 0) fields.Remove(name);
            else if (random.Next(6) == 0) fields[Twice] = 1;
            else fields[name] = Odd(random);
        }
        else if (nodes[^1] is JsonArray list)
        {
            list[random.Next(list.Count)] = Odd(random);
        }
    }

    private static JsonNode? Odd(Random random) => random.Next(13) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(0),
        3 => JsonValue.Create(-1),
        4 => new JsonArray(),
        5 => new JsonObject(),
        6 => new JsonArray((JsonNode?)null),
        7 => JsonValue.Create("x"),
        8 => JsonValue.Create(""),
        9 => JsonValue.Create(Half),
        10 => JsonValue.Create(Huge),
        11 => new JsonObject { ["text"] = new JsonArray(1, "x") },
        _ => JsonValue.Create(new string('y', 5000)),
    };

    private static IEnumerable<JsonNode> All(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var each in children.OfType<JsonNode>().SelectMany(All)) yield return each;
    }
}
