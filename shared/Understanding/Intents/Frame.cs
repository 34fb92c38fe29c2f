using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>A text seen from its edges: what is left between greetings, courtesies, times and signs.</summary>
internal sealed class Frame
{
    private readonly bool[] _isFound;
    private readonly bool[] _isQuoted;
    private readonly bool[] _isSmall;

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

        _isSmall = Small();
        First = Skip(0, true);
        FirstSaid = Skip(0, false);
        Last = SkipBack(true);
        LastSaid = SkipBack(false);
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

    public bool IsFound(int i) => _isFound[i];

    public bool IsQuoted(int i) => _isQuoted[i];

    /// <summary>Nothing but courtesies, signs and times stands around these tokens.</summary>
    public bool IsAlone(int start, int end)
    {
        for (var i = 0; i < Text.Count; i++)
        {
            if ((i < start || i >= end) && !_isSmall[i]) return false;
        }

        return true;
    }

    /// <summary>No sign stands between two tokens.</summary>
    public bool IsOneClause(int one, int other)
    {
        for (var i = Math.Min(one, other); i < Math.Max(one, other); i++)
        {
            if (Text.Tokens[i].IsSign && !_isFound[i] && Text.Tokens[i].Plain is "," or "." or ";" or ":" or "!" or "?") return false;
        }

        return true;
    }

    /// <summary>A clause ends here.</summary>
    public bool EndsClause(int i)
    {
        for (; i < Text.Count; i++)
        {
            if (Text.Tokens[i].IsSign) return true;
            if (!_isSmall[i]) return false;
        }

        return true;
    }

    /// <summary>A clause begins here.</summary>
    public bool BeginsClause(int i)
    {
        for (var at = i - 1; at >= 0; at--)
        {
            if (Text.Tokens[at].IsSign) return true;
            if (!_isSmall[at] && !Text.At(at).Any(sense => sense.Kind == Kind.And && sense.Length == 1)) return false;
        }

        return true;
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

    private int Skip(int i, bool overFound)
    {
        while (i < Text.Count && _isSmall[i] && (overFound || !_isFound[i])) i++;
        return i;
    }

    private int SkipBack(bool overFound)
    {
        var end = Text.Count;
        while (end > 0 && _isSmall[end - 1] && (overFound || !_isFound[end - 1])) end--;
        return end;
    }
}
