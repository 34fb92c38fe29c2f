using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Standalone.Functions;
using WhatsAppBots.Unit.Tests.Infra.Bicep;

namespace WhatsAppBots.Unit.Tests.Infra.Azure;

/// <summary>infra/azure against what it deploys.</summary>
public sealed partial class DeploymentTests
{
    private static readonly BicepFile _app = BicepFile.Read("app.bicep");
    private static readonly BicepFile _bus = BicepFile.Read("bus.bicep");
    private static readonly BicepFile _main = BicepFile.Read("main.bicep");
    private static readonly BicepFile[] _files = [_app, _bus, _main, .. new[] { "alerts", "database", "monitoring", "storage", "vault" }.Select(name => BicepFile.Read($"{name}.bicep"))];
    private static readonly FunctionCatalog _functions = FunctionCatalog.Discover(
        typeof(Messages.MessagesApp).Assembly, typeof(Images.ImagesApp).Assembly, typeof(Payments.PaymentsApp).Assembly,
        typeof(Maintenance.MaintenanceApp).Assembly, typeof(Admin.AdminApp).Assembly);

    [Fact]
    public void Apps_AreThoseOfTheFunctionsFolder()
    {
        var folders = Directory.EnumerateFiles(Path.Combine(TopologyTests.Root, "functions"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(folders.Order(), Apps().Select(app => app.Value!["folder"]!.ToString()).Order());
        Assert.All(Apps(), app => Assert.Equal(app.Key, app.Value!["folder"]!.ToString(), ignoreCase: true));
        Assert.All(Apps(), app => Assert.Contains((int)app.Value!["memory"]!, new[] { 512, 2048, 4096 }));
    }

    [Fact]
    public void WarmInstances_AreOfFunctionsThatAreThere()
    {
        var all = Apps().SelectMany(app => app.Value!["warm"]!.AsArray().Select(group => (App: app.Value["folder"]!.ToString(), Group: group!.ToString()))).ToList();
        Assert.Contains(("Messages", "http"), all);
        foreach (var (app, group) in all.Where(pair => pair.Group != "http"))
        {
            Assert.StartsWith("function:", group, StringComparison.Ordinal);
            Assert.Contains(_functions.Of<ServiceBusTriggerAttribute>(), function => function.Function.Name == group["function:".Length..] && AppOf(function.Trigger.SubscriptionName) == app);
        }
    }

    [Fact]
    public void Bus_TakesEveryPropertyOfTheTopologyFromIt()
    {
        var topic = Read("infra/servicebus/config.json")["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;
        var made = Assert.Single(_bus.Made("Microsoft.ServiceBus/namespaces/topics")).Value!;
        Assert.Equal("topic.Name", made["name"]!.ToString());
        AssertTaken(topic["Properties"]!.AsObject(), made["properties"]!, "topic.Properties");

        var subscriptions = Assert.Single(_bus.Made("Microsoft.ServiceBus/namespaces/topics/subscriptions")).Value!;
        Assert.Equal("topic.Subscriptions", subscriptions.Children[0].ToString());
        Assert.Equal("subscription.Name", subscriptions["name"]!.ToString());
        Assert.All(topic["Subscriptions"]!.AsArray(), one => AssertTaken(one!["Properties"]!.AsObject(), subscriptions["properties"]!, "subscription.Properties"));
    }

    [Fact]
    public void Bus_LetsThroughByTheTopologysRulesAlone()
    {
        var rules = _bus.Made("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules").ToDictionary(rule => rule.Name, rule => rule.Value!);
        Assert.Equal(["filters", "shut"], rules.Keys.Order());
        Assert.Equal("'CorrelationFilter'", rules["filters"].At("properties/filterType")!.ToString());
        Assert.Equal("rule.label", rules["filters"].At("properties/correlationFilter/label")!.ToString());
        Assert.EndsWith("rule.subscription/rule.name'", rules["filters"]["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("label:rule.Properties.CorrelationFilter.Label", _bus.One("var", "rules").Value!.ToString(), StringComparison.Ordinal);
        Assert.Equal("topic.Subscriptions", rules["shut"].Children[0].ToString());
        Assert.Equal(("$Default", "1=0"), (_bus.One("var", "everything").Value!.Text, rules["shut"].At("properties/sqlFilter/sqlExpression")!.Text));
        Assert.Equal("everything", rules["shut"]["name"]!.ToString());

        // What Azure makes of the emulator's names: every rule of ours has a label and nothing else.
        var topic = Read("infra/servicebus/config.json")["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;
        Assert.All(topic["Subscriptions"]!.AsArray().SelectMany(one => one!["Rules"]!.AsArray()), rule =>
            Assert.Equal(["Label"], rule!["Properties"]!["CorrelationFilter"]!.AsObject().Select(property => property.Key)));
    }

    [Fact]
    public void Identities_MayDoNoMoreThanThis()
    {
        var guids = _app.One("var", "roles").Value!.Children.ToDictionary(role => role.Text, role => role.Children[1].Text);
        Assert.Equal("b7e6dc6d-f1e8-4753-8033-0f276bb0955b", guids["blobOwner"]);
        Assert.Equal("ba92f5b4-2d11-453d-a403-e96b0029c9fe", guids["blobContributor"]);
        Assert.Equal("974c5e8b-45b9-4653-ba55-5f855dd0fb88", guids["queueContributor"]);
        Assert.Equal("0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", guids["tableContributor"]);
        Assert.Equal("69a216fc-b8fb-44d8-bc22-1f3c2cd27a39", guids["busSender"]);
        Assert.Equal("090c5cfd-751d-490a-894a-3ce6f1109419", guids["busOwner"]);
        Assert.Equal("4633458b-17de-408a-b874-0445c86b69e6", guids["secretsUser"]);
        Assert.Equal("5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", guids["openAiUser"]);

        var given = _app.Made("Microsoft.Authorization/roleAssignments").SelectMany(assignment =>
            assignment.Value!.All.Where(node => node.Kind == "member" && node.Children[0].Text == "roles").Select(node => node.Text).Distinct()
                .Select(role => $"{role} of {assignment.Value["scope"]}")).Order();
        Assert.Equal(
            [
                "blobContributor of media", "blobOwner of storage", "busOwner of ownSubscription", "busSender of topic", "openAiUser of openAi",
                "queueContributor of storage", "secretsUser of vaultSecrets[i]", "tableContributor of storage",
            ], given);
        Assert.Empty(_files.Where(file => file != _app).SelectMany(file => file.Made("Microsoft.Authorization/roleAssignments")));
        Assert.All(_app.Made("Microsoft.Authorization/roleAssignments"), assignment =>
            Assert.Equal("identity.properties.principalId", assignment.Value!.At("properties/principalId")!.ToString()));

        // No app starts before it may what it must.
        var waits = _app.Made("Microsoft.Web/sites").Single().Value!["dependsOn"]!.Children.Select(node => node.Text);
        Assert.Equal(_app.Made("Microsoft.Authorization/roleAssignments").Select(assignment => assignment.Name).Order(), waits.Order());
    }

    [Fact]
    public void NothingTakesAPasswordOrAKey_OrOldTls()
    {
        var accounts = _files.SelectMany(file => file.Made("Microsoft.Storage/storageAccounts")).ToList();
        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, account => AssertAre(account.Value!, ("allowSharedKeyAccess", "false"), ("allowBlobPublicAccess", "false"), ("minimumTlsVersion", "'TLS1_2'"), ("supportsHttpsTrafficOnly", "true")));
        AssertAre(Made("Microsoft.ServiceBus/namespaces"), ("disableLocalAuth", "true"), ("minimumTlsVersion", "'1.2'"));
        AssertAre(Made("Microsoft.DBforPostgreSQL/flexibleServers").At("properties/authConfig")!, ("passwordAuth", "'Disabled'"), ("activeDirectoryAuth", "'Enabled'"));
        AssertAre(Made("Microsoft.KeyVault/vaults"), ("enableRbacAuthorization", "true"), ("enablePurgeProtection", "true"));
        AssertAre(Made("Microsoft.Web/sites"), ("httpsOnly", "true"), ("keyVaultReferenceIdentity", "identity.id"));
        AssertAre(Made("Microsoft.Web/sites").At("properties/siteConfig")!, ("minTlsVersion", "'1.2'"), ("ftpsState", "'Disabled'"));
        var ways = _app.Made("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(["ftp", "scm"], ways.Select(way => way.Value!["name"]!.Text).Order());
        Assert.All(ways, way => AssertAre(way.Value!, ("allow", "false")));
        Assert.Contains(BicepFile.Read("vault.bicep").One("param", "values").Decorators, decorator => decorator.Text == "secure");
        Assert.Contains(_main.One("param", "secrets").Decorators, decorator => decorator.Text == "secure");
    }

    [Fact]
    public void Runtime_IsThatOfTheCode()
    {
        var runtime = Made("Microsoft.Web/sites").At("properties/functionAppConfig/runtime")!;
        Assert.Equal("dotnet-isolated", runtime["name"]!.Text);
        Assert.Contains($"<TargetFramework>net{runtime["version"]!.Text}</TargetFramework>", Text("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Equal("FC1", Made("Microsoft.Web/serverfarms").At("sku/name")!.Text);
    }

    [Fact]
    public async Task Script_IsShell_AndNamesWhatIsThere()
    {
        var script = Path.Combine(TopologyTests.Root, "infra", "azure", "deploy.sh");
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", script]))!;
        await bash.WaitForExitAsync();
        Assert.Equal(0, bash.ExitCode);

        var text = Text("infra/azure/deploy.sh");
        Assert.Equal(Apps().Select(app => app.Key).Order(), Roles().Match(text).Groups[1].Value.Split(' ').Order());
        Assert.Equal(
            Apps().Select(app => $"{app.Value!["folder"]} {app.Key}").Order(),
            Published().Matches(text).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}").Order());
        var outputs = Outputs().Matches(text).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(outputs.Count > 5);
        Assert.Empty(outputs.Except(_main.Of("output").Select(output => output.Name)));

        // A key guards what has a guarded route, and only that.
        var guarded = _functions.Of<HttpTriggerAttribute>().Where(function => function.Trigger.AuthLevel == AuthorizationLevel.Function)
            .Select(function => function.Function.Class.Assembly.GetName().Name!.Split('.')[^1].ToLowerInvariant()).Distinct();
        Assert.Equal(guarded.Order(), Guarded().Match(text).Groups[1].Value.Split(' ').Order());
    }

    internal static JsonObject Apps() => Read("infra/azure/apps.json").AsObject();

    private static BicepNode Made(string type) => Assert.Single(_files.SelectMany(file => file.Made(type))).Value!;

    private static void AssertTaken(JsonObject properties, BicepNode made, string from) => Assert.All(properties, property =>
        Assert.Equal($"{from}.{property.Key}", made[char.ToLowerInvariant(property.Key[0]) + property.Key[1..]]?.ToString()));

    private static void AssertAre(BicepNode made, params (string Name, string Value)[] properties) => Assert.All(properties, property =>
        Assert.Equal(property.Value, ((made["properties"] ?? made)[property.Name])?.ToString()));

    private static string AppOf(string subscription) => Apps()[subscription]!["folder"]!.ToString();

    private static JsonNode Read(string file) => JsonNode.Parse(Text(file))!;

    private static string Text(string file) => File.ReadAllText(Path.Combine(TopologyTests.Root, file));

    [GeneratedRegex(@"for app in ([a-z ]+); do\n  #")]
    private static partial Regex Roles();

    [GeneratedRegex(@"publish ([A-Z]\w+) ""\$\(output appNames\.value\.(\w+)\)""")]
    private static partial Regex Published();

    [GeneratedRegex(@"\$\(output ""?(\w+)\.value")]
    private static partial Regex Outputs();

    [GeneratedRegex(@"for app in ([a-z ]+); do\n    for try")]
    private static partial Regex Guarded();
}
