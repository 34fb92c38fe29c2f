using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Payments;
using WhatsAppBots.Payments.Orders;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Database.Tests.Payments;

/// <summary>The payments app on a database of its own, with a provider in memory and a clock that is moved by hand.</summary>
public abstract class MoneyTest : IAsyncLifetime
{
    protected const long Conversation = 17;

    private readonly List<ServiceProvider> _processes = [];
    private int _events;

    protected ManualTime Time { get; } = new();
    protected FakeProvider Provider { get; } = new();
    protected TestDatabase Database { get; private set; } = null!;

    /// <summary>The process that does what is not given to another.</summary>
    protected ServiceProvider App { get; set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        App = Start(Provider);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>A further process on the same database.</summary>
    protected ServiceProvider Start(params IPaymentProvider[] providers) => Start([], providers);

    protected ServiceProvider Start(Dictionary<string, string?> settings, params IPaymentProvider[] providers)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_ => new WhatsAppBots.Data.Database(Database.ConnectionString));
        foreach (var provider in providers) services.AddSingleton(provider);
        services.AddPayments(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        var process = services.BuildServiceProvider();
        _processes.Add(process);
        return process;
    }

    /// <summary>Another app tells of something.</summary>
    protected Task HearAsync<T>(string type, T data, JsonTypeInfo<T> info, string? id = null, ServiceProvider? process = null)
    {
        var told = CloudEvent.Of(
            id ?? $"e{Interlocked.Increment(ref _events)}", Apps.Messages, type, 1, Conversation, "portraits", Time.GetUtcNow(), data, info);
        return (process ?? App).GetRequiredService<EventQueue>().HearAsync(
            Apps.Payments, JsonSerializer.Serialize(told, ContractsJson.Default.CloudEvent), CancellationToken.None);
    }

    protected Task DrainAsync() => App.GetRequiredService<EventQueue>().DrainAsync(Apps.Payments, CancellationToken.None);

    protected Task PlaceAsync(int number = 1, string? id = null, string currency = "EUR", ServiceProvider? process = null) => HearAsync(
        EventTypes.OrderPlaced, new(Conversation, number, """{"pack": 4}""", "40 portraits", 1290, currency), ContractsJson.Default.OrderPlaced, id, process);

    protected async Task<Order> PlacedAsync(int number = 1)
    {
        await PlaceAsync(number);
        return await OrderAsync(number);
    }

    protected Task CancelAsync(int number = 1) =>
        HearAsync(EventTypes.OrderCancelled, new(Conversation, number), ContractsJson.Default.OrderCancelled);

    protected Task FulfilAsync(Order order, string? id = null) =>
        HearAsync(EventTypes.OrderFulfilled, new(Conversation, order.Id), ContractsJson.Default.OrderFulfilled, id);

    protected Task FailAsync(Order order, string? id = null) =>
        HearAsync(EventTypes.TrainingFailed, new(Conversation, order.Id, 1, "refused"), ContractsJson.Default.TrainingFailed, id);

    protected Task AskBackAsync(Order order, PaymentNotice? payment = null, string? id = null) => HearAsync(
        EventTypes.RefundRequested, new(Conversation, order.Id, payment is null ? null : $"fake:{payment.PaymentId}", "asked"),
        ContractsJson.Default.RefundRequested, id);

