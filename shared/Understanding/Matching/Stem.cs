namespace WhatsAppBots.Understanding.Matching;

/// <summary>Cuts endings off, so that "read" and "reading", "correr" and "corrí" are one. Light: what it leaves need not be a word.</summary>
internal static class Stem
{
    // Longest first; English, Spanish, Portuguese and Hinglish together, then Hindi and Hebrew. The shortest stem left has three letters.
    private static readonly string[] _endings =
    [
        "ieron", "iendo", "aron", "ando", "endo", "indo", "amos", "emos", "imos", "ings",
        "ing", "ado", "ada", "ido", "ida", "ies", "ed", "es", "ar", "er", "ir", "ei", "ou", "eu", "iu", "na", "ni", "ne", "s", "a", "e", "i", "o", "y",
        "ना", "नी", "ने", "ता", "ती", "ते", "ों", "ें", "ा", "ी", "े", "ים", "ות", "תי", "ו", "ה",
    ];

    private static readonly string[] _hebrewPrefixes = ["וה", "לה", "בה", "ה", "ל", "ב", "ו", "מ"];

    public static string Of(string word)
    {
        if (word.Length > 0 && word[0] is >= '\u05d0' and <= '\u05ea')
        {
            var prefix = _hebrewPrefixes.FirstOrDefault(each => word.Length - each.Length >= 3 && word.StartsWith(each, StringComparison.Ordinal));
            word = word[(prefix?.Length ?? 0)..];
        }

        var ending = _endings.FirstOrDefault(each => word.Length - each.Length >= 3 && word.EndsWith(each, StringComparison.Ordinal));
        var stem = word[..^(ending?.Length ?? 0)];

        // "running", "run".
        return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
