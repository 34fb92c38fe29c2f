using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Money.Ledger;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Money.Refunds;

/// <summary>
/// Money that left a payment, by whomever: refunds and disputes are kept as their provider tells of them, and the ledger follows what is kept.
/// What is kept only ever grows towards the truth, so events may come twice, late, or in any order, before their payment too.
/// </summary>
public static class ReturnBook
{
    // One refund told by its id, or how much went back so far: the greater of both is what is true by now.
    private const string KeepRefundSql =
        """
        insert into money.refunds as r (provider, refund_id, workspace_id, payment_id, amount, currency, state, at)
        values (@provider, @id, @workspace, @PaymentId, @Amount, @Currency, @state, @now)
        on conflict (provider, refund_id) do update set
          amount = case when @isTotal then greatest(r.amount, excluded.amount) else r.amount end,
          state = case when excluded.state = 'failed' then 'failed' else r.state end
        where (@isTotal and excluded.amount > r.amount) or (excluded.state = 'failed' and r.state <> 'failed')
        """;

    // A dispute is settled once. A further verdict that says otherwise is for somebody to look at.
    private const string KeepDisputeSql =
        """
        insert into money.disputes as d
          (provider, dispute_id, workspace_id, payment_id, amount, currency, state, reason, respond_by, at, updated_at)
        values (@provider, @DisputeId, @workspace, @PaymentId, @Amount, @Currency, @Stage, @Reason, @respondBy, @now, @now)
        on conflict (provider, dispute_id) do update set
          state = case when d.state = 'open' then excluded.state else d.state end,
          reason = coalesce(excluded.reason, d.reason), respond_by = coalesce(excluded.respond_by, d.respond_by), updated_at = @now
        returning state
        """;

    private const string OrderSql = "select order_id from money.payments where provider = @provider and payment_id = @payment";

    private const string PaymentSql =
        """
        with told as (
          -- What failed may still be in a total that was told before.
          select greatest(
                   coalesce(max(r.amount) filter (where r.refund_id like 'total:%'), 0) - coalesce(sum(r.amount) filter (where r.state = 'failed'), 0),
                   coalesce(sum(r.amount) filter (where r.state = 'made' and r.refund_id not like 'total:%'), 0))::bigint as amount
          from money.refunds r join money.payments p using (provider, payment_id)
          where provider = @provider and payment_id = @payment and r.currency = p.currency)
        select p.workspace_id as WorkspaceId, p.order_id as OrderId, p.amount as Amount, p.currency::text as Currency, p.state as State,
               case when p.state = 'refunded' and p.refunded + p.lost = 0 then p.amount else p.refunded end as Refunded,
               p.disputed as Disputed, p.lost as Lost, p.moves as Moves, told.amount as Told,
               exists (select 1 from money.refunds r
                       where r.provider = p.provider and r.payment_id = p.payment_id and r.currency <> p.currency) as HasOtherCurrency,
               exists (select 1 from money.movements m where m.workspace_id = p.workspace_id and m.key = 'fulfilled:' || p.order_id) as IsEarned,
               p.state = 'refunded' and p.refunded + p.lost = 0 as IsOld, coalesce(p.reason = 'RefundTooLarge', false) as WasTooMuch
        from money.payments p, told where p.provider = @provider and p.payment_id = @payment for update of p
        """;

    private const string DisputesSql =
        """
        select dispute_id as Id, amount as Amount, currency::text as Currency, state as State, booked as Booked, booked_amount as BookedAmount,
               reason as Reason, respond_by as RespondBy
        from money.disputes where provider = @provider and payment_id = @payment order by at, dispute_id for update
        """;

    private const string SavePaymentSql =
        """
        update money.payments set refunded = @Refunded, disputed = @Disputed, lost = @Lost, moves = @Moves, state = @State, reason = coalesce(@reason, reason),
          refund_at = case when @State in ('held', 'credited', 'refunding') then refund_at end,
          refund_id = coalesce(@refund, refund_id)
        where provider = @provider and payment_id = @payment
        """;

    private const string SaveDisputeSql =
        "update money.disputes set booked = @State, booked_amount = @BookedAmount where provider = @provider and dispute_id = @Id";

    /// <summary>Contested money: what a bank has not settled yet.</summary>
    public static Account Disputed { get; } = new("disputed", Floored: true);

