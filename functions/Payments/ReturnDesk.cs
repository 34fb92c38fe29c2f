using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Money;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;
using WhatsAppBots.Money.Refunds;

namespace WhatsAppBots.Payments;

/// <summary>
/// Takes in what happened to a payment elsewhere: refunds and disputes, made by whomever. In one transaction the books follow, the person's
/// conversation is told, and the operator finds it among the reports.
/// </summary>
public sealed partial class ReturnDesk(Database database, EventPublisher events, TimeProvider time, ILogger<ReturnDesk> logger)
{
    private const string OursSql =
        "select refund_tries > 0 or state = 'refunding' from money.payments where provider = @provider and payment_id = @payment";

    private const string OrderOfSql = "select order_id from money.payments where provider = @provider and payment_id = @payment";

    private const string ReportSql =
        "insert into platform.reports (workspace_id, kind, at, ok, body) values (@workspace, @kind, @now, @ok, @body::jsonb)";

    private const string ReportOnceSql =
        """
        insert into platform.reports (workspace_id, kind, at, ok, body)
        select @workspace, @kind, @now, @ok, @body::jsonb where not exists (select 1 from platform.reports where kind = @kind and body = @body::jsonb)
        """;

    // A dispute has one report, which says how it stands.
    private const string DisputeSql =
        """
        with known as (
          update platform.reports set ok = @ok, body = body || @body::jsonb
          where kind = @kind and body ->> 'dispute' = @dispute and body ->> 'provider' = @provider returning 1)
        insert into platform.reports (workspace_id, kind, at, ok, body)
        select @workspace, @kind, @now, @ok, @body::jsonb where not exists (select 1 from known)
        """;

    /// <summary>A refund that a webhook or a list told of.</summary>
    public Task TakeAsync(string provider, WebhookReading.Refunded told, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        TakeAsync(provider, told.EventId, told.Refund.PaymentId, body, async (connection, transaction, now) =>
        {
            var isOurs = await connection.QuerySingleOrDefaultAsync<bool?>(OursSql, new { provider, payment = told.Refund.PaymentId }, transaction);
            var isNew = await ReturnBook.KeepAsync(connection, transaction, Workspaces.Default, provider, told.Refund, now);
            var returns = await ReturnBook.SettleAsync(
                connection, transaction, provider, told.Refund.PaymentId, told.Refund.RefundId ?? told.Refund.PaymentId, now, cancellationToken);
            if (isNew && told.Refund.HasFailed && isOurs is not null && returns.News.Count == 0)
            {
                var about = Body(provider, told.Refund.PaymentId, returns, told.Refund.Amount, told.Refund.Currency);
                await ReportAsync(connection, transaction, "refund-failed", now, isFine: false, about);
            }

            return await TellAsync(connection, transaction, provider, told.Refund.PaymentId, returns, isOurs == true, now, cancellationToken);
        }, cancellationToken);

    /// <summary>A dispute that a webhook or a list told of.</summary>
    public Task TakeAsync(string provider, WebhookReading.Disputed told, ReadOnlyMemory<byte> body, CancellationToken cancellationToken) =>
        TakeAsync(provider, told.EventId, told.Dispute.PaymentId, body, async (connection, transaction, now) =>
        {
            var dispute = told.Dispute;
            var isSame = await ReturnBook.KeepAsync(connection, transaction, Workspaces.Default, provider, dispute, now);
            var returns = await ReturnBook.SettleAsync(connection, transaction, provider, dispute.PaymentId, dispute.DisputeId, now, cancellationToken);
            if (!isSame)
            {
                var about = Body(provider, dispute.PaymentId, returns, dispute.Amount, dispute.Currency);
                (about["dispute"], about["stage"]) = (dispute.DisputeId, dispute.Stage);
                await ReportAsync(connection, transaction, "dispute-changed", now, isFine: false, about, ReportOnceSql);
            }

            return await TellAsync(connection, transaction, provider, dispute.PaymentId, returns, isOurs: false, now, cancellationToken);
        }, cancellationToken);

    /// <summary>Writes what became known of a payment: events for its conversation, reports for the operator.</summary>
    /// <returns>The events, to be rung once they are committed.</returns>
    public async Task<IReadOnlyList<CloudEvent>> TellAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string provider, string payment, Returns returns, bool isOurs, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var told = new List<CloudEvent>();
        foreach (var news in returns.News)
        {
            await ReportAsync(connection, transaction, provider, payment, returns, news, isOurs, now);
            if (returns.Order is not { Number: > 0 } order || EventOf(provider, payment, returns, order, news, now) is not { } e) continue;
            await events.WriteAsync(connection, transaction, e, cancellationToken);
            told.Add(e);
        }

        return told;
    }

