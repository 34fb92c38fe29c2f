using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>infra/azure as the compiler makes it of the Bicep files: the templates that Azure is given.</summary>
internal static partial class Arm
{
    private const string Deployments = "Microsoft.Resources/deployments";

    // The compiler runs for a short time: to compile it with a profile, or to collect beside it, costs more than it gives back.
    private static readonly Dictionary<string, string?> _quick = new() { ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcConcurrent"] = "0" };

    private static readonly Dictionary<string, string?> _none = [];

    private static readonly Lazy<(Command Command, string Main)> _build = new(() =>
    {
        var made = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            var command = Compile("build", "--pattern", "*.bicep", "--outdir", made.FullName);
            return (command, File.ReadAllText(Path.Combine(made.FullName, "main.json")));
        }
        finally
        {
            made.Delete(recursive: true);
        }
    });

    private static readonly Lazy<JsonNode> _main = new(() => JsonNode.Parse(_build.Value.Main)!);

    /// <summary>All files, compiled once; what <c>lint</c> says of each is said here too.</summary>
    public static Command Build => _build.Value.Command;

    /// <summary>Where the files are.</summary>
    public static string Folder { get; } = Path.Combine(TopologyTests.Root, "infra", "azure");

    /// <summary>main.bicep's.</summary>
    public static JsonNode Main => _main.Value;

    /// <summary>Each file's, by its name without an extension.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Templates => Modules().Append(("main", Main)).ToDictionary(pair => pair.Item1, pair => pair.Item2);

    /// <summary>The compiler, run to its end.</summary>
    public static Command Compile(params string[] arguments) => Compile(_none, arguments);

    /// <summary>The compiler, run to its end.</summary>
    /// <param name="environment">Its variables besides this process's.</param>
    public static Command Compile(IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        var program = typeof(Arm).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "Bicep")?.Value ?? "bicep";
        var all = _quick.Concat(environment).ToDictionary();
        return Task.Run(() => Command.RunAsync(program, arguments, all, Folder)).GetAwaiter().GetResult();
    }

    /// <summary>What is made of a type, whichever file makes it.</summary>
    public static IEnumerable<JsonNode> Made(string type) => Templates.Values.SelectMany(template => Made(template, type));

    /// <summary>What a template makes of a type.</summary>
    public static IEnumerable<JsonNode> Made(JsonNode template, string type) =>
        template["resources"]!.AsArray().Where(resource => resource!["type"]!.ToString() == type).Select(resource => resource!);

    /// <summary>The only one of a type.</summary>
    public static JsonNode One(string type) => Assert.Single(Made(type));

    /// <summary>What is at a path such as <c>properties/sku/name</c>.</summary>
    public static JsonNode? At(this JsonNode node, string path) => path.Split('/').Aggregate((JsonNode?)node, (at, name) => at?[name]);

    /// <summary>Objects that an expression makes, each with the expressions of its values.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Objects(string expression) =>
        CreateObject().Matches(expression).Select(match => (IReadOnlyDictionary<string, string>)Arguments(expression, match.Index + match.Length)
            .Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0].Trim('\''), pair => pair[1]));

    private static IEnumerable<(string, JsonNode)> Modules() => Made(Main, Deployments).Select(module =>
        (module["copy"] is null ? module["name"]!.ToString() : "app", module.At("properties/template")!));

    // Up to the bracket that closes it; texts are in single quotes, a quote in one is doubled.
    private static List<string> Arguments(string expression, int at)
    {
        var (arguments, depth, from, isText) = (new List<string>(), 0, at, false);
        for (; at < expression.Length; at++)
        {
            var letter = expression[at];
            if (letter == '\'') isText = !isText;
            if (isText) continue;
            if ((letter is ',' && depth == 0) || (letter is ')' && depth == 0))
            {
                if (at > from) arguments.Add(expression[from..at].Trim());
                from = at + 1;
                if (letter == ')') break;
            }

            if (letter is '(' or '[') depth++;
            if (letter is ')' or ']') depth--;
        }

        return arguments;
    }

    [GeneratedRegex(@"createObject\(")]
    private static partial Regex CreateObject();
}
