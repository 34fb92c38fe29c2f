using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Tokens in links and callbacks: purpose, subject and expiry, signed with SECRET_KEY. Nobody can forge one, use one for another purpose,
/// or use one after it expires. During a key rotation tokens of the old key are accepted too.
/// </summary>
public sealed class SignedTokens(IOptions<SecretKey> secret, TimeProvider time)
{
    /// <summary>Makes a token.</summary>
    /// <param name="purpose">Purpose; a token for another purpose is refused.</param>
    /// <param name="subject">Subject, such as an id.</param>
    public string Make(string purpose, string subject, TimeSpan lives)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() + lives).ToUnixTimeSeconds()}.{subject}");
        var hash = secret.Value.Hash(Signed(purpose, claim));
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claim))}.{Base64Url.EncodeToString(hash)}";
    }

    /// <summary>
    /// Subject of a token; null where the token is forged, expired, or for another purpose, or where the database could not even be asked
    /// for its subject.
    /// </summary>
    public string? Read(string purpose, string? token)
    {
        var parts = (token ?? "").Split('.');
        if (parts.Length != 2 || !Base64Url.IsValid(parts[0]) || !Base64Url.IsValid(parts[1])) return null;
        var claim = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]));
        if (!secret.Value.IsHash(Signed(purpose, claim), Base64Url.DecodeFromChars(parts[1]))) return null;
        var said = claim.Split('.', 2);
        return said.Length == 2 && long.TryParse(said[0], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && time.GetUtcNow().ToUnixTimeSeconds() <= until && !said[1].Contains('\0') ? said[1] : null;
    }

    private static string Signed(string purpose, string claim) => $"{purpose}\n{claim}";
}
