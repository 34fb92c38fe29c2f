using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace WhatsAppBots.Hosting;

/// <summary>
/// Tokens in links and callbacks: what they are for, whom they concern, and until when, signed with SECRET_KEY. Nobody can
/// make one up, use one for something else, or use it for ever. While the key changes, tokens of the old one are taken too.
/// </summary>
public sealed class SignedTokens(IOptions<SecretKey> secret, TimeProvider time)
{
    /// <summary>A token.</summary>
    /// <param name="purpose">What it is for; one for another purpose is not taken.</param>
    /// <param name="subject">Whom or what it concerns.</param>
    public string Make(string purpose, string subject, TimeSpan lives)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"{(time.GetUtcNow() + lives).ToUnixTimeSeconds()}.{subject}");
        return $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claim))}.{Base64Url.EncodeToString(secret.Value.Hash(Signed(purpose, claim)))}";
    }

    /// <summary>The subject of a token; null where it is forged, for another purpose, or too old.</summary>
    public string? Read(string purpose, string? token)
    {
        var parts = (token ?? "").Split('.');
        if (parts.Length != 2 || !Base64Url.IsValid(parts[0]) || !Base64Url.IsValid(parts[1])) return null;
        var claim = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[0]));
        if (!secret.Value.IsHash(Signed(purpose, claim), Base64Url.DecodeFromChars(parts[1]))) return null;
        var said = claim.Split('.', 2);
        return said.Length == 2 && long.TryParse(said[0], NumberStyles.None, CultureInfo.InvariantCulture, out var until)
            && time.GetUtcNow().ToUnixTimeSeconds() <= until ? said[1] : null;
    }

    private static string Signed(string purpose, string claim) => $"{purpose}\n{claim}";
}
