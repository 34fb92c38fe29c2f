using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>How many utterances were understood.</summary>
/// <param name="Whole">Of how many all was right at once: as read, in the chat parts as done, answered or fittingly asked.</param>
/// <param name="Fitting">On how many others a question offered what was meant.</param>
/// <param name="Harms">On how many something was done that was not meant.</param>
/// <param name="Asked">Of how many the AI was asked.</param>
/// <param name="Answered">Of how many its answer counted.</param>
internal readonly record struct Score(int All, int Whole, int Fitting, int Harms, int Intents, int Quantities, int Asked, int Answered)
{
    public static Task<Score> OfAsync(Understand understand, Trial trial, string part, IEnumerable<string> languages) =>
        OfAsync(understand, trial, languages.SelectMany(language => Corpus.Read(language, part).Select(said => (part, said))));

    public static async Task<Score> OfAsync(Understand understand, Trial trial, IEnumerable<(string Part, ExpectedUtterance Said)> utterances)
    {
        var score = default(Score);
        foreach (var (part, expected) in utterances)
        {
            var habits = Habits.Of(expected);
            var understood = await understand(expected.Text, expected.Context, habits, CancellationToken.None);
            var verdict = Judge.Of(expected, understood.Utterance);
            var outcome = await trial.OfAsync(expected, habits);
            var result = ResultOf(part, expected, understood.Utterance, verdict, outcome);
            score += new Score(
                1, One(result == Result.Right), One(result == Result.Fitting), One(result == Result.Harm), One(verdict.Intent), One(verdict.Quantities),
                One(outcome.IsAsked), One(outcome.IsAnswered));
        }

        return score;
    }

    /// <summary>In the chat parts what came of it counts; in the others the reading does, which bots to come will act on.</summary>
    public static Result ResultOf(string part, ExpectedUtterance expected, Utterance read, Verdict verdict, Outcome outcome)
    {
        var result = OutcomeJudge.Of(expected, read, outcome);
        if (part is Corpus.ChatTuned or Corpus.ChatMore or Corpus.ChatDoubtful or Corpus.ChatHeldOut) return result;
        return verdict.All ? Result.Right : result == Result.Right ? Result.NoAct : result;
    }

    public static Score operator +(Score a, Score b) =>
        new(a.All + b.All, a.Whole + b.Whole, a.Fitting + b.Fitting, a.Harms + b.Harms, a.Intents + b.Intents, a.Quantities + b.Quantities, a.Asked + b.Asked,
            a.Answered + b.Answered);

    public string Show() => string.Create(
        CultureInfo.InvariantCulture,
        $"{All,5} {Share(Whole),7} {Share(Fitting),8} {Share(Whole + Fitting),6} {Share(Harms),6} {Share(All - Whole - Fitting - Harms),7} {Share(Intents),8} {Share(Quantities),11} {Asked,6} {Answered,9}");

    private static int One(bool isSo) => isSo ? 1 : 0;

    private string Share(int right) => All == 0 ? "–" : (100.0 * right / All).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}

/// <summary>The table, and the list of misses.</summary>
internal static class Table
{
    public static async Task PrintAsync(params (string Name, Understand Understand, Trial Trial)[] ways)
    {
        foreach (var (name, understand, trial) in ways)
        {
            Console.WriteLine($"{name,-13} {"part",-13}   all   whole  fitting   both   harm  no act  intents  quantities  asked  answered");
            var held = default(Score);
            foreach (var part in Corpus.Parts)
            {
                var sum = default(Score);
                foreach (var language in Languages.All)
                {
                    var score = await Score.OfAsync(understand, trial, part, [language]);
                    sum += score;
                    Console.WriteLine($"{Languages.NameOf(language),-13} {part,-13} {score.Show()}");
                }

                Console.WriteLine($"{"total",-13} {part,-13} {sum.Show()}");
                if (part is Corpus.HeldOut or Corpus.ChatHeldOut) held += sum;
                var kinds = Languages.All.SelectMany(language => Corpus.Read(language, part)).Where(said => said.Kind is not null).GroupBy(said => said.Kind);
                Console.WriteLine("harms: " + string.Join(", ", await HarmsAsync(understand, trial, part)));
                foreach (var kind in kinds) Console.WriteLine($"{kind.Key,-13} {part,-13} {(await Score.OfAsync(understand, trial, kind.Select(said => (part, said)))).Show()}");
            }

            Console.WriteLine($"{"all held out",-27} {held.Show()}");
            Console.WriteLine();
        }
    }

    // How often which act was done where which was meant, of which kind: no line is told.
    private static async Task<IEnumerable<string>> HarmsAsync(Understand understand, Trial trial, string part)
    {
        var harms = new Dictionary<string, int>();
        foreach (var expected in Languages.All.SelectMany(language => Corpus.Read(language, part)))
        {
            var habits = Habits.Of(expected);
            var read = (await understand(expected.Text, expected.Context, habits, CancellationToken.None)).Utterance;
            var outcome = await trial.OfAsync(expected, habits);
            if (Score.ResultOf(part, expected, read, Judge.Of(expected, read), outcome) != Result.Harm) continue;
            var harm = $"{expected.Kind} {expected.Intents[0]}→{string.Join('+', outcome.Acts.Select(act => act.Intent).Distinct())}";
            harms[harm] = harms.GetValueOrDefault(harm) + 1;
        }

        return harms.OrderByDescending(harm => harm.Value).Select(harm => $"{harm.Key} {harm.Value}");
    }

