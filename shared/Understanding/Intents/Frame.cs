using WhatsAppBots.Understanding.Reading;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>A text seen from its edges: what is left between greetings, courtesies, times and signs.</summary>
internal sealed class Frame
{
    private readonly bool[] _isFound;
    private readonly bool[] _isQuoted;

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

    /// <summary>A clause begins here.</summary>
    public bool BeginsClause(int i)
    {
        for (var at = i - 1; at >= 0; at--)
        {
            if (Text.Tokens[at].IsSign) return true;
            if (!_isFound[at] && !Text.At(at).Any(sense => sense.Kind is Kind.Filler or Kind.And && sense.Length == 1)) return false;
        }

        return true;
    }

    private int Skip(int i, bool overFound)
    {
        while (i < Text.Count)
        {
            if (Text.Has(i, Kind.Filler, out var filler) && !_isQuoted[i]) i += filler.Length;
            else if (Text.Tokens[i].IsSign && !_isFound[i] || overFound && _isFound[i]) i++;
            else break;
        }

        return i;
    }

    private int SkipBack(bool overFound)
    {
        var fillers = new bool[Text.Count];
        for (var i = 0; i < Text.Count; i++)
        {
            if (!Text.Has(i, Kind.Filler, out var filler)) continue;
            for (var at = i; at < i + filler.Length; at++) fillers[at] = true;
        }

        var end = Text.Count;
        while (end > 0 && (fillers[end - 1] && !_isQuoted[end - 1] || Text.Tokens[end - 1].IsSign && !_isFound[end - 1] || overFound && _isFound[end - 1])) end--;
        return end;
    }
}
