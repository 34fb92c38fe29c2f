using System.Text;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Finds what a text is about: what is left without the words of the intent, of time and of courtesy.</summary>
internal static class NameFinder
{
    private static readonly Intent[] _nameless =
        [Intent.None, Intent.Greet, Intent.Thank, Intent.Agree, Intent.Decline, Intent.Balance, Intent.Cancel, Intent.List, Intent.Next];

    // Beside these people tell why: "my back hurts". What is meant stands in the clause of the intent.
    private static readonly Intent[] _reasoned = [Intent.Pause, Intent.Resume, Intent.Undo, Intent.Skip];

    public static string? Find(Frame frame, Intent intent, List<IntentPhrase> phrases, out IReadOnlyList<string> names, out bool[] used)
    {
        names = [];
        used = Taken(frame, intent, phrases);
        if (_nameless.Contains(intent)) return null;
        if (Quoted(frame) is { } quoted) return quoted;
        var taken = used;
        used = [.. taken];
        var (from, to) = intent is Intent.Add or Intent.Remind ? (Beginning(frame, intent, phrases), frame.Text.Count) : ExceptedNames.Outside(frame);
        var clauses = Clauses(frame, taken, from, to);
        var said = phrases.Where(phrase => phrase.Intent == intent).Select(phrase => frame.ClauseOf(phrase.Start)).ToHashSet();
        if (_reasoned.Contains(intent)) clauses = [.. clauses.Where(clause => said.Contains(frame.ClauseOf(clause[0]))).TakeLast(1)];
        if (clauses.Count == 0) return Drawn(frame.Text.Text);
        var items = Items(frame, clauses, intent);
        if (items.Count > 1) names = items;
        foreach (var i in items.Count > 1 ? clauses.SelectMany(clause => clause) : clauses[0]) used[i] = true;
        var name = items.Count > 1 ? Slice(frame, clauses[0][0], clauses[^1][^1], taken) : Join(frame, clauses[0]);
        return name.Length == 0 ? null : intent == Intent.Add && items.Count < 2 ? WithEmoji(frame, clauses[0], name) : name;
    }

    // "🏃‍♀️ every day at 7am", "did my 🧘": where no word names it, an emoji does.
    private static string? Drawn(string text) => Emoji.In(text) is { Count: > 0 } all ? string.Concat(all.Select(each => text.Substring(each.Start, each.Length))) : null;

    // "🧘 yoga every day": the emoji beside a new name stays with it.
    private static string WithEmoji(Frame frame, List<int> clause, string name)
    {
        var text = frame.Text.Text;
        var (start, end) = (frame.Text.Tokens[clause[0]].Start, frame.Text.Tokens[clause[^1]].End);
        foreach (var (at, length, _) in Emoji.In(text))
        {
            if (at + length <= start && text.AsSpan(at + length, start - at - length).IsWhiteSpace()) return string.Concat(text.AsSpan(at, length), " ", name);
            if (at >= end && text.AsSpan(end, at - end).IsWhiteSpace()) return string.Concat(name, " ", text.AsSpan(at, length));
        }

        return name;
    }

    private static string? Quoted(Frame frame)
    {
        var first = -1;
        var last = -1;
        for (var i = 0; i < frame.Text.Count; i++)
        {
            if (frame.IsQuoted(i)) (first, last) = (first < 0 ? i : first, i);
            else if (first >= 0) break;
        }

        return first < 0 ? null : frame.Text.Text[frame.Text.Tokens[first].Start..frame.Text.Tokens[last].End];
    }

