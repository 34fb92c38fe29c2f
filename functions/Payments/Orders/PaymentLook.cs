using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments.Orders;

/// <summary>
/// Asks a provider about an order and takes in what it says: when it is due, and at once when a person says that they paid or is about to be reminded.
/// </summary>
internal sealed partial class PaymentLook(
    IEnumerable<IPaymentProvider> providers, PaymentDesk desk, AttemptDesk attempts, Database database, TimeProvider time, ILogger<PaymentLook> logger)
    : IEventHandler
{
    private const string OrderSql =
        """
        select id as Id, state as State, provider as Provider, session as Session, reference as Reference from money.orders
        where conversation_id = @ConversationId and bot = @bot and number = @Number
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => EventTypes.PaymentAsked;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.PaymentAsked)!;
        var order = await database.UseAsync(
            connection => connection.QuerySingleOrDefaultAsync<AskedOrder>(OrderSql, new { asked.ConversationId, bot = e.Bot ?? "", asked.Number }), cancellationToken);
        var outcome = order switch
        {
            null => PaymentOutcomes.Unpaid,
            { State: OrderStates.Paid or OrderStates.Fulfilled or OrderStates.Refunding } => PaymentOutcomes.Paid,
            { Session: null } => PaymentOutcomes.Unpaid,
            _ => await LookAsync(order, cancellationToken),
        };
        return new EventOutcome(null, Answer(e, asked, outcome));
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) =>
        [Answer(e, e.Data.Deserialize(ContractsJson.Default.PaymentAsked)!, PaymentOutcomes.Unreachable)];

    /// <summary>Asks, and takes in what was paid.</summary>
    /// <returns>A name of <see cref="PaymentOutcomes"/>.</returns>
    public async Task<string> LookAsync(AskedOrder order, CancellationToken cancellationToken)
    {
        if (providers.FirstOrDefault(provider => provider.Name == order.Provider)?.Checkout is not { } checkout) return PaymentOutcomes.Unreachable;
        CheckoutLook look;
        try
        {
            look = await checkout.LookAsync(order.Session!, cancellationToken);
        }
        catch (PaymentProviderException failure)
        {
            Log.Failed(logger, order.Id, order.Provider!, failure.Message);
            return PaymentOutcomes.Unreachable;
        }

        foreach (var payment in look.Payments)
        {
            await desk.TakeAsync(order.Provider!, new WebhookReading.Paid($"asked:{payment.PaymentId}", payment), default, cancellationToken);
        }

        if (look.Payments.Count > 0) return PaymentOutcomes.Paid;
        if (!look.IsPending && !look.HasFailed) return PaymentOutcomes.Unpaid;
        await attempts.TakeAsync(
            order.Provider!,
            new WebhookReading.Attempted(
                $"asked:{order.Session}:{(look.HasFailed ? "failed" : "pending")}",
                new AttemptNotice(order.Reference, look.IsPending, order.Session, EndsPage: look.HasFailed)),
            default, cancellationToken);
        return look.IsPending ? PaymentOutcomes.Pending : PaymentOutcomes.Unpaid;
    }

    private CloudEvent Answer(CloudEvent e, PaymentAsked asked, string outcome) => CloudEvent.Of(
        $"{e.Id}/looked", Apps.Payments, EventTypes.PaymentLooked, e.Workspace, asked.ConversationId, e.Bot, time.GetUtcNow(),
        new(asked.ConversationId, asked.Number, asked.Reason, outcome), ContractsJson.Default.PaymentLooked);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Provider} could not be asked about order {Order}: {Reason}")]
        public static partial void Failed(ILogger logger, long order, string provider, string reason);
    }
}

/// <summary>An order as it is asked about.</summary>
internal sealed record AskedOrder(long Id, string State, string? Provider, string? Session, string Reference);
