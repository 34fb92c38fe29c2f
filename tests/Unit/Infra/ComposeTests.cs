using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Simulator;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>docker-compose.yml against the code, the sample's settings and the Dockerfiles.</summary>
public sealed partial class ComposeTests
{
    // Where the servers of the sample are on the machine itself, and here have names.
    private static readonly string[] _addressed = ["DATABASE_URL", "SERVICEBUS_CONNECTION_STRING", "AzureWebJobsStorage",
        "MEDIA_STORE", "PUBLIC_URL", "FILES_URL"];

    private static readonly JsonObject _file = Yaml.Read(Repository.Text("docker-compose.yml"));
    private static readonly JsonObject _services = _file["services"]!.AsObject();

    [Fact]
    public void Up_StartsTheStandaloneHostAlone_AndTheAzureProfileAllButIt()
    {
        Assert.Contains("COMPOSE_PROFILES=standalone", File.ReadAllLines(Repository.PathOf(".env")));
        Assert.Equal(["bots", "postgres"], Started("standalone"));
        Assert.Equal(_services.Select(service => service.Key).Except(["bots"]).Order(), Started("azure"));
    }

    [Theory]
    [InlineData("standalone")]
    [InlineData("azure")]
    public void Ports_OfOneProfile_AreTakenOnceAndOnThisMachineOnly(string profile)
    {
        var ports = Started(profile).SelectMany(name => Texts(_services[name]!["ports"])).ToList();
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
        var taken = ports.SelectMany(HostPorts).ToList();
        Assert.Equal(taken.Distinct(), taken);
        Assert.Contains(7080, taken);
    }

    [Fact]
    public void Apps_AreBuiltFromTheirProjects_AndListenWhereTheSimulatorPublishes()
    {
        var published = Texts(_services["simulator"]!["ports"]).SelectMany(HostPorts).ToList();
        foreach (var (app, port) in AppPorts.Of)
        {
            var service = _services[app.ToLowerInvariant()]!;
            Assert.Equal(app, service["build"]!["args"]!["APP"]!.ToString());
            Assert.True(File.Exists(Repository.PathOf($"functions/{app}/{app}.csproj")));
            Assert.Equal("service:simulator", service["network_mode"]!.ToString());
            var environment = service["environment"]!;
            Assert.Equal($"{port}", environment["PORT"]!.ToString());
            Assert.Equal($"http://127.0.0.1:{port}", environment["PUBLIC_URL"]!.ToString());
            Assert.Equal(app.ToLowerInvariant(), environment["AzureFunctionsWebHost__hostid"]!.ToString());
            Assert.Contains(port, published);
        }

        Assert.Equal(
            Directory.GetDirectories(Repository.PathOf("functions")).Select(Path.GetFileName).Order(), AppPorts.Of.Keys.Order());
        Assert.Equal(new SimulatorOptions().WebhookUrl, $"http://127.0.0.1:{AppPorts.Of["Messages"]}/webhook/whatsapp");
    }

    [Fact]
    public void Settings_AreRead_AndThoseOfTheAppsAreTheSamples()
    {
        foreach (var (name, service) in _services.Where(service => Dockerfile(service.Value!) is not null && service.Key != "simulator"))
        {
            Assert.All(service!["environment"]?.AsObject().Select(setting => setting.Key) ?? [], setting => Assert.True(Repository.IsRead(setting), $"{name}: {setting}"));
        }

        foreach (var app in AppPorts.Of.Keys)
        {
            var environment = _services[app.ToLowerInvariant()]!["environment"]!.AsObject();
            Assert.All(
                environment.Where(setting => Repository.Sample.ContainsKey(setting.Key) && !_addressed.Contains(setting.Key)),
                setting => Assert.Equal(Repository.Sample[setting.Key], setting.Value!.ToString()));
            Assert.Empty(Repository.Sample.Where(setting => setting.Value.Contains(":7080", StringComparison.Ordinal) && !setting.Key.StartsWith("OPENAI", StringComparison.Ordinal))
                .Select(setting => setting.Key).Except(environment.Select(setting => setting.Key)));
        }
    }

    [Fact]
    public void Database_OfEveryServiceThatHasOne_IsThatOfThePostgresService()
    {
        var urls = _services.Select(service => service.Value!["environment"]?["DATABASE_URL"]?.ToString()).OfType<string>().ToList();
        Assert.Equal(2 + AppPorts.Of.Count, urls.Count);
        var postgres = _services["postgres"]!["environment"]!;
        Assert.All(urls.Select(DatabaseUrl.Parse), url => Assert.Equal(
            ("postgres", 5432, postgres["POSTGRES_DB"]!.ToString(), postgres["POSTGRES_PASSWORD"]!.ToString()), (url.Host, url.Port, url.Database, url.Password)));
    }

