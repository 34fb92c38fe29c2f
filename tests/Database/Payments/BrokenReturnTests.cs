using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>
/// A process that ends while it takes in a refund or a dispute, at each of the rows that it writes. Nothing of it stays, and the provider tells it again.
/// </summary>
public sealed class BrokenReturnTests : MoneyTest
{
    [Theory]
    [InlineData("money.webhooks")]
    [InlineData("money.refunds")]
    [InlineData("money.movements")]
    [InlineData("money.entries")]
    [InlineData("money.payments")]
    [InlineData("money.orders")]
    [InlineData("platform.reports")]
    [InlineData("events.queue")]
    public async Task Refund_BrokenOff_IsBookedAndToldOnceWhenItIsToldAgain(string at)
    {
        var payment = await PayAsync(await PlacedAsync());
        var refund = Provider.GiveBack(payment.PaymentId, 1290);
        await BreakAsync(at, () => TellRefundAsync(payment, refund, 1290, eventId: "evt_1"));
        await AssertNothingStayedAsync("evt_1");

        await TellRefundAsync(payment, refund, 1290, eventId: "evt_1");
        await TellRefundAsync(payment, refund, 1290, eventId: "evt_1");
        Assert.Equal(1290, Assert.Single(await RefundedAsync()).Amount);
        Assert.Equal(["refund-at-provider"], await ReportsAsync());
        Assert.Equal(OrderStates.Refunded, (await OrderAsync()).State);
        await AssertHoldsAsync();
    }

    [Theory]
    [InlineData("money.webhooks")]
    [InlineData("money.disputes")]
    [InlineData("money.movements")]
    [InlineData("money.payments")]
    [InlineData("platform.reports")]
    [InlineData("events.queue")]
    public async Task Dispute_BrokenOff_IsBookedAndToldOnceWhenItIsToldAgain(string at)
    {
        var order = await PlacedAsync();
        var payment = await PayAsync(order);
        await BreakAsync(at, () => TellDisputeAsync(payment, DisputeStages.Open, 500, eventId: "evt_1"));
        await AssertNothingStayedAsync("evt_1");

        await TellDisputeAsync(payment, DisputeStages.Open, 500, eventId: "evt_1");
        await TellDisputeAsync(payment, DisputeStages.Open, 500, eventId: "evt_1");
        Assert.Single(await DisputedAsync());
        Assert.Equal(["payment-disputed!"], await ReportsAsync());
        await AssertHoldsAsync((WhatsAppBots.Money.Refunds.ReturnBook.Disputed, 500), (Account.Order(order.Id), 790));
    }

    private async Task AssertNothingStayedAsync(string eventId)
    {
        Assert.Equal(0, await CountAsync($"money.webhooks where event_id = '{eventId}'"));
        Assert.Equal(0, await CountAsync("money.refunds") + await CountAsync("money.disputes") + await CountAsync("platform.reports"));
        Assert.Equal(["payment"], await QueryAsync<string>("select reason from money.movements"));
        Assert.Equal(OrderStates.Paid, (await OrderAsync()).State);
    }

    // The database ends its connection when a row of this table is written, as it does when the process is gone.
    private async Task BreakAsync(string table, Func<Task> act)
    {
        await QueryAsync<object>(
            $"""
            create function public.break_off() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
            create trigger break_off before insert or update on {table} for each row execute function public.break_off();
            """);
        await Assert.ThrowsAnyAsync<NpgsqlException>(act);
        await QueryAsync<object>($"drop trigger break_off on {table}; drop function public.break_off()");
    }
}
