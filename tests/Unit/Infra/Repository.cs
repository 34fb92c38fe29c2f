using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Standalone.Functions;

namespace WhatsAppBots.Unit.Tests.Infra;

/// <summary>What the files of infra are held against.</summary>
internal static partial class Repository
{
    // Of the Functions host itself: https://learn.microsoft.com/azure/azure-functions/functions-app-settings
    private static readonly string[] _ofTheFunctionsHost =
    [
        "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_SECRETS_PATH", "AzureWebJobsStorage", "AzureWebJobsStorage__accountName", "AzureWebJobsScriptRoot",
        "AzureWebJobsSecretStorageType", "AzureFunctionsWebHost__hostid", "AzureFunctionsJobHost__Logging__Console__IsEnabled", "HOME",
    ];

    /// <summary>Rows of README's table of settings: name, default, unit, meaning.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> SettingRows { get; } =
    [
        .. File.ReadLines(PathOf("README.md")).SkipWhile(line => line != "## Settings").Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => SettingName().IsMatch(line))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
    ];

    /// <summary>The settings that README's table names.</summary>
    public static IReadOnlySet<string> Readme { get; } =
        SettingRows.Select(row => row[0].Trim('`')).Append("SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace").ToHashSet();

    /// <summary>The values of local.settings.sample.json.</summary>
    public static IReadOnlyDictionary<string, string> Sample { get; } = JsonNode.Parse(Text("local.settings.sample.json"))!["Values"]!.AsObject()
        .ToDictionary(value => value.Key, value => value.Value!.ToString());

    /// <summary>All functions of the five apps.</summary>
    public static FunctionCatalog Catalog { get; } = FunctionCatalog.Discover(
        typeof(Messages.MessagesApp).Assembly, typeof(Images.ImagesApp).Assembly, typeof(Payments.PaymentsApp).Assembly,
        typeof(Maintenance.MaintenanceApp).Assembly, typeof(Admin.AdminApp).Assembly);

    /// <summary>The app of a function, as its project is named.</summary>
    public static string AppOf(Function function) => function.Class.Assembly.GetName().Name!.Split('.')[^1];

    /// <summary>Somebody reads an environment variable of this name.</summary>
    public static bool IsRead(string name) => Readme.Contains(name) || _ofTheFunctionsHost.Contains(name);

    /// <summary>A value of this setting is nobody's business.</summary>
    public static bool IsSecret(string name) => SecretName().IsMatch(name);

    public static string PathOf(string file) => Path.Combine(TopologyTests.Root, file);

    public static string Text(string file) => File.ReadAllText(PathOf(file));

    [GeneratedRegex(@"^\| `[A-Z][A-Z0-9_]+` \|")]
    private static partial Regex SettingName();

    [GeneratedRegex("KEY$|KEY_ID$|KEY_SECRET$|SECRET$|TOKEN$|PASSWORD|CONNECTION_STRING$|^DATABASE_URL$|^AzureWebJobsStorage$|_HEADERS$|^BACKUP_HOOK$")]
    private static partial Regex SecretName();
}
