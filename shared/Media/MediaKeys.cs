using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace WhatsAppBots.Media;

/// <summary>
/// Names of files in the media store: lower-case letters, digits, "-" and "_", and a short extension. They hold no path, and
/// mean the same on every file system.
/// </summary>
public static partial class MediaKeys
{
    private const int RandomBytes = 16;

    /// <summary>A random name that no one can guess.</summary>
    /// <param name="extension">With or without its dot; one that is not fit for a name is left out.</param>
    public static string New(string? extension)
    {
        var name = RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true);
        var withExtension = $"{name}.{extension?.TrimStart('.').ToLowerInvariant()}";
        return IsValid(withExtension) ? withExtension : name;
    }

    /// <summary>Whether it can be a key.</summary>
    public static bool IsValid(string? key) => key is not null && Form().IsMatch(key);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9_-]{3,63}(\.[a-z0-9]{1,8})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
