using System.Text;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Unit.Tests.Money;

public sealed class WebhookBodyTests
{
    [Fact]
    public void Storable_AWebhookThatNamesItsPayer_KeepsThePaymentAlone() => Assert.Equal(
        """{"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_1","amount":49900,"currency":"INR","email":null,"contact":null,"notes":{"reference":"o_1","name":null},"captured":true}}}}""",
        Storable("""
            {"event":"payment.captured","payload":{"payment":{"entity":{"id":"pay_1","amount":49900,"currency":"INR","email":"ann@example.com","contact":915551234567,
            "notes":{"reference":"o_1","name":"Ann"},"captured":true}}}}
            """));

    [Theory]
    [InlineData("what is this?", "what is this?")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("Ann <ann@example.com>", "")]
    [InlineData("paid by +1 (555) 123-4567", "")]
    [InlineData("""{"id":"ann@example.com"}""", """{"id":null}""")]
    [InlineData("", "")]
    public void Storable_AnythingElse_NamesNobody(string body, string kept) => Assert.Equal(kept, Storable(body));

    private static string Storable(string body) => WebhookBody.Storable(Encoding.UTF8.GetBytes(body));
}
