namespace WhatsAppBots.Transcripts.Tests;

/// <summary>
/// A chat as a file. <c>> </c> the person writes, <c>> [Title]</c> taps, <c>> (image) caption</c> sends a medium, <c>> (sticker)</c>,
/// <c>> (location)</c>, <c>> (contact)</c>, <c>> (reaction)</c>, <c>> (opened)</c>; <c>&lt; </c> the bot answers, all of it and
/// nothing else; <c>@ +2h</c> moves the clock; <c># </c> is a comment; indented lines go on with the line above.
/// The head names the business number's bot, the person's phone and name: <c>bot: hub</c>.
/// </summary>
internal sealed class Transcript
{
    private const string Head = "bot: phone: name: ";

    private Transcript(string bot, string phone, string name, IReadOnlyList<Step> steps) =>
        (Bot, Phone, Name, Steps) = (bot, phone, name, steps);

    public string Bot { get; }
    public string Phone { get; }
    public string Name { get; }
    public IReadOnlyList<Step> Steps { get; }

    public static Transcript Parse(string text)
    {
        var head = new Dictionary<string, string>();
        var steps = new List<Step>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith("  ", StringComparison.Ordinal)) Continue(steps, line, number);
            else if (line[0] is '>' or '<' or '@' && line.Length > 1 && line[1] == ' ') steps.Add(new Step(line[0], line[2..], number + 1));
            else if (line.Split(": ", 2) is [var key, var value] && Head.Contains(key + ": ", StringComparison.Ordinal)) head[key] = value;
            else throw new FormatException($"Line {number + 1} is none of a transcript: {line}");
        }

        if (!steps.Exists(step => step.Mark == '<')) throw new FormatException("The transcript expects no answer at all.");
        return new Transcript(
            head.GetValueOrDefault("bot", "hub"), head.GetValueOrDefault("phone", "15550001111"), head.GetValueOrDefault("name", "Sam"), steps);
    }

    private static void Continue(List<Step> steps, string line, int number)
    {
        if (steps.Count == 0) throw new FormatException($"Line {number + 1} goes on with nothing.");
        steps[^1] = steps[^1] with { Text = steps[^1].Text + "\n" + line[2..] };
    }
}

/// <summary>One line of a transcript.</summary>
internal sealed record Step(char Mark, string Text, int Line);
