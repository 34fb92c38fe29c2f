using WhatsAppBots.Understanding.Times;

namespace WhatsAppBots.Understanding.Reading;

/// <summary>Something found at tokens of a text; one of the values is set.</summary>
/// <param name="Start">First token.</param>
/// <param name="Next">The token behind.</param>
internal sealed record Finding(int Start, int Next)
{
    public SaidTime? Time { get; init; }

    public Recurrence? Recurrence { get; init; }

    public Length? Length { get; init; }

    public Amount? Amount { get; init; }

    public Count? Count { get; init; }
}
