namespace WhatsAppBots.Contracts.Outgoing;

/// <summary>Classes of errors a provider reports, in an answer or later by webhook: whom the error concerns, and what helps.</summary>
public enum ErrorClass
{
    /// <summary>This message alone: it is invalid, and would be the next time too.</summary>
    Message,

    /// <summary>The template of this message: missing, paused, disabled, or filled with the wrong values.</summary>
    Template,

    /// <summary>This person: cannot be reached, or may not be written to by this business.</summary>
    Recipient,

    /// <summary>This person has opted out at the provider.</summary>
    OptedOut,

    /// <summary>A marketing message that is held back; not to be tried again today.</summary>
    Marketing,

    /// <summary>The 24-hour window is closed: a template would be accepted.</summary>
    Window,

    /// <summary>Too many messages to this person: they wait, others go on.</summary>
    Pair,

    /// <summary>Too many messages of this business number: all of it waits for a while.</summary>
    Rate,

    /// <summary>The business number, its account or its token: nothing of this number is sent until somebody acts.</summary>
    Account,

    /// <summary>A temporary fault: the same message is accepted later.</summary>
    Passing,
}
