using System.Net.Mail;

namespace WhatsAppBots.Access;

/// <summary>Addresses of e-mail, which people sign in with.</summary>
public static class Email
{
    private const int Longest = 254;

    /// <summary>Reads an address, in lower case; null where it is none.</summary>
    public static string? Read(string? text)
    {
        var plain = text?.Trim().ToLowerInvariant() ?? "";
        return plain.Length is >= 3 and <= Longest && !plain.Any(char.IsWhiteSpace) && !plain.Any(char.IsControl)
            && MailAddress.TryCreate(plain, out var address) && address.Address == plain ? plain : null;
    }
}