    private static bool[] Taken(Frame frame, Intent intent, List<IntentPhrase> phrases)
    {
        var taken = new bool[frame.Text.Count];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] |= frame.IsFound(i);
            if (frame.Text.Has(i, Kind.Filler, out var filler) && !(frame.Text.Has(i, Kind.Late, out var late) && late.Length > filler.Length) && (i < frame.First || i >= frame.Last || IsOwnClause(frame, i, filler.Length)))
                for (var at = i; at < i + filler.Length; at++) taken[at] = true;
        }

        if (intent is Intent.Add or Intent.Change or Intent.Count)
        {
            for (var i = 0; i < taken.Length; i++)
            {
                if (frame.IsQuoted(i) || !frame.Text.Has(i, Kind.AtMost, out var most) && !frame.Text.Has(i, Kind.WithPhoto, out most)
                    && !frame.Text.Has(i, Kind.MoreThan, out most)) continue;
                for (var at = i; at < i + most.Length; at++) taken[at] = true;
            }
        }

        var weak = intent is Intent.Add or Intent.Stake or Intent.Remind;
        var named = phrases.Where(phrase => phrase.IsName).Select(phrase => phrase.Start).ToHashSet();
        foreach (var phrase in phrases)
        {
            if (named.Contains(phrase.Start) && phrase.Length == 1 || phrase.IsName || phrase.Intent != intent && !(intent == Intent.Resume && phrase.Intent == Intent.Pause) && !(weak && phrase.Intent == Intent.Add && phrase.Score < 100)) continue;
            for (var at = phrase.Start; at < phrase.Start + phrase.Length; at++) taken[at] = true;
        }

        return taken;
    }

    private static bool IsOwnClause(Frame frame, int i, int length) =>
        frame.BeginsClause(i) && (i + length >= frame.Text.Count || frame.Text.Tokens[i + length].IsSign);

    /// <summary>Clauses with something in them, each without small words at its edges.</summary>
    private static List<List<int>> Clauses(Frame frame, bool[] taken, int from, int to)
    {
        var clauses = new List<List<int>>();
        var clause = new List<int>();
        for (var i = from; i <= to; i++)
        {
            if (i < to && (frame.Text.Tokens[i].IsWord || frame.Text.Tokens[i].IsDigits))
            {
                if (!taken[i] && !(clause.Count > 0 && i > 0 && frame.IsCount[i - 1] && IsOf(frame, i))) clause.Add(i);
                continue;
            }

            if (i < to && (taken[i] || frame.Text.Tokens[i].Plain is "-" or "'" or "&" or "/" or "\"" or "#")) continue;
            Trim(frame, clause);
            if (clause.Count > 0) clauses.Add(clause);
            clause = [];
        }

        return clauses;
    }

    // "my name is Ann and I want to read": what is wanted stands behind the words of wanting.
    private static int Beginning(Frame frame, Intent intent, List<IntentPhrase> phrases) => intent is not (Intent.Add or Intent.Remind) ? 0
        : phrases.Where(phrase => phrase.Intent == intent && phrase.Length > 2 && !phrase.IsName && phrase.Start > 0 && frame.FollowsAnd(phrase.Start)).Select(phrase => phrase.Start).LastOrDefault();

    private static bool IsOf(Frame frame, int i) => frame.Text.Has(i, Kind.Of, out var of) && of.Length == 1;

    private static void Trim(Frame frame, List<int> clause)
    {
        var first = 0;
        while (first < clause.Count && IsLittle(frame, clause[first])) first++;
        clause.RemoveRange(0, first);
        while (clause.Count > 0 && IsLittle(frame, clause[^1])) clause.RemoveAt(clause.Count - 1);
    }

    // "in bed" is a name, "in the morning" none.
    private static bool IsLittle(Frame frame, int i) => !(frame.Text.Has(i, Kind.Late, out var late) && late.Length > 1) && frame.Text.At(i).Any(sense => sense.Length == 1 && sense.Kind
        is Kind.Little or Kind.The or Kind.Article or Kind.Of or Kind.At or Kind.On or Kind.In or Kind.To or Kind.And or Kind.For or Kind.Filler or Kind.From or Kind.Until or Kind.Every
            or Kind.UntilAfter or Kind.FromAfter or Kind.After);

    /// <summary>"reading and yoga", "dishes, laundry and floor".</summary>
    private static List<string> Items(Frame frame, List<List<int>> clauses, Intent intent)
    {
        var items = new List<List<int>>();
        var last = SplitAtAnd(frame, clauses[^1]);
        if (clauses.Count > 1 && last.Count > 1 && intent is not (Intent.Stake or Intent.Remind))
        {
            foreach (var clause in clauses) items.AddRange(SplitAtAnd(frame, clause));
        }
        else
        {
            items = SplitAtAnd(frame, clauses[0]);
        }

        foreach (var item in items) Trim(frame, item);
        // "an iron pill, one at 1 and one at 9": the one is the pill.
        if (items.Count > 1) items.RemoveAll(item => item.Count == 1 && frame.Text.Has(item[0], Kind.Number, out var one)
            && one.Value == 1);
        return [.. items.Where(item => item.Count > 0).Select((item, at) => Join(frame, item, at > 0))];
    }

    // "and" is a letter of the next word; some words begin with it themselves.
    internal static bool IsHebrewAnd(Token token) =>
        token.IsWord && token.Plain.Length > 3 && token.Plain[0] == 'ו' && !token.Plain.StartsWith("ויטמי", StringComparison.Ordinal) && !token.Plain.StartsWith("וידאו", StringComparison.Ordinal);

    private static List<List<int>> SplitAtAnd(Frame frame, List<int> clause)
    {
        var parts = new List<List<int>> { new() };
        foreach (var i in clause)
        {
            if (frame.Text.Has(i, Kind.And) && parts[^1].Count > 0) parts.Add([]);
            else if (parts[^1].Count > 0 && IsHebrewAnd(frame.Text.Tokens[i])) parts.Add([i]);
            else parts[^1].Add(i);
        }

        if (parts[^1].Count == 0) parts.RemoveAt(parts.Count - 1);
        return parts;
    }

    // Neighbours keep what stood between them: "d'água", "e-mail".
    private static string Join(Frame frame, List<int> tokens, bool items = false)
    {
        var name = new StringBuilder();
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = frame.Text.Tokens[tokens[at]];
            if (at > 0)
            {
                var before = frame.Text.Tokens[tokens[at - 1]];
                name.Append(token.Start - before.End <= 1 ? frame.Text.Text[before.End..token.Start] : " ");
            }

            if (at == 0 && tokens[0] > 0 && items && IsHebrewAnd(token)) token = token with { Start = token.Start + 1 };
            name.Append(frame.Text.Text, token.Start, token.End - token.Start);
        }

        return name.ToString();
    }

    private static string Slice(Frame frame, int first, int last, bool[] taken)
    {
        var end = last;
        while (end > first && taken[end]) end--;
        return frame.Text.Text[frame.Text.Tokens[first].Start..frame.Text.Tokens[end].End];
    }
}
