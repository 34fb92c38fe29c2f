using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The trigger attribute with the members of the real one, so that the apps compile and their metadata come out alike.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute : TriggerBindingAttribute, ISupportCardinality
{
    /// <summary>Hears a queue.</summary>
    public ServiceBusTriggerAttribute(string queueName) => QueueName = queueName;

    /// <summary>Hears a subscription of a topic.</summary>
    public ServiceBusTriggerAttribute(string topicName, string subscriptionName) =>
        (TopicName, SubscriptionName) = (topicName, subscriptionName);

    /// <summary>The queue; null where a topic is heard.</summary>
    public string? QueueName { get; }

    /// <summary>The topic; null where a queue is heard.</summary>
    public string? TopicName { get; }

    /// <summary>The subscription; null where a queue is heard.</summary>
    public string? SubscriptionName { get; }

    /// <summary>The setting that holds the connection.</summary>
    public string? Connection { get; set; }

    /// <summary>True where messages of a session come in order.</summary>
    public bool IsSessionsEnabled { get; set; }

    /// <summary>True where messages come many at once. The generator of metadata reads the default.</summary>
    [DefaultValue(false)]
    public bool IsBatched { get; set; }

    /// <summary>True where the host completes what was heard without an error.</summary>
    public bool AutoCompleteMessages { get; set; } = true;

    Cardinality ISupportCardinality.Cardinality
    {
        get => IsBatched ? Cardinality.Many : Cardinality.One;
        set => IsBatched = value == Cardinality.Many;
    }
}
