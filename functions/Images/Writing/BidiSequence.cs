namespace WhatsAppBots.Images.Writing;

/// <summary>Resolves the characters of one isolating run sequence: rules W1 to I2 of <see cref="Bidi"/>.</summary>
internal sealed class BidiSequence
{
    private const int MostOpenBrackets = 63;

    private readonly int[] _characters;
    private readonly BidiClass[] _original;
    private readonly BidiClass[] _types;
    private readonly int _level;
    private readonly BidiClass _start;
    private readonly BidiClass _end;

    /// <param name="places">Where its characters stand in the line.</param>
    /// <param name="classes">After overrides.</param>
    /// <param name="levels">Of the line, as its embeddings make them.</param>
    public BidiSequence(
        IReadOnlyList<int> places, ReadOnlySpan<int> characters, BidiClass[] original, BidiClass[] classes, int[] levels, int[] partners, int paragraph)
    {
        _level = levels[places[0]];
        _characters = new int[places.Count];
        for (var at = 0; at < places.Count; at++) _characters[at] = characters[places[at]];
        _original = [.. places.Select(place => original[place])];
        _types = [.. places.Select(place => classes[place])];
        var before = places[0] - 1;
        while (before >= 0 && levels[before] == Bidi.Removed) before--;
        var after = places[^1] + 1;
        while (after < levels.Length && levels[after] == Bidi.Removed) after++;
        var isOpen = Bidi.Initiates(original[places[^1]]) && partners[places[^1]] < 0;
        _start = Side(before < 0 ? paragraph : levels[before]);
        _end = Side(isOpen || after >= levels.Length ? paragraph : levels[after]);
        Weak();
        Brackets();
        Neutral();
        Levels = [.. _types.Select(LevelOf)];
    }

    /// <summary>The level of each of its characters.</summary>
    public IReadOnlyList<int> Levels { get; }

    private BidiClass Embedding => (_level & 1) == 1 ? BidiClass.R : BidiClass.L;

    // I1 and I2.
    private int LevelOf(BidiClass type) => _level + ((_level & 1, type) switch
    {
        (0, BidiClass.R) => 1,
        (0, BidiClass.AN or BidiClass.EN) => 2,
        (1, BidiClass.L or BidiClass.AN or BidiClass.EN) => 1,
        _ => 0,
    });

    private BidiClass Side(int other) => (Math.Max(_level, other) & 1) == 1 ? BidiClass.R : BidiClass.L;

    private void Weak()
    {
        var types = _types;
        var strong = _start;
        for (var at = 0; at < types.Length; at++)
        {
            // W1.
            if (types[at] == BidiClass.NSM)
            {
                var previous = at == 0 ? _start : types[at - 1];
                types[at] = Bidi.Initiates(previous) || previous == BidiClass.PDI ? BidiClass.ON : previous;
            }

            // W2.
            if (types[at] is BidiClass.R or BidiClass.L or BidiClass.AL) strong = types[at];
            else if (types[at] == BidiClass.EN && strong == BidiClass.AL) types[at] = BidiClass.AN;
        }

        // W3, W4.
        for (var at = 0; at < types.Length; at++)
        {
            if (types[at] == BidiClass.AL) types[at] = BidiClass.R;
        }

        for (var at = 1; at < types.Length - 1; at++)
        {
            if (types[at - 1] != types[at + 1]) continue;
            if (types[at - 1] == BidiClass.EN && types[at] is BidiClass.ES or BidiClass.CS) types[at] = BidiClass.EN;
            else if (types[at - 1] == BidiClass.AN && types[at] == BidiClass.CS) types[at] = BidiClass.AN;
        }

        // W5, W6.
        for (var at = 0; at < types.Length; at++)
        {
            if (types[at] != BidiClass.ET) continue;
            var end = at;
            while (end < types.Length && types[end] == BidiClass.ET) end++;
            var isOfNumber = (at > 0 && types[at - 1] == BidiClass.EN) || (end < types.Length && types[end] == BidiClass.EN);
            Array.Fill(types, isOfNumber ? BidiClass.EN : BidiClass.ON, at, end - at);
            at = end - 1;
        }

        // W7.
        strong = _start;
        for (var at = 0; at < types.Length; at++)
        {
            if (types[at] is BidiClass.ES or BidiClass.CS) types[at] = BidiClass.ON;
            if (types[at] is BidiClass.R or BidiClass.L) strong = types[at];
            else if (types[at] == BidiClass.EN && strong == BidiClass.L) types[at] = BidiClass.L;
        }
    }

    // N0: a pair of brackets stands as what is between them does.
    private void Brackets()
    {
        foreach (var (open, close) in Pairs())
        {
            var holds = (Same: false, Other: false);
            for (var at = open + 1; at < close; at++)
            {
                if (Strong(_types[at]) is not { } side) continue;
                holds = side == Embedding ? (true, holds.Other) : (holds.Same, true);
            }

            if (holds.Same) Set(open, close, Embedding);
            else if (holds.Other) Set(open, close, Before(open) == Embedding ? Embedding : Embedding == BidiClass.L ? BidiClass.R : BidiClass.L);
        }
    }

    private void Set(int open, int close, BidiClass side)
    {
        foreach (var bracket in new[] { open, close })
        {
            _types[bracket] = side;
            for (var at = bracket + 1; at < _types.Length && _original[at] == BidiClass.NSM; at++) _types[at] = side;
        }
    }

    private BidiClass Before(int place)
    {
        for (var at = place - 1; at >= 0; at--)
        {
            if (Strong(_types[at]) is { } side) return side;
        }

        return _start;
    }

    // BD16.
    private List<(int Open, int Close)> Pairs()
    {
        List<(int Bracket, int At)> open = [];
        List<(int Open, int Close)> pairs = [];
        for (var at = 0; at < _types.Length; at++)
        {
            if (_types[at] != BidiClass.ON || BidiClasses.Bracket(_characters[at]) is not { } bracket) continue;
            if (bracket.Opens)
            {
                if (open.Count == MostOpenBrackets) return [];
                open.Add((BidiClasses.Canonical(bracket.Partner), at));
                continue;
            }

            var match = open.FindLastIndex(one => one.Bracket == BidiClasses.Canonical(_characters[at]));
            if (match < 0) continue;
            pairs.Add((open[match].At, at));
            open.RemoveRange(match, open.Count - match);
        }

        pairs.Sort();
        return pairs;
    }

    // N1, N2: what has no direction takes that of both its sides, or the line's.
    private void Neutral()
    {
        for (var at = 0; at < _types.Length; at++)
        {
            if (Strong(_types[at]) is not null) continue;
            var end = at;
            while (end < _types.Length && Strong(_types[end]) is null) end++;
            var before = at == 0 ? _start : Strong(_types[at - 1])!.Value;
            var after = end == _types.Length ? _end : Strong(_types[end])!.Value;
            Array.Fill(_types, before == after ? before : Embedding, at, end - at);
            at = end - 1;
        }
    }

    // Numbers count as what runs from right to left.
    private static BidiClass? Strong(BidiClass type) => type switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => null,
    };
}
