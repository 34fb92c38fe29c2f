// Source-compatible with Microsoft.Azure.Functions.Worker 2.52 and its extensions, as far as the apps use them: only what
// is declared here may be used, or the Standalone host could not serve it.
namespace Microsoft.Azure.Functions.Worker;

/// <summary>A method that a host runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FunctionAttribute(string name) : Attribute
{
    /// <summary>Unique within an app, and across apps, since Standalone runs all of them.</summary>
    public string Name { get; } = name;
}

/// <summary>Who may call an HTTP function.</summary>
public enum AuthorizationLevel
{
    /// <summary>Anyone.</summary>
    Anonymous = 0,

    /// <summary>Not used.</summary>
    User = 1,

    /// <summary>Whoever has the function key.</summary>
    Function = 2,

    /// <summary>Whoever has the function key.</summary>
    System = 3,

    /// <summary>Whoever has the function key.</summary>
    Admin = 4,
}

/// <summary>Runs on a request.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class HttpTriggerAttribute : Attribute
{
    /// <summary>Any method, with the function key.</summary>
    public HttpTriggerAttribute()
        : this(AuthorizationLevel.Function)
    {
    }

    /// <summary>These methods, with the function key.</summary>
    public HttpTriggerAttribute(params string[] methods)
        : this(AuthorizationLevel.Function, methods)
    {
    }

    /// <summary>These methods, at this level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) => (AuthLevel, Methods) = (authLevel, methods);

    /// <summary>Who may call.</summary>
    public AuthorizationLevel AuthLevel { get; }

    /// <summary>HTTP methods; none: any.</summary>
    public string[] Methods { get; }

    /// <summary>The route; null: the function's name.</summary>
    public string? Route { get; set; }
}

/// <summary>Runs on events of a topic's subscription.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceBusTriggerAttribute(string topicName, string subscriptionName) : Attribute
{
    /// <summary>The topic.</summary>
    public string TopicName { get; } = topicName;

    /// <summary>The subscription.</summary>
    public string SubscriptionName { get; } = subscriptionName;

    /// <summary>Name of the setting with the connection. Standalone has none.</summary>
    public string? Connection { get; set; }

    /// <summary>Several events at once, as an array.</summary>
    public bool IsBatched { get; set; }
}

/// <summary>Runs by the clock.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TimerTriggerAttribute(string schedule) : Attribute
{
    /// <summary>Six fields (second, minute, hour, day, month, day of week) or <c>%SETTING%</c>.</summary>
    public string Schedule { get; } = schedule;

    /// <summary>Runs once when the host starts, too.</summary>
    public bool RunOnStartup { get; set; }

    /// <summary>Occurrences missed while nothing ran are made up for.</summary>
    public bool UseMonitor { get; set; } = true;
}

/// <summary>An occurrence.</summary>
public sealed class TimerInfo
{
    /// <summary>When it last ran and runs next.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>It runs later than it was due.</summary>
    public bool IsPastDue { get; set; }
}

/// <summary>When a timer last ran and runs next, UTC.</summary>
public sealed class ScheduleStatus
{
    /// <summary>The last occurrence.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next occurrence.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this was written.</summary>
    public DateTime LastUpdated { get; set; }
}
