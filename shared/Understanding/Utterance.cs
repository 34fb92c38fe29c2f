namespace WhatsAppBots.Understanding;

/// <summary>A text, understood by rules alone.</summary>
/// <param name="Intents">What they may want, the likeliest first; <see cref="Intent.None"/> alone where nothing tells. More than one: ask.</param>
/// <param name="Name">What it is about, in the person's words without the ones of the intent and of time: "meditation"; null where nothing is left.</param>
/// <param name="Reading">What it says of time, money and numbers.</param>
public sealed record Utterance(IReadOnlyList<Intent> Intents, string? Name, TextReading Reading)
{
    /// <summary>The likeliest intent.</summary>
    public Intent Intent => Intents[0];

    /// <summary>Several names were said: "done with reading and yoga". Empty or the parts of <see cref="Name"/>.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>It says more than was read or can be told apart: whoever acts on it acts on half of what was said. <see cref="TextLimit"/></summary>
    public bool IsCut { get; init; }

    /// <summary>Words of distress: whoever writes so needs help rather than a drill.</summary>
    public bool IsDistressed { get; init; }
}
