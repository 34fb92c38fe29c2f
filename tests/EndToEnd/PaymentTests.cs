using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
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
