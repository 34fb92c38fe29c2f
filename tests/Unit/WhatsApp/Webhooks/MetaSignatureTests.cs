using System.Security.Cryptography;
using System.Text;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class MetaSignatureTests
{
    private const string Secret = "app-secret";
    private static readonly byte[] _body = Encoding.UTF8.GetBytes("""{"object":"whatsapp_business_account"}""");

    private static string Hex => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), _body));

    [Fact]
    public void Verify_RightSignature_IsTrue() => Assert.True(MetaSignature.Verify(_body, "sha256=" + Hex, Secret));

    [Fact]
    public void Verify_UpperCaseHex_IsTrue() => Assert.True(MetaSignature.Verify(_body, "sha256=" + Hex.ToUpperInvariant(), Secret));

    [Fact]
    public void Verify_KnownVector_IsTrue() =>
        // RFC 4231, test case 2.
        Assert.True(MetaSignature.Verify(
            "what do ya want for nothing?"u8, "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "Jefe"));

    [Fact]
    public void Verify_LongSecret_IsTrue()
    {
        var secret = new string('k', 1000);
        var hex = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), _body));
        Assert.True(MetaSignature.Verify(_body, "sha256=" + hex, secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zz")]
    [InlineData("sha1=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec38zz")]
    public void Verify_NoOrWrongSignature_IsFalse(string? header) => Assert.False(MetaSignature.Verify(_body, header, Secret));

    [Fact]
    public void Verify_OneBitOfTheBodyChanged_IsFalse()
    {
        var changed = _body.ToArray();
        changed[5] ^= 1;
        Assert.False(MetaSignature.Verify(changed, "sha256=" + Hex, Secret));
    }

    [Fact]
    public void Verify_EmptySecret_AcceptsNothing()
    {
        var hex = Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), _body));
        Assert.False(MetaSignature.Verify(_body, "sha256=" + hex, ""));
    }
}
