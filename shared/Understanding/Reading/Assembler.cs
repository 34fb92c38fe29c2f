using System.Text;
using WhatsAppBots.Understanding.Times;
using WhatsAppBots.Understanding.Words;

namespace WhatsAppBots.Understanding.Reading;

/// <summary>Turns what was found at tokens into mentions at places of the text.</summary>
internal static class Assembler
{
    public static TextReading Assemble(Sentence text, List<Finding> found, TextContext context)
    {
        var part = PartElsewhere(found);
        if (SetsDeadline(text, found)) found = found.ConvertAll(finding => finding.Time is { Clock: not null, Role: MomentRole.At } at ? finding with { Time = at with { Role = MomentRole.By } } : finding);
        var hasClock = found.Exists(finding => finding.Time?.Clock is not null);
        List<Mention<Moment>> moments = [];
        List<Mention<Recurrence>> recurrences = [];
        List<Mention<Length>> lengths = [];
        List<Mention<Amount>> amounts = [];
        List<Mention<Count>> counts = [];
        foreach (var finding in found)
        {
            var (start, length) = Place(text, finding.Start, finding.Next);
            if (finding.Time is { } time && !(hasClock && time is { Clock: null, Day: null, Exact: null, Part: not null }))
            {
                if (finding.Recurrence is not null)
                {
                    // "every": the recurrence, "evening": the moment.
                    var half = text.Tokens[finding.Next - 1];
                    moments.Add(new(half.Start, half.End - half.Start, MomentMaker.Make(time, part, context)));
                    length = Math.Max(1, half.Start - start);
                }
                else if (time.RangeEnd is { } end)
                {
                    var (from, by) = MomentMaker.MakeRange(time with { RangeEnd = null }, end, part, context);
                    var cut = Place(text, end.Start, end.Next);
                    moments.Add(new(start, cut.Start - start, from));
                    moments.Add(new(cut.Start, cut.Length, by));
                }
                else
                {
                    moments.Add(new(start, length, MomentMaker.Make(time, part, context)));
                }
            }

            if (finding.Recurrence is { } recurrence) recurrences.Add(new(start, length, [recurrence]));
            if (finding.Length is { } lasting) lengths.Add(new(start, length, [lasting]));
            if (finding.Amount is { } amount) amounts.Add(new(start, length, [amount]));
            if (finding.Count is { } count) counts.Add(new(start, length, [count]));
        }

        return new TextReading
        {
            Moments = moments,
            Recurrences = recurrences,
            Lengths = lengths,
            Amounts = amounts,
            Counts = counts,
            Rest = Rest(text, found),
            IsCut = text.IsCut,
        };
    }

    // "the deadline of steps: 11pm"; a reminder of a deadline is none.
    private static bool SetsDeadline(Sentence text, List<Finding> found)
    {
        var sets = false;
        for (var i = 0; i < text.Count; i++)
        {
            if (text.At(i).Any(sense => sense.Kind == Kind.Intent && sense.Value == (int)Intent.Remind)) return false;
            sets |= text.Has(i, Kind.DeadlineWord);
        }

        return sets && !found.Exists(finding => finding.Length is { Anchor: not null });
    }

    private static PartOfDay? PartElsewhere(List<Finding> found)
    {
        var parts = found.Select(finding => finding.Time?.SaidPart ?? finding.Time?.RangeEnd?.SaidPart).Where(part => part is not null).Distinct().Take(2).ToList();
        return parts is [var only] ? only : null;
    }

    private static (int Start, int Length) Place(Sentence text, int first, int next)
    {
        var start = text.Tokens[first].Start;
        return (start, text.Tokens[next - 1].End - start);
    }

    private static string Rest(Sentence text, List<Finding> found)
    {
        var rest = new StringBuilder(text.Text.Length);
        var from = 0;
        foreach (var finding in found)
        {
            var (start, length) = Place(text, finding.Start, finding.Next);
            rest.Append(text.Text, from, start - from).Append(' ');
            from = start + length;
        }

        rest.Append(text.Text, from, text.Text.Length - from);
        return string.Join(' ', rest.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', ',', ';', ':', '-');
    }
}
