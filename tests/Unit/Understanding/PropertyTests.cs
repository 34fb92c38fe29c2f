using NodaTime;
using WhatsAppBots.Understanding;
using WhatsAppBots.Understanding.Words;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>What holds for every text. A failure names its seed by the text it shows.</summary>
public sealed class PropertyTests
{
    private static readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb["America/New_York"];

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Understand_Junk_GivesSomethingWhole(string language)
    {
        var random = new Random(20261125);
        for (var turn = 0; turn < 400; turn++)
        {
            var text = turn % 3 == 0 ? Junk.Units(random, random.Next(0, 60)) : Junk.Words(random, language, random.Next(1, 12));
            var context = new TextContext(language, _zone, Instant.FromUtc(2024, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(0, 3_000_000)));
            var utterance = TextReader.Understand(text, context);
            Assert.NotEmpty(utterance.Intents);
            AssertWhole(text, utterance.Reading);
            NameMatch.Find(text, [text, "yoga"]);
        }
    }

    [Theory]
    [InlineData("en", "gym weekends to friday")]
    [InlineData("en", "gym weekdays until sunday")]
    [InlineData("es", "gimnasio fines de semana a viernes")]
    [InlineData("pt", "academia fins de semana até sexta")]
    [InlineData("hi", "gym weekend se friday tak")]
    [InlineData("he", "כושר סוף שבוע עד שישי")]
    public void Understand_ARangeThatBeginsWithSeveralDays_Ends(string language, string text) =>
        Assert.NotEmpty(TextReader.Understand(text, new TextContext(language, _zone, Instant.FromUtc(2026, 11, 25, 12, 0))).Intents);

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Read_WhatIsAhead_NeverLiesInThePast(string language)
    {
        var random = new Random(7);
        Kind[] backward = [Kind.Ago, Kind.PastMark, Kind.Last, Kind.LastAfter];
        for (var turn = 0; turn < 600; turn++)
        {
            var text = Junk.Words(random, language, random.Next(1, 8));
            var context = new TextContext(language, _zone, Instant.FromUtc(2024, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(0, 3_000_000)));
            var sentence = new Sentence(text, Lexicon.Of(language));
            if (Enumerable.Range(0, sentence.Count).Any(i => sentence.At(i).Any(sense => backward.Contains(sense.Kind) || sense.Kind == Kind.Day && sense.Value < 0))) continue;
            foreach (var reading in TextReader.Read(text, context).Moments.SelectMany(moment => moment.Readings))
            {
                // A year that was named may be long gone.
                if (reading.Date.Year < context.Local.Year) continue;
                Assert.True(reading.Date >= context.Local.Date, $"{language} at {context.Local}: {text} → {reading}");
                if (reading is { HasDate: false, Time: { } time }) Assert.True(reading.Date + time > context.Local, $"{language} at {context.Local}: {text} → {reading}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Understand_LongJunk_CostsInProportion(string language)
    {
        var random = new Random(3);
        _ = Cost(Junk.Words(random, language, 200), language);
        foreach (var phrase in LexiconFile.Read(language).Select(phrase => string.Join(' ', phrase.Words)).Append("1 ").Append("12/").Append("\"").Where((_, i) => i % 41 == 0))
        {
            var few = Cost(Repeat(phrase, 512), language);
            var many = Cost(Repeat(phrase, 4096), language);
            Assert.True(many < few * 24 + 2_000_000, $"{language}: {phrase}: {few} bytes for 512 letters, {many} for 4,096");
        }
    }

    private static string Repeat(string phrase, int length) => string.Concat(Enumerable.Repeat(phrase + " ", length / (phrase.Length + 1) + 1))[..length];

    // What is allocated is counted rather than the time: it is the same on a busy machine.
    private static long Cost(string text, string language)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        TextReader.Understand(text, new TextContext(language, _zone, Instant.FromUtc(2026, 11, 25, 12, 0)));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertWhole(string text, TextReading reading)
    {
        var places = reading.Moments.Select(each => (each.Start, each.Length, each.Readings.Count))
            .Concat(reading.Recurrences.Select(each => (each.Start, each.Length, each.Readings.Count)))
            .Concat(reading.Lengths.Select(each => (each.Start, each.Length, each.Readings.Count)))
            .Concat(reading.Amounts.Select(each => (each.Start, each.Length, each.Readings.Count)))
            .Concat(reading.Counts.Select(each => (each.Start, each.Length, each.Readings.Count)))
            .Order().ToList();
        var end = 0;
        foreach (var (start, length, readings) in places)
        {
            Assert.True(start >= end && length > 0 && start + length <= text.Length && readings > 0, $"{text}: {start}+{length} behind {end}, {readings} readings");
            end = start + length;
        }
    }
}
