using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Admin;
using WhatsAppBots.Images;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Messages;
using WhatsAppBots.Payments;
using WhatsAppBots.Simulator;
using WhatsAppBots.Testing;
using WhatsAppBots.Transport;

namespace WhatsAppBots.EndToEnd.Tests.Apart;

/// <summary>
/// The five apps apart, each with an address of its own, with the settings of local.settings.sample.json, a broker between them and the
/// simulator beside them: what runs under the Azure host, without it.
/// </summary>
public sealed class ApartSite : IAsyncLifetime
{
    private static readonly (Assembly Assembly, Action<IServiceCollection, IConfiguration> Add)[] _parts =
    [
        (typeof(MessagesApp).Assembly, (services, configuration) => services.AddMessages(configuration)),
        (typeof(ImagesApp).Assembly, (services, configuration) => services.AddImages(configuration)),
        (typeof(AdminApp).Assembly, (services, configuration) => services.AddAdmin(configuration)),
        (typeof(PaymentsApp).Assembly, (services, configuration) => services.AddPayments(configuration)),
        (typeof(MaintenanceApp).Assembly, (services, configuration) => services.AddMaintenance(configuration)),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-apart-");
    private readonly List<IAsyncDisposable> _running = [];

    /// <summary>Addresses: Messages, Images, Admin, Payments, Maintenance.</summary>
    public IReadOnlyList<string> Urls { get; } = [.. FreePorts(5)];

    public string SimulatorUrl { get; private set; } = "";

    public string Key { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var database = await TestDatabase.CreateAsync();
        _running.Add(database);
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(Root("local.settings.sample.json")))!["Values"]!.AsObject();
        Key = await ApiKeys.MakeAsync(database.ConnectionString);
        var simulator = SimulatorApp.Create(SimulatorSettings.Read(name => name switch
        {
            "SIMULATOR_URL" => "http://127.0.0.1:0",
            "WEBHOOK_URL" => Urls[0] + "/webhook/whatsapp",
            "PAYMENTS_URL" => Urls[3],
            _ => null,
        }));
        _running.Add(simulator);
        await simulator.StartAsync();
        SimulatorUrl = simulator.Urls.First();

        var broker = new MemoryBroker(Root("infra/servicebus/config.json"));
        foreach (var (part, url) in _parts.Zip(Urls))
        {
            var settings = sample.ToDictionary(
                setting => setting.Key, string? (setting) => setting.Value!.ToString().Replace("http://127.0.0.1:7080", SimulatorUrl, StringComparison.Ordinal));
            settings["DATABASE_URL"] = database.ConnectionString;
            settings["KEY_CALLS_A_MINUTE"] = "100000";
            settings["PUBLIC_URL"] = url;
            settings["MEDIA_STORE"] = _folder.FullName;
            settings["PORTRAITS_MIN_PHOTOS"] = "4";
            _running.Add(await ApartApp.StartAsync(part.Assembly, part.Add, settings, broker));
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var each in Enumerable.Reverse(_running)) await each.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Root(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WhatsAppBots.sln"))) return Path.Combine(folder.FullName, file);
        }

        throw new InvalidOperationException("The tests run outside the project's folder.");
    }

    private static IEnumerable<string> FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var urls = listeners.Select(listener => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}").ToList();
        listeners.ForEach(listener => listener.Stop());
        return urls;
    }
}
