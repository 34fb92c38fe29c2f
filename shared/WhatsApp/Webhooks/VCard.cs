using System.Text.RegularExpressions;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>The name and the telephones of a contact card in the vCard format. https://www.rfc-editor.org/rfc/rfc6350</summary>
/// <param name="Name">The formatted name (FN), else the parts of N.</param>
/// <param name="Phones">In the order of the card.</param>
internal sealed partial record VCard(string? Name, IReadOnlyList<VCard.Number> Phones)
{
    private const int Longest = 64 * 1024;

    /// <summary>A telephone.</summary>
    /// <param name="Written">As the card writes it.</param>
    /// <param name="Digits">WhatsApp's number (<c>waid</c>), else the digits of an international one; null: neither.</param>
    public readonly record struct Number(string Written, string? Digits);

    /// <summary>Reads a card; one that is none has neither name nor telephones.</summary>
    public static VCard Read(string? text)
    {
        string? formatted = null, parts = null;
        var phones = new List<Number>();
        foreach (var line in Unfolded(text))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var (head, value) = (line[..colon].Split(';'), Unescaped(line[(colon + 1)..]).Trim());
            if (value.Length == 0) continue;

            // "item1.TEL": a group says nothing.
            switch (head[0][(head[0].LastIndexOf('.') + 1)..].ToUpperInvariant())
            {
                case "FN":
                    formatted ??= value;
                    break;
                case "N":
                    parts ??= Parts(value);
                    break;
                case "TEL":
                    phones.Add(Phone(value, head));
                    break;
            }
        }

        return new VCard(formatted ?? parts, phones);
    }

    // A line that begins with white space goes on where the one before ended.
    private static string[] Unfolded(string? text) => text is not { Length: > 0 and <= Longest }
        ? [] : Fold().Replace(text, "").Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string Unescaped(string value) => value.Replace("\\n", " ", StringComparison.OrdinalIgnoreCase)
        .Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal);

    // Family; given; additional; prefixes; suffixes.
    private static string? Parts(string value)
    {
        var parts = value.Split(';', StringSplitOptions.TrimEntries);
        var name = string.Join(' ', new[] { parts.ElementAtOrDefault(1), parts[0] }.Where(part => !string.IsNullOrEmpty(part)));
        return name.Length == 0 ? null : name;
    }

    private static Number Phone(string value, string[] head)
    {
        var written = value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? value[4..] : value;
        var known = head.Where(part => part.StartsWith("waid=", StringComparison.OrdinalIgnoreCase)).Select(part => part[5..]).FirstOrDefault();
        var digits = string.Concat(written.Where(char.IsAsciiDigit));
        return new Number(written, known is { Length: > 0 } && known.All(char.IsAsciiDigit) ? known : written.StartsWith('+') && digits.Length > 0 ? digits : null);
    }

    [GeneratedRegex(@"\r?\n[ \t]")]
    private static partial Regex Fold();
}
