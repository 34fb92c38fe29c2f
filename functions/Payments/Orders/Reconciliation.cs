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

    // All that are claimed together are asked about in less.
    private static readonly TimeSpan _claim = TimeSpan.FromMinutes(10);

    private static readonly string _claimSql =
        $"""
        update money.orders o set {Claims.Hold("ask_at", _claim)}
        from (select id from money.orders where {Claims.IsFree("ask_at")} order by ask_at limit @AtOnce for update skip locked) d
        where o.id = d.id
        returning o.id as Id, o.state as State, o.provider as Provider, o.session as Session, o.reference as Reference
        """;

    // Young orders are asked about often, those that were paid seldom; after five days, two longer than an order is offered, no more. Money that takes
    // days to come may take two weeks. Whoever wants it asked about earlier has said so meanwhile.
    private const string NextSql =
        """
        update money.orders o set ask_at = case
            when o.pending_at is not null and @now - o.created_at < interval '21 days' then @now + interval '12 hours'
            when @now - o.created_at < interval '5 days' and o.state not in ('open', 'cancelled') then @now + interval '12 hours'
            when @now - o.created_at < interval '1 hour' then @now + interval '15 minutes'
            when @now - o.created_at < interval '1 day' then @now + interval '2 hours'
            when @now - o.created_at < interval '5 days' then @now + interval '12 hours' end
        where o.id = @Id and o.ask_at = o.claimed_until
        """;

    /// <inheritdoc/>
    public string Type => EventTypes.PaymentsDue;

    /// <summary>Asks about what is due now.</summary>
    public async Task WorkDueAsync(CancellationToken cancellationToken)
    {
        var due = (await database.UseAsync(
            connection => connection.QueryAsync<AskedOrder>(new CommandDefinition(
                _claimSql, new { now = time.GetUtcNow().UtcDateTime, AtOnce }, cancellationToken: cancellationToken)),
            cancellationToken)).ToList();
        foreach (var order in due)
        {
            try
            {
                if (order.Session is not null) await look.LookAsync(order, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that nobody thought of holds up none of the others that were claimed with it.
                Log.Broke(logger, e, order.Id, order.Provider!);
            }

            await database.UseAsync(
                connection => connection.ExecuteAsync(new CommandDefinition(
                    NextSql, new { order.Id, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken)),
                cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Asking {Provider} about order {Order} failed")]
        public static partial void Broke(ILogger logger, Exception e, long order, string provider);
    }
}
