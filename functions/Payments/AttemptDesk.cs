using System.Text.Json.Nodes;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Money;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Orders;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments;

/// <summary>Takes in tries to pay that take days, or did not go through, and tells their conversation.</summary>
public sealed class AttemptDesk(Database database, EventPublisher events, TimeProvider time)
{
    // Of a page that failed nothing more is told, though its beginning may arrive later than its end.
    private const string PendingSql =
        """
        update money.orders set pending_at = @now, updated_at = @now, ask_at = least(ask_at, @now + interval '12 hours')
        where id = @Id and pending_at is null and (@Page::text is null or session = @Page)
        """;

    private const string FailedSql =
        """
        update money.orders set pending_at = null, updated_at = @now,
          checkout_url = case when @EndsPage and session = @Page then null else checkout_url end,
          session = case when @EndsPage and session = @Page then null else session end
        where id = @Id
        """;

    private const string ReportSql =
        """
        insert into platform.reports (workspace_id, kind, at, ok, body)
        select @WorkspaceId, 'payment-failed', @now, true, @body::jsonb
        where not exists (select 1 from platform.reports where kind = 'payment-failed' and body @> @same::jsonb)
        """;

    /// <summary>Takes a try in; all of it is committed when this returns.</summary>
    public async Task TakeAsync(string provider, WebhookReading.Attempted told, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var (attempt, now) = (told.Attempt, time.GetUtcNow());
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        if (attempt.Reference?.StartsWith(Order.ReferencePrefix, StringComparison.Ordinal) != true)
        {
            await PaymentIntake.KeepAsync(
                connection, Workspaces.Default, provider, told.EventId, nameof(PaymentOutcome.NotOurs), body, now, cancellationToken);
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var order = await OrderBook.LockAsync(connection, transaction, attempt.Reference, cancellationToken);
        var isNew = await PaymentIntake.KeepAsync(
            connection, transaction, Workspaces.Default, provider, told.EventId, attempt.IsPending ? "pending" : "failed", order?.Id, body, now);
        CloudEvent? e = null;
        if (isNew && order is { State: OrderStates.Open })
        {
            var changed = await connection.ExecuteAsync(
                attempt.IsPending ? PendingSql : FailedSql, new { order.Id, attempt.Page, attempt.EndsPage, now = now.UtcDateTime }, transaction);
            e = changed == 0 ? null : attempt.IsPending
                ? CloudEvent.Of(
                    $"pending:{provider}:{told.EventId}", Apps.Payments, EventTypes.PaymentPending, order.WorkspaceId, order.ConversationId, order.Bot, now,
                    new(order.ConversationId, order.Id, order.Number), ContractsJson.Default.PaymentPending)
                : CloudEvent.Of(
                    $"failed:{provider}:{told.EventId}", Apps.Payments, EventTypes.PaymentFailed, order.WorkspaceId, order.ConversationId, order.Bot, now,
                    new(order.ConversationId, order.Id, order.Number), ContractsJson.Default.PaymentFailed);
            if (!attempt.IsPending)
            {
                // One report for each page, however often a card is refused there.
                var about = new JsonObject { ["provider"] = provider, ["order"] = order.Id, ["page"] = attempt.Page };
                var same = about.ToJsonString();
                about["amount"] = Currencies.Text(order.Amount, order.Currency);
                await connection.ExecuteAsync(
                    ReportSql, new { order.WorkspaceId, same, now = now.UtcDateTime, body = about.ToJsonString() }, transaction);
            }
        }

        if (e is not null) await events.WriteAsync(connection, transaction, e, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (e is not null) events.Ring(e);
    }
}
