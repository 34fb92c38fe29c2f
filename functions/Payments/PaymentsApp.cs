using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Payments;

/// <summary>Money.</summary>
public static class PaymentsApp
{
    /// <summary>Registers what the app's functions need.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddEvents();
        foreach (var provider in PaymentSettings.Read(configuration)) services.AddSingleton(provider);
        return services.AddHealth(Apps.Payments, HealthChecks.Database);
    }
}
