using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Intents;

/// <summary>Finds what is left out of all: "everything except gym and yoga", "todo menos el gimnasio", "जिम छोड़कर सब".</summary>
internal static class ExceptedNames
{
    public static IReadOnlyList<string> In(Frame frame)
    {
        var text = frame.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (frame.IsFound(i) || frame.IsQuoted(i)) continue;
            if (text.Has(i, Kind.Except, out var except)) return Names(frame, i + except.Length, End(frame, i));
            if (text.Has(i, Kind.ExceptAfter)) return Names(frame, 0, i);
        }

        return [];
    }

    /// <summary>The tokens that are not left out: what stands before "except", or behind "छोड़कर".</summary>
    public static (int From, int To) Outside(Frame frame)
    {
        var text = frame.Text;
        for (var i = 0; i < text.Count; i++)
        {
            if (frame.IsFound(i) || frame.IsQuoted(i)) continue;
            if (i == 0 && End(frame, 0) == text.Count) continue;
            if (text.Has(i, Kind.Except)) return End(frame, i) is var end && end < text.Count ? (end, text.Count) : (0, i);
            if (text.Has(i, Kind.ExceptAfter, out var after)) return (i + after.Length, text.Count);
        }

        return (0, text.Count);
    }

    // "Other than cooking, I did all": at the beginning the exception ends at the comma.
    private static int End(Frame frame, int except)
    {
        var text = frame.Text;
        if (except > frame.FirstSaid) return text.Count;
        for (var i = except + 1; i < text.Count; i++)
        {
            if (text.IsSign(i, ",")) return i;
        }

        return text.Count;
    }

    private static IReadOnlyList<string> Names(Frame frame, int from, int to)
    {
        var text = frame.Text;
        var names = new List<string>();
        var start = -1;
        for (var i = from; i <= to; i++)
        {
            var ends = i == to || text.Tokens[i].IsSign || frame.IsFound(i) || text.Has(i, Kind.And);
            if (!ends && start < 0) start = i;
            if (!ends || start < 0) continue;
            names.Add(text.Text[text.Tokens[start].Start..text.Tokens[i - 1].End]);
            start = -1;
        }

        return names;
    }
}
