using Microsoft.Extensions.Configuration;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Testing;
using WhatsAppBots.Unit.Tests.Api;

namespace WhatsAppBots.Unit.Tests.Access;

/// <summary>How often somebody may call.</summary>
public sealed class CallRateTests
{
    [Fact]
    public void Key_HasItsCallsAMinute_AndThenWaitsForTheNext()
    {
        var time = new ManualTime();
        time.Advance(TimeSpan.FromSeconds(20));
        var rates = new CallRates(ApiOptions.Read(new ConfigurationBuilder().Build()), time);
        Key key = new(1, "crm", 1, [], null), other = new(2, "shop", 1, [], null);
        Assert.All(Enumerable.Range(0, 60), _ => Assert.Null(rates.Count(key)));
        Assert.Equal(TimeSpan.FromSeconds(40), rates.Count(key));
        Assert.Null(rates.Count(other));
        time.Advance(TimeSpan.FromSeconds(40));
        Assert.Null(rates.Count(key));
    }

    [Fact]
    public async Task Session_HasMore_AndIsToldThatItHasToWait()
    {
        await using var host = new ApiHost();

        // A minute may end in between.
        var answers = new List<(int Status, string? Type)>();
        for (var n = 0; n < 2402; n++)
        {
            var answer = await host.AskAsync("GET", "/api/nothing");
            answers.Add((answer.Status, answer.ContentType));
        }

        Assert.Contains((429, "application/problem+json"), answers);
        Assert.True(answers.TakeWhile(answer => answer.Status == 404).Count() >= 1200);
    }

    [Theory]
    [InlineData("KEY_CALLS_A_MINUTE", "none")]
    [InlineData("KEY_CALLS_A_MINUTE", "0")]
    [InlineData("SESSION_CALLS_A_MINUTE", "-1")]
    [InlineData("PROXIES_IN_FRONT", "10")]
    [InlineData("FILES_URL", "here")]
    [InlineData("ALLOWED_ORIGINS", "desk.example.com")]
    [InlineData("ALLOWED_ORIGINS", "https://desk.example.com/path")]
    public void Setting_ThatIsWrong_IsNamed(string name, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        Assert.StartsWith(name, ApiOptions.Fault(settings), StringComparison.Ordinal);
    }
}
