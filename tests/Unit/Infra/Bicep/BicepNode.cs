namespace WhatsAppBots.Unit.Tests.Infra.Bicep;

/// <summary>A piece of a Bicep expression.</summary>
/// <param name="Kind">
/// text, literal, name, number, object, property, array, call, member, index, lambda, for, if, operator; what it holds stands in
/// <see cref="Children"/> in the order it is written.
/// </param>
/// <param name="Text">Of a name, a property, a call or a member its name, of a text what stands in it outside <c>${}</c>.</param>
internal sealed record BicepNode(string Kind, string Text, IReadOnlyList<BicepNode> Children)
{
    /// <summary>The value of an object's property; null where it has none.</summary>
    public BicepNode? this[string property] =>
        Body.Children.FirstOrDefault(child => child.Kind == "property" && child.Text == property)?.Children[^1];

    /// <summary>Behind a loop and a condition.</summary>
    public BicepNode Body => Kind is "for" or "if" ? Children[^1].Body : this;

    /// <summary>It and all in it.</summary>
    public IEnumerable<BicepNode> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>A property some levels down.</summary>
    public BicepNode? At(string path) => path.Split('/').Aggregate((BicepNode?)this, (node, name) => node?[name]);

    /// <summary>As it was written, but for blanks.</summary>
    public override string ToString() => Kind switch
    {
        "text" => $"'{string.Concat(Children)}'",
        "member" => $"{Children[0]}.{Text}",
        "index" => $"{Children[0]}[{Children[1]}]",
        "call" => $"{Text}({string.Join(",", Children)})",
        "array" => $"[{string.Join(",", Children)}]",
        "property" => $"{Text}:{Children[^1]}",
        "object" => $"{{{string.Join(",", Children)}}}",
        "lambda" => $"{Text}=>{Children[0]}",
        "operator" => $"({string.Join(Text, Children)})",
        _ => Text,
    };
}

/// <summary>One declaration of a Bicep file.</summary>
/// <param name="Kind">param, var, resource, module, output, using.</param>
/// <param name="Type">A parameter's type, a resource's type with its version, a module's or a template's file.</param>
/// <param name="Value">Null where a parameter has no default.</param>
internal sealed record BicepStatement(
    string Kind, string Name, string Type, bool IsExisting, IReadOnlyList<BicepNode> Decorators, BicepNode? Value);
