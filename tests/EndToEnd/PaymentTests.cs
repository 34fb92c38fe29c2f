using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.EndToEnd.Tests;

public sealed class PaymentTests(Site site) : IClassFixture<Site>
{
    // The generic provider's secret in development.
    private const string Secret = "payment-secret";

    [Theory]
    [InlineData("/payments/generic")]
    [InlineData("/payment-received")]
    public async Task Payment_OfAnOrder_IsCreditedOnceAndToldToTheConversation(string path)
    {
        var phone = path == "/payments/generic" ? "15556660001" : "15556660002";
        await site.SayAsync(phone, "hello");
        await WaitAsync(async () => (await site.MessagesAsync(phone)).Count == 2, "the reply");
        var conversation = long.Parse((await site.ConversationAsync(phone))!["id"]!.ToString(), CultureInfo.InvariantCulture);
        await using var connection = new NpgsqlConnection(site.Database.ConnectionString);
        await connection.OpenAsync();
        var order = await OrderBook.OpenAsync(
            connection, null, 1, conversation, "echo", "{}", 1290, "EUR", "test", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        var body = $$"""{"id":"p:{{order.Id}}","order":"{{order.Reference}}","amount":1290,"currency":"EUR","status":"paid"}""";

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(path, body, secret: "another"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(path, body, secondsAgo: 400));
        Assert.Equal("open", await StateAsync(connection, order));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync(path, body)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal("paid", await StateAsync(connection, order));
        Assert.Equal(1290, await connection.QuerySingleAsync<long>(
            "select balance from money.balances where kind = 'order' and owner = @owner", new { owner = order.Id.ToString(CultureInfo.InvariantCulture) }));

        // It became an input of the conversation, once, and was handled.
        var cause = $"event:payment:generic:p:{order.Id}";
        await WaitAsync(async () => await connection.QuerySingleAsync<long>("select count(*) from chat.seen where cause = @cause", new { cause }) == 1, "the event");
        await WaitAsync(async () => await connection.QuerySingleAsync<long>("select count(*) from chat.inbox") == 0, "its handling");
        Assert.Empty(await site.ItemsAsync("/api/dead-letters"));
    }

    [Fact]
    public async Task Provider_WithoutASecret_IsNotThere() =>
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync("/payments/nobody", "{}"));

    [Fact]
    public async Task Body_LargerThanAnyProviders_IsRefused() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync("/payments/generic", new string(' ', (1024 * 1024) + 1)));

    [Fact]
    public async Task Body_SignedButNotUnderstood_IsKeptForPeopleToLookAt()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync("/payments/generic", "what is this?"));

        await using var connection = new NpgsqlConnection(site.Database.ConnectionString);
        Assert.Equal("what is this?", await connection.QuerySingleAsync<string>("select body from money.webhooks where outcome like 'unreadable%'"));
    }

    // Forty orders, twenty-five tellings each, over all four routes, in any order and sixteen at a time. Only orders with an even
    // number are paid in truth; what is told of the others was made up, was sent too late, or was signed for something else.
    [Fact]
    public async Task ThousandWebhooks_ForgedReplayedLateAndDoubled_CreditWhatWasPaidAndNothingElse()
    {
        const string Phone = "15556660003";
        await site.SayAsync(Phone, "hello");
        await WaitAsync(async () => (await site.MessagesAsync(Phone)).Count == 2, "the reply");
        var conversation = long.Parse((await site.ConversationAsync(Phone))!["id"]!.ToString(), CultureInfo.InvariantCulture);
        await using var connection = new NpgsqlConnection(site.Database.ConnectionString);
        await connection.OpenAsync();
        var before = await CreditedAsync(connection);
        var orders = new List<Order>();
        for (var n = 0; n < 40; n++)
        {
            orders.Add(await OrderBook.OpenAsync(
                connection, null, 1, conversation, "echo", "{}", 1290, "EUR", "storm", TimeProvider.System.GetUtcNow(), CancellationToken.None));
        }

        var tellings = orders.SelectMany((order, n) => Telling.Of(order, SignedWebhook.Routes[n / 2 % 4], isPaid: n % 2 == 0)).ToArray();
        Assert.Equal(1000, tellings.Length);
        new Random(7).Shuffle(tellings);
        using var http = new HttpClient { BaseAddress = new Uri(site.Url) };
        var answers = new ConcurrentBag<(Telling Telling, HttpStatusCode Status)>();
        await Parallel.ForEachAsync(tellings, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (telling, _) =>
            answers.Add((telling, await telling.Webhook.PostAsync(http))));

        Assert.All(answers, answer => Assert.Equal(
            (answer.Telling.Kind, answer.Telling.IsTrue ? HttpStatusCode.OK : HttpStatusCode.Unauthorized), (answer.Telling.Kind, answer.Status)));
        Assert.Equal(before + 20, await CreditedAsync(connection));
        foreach (var (order, n) in orders.Select((order, n) => (order, n)))
        {
            Assert.Equal((n, n % 2 == 0 ? "paid" : "open"), (n, await StateAsync(connection, order)));
            Assert.Equal(n % 2 == 0 ? 1290 : 0, await connection.QuerySingleAsync<long>(
                "select coalesce(sum(balance), 0)::bigint from money.balances where kind = 'order' and owner = @owner",
                new { owner = order.Id.ToString(CultureInfo.InvariantCulture) }));
        }

        // A second payment of each paid order, and one of too little: held, and not a cent more.
        Assert.Equal(20, await CountAsync("state = 'held' and reason = 'OrderNotOpen' and amount = 1290"));
        Assert.Equal(20, await CountAsync("state = 'held' and reason in ('WrongAmount', 'OrderNotOpen') and amount = 1"));
        Assert.Equal(60, await CountAsync("true"));
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));

        Task<long> CountAsync(string where) => connection.QuerySingleAsync<long>(
            $"select count(*) from money.payments where order_id = any(@ids) and {where}", new { ids = orders.ConvertAll(order => order.Id).ToArray() });
    }

    private static Task<long> CreditedAsync(NpgsqlConnection connection) =>
        connection.QuerySingleAsync<long>("select count(*) from money.payments where state = 'credited'");

    private static Task<string> StateAsync(NpgsqlConnection connection, Order order) =>
        connection.QuerySingleAsync<string>("select state from money.orders where id = @Id", new { order.Id })!;

    private async Task<HttpStatusCode> PostAsync(string path, string body, string secret = Secret, int secondsAgo = 0)
    {
        var seconds = (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - secondsAgo).ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        using var http = new HttpClient { BaseAddress = new Uri(site.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Headers.Add("X-Timestamp", seconds);
        request.Headers.Add("X-Signature", "sha256=" + Convert.ToHexStringLower(signature));
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static async Task WaitAsync(Func<Task<bool>> condition, string what)
    {
        for (var n = 0; n < 200; n++)
        {
            if (await condition()) return;
            await Task.Delay(50);
        }

        Assert.Fail($"Waited in vain for {what}.");
    }
}
