using Microsoft.Extensions.Options;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Unit.Tests.Hosting;

public class SignedTokensTests
{
    private static readonly SignedTokens _tokens = new(Options.Create(new SecretKey()), TimeProvider.System);

    [Theory]
    [InlineData("7")]
    [InlineData("wamid.HBgL/+=")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public void Subject_IsReadAsItWasSigned(string subject) =>
        Assert.Equal(subject, _tokens.Read("file", _tokens.Make("file", subject, TimeSpan.FromMinutes(1))));

    // Whoever has the key may sign anything. PostgreSQL refuses this one, and the caller would be told of a fault of ours.
    [Theory]
    [InlineData("\0")]
    [InlineData("wamid.1\0")]
    public void Subject_ThatNoDatabaseTakes_IsNone(string subject) =>
        Assert.Null(_tokens.Read("file", _tokens.Make("file", subject, TimeSpan.FromMinutes(1))));

    [Fact]
    public void Token_ForAnotherPurposeOrPastItsTime_IsNone()
    {
        Assert.Null(_tokens.Read("other", _tokens.Make("file", "7", TimeSpan.FromMinutes(1))));
        Assert.Null(_tokens.Read("file", _tokens.Make("file", "7", TimeSpan.FromMinutes(-1))));
    }
}
