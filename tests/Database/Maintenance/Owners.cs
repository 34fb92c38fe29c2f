using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Maintenance;

namespace WhatsAppBots.Database.Tests.Maintenance;

/// <summary>Owners of tables as Maintenance finds them.</summary>
internal static class Owners
{
    private static readonly ServiceProvider _services = new ServiceCollection().AddOwners().BuildServiceProvider();

    public static IReadOnlyList<IPersonData> People { get; } = [.. _services.GetServices<IPersonData>()];

    public static IReadOnlyList<IRetention> Retention { get; } = [.. _services.GetServices<IRetention>()];
}
