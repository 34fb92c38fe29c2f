using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Moq;

namespace WhatsAppBots.Azure.Tests;

public sealed class AnswerHeadersTests
{
    private readonly DefaultHttpContext _http = new();

    [Fact]
    public async Task Function_ThatAnswers_KeepsItsAnswer_AndHasTheHeaders()
    {
        await new AnswerHeaders().Invoke(Context(_http), _ =>
        {
            _http.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        Assert.Equal((404, "nosniff"), (_http.Response.StatusCode, _http.Response.Headers.XContentTypeOptions.ToString()));
    }

    [Fact]
    public async Task Function_ThatThrows_IsAnswered500_AndItsFailureGoesOn()
    {
        await Assert.ThrowsAsync<IOException>(() => new AnswerHeaders().Invoke(Context(_http), _ => throw new IOException("away")));
        Assert.Equal((500, "nosniff"), (_http.Response.StatusCode, _http.Response.Headers.XContentTypeOptions.ToString()));
    }

    [Fact]
    public async Task Function_ThatThrowsAfterItBeganToAnswer_IsCutOffThere()
    {
        var begun = new Mock<IHttpResponseFeature>();
        begun.SetupGet(response => response.HasStarted).Returns(true);
        begun.SetupProperty(response => response.StatusCode, 200);
        begun.SetupGet(response => response.Headers).Returns(new HeaderDictionary());
        _http.Features.Set(begun.Object);
        await Assert.ThrowsAsync<IOException>(() => new AnswerHeaders().Invoke(Context(_http), _ => throw new IOException("away")));
        Assert.Equal(200, _http.Response.StatusCode);
    }

    [Fact]
    public async Task Function_ThatIsNoAnswerOfHttp_FailsAsItIs() =>
        await Assert.ThrowsAsync<IOException>(() => new AnswerHeaders().Invoke(Context(null), _ => throw new IOException("away")));

    // Where the worker keeps it: https://github.com/Azure/azure-functions-dotnet-worker, Constants.HttpContextKey.
    private static FunctionContext Context(HttpContext? http)
    {
        var context = new Mock<FunctionContext>();
        context.SetupGet(it => it.Items).Returns(http is null ? new Dictionary<object, object>() : new Dictionary<object, object> { ["HttpRequestContext"] = http });
        return context.Object;
    }
}
