namespace WhatsAppBots.Understanding.Numbers;

/// <summary>A number in a text.</summary>
/// <param name="Value">Its value.</param>
/// <param name="Next">The token behind it.</param>
/// <param name="IsDigits">It begins with digits rather than words.</param>
/// <param name="IsScaled">"k", "lakh", "mil" stood behind it.</param>
/// <param name="Leads">It begins with a zero: "07".</param>
internal readonly record struct Number(decimal Value, int Next, bool IsDigits, bool IsScaled, bool Leads)
{
    public bool IsWhole => Value == decimal.Truncate(Value);
}
