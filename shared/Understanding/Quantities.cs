using NodaTime;

namespace WhatsAppBots.Understanding;

/// <summary>Money as people write it.</summary>
/// <param name="Minor">Minor units (ISO 4217).</param>
/// <param name="Currency">ISO 4217; null where none was named ("2k").</param>
public sealed record Amount(long Minor, string? Currency);

/// <summary>A count with the word behind it: "8 glasses", "+2".</summary>
/// <param name="Unit">As written, null where there is none.</param>
/// <param name="IsAdded">It is written as an addition: "+2", "2 more".</param>
public sealed record Count(decimal Number, string? Unit, bool IsAdded);

/// <summary>A length of time: "20 minutes", "two hours and a half".</summary>
/// <param name="Anchor">Null: a length alone ("for 20 minutes"). Else it is counted from something: "30 minutes before the deadline".</param>
public sealed record Length(Period Period, LengthAnchor? Anchor = null);

/// <summary>From what a length is counted.</summary>
public enum LengthAnchor
{
    /// <summary>"30 minutes before the deadline", "before it ends".</summary>
    BeforeDeadline,

    /// <summary>"10 minutes before it starts".</summary>
    BeforeStart,

    /// <summary>"half an hour after".</summary>
    After,
}
