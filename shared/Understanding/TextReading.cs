namespace WhatsAppBots.Understanding;

/// <summary>What a text says of time, money and numbers, each in the order of the text; no place is taken twice.</summary>
public sealed record TextReading
{
    /// <summary>Points in time.</summary>
    public IReadOnlyList<Mention<Moment>> Moments { get; init; } = [];

    /// <summary>What recurs.</summary>
    public IReadOnlyList<Mention<Recurrence>> Recurrences { get; init; } = [];

    /// <summary>Lengths of time.</summary>
    public IReadOnlyList<Mention<Length>> Lengths { get; init; } = [];

    /// <summary>Money.</summary>
    public IReadOnlyList<Mention<Amount>> Amounts { get; init; } = [];

    /// <summary>Other numbers.</summary>
    public IReadOnlyList<Mention<Count>> Counts { get; init; } = [];

    /// <summary>The text is longer than what is read of it: what it says as a whole is not known. <see cref="TextLimit"/></summary>
    public bool IsCut { get; init; }

    /// <summary>What is left of the text without all of these and the little words that led to them.</summary>
    public string Rest { get; init; } = "";
}
