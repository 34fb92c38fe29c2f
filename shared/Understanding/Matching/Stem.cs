namespace WhatsAppBots.Understanding.Matching;

/// <summary>Cuts endings off, so that "read" and "reading", "correr" and "corrí" are one. Light: what it leaves need not be a word.</summary>
internal static class Stem
{
    private const int LongEnough = 7;

    // Longest first; English, Spanish, Portuguese and Hinglish together, then Hindi and Hebrew. The shortest stem left has three letters.
    private static readonly string[] _endings =
    [
        "imientos", "imentos", "amientos", "amentos", "imiento", "imento", "amiento", "aciones", "amento", "acion", "acoes", "acao",
        "ieron", "iendo", "aron", "ando", "endo", "indo", "ions", "ion", "eza", "amos", "emos", "imos", "ings",
        "ing", "ado", "ada", "ido", "ida", "ies", "ed", "es", "ar", "er", "ir", "ei", "ou", "eu", "iu", "na", "ni", "ne", "s", "a", "e", "i", "o", "y",
        "ाई", "ना", "नी", "ने", "ता", "ती", "ते", "ों", "ें", "ा", "ी", "े", "ים", "ות", "תי", "ו", "ה",
    ];

    private static readonly string[] _hebrewPrefixes = ["וה", "לה", "בה", "ה", "ל", "ב", "ו", "מ"];

    /// <summary>A word without its ending, and the other form that it may be without it.</summary>
    public static (string Stem, string ByVowel) Both(string word) => Of(word) is var stem ? (stem, ByVowel(word, stem)) : default;

    // "padhna" ends in "na", "caminé" in "e" alone.
    private static string ByVowel(string word, string stem) =>
        word.Length > 4 && word[^2] == 'n' && word[^1] is 'a' or 'e' or 'i' && word.Length - stem.Length == 2 ? word[..^1] : stem;

    private static string Of(string word)
    {
        if (word.Length > 0 && word[0] is >= '\u05d0' and <= '\u05ea')
        {
            var prefix = _hebrewPrefixes.FirstOrDefault(each => word.Length - each.Length >= 3 && word.StartsWith(each, StringComparison.Ordinal));
            word = word[(prefix?.Length ?? 0)..];
        }

        var ending = _endings.FirstOrDefault(each => word.Length - each.Length >= 3 && word.EndsWith(each, StringComparison.Ordinal));
        var stem = word[..^(ending?.Length ?? 0)];

        // "meditate", "meditation" and "meditar"; "relaxation" and "relax". Of shorter words little would be left.
        if (stem.Length >= LongEnough && stem.EndsWith("at", StringComparison.Ordinal)) stem = stem[..^2];

        // "running", "run".
        return stem.Length > 3 && stem[^1] == stem[^2] ? stem[..^1] : stem;
    }
}
