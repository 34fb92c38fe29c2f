using System.Net;
using System.Text;
using WhatsAppBots.Access;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Unit.Tests.Access;

/// <summary>Keys, passwords and second factors, apart from where they are kept.</summary>
public sealed class SecretTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Key_IsReadAsItWasWritten()
    {
        var key = new KeyToken(17, Secrets.Make());
        Assert.Equal(key, KeyToken.Read(key.ToString()));
        Assert.StartsWith("wab_17_", key.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wab_")]
    [InlineData("wab_1")]
    [InlineData("wab_1_")]
    [InlineData("wab_-1_x")]
    [InlineData("wab_x_y")]
    [InlineData("wab_99999999999999999999_y")]
    [InlineData("WAB_1_y")]
    public void Key_OfAnotherForm_IsNone(string text) => Assert.Null(KeyToken.Read(text));

    [Theory]
    [InlineData("short", "A password has 12 characters or more.")]
    [InlineData("aaaaaaaaaaaaab", "A password repeats fewer characters than that.")]
    [InlineData("annabel-2026-x", "A password does not have your address in it.")]
    [InlineData("correct horse battery", null)]
    public void Password_ThatIsEasy_IsNotTaken(string password, string? fault) =>
        Assert.Equal(fault, Passwords.Fault(password, "annabel@bots.example"));

    [Fact]
    public void Password_IsKnownByItsHashAlone()
    {
        var hash = Passwords.Hash("correct horse battery");
        Assert.True(Passwords.IsOf(hash, "correct horse battery"));
        Assert.False(Passwords.IsOf(hash, "correct horse batterz"));
        Assert.False(Passwords.IsOf(null, "correct horse battery"));
        Assert.False(Passwords.IsOf(hash, new string('x', 100_000)));
    }

    [Fact]
    public void Code_IsGoodForItsStepAndTheOnesBesideIt()
    {
        var secret = SecondFactor.MakeSecret();
        var code = SecondFactor.Code(secret, _now);
        var step = _now.ToUnixTimeSeconds() / 30;
        Assert.Equal(step, SecondFactor.Step(secret, code, _now));
        Assert.Equal(step, SecondFactor.Step(secret, $"{code[..3]} {code[3..]}", _now.AddSeconds(30)));
        Assert.Null(SecondFactor.Step(secret, code, _now.AddSeconds(90)));
        Assert.Null(SecondFactor.Step(secret, "", _now));
        Assert.Null(SecondFactor.Step(secret, "12345", _now));
    }

    // https://www.rfc-editor.org/rfc/rfc6238#appendix-B, of which six digits are used.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void Code_IsThatOfTheStandard(long seconds, string code) =>
        Assert.Equal(code, SecondFactor.Code(Encoding.ASCII.GetBytes("12345678901234567890"), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void RecoveryCodes_AreTenDifferentOnes_TakenHoweverTheyAreTyped()
    {
        var codes = SecondFactor.MakeRecoveryCodes();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}$", code));
        Assert.Equal(SecondFactor.RecoveryHash(codes[0]), SecondFactor.RecoveryHash(codes[0].ToUpperInvariant().Replace('-', ' ')));
    }

    [Fact]
    public void Box_IsOpenedByItsOwnersKeyAlone()
    {
        var (old, @new) = (Key("an old key"), Key("a new key"));
        var box = new SecretBox(old, "x").Close([1, 2, 3], "user 1");
        Assert.Equal([1, 2, 3], new SecretBox(Key("a new key", "an old key"), "x").Open(box, "user 1"));
        Assert.Null(new SecretBox(@new, "x").Open(box, "user 1"));
        Assert.Null(new SecretBox(old, "y").Open(box, "user 1"));
        Assert.Null(new SecretBox(old, "x").Open(box, "user 2"));
        Assert.Null(new SecretBox(old, "x").Open(box[..^1], "user 1"));
        Assert.Null(new SecretBox(old, "x").Open([], "user 1"));
    }

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.2.0.1", false)]
    [InlineData("192.0.2.7", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("2001:db9::1", false)]
    public void Address_IsInTheList(string address, bool isIn) =>
        Assert.Equal(isIn, AddressList.Has(["10.1.0.0/16", "192.0.2.7", "2001:db8::/32"], IPAddress.Parse(address)));

    [Fact]
    public void AddressList_NamesWhatIsNoAddress()
    {
        Assert.Equal("10.0.0.0/33", AddressList.Wrong(["10.0.0.1", "10.0.0.0/33"]));
        Assert.Null(AddressList.Wrong(["10.0.0.1", "::1"]));
    }

    [Theory]
    [InlineData(" Ann@Bots.Example ", "ann@bots.example")]
    [InlineData("ann", null)]
    [InlineData("a nn@bots.example", null)]
    [InlineData("Ann <ann@bots.example>", null)]
    [InlineData("", null)]
    public void Address_OfMail_IsReadInLowerCase(string text, string? address) => Assert.Equal(address, Email.Read(text));

    private static SecretKey Key(params string[] keys) => new() { Keys = [.. keys.Select(Encoding.UTF8.GetBytes)] };
}
