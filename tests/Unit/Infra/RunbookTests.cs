using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Unit.Tests.Infra.Bicep;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>What the runbook must not forget, and what it names.</summary>
public sealed partial class RunbookTests
{
    private static readonly string _runbook = Repository.Text("infra/runbook.md");

    // TWILIO_ACCOUNT_SID and RAZORPAY_KEY_ID are names; headers of an exporter are whoever's it is.
    [Fact]
    public void Secrets_OfReadme_CanEachBeRotated()
    {
        var rows = _runbook.Split("## Rotate a secret")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        var named = rows.SelectMany(row => Name().Matches(row.Split('|')[1]).Select(match => match.Value)).ToHashSet();
        Assert.All(
            Repository.Readme.Where(Repository.IsSecret).Except(["OTEL_EXPORTER_OTLP_HEADERS", "BACKUP_HOOK"]),
            name => Assert.Contains(name, named));
        Assert.All(rows, row => Assert.Equal(5, row.Split('|').Length));
    }

    [Fact]
    public void Alerts_AreEachExplained()
    {
        Assert.All(
            Arm.Templates["alerts"].At("variables/rules")!.AsArray().Select(rule => rule!["name"]!.ToString()).Concat(["broker-dead-letters", "unreachable-or-certificate"]),
            alert => Assert.Contains($"| `{alert}` |", _runbook, StringComparison.Ordinal));
        Assert.Contains("-broker-dead-letters'", Repository.Text("infra/azure/alerts.bicep"), StringComparison.Ordinal);
        Assert.Contains("-unreachable-or-certificate'", Repository.Text("infra/azure/alerts.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void Routes_ThatAreNamed_AreThere()
    {
        var routes = Repository.Catalog.Of<Microsoft.Azure.Functions.Worker.HttpTriggerAttribute>().Select(function => "/" + function.Trigger.Route)
            .Concat(JsonNode.Parse(Repository.Text("infra/openapi.json"))!["paths"]!.AsObject().Select(path => path.Key))
            .Select(route => Braces().Replace(route, "1")).ToHashSet();
        var named = Route().Matches(_runbook).Select(match => Braces().Replace(match.Groups[1].Value, "1")).ToHashSet();
        Assert.Contains("/api/dead-letters/1/replay", named);
        Assert.All(named, route => Assert.Contains(route, routes));
    }

    [Fact]
    public void Runbook_IsAPage() => Assert.True(_runbook.Split('\n').Length <= 125);

    [GeneratedRegex("[A-Z][A-Z0-9_a-z]{5,}")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"(/(?:api|webhook)/[\w/-]+(?:\{id\})?)")]
    private static partial Regex Route();
}
