namespace WhatsAppBots.WhatsApp;

/// <summary>Masks phone numbers for logs.</summary>
public static class PhoneMask
{
    private const int Shown = 4;
    private const string Hidden = "•••";

    /// <summary><c>15551234567</c> becomes <c>1555•••4567</c>; of a short number only the last two digits are shown.</summary>
    public static string Mask(string? phone) => phone switch
    {
        null or "" => "",
        { Length: > 2 * Shown } => $"{phone[..Shown]}{Hidden}{phone[^Shown..]}",
        { Length: > Shown } => $"{Hidden}{phone[^2..]}",
        _ => Hidden,
    };
}
