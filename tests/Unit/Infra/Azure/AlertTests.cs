using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Unit.Tests.Infra.Bicep;

namespace WhatsAppBots.Unit.Tests.Infra.Azure;

/// <summary>An alert on something that nobody measures is silent for ever.</summary>
public sealed partial class AlertTests
{
    private static readonly BicepFile _alerts = BicepFile.Read("alerts.bicep");
    private static readonly Dictionary<string, string> _queries = _alerts.One("var", "rules").Value!.Children.ToDictionary(rule => rule["name"]!.Text, rule => rule["query"]!.Text);

    [Fact]
    public void Alerts_AreThese() => Assert.Equal(["dead-letters", "engine-stalled", "inbox-lag", "ledger", "number-stopped", "silence", "webhook-errors"], _queries.Keys.Order());

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
        var role = BicepFile.Read("main.bicep").Nodes.Single(node => node is { Kind: "property", Text: "OTEL_SERVICE_NAME" }).Children[1].ToString();
        Assert.Equal("'name-app.key'", role);
        Assert.Contains("AppRoleName has \"-messages\"", query, StringComparison.Ordinal);
        Assert.Contains("messages", DeploymentTests.Apps().Select(app => app.Key));
    }

    [Fact]
    public void Addresses_AreAskedThatAreThere_AndCertificatesLookedAt()
    {
        var test = Assert.Single(_alerts.Made("Microsoft.Insights/webtests")).Value!;
        var route = test.At("properties/Request/RequestUrl")!.Text.TrimStart('/');
        Assert.Contains(FunctionCatalog.Discover(typeof(Messages.MessagesApp).Assembly).Of<HttpTriggerAttribute>(), function => function.Trigger.Route == route);
        Assert.Equal("true", test.At("properties/ValidationRules/SSLCheck")!.ToString());
        Assert.InRange(int.Parse(test.At("properties/ValidationRules/SSLCertRemainingLifetimeCheck")!.Text, System.Globalization.CultureInfo.InvariantCulture), 7, 60);
        Assert.Contains(_alerts.Made("Microsoft.Insights/metricAlerts"), alert => alert.Value!.ToString().Contains("webTestId:knock.id", StringComparison.Ordinal));
        Assert.Contains(_alerts.Made("Microsoft.Insights/metricAlerts"), alert => alert.Value!.ToString().Contains("'DeadletteredMessages'", StringComparison.Ordinal));
    }

    [GeneratedRegex("""Create(?:Observable)?(?:Gauge|Counter|Histogram|UpDownCounter)(?:<\w+>)?\(\s*"([a-z_.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
