using System.Text;
using WhatsAppBots.WhatsApp.Twilio.Webhooks;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

/// <summary>Against the example of https://www.twilio.com/docs/usage/security#validating-requests.</summary>
public class TwilioSignatureTests
{
    private const string Address = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Body = "To=%2B18005551212&From=%2B12349013030&Digits=1234&Caller=%2B12349013030&CallSid=CA1234567890ABCDE";
    private const string Token = "12345";
    private const string Signature = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";

    [Fact]
    public void Verify_TwiliosExample_IsTrue() => Assert.True(Verify(Address, Body, Signature, Token));

    [Theory]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", true)]
    [InlineData("https://mycompany.com:8443/myapp.php?foo=1&bar=2", true)]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3", false)]
    [InlineData("https://mycompany.com/myapp.php", false)]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", false)]
    [InlineData("https://yourcompany.com/myapp.php?foo=1&bar=2", false)]
    [InlineData("", false)]
    public void Verify_AnotherAddress_MayDifferInThePortAlone(string address, bool isRight) =>
        Assert.Equal(isRight, Verify(address, Body, Signature, Token));

    // Twilio signs the address as it was given to it, with the name and the password of basic authentication.
    [Theory]
    [InlineData("https://user:pass@a.example/x?y=1", "https://user:pass@a.example:443/x?y=1")]
    [InlineData("https://user:pass@a.example:443/x", "https://user:pass@a.example/x")]
    [InlineData("https://user@a.example/x", "https://user@a.example:443/x")]
    [InlineData("https://user:p%40ss@a.example", "https://user:p%40ss@a.example:443")]
    [InlineData("https://user:pass@a.example?y=http://b:1/", "https://user:pass@a.example:443?y=http://b:1/")]
    [InlineData("https://user:pass@[::1]/x", "https://user:pass@[::1]:443/x")]
    [InlineData("http://user:pass@a.example/x", "http://user:pass@a.example:80/x")]
    public void Verify_WithAPasswordInTheAddress_TakesThePortForWhatItIs(string known, string asSigned)
    {
        Assert.True(Verify(known, "", Sign(asSigned), Token));
        Assert.True(Verify(known, "", Sign(known), Token));
        Assert.False(Verify(known, "", Sign(known.Replace("user", "other", StringComparison.Ordinal)), Token));
    }

    [Fact]
    public void Verify_SignedWithThePort_IsTrueWhereWeKnowTheAddressWithout() =>
        Assert.True(Verify("https://a.example/x", "", Sign("https://a.example:443/x"), Token));

    [Theory]
    [InlineData(Body + "&Extra=1", Signature, Token)]
    [InlineData("", Signature, Token)]
    [InlineData(Body, Signature, "12346")]
    [InlineData(Body, Signature, "")]
    [InlineData(Body, null, Token)]
    [InlineData(Body, "", Token)]
    [InlineData(Body, "0/KCTR6DLpKmkAf8muzZqo1nDgR=", Token)]
    [InlineData(Body, "not base64, but of its length", Token)]
    [InlineData(Body, "AAAA", Token)]
    public void Verify_AnythingElse_IsFalse(string body, string? signature, string token) => Assert.False(Verify(Address, body, signature, token));

    [Fact]
    public void Covered_OfDoubledNames_HasEachValueOnce() => Assert.Equal(
        "A1A2B", TwilioForm.ReadForm("B=&A=2&A=1&A=2"u8).Covered);

    [Fact]
    public void Hash_OfTwiliosExample_IsKnownInAnyCase()
    {
        var body = "{\"CallSid\":\"CA1234567890ABCDE\",\"Caller\":\"+12349013030\"}"u8;
        const string Hash = "5ccde7145dfb8f56479710896586cb9d5911809d83afbe34627818790db0aec9";
        Assert.True(TwilioSignature.IsHashOf(body, Hash));
        Assert.True(TwilioSignature.IsHashOf(body, Hash.ToUpperInvariant()));
        Assert.False(TwilioSignature.IsHashOf(body[1..], Hash));
        Assert.False(TwilioSignature.IsHashOf(body, null));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nothing")]
    [InlineData("")]
    public void ReadJson_NoObject_IsInvalid(string body) =>
        Assert.Throws<InvalidWebhookException>(() => TwilioForm.ReadJson(Encoding.UTF8.GetBytes(body)));

    private static bool Verify(string address, string body, string? signature, string token) =>
        TwilioSignature.Verify(address, TwilioForm.ReadForm(Encoding.UTF8.GetBytes(body)).Covered, signature, token);

#pragma warning disable CA5350 // Twilio's choice.
    private static string Sign(string text) => Convert.ToBase64String(System.Security.Cryptography.HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(Token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
