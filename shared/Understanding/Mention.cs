namespace WhatsAppBots.Understanding;

/// <summary>A place in a text that means something.</summary>
/// <param name="Start">Index of its first character, of the text as it was written.</param>
/// <param name="Length">In characters.</param>
/// <param name="Readings">What it may mean, the likeliest first; never empty. More than one: ask.</param>
public sealed record Mention<T>(int Start, int Length, IReadOnlyList<T> Readings)
{
    /// <summary>It can mean one thing only.</summary>
    public bool IsClear => Readings.Count == 1;

    /// <summary>The likeliest reading.</summary>
    public T Likeliest => Readings[0];
}
