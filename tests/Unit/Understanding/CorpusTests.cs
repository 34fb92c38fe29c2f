using NodaTime;
using WhatsAppBots.Accuracy;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>What understanding is measured with keeps its own rules.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Fact]
    public void Corpus_All_HasFiveHundred() => Assert.InRange(Languages.All.Sum(language => Both(language).Count), 500, int.MaxValue);

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_Language_HoldsOutAThird(string language) =>
        Assert.True(Corpus.Read(language, Corpus.HeldOut).Count * 3 >= Both(language).Count);

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_Chat_HasAHundredAndFifty_AThirdOfThemHeldOut(string language)
    {
        var heldOut = Corpus.Read(language, Corpus.ChatHeldOut).Count;
        Assert.InRange(heldOut, 50, int.MaxValue);
        Assert.InRange(Chat(language).Count, 150, heldOut * 3);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_ChatPart_HasEveryKind(string language)
    {
        foreach (var part in new[] { Corpus.ChatTuned, Corpus.ChatHeldOut })
        {
            var said = Corpus.Read(language, part);
            Assert.DoesNotContain(said, each => each.Kind is null);
            Assert.Empty(Corpus.Kinds.Except(said.Select(each => each.Kind!)));
            Assert.Contains(said, each => each.Asking == Asking.MustBe);
            Assert.All(said, each => Assert.Equal(each.Kind is "small-talk" or "question", each.Topic is not null));
            Assert.All(said, each => Assert.Equal(each.Kind is "zone", each.Zones.Count > 0));
        }
    }

    [Fact]
    public void Corpus_HindiChat_IsHalfInLatinScript()
    {
        var said = Chat("hi");
        var latin = said.Count(each => !each.Text.Any(letter => letter is >= '\u0900' and <= '\u097f'));
        Assert.InRange(latin, said.Count * 2 / 5, said.Count * 3 / 5);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_Language_SaysNothingTwice(string language) =>
        Assert.Empty(All(language).GroupBy(said => PlainText.Of(said.Text)).Where(same => same.Count() > 1).Select(same => same.Key));

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_Part_HasEveryIntentAndDistress(string language)
    {
        foreach (var half in new[] { Corpus.HeldOut, Corpus.Tuned })
        {
            var part = Corpus.Read(language, half);
            Assert.Empty(Enum.GetValues<Intent>().Except(part.SelectMany(said => said.Intents)));
            Assert.Contains(part, said => said.IsDistressed);
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_HalvesOfADay_ComeInTheirOrder(string language)
    {
        var halves = All(language)
            .SelectMany(said => said.Moments)
            .Where(readings => readings.Count > 1 && readings[0].Date == readings[1].Date)
            .ToList();
        Assert.NotEmpty(halves);
        Assert.All(halves, readings =>
        {
            Assert.Equal(2, readings.Count);
            var (first, second) = (readings[0].Time!.Value, readings[1].Time!.Value);
            Assert.Equal(first.PlusHours(12), second);
            Assert.InRange(first.Hour, 7, 18);
        });
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Corpus_WhatIsPlanned_LiesAhead(string language)
    {
        Intent[] plans = [Intent.Add, Intent.Pause, Intent.Resume, Intent.Change, Intent.Remind, Intent.Stake];
        var planned = All(language).Where(said => said.Intents.Any(plans.Contains) && said.Moments.Count > 0).ToList();
        Assert.NotEmpty(planned);
        Assert.All(planned, said => Assert.All(said.Moments.SelectMany(readings => readings), moment =>
            Assert.True(moment.Date is null || moment.Date >= said.Now.Date, said.Text)));
    }

    [Theory]
    [InlineData("\"intent\":\"add\"")]
    [InlineData("\"intent\":\"5\"")]
    [InlineData("\"intent\":\"Add\",\"colour\":1")]
    [InlineData("\"intent\":\"Add\",\"name\":{\"oneOf\":[\"yoga\"]}")]
    [InlineData("\"intent\":\"Add\",\"moments\":[{\"time\":\"7:00\"}]")]
    [InlineData("\"intent\":\"Add\",\"moments\":[{\"date\":\"2026-02-30\"}]")]
    [InlineData("\"intent\":\"Add\",\"moments\":[{\"role\":\"By\"}]")]
    [InlineData("\"intent\":\"Add\",\"recurrence\":{\"days\":\"Mon\"}")]
    [InlineData("\"intent\":\"Add\",\"recurrence\":{\"for\":\"P1M\"}")]
    [InlineData("\"intent\":\"Add\",\"lengths\":[{\"period\":\"20M\"}]")]
    [InlineData("\"intent\":\"Stake\",\"amount\":{\"minor\":100,\"currency\":\"rs\"}")]
    [InlineData("\"intent\":\"Add\",\"kind\":\"poem\"")]
    [InlineData("\"intent\":\"Add\",\"asking\":\"never\"")]
    [InlineData("\"intent\":\"Add\",\"harm\":\"all\"")]
    [InlineData("\"intent\":\"Add\",\"harm\":[\"Erase\"]")]
    [InlineData("\"intent\":\"None\",\"topic\":\"Weather\"")]
    [InlineData("\"intent\":\"None\",\"zoneSaid\":[\"Asia/Atlantis\"]")]
    [InlineData("\"intent\":\"Add\",\"also\":[{\"name\":\"run\"}]")]
    [InlineData("\"intent\":\"Add\",\"also\":[{\"intent\":\"Add\",\"text\":\"run\"}]")]
    [InlineData("\"intent\":\"Add\",\"recurrence\":{\"days\":\"Mo\",\"nthOfMonth\":0}")]
    [InlineData("\"intent\":\"Add\",\"recurrence\":{\"dayOfMonth\":0}")]
    public void Corpus_BrokenLine_IsRefused(string fields) => Assert.ThrowsAny<Exception>(() =>
        Corpus.Parse("en", $$"""{"text":"yoga","zone":"Asia/Kolkata","now":"2026-11-25T10:30:00",{{fields}}}"""));

    [Theory]
    [InlineData("Asia/Atlantis", "2026-11-25T10:30:00")]
    [InlineData("Asia/Kolkata", "2026-11-25 10:30")]
    [InlineData("Europe/Lisbon", "2026-10-25T01:30:00")]
    [InlineData("Europe/Madrid", "2026-03-29T02:30:00")]
    public void Corpus_BrokenClock_IsRefused(string zone, string now) => Assert.ThrowsAny<Exception>(() =>
        Corpus.Parse("en", $$"""{"text":"yoga","zone":"{{zone}}","now":"{{now}}","intent":"Add"}"""));

    [Fact]
    public void Corpus_Line_IsReadWhole()
    {
        var said = Corpus.Parse("en", """
            {"text":"x","zone":"Asia/Kolkata","now":"2026-11-25T10:30:00","intent":["Add","Remind"],"name":["a",{"oneOf":["b",null]}],
            "moments":[{"readings":[{"time":"07:00","role":"By"},{"time":"19:00","role":"By"}]},{"date":"2026-11-26","part":"Night"}],
            "recurrence":{"everyWeeks":2,"days":"Mo,Su","for":"P1M"},"lengths":[{"period":"PT20M","anchor":"After"}],
            "amount":{"minor":20000},"counts":[{"number":2.5,"unit":"km","added":true}],"distressed":true}
            """);

        Assert.Equal([Intent.Add, Intent.Remind], said.Intents);
        Assert.Equal([["a"], ["b", null]], said.Names);
        Assert.Equal(
            [
                [new(null, new(7, 0), null, MomentRole.By), new(null, new(19, 0), null, MomentRole.By)],
                [new(new(2026, 11, 26), null, DayPart.Night, MomentRole.At)],
            ],
            said.Moments);
        Assert.Equal(
            new Recurrence { EveryWeeks = 2, Days = Weekdays.Monday | Weekdays.Sunday, For = Period.FromMonths(1) },
            said.Recurrence);
        Assert.Equal([new Length(Period.FromMinutes(20), LengthAnchor.After)], said.Lengths);
        Assert.Equal(new Amount(20000, null), said.Amount);
        Assert.Equal([new Count(2.5m, "km", true)], said.Counts);
        Assert.True(said.IsDistressed);
    }

    [Fact]
    public void Corpus_ChatLine_IsReadWhole()
    {
        var said = Corpus.Parse("en", """
            {"text":"x","zone":"Asia/Kolkata","now":"2026-11-25T10:30:00","kind":"several","intent":"Add","name":"a",
            "limit":true,"asking":"may","harm":["Skip"],"all":true,"except":["b"],"topic":"IsBot","zoneSaid":["Asia/Tokyo"],"after":"y","habits":["a","b"],
            "recurrence":{"days":"daily","timesADay":2},
            "also":[{"intent":"Remind","name":"c","recurrence":{"days":"Fr","nthOfMonth":-1}}]}
            """);

        Assert.Equal(("several", Asking.MayBe, Topic.IsBot, "y"), (said.Kind, said.Asking, said.Topic, said.After));
        Assert.Equal([Intent.Skip], said.Harm);
        Assert.True(said.IsAll && said.Act.IsLimit && said.IsBeyondOneUtterance);
        Assert.Equal(["b"], said.Except);
        Assert.Equal(["a", "b"], said.Habits);
        Assert.Equal("Asia/Tokyo", Assert.Single(said.Zones).Id);
        Assert.Equal(new ExpectedRhythm(2, null, null, null), said.Act.Rhythm);
        var also = Assert.Single(said.Also);
        Assert.Equal([Intent.Remind], also.Intents);
        Assert.Equal(new ExpectedRhythm(null, null, null, -1), also.Rhythm);
    }

    private static List<ExpectedUtterance> All(string language) => [.. Both(language), .. Chat(language)];

    private static List<ExpectedUtterance> Chat(string language) =>
        [.. Corpus.Read(language, Corpus.ChatTuned), .. Corpus.Read(language, Corpus.ChatHeldOut)];

    private static List<ExpectedUtterance> Both(string language) =>
        [.. Corpus.Read(language, Corpus.Tuned), .. Corpus.Read(language, Corpus.HeldOut)];
}
