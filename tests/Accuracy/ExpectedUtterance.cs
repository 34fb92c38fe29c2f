using NodaTime;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>A text and what it means.</summary>
/// <param name="Now">When it was written, and what the clock there showed.</param>
internal sealed record ExpectedUtterance(string Language, string Text, ZonedDateTime Now)
{
    /// <summary>As the file has it.</summary>
    public required string Line { get; init; }

    /// <summary>The kind of those that tell none.</summary>
    public const string NoKind = "any";

    /// <summary>What it was written to try: <c>pause</c>, <c>limit</c>; <see cref="NoKind"/> where it tells none.</summary>
    public string Kind { get; init; } = NoKind;

    /// <summary>Against what it is read.</summary>
    public TextContext Context => new(Language, Now.Zone, Now.ToInstant());

    /// <summary>Any of them is right as the first reading.</summary>
    public required IReadOnlyList<Intent> Intents { get; init; }

    /// <summary>For each thing it is about the wordings that are fair; null among them: no name is fair too.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Names { get; init; }

    /// <summary>Each with its readings, the likeliest first.</summary>
    public required IReadOnlyList<IReadOnlyList<ExpectedMoment>> Moments { get; init; }

    public Recurrence? Recurrence { get; init; }

    public required IReadOnlyList<Length> Lengths { get; init; }

    public Amount? Amount { get; init; }

    public required IReadOnlyList<Count> Counts { get; init; }

    public bool IsDistressed { get; init; }
}

/// <summary>A point in time as far as it was named.</summary>
internal sealed record ExpectedMoment(LocalDate? Date, LocalTime? Time, DayPart? Part, MomentRole Role);