    public static async Task PrintMissesAsync(Understand understand, Trial trial)
    {
        foreach (var part in new[] { Corpus.Tuned, Corpus.ChatTuned, Corpus.ChatMore, Corpus.ChatDoubtful })
            await PrintMissesAsync(understand, trial, part, Languages.All.SelectMany(language => Corpus.Read(language, part)));
    }

    /// <summary>Shows what is misread of files of one's own, each named <c>language.….jsonl</c>, and how many lines came to what.</summary>
    public static async Task PrintMissesAsync(Understand understand, Trial trial, IEnumerable<string> files)
    {
        var said = files.SelectMany(file => File.ReadLines(file).Select(line => Corpus.Parse(Path.GetFileName(file)[..2], line))).ToList();
        await PrintMissesAsync(understand, trial, Corpus.ChatTuned, said);
        foreach (var group in said.GroupBy(each =>
            each.Context.Language).Concat(said.GroupBy(each => each.Kind ?? "")).Append(said.GroupBy(_ => "all").First()))
        {
            var score = await Score.OfAsync(understand, trial, group.Select(each => (Corpus.ChatTuned, each)));
            Console.WriteLine($"{group.Key,-14} {score.Show()}");
        }
    }

    private static async Task PrintMissesAsync(Understand understand, Trial trial, string part, IEnumerable<ExpectedUtterance> utterances)
    {
        foreach (var expected in utterances)
        {
            var habits = Habits.Of(expected);
            var actual = (await understand(expected.Text, expected.Context, habits, CancellationToken.None)).Utterance;
            var verdict = Judge.Of(expected, actual);
            var outcome = await trial.OfAsync(expected, habits);
            var result = Score.ResultOf(part, expected, actual, verdict, outcome);
            if (result == Result.Right) continue;
            Console.WriteLine($"{expected.Context.Language} {result} {expected.Kind} {expected.Text.Replace('\n', '/')}");
            Console.WriteLine($"   expected {expected.Line[expected.Line.IndexOf("\"intent\"", StringComparison.Ordinal)..]}");
            Console.WriteLine($"   {(verdict.Intent ? "" : "INTENT ")}{(verdict.Name ? "" : "NAME ")}{(verdict.Quantities ? "" : "QUANTITIES ")}{(verdict.Distress ? "" : "DISTRESS ")}{Show(actual)} unread[{string.Join(' ', actual.Unread)}]");
            Console.WriteLine($"   {string.Join("; ", outcome.Acts.Select(Show))} => {outcome.Answer.Replace('\n', '/')}");
        }
    }

    /// <summary>Says each line to the bot and shows what comes of it; a line is <c>language|habits, with commas|text</c>, and <c>|text before</c> at its end if there was one.</summary>
    public static async Task TryAsync(System.IO.TextReader lines, Trial trial)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            if (line.Split('|') is not [var language, var habits, var text, .. var more]) continue;
            var context = new { text = text.Replace("\\n", "\n", StringComparison.Ordinal), zone = "Europe/Madrid", now = "2026-12-08T10:30:00", intent = "None", after = more.FirstOrDefault(), habits = habits.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) };
            var said = Corpus.Parse(language, JsonSerializer.Serialize(context, _some));
            var outcome = await trial.OfAsync(said, said.Habits!);
            var read = WhatsAppBots.Understanding.TextReader.Understand(said.Text, said.Context);
            Console.WriteLine($"{language} {text}\n   {Show(read)} unread[{string.Join(' ', read.Unread)}]\n   {string.Join("; ", outcome.Acts.Select(Show))} => {outcome.Answer.Replace('\n', '/')} {string.Join(',', outcome.Zones)}");
        }
    }

    private static string Show(Act act) =>
        $"{act.Intent} {act.Habit?.Name} {act.Day?.ToString("MM-dd", CultureInfo.InvariantCulture)} {act.Pause}{(act.Intent is Intent.Add or Intent.Change ? $" {act.Habit!.Days.Weekdays} {act.Habit.Start}-{act.Habit.Deadline} {act.Habit.Goal} most={act.Habit.AtMost} since {act.Habit.Since:MM-dd}" : "")}";

    private static string Show(Utterance utterance)
    {
        var reading = utterance.Reading;
        var quantities = reading.Moments.Select(moment => "[" + string.Join(" or ", moment.Readings.Select(Show)) + "]")
            .Concat(reading.Recurrences.Select(each => Show(each.Likeliest)))
            .Concat(reading.Lengths.Select(each => $"{PeriodPattern.Roundtrip.Format(each.Likeliest.Period)} {each.Likeliest.Anchor}"))
            .Concat(reading.Amounts.Select(each => each.Likeliest.ToString()))
            .Concat(reading.Counts.Select(each => each.Likeliest.ToString()));
        var names = utterance.Names.Count > 0 ? JsonSerializer.Serialize(utterance.Names, _plain) : $"\"{utterance.Name}\"";
        return $"{string.Join('|', utterance.Intents)} {names} {string.Join("; ", quantities)}{(utterance.IsDistressed ? " distressed" : "")}";
    }

    private static readonly JsonSerializerOptions _some = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonSerializerOptions _plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Show(Moment moment) =>
        $"{(moment.HasDate ? LocalDatePattern.Iso.Format(moment.Date) : "")} {moment.Time?.ToString("HH:mm", CultureInfo.InvariantCulture)} {moment.Part} {moment.Role}";

    private static string Show(Recurrence recurrence) =>
        $"{recurrence.Days} times={recurrence.TimesAWeek} days={recurrence.EveryDays} weeks={recurrence.EveryWeeks} month={recurrence.DayOfMonth} for={recurrence.For}";
}
