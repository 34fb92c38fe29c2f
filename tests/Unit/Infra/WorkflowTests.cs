using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>The workflows run elsewhere; here they are held against what they name.</summary>
public sealed partial class WorkflowTests
{
    private static readonly Dictionary<string, JsonObject> _workflows = new[] { "ci", "deploy" }
        .ToDictionary(name => name, name => Yaml.Read(Repository.Text($".github/workflows/{name}.yml")));

    private static readonly string _text = string.Concat(_workflows.Keys.Select(name => Repository.Text($".github/workflows/{name}.yml")));

    [Fact]
    public void Paths_ThatAreRun_AreThere()
    {
        var paths = Runs().SelectMany(run => RepositoryPath().Matches(run).Select(match => match.Value)).ToList();
        Assert.Equal([".ci/audit", ".ci/run", "functions/${{ matrix.app }}", "infra/azure/deploy.sh", "tests/Azure"], paths.Distinct().Order(StringComparer.Ordinal));
        foreach (var path in paths.Where(path => !path.Contains('{', StringComparison.Ordinal)))
        {
            var full = Repository.PathOf(path);
            Assert.True(File.Exists(full) || Directory.Exists(full), $"{path} is not there.");
            if (File.Exists(full) && !OperatingSystem.IsWindows()) Assert.True(File.GetUnixFileMode(full).HasFlag(UnixFileMode.UserExecute), $"{path} cannot be run.");
        }
    }

    [Fact]
    public void Apps_BuiltForAzure_AreAllThereAre() => Assert.Equal(
        Directory.GetDirectories(Repository.PathOf("functions")).Select(Path.GetFileName).Order(),
        _workflows["ci"]["jobs"]!["azure"]!["strategy"]!["matrix"]!["app"]!.AsArray().Select(app => app!.ToString()).Order());

    [Fact]
    public void Host_OfWhatIsBuiltForAzure_IsAzure()
    {
        var jobs = _workflows["ci"]["jobs"]!;
        Assert.Equal("Azure", jobs["azure"]!["env"]!["FunctionsHost"]!.ToString());
        Assert.Contains("UseDevelopmentEmulator=true", jobs["servicebus"]!["steps"]!.AsArray()[^1]!["env"]!["SERVICEBUS_CONNECTION_STRING"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Broker_OfTheContractTest_IsTheComposeFiles()
    {
        var broker = Yaml.Read(Repository.Text("docker-compose.yml"))["services"]!["servicebus"]!;
        Assert.Contains("azure", broker["profiles"]!.AsArray().Select(profile => profile!.ToString()));
        Assert.Contains("127.0.0.1:5300:5300", broker["ports"]!.AsArray().Select(port => port!.ToString()));
        Assert.Contains(Runs(), run => run.Contains("docker compose --profile azure up -d --wait servicebus", StringComparison.Ordinal));
    }

    [Fact]
    public void Sdk_IsTheProjects()
    {
        var sdk = JsonNode.Parse(Repository.Text("global.json"))!["sdk"]!["version"]!.ToString();
        Assert.All(Steps("actions/setup-dotnet"), step => Assert.StartsWith(step["with"]!["dotnet-version"]!.ToString().Replace(".x", ".", StringComparison.Ordinal), sdk, StringComparison.Ordinal));
    }

    // Nothing may write to the repository; only the deployment may ask Azure for trust, once everything holds.
    [Fact]
    public void Rights_AreTheLeast()
    {
        Assert.All(_workflows.Values, workflow => Assert.Equal("""{"contents":"read"}""", workflow["permissions"]!.ToJsonString()));
        var deploy = _workflows["deploy"]["jobs"]!["deploy"]!;
        Assert.Equal("""{"contents":"read","id-token":"write"}""", deploy["permissions"]!.ToJsonString());
        Assert.Equal(("ci", "production"), (deploy["needs"]!.ToString(), deploy["environment"]!.ToString()));
        Assert.Equal("false", _workflows["deploy"]["concurrency"]!["cancel-in-progress"]!.ToString());
        Assert.Equal(1, _text.Split("id-token").Length - 1);
        Assert.DoesNotContain("secrets.", _text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", _text, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_AreOfAMajorVersion() => Assert.All(
        Uses(), action => Assert.True(Action().IsMatch(action) || File.Exists(Repository.PathOf(action)), action));

    // A text of GitHub's in a command would be run.
    [Fact]
    public void Commands_TakeNothingFromOutsideButTheMatrix() =>
        Assert.All(Runs().SelectMany(run => Expression().Matches(run).Select(match => match.Groups[1].Value)), name => Assert.Equal("matrix.app", name));

    [Fact]
    public void Variables_StandInTheRunbook() => Assert.All(
        Variable().Matches(_text).Select(match => match.Groups[1].Value).Distinct(),
        name => Assert.Contains($"`{name}`", Repository.Text("infra/runbook.md"), StringComparison.Ordinal));

    private static IEnumerable<JsonNode> Steps(string action) => _workflows.Values
        .SelectMany(workflow => workflow["jobs"]!.AsObject()).SelectMany(job => job.Value!["steps"]?.AsArray() ?? [])
        .Where(step => step!["uses"]?.ToString().StartsWith(action, StringComparison.Ordinal) == true).Select(step => step!);

    private static List<string> Uses() =>
    [
        .. _workflows.Values.SelectMany(workflow => workflow["jobs"]!.AsObject())
            .SelectMany(job => (job.Value!["steps"]?.AsArray() ?? []).Select(step => step!["uses"]).Append(job.Value["uses"]))
            .Where(action => action is not null).Select(action => action!.ToString()),
    ];

    private static List<string> Runs() =>
    [
        .. _workflows.Values.SelectMany(workflow => workflow["jobs"]!.AsObject()).SelectMany(job => job.Value!["steps"]?.AsArray() ?? [])
            .Where(step => step!["run"] is not null).Select(step => step!["run"]!.ToString()),
    ];

    [GeneratedRegex(@"(?<![\w/$])(\.ci|functions|tests|infra|shared)/(\$\{\{[^}]*\}\}|[\w./-])+")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"^[\w-]+/[\w-]+@v\d+$")]
    private static partial Regex Action();

    [GeneratedRegex(@"\$\{\{\s*(.*?)\s*\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"vars\.(\w+)")]
    private static partial Regex Variable();
}