    private async Task TakeAsync(
        string provider, string eventId, string payment, ReadOnlyMemory<byte> body,
        Func<NpgsqlConnection, NpgsqlTransaction, DateTimeOffset, Task<IReadOnlyList<CloudEvent>>> take, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ReturnBook.LockAsync(connection, transaction, provider, payment);
        var order = await connection.QuerySingleOrDefaultAsync<long?>(OrderOfSql, new { provider, payment }, transaction);
        if (!await PaymentIntake.KeepAsync(connection, transaction, Workspaces.Default, provider, eventId, "returned", order, body, now)) return;
        var told = await take(connection, transaction, now);
        await transaction.CommitAsync(cancellationToken);
        foreach (var e in told) events.Ring(e);
        Log.Taken(logger, provider, payment, told.Count);
    }

    private static CloudEvent? EventOf(string provider, string payment, Returns returns, Order order, ReturnNews news, DateTimeOffset now)
    {
        var of = $"{provider}:{payment}";
        return news switch
        {
            ReturnNews.Refunded refunded => Event(
                refunded.Number <= 1 ? $"refund:{of}" : Id($"refund:{of}:", refunded.Number), EventTypes.PaymentRefunded,
                new(order.ConversationId, order.Id, order.Number, refunded.Amount, returns.Currency, refunded.OfOrder && refunded.Left == 0,
                    refunded.OfOrder ? refunded.Left : null),
                ContractsJson.Default.PaymentRefunded),
            ReturnNews.Failed failed => Event(
                Id($"refund-failed:{of}:", failed.Number), EventTypes.RefundFailed,
                new(order.ConversationId, order.Id, order.Number, failed.Amount, returns.Currency), ContractsJson.Default.RefundFailed),
            ReturnNews.Disputed disputed when disputed.Stage != DisputeStages.Won || disputed.WasOpen => Event(
                $"dispute:{provider}:{disputed.Id}:{disputed.Stage}", EventTypes.PaymentDisputed,
                new(order.ConversationId, order.Id, order.Number, disputed.Amount, returns.Currency, disputed.Stage,
                    disputed.IsReturned, disputed.OrderGoesOn),
                ContractsJson.Default.PaymentDisputed),
            _ => null,
        };

        CloudEvent Event<T>(string id, string type, T data, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info) =>
            CloudEvent.Of(id, Apps.Payments, type, order.WorkspaceId, order.ConversationId, order.Bot, now, data, info);
    }

    private static Task ReportAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string provider, string payment, Returns returns, ReturnNews news, bool isOurs,
        DateTimeOffset now)
    {
        var body = Body(provider, payment, returns, news.Amount, returns.Currency);
        switch (news)
        {
            // What we gave back ourselves is among the movements; nobody needs to be told.
            case ReturnNews.Refunded refunded when !isOurs:
                body["left"] = Currencies.Text(refunded.Left, returns.Currency);
                return ReportAsync(connection, transaction, "refund-at-provider", now, isFine: true, body);
            case ReturnNews.Failed:
                return ReportAsync(connection, transaction, "refund-failed", now, isFine: false, body);
            case ReturnNews.TooMuch:
                return ReportAsync(connection, transaction, "refund-too-large", now, isFine: false, body);
            case ReturnNews.LostBeside beside:
                (body["amount"], body["dispute"]) = (Currencies.Text(beside.Amount, beside.Currency), beside.Id);
                return ReportAsync(connection, transaction, "dispute-too-large", now, isFine: false, body);
            case ReturnNews.Disputed disputed:
                body["dispute"] = disputed.Id;
                body["stage"] = disputed.Stage;
                if (disputed.Reason is not null) body["reason"] = disputed.Reason;
                if (disputed.RespondBy is { } by) body["respondBy"] = by;
                return connection.ExecuteAsync(
                    DisputeSql,
                    new
                    {
                        workspace = returns.Order?.WorkspaceId ?? Workspaces.Default, kind = "payment-disputed", now = now.UtcDateTime,
                        ok = disputed.Stage != DisputeStages.Open, body = body.ToJsonString(), dispute = disputed.Id, provider,
                    },
                    transaction);
            default:
                return Task.CompletedTask;
        }
    }

    private static Task ReportAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, string kind, DateTimeOffset now, bool isFine, JsonObject body, string sql = ReportSql) =>
        connection.ExecuteAsync(
            sql, new { workspace = Workspaces.Default, kind, now = now.UtcDateTime, ok = isFine, body = body.ToJsonString() }, transaction);

    private static JsonObject Body(string provider, string payment, Returns returns, long amount, string currency) => new()
    {
        ["provider"] = provider, ["payment"] = payment, ["order"] = returns.Order?.Id, ["amount"] = Currencies.Text(amount, currency),
    };

    private static string Id(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Payment {Payment} of {Provider}: refund or dispute recorded; {Told} events")]
        public static partial void Taken(ILogger logger, string provider, string payment, int told);
    }
}