    /// <summary>Makes whoever changes what is told of a payment wait for each other. Taken before any other lock.</summary>
    public static Task LockAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string provider, string payment) =>
        connection.ExecuteAsync(
            "select pg_advisory_xact_lock(hashtextextended(@key, 0))", new { key = $"payment:{provider}:{payment}" }, transaction);

    /// <summary>Keeps what a provider tells of a refund.</summary>
    /// <returns>It says more than what was kept before.</returns>
    public static async Task<bool> KeepAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, string provider, RefundNotice refund, DateTimeOffset now) =>
        await connection.ExecuteAsync(
            KeepRefundSql,
            new
            {
                provider, id = refund.RefundId ?? "total:" + refund.PaymentId, workspace, refund.PaymentId, refund.Amount, refund.Currency,
                isTotal = refund.RefundId is null, state = refund.HasFailed ? "failed" : "made", now = now.UtcDateTime,
            },
            transaction) > 0;

    /// <summary>Keeps what a provider tells of a dispute.</summary>
    /// <returns>False where it was settled otherwise before.</returns>
    public static async Task<bool> KeepAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long workspace, string provider, DisputeNotice dispute, DateTimeOffset now) =>
        await connection.QuerySingleAsync<string>(
            KeepDisputeSql,
            new
            {
                provider, dispute.DisputeId, workspace, dispute.PaymentId, dispute.Amount, dispute.Currency, dispute.Stage, dispute.Reason,
                respondBy = dispute.RespondBy?.UtcDateTime, now = now.UtcDateTime,
            },
            transaction) is var state && (state == dispute.Stage || dispute.Stage == DisputeStages.Open);

    /// <summary>Has the ledger and the order follow what is kept of a payment; nothing where they do already, or the payment is not known.</summary>
    public static async Task<Returns> SettleAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string provider, string payment, string cause, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // The order first, as whoever pays or delivers locks it: nobody waits for the other crosswise.
        var order = await connection.QuerySingleOrDefaultAsync<long?>(OrderSql, new { provider, payment }, transaction) is { } id
            ? await OrderBook.LockAsync(connection, transaction, id, cancellationToken) : null;
        if (await connection.QuerySingleOrDefaultAsync<ReturnedPayment>(PaymentSql, new { provider, payment }, transaction) is not { } before)
        {
            return Returns.None;
        }

        var disputes = (await connection.QueryAsync<KeptDispute>(DisputesSql, new { provider, payment }, transaction)).ToList();
        var reckoning = new Reckoning(before, order, provider, payment);
        reckoning.FollowRefunds();
        foreach (var dispute in disputes) reckoning.Follow(dispute);
        foreach (var movement in reckoning.Movements)
        {
            if (await LedgerBook.MoveAsync(connection, transaction, before.WorkspaceId, movement, now, cancellationToken) == Moved.TooLittle)
            {
                throw new InvalidOperationException($"The ledger holds less of {provider}:{payment} than is to leave it.");
            }
        }

        var after = reckoning.After;
        foreach (var dispute in reckoning.Disputes) await connection.ExecuteAsync(SaveDisputeSql, new { provider, dispute.Id, dispute.State, dispute.BookedAmount }, transaction);
        if (after != before || reckoning.Reason is not null)
        {
            await connection.ExecuteAsync(
                SavePaymentSql,
                new { provider, payment, after.Refunded, after.Disputed, after.Lost, after.Moves, after.State, reason = reckoning.Reason, refund = reckoning.IsRefunded ? cause : null },
                transaction);
        }

        if (order is { State: OrderStates.Paid or OrderStates.Fulfilled or OrderStates.Refunding } && before.IsOfOrder && after.State == "refunded")
        {
            await OrderBook.MoveAsync(connection, transaction, order, OrderStates.Refunded, $"{provider}:{cause}", now, cancellationToken);
        }

        return new Returns(order, before.Currency, reckoning.News);
    }
}

/// <summary>What became known of a payment.</summary>
/// <param name="Order">What it was paid for; null: nothing of ours.</param>
/// <param name="Currency">The payment's.</param>
public sealed record Returns(Order? Order, string Currency, IReadOnlyList<ReturnNews> News)
{
    /// <summary>Nothing new.</summary>
    public static Returns None { get; } = new(null, "", []);
}

/// <summary>Something that is told to the person, to the operator, or to both.</summary>
/// <param name="Amount">Minor units.</param>
public abstract record ReturnNews(long Amount)
{
    /// <summary>Money went back.</summary>
    /// <param name="OfOrder">It is the order's payment; else one that did not fit.</param>
    /// <param name="Left">Of it, what is still here.</param>
    /// <param name="Number">Which movement of the payment it was, from 1.</param>
    public sealed record Refunded(long Amount, bool OfOrder, long Left, int Number) : ReturnNews(Amount);

    /// <summary>A refund failed: the money is here again.</summary>
    public sealed record Failed(long Amount, int Number) : ReturnNews(Amount);

    /// <summary>More went back, or is said to have, than there was.</summary>
    public sealed record TooMuch(long Amount) : ReturnNews(Amount);

    /// <summary>A bank took more than was left of a payment.</summary>
    /// <param name="Amount">Minor units of <paramref name="Currency"/> that are in no book.</param>
    /// <param name="Id">The dispute's.</param>
    public sealed record LostBeside(long Amount, string Currency, string Id) : ReturnNews(Amount);

    /// <summary>A dispute began, or was settled.</summary>
    /// <param name="Stage">A name of <see cref="DisputeStages"/>.</param>
    /// <param name="IsReturned">The money had been given back before.</param>
    /// <param name="WasOpen">It was told before that it began.</param>
    /// <param name="OrderGoesOn">Lost, but not all of what paid the order is gone by it.</param>
    public sealed record Disputed(
        long Amount, string Id, string Stage, string? Reason, DateTimeOffset? RespondBy, bool IsReturned, bool WasOpen, bool OrderGoesOn)
        : ReturnNews(Amount);
}
