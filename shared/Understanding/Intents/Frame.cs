using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>A text seen from its edges: what is left between greetings, courtesies, times and signs. All is looked up once, so that long junk stays cheap.</summary>
internal sealed class Frame
{
    private readonly bool[] _isFound;
    private readonly bool[] _isQuoted;
    private readonly bool[] _isSmall;
    private readonly bool[] _beginsClause;
    private readonly bool[] _endsClause;
    private readonly int[] _clauses;
    private readonly int[] _weighty;

    public Frame(Sentence text, List<Finding> found)
    {
        Text = text;
        _isFound = new bool[text.Count];
        _isQuoted = Quotes.Within(text);
        IsCount = new bool[text.Count];
        foreach (var finding in found)
        {
            for (var i = finding.Start; i < finding.Next; i++) (_isFound[i], IsCount[i]) = (true, finding.Count is not null);
        }

        // "subah 8 aur raat 8 baje leni hai": this "and" is of the times, not of the names.
        for (var i = 1; i < text.Count; i++) _isFound[i] |= Splitter.Joins(text, found, i);
        _isSmall = Small();
        (_beginsClause, _endsClause) = (new bool[text.Count + 1], new bool[text.Count + 1]);
        (_clauses, _weighty) = (new int[text.Count + 1], new int[text.Count + 1]);
        FillForward();
        FillBack();
        while (First < text.Count && _isSmall[First]) First++;
        while (FirstSaid < text.Count && _isSmall[FirstSaid] && !_isFound[FirstSaid]) FirstSaid++;
        (Last, LastSaid) = (text.Count, text.Count);
        while (Last > 0 && _isSmall[Last - 1]) Last--;
        while (LastSaid > 0 && _isSmall[LastSaid - 1] && !_isFound[LastSaid - 1]) LastSaid--;
    }

    public Sentence Text { get; }

    /// <summary>The first token that is no courtesy, sign or time.</summary>
    public int First { get; }

    /// <summary>The first token that is no courtesy or sign.</summary>
    public int FirstSaid { get; }

    /// <summary>Behind the last token that is no courtesy, sign or time.</summary>
    public int Last { get; }

    /// <summary>Behind the last token that is no courtesy or sign.</summary>
    public int LastSaid { get; }

    /// <summary>Tokens of a count: what follows "of" belongs to it.</summary>
    public bool[] IsCount { get; }

    public bool IsFound(int i) => i < _isFound.Length && _isFound[i];

    public bool IsQuoted(int i) => _isQuoted[i];

    /// <summary>It is a courtesy, a sign or a time.</summary>
    public bool IsSmall(int i) => _isSmall[i];

    /// <summary>It belongs to a phrase that told the intent.</summary>
    public static bool IsTakenPhrase(int i, List<IntentPhrase> phrases, Intent intent)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Intent == intent && i >= phrase.Start && i < phrase.Start + phrase.Length) return true;
        }

        return false;
    }

    /// <summary>A new clause may begin here: "and" stands before it.</summary>
    public bool FollowsAnd(int i) => Text.Ends(i, Kind.And);

    /// <summary>Nothing but courtesies, signs and times stands around these tokens.</summary>
    public bool IsAlone(int start, int end) => _weighty[start] == 0 && _weighty[Text.Count] == _weighty[end];

    /// <summary>Which clause a token is in.</summary>
    public int ClauseOf(int i) => _clauses[i];

    /// <summary>A clause begins here.</summary>
    public bool BeginsClause(int i) => _beginsClause[i];

    /// <summary>A clause ends here.</summary>
    public bool EndsClause(int i) => _endsClause[i];

    private void FillForward()
    {
        var begins = true;
        for (var i = 0; i < Text.Count; i++)
        {
            _beginsClause[i] = begins;
            var isAnd = Text.At(i).Any(sense => sense is { Kind: Kind.And, Length: 1 });
            begins = Text.Tokens[i].IsSign || begins && (_isSmall[i] || isAnd);
            var parts = Text.Tokens[i].IsSign && !_isFound[i] && Text.Tokens[i].Plain is "," or "." or ";" or ":" or "!" or "?";
            _clauses[i + 1] = _clauses[i] + (parts ? 1 : 0);
            _weighty[i + 1] = _weighty[i] + (_isSmall[i] ? 0 : 1);
        }
    }

    private void FillBack()
    {
        var ends = true;
        _endsClause[Text.Count] = true;
        for (var i = Text.Count - 1; i >= 0; i--)
        {
            ends = Text.Tokens[i].IsSign || ends && _isSmall[i];
            _endsClause[i] = ends;
        }
    }

    private bool[] Small()
    {
        var small = new bool[Text.Count];
        for (var i = 0; i < Text.Count; i++)
        {
            small[i] |= _isFound[i] || Text.Tokens[i].IsSign;
            if (!Text.Has(i, Kind.Filler, out var filler) || _isQuoted[i]) continue;
            for (var at = i; at < i + filler.Length; at++) small[at] = true;
        }

        return small;
    }
}
