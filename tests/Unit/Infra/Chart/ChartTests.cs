using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Standalone;

namespace WhatsAppBots.Unit.Tests.Infra.Chart;

/// <summary>What the chart makes for either host, against the code, the topology and the images.</summary>
public sealed partial class ChartTests
{
    private const string OfStandalone = "{ mediaClaim: people, ingress: { host: bots.example.com, tlsSecretName: bots-tls, className: nginx } }";

    private const string OfAzure =
        "{ host: azure, azure: { serviceBusNamespace: bus, storageAccount: store }, settings: { PORTRAITS_PRICES: USD=900/1500/2300 }, ingress: { host: bots.example.com } }";

    private static readonly RenderedChart _standalone = new(OfStandalone);
    private static readonly RenderedChart _azure = new(OfAzure);
    private static readonly JsonNode _compose = Yaml.Read(Repository.Text("docker-compose.yml"))["services"]!;

    public static TheoryData<string> Hosts { get; } = [OfStandalone, OfAzure];

    [Fact]
    public void Workloads_AreTheStandaloneHost_OrTheFiveApps_OfTheImagesThatAreBuilt()
    {
        Assert.Equal(["bots-bots"], Names(_standalone.Of("Deployment")));
        Assert.Equal(AppPorts.Of.Keys.Select(app => $"bots-{app.ToLowerInvariant()}").Order(), Names(_azure.Of("Deployment")).Order());
        foreach (var deployment in _standalone.Of("Deployment").Concat(_azure.Of("Deployment")))
        {
            var container = Container(deployment);
            Assert.Equal($"{_compose[container["name"]!.ToString()]!["image"]}:latest", container["image"]!.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Objects_AreWhole_AndNamedOnce(string values)
    {
        var chart = new RenderedChart(values);
        Assert.All(chart.Objects, made => Assert.NotEmpty(made["apiVersion"]!.ToString()));
        var names = chart.Objects.Select(made => $"{made["kind"]} {made["metadata"]!["name"]}").ToList();
        Assert.Equal(names.Distinct(), names);
        foreach (var deployment in chart.Of("Deployment"))
        {
            var labels = deployment["spec"]!["template"]!["metadata"]!["labels"]!.AsObject();
            var name = Names([deployment]).Single()["bots-".Length..];
            Assert.All(
                [deployment["spec"]!["selector"]!["matchLabels"]!, chart.One("Service", name)["spec"]!["selector"]!, chart.One("PodDisruptionBudget", name)["spec"]!["selector"]!["matchLabels"]!],
                selector => Assert.All(selector.AsObject().Append(new("app.kubernetes.io/component", name)), label => Assert.Equal(labels[label.Key]!.ToString(), label.Value!.ToString())));
            Assert.Equal(Container(deployment)["ports"]![0]!["name"]!.ToString(), chart.One("Service", name)["spec"]!["ports"]![0]!["targetPort"]!.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Probes_AskForReadinessWhereTheCodeAnswers_AndRestartNothingForADependency(string values)
    {
        foreach (var container in new RenderedChart(values).Of("Deployment").Select(Container))
        {
            Assert.Null(container["livenessProbe"]!["httpGet"]);
            Assert.All(["livenessProbe", "startupProbe"], probe => Assert.Equal("http", container[probe]!["tcpSocket"]!["port"]!.ToString()));
            var path = container["readinessProbe"]!["httpGet"]!["path"]!.ToString();
            var app = container["name"]!.ToString();
            if (app == "bots") Assert.Equal("/health", path);
            else Assert.Contains(Routes(), route => route == (app, path));
            Assert.Equal(container["ports"]![0]!["containerPort"]!.ToString(), Environment(container)["PORT"]);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Pods_AreNotRoot_WriteNothingButTheirOwn_AndHaveTimeToEnd(string values)
    {
        var chart = new RenderedChart(values);
        foreach (var pod in chart.Pods)
        {
            Assert.Equal("true", pod["securityContext"]!["runAsNonRoot"]!.ToString());
            Assert.NotEqual(0, Number(pod["securityContext"]!["runAsUser"]));
            var container = pod["containers"]!.AsArray().Single()!;
            var security = container["securityContext"]!;
            Assert.Equal(
                ("false", "true", "ALL"),
                (security["allowPrivilegeEscalation"]!.ToString(), security["readOnlyRootFilesystem"]!.ToString(), security["capabilities"]!["drop"]![0]!.ToString()));
            Assert.Contains(container["volumeMounts"]!.AsArray(), mount => mount!["mountPath"]!.ToString() == "/tmp");
            Assert.Equal(
                container["volumeMounts"]!.AsArray().Select(mount => mount!["name"]!.ToString()).Order(), pod["volumes"]!.AsArray().Select(volume => volume!["name"]!.ToString()).Order());
            Assert.All(["cpu", "memory"], resource => Assert.NotEmpty(container["resources"]!["requests"]![resource]!.ToString()));
        }

        foreach (var deployment in chart.Of("Deployment"))
        {
            var waits = Number(Container(deployment)["lifecycle"]!["preStop"]!["exec"]!["command"]![1]);
            Assert.True(Number(Pod(deployment)["terminationGracePeriodSeconds"]) > waits + StandaloneHost.StopsWithin.TotalSeconds);
        }
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Settings_AreRead_AndSecretsComeByReferenceAlone(string values)
    {
        var chart = new RenderedChart(values);
        foreach (var container in chart.Pods.Select(pod => pod["containers"]![0]!))
        {
            var environment = Environment(container);
            Assert.All(environment.Keys, name => Assert.True(Repository.IsRead(name), name));
            Assert.DoesNotContain(environment.Keys, Repository.IsSecret);
            Assert.Equal(
                ["whatsappbots", $"whatsappbots-{container["name"]}"], container["envFrom"]!.AsArray().Select(from => from!["secretRef"]!["name"]!.ToString()));
            Assert.Equal([null, "true"], container["envFrom"]!.AsArray().Select(from => from!["secretRef"]!["optional"]?.ToString()));
        }

        Assert.Empty(chart.Of("Secret"));
        Assert.DoesNotContain(RenderedChart.Defaults()["settings"]!.AsObject(), setting => Repository.IsSecret(setting.Key));
        Assert.Equal("https://bots.example.com", Environment(Container(chart.Of("Deployment").First()))["PUBLIC_URL"]);
    }

    [Fact]
    public void Subscriptions_EachScaleTheAppThatHearsThem()
    {
        var topic = JsonNode.Parse(Repository.Text("infra/servicebus/config.json"))!["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;
        var scaled = _azure.Of("ScaledObject").ToList();
        Assert.Equal(
            topic["Subscriptions"]!.AsArray().Select(subscription => subscription!["Name"]!.ToString()).Order(),
            scaled.Select(made => Bus(made)["subscriptionName"]!.ToString()).Order());
        Assert.Empty(_standalone.Of("ScaledObject"));
        var atOnce = (int)JsonNode.Parse(Repository.Text("host.json"))!["extensions"]!["serviceBus"]!["maxConcurrentCalls"]!;
        foreach (var made in scaled)
        {
            Assert.Equal((EventTypes.Topic, "bus"), (Bus(made)["topicName"]!.ToString(), Bus(made)["namespace"]!.ToString()));
            Assert.Equal($"bots-{Bus(made)["subscriptionName"]}", made["spec"]!["scaleTargetRef"]!["name"]!.ToString());
            Assert.Equal(atOnce, Number(Bus(made)["messageCount"]));
            Assert.InRange(Number(made["spec"]!["minReplicaCount"]), 1, Number(made["spec"]!["maxReplicaCount"]));
            Assert.Equal(Names(_azure.Of("TriggerAuthentication")).Single(), made["spec"]!["triggers"]![0]!["authenticationRef"]!["name"]!.ToString());
            Assert.Null(_azure.One("Deployment", Bus(made)["subscriptionName"]!.ToString())["spec"]!["replicas"]);
        }

        Assert.Equal("cpu", _azure.One("ScaledObject", Apps.Messages)["spec"]!["triggers"]![1]!["type"]!.ToString());
        Assert.Equal("azure-workload", _azure.Of("TriggerAuthentication").Single()["spec"]!["podIdentity"]!["provider"]!.ToString());
        Assert.All(_azure.Of("Deployment").Concat(_standalone.Of("Deployment")), made => Assert.True(made["spec"]!["replicas"] is not { } replicas || Number(replicas) > 0));

        static JsonNode Bus(JsonObject made) => made["spec"]!["triggers"]![0]!["metadata"]!;
    }

    [Fact]
    public void FunctionsHost_HasItsKeysAsFiles_AndOneNameForAllPodsOfAnApp()
    {
        foreach (var deployment in _azure.Of("Deployment"))
        {
            var environment = Environment(Container(deployment));
            Assert.Equal("kubernetes", environment["AzureWebJobsSecretStorageType"]);
            Assert.Matches(HostId(), environment["AzureFunctionsWebHost__hostid"]);
            Assert.Equal("bus.servicebus.windows.net", environment["SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace"]);
            Assert.Equal("https://store.blob.core.windows.net/media", environment["MEDIA_STORE"]);
            Assert.Contains(Container(deployment)["volumeMounts"]!.AsArray(), mount => mount!["mountPath"]!.ToString() == "/run/secrets/functions-keys");
            Assert.Equal(
                ["host.function.default", "host.master"],
                Pod(deployment)["volumes"]!.AsArray().Single(volume => volume!["secret"] is not null)!["secret"]!["items"]!.AsArray().Select(item => item!["path"]!.ToString()));
            Assert.Equal("true", deployment["spec"]!["template"]!["metadata"]!["labels"]!["azure.workload.identity/use"]!.ToString());
        }

        Assert.Equal(5, _azure.Of("Deployment").Select(deployment => Environment(Container(deployment))["AzureFunctionsWebHost__hostid"]).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Ingress_LeadsEachRouteToItsApp_AndNothingElseInside(string values)
    {
        var chart = new RenderedChart(values);
        var paths = chart.Of("Ingress").Single()["spec"]!["rules"]![0]!["http"]!["paths"]!.AsArray()
            .Select(path => (Path: path!["path"]!.ToString(), App: path["backend"]!["service"]!["name"]!.ToString()["bots-".Length..])).ToList();
        var outside = Routes().Where(route => !route.Path.StartsWith("/health", StringComparison.Ordinal)).ToList();
        Assert.All(outside, route => Assert.Equal(
            chart.Workloads.Count == 1 ? "bots" : route.App, paths.Where(path => route.Path == path.Path || route.Path.StartsWith(path.Path + "/", StringComparison.Ordinal)).MaxBy(path => path.Path.Length).App));
        Assert.All(paths, path => Assert.Contains(outside, route => route.Path == path.Path || route.Path.StartsWith(path.Path + "/", StringComparison.Ordinal)));
        Assert.Equal(values == OfStandalone, chart.Of("Ingress").Single()["spec"]!["tls"] is not null);
        Assert.Empty(new RenderedChart("{ mediaClaim: people }").Of("Ingress"));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Migrations_RunBeforeTheRelease_WithTheStandaloneImage(string values)
    {
        var job = new RenderedChart(values).Of("Job").Single();
        Assert.Equal("pre-install,pre-upgrade", job["metadata"]!["annotations"]!["helm.sh/hook"]!.ToString());
        Assert.Equal($"{_compose["migrate"]!["image"]}:latest", Container(job)["image"]!.ToString());
        Assert.Equal(_compose["migrate"]!["command"]!.ToJsonString(), Container(job)["args"]!.ToJsonString());
        Assert.Equal("Never", Pod(job)["restartPolicy"]!.ToString());
    }

    [Theory]
    [InlineData("{ }", "mediaClaim")]
    [InlineData("{ host: azure, azure: { storageAccount: store } }", "azure.serviceBusNamespace")]
    [InlineData("{ host: azure, azure: { serviceBusNamespace: bus } }", "azure.storageAccount")]
    [InlineData("{ host: docker, mediaClaim: people }", "host is")]
    public void Values_ThatAreMissing_StopTheReleaseAndAreNamed(string values, string named) =>
        Assert.Contains(named, Assert.Throws<MissingValueException>(() => new RenderedChart(values)).Message, StringComparison.Ordinal);

    // One function of Admin takes whatever no other has: what it answers on stands in the list of routes.
    private static IEnumerable<(string App, string Path)> Routes() => Repository.Catalog.Of<HttpTriggerAttribute>()
        .SelectMany(http => (http.Trigger.Route == "{*path}" ? Operations() : [http.Trigger.Route!.TrimStart('/')])
            .Select(route => (Repository.AppOf(http.Function).ToLowerInvariant(), "/" + route)));

    private static IEnumerable<string> Operations() => File.ReadLines(Repository.PathOf("infra/routes.md"))
        .SkipWhile(line => !line.StartsWith("## Operations", StringComparison.Ordinal)).Skip(1)
        .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[3].Trim(' ', '`'));

    private static IEnumerable<string> Names(IEnumerable<JsonObject> objects) => objects.Select(made => made["metadata"]!["name"]!.ToString());

    private static JsonNode Pod(JsonObject made) => made["spec"]!["template"]!["spec"]!;

    private static JsonNode Container(JsonObject made) => Pod(made)["containers"]![0]!;

    private static Dictionary<string, string> Environment(JsonNode container) =>
        container["env"]?.AsArray().ToDictionary(setting => setting!["name"]!.ToString(), setting => setting!["value"]!.ToString()) ?? [];

    private static int Number(JsonNode? value) => int.Parse(value!.ToString(), CultureInfo.InvariantCulture);

    // https://learn.microsoft.com/azure/azure-functions/functions-app-settings#azurefunctionswebhost__hostid
    [GeneratedRegex("^[a-z0-9](?!.*--)[a-z0-9-]{0,30}[a-z0-9]$")]
    private static partial Regex HostId();
}
