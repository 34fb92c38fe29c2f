using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using WhatsAppBots.Conversations;
using WhatsAppBots.Data;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;
using WhatsAppBots.Unit.Tests.Infra.Bicep;

namespace WhatsAppBots.Unit.Tests.Infra.Azure;

/// <summary>The settings that infra/azure gives each app against those its code reads. Each app is put together, and what it asks for is noted.</summary>
public sealed partial class AppSettingsTests
{
    // Given to every app by the templates.
    private static readonly string[] _given = ["ENVIRONMENT", "LOG_LEVEL", "PUBLIC_URL", "FILES_URL", "DATABASE_URL", "OTEL_SERVICE_NAME", "APPLICATIONINSIGHTS_CONNECTION_STRING"];

    // Of telemetry and the Functions host, which no code of ours reads.
    private static readonly string[] _ofThePlatform = ["OTEL_TRACES_SAMPLER", "OTEL_TRACES_SAMPLER_ARG", "AzureFunctionsJobHost__logging__logLevel__Function"];

    // Read by code that Azure has no use for: an address to listen at, another exporter than Azure's, a folder of the machine's own.
    private static readonly string[] _notHere = ["ASPNETCORE_URLS", "OTEL_EXPORTER_OTLP_ENDPOINT", "BACKUP_FOLDER"];

    public static TheoryData<string> Apps => [.. DeploymentTests.Apps().Select(app => app.Key)];

    [Theory]
    [MemberData(nameof(Apps))]
    public void App_GetsTheSettingsItsCodeReads_AndNoOthers(string app)
    {
        var entry = DeploymentTests.Apps()[app]!;
        var given = Names(entry["settings"]!).Concat(Names(entry["secrets"]!)).Concat(_given).ToHashSet();
        if ((bool)entry["media"]!) given.Add("MEDIA_STORE");
        var read = Reads(app);

        Assert.Empty(read.Except(given).Except(_notHere));
        Assert.Empty(given.Except(_given).Except(read));
    }

    [Fact]
    public void Parameters_GiveEachSettingOfEachApp()
    {
        var apps = DeploymentTests.Apps();
        var settings = apps.SelectMany(app => Names(app.Value!["settings"]!)).Append("LOG_LEVEL").Distinct().Order().ToList();
        var secrets = apps.SelectMany(app => Names(app.Value!["secrets"]!)).Append("FUNCTION_KEY").Distinct().Order().ToList();
        var environment = MadeParameters.Sample();
        foreach (var name in settings.Concat(secrets)) environment[name] = $"given {name}";
        var parameters = MadeParameters.Of(environment)[0];
        Assert.Equal(settings.Select(name => (name, $"given {name}")), Pairs("settings"));
        Assert.Equal(secrets.Select(name => (name, $"given {name}")), Pairs("secrets"));

        IEnumerable<(string, string)> Pairs(string parameter) => parameters[parameter]!["value"]!.AsObject().Select(pair => (pair.Key, pair.Value!.ToString())).Order();
    }

