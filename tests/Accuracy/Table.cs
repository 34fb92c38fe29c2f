using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>How many utterances of a part were understood.</summary>
internal readonly record struct Score(int All, int Whole, int Intents, int Quantities)
{
    public static async Task<Score> OfAsync(Understand understand, string part, IEnumerable<string> languages)
    {
        var score = new Score();
        foreach (var expected in languages.SelectMany(language => Corpus.Read(language, part)))
        {
            var verdict = Judge.Of(expected, await understand(expected.Text, expected.Context, CancellationToken.None));
            score = new Score(score.All + 1, score.Whole + (verdict.All ? 1 : 0), score.Intents + (verdict.Intent ? 1 : 0), score.Quantities + (verdict.Quantities ? 1 : 0));
        }

        return score;
    }

    public string Show() => string.Create(CultureInfo.InvariantCulture, $"{All,5} {Share(Whole),7} {Share(Intents),8} {Share(Quantities),11}");

    private string Share(int right) => All == 0 ? "–" : (100.0 * right / All).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}

/// <summary>The table, and the list of misses.</summary>
internal static class Table
{
    public static async Task PrintAsync(params (string Name, Understand Understand)[] ways)
    {
        foreach (var (name, understand) in ways)
        {
            Console.WriteLine($"{name,-13} {"part",-9}   all   whole  intents  quantities");
            foreach (var part in (string[])[Corpus.Tuned, Corpus.HeldOut])
            {
                foreach (var language in Languages.All)
                    Console.WriteLine($"{Languages.NameOf(language),-13} {part,-9} {(await Score.OfAsync(understand, part, [language])).Show()}");
                Console.WriteLine($"{"total",-13} {part,-9} {(await Score.OfAsync(understand, part, Languages.All)).Show()}");
            }
        }
    }

    public static async Task PrintMissesAsync(Understand understand)
    {
        foreach (var expected in Languages.All.SelectMany(language => Corpus.Read(language, Corpus.Tuned)))
        {
            var actual = await understand(expected.Text, expected.Context, CancellationToken.None);
            var verdict = Judge.Of(expected, actual);
            if (verdict.All) continue;
            Console.WriteLine($"{expected.Context.Language} {expected.Text}");
            Console.WriteLine($"   expected {expected.Fields.GetRawText()[(expected.Fields.GetRawText().IndexOf("\"now\"", StringComparison.Ordinal) + 7)..]}");
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
