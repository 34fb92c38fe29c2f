using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Money;

/// <summary>Registers what the owner of orders and payments tells other apps.</summary>
public static class MoneyServices
{
    /// <summary>What is kept of people's orders and for how long: for the app that exports, erases and cleans up.</summary>
    public static IServiceCollection AddMoneyData(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPersonData, MoneyData>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRetention, MoneyData>());
        return services;
    }
}
