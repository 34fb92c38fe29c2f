using NodaTime;
using WhatsAppBots.Understanding.Days;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Times;

/// <summary>A moment as it was said, before it is known what else the text tells.</summary>
internal sealed record SaidTime(int Start, int Next)
{
    public Day? Day { get; init; }

    public PartOfDay? Part { get; init; }

    public Clock? Clock { get; init; }

    public MomentRole Role { get; init; }

    /// <summary>Counted from now.</summary>
    public Instant? Exact { get; init; }

    /// <summary>It was counted in days or more: no time of day was meant.</summary>
    public bool IsDayOnly { get; init; }

    /// <summary>"every evening": of the recurrence, not of a day.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Where the range ends that begins here.</summary>
    public SaidTime? RangeEnd { get; init; }

    public PartOfDay? SaidPart => Part ?? Day?.Part;
}
