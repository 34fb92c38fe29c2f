using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Unit.Tests.Api;

/// <summary>Errors of the API, each as problem details.</summary>
public sealed class ApiProblemTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("GET", "/api", 404)]
    [InlineData("GET", "/api/conversations/x/messages", 404)]
    [InlineData("DELETE", "/api/conversations", 405)]
    [InlineData("POST", "/api/states", 405)]
    [InlineData("GET", "/api/conversations", 500)]
    [InlineData("GET", "/api/conversations/7/messages", 500)]
    [InlineData("POST", "/api/dead-letters/7/replay", 500)]
    public async Task Error_OfEachKind_IsProblemDetails(string method, string path, int status)
    {
        var answer = await host.AskAsync(method, path);
        Assert.Equal((status, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Equal(status, (int)answer.Body!["status"]!);
        Assert.StartsWith("https://tools.ietf.org/html/rfc9110", answer.Body["type"]!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Body["title"]!.ToString());

        // What went wrong inside is for the log alone.
        Assert.Null(answer.Body["detail"]);
    }

    [Theory]
    [InlineData("?page=zz", "page", "page is not a token of this list.")]
    [InlineData("?page=YWZ0ZXI6eA", "page", "page is not a token of this list.")]
    [InlineData("?page=%00", "page", "page is not a token of this list.")]
    [InlineData("?size=0", "size", "size must be 1 to 200.")]
    [InlineData("?size=201", "size", "size must be 1 to 200.")]
    [InlineData("?size=-1", "size", "size must be 1 to 200.")]
    [InlineData("?size=ten", "size", "size must be 1 to 200.")]
    [InlineData("?size=99999999999", "size", "size must be 1 to 200.")]
    [InlineData("?size=1&size=2", "size", "size must be 1 to 200.")]
    [InlineData("?limit=-1", "limit", "There is no parameter limit; there are page, size.")]
    [InlineData("?size=10&foo=1", "foo", "There is no parameter foo; there are page, size.")]
    public async Task Page_ThatCannotBeRead_IsRefusedInWords(string query, string parameter, string fault)
    {
        foreach (var list in new[] { "conversations", "conversations/7/messages", "updates", "dead-letters", "orders", "reports", "ratings" })
        {
            var answer = await host.AskAsync("GET", $"/api/{list}", query);
            var more = list switch { "conversations" => ", needs, number, phone.", "conversations/7/messages" => ", order.", _ => "." };
            var said = fault.Replace("page, size.", "page, size" + more, StringComparison.Ordinal);
            Assert.Equal((400, "application/problem+json"), (answer.Status, answer.ContentType));
            Assert.Equal(said, answer.Body!["detail"]!.ToString());
            Assert.Equal(said, answer.Body["errors"]![parameter]!.AsArray().Single()!.ToString());
        }
    }

    // The ids of another list, or of the same under another filter, are no place in this one.
    [Theory]
    [InlineData("/api/reports", "", "/api/orders", "")]
    [InlineData("/api/conversations", "", "/api/conversations", "&needs=crisis")]
    [InlineData("/api/conversations", "&needs=any", "/api/conversations", "&needs=crisis")]
    [InlineData("/api/conversations/7/messages", "", "/api/conversations/8/messages", "")]
    public async Task Page_OfAnotherList_IsRefused(string asked, string filter, string given, string itsFilter)
    {
        string TokenOf(string path, string query) => new PageRequest(null, 1, path + query).Cut<long>([1, 2], id => id).Next!;
        var refused = await host.AskAsync("GET", asked, $"?page={TokenOf(given, itsFilter)}{filter}");
        Assert.Equal((400, "page is not a token of this list."), (refused.Status, refused.Body!["detail"]!.ToString()));

        // Its own is read; there is no database here.
        Assert.Equal(500, (await host.AskAsync("GET", asked, $"?page={TokenOf(asked, filter)}{filter}")).Status);
    }

    [Theory]
    [InlineData("GET", "/api/states", "?bot=habits", "bot")]
    [InlineData("POST", "/api/dead-letters/7/replay", "?force=true", "force")]
    public async Task Parameter_ThatAnOperationDoesNotTake_IsRefused(string method, string path, string query, string parameter)
    {
        var answer = await host.AskAsync(method, path, query);
        Assert.Equal((400, $"There is no parameter {parameter}; this takes none."), (answer.Status, answer.Body!["detail"]!.ToString()));
    }

    [Fact]
    public async Task Conversations_NarrowedByWhatThereIsNot_AreRefusedInWords()
    {
        var answer = await host.AskAsync("GET", "/api/conversations", "?needs=money");
        Assert.Equal(400, answer.Status);
        Assert.Equal("needs is one of crisis, asked, any.", answer.Body!["errors"]!["needs"]!.AsArray().Single()!.ToString());
    }
}
