using System.Text;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.Unit.Tests.Money;

/// <summary>The key of a payment webhook that names no event is kept for ever: who paid must not be found by hashing all numbers.</summary>
public class WebhookKeyTests
{
    [Fact]
    public void Key_TellsNothingOfThePayer() => Assert.Equal(
        KeyOf("""{"id":"pay_1","customer":{"name":"Ann","contact":"+15550001"}}"""),
        KeyOf("""{"id":"pay_1","customer":{"name":"Bo","contact":"+15550002"}}"""));

    [Fact]
    public void Key_TellsOneEventFromAnother() => Assert.NotEqual(KeyOf("""{"id":"pay_1"}"""), KeyOf("""{"id":"pay_2"}"""));

    private static string KeyOf(string body) => PaymentIntake.KeyOf(Encoding.UTF8.GetBytes(body));
}
