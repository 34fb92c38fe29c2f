using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Payments.Orders;

namespace WhatsAppBots.Payments;

/// <summary>What this app does by the clock.</summary>
public sealed class PaymentTimers(IServiceProvider services)
{
    /// <summary>Gives money back.</summary>
    [Function("GiveBack")]
    public Task GiveBack([TimerTrigger("*/3 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        services.GetRequiredService<RefundWorker>().WorkDueAsync(cancellationToken);

    /// <summary>Asks providers about orders whose payment may have gone unheard.</summary>
    [Function("Reconcile")]
    public Task Reconcile([TimerTrigger("*/20 * * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) =>
        services.GetRequiredService<Reconciliation>().AskAsync(cancellationToken);
}
