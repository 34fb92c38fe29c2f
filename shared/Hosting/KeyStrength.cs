namespace WhatsAppBots.Hosting;

/// <summary>
/// Estimate of a key's entropy. The alphabet is estimated from the kinds of characters and from the number of different ones. A repeated
/// part, a sequence (1234) and a common word each count as one character. Only clearly weak keys are refused.
/// </summary>
public static class KeyStrength
{
    // The estimate is low for random keys, since runs such as 6789 occur in them by chance. A key of random bytes must never be refused.
    private const double Slack = 0.7;
    private const int ShortestCopy = 6;
    private const int ShortestSteps = 4;
    private const int Hexadecimal = 16;

    private static readonly string[] _words =
    [
        "password", "passwort", "secret", "changeme", "change-me", "development", "production", "whatsapp", "function", "simulator",
        "example", "letmein", "qwerty", "qwertz", "asdf", "your-", "key",
    ];

    /// <summary>Tells whether a key can hold that many random bytes: 32 are 64 hexadecimal digits, or 43 characters of base64.</summary>
    public static bool Holds(string key, int bytes) => Bits(key) >= bytes * 8 * Slack;

    /// <summary>Estimated entropy of a key, in bits.</summary>
    public static double Bits(string key) => Counted(key) * Math.Log2(Math.Max(1, Math.Min(Alphabet(key), DrawnFrom(key))));

    // Counts the characters that do not follow from those before them.
    private static int Counted(string key)
    {
        var counted = 0;
        for (var at = 0; at < key.Length; counted++)
        {
            at += Math.Max(1, new[] { Copy(key, at), Steps(key, at), Word(key, at) }.Max());
        }

        return counted;
    }

    // Length of the longest part from here that also occurs earlier, if it is too long for a coincidence.
    private static int Copy(string key, int at)
    {
        var longest = 0;
        for (var from = 0; from < at; from++)
        {
            var length = 0;
            while (at + length < key.Length && key[from + length] == key[at + length]) length++;
            longest = Math.Max(longest, length);
        }

        return longest >= ShortestCopy ? longest : 0;
    }

    // aaaa, 1234, dcba.
    private static int Steps(string key, int at)
    {
        if (at + 1 >= key.Length || Math.Abs(key[at + 1] - key[at]) > 1) return 0;
        var (step, end) = (key[at + 1] - key[at], at + 1);
        while (end + 1 < key.Length && key[end + 1] - key[end] == step) end++;
        return end - at + 1 >= ShortestSteps ? end - at + 1 : 0;
    }

    private static int Word(string key, int at) =>
        _words.Where(word => key.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(word => word.Length).DefaultIfEmpty().Max();

    private static double Alphabet(string key)
    {
        var isHexadecimal = key.All(char.IsAsciiHexDigitLower) || key.All(char.IsAsciiHexDigitUpper);
        if (isHexadecimal && !key.All(char.IsAsciiDigit)) return Hexadecimal;
        return (key.Any(char.IsAsciiDigit) ? 10 : 0) + (key.Any(char.IsAsciiLetterLower) ? 26 : 0)
            + (key.Any(char.IsAsciiLetterUpper) ? 26 : 0) + (key.All(char.IsAsciiLetterOrDigit) ? 0 : 32);
    }

    // Of an alphabet of a characters, n draws show a(1 - e^(-n/a)) different ones: solved for a.
    private static double DrawnFrom(string key)
    {
        double different = key.Distinct().Count(), length = key.Length, low = different, high = 4096;
        for (var n = 0; n < 40; n++)
        {
            var middle = (low + high) / 2;
            if (middle * (1 - Math.Exp(-length / middle)) < different) low = middle;
            else high = middle;
        }

        return low;
    }
}
