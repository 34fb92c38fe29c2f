using WhatsAppBots.Understanding;
using WhatsAppBots.Unit.Tests.Understanding;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Any words, in any order, are answered: a text that makes a turn fail leaves its writer without an answer.</summary>
public sealed class AnyWordsTests
{
    private const int Texts = 250;

    private static readonly string[] _before =
    [
        "", "read 10 pages every day", "done with gym", "pause everything until friday", "remove gym", "at most 2 coffees a day", "drank 3",
    ];

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Words_InAnyOrder_AreAnswered(string language)
    {
        var random = new Random(20261130);
        for (var turn = 0; turn < Texts; turn++)
        {
            var text = Junk.Words(random, language, random.Next(1, 8));
            var person = new SentencePerson(language, "Gym, Water:8:glasses, No sugar");
            if (_before[turn % _before.Length] is { Length: > 0 } before) person.Write(before);
            var failure = Record.Exception(() => person.Write(text));
            Assert.True(failure is null, $"{language}: {text}: {failure}");
        }
    }

    [Theory]
    [InlineData("at most 99999999999 coffees a day")]
    [InlineData("no more than 79228162514264337593543950335 steps a day")]
    [InlineData("pause 99999999999")]
    [InlineData("away, back on 99999999999")]
    [InlineData("walk 8 times 8 times a day")]
    [InlineData("drank 99999999999999999999 glasses")]
    [InlineData("set water to 99999999999 glasses every day")]
    public void Number_HoweverLarge_IsAnswered(string text) =>
        Assert.NotEmpty(new SentencePerson("en", "Gym, Water:8:glasses").Write(text).Answer);

    // Buttons come back with whatever id somebody puts in them.
    [Theory]
    [InlineData("habits:pauseall:2026-11-30:9999-12-31")]
    [InlineData("habits:pauseall:2026-11-30:-9998-01-01")]
    [InlineData("habits:pauseall:9999-12-30:9999-12-31")]
    [InlineData("habits:pauseall:2026-12-01:2028-01-01")]
    public void Pause_OfForgedDays_BreaksNoLaterTurn(string id)
    {
        var person = new SentencePerson("en", "Gym,Read").Press(id);
        Assert.False(person.Data.Pause?.Until > SentencePerson.Today.PlusYears(2));
        person.Write("my habits");
        Assert.Contains("Gym", person.Answer, StringComparison.Ordinal);
    }
}
