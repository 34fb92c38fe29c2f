using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Payments.Orders;

/// <summary>
/// What providers told of an erased person's payments goes, and so do the causes of what became of their orders: releases before this one kept
/// names in the former and ids of messages in the latter. The ledger stays.
/// </summary>
internal sealed class WebhooksForgotten : IEventHandler
{
    private const string EraseSql =
        """
        update money.webhooks set body = '' where order_id in (select id from money.orders where conversation_id = any(@conversations));
        update money.order_history set cause = 'erased'
        where cause like '%message:%' and order_id in (select id from money.orders where conversation_id = any(@conversations));
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Payments;

    /// <inheritdoc/>
    public string Type => EventTypes.PersonErased;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var conversations = e.Data.Deserialize(ContractsJson.Default.PersonErased)!.Conversations.ToArray();
        return Task.FromResult(new EventOutcome((connection, transaction, _) => connection.ExecuteAsync(EraseSql, new { conversations }, transaction)));
    }
}
