namespace WhatsAppBots.Understanding.Words;

/// <summary>A text in tokens, with what the lexicon says of each place. All readers look at it; none changes it.</summary>
internal sealed class Sentence
{
    private static readonly int _kinds = Enum.GetValues<Kind>().Length;

    private readonly List<Sense>[] _senses;
    private readonly bool[] _says = new bool[_kinds];

    /// <param name="text">What was written, however long.</param>
    /// <param name="lexicon">What its words may mean.</param>
    /// <param name="mostCharacters">Characters that are read.</param>
    /// <param name="mostTokens">Tokens that are read.</param>
    public Sentence(string text, Lexicon lexicon, int mostCharacters = TextLimit.Characters, int mostTokens = TextLimit.Tokens)
    {
        Whole = text;
        Text = TextLimit.Head(text, mostCharacters);
        Language = lexicon.Language;
        var cut = Tokenizer.Cut(Text, mostTokens);
        if (cut.Count == mostTokens) Text = Text[..cut[^1].End];
        IsCut = Text.Length < text.AsSpan().TrimEnd().Length;
        var tokens = cut.ConvertAll(token => token.IsWord ? token with { Plain = lexicon.Spelling(token.Plain) } : token);
        Tokens = Language == Languages.Hebrew ? HebrewPrefixes.Split(tokens, lexicon) : tokens;
        _senses = new List<Sense>[Tokens.Count];
        for (var i = 0; i < Tokens.Count; i++)
        {
            _senses[i] = SensesAt(i, lexicon);
            foreach (var sense in _senses[i]) _says[(int)sense.Kind] = true;
        }
    }

    /// <summary>What is read of it: all, or the beginning.</summary>
    public string Text { get; }

    /// <summary>All of it.</summary>
    public string Whole { get; }

    /// <summary>It goes on behind what is read.</summary>
    public bool IsCut { get; }

    public string Language { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>It tells of what was done, as far as a language needs to know: "kal" is yesterday then.</summary>
    public bool IsPast => Says(Kind.PastMark);

    /// <summary>True for a text about dinner or going to bed: 10:30 in it may be the evening's.</summary>
    public bool IsOfBedtime => Says(Kind.Late);

    public int Count => Tokens.Count;

    public IReadOnlyList<Sense> At(int i) => i >= 0 && i < Count ? _senses[i] : [];

    /// <summary>True where a phrase of the kind stands somewhere in the text. One pass over the tokens fills it.</summary>
    public bool Says(Kind kind) => _says[(int)kind];

    /// <summary>The longest phrase of a kind here.</summary>
    public bool Has(int i, Kind kind, out Sense sense)
    {
        foreach (var each in At(i))
        {
            if (each.Kind != kind) continue;
            sense = each;
            return true;
        }

        sense = default;
        return false;
    }

    public bool Has(int i, Kind kind) => Has(i, kind, out _);

    /// <summary>A phrase of a kind ends before this token.</summary>
    public bool Ends(int i, Kind kind)
    {
        for (var words = 1; words <= 4; words++)
        {
            foreach (var sense in At(i - words))
            {
                if (sense.Kind == kind && sense.Length == words) return true;
            }
        }

        return false;
    }

    /// <summary>Goes over one phrase of a kind, where there is one.</summary>
    public bool Take(ref int i, Kind kind) => Take(ref i, kind, out _);

    /// <summary>Goes over one phrase of a kind, where there is one.</summary>
    public bool Take(ref int i, Kind kind, out Sense sense)
    {
        if (!Has(i, kind, out sense)) return false;
        i += sense.Length;
        return true;
    }

    /// <summary>Goes over one phrase of any of the kinds, the longest.</summary>
    public bool TakeAny(ref int i, out Sense sense, params ReadOnlySpan<Kind> kinds)
    {
        foreach (var each in At(i))
        {
            if (!kinds.Contains(each.Kind)) continue;
            sense = each;
            i += each.Length;
            return true;
        }

        sense = default;
        return false;
    }

    public bool IsSign(int i, string sign) => i >= 0 && i < Count && Tokens[i].IsSign && Tokens[i].Plain == sign;

    public bool IsDigits(int i) => i >= 0 && i < Count && Tokens[i].IsDigits;

    public bool IsWord(int i) => i >= 0 && i < Count && Tokens[i].IsWord;

    /// <summary>Nothing stands between this token and the one before.</summary>
    public bool IsGlued(int i) => i > 0 && i < Count && Tokens[i].Start == Tokens[i - 1].End;

    /// <summary>A clause ends here: nothing follows, or a sign that is not within a word or number.</summary>
    public bool EndsAt(int i) => i >= Count || Tokens[i].IsSign;

    private List<Sense> SensesAt(int start, Lexicon lexicon)
    {
        var senses = new List<Sense>();
        foreach (var phrase in lexicon.StartingWith(Tokens[start].Plain))
        {
            var i = start;
            var fits = true;
            for (var word = 0; word < phrase.Words.Length && fits; word++)
            {
                if (word == 1 && phrase.Sense.Kind == Kind.Intent && i < Count && Tokens[i].Plain is "already" or "just" or "finally") i++;
                if (word > 0 && i < Count && (Tokens[i].Plain == "-" || Tokens[i].Plain == "," && phrase.Sense.Text == "=")) i++;
                fits = i < Count && Tokens[i++].Plain == phrase.Words[word];
            }

            if (fits) senses.Add(phrase.Sense with { Length = i - start });
        }

        return senses;
    }
}
