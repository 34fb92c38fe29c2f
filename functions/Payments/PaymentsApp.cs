using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Hosting;
using WhatsAppBots.Messaging;
using WhatsAppBots.Payments.Orders;

namespace WhatsAppBots.Payments;

/// <summary>Money.</summary>
public static class PaymentsApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEvents();
        foreach (var provider in PaymentSettings.Read(configuration)) services.AddSingleton(provider);
        services.TryAddSingleton(_ => PublicUrl.Read(configuration));
        services.AddSingleton(provider => new ProviderChoice(provider.GetServices<Money.Providers.IPaymentProvider>(), configuration));
        services.AddSingleton(new Pages.WhatsAppPhones(configuration));
        services.AddSingleton<PaymentDesk>();
        services.AddSingleton<ReturnDesk>();
        services.AddSingleton<AttemptDesk>();
        services.AddSingleton<PaymentLook>();
        services.AddSingleton<RefundWorker>();
        services.AddSingleton<Reconciliation>();
        services.AddSingleton<ReturnsLook>();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IDueWork, RefundWorker>(provider => provider.GetRequiredService<RefundWorker>()),
            ServiceDescriptor.Singleton<IDueWork, Reconciliation>(provider => provider.GetRequiredService<Reconciliation>()),
            ServiceDescriptor.Singleton<IDueWork, ReturnsLook>(provider => provider.GetRequiredService<ReturnsLook>()),
        ]);
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IEventHandler, OrderDesk>(),
            ServiceDescriptor.Singleton<IEventHandler, PaymentLook>(provider => provider.GetRequiredService<PaymentLook>()),
            ServiceDescriptor.Singleton<IEventHandler, OrderCancellation>(),
            ServiceDescriptor.Singleton<IEventHandler, OrderFulfilment>(),
            ServiceDescriptor.Singleton<IEventHandler, WebhooksForgotten>(),
            ServiceDescriptor.Singleton<IEventHandler, OrdersForgotten>(),
        ]);
        foreach (var type in new[] { EventTypes.RefundRequested, EventTypes.TrainingFailed })
        {
            services.AddSingleton<IEventHandler>(provider => new RefundDesk(type, provider.GetRequiredService<TimeProvider>()));
        }

        return services.AddHealth(Apps.Payments, HealthChecks.Database);
    }
}
