using System.Text.Json.Nodes;
using WhatsAppBots.Functions.Tests.Host.Protocol;

namespace WhatsAppBots.Functions.Tests.Host;

/// <summary>A function as its worker's metadata describe it.</summary>
internal sealed class HostedFunction
{
    /// <exception cref="InvalidOperationException">It has no trigger, or more than one.</exception>
    public HostedFunction(FunctionMetadata metadata)
    {
        Metadata = metadata;
        Id = metadata.FunctionId.Length > 0 ? metadata.FunctionId : metadata.Name;
        metadata.FunctionId = Id;
        foreach (var binding in metadata.RawBindings.Select(text => JsonNode.Parse(text)!))
        {
            var isOut = "out".Equals(binding["direction"]!.ToString(), StringComparison.OrdinalIgnoreCase);
            metadata.Bindings[binding["name"]!.ToString()] = new BindingInfo { Type = binding["type"]!.ToString(), Direction = isOut ? 1 : 0 };
        }

        Trigger = metadata.RawBindings.Select(text => JsonNode.Parse(text)!).Single(binding => binding["type"]!.ToString().EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
    }

    public FunctionMetadata Metadata { get; }

    public string Id { get; }

    public string Name => Metadata.Name;

    /// <summary>The trigger's binding.</summary>
    public JsonNode Trigger { get; }

    /// <summary>The parameter that the trigger fills.</summary>
    public string Parameter => Trigger["name"]!.ToString();

    public bool IsHttp => Is("httpTrigger");

    public bool IsTimer => Is("timerTrigger");

    public bool IsEvent => Is("serviceBusTrigger");

    private bool Is(string type) => type.Equals(Trigger["type"]!.ToString(), StringComparison.OrdinalIgnoreCase);
}
