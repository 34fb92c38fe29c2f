using Dapper;
using Npgsql;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Database.Tests.Payments;

public sealed class RefundWorkerTests : MoneyTest
{
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(2.1);

    [Fact]
    public async Task Refund_WhoseProviderFailsForAnHour_IsTriedAgainAndDoneOnce()
    {
        var order = await ToBeGivenBackAsync();
        Provider.RefundFails = _ => new PaymentProviderException(isFinal: false, "500");
        for (var n = 0; n < 120; n++)
        {
            await GiveBackAsync();
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.InRange(Provider.RefundTries.Count, 5, 10);
        Assert.Equal("refunding", (await OrderAsync()).State);
        Assert.Empty(await RefundedAsync());
        await AssertHoldsAsync((Account.Order(order.Id), 1290));

        Provider.RefundFails = _ => null;
        for (var n = 0; n < 120; n++)
        {
            await GiveBackAsync();
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        await AssertGivenBackOnceAsync();
        Assert.Single(Provider.RefundTries.Select(refund => refund.Key).Distinct());
    }

    // What a provider calls final today it may take tomorrow: the money is owed all the same.
    [Fact]
    public async Task Refund_ThatIsRefused_IsNotForgotten()
    {
        await ToBeGivenBackAsync();
        Provider.RefundFails = _ => new PaymentProviderException(isFinal: true, "not enough money in the account");
        await GiveBackAsync();
        for (var day = 0; day < 4; day++)
        {
            Time.Advance(TimeSpan.FromHours(6.1));
            await GiveBackAsync();
        }

        Assert.Equal(5, Provider.RefundTries.Count);
        Provider.RefundFails = _ => null;
        Time.Advance(TimeSpan.FromHours(6.1));
        await GiveBackAsync();
        await AssertGivenBackOnceAsync();
    }

    [Fact]
    public async Task Refund_WhoseAnswerIsLost_IsDoneOnce()
    {
        await ToBeGivenBackAsync();
        Provider.RefundIsLost = _ => Provider.RefundTries.Count <= 3 ? new PaymentProviderException(isFinal: false, "no answer") : null;
        for (var n = 0; n < 20; n++)
        {
            await GiveBackAsync();
            Time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(4, Provider.RefundTries.Count);
        await AssertGivenBackOnceAsync();
    }

    [Fact]
    public async Task Process_KilledBetweenTheAnswerAndTheCommit_LeavesItToTheNext()
    {
        var order = await ToBeGivenBackAsync();
        Provider.RefundIsLost = _ => new OperationCanceledException();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GiveBackAsync());
        Provider.RefundIsLost = _ => null;
        Assert.Equal(1, Provider.Refunds);
        Assert.Equal([-1290L], await QueryAsync<long>("select balance from money.balances where kind like 'provider:%'"));
        Assert.Equal("refunding", (await OrderAsync()).State);

        // Until the claim of the dead runs out nobody else tries.
        var next = Start(Provider);
        await GiveBackAsync(next);
        Assert.Single(Provider.RefundTries);
        await EndClaimsAsync();
        await GiveBackAsync(next);

        Assert.Equal(2, Provider.RefundTries.Count);
        await AssertGivenBackOnceAsync();
        Assert.Equal(order.Id, Assert.Single(await RefundedAsync()).OrderId);
    }

    [Fact]
    public async Task Process_KilledBeforeItAskedTheProvider_LeavesItToTheNext()
    {
        await ToBeGivenBackAsync();
        await using (var connection = new NpgsqlConnection(Database.ConnectionString))
        {
            Assert.Single(await RefundBook.ClaimAsync(connection, Time.GetUtcNow(), 8, CancellationToken.None));
        }

        await GiveBackAsync();
        Assert.Empty(Provider.RefundTries);
        await EndClaimsAsync();
        await GiveBackAsync();
        await AssertGivenBackOnceAsync();
    }

    // Claims run by the database's clock.
    private Task EndClaimsAsync() => QueryAsync<object>(
        "update money.payments set refund_at = now() - interval '1 ms', claimed_until = now() - interval '1 ms' where refund_at = claimed_until");

    [Fact]
    public async Task Process_SlowerThanItsClaim_FindsItDone()
    {
        await ToBeGivenBackAsync();
        var answer = new TaskCompletionSource();
        Provider.RefundLasts = _ => Provider.RefundTries.Count == 1 ? answer.Task : Task.CompletedTask;
        var slow = GiveBackAsync();
        await WaitAsync(() => Provider.RefundTries.Count == 1);
        await EndClaimsAsync();
        await GiveBackAsync(Start(Provider));
        answer.SetResult();
        await slow;

        Assert.Equal(2, Provider.RefundTries.Count);
        await AssertGivenBackOnceAsync();
    }

    [Fact]
    public async Task Refunds_WorkedByManyAtOnce_AreEachDoneOnce()
    {
        for (var n = 1; n <= 40; n++) await ToBeGivenBackAsync(n);
        var second = Start(Provider);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(n => GiveBackAsync(n % 2 == 0 ? App : second)));

        Assert.Equal(40, Provider.RefundTries.Count);
        Assert.Equal(40, Provider.Refunds);
        Assert.Equal(40, (await RefundedAsync()).Select(told => told.OrderId).Distinct().Count());
        Assert.Equal(40, await CountAsync("money.orders where state = 'refunded'"));
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_ThatFailsAsNobodyThoughtOf_HoldsUpNoOther()
    {
        for (var n = 1; n <= 3; n++) await ToBeGivenBackAsync(n);
        Provider.RefundFails = refund => refund.PaymentId == Provider.RefundTries[0].PaymentId ? new InvalidOperationException("a bug") : null;
        await GiveBackAsync();
        Assert.Equal(2, Provider.Refunds);

        Provider.RefundFails = _ => null;
        Time.Advance(_again);
        await GiveBackAsync();
        Assert.Equal(3, Provider.Refunds);
        await AssertHoldsAsync();
    }

    [Fact]
    public async Task Refund_OfAProviderNoLongerConfigured_WaitsForIt()
    {
        await ToBeGivenBackAsync();
        var without = Start();
        await GiveBackAsync(without);
        Time.Advance(TimeSpan.FromHours(1));
        await GiveBackAsync(without);
        Assert.Empty(Provider.RefundTries);

        Time.Advance(TimeSpan.FromHours(1));
        await GiveBackAsync();
        await AssertGivenBackOnceAsync();
    }

    private async Task<Order> ToBeGivenBackAsync(int number = 1)
    {
        var order = await PlacedAsync(number);
        await PayAsync(order);
        await AskBackAsync(order);
        return order;
    }

    private async Task AssertGivenBackOnceAsync()
    {
        Assert.Equal(1, Provider.Refunds);
        Assert.Equal(1, await CountAsync("money.movements where reason = 'refund'"));
        Assert.True(Assert.Single(await RefundedAsync()).OfOrder);
        Assert.Equal("refunded", (await OrderAsync()).State);
        Assert.Single(await QueryAsync<string>("select refund_id from money.payments where state = 'refunded' and refund_at is null"));
        await AssertHoldsAsync();
    }

    private static async Task WaitAsync(Func<bool> isSo)
    {
        for (var n = 0; n < 400 && !isSo(); n++) await Task.Delay(10);
        Assert.True(isSo());
    }
}
