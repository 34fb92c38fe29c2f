using System.Globalization;

namespace WhatsAppBots.Maintenance.People;

/// <summary>A telephone or user id that was the person's and is somebody else's by now.</summary>
/// <param name="At">The provider's time until which it was the person's, in UTC.</param>
internal sealed record LeftKey(string Key, DateTime At)
{
    /// <summary>Reads what chat.people.former has of one, such as <c>1767225600 15551234567</c>.</summary>
    public static LeftKey Read(string former)
    {
        var parts = former.Split(' ', 2);
        return new LeftKey(parts[1], DateTime.UnixEpoch.AddSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture)));
    }
}
