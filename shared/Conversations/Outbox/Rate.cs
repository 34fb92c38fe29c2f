using System.Globalization;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>A burst and its refill.</summary>
/// <param name="Burst">Messages that may go at once.</param>
/// <param name="PerSecond">Messages regained a second; infinite lifts the limit.</param>
public sealed record Rate(double Burst, double PerSecond)
{
    /// <summary>No limit.</summary>
    public static Rate Unlimited { get; } = new(double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>True where nothing waits.</summary>
    public bool IsUnlimited => double.IsInfinity(PerSecond);

    /// <summary>
    /// Reads <c>80</c> (80 a second, as many at once), <c>45/6s</c> (45 at once, one regained in 6 s) or <c>off</c>.
    /// </summary>
    public static bool TryParse(string text, out Rate rate)
    {
        rate = Unlimited;
        if (text.Trim().Equals("off", StringComparison.OrdinalIgnoreCase)) return true;
        var parts = text.Trim().Split('/');
        if (parts.Length > 2 || !TryNumber(parts[0], out var burst)) return false;
        if (parts.Length == 1)
        {
            rate = new Rate(burst, burst);
            return true;
        }

        if (!parts[1].EndsWith('s') || !TryNumber(parts[1][..^1], out var seconds)) return false;
        rate = new Rate(burst, 1 / seconds);
        return true;
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && number > 0 && double.IsFinite(number);
}
