using System.Text;
using WhatsAppBots.Conversations.Erasure;

namespace WhatsAppBots.Unit.Tests.Contracts;

public sealed class PersonTracesTests
{
    private const string Phone = "15551234567";

    [Theory]
    [InlineData("15551234567")]
    [InlineData("""{"wa_id":"15551234567"}""")]
    [InlineData("""{"contact":15551234567}""")]
    [InlineData("""{"text":"call +1 (555) 123-4567 now"}""")]
    [InlineData("""{"text":"\u0031\u0035\u0035\u0035\u0031\u0032\u0033\u0034\u0035\u0036\u0037"}""")]
    [InlineData("""{"15551234567":{"a":[[{"b":1}]]}}""")]
    [InlineData("From=whatsapp%3A%2B15551234567&Body=hi")]
    [InlineData("""{"id":"wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA"}""")]
    [InlineData("message:wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA/media")]
    [InlineData("""{"hex":"3135353531323334353637"}""")]
    public void In_ANumberHoweverItIsWritten_FindsIt(string text) => Assert.Contains(Phone, PersonTraces.In(text));

    [Fact]
    public void In_ANumberInBase64AtAnyPlace_FindsIt()
    {
        for (var before = 0; before < 4; before++)
        {
            var token = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('\u0001', before) + Phone + "\u0015"));
            Assert.Contains(Phone, PersonTraces.In($$"""{"id":"x.{{token}}"}"""));
            Assert.Contains(Phone, PersonTraces.In(token.Replace('+', '-').Replace('/', '_').TrimEnd('=')));
        }
    }

    [Fact]
    public void In_AUserId_FindsIt() => Assert.Contains("BR.1502998877", PersonTraces.In("""{"user_id":"BR.1502998877","x":[1]}"""));

    [Fact]
    public void In_DigitsOfTwoFields_AreNoNumber() => Assert.DoesNotContain(Phone, PersonTraces.In("""{"a":"1555","b":"1234567"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[")]
    [InlineData("null")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    public void In_AnythingElse_IsRead(string text) => Assert.Empty(PersonTraces.In(text));
}