    protected async Task<Order> OrderAsync(int number = 1)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        return (await OrderBook.LockAsync(connection, null, Conversation, "portraits", number, CancellationToken.None))!;
    }

    /// <summary>Somebody pays, and the provider tells of it.</summary>
    protected async Task<PaymentNotice> PayAsync(Order order, long? amount = null, string? currency = null)
    {
        var payment = Provider.Pay(order.Reference, amount, currency);
        await TakeAsync(payment);
        return payment;
    }

    /// <summary>A webhook of the provider's.</summary>
    protected Task TakeAsync(PaymentNotice payment, string? eventId = null, ServiceProvider? process = null) =>
        (process ?? App).GetRequiredService<PaymentDesk>().TakeAsync(
            Provider.Name, new WebhookReading.Paid(eventId ?? $"told:{payment.PaymentId}", payment), "{}"u8.ToArray(), CancellationToken.None);

    /// <summary>The provider tells of a refund: one by its id, or how much went back so far.</summary>
    protected Task TellRefundAsync(PaymentNotice payment, string? id, long amount, bool hasFailed = false, string? eventId = null, ServiceProvider? process = null) =>
        (process ?? App).GetRequiredService<ReturnDesk>().TakeAsync(
            Provider.Name,
            new WebhookReading.Refunded(
                eventId ?? $"refund:{id}:{amount}:{hasFailed}", new RefundNotice(id, payment.PaymentId, amount, payment.Currency, hasFailed)),
            "{}"u8.ToArray(), CancellationToken.None);

    /// <summary>The provider tells of a dispute.</summary>
    protected Task TellDisputeAsync(PaymentNotice payment, string stage, long? amount = null, string id = "d1", string? eventId = null, ServiceProvider? process = null) =>
        (process ?? App).GetRequiredService<ReturnDesk>().TakeAsync(
            Provider.Name,
            new WebhookReading.Disputed(
                eventId ?? $"dispute:{id}:{stage}",
                new DisputeNotice(id, payment.PaymentId, amount ?? payment.Amount, payment.Currency, stage, "general", Time.GetUtcNow().AddDays(7))),
            "{}"u8.ToArray(), CancellationToken.None);

    protected Task<List<PaymentDisputed>> DisputedAsync() => ToldAsync(EventTypes.PaymentDisputed, ContractsJson.Default.PaymentDisputed);

    protected Task<List<string>> ReportsAsync() =>
        QueryAsync<string>("select kind || case when ok then '' else '!' end from platform.reports order by id");

    protected Task GiveBackAsync(ServiceProvider? process = null) =>
        (process ?? App).GetRequiredService<RefundWorker>().WorkDueAsync(CancellationToken.None);

    protected Task AskAsync(ServiceProvider? process = null) =>
        (process ?? App).GetRequiredService<Reconciliation>().WorkDueAsync(CancellationToken.None);

    /// <summary>Providers are asked for refunds and disputes, if their time has come.</summary>
    protected Task ListAsync(ServiceProvider? process = null) =>
        (process ?? App).GetRequiredService<ReturnsLook>().WorkDueAsync(CancellationToken.None);

    /// <summary>What the conversations were told.</summary>
    protected async Task<List<T>> ToldAsync<T>(string type, JsonTypeInfo<T> info) =>
        [.. (await QueryAsync<string>("select body from events.queue where receiver = 'messages' and type = @type order by id", new { type }))
            .Select(body => JsonSerializer.Deserialize(body, ContractsJson.Default.CloudEvent)!.Data.Deserialize(info)!)];

    protected Task<List<PaymentReceived>> ReceivedAsync() => ToldAsync(EventTypes.PaymentReceived, ContractsJson.Default.PaymentReceived);

    protected Task<List<PaymentRefunded>> RefundedAsync() => ToldAsync(EventTypes.PaymentRefunded, ContractsJson.Default.PaymentRefunded);

    protected Task<List<CheckoutReady>> ReadyAsync() => ToldAsync(EventTypes.CheckoutReady, ContractsJson.Default.CheckoutReady);

    protected Task<List<CheckoutFailed>> FailedAsync() => ToldAsync(EventTypes.CheckoutFailed, ContractsJson.Default.CheckoutFailed);

    /// <summary>The ledger has no fault and says of the provider what the provider says; these, and no others, are not empty.</summary>
    protected async Task AssertHoldsAsync(params (Account Account, long Amount)[] balances)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        Assert.Empty(await LedgerCheck.RunAsync(connection, CancellationToken.None));
        Assert.Equal(
            balances.Select(pair => $"{pair.Account.Kind} {pair.Account.Owner}: {pair.Amount}").Order(),
            (await QueryAsync<string>(
                "select kind || ' ' || owner || ': ' || balance from money.balances where balance <> 0 and kind not like 'provider:%'")).Order());
        foreach (var currency in new[] { "EUR", "USD" })
        {
            Assert.Equal(-Provider.Holds(currency), await LedgerBook.BalanceAsync(connection, 1, Account.Provider("fake"), currency, CancellationToken.None));
        }
    }

    protected async Task<List<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        return (await connection.QueryAsync<T>(sql, parameters)).ToList();
    }

    protected async Task<long> CountAsync(string from) => (await QueryAsync<long>($"select count(*) from {from}"))[0];
}
