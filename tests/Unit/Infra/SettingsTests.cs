using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using WhatsAppBots.Admin;
using WhatsAppBots.Conversations;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Images;
using WhatsAppBots.Maintenance;
using WhatsAppBots.Messages;
using WhatsAppBots.Messaging;
using WhatsAppBots.Payments;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>
/// The sample's settings through the options of every app: they are all taken, all of them are read by somebody, and what is read is
/// in the sample and in README.
/// </summary>
public sealed class SettingsTests : IDisposable
{
    // The host that Azure brings reads these.
    private static readonly string[] _ofTheFunctionsHost = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    // Only Standalone listens and stands in by itself. Its own server's folder, too, and where a platform wants it.
    private static readonly string[] _ofStandalone = ["DATA_FOLDER", "ASPNETCORE_URLS", "URLS", "PORT", "SIMULATOR_URL"];

    // For tests: where a provider's stand-in is. And what nothing does anything with yet.
    private static readonly string[] _nobodysBusiness = ["STRIPE_API_URL", "RAZORPAY_API_URL", "WHATSAPP_BUSINESS_ID"];

    private static readonly Dictionary<string, Action<IServiceCollection, IConfiguration>> _apps = new()
    {
        ["Messages"] = (services, configuration) => services.AddMessages(configuration),
        ["Images"] = (services, configuration) => services.AddImages(configuration),
        ["Payments"] = (services, configuration) => services.AddPayments(configuration),
        ["Maintenance"] = (services, configuration) => services.AddMaintenance(configuration),
        ["Admin"] = (services, configuration) => services.AddAdmin(configuration),
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("whatsappbots-settings-");

    public static TheoryData<string> Apps { get; } = [.. AppPorts.Of.Keys];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Apps))]
    public async Task Sample_IsTakenByTheApp(string app) => Assert.NotEmpty(await ReadAsync(app));

    [Fact]
    public async Task Sample_HoldsWhatIsRead_AndNothingElse()
    {
        var read = await AllReadAsync();
        Assert.Equal([], Repository.Sample.Keys.Except(_ofTheFunctionsHost).Except(read));
        Assert.Equal([], read.Except(Repository.Sample.Keys).Except(_ofStandalone).Except(_nobodysBusiness).Where(name => !name.StartsWith("OTEL_", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Readme_NamesWhatIsRead()
    {
        var read = await AllReadAsync();
        Assert.Equal([], read.Except(Repository.Readme).Except(_nobodysBusiness).Except(["URLS"]));
        Assert.Equal([], Repository.Sample.Keys.Except(Repository.Readme).Except(_ofTheFunctionsHost));
    }

    private async Task<HashSet<string>> AllReadAsync()
    {
        var read = new HashSet<string>();
        foreach (var app in AppPorts.Of.Keys) read.UnionWith(await ReadAsync(app));
        var configuration = Configuration(read, Repository.Sample);
        Assert.Empty(Settings.Faults(configuration));
        Settings.FunctionKey(configuration);
        Settings.DataFolder(configuration);
        using var logs = LoggerFactory.Create(logging => HostLogging.Add(logging, configuration));
        read.UnionWith(Repository.Catalog.Of<ServiceBusTriggerAttribute>().Select(function => function.Trigger.Connection!));
        read.Add("DATABASE_URL");
        return [.. read.Where(name => name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_'))];
    }

    // Everything of ours is made, as each of it may be what reads a setting.
    private async Task<HashSet<string>> ReadAsync(string app)
    {
        var read = new HashSet<string>();
        var configuration = Configuration(read, Repository.Sample);
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(new Database(configuration["DATABASE_URL"]!));
        services.AddTelemetry(configuration);
        // The bell is the host's.
        services.AddSingleton(Mock.Of<IBell>());
        _apps[app](services, configuration);
        await using var provider = services.BuildServiceProvider();
        provider.GetService<IStartupValidator>()?.Validate();
        foreach (var type in services.Select(service => service.ServiceType).Append(typeof(IHostedService)).Distinct())
        {
            if (type.ContainsGenericParameters || (type != typeof(IHostedService) && !type.FullName!.StartsWith("WhatsAppBots.", StringComparison.Ordinal))) continue;
            Assert.All(provider.GetServices(type), Assert.NotNull);
        }

        return read;
    }

    // A provider's other settings are read where its webhooks have a secret.
    private IConfiguration Configuration(HashSet<string> read, IReadOnlyDictionary<string, string> values) => new ConfigurationBuilder()
        .Add(new Recording(read, values.ToDictionary(value => value.Key, value =>
            value.Key == "MEDIA_STORE" ? _folder.FullName
            : value is { Value: "" } && value.Key.EndsWith("_WEBHOOK_SECRET", StringComparison.Ordinal) ? "secret" : value.Value))).Build();

    private sealed class Recording(HashSet<string> read, IReadOnlyDictionary<string, string> values) : ConfigurationProvider, IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public override bool TryGet(string key, out string? value)
        {
            lock (read) read.Add(key);
            return values.TryGetValue(key, out value);
        }
    }
}