    [Fact]
    public void Dependencies_AreThere_AndCanBeWaitedFor()
    {
        foreach (var (name, service) in _services)
        {
            foreach (var (needed, how) in service!["depends_on"]?.AsObject() ?? [])
            {
                var other = _services[needed];
                Assert.True(other is not null, $"{name} waits for {needed}, which is not there.");
                Assert.True(service["profiles"] is null || other["profiles"] is null || Texts(other["profiles"]).SequenceEqual(Texts(service["profiles"])), $"{name} waits for {needed} of another profile.");
                if (how!["condition"]!.ToString() == "service_healthy") Assert.NotNull(other["healthcheck"]?["test"]);
                if (how["condition"]!.ToString() == "service_completed_successfully") Assert.True(other["command"] is not null || other["entrypoint"] is not null);
            }
        }

        string[] before = ["migrate", "servicebus-ready", "azurite"];
        Assert.All(AppPorts.Of.Keys, app => Assert.Empty(before.Except(_services[app.ToLowerInvariant()]!["depends_on"]!.AsObject().Select(other => other.Key))));
        Assert.Equal(["migrate"], Texts(_services["migrate"]!["command"]));

        // Azure.Storage.Blobs is ahead of Azurite, which refuses versions of the API that it does not know.
        Assert.StartsWith("azurite --skipApiVersionCheck ", _services["azurite"]!["command"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["dotnet", typeof(SimulatorApp).Assembly.GetName().Name + ".dll"], Texts(_services["simulator"]!["entrypoint"]));
        Assert.True(Seconds(_services["bots"]!["stop_grace_period"]) > StandaloneHost.StopsWithin.TotalSeconds);
    }

    [Fact]
    public void Files_ThatAreMounted_AreThere_AndVolumesAreDeclared()
    {
        var declared = _file["volumes"]!.AsObject().Select(volume => volume.Key).ToList();
        foreach (var source in _services.SelectMany(service => Texts(service.Value!["volumes"])).Select(volume => volume.Split(':')[0]))
        {
            if (source.StartsWith("./", StringComparison.Ordinal)) Assert.True(File.Exists(Repository.PathOf(source)), source);
            else Assert.Contains(source, declared);
        }

        Assert.All(_services.Select(service => Dockerfile(service.Value!)).OfType<string>(), file => Assert.True(File.Exists(Repository.PathOf(file)), file));
        Assert.All(
            _services.SelectMany(service => service.Value!["configs"]?.AsArray() ?? []), config => Assert.NotNull(_file["configs"]![config!["source"]!.ToString()]!["content"]));
        Assert.Equal(Repository.Sample["FUNCTION_KEY"], _file["configs"]!["function-key"]!["content"]!.ToString());
    }

    // https://github.com/Azure/azure-service-bus-emulator-installer, ServiceBus-Emulator/Schema/Config-schema.json
    [Fact]
    public void Topology_OfTheEmulator_IsTheCommittedOne_WithinWhatTheEmulatorTakes()
    {
        var committed = Repository.Text("infra/servicebus/config.json");
        var given = Substitution().Matches(Texts(_services["topology"]!["entrypoint"]).Last())
            .Aggregate(committed, (text, found) => Regex.Replace(text, found.Groups[1].Value, found.Groups[2].Value));
        var topic = Topic(given);
        Assert.Equal(EventTypes.Topic, topic["Name"]!.ToString());
        Assert.Equal(("PT1H", "PT5M"), (topic["Properties"]!["DefaultMessageTimeToLive"]!.ToString(), topic["Properties"]!["DuplicateDetectionHistoryTimeWindow"]!.ToString()));
        Assert.All(topic["Subscriptions"]!.AsArray(), subscription => Assert.InRange((int)subscription!["Properties"]!["MaxDeliveryCount"]!, 1, 10));
        Assert.Equal(Rules(Topic(committed)), Rules(topic));

        static JsonNode Topic(string text) => JsonNode.Parse(text)!["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;

        static IEnumerable<string> Rules(JsonNode topic) =>
            topic["Subscriptions"]!.AsArray().Select(subscription => $"{subscription!["Name"]} {subscription["Rules"]!.ToJsonString()}");
    }

    private static IEnumerable<string> Started(string profile) =>
        _services.Where(service => service.Value!["profiles"] is not { } profiles || Texts(profiles).Contains(profile)).Select(service => service.Key).Order();

    private static string? Dockerfile(JsonNode service) => service["build"]?["dockerfile"]?.ToString();

    private static IEnumerable<string> Texts(JsonNode? list) => list?.AsArray().Select(item => item!.ToString()) ?? [];

    private static int Seconds(JsonNode? time) => int.Parse(time!.ToString().TrimEnd('s'), CultureInfo.InvariantCulture);

    // 127.0.0.1:7070-7074:7070-7074, 127.0.0.1:${POSTGRES_PORT:-5432}:5432
    private static IEnumerable<int> HostPorts(string mapping)
    {
        var ends = Default().Replace(mapping, "$1").Split(':')[1].Split('-').Select(port => int.Parse(port, CultureInfo.InvariantCulture)).ToList();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
    }

    [GeneratedRegex(@"\$\{\w+:-(\d+)\}")]
    private static partial Regex Default();

    [GeneratedRegex("-e 's/([^/]+)/([^/]+)/'")]
    private static partial Regex Substitution();
}
