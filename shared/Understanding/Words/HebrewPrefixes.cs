namespace WhatsAppBots.Understanding.Words;

/// <summary>
/// Hebrew writes "at", "to", "from", "and" and "the" as a letter of the next word. A word the lexicon does not know
/// is cut where what is left is known.
/// </summary>
internal static class HebrewPrefixes
{
    private const string Prefixes = "בלמוהשכ";

    public static List<Token> Split(List<Token> tokens, Lexicon lexicon)
    {
        var split = new List<Token>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (!token.IsWord || token.Plain[0] is < '\u05d0' or > '\u05ea')
            {
                // "ב-7": the hyphen belongs to the prefix.
                var isJoint = token.Plain == "-" && split.Count > 0 && split[^1] is { IsWord: true, Plain.Length: 1 } && i + 1 < tokens.Count
                    && (tokens[i + 1].IsDigits || tokens[i + 1].Plain.Length > 1);
                if (!isJoint) split.Add(token);
                continue;
            }

            var isBeforeDigits = i + 1 < tokens.Count && (tokens[i + 1].IsDigits || tokens[i + 1].Plain == "-" && i + 2 < tokens.Count && tokens[i + 2].IsDigits) && token.Plain.Length is 2 or 3 && !lexicon.Knows(token.Plain) && token.Plain.All(letter => Prefixes.Contains(letter, StringComparison.Ordinal));
            Add(split, token, lexicon, isBeforeDigits);
        }

        return split;
    }

    private static void Add(List<Token> split, Token token, Lexicon lexicon, bool isBeforeDigits)
    {
        var cut = isBeforeDigits && token.Plain.Length == token.End - token.Start ? token.Plain.Length - 1 : 0;
        if (cut == 0 && !lexicon.Knows(token.Plain) && token.Plain.Length == token.End - token.Start)
        {
            for (var letters = 1; letters <= 3 && letters < token.Plain.Length - 1; letters++)
            {
                // Nothing but the word itself follows "the".
                if (letters > 1 && token.Plain[letters - 2] == 'ה') break;
                if (!Prefixes.Contains(token.Plain[letters - 1], StringComparison.Ordinal)) break;
                if (!lexicon.Knows(token.Plain[letters..])) continue;
                cut = letters;
                break;
            }
        }

        // "נמאס לי ממקלחות": the phrase says that a prefix follows.
        if (cut == 0 && !lexicon.Knows(token.Plain) && token.Plain.Length > 3 && token.Plain.Length == token.End - token.Start
            && lexicon.LeadingTo(token.Plain[..1]).Any(words => EndsWith(split, words))) cut = 1;
        for (var i = 0; i < cut; i++) split.Add(new Token(token.Start + i, token.Start + i + 1, token.Plain[i..(i + 1)], false, true));
        split.Add(token with { Start = token.Start + cut, Plain = token.Plain[cut..] });
    }

    private static bool EndsWith(List<Token> tokens, string[] words)
    {
        if (tokens.Count < words.Length) return false;
        for (var i = 1; i <= words.Length; i++)
        {
            if (tokens[^i].Plain != words[^i]) return false;
        }

        return true;
    }
}
