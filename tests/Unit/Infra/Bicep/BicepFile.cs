namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>A Bicep file, and what is wrong within it.</summary>
internal sealed class BicepFile
{
    // Of Bicep's own, those that are used.
    private static readonly HashSet<string> _functions =
    [
        "allowed", "array", "batchSize", "bool", "cidrSubnet", "concat", "contains", "description", "empty", "environment", "filter", "flatten",
        "guid", "int", "items", "json", "length", "loadJsonContent", "map", "maxLength", "maxValue", "minLength", "minValue", "range",
        "readEnvironmentVariable", "replace", "resourceGroup", "resourceId", "secure", "split", "startsWith", "subscriptionResourceId", "take",
        "tenant", "toObject", "union", "uniqueString",
    ];

    private BicepFile(string path)
    {
        Name = Path.GetFileName(path);
        Statements = BicepParser.Parse(Name, File.ReadAllText(path));
    }

    public string Name { get; }

    public IReadOnlyList<BicepStatement> Statements { get; }

    /// <exception cref="FormatException">It is not well formed.</exception>
    public static BicepFile Read(string name) => new(Path.Combine(TopologyTests.Root, "infra", "azure", name));

    /// <summary>Declarations of one kind.</summary>
    public IEnumerable<BicepStatement> Of(string kind) => Statements.Where(statement => statement.Kind == kind);

    /// <summary>The only declaration of that kind and name.</summary>
    public BicepStatement One(string kind, string name) => Assert.Single(Statements, statement => statement.Kind == kind && statement.Name == name);

    /// <summary>What is made, not what is only looked at, of that type.</summary>
    public IEnumerable<BicepStatement> Made(string type) =>
        Of("resource").Where(resource => !resource.IsExisting && resource.Type.StartsWith(type + "@", StringComparison.Ordinal));

    /// <summary>Expressions anywhere in it.</summary>
    public IEnumerable<BicepNode> Nodes => Statements.SelectMany(statement => statement.Value?.All ?? []);

    /// <summary>Names that nothing has, names declared twice, declarations nobody uses, functions that are unknown.</summary>
    public IEnumerable<string> Faults()
    {
        var declared = Statements.Where(statement => statement.Kind is not ("output" or "using")).Select(statement => statement.Name).ToList();
        foreach (var twice in declared.GroupBy(name => name).Where(group => group.Count() > 1)) yield return $"{Name}: {twice.Key} is declared twice";
        var used = new HashSet<string>();
        foreach (var statement in Statements)
        {
            foreach (var node in statement.Decorators.Append(statement.Value).OfType<BicepNode>())
            {
                foreach (var fault in Unknown(node, declared.ToHashSet(), used)) yield return $"{Name}, {statement.Name}: {fault}";
            }
        }

        foreach (var idle in Statements.Where(statement => statement.Kind is "param" or "var" && Name.EndsWith(".bicep", StringComparison.Ordinal) && !used.Contains(statement.Name)))
        {
            yield return $"{Name}: nothing uses {idle.Name}";
        }
    }

    private static IEnumerable<string> Unknown(BicepNode node, IReadOnlySet<string> known, HashSet<string> used)
    {
        if (node.Kind == "name" && node.Text is not ("true" or "false" or "null"))
        {
            if (known.Contains(node.Text)) used.Add(node.Text);
            else yield return $"{node.Text} is not declared";
        }

        if (node.Kind == "call" && !_functions.Contains(node.Text)) yield return $"{node.Text} is no function";
        var inner = node.Kind is "lambda" or "for" ? known.Concat(node.Text.Split(' ')).ToHashSet() : known;
        foreach (var fault in node.Children.SelectMany(child => Unknown(child, inner, used))) yield return fault;
    }
}
