using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>How many utterances were understood.</summary>
/// <param name="Asked">Of how many the AI was asked.</param>
/// <param name="Answered">Of how many its answer counted.</param>
/// <param name="Harms">On how many of those not understood something was done at once, rather than asked or answered.</param>
internal readonly record struct Score(int All, int Whole, int Intents, int Quantities, int Asked, int Answered, int Harms)
{
    public static Task<Score> OfAsync(Understand understand, string part, IEnumerable<string> languages) =>
        OfAsync(understand, languages.SelectMany(language => Corpus.Read(language, part)));

    public static async Task<Score> OfAsync(Understand understand, IEnumerable<ExpectedUtterance> utterances)
    {
        var score = default(Score);
        foreach (var expected in utterances)
        {
            var habits = Habits.Of(expected);
            var understood = await understand(expected.Text, expected.Context, habits, CancellationToken.None);
            var verdict = Judge.Of(expected, understood.Utterance);
            var isHarm = !verdict.All && !understood.IsAnswered && Acts.On(expected.Text, expected.Context, habits);
            score += new Score(1, One(verdict.All), One(verdict.Intent), One(verdict.Quantities), One(understood.IsAsked), One(understood.IsAnswered), One(isHarm));
        }

        return score;
    }

    public static Score operator +(Score a, Score b) =>
        new(a.All + b.All, a.Whole + b.Whole, a.Intents + b.Intents, a.Quantities + b.Quantities, a.Asked + b.Asked, a.Answered + b.Answered,
            a.Harms + b.Harms);

    public string Show() => string.Create(
        CultureInfo.InvariantCulture, $"{All,5} {Share(Whole),7} {Share(Intents),8} {Share(Quantities),11} {Asked,6} {Answered,9} {Share(Harms),6} {Share(All - Whole - Harms),7}");

    private static int One(bool isSo) => isSo ? 1 : 0;

    private string Share(int right) => All == 0 ? "–" : (100.0 * right / All).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}

/// <summary>The table, and the list of misses.</summary>
internal static class Table
{
    public static async Task PrintAsync(params (string Name, Understand Understand)[] ways)
    {
        foreach (var (name, understand) in ways)
        {
            Console.WriteLine($"{name,-13} {"part",-13}   all   whole  intents  quantities  asked  answered   harm  no act");
            foreach (var part in Corpus.Parts)
            {
                var scores = await Task.WhenAll(Languages.All.Select(language => Score.OfAsync(understand, part, [language])));
                foreach (var (language, score) in Languages.All.Zip(scores)) Console.WriteLine($"{Languages.NameOf(language),-13} {part,-13} {score.Show()}");
                Console.WriteLine($"{"total",-13} {part,-13} {scores.Aggregate((sum, score) => sum + score).Show()}");
                var kinds = Languages.All.SelectMany(language => Corpus.Read(language, part)).Where(said => said.Kind is not null).GroupBy(said => said.Kind);
                foreach (var kind in kinds) Console.WriteLine($"{kind.Key,-13} {part,-13} {(await Score.OfAsync(understand, kind)).Show()}");
            }

            Console.WriteLine();
        }
    }

    public static async Task PrintMissesAsync(Understand understand)
    {
        foreach (var expected in Languages.All.SelectMany(language => Corpus.Read(language, Corpus.Tuned).Concat(Corpus.Read(language, Corpus.ChatTuned))))
        {
            var actual = (await understand(expected.Text, expected.Context, Habits.Of(expected), CancellationToken.None)).Utterance;
            var verdict = Judge.Of(expected, actual);
            if (verdict.All) continue;
            Console.WriteLine($"{expected.Context.Language} {expected.Text}");
            Console.WriteLine($"   expected {expected.Line[expected.Line.IndexOf("\"intent\"", StringComparison.Ordinal)..]}");
            Console.WriteLine($"   {(verdict.Intent ? "" : "INTENT ")}{(verdict.Name ? "" : "NAME ")}{(verdict.Quantities ? "" : "QUANTITIES ")}{(verdict.Distress ? "" : "DISTRESS ")}{Show(actual)}");
        }
    }

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

    private static readonly JsonSerializerOptions _plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Show(Moment moment) =>
        $"{(moment.HasDate ? LocalDatePattern.Iso.Format(moment.Date) : "")} {moment.Time?.ToString("HH:mm", CultureInfo.InvariantCulture)} {moment.Part} {moment.Role}";

    private static string Show(Recurrence recurrence) =>
        $"{recurrence.Days} times={recurrence.TimesAWeek} days={recurrence.EveryDays} weeks={recurrence.EveryWeeks} month={recurrence.DayOfMonth} for={recurrence.For}";
}
