namespace WhatsAppBots.Images.Astria;

/// <summary>Astria did not do what it was asked.</summary>
/// <param name="kind">What that means for the asker.</param>
public sealed class AstriaException(AstriaFailure kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What that means for the asker.</summary>
    public AstriaFailure Kind { get; } = kind;
}

/// <summary>What a failure of Astria means for the asker.</summary>
public enum AstriaFailure
{
    /// <summary>422 and other refusals of what was asked: it is never asked again.</summary>
    Refused,

    /// <summary>There is no such thing (any more).</summary>
    NotThere,

    /// <summary>429: later, it was not done.</summary>
    Busy,

    /// <summary>Our key, our credit: later, when somebody has mended it. It was not done.</summary>
    Account,

    /// <summary>500 and its like, time-outs, broken connections: it may or may not have been done.</summary>
    Unknown,
}
