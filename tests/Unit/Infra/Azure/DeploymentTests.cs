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
    private static readonly FunctionCatalog _functions = FunctionCatalog.Discover(
        typeof(Messages.MessagesApp).Assembly, typeof(Images.ImagesApp).Assembly, typeof(Payments.PaymentsApp).Assembly,
        typeof(Maintenance.MaintenanceApp).Assembly, typeof(Admin.AdminApp).Assembly);

    [Fact]
    public void Apps_AreThoseOfTheFunctionsFolder()
    {
        var folders = Directory.EnumerateFiles(Path.Combine(TopologyTests.Root, "functions"), "*.csproj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
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
        var variables = Arm.Templates["bus"]["variables"]!;
        Assert.True(JsonNode.DeepEquals(Read("infra/servicebus/config.json"), variables["$fxv#0"]));
        Assert.Equal("[variables('$fxv#0').UserConfig.Namespaces[0].Topics[0]]", variables["topic"]!.ToString());

        var topic = Topic();
        var made = Arm.One("Microsoft.ServiceBus/namespaces/topics");
        Assert.EndsWith("variables('topic').Name)]", made["name"]!.ToString(), StringComparison.Ordinal);
        AssertTaken(topic["Properties"]!.AsObject(), made["properties"]!, "variables('topic').Properties");

        var subscriptions = Arm.One("Microsoft.ServiceBus/namespaces/topics/subscriptions");
        Assert.Equal("[length(variables('topic').Subscriptions)]", subscriptions.At("copy/count")!.ToString());
        Assert.EndsWith("variables('topic').Subscriptions[copyIndex()].Name)]", subscriptions["name"]!.ToString(), StringComparison.Ordinal);
        Assert.All(
            topic["Subscriptions"]!.AsArray(),
            one => AssertTaken(one!["Properties"]!.AsObject(), subscriptions["properties"]!, "variables('topic').Subscriptions[copyIndex()].Properties"));
    }

    [Fact]
    public void Bus_LetsThroughByTheTopologysRulesAlone()
    {
        var rules = Arm.Made("Microsoft.ServiceBus/namespaces/topics/subscriptions/rules").ToDictionary(rule => rule.At("copy/name")!.ToString());
        Assert.Equal(["filters", "shut"], rules.Keys.Order());
        var (filters, shut) = (rules["filters"], rules["shut"]);
        Assert.Equal("CorrelationFilter", filters.At("properties/filterType")!.ToString());
        Assert.Equal("[variables('rules')[copyIndex()].label]", filters.At("properties/correlationFilter/label")!.ToString());
        Assert.EndsWith("variables('rules')[copyIndex()].subscription, variables('rules')[copyIndex()].name)]", filters["name"]!.ToString(), StringComparison.Ordinal);
        var variables = Arm.Templates["bus"]["variables"]!;
        Assert.Contains(".Properties.CorrelationFilter.Label", variables["rules"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("[length(variables('topic').Subscriptions)]", shut.At("copy/count")!.ToString());
        Assert.Equal(("$Default", "1=0"), (variables["everything"]!.ToString(), shut.At("properties/sqlFilter/sqlExpression")!.ToString()));
        Assert.EndsWith("variables('everything'))]", shut["name"]!.ToString(), StringComparison.Ordinal);

        // What Azure makes of the emulator's names: every rule of ours has a label and nothing else.
        Assert.All(Topic()["Subscriptions"]!.AsArray().SelectMany(one => one!["Rules"]!.AsArray()), rule =>
            Assert.Equal(["Label"], rule!["Properties"]!["CorrelationFilter"]!.AsObject().Select(property => property.Key)));
    }

    [Fact]
    public void Identities_MayDoNoMoreThanThis()
    {
        var app = Arm.Templates["app"];
        Assert.Equal(
            [
                ("blobContributor", "ba92f5b4-2d11-453d-a403-e96b0029c9fe"), ("blobOwner", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b"),
                ("busOwner", "090c5cfd-751d-490a-894a-3ce6f1109419"), ("busSender", "69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"),
                ("openAiUser", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"), ("queueContributor", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"),
                ("secretsUser", "4633458b-17de-408a-b874-0445c86b69e6"), ("tableContributor", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"),
            ],
            app.At("variables/roles")!.AsObject().Select(role => (role.Key, role.Value!.ToString())).Order());

        var assignments = Arm.Made("Microsoft.Authorization/roleAssignments").ToList();
        Assert.Equal(Arm.Made(app, "Microsoft.Authorization/roleAssignments").Count(), assignments.Count);
        var given = assignments.SelectMany(assignment => RoleName().Matches(assignment.At("properties/roleDefinitionId")!.ToString())
            .Select(match => match.Groups[1].Value).Distinct().Select(role => $"{role} of {ResourceOf(assignment["scope"]!)}")).Order();
        Assert.Equal(
            [
                "blobContributor of Storage/storageAccounts/blobServices/containers", "blobOwner of Storage/storageAccounts",
                "busOwner of ServiceBus/namespaces/topics/subscriptions", "busSender of ServiceBus/namespaces/topics",
                "openAiUser of CognitiveServices/accounts", "queueContributor of Storage/storageAccounts", "secretsUser of KeyVault/vaults/secrets",
                "tableContributor of Storage/storageAccounts",
            ], given);

        // Its own storage and its own subscription, and one secret after the other.
        Assert.Contains(assignments, one => one["scope"]!.ToString() == "[resourceId('Microsoft.Storage/storageAccounts', parameters('storageName'))]");
        Assert.Contains(assignments, one => one["scope"]!.ToString().Contains("topics/subscriptions', parameters('busName'), parameters('topicName'), if(empty(parameters('subscriptionName'))", StringComparison.Ordinal));
        Assert.Contains(assignments, one => one["scope"]!.ToString().Contains("parameters('secrets')[copyIndex()]", StringComparison.Ordinal));
        Assert.All(assignments, one => Assert.StartsWith(
            "[reference(resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', parameters('name'))", one.At("properties/principalId")!.ToString(), StringComparison.Ordinal));

        // No app starts before it may what it must.
        var loops = assignments.Where(one => one["copy"] is not null).Select(one => one.At("copy/name")!.ToString()).ToList();
        var waits = Arm.One("Microsoft.Web/sites")["dependsOn"]!.AsArray().Select(one => one!.ToString()).ToList();
        Assert.Empty(loops.Except(waits));
        Assert.Equal(assignments.Count - loops.Count, waits.Count(one => one.Contains("'Microsoft.Authorization/roleAssignments'", StringComparison.Ordinal)));
    }

    [Fact]
    public void NothingTakesAPasswordOrAKey_OrOldTls()
    {
        var accounts = Arm.Made("Microsoft.Storage/storageAccounts").ToList();
        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, account => AssertAre(account["properties"]!, ("allowSharedKeyAccess", "false"), ("allowBlobPublicAccess", "false"), ("minimumTlsVersion", "TLS1_2"), ("supportsHttpsTrafficOnly", "true")));
        AssertAre(Arm.One("Microsoft.ServiceBus/namespaces")["properties"]!, ("disableLocalAuth", "true"), ("minimumTlsVersion", "1.2"));
        AssertAre(Arm.One("Microsoft.DBforPostgreSQL/flexibleServers").At("properties/authConfig")!, ("passwordAuth", "Disabled"), ("activeDirectoryAuth", "Enabled"));
        AssertAre(Arm.One("Microsoft.KeyVault/vaults")["properties"]!, ("enableRbacAuthorization", "true"), ("enablePurgeProtection", "true"));
        var site = Arm.One("Microsoft.Web/sites")["properties"]!;
        AssertAre(site, ("httpsOnly", "true"), ("keyVaultReferenceIdentity", "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', parameters('name'))]"));
        AssertAre(site["siteConfig"]!, ("minTlsVersion", "1.2"), ("ftpsState", "Disabled"));
        var ways = Arm.Made("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();
        Assert.Equal(2, ways.Count);
        foreach (var way in new[] { "ftp", "scm" }) Assert.Contains(ways, one => one["name"]!.ToString().Contains($"'{way}'", StringComparison.Ordinal));
        Assert.All(ways, way => AssertAre(way["properties"]!, ("allow", "false")));
        Assert.Equal("secureObject", Arm.Templates["vault"].At("parameters/values/type")!.ToString(), ignoreCase: true);
        Assert.Equal("secureObject", Arm.Main.At("parameters/secrets/type")!.ToString(), ignoreCase: true);
    }

    [Fact]
    public void Runtime_IsThatOfTheCode()
    {
        var runtime = Arm.One("Microsoft.Web/sites").At("properties/functionAppConfig/runtime")!;
        Assert.Equal("dotnet-isolated", runtime["name"]!.ToString());
        Assert.Contains($"<TargetFramework>net{runtime["version"]}</TargetFramework>", Text("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Equal("FC1", Arm.One("Microsoft.Web/serverfarms").At("sku/name")!.ToString());
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
        Assert.Empty(outputs.Except(Arm.Main["outputs"]!.AsObject().Select(output => output.Key)));

        // A key guards what has a guarded route, and only that.
        var guarded = _functions.Of<HttpTriggerAttribute>().Where(function => function.Trigger.AuthLevel == AuthorizationLevel.Function)
            .Select(function => function.Function.Class.Assembly.GetName().Name!.Split('.')[^1].ToLowerInvariant()).Distinct();
        Assert.Equal(guarded.Order(), Guarded().Match(text).Groups[1].Value.Split(' ').Order());
    }

    internal static JsonObject Apps() => Read("infra/azure/apps.json").AsObject();

    private static JsonNode Topic() => Read("infra/servicebus/config.json")["UserConfig"]!["Namespaces"]![0]!["Topics"]![0]!;

    private static string ResourceOf(JsonNode scope) => ResourceType().Match(scope.ToString()).Groups[1].Value;

    private static void AssertTaken(JsonObject properties, JsonNode made, string from) => Assert.All(properties, property =>
        Assert.Equal($"[{from}.{property.Key}]", made[char.ToLowerInvariant(property.Key[0]) + property.Key[1..]]?.ToString()));

    private static void AssertAre(JsonNode made, params (string Name, string Value)[] properties) => Assert.All(properties, property =>
        Assert.Equal(property.Value, made[property.Name]?.ToString()));

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

    [GeneratedRegex(@"variables\('roles'\)\.(\w+)")]
    private static partial Regex RoleName();

    [GeneratedRegex(@"resourceId\('Microsoft\.([^']+)'")]
    private static partial Regex ResourceType();
}