    [Fact]
    public void EachSettingOfTheSample_IsGivenOnAzure_OrHasNoPlaceThere()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(TopologyTests.Root, "local.settings.sample.json")))!["Values"]!.AsObject().Select(value => value.Key);
        var given = DeploymentTests.Apps().SelectMany(app => Names(app.Value!["settings"]!).Concat(Names(app.Value["secrets"]!)))
            .Concat(_given).Concat(["MEDIA_STORE", "FUNCTION_KEY"]).Concat(Fixed().Select(name => name.Split("__")[0]));

        // Flex Consumption takes the runtime from elsewhere.
        Assert.Empty(sample.Except(given).Except(["FUNCTIONS_WORKER_RUNTIME", "BACKUP_FOLDER"]));
    }

    [Fact]
    public void EveryApp_ComesByItsIdentity()
    {
        Assert.Equal(
            [
                "AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS", "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__clientId",
                "AzureWebJobsStorage__credential",
                "SERVICEBUS_CONNECTION_STRING__clientId", "SERVICEBUS_CONNECTION_STRING__credential", "SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace",
            ],
            Fixed().Except(_given).Except(_ofThePlatform).Except(["MEDIA_STORE"]).Order(StringComparer.Ordinal));
        var given = Given();
        Assert.Equal(_given.Concat(_ofThePlatform).Append("MEDIA_STORE").Append("SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace").Order(), given.Keys.Order());
        Assert.Equal("'production'", given["ENVIRONMENT"]);
        Assert.Equal("'ManagedIdentityCredential'", Own()["AZURE_TOKEN_CREDENTIALS"]);
        Assert.Contains(
            "format('@Microsoft.KeyVault(VaultName={0};SecretName={1})', parameters('vaultName'), replace(lambdaVariables('secret'), '_', '-'))",
            Arm.Templates["app"].At("variables/secretSettings")!.ToString(), StringComparison.Ordinal);
        Assert.Contains("union(parameters('settings'), variables('secretSettings'), createObject(", SiteSettings(), StringComparison.Ordinal);
    }

    [Fact]
    public void DatabaseUrl_HasAUserAndNoPassword_AndChecksTheServer()
    {
        var url = Url().Match(Given()["DATABASE_URL"]).Groups[1].Value;
        var parsed = DatabaseUrl.Parse(Hole().Replace(url, "part$1"));
        Assert.Null(parsed.Password);
        Assert.StartsWith("part", parsed.Username, StringComparison.Ordinal);
        Assert.Equal(Npgsql.SslMode.VerifyFull, parsed.SslMode);
    }

    /// <summary>What main.bicep gives each app whatever its parameters say, with the expressions of the values.</summary>
    internal static IReadOnlyDictionary<string, string> Given() =>
        Arm.Objects(Arm.Made(Arm.Main, "Microsoft.Resources/deployments").Single(module => module["copy"] is not null).At("properties/parameters/settings/value")!.ToString())
            .SelectMany(one => one).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static IReadOnlyDictionary<string, string> Own() => Arm.Objects(SiteSettings()).First();

    private static string SiteSettings() => Arm.One("Microsoft.Web/sites").At("properties/siteConfig/appSettings")!.ToString();

    // What templates set whatever the parameters say.
    private static IEnumerable<string> Fixed() => Own().Keys.Concat(Given().Keys);

    private static HashSet<string> Reads(string app)
    {
        var noted = new NotingSource();
        var configuration = new ConfigurationBuilder().Add(noted).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddSingleton(new WhatsAppBots.Data.Database("Host=nowhere;Username=nobody"));
        services.AddSingleton(Mock.Of<IBusTopic>());
        services.AddEventBus();
        _ = app switch
        {
            "messages" => Messages.MessagesApp.AddMessages(services, configuration),
            "images" => Images.ImagesApp.AddImages(services, configuration),
            "payments" => Payments.PaymentsApp.AddPayments(services, configuration),
            "maintenance" => Maintenance.MaintenanceApp.AddMaintenance(services, configuration),
            "admin" => Admin.AdminApp.AddAdmin(services, configuration),
            _ => throw new ArgumentOutOfRangeException(nameof(app), app, "There is no such app."),
        };
        using var provider = services.BuildServiceProvider();
        foreach (var type in services.Select(service => service.ServiceType).Where(type => !type.ContainsGenericParameters).Distinct().ToList()) _ = provider.GetServices(type).ToList();
        foreach (var validator in provider.GetServices<Microsoft.Extensions.Options.IStartupValidator>()) validator.Validate();
        return noted.Asked;
    }

    private static IEnumerable<string> Names(JsonNode array) => array.AsArray().Select(name => name!.ToString());

    [GeneratedRegex(@"^format\('(postgresql://[^']+)'")]
    private static partial Regex Url();

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Hole();

    /// <summary>A configuration as a production's, that notes what is asked of it.</summary>
    private sealed class NotingSource : ConfigurationProvider, IConfigurationSource
    {
        // Enough of each kind that every branch that reads more is taken.
        private static readonly Dictionary<string, string> _values = new()
        {
            ["ENVIRONMENT"] = "production", ["PUBLIC_URL"] = "https://bots.example.com", ["SECRET_KEY"] = "b1946ac92492d2347c6235b4d2611184e7c1f0c8a3d95b72604f8ed91a3c5b07", ["MEDIA_STORE"] = Path.GetTempPath(),
            ["WHATSAPP_API_URL"] = "https://graph.example.com/v23.0", ["WHATSAPP_API_KEY"] = "key", ["WHATSAPP_APP_SECRET"] = "secret",
            ["WHATSAPP_VERIFY_TOKEN"] = "token", ["WHATSAPP_NUMBERS"] = "1=hub", ["TWILIO_ACCOUNT_SID"] = "AC1", ["TWILIO_AUTH_TOKEN"] = "token",
            ["TWILIO_WHATSAPP_NUMBER"] = "+14155238886", ["ASTRIA_API_KEY"] = "key", ["STRIPE_API_KEY"] = "key", ["STRIPE_WEBHOOK_SECRET"] = "secret",
            ["RAZORPAY_KEY_ID"] = "id", ["RAZORPAY_KEY_SECRET"] = "key", ["RAZORPAY_WEBHOOK_SECRET"] = "secret", ["PAYMENT_API_URL"] = "https://pay.example.com",
            ["PAYMENT_API_KEY"] = "key", ["PAYMENT_WEBHOOK_SECRET"] = "secret", ["OPENAI_API_KEY"] = "key", ["OPENAI_BASE_URL"] = "https://ai.example.com/v1",
            ["OPENAI_MODEL"] = "model", ["PAYMENT_PROVIDERS"] = "*=stripe",
        };

        public HashSet<string> Asked { get; } = [];

        public override bool TryGet(string key, out string? value)
        {
            Asked.Add(key);
            return _values.TryGetValue(key, out value);
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
    }
}
