namespace WhatsAppBots.Images.Writing;

/// <summary>
/// The Unicode bidirectional algorithm for one line, which is one paragraph: which characters run from right to left, and in which order runs are
/// seen. Pure. https://www.unicode.org/reports/tr9/; rules are named as there.
/// </summary>
internal static class Bidi
{
    /// <summary>Level of a character that rules X9 leaves out: it is not seen.</summary>
    public const int Removed = -1;

    private const int MaxDepth = 125;

    /// <summary>Returns 1 where the first letter runs from right to left, 0 where it runs the other way, null without a letter: rules P2 and P3.</summary>
    public static int? ParagraphLevel(ReadOnlySpan<int> characters)
    {
        var classes = Classes(characters);
        return FirstStrong(classes, 0, classes.Length, Partners(classes));
    }

    /// <summary>Computes each character's level, odd where it runs from right to left, or <see cref="Removed"/>.</summary>
    /// <param name="characters">Code points, in logical order.</param>
    /// <param name="paragraph">0 or 1: the line's own direction.</param>
    public static int[] Levels(ReadOnlySpan<int> characters, int paragraph)
    {
        var original = Classes(characters);
        var classes = (BidiClass[])original.Clone();
        var partners = Partners(original);
        var embedded = Explicit(original, classes, partners, paragraph);
        var levels = (int[])embedded.Clone();
        foreach (var places in Sequences(original, embedded, partners))
        {
            var sequence = new BidiSequence(places, characters, original, classes, embedded, partners, paragraph);
            for (var at = 0; at < places.Count; at++) levels[places[at]] = sequence.Levels[at];
        }

        Reset(original, levels, paragraph);
        return levels;
    }

    /// <summary>Orders items as they are seen from left to right: rule L2.</summary>
    /// <param name="levels">Of each item, in logical order.</param>
    public static int[] Order(IReadOnlyList<int> levels)
    {
        var order = Enumerable.Range(0, levels.Count).ToArray();
        if (levels.Count == 0) return order;
        for (var level = levels.Max(); level > 0; level--)
        {
            for (var start = 0; start < order.Length; start++)
            {
                var end = start;
                while (end < order.Length && levels[order[end]] >= level) end++;
                if (end - start > 1) Array.Reverse(order, start, end - start);
                start = Math.Max(start, end);
            }
        }

        return order;
    }

    internal static bool Initiates(BidiClass type) => type is BidiClass.LRI or BidiClass.RLI or BidiClass.FSI;

    private static BidiClass[] Classes(ReadOnlySpan<int> characters)
    {
        var classes = new BidiClass[characters.Length];
        for (var at = 0; at < classes.Length; at++) classes[at] = BidiClasses.Of(characters[at]);
        return classes;
    }

    // BD9: where an isolate ends, or begins; -1: nowhere.
    private static int[] Partners(BidiClass[] classes)
    {
        var partners = new int[classes.Length];
        Array.Fill(partners, -1);
        var open = new Stack<int>();
        for (var at = 0; at < classes.Length; at++)
        {
            if (Initiates(classes[at])) open.Push(at);
            else if (classes[at] == BidiClass.PDI && open.TryPop(out var start)) (partners[at], partners[start]) = (start, at);
            else if (classes[at] == BidiClass.B) open.Clear();
        }

        return partners;
    }

    private static int? FirstStrong(BidiClass[] classes, int start, int end, int[] partners)
    {
        for (var at = start; at < end; at++)
        {
            if (classes[at] == BidiClass.L) return 0;
            if (classes[at] is BidiClass.R or BidiClass.AL) return 1;
            if (classes[at] == BidiClass.B) return null;
            if (!Initiates(classes[at])) continue;
            if (partners[at] < 0) return null;
            at = partners[at];
        }

        return null;
    }

