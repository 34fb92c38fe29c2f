using WhatsAppBots.Contracts;

namespace WhatsAppBots.Unit.Tests.Contracts;

public sealed class ProviderTextTests
{
    [Theory]
    [InlineData("{\"title\":[\"is taken\"]}", "{\"title\":[\"is taken\"]}")]
    [InlineData("callback https://me/pack-tune-received?token=MTc.Zm9v&x=1 is invalid", "callback https://me/pack-tune-received?token=…&x=1 is invalid")]
    [InlineData("Authorization: Bearer sd_live_1", "Authorization: Bearer …")]
    [InlineData("basic cnpwOmtleQ==", "basic …")]
    [InlineData("the key k-123 is not known", "the key … is not known")]
    [InlineData("contact +15551234567 is wrong", "contact …4567 is wrong")]
    [InlineData("{\"amount\":1290,\"id\":\"pi_15551234567\"}", "{\"amount\":1290,\"id\":\"pi_15551234567\"}")]
    public void Quote_TellsWhy_WithoutWhatItWasSent(string body, string quoted) => Assert.Equal(quoted, ProviderText.Quote(body, "k-123", ""));

    [Fact]
    public void Quote_OfALongAnswer_IsItsBeginning() => Assert.Equal(500, ProviderText.Quote(new string('x', 9000)).Length);
}
