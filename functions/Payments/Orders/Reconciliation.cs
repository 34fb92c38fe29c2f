using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Payments.Orders;

/// <summary>
/// Asks providers what was paid for orders, whatever we were told: a lost webhook is neither a lost order nor a second payment
/// that nobody gives back.
/// </summary>
internal sealed partial class Reconciliation(PaymentLook look, Database database, TimeProvider time, ILogger<Reconciliation> logger) : IDueWork
{
    private const int AtOnce = 20;

    // Young orders are asked about often, those that were paid seldom; after five days, two longer than an order is offered, no more. Money that takes
    // days to come may take two weeks.
    private const string ClaimSql =
        """
        update money.orders o set ask_at = case
            when o.pending_at is not null and @now - o.created_at < interval '21 days' then @now + interval '12 hours'
            when @now - o.created_at < interval '5 days' and o.state not in ('open', 'cancelled') then @now + interval '12 hours'
            when @now - o.created_at < interval '1 hour' then @now + interval '15 minutes'
            when @now - o.created_at < interval '1 day' then @now + interval '2 hours'
            when @now - o.created_at < interval '5 days' then @now + interval '12 hours' end
        from (select id from money.orders where ask_at <= @now order by ask_at limit @AtOnce for update skip locked) d
        where o.id = d.id
        returning o.id as Id, o.state as State, o.provider as Provider, o.session as Session, o.reference as Reference
        """;

    /// <inheritdoc/>
    public string Type => EventTypes.PaymentsDue;

    /// <summary>Asks about what is due now.</summary>
    public async Task WorkDueAsync(CancellationToken cancellationToken)
    {
        List<AskedOrder> due;
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            due = (await connection.QueryAsync<AskedOrder>(new CommandDefinition(
                ClaimSql, new { now = time.GetUtcNow().UtcDateTime, AtOnce }, cancellationToken: cancellationToken))).ToList();
        }

        foreach (var order in due)
        {
            if (order.Session is null) continue;
            try
            {
                await look.LookAsync(order, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that nobody thought of holds up none of the others that were claimed with it.
                Log.Broke(logger, e, order.Id, order.Provider!);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Asking {Provider} about order {Order} failed")]
        public static partial void Broke(ILogger logger, Exception e, long order, string provider);
    }
}
