using WhatsAppBots.Transport;

namespace WhatsAppBots.ServiceBus.Tests;

/// <summary>Events over the real broker.</summary>
public sealed class ServiceBusTransportTests : BusContract
{
    protected override async Task<IBroker?> StartBrokerAsync() => await ServiceBusBroker.StartAsync();
}