    // X1 to X9.
    private static int[] Explicit(BidiClass[] original, BidiClass[] classes, int[] partners, int paragraph)
    {
        var levels = new int[original.Length];
        var open = new Stack<(int Level, BidiClass? Override, bool IsIsolate)>([(paragraph, null, false)]);
        var (lostIsolates, lostEmbeddings, isolates) = (0, 0, 0);
        for (var at = 0; at < original.Length; at++)
        {
            var type = original[at];
            switch (type)
            {
                case BidiClass.RLE or BidiClass.LRE or BidiClass.RLO or BidiClass.LRO:
                    levels[at] = Removed;
                    var embedded = Next(open.Peek().Level, type is BidiClass.RLE or BidiClass.RLO);
                    BidiClass? forced = type == BidiClass.RLO ? BidiClass.R : type == BidiClass.LRO ? BidiClass.L : null;
                    if (embedded <= MaxDepth && lostIsolates == 0 && lostEmbeddings == 0) open.Push((embedded, forced, false));
                    else if (lostIsolates == 0) lostEmbeddings++;
                    break;
                case BidiClass.PDF:
                    levels[at] = Removed;
                    if (lostIsolates > 0) break;
                    if (lostEmbeddings > 0) lostEmbeddings--;
                    else if (!open.Peek().IsIsolate && open.Count > 1) open.Pop();
                    break;
                case BidiClass.RLI or BidiClass.LRI or BidiClass.FSI:
                    Put(at);
                    var end = partners[at] < 0 ? original.Length : partners[at];
                    var runsLeft = type == BidiClass.RLI || (type == BidiClass.FSI && FirstStrong(original, at + 1, end, partners) == 1);
                    var isolated = Next(open.Peek().Level, runsLeft);
                    if (isolated <= MaxDepth && lostIsolates == 0 && lostEmbeddings == 0)
                    {
                        isolates++;
                        open.Push((isolated, null, true));
                    }
                    else
                    {
                        lostIsolates++;
                    }

                    break;
                case BidiClass.PDI:
                    if (lostIsolates > 0)
                    {
                        lostIsolates--;
                    }
                    else if (isolates > 0)
                    {
                        lostEmbeddings = 0;
                        while (!open.Peek().IsIsolate) open.Pop();
                        open.Pop();
                        isolates--;
                    }

                    Put(at);
                    break;
                case BidiClass.B:
                    levels[at] = paragraph;
                    break;
                case BidiClass.BN:
                    levels[at] = Removed;
                    break;
                default:
                    Put(at);
                    break;
            }
        }

        return levels;

        void Put(int at)
        {
            levels[at] = open.Peek().Level;
            if (open.Peek().Override is { } forced) classes[at] = forced;
        }
    }

    private static int Next(int level, bool runsLeft) => runsLeft ? (level + 1) | 1 : (level + 2) & ~1;

    // X10: runs of one level, joined over what is isolated between them.
    private static List<List<int>> Sequences(BidiClass[] original, int[] levels, int[] partners)
    {
        List<List<int>> runs = [];
        foreach (var at in Enumerable.Range(0, levels.Length).Where(at => levels[at] != Removed))
        {
            if (runs.Count == 0 || levels[runs[^1][^1]] != levels[at]) runs.Add([]);
            runs[^1].Add(at);
        }

        var byFirst = runs.ToDictionary(run => run[0]);
        List<List<int>> sequences = [];
        foreach (var run in runs.Where(run => original[run[0]] != BidiClass.PDI || partners[run[0]] < 0))
        {
            var sequence = new List<int>(run);
            while (Initiates(original[sequence[^1]]) && partners[sequence[^1]] is >= 0 and var end) sequence.AddRange(byFirst[end]);
            sequences.Add(sequence);
        }

        return sequences;
    }

    // L1: what separates, and the space before it and at the end, stand as the line does.
    private static void Reset(BidiClass[] original, int[] levels, int paragraph)
    {
        var isTrailing = true;
        for (var at = original.Length - 1; at >= 0; at--)
        {
            var type = original[at];
            if (type is BidiClass.S or BidiClass.B) isTrailing = true;
            else if (levels[at] == Removed) continue;
            else if (type is not (BidiClass.WS or BidiClass.FSI or BidiClass.LRI or BidiClass.RLI or BidiClass.PDI)) isTrailing = false;
            if (isTrailing) levels[at] = paragraph;
        }
    }
}
