namespace WhatsAppBots.Transcripts.Tests;

/// <summary>
/// A chat as a file. The head names the business number's bot, the person's phone and name: <c>bot: hub</c>; <c>after: ordered</c>: it goes
/// on where ordered.chat ends; <c>ai: on</c>: there is an AI to ask. Then, line by line:
/// <list type="table">
/// <item><term><c>> hello</c></term><description>The person writes.</description></item>
/// <item><term><c>> [Title]</c></term><description>They tap the latest button or row of that title.</description></item>
/// <item><term><c>> [Title] words</c></term><description>They tap the latest of that title in a message that has these words.</description></item>
/// <item><term><c>> [template]</c></term><description>They tap the button of the latest template.</description></item>
/// <item><term><c>> (image) caption</c></term><description>They send a medium; likewise <c>(video)</c>, <c>(audio)</c>, <c>(document)</c>,
/// <c>(photo as document)</c>, <c>(sticker)</c>, <c>(location)</c>, <c>(contact)</c>, <c>(reaction)</c>, <c>(poll)</c>; <c>(opened)</c>: they
/// opened the chat.</description></item>
/// <item><term><c>> 12 photos</c></term><description>They send so many at once.</description></item>
/// <item><term><c>! photo accepted</c></term><description>Another app tells the bot of something: the first photo that waits for its check is
/// good. <c>! photo 3 accepted</c>: that one. <c>! 9 photos accepted, man, dim, glaring, soft, alike, from afar</c>: what the check saw, any of
/// these. <c>! photo refused several people</c>: a name of <c>PhotoFaults</c>.</description></item>
/// <item><term><c>! packs City Nights, Garden Party (no examples)</c></term><description>The packs they asked for; <c>! packs none</c>.</description></item>
/// <item><term><c>! checkout</c></term><description>The latest order can be paid; <c>! checkout failed</c>, <c>! paid</c>, <c>! paid 5.00 USD</c>
/// (not what it costs), <c>! paid twice</c>, <c>! paid too late</c> (it was called off), <c>! refunded</c>, <c>! refunded 5.00 USD</c>,
/// <c>! training begun</c>, <c>! training begun, 5 minutes</c>, <c>! training failed</c>, <c>! 12 pictures ready</c>. Each takes
/// <c>of order 1</c> at its end.</description></item>
/// <item><term><c>! photo looked at</c></term><description>A proof of a habit is here; <c>, first</c> and <c>, sent before</c>: two that look
/// alike; <c>, damaged</c>. <c>! ai says {…}</c>, <c>! ai fails</c>, <c>! chart drawn</c>, <c>! chart not drawn</c>; <c>! partner Bo joined</c>,
/// <c>accepted</c>, <c>refused</c>, <c>left</c>, <c>! partner Bo missed Gym, Reading</c>: the other side of a partnership.</description></item>
/// <item><term><c>! snapshot of bets {…}</c></term><description>From here on the tables of that bot hold this of the person, JSON; <c>none</c>:
/// nothing. Without such a line the bot's own read is run.</description></item>
/// <item><term><c>&lt; hello</c></term><description>The bot answers, all of it and nothing else. What was sent several times in a row stands
/// there once with its number.</description></item>
/// <item><term><c>= order 1 is called off</c></term><description>What the bot wants of other apps, all of it that concerns photos, orders
/// and money.</description></item>
/// <item><term><c>@ +2h</c></term><description>The clock moves, and what fell due happens.</description></item>
/// <item><term><c># text</c></term><description>A comment.</description></item>
/// </list>
/// Indented lines go on with the line above.
/// </summary>
internal sealed class Transcript
{
    private const string Head = "bot: phone: name: after: ai: ";

    private Transcript(string bot, string phone, string name, string? after, bool asksAi, IReadOnlyList<Step> steps) =>
        (Bot, Phone, Name, After, AsksAi, Steps) = (bot, phone, name, after, asksAi, steps);

    public string Bot { get; }
    public string Phone { get; }
    public string Name { get; }

    /// <summary>The transcript that this one goes on from, a file beside it; null: it begins with a stranger.</summary>
    public string? After { get; }

    /// <summary>There is an AI to ask.</summary>
    public bool AsksAi { get; }

    public IReadOnlyList<Step> Steps { get; }

    public static Transcript Parse(string text)
    {
        var head = new Dictionary<string, string>();
        var steps = new List<Step>();
        foreach (var (number, line) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            if (line.StartsWith("  ", StringComparison.Ordinal)) Continue(steps, line, number);
            else if (line[0] is '>' or '<' or '@' or '!' or '=' && line.Length > 1 && line[1] == ' ') steps.Add(new Step(line[0], line[2..], number + 1));
            else if (line.Split(": ", 2) is [var key, var value] && Head.Contains(key + ": ", StringComparison.Ordinal)) head[key] = value;
            else throw new FormatException($"Line {number + 1} is none of a transcript: {line}");
        }

        if (!steps.Exists(step => step.Mark == '<')) throw new FormatException("The transcript expects no answer at all.");
        return new Transcript(
            head.GetValueOrDefault("bot", "hub"), head.GetValueOrDefault("phone", "15550001111"), head.GetValueOrDefault("name", "Sam"),
            head.GetValueOrDefault("after"), head.ContainsKey("ai"), steps);
    }

    private static void Continue(List<Step> steps, string line, int number)
    {
        if (steps.Count == 0) throw new FormatException($"Line {number + 1} goes on with nothing.");
        steps[^1] = steps[^1] with { Text = steps[^1].Text + "\n" + line[2..] };
    }
}

/// <summary>One line of a transcript.</summary>
internal sealed record Step(char Mark, string Text, int Line);
