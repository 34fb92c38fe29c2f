using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Database.Tests.Maintenance;
using WhatsAppBots.Hosting;
using WhatsAppBots.Maintenance.Upkeep;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Payments;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>Webhooks of a provider that were captured and are posted again when all that is not kept for long is gone.</summary>
public sealed class LateReplayTests : MoneyTest
{
    [Theory]
    [InlineData(35)]
    [InlineData(400)]
    public async Task WebhooksOfMoney_PostedAgainAfterTheCleanup_ChangeNothing(int days)
    {
        var (paid, returned, disputed, open) = (await PlacedAsync(1), await PlacedAsync(2), await PlacedAsync(3), await PlacedAsync(4));
        List<Func<Task>> captured = [];
        var payments = new[] { paid, returned, disputed }.Select(order => Provider.Pay(order.Reference)).ToList();
        var foreign = new PaymentNotice("p_unknown", "o_unknown", 500, "EUR");
        foreach (var payment in payments.Append(foreign)) await TakeAndKeepAsync(() => TakeAsync(payment));
        await FulfilAsync(paid);
        await TakeAndKeepAsync(() => TellRefundAsync(payments[0], "r0", 200));
        await TakeAndKeepAsync(() => TellRefundAsync(payments[1], "r1", 1290));
        await TakeAndKeepAsync(() => TellRefundAsync(payments[1], "r2", 300, hasFailed: true));
        await TakeAndKeepAsync(() => TellDisputeAsync(payments[2], DisputeStages.Open));
        await TakeAndKeepAsync(() => TellDisputeAsync(payments[2], DisputeStages.Lost));
        await TakeAndKeepAsync(() => AttemptAsync("a1", isPending: true));
        await TakeAndKeepAsync(() => AttemptAsync("a2", isPending: false));

        Time.Advance(TimeSpan.FromDays(days));
        await CleanUpAsync();
        var before = await Snapshot.TakeAsync(Database.ConnectionString);
        for (var times = 0; times < 2; times++)
        {
            foreach (var post in captured) await post();
        }

        Assert.Equal("", (await Snapshot.TakeAsync(Database.ConnectionString)).Since(before));

        async Task TakeAndKeepAsync(Func<Task> post)
        {
            await post();
            captured.Add(post);
        }

        Task AttemptAsync(string id, bool isPending) => App.GetRequiredService<AttemptDesk>().TakeAsync(
            Provider.Name, new WebhookReading.Attempted(id, new AttemptNotice(open.Reference, isPending, null, EndsPage: false)), "{}"u8.ToArray(), CancellationToken.None);
    }

    private async Task CleanUpAsync()
    {
        await using var connections = new WhatsAppBots.Data.Database(Database.ConnectionString);
        var (retention, routing) = (new RetentionOptions(), new EventRouting(overBus: false));
        await new WeeklyCleanup(
            connections, new Partitions(connections, retention, Time), retention, Mock.Of<IMediaStore>(), new EventPublisher(routing, new EventBells(routing)),
            new Reports(connections, Time), Owners.Retention, Owners.People, Options.Create(new SecretKey()), Time,
            NullLogger<WeeklyCleanup>.Instance).RunAsync(CancellationToken.None);
    }
}
