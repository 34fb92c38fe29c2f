using WhatsAppBots.Transport;

namespace WhatsAppBots.Database.Tests.Engine;

/// <summary>Events with PostgreSQL as all there is.</summary>
public sealed class PostgresTransportTests : TransportContract
{
    protected override Task<IBroker?> StartBrokerAsync() => Task.FromResult<IBroker?>(null);
}

/// <summary>Events over a broker in memory that keeps to the manners of Service Bus, with the committed topology.</summary>
public sealed class BusTransportTests : BusContract
{
    protected override Task<IBroker?> StartBrokerAsync() => Task.FromResult<IBroker?>(new MemoryBroker(Topology()));

    private static string Topology()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "infra", "servicebus", "config.json") is var file && File.Exists(file)) return file;
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }
}
