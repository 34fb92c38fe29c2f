using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Unit.Tests.Infra.Bicep;

namespace WhatsAppBots.Unit.Tests.Infra.Azure;

/// <summary>An alert on something that nobody measures is silent for ever.</summary>
public sealed partial class AlertTests
{
    private static readonly Dictionary<string, string> _queries = Arm.Templates["alerts"].At("variables/rules")!.AsArray()
        .ToDictionary(rule => rule!["name"]!.ToString(), rule => rule!["query"]!.ToString());

    [Fact]
    public void Alerts_AreThese() => Assert.Equal(["bus-away", "dead-letters", "engine-stalled", "inbox-lag", "ledger", "number-stopped", "silence", "webhook-errors"], _queries.Keys.Order());

    [Fact]
    public void Metrics_AreThoseThatTheCodeMeasures()
    {
        var measured = new[] { "shared", "functions" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(TopologyTests.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        foreach (var (alert, query) in _queries.Where(alert => alert.Key != "webhook-errors"))
        {
            Assert.StartsWith("AppMetrics\n", query.TrimStart(), StringComparison.Ordinal);
            var names = Quoted().Matches(query).Select(match => match.Groups[1].Value).ToList();
            Assert.True(names.Count > 0 && names.All(measured.Contains), $"{alert}: {string.Join(", ", names.Except(measured))}");
        }
    }

    [Fact]
    public void WebhookErrors_AreThoseOfTheAppThatHasTheWebhooks()
    {
        var query = _queries["webhook-errors"];
        Assert.Contains("Name == \"http.server.request.duration\"", query, StringComparison.Ordinal);
        Assert.Equal("format('{0}-{1}', parameters('name'), items(variables('apps'))[copyIndex()].key)", AppSettingsTests.Given()["OTEL_SERVICE_NAME"]);
        Assert.Contains("AppRoleName has \"-messages\"", query, StringComparison.Ordinal);
        Assert.Contains("messages", DeploymentTests.Apps().Select(app => app.Key));
    }

    [Fact]
    public void Addresses_AreAskedThatAreThere_AndCertificatesLookedAt()
    {
        var test = Arm.One("Microsoft.Insights/webtests")["properties"]!;
        var route = Assert.Single(Route().Matches(test.At("Request/RequestUrl")!.ToString())).Groups[1].Value;
        Assert.Contains(FunctionCatalog.Discover(typeof(Messages.MessagesApp).Assembly).Of<HttpTriggerAttribute>(), function => function.Trigger.Route == route);
        Assert.True((bool)test.At("ValidationRules/SSLCheck")!);
        Assert.InRange((int)test.At("ValidationRules/SSLCertRemainingLifetimeCheck")!, 7, 60);
        var alerts = Arm.Made("Microsoft.Insights/metricAlerts").Select(alert => alert.ToJsonString()).ToList();
        Assert.Contains(alerts, alert => alert.Contains("\"webTestId\":\"[resourceId(", StringComparison.Ordinal));
        Assert.Contains(alerts, alert => alert.Contains("\"DeadletteredMessages\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("""Create(?:Observable)?(?:Gauge|Counter|Histogram|UpDownCounter)(?:<\w+>)?\(\s*"([a-z_.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex(@"\{0\}/([\w/]+)'")]
    private static partial Regex Route();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
