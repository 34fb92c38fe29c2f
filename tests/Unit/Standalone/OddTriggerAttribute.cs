namespace Microsoft.Azure.Functions.Worker;

/// <summary>A trigger that no host here knows.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OddTriggerAttribute : Attribute;
