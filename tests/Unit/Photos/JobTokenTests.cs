using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images.Jobs;

namespace WhatsAppBots.Unit.Tests.Photos;

/// <summary>A link that is rightly signed for something else names no job.</summary>
public sealed class JobTokenTests
{
    private readonly SignedTokens _tokens = new(Options.Create(new SecretKey()), TimeProvider.System);

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12:")]
    [InlineData(":1")]
    [InlineData("12:1:1")]
    [InlineData("-12:1")]
    [InlineData("12:x")]
    [InlineData("12:99999999999")]
    [InlineData("99999999999999999999:1")]
    [InlineData(" 12:1")]
    [InlineData("१२:1")]
    public void Subject_ThatIsNoJob_IsRefused(string subject) =>
        Assert.Null(JobTokens.Read(_tokens, "pictures", _tokens.Make("pictures", subject, TimeSpan.FromHours(1))));

    [Fact]
    public void Subject_IsRead_ForItsOwnPurposeAlone()
    {
        var token = _tokens.Make("pictures", "12:1", TimeSpan.FromHours(1));
        Assert.Equal((12L, 1), JobTokens.Read(_tokens, "pictures", token));
        Assert.Null(JobTokens.Read(_tokens, "callback", token));
    }
}
