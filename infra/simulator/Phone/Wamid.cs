using System.Text;

namespace WhatsAppBots.Simulator.Phone;

/// <summary>Ids of messages as Meta makes them: base64 that holds the person's number in plain digits, and something random.</summary>
internal static class Wamid
{
    /// <summary>A new id.</summary>
    /// <param name="person">Whose message it is, or whom it is for.</param>
    public static string Of(string person)
    {
        var key = Encoding.ASCII.GetBytes(person);
        var random = Encoding.ASCII.GetBytes(Guid.NewGuid().ToString("N").ToUpperInvariant());
        return "wamid." + Convert.ToBase64String([0x1c, 0x18, (byte)key.Length, .. key, 0x15, 0x02, 0x00, 0x11, 0x18, (byte)random.Length, .. random, 0x00]);
    }
}
