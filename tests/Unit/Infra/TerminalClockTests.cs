using System.Net;
using System.Text.Json.Nodes;
using WhatsAppBots.Simulator.Terminal;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The chat in the terminal says why nobody answers while the clock is being set ahead.</summary>
public sealed class TerminalClockTests
{
    [Theory]
    [InlineData("moving", "on its way to 2026-12-01", "Conversation 7 has failed 2 times: x")]
    [InlineData("stuck", "could not be set ahead", "After 90 s there still were 1 inputs")]
    public async Task Clock_OnItsWay_IsTheReason(string state, string why, string reason)
    {
        var clock = new JsonObject
        {
            ["move"] = new JsonObject { ["state"] = state, ["to"] = "2026-12-01T08:00:00Z", ["reason"] = reason },
        };
        var said = await PhoneOf(HttpStatusCode.OK, clock.ToJsonString()).WhyQuietAsync(CancellationToken.None);
        Assert.Contains(why, said, StringComparison.Ordinal);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"move":{"state":"there"}}""")]
    [InlineData(HttpStatusCode.OK, """{"move":null}""")]
    [InlineData(HttpStatusCode.NoContent, "")]
    [InlineData(HttpStatusCode.BadGateway, "no host")]
    public async Task Clock_ThatStands_IsNone(HttpStatusCode status, string clock) =>
        Assert.Null(await PhoneOf(status, clock).WhyQuietAsync(CancellationToken.None));

    private static Phone PhoneOf(HttpStatusCode status, string body) => new(
        new HttpClient(new Answer(status, body)), new ChatOptions("habits", "15550001111", "Ann", new Uri("http://127.0.0.1:7080")));

    private sealed class Answer(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
