using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Payments;
using WhatsAppBots.Payments.Pages;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>The page that providers send people back to leads to the number they wrote to.</summary>
public sealed class ReturnPageTests : MoneyTest
{
    private static readonly Dictionary<string, string?> _phones = new() { ["WHATSAPP_PHONES"] = "hub=+15550000001,portraits=+15550000002" };

    [Theory]
    [InlineData("en", "Back to WhatsApp", "I%27ve%20paid", "€12.90")]
    [InlineData("he", "חזרה לוואטסאפ", "%D7%A9%D7%99%D7%9C%D7%9E%D7%AA%D7%99", "12.90 €")]
    public async Task Page_OfAnOrder_NamesItAndLeadsBack(string language, string back, string says, string price)
    {
        App = Start(_phones, Provider);
        await HearAsync(
            EventTypes.OrderPlaced, new(Conversation, 1, """{"pack": 4}""", "12 portraits", 1290, "EUR", language, "portraits"),
            ContractsJson.Default.OrderPlaced);
        var order = await OrderAsync();

        // Nothing is known yet: what they would say stands ready, and the provider is asked soon.
        var page = await PageAsync(order.Reference);
        Assert.Contains($"href=\"https://wa.me/15550000002?text={says}\"", page, StringComparison.Ordinal);
        foreach (var text in new[] { back, price, "12 portraits" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("money.orders where looked_at is not null"));

        await PayAsync(order);
        Assert.Contains("href=\"https://wa.me/15550000002\"", await PageAsync(order.Reference), StringComparison.Ordinal);
    }

    // What the page says of money is what is known of it.
    [Theory]
    [InlineData("en", "paid", 0, "Paid. Thank you!", "your portraits will arrive there")]
    [InlineData("en", "fulfilled", 450, "Paid. Thank you!", "<bdi>€4.50</bdi> of it has been given back", "Your portraits are waiting")]
    [InlineData("en", "refunding", 0, "Your money is on its way back")]
    [InlineData("en", "refunded", 1290, "Your money has been given back")]
    [InlineData("es", "fulfilled", 450, "Pagado. ¡Gracias!", "una parte: <bdi>4,50 €</bdi>.", "Tus retratos te esperan")]
    [InlineData("es", "refunding", 0, "Te estamos devolviendo el dinero")]
    [InlineData("pt", "fulfilled", 450, "Pago. Obrigado!", "Uma parte já foi devolvida a você: <bdi>", "Seus retratos esperam")]
    [InlineData("pt", "refunding", 0, "Estamos devolvendo seu dinheiro")]
    [InlineData("hi", "fulfilled", 450, "पेमेंट हो गया", "इसमें से <bdi>€4.50</bdi> आपको वापस", "आपका इंतज़ार")]
    [InlineData("hi", "refunding", 0, "आपका पैसा वापस किया जा रहा है")]
    [InlineData("he", "fulfilled", 450, "שולם. תודה!", "חלק מהסכום כבר הוחזר לכם: <bdi>", "הפורטרטים מחכים לכם")]
    [InlineData("he", "refunding", 0, "הכסף בדרך חזרה אליכם")]
    public async Task Page_OfAnOrderThatWasPaid_SaysWhatBecameOfTheMoney(string language, string state, long returned, params string[] said)
    {
        App = Start(_phones, Provider);
        await HearAsync(
            EventTypes.OrderPlaced, new(Conversation, 1, """{"pack": 4}""", "12 portraits", 1290, "EUR", language, "portraits"),
            ContractsJson.Default.OrderPlaced);
        var order = await OrderAsync();
        await PayAsync(order);
        await QueryAsync<int>($"update money.orders set state = '{state}'");
        await QueryAsync<int>($"update money.payments set refunded = {returned}");

        var page = WebUtility.HtmlDecode(await PageAsync(order.Reference)).Replace('\u00a0', ' ');
        Assert.All(said, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Equal(state == "fulfilled" ? 2 : 1, page.Split("<bdi>").Length - 1);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    // Its money did not come after days: the page does not go on waiting for it.
    [Fact]
    public async Task Page_OfATransferThatFailed_SaysThatNothingWasPaid()
    {
        var order = await PlacedAsync();
        var session = (await QueryAsync<string>("select session from money.orders"))[0];
        await TryAsync(isPending: true);
        Assert.Contains("Your payment is on its way", await PageAsync(order.Reference), StringComparison.Ordinal);
        await TryAsync(isPending: false);
        var page = await PageAsync(order.Reference);
        Assert.Contains("Not paid. Nothing was charged.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);

        await PlaceAsync();
        Assert.Contains("http-equiv=\"refresh\"", await PageAsync(order.Reference), StringComparison.Ordinal);

        Task TryAsync(bool isPending) => App.GetRequiredService<AttemptDesk>().TakeAsync(
            Provider.Name, new WebhookReading.Attempted($"evt_{isPending}", new AttemptNotice(order.Reference, isPending, session, EndsPage: !isPending)),
            "{}"u8.ToArray(), CancellationToken.None);
    }

    // No setting says where: what Meta's webhooks told of the numbers does.
    [Fact]
    public async Task Page_WithoutTheSetting_LeadsToTheNumberThatWebhooksToldOf()
    {
        await QueryAsync<int>(
            """
            insert into platform.numbers (number_id, workspace_id, bot, phone) values
              ('1000', 1, 'hub', '15550001000'), ('2000', 1, 'portraits', '15550002000'), ('3000', 1, 'habits', null)
            """);
        var order = await PlacedAsync();
        Assert.Contains("href=\"https://wa.me/15550002000", await PageAsync(order.Reference), StringComparison.Ordinal);
        Assert.Contains("href=\"https://wa.me/15550001000\"", await PageAsync("x"), StringComparison.Ordinal);

        App = Start(_phones, Provider);
        Assert.Contains("href=\"https://wa.me/15550000002", await PageAsync(order.Reference), StringComparison.Ordinal);
    }

    // Nobody learns of an order by guessing, and whoever comes without one is led back all the same.
    [Theory]
    [InlineData("o_000000000000000000000000")]
    [InlineData("o_'; drop table money.orders; --")]
    [InlineData("x")]
    public async Task Page_OfNoOrder_LeadsToTheFirstNumber(string reference)
    {
        App = Start(_phones, Provider);
        var page = await PageAsync(reference);
        Assert.Contains("href=\"https://wa.me/15550000001\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("amount\">", page, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string reference)
    {
        var page = ActivatorUtilities.CreateInstance<PaidPage>(App);
        return ((ContentHttpResult)await page.ShowOrder(new DefaultHttpContext().Request, reference, CancellationToken.None)).ResponseContent!;
    }
}
