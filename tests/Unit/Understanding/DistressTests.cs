using NodaTime;
using WhatsAppBots.Testing;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

public sealed class DistressTests
{
    // Twenty milliseconds on a quiet machine; tests share theirs.
    private static readonly TimeSpan _longest = TimeSpan.FromMilliseconds(100);

    // Whatever language is set: nobody must find the right one first.
    [Theory]
    [InlineData("I want to die")]
    [InlineData("thinking about killing myself")]
    [InlineData("i cant go on")]
    [InlineData("i don’t want to live anymore, remove everything")]
    [InlineData("me quiero morir")]
    [InlineData("he pensado en suicidarme")]
    [InlineData("quero me matar")]
    [InlineData("não aguento mais viver")]
    [InlineData("मैं जीना नहीं चाहता")]
    [InlineData("jeene ka mann nahi karta")]
    [InlineData("אני רוצה למות")]
    [InlineData("חושבת להתאבד")]
    public void Understand_Despair_IsToldInEveryLanguage(string text)
    {
        foreach (var language in Languages.All.Append(null))
        {
            var utterance = TextReader.Understand(text, At(language));
            Assert.True(utterance.IsDistressed, $"{language}: {text}");
            Assert.Equal([Intent.None], utterance.Intents);
            Assert.Null(utterance.Name);
        }
    }

    [Theory]
    [InlineData("en", "this workout is killing me")]
    [InlineData("en", "ran 5 kms today")]
    [InlineData("en", "cut myself some slack")]
    [InlineData("en", "i can't go on friday")]
    [InlineData("en", "i never wake up on time")]
    [InlineData("en", "stop smoking")]
    [InlineData("es", "me muero de hambre")]
    [InlineData("es", "me quiero morir de risa")]
    [InlineData("pt", "tô morrendo de fome")]
    [InlineData("hi", "bhookh se mar raha hu")]
    [InlineData("hi", "sab khatam kar liya")]
    [InlineData("he", "החום הזה הורג אותי")]
    [InlineData("he", "אני רוצה לסיים הכל היום")]
    public void Understand_WordsOfEveryday_AreNoDespair(string language, string text) =>
        Assert.False(TextReader.Understand(text, At(language)).IsDistressed);

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void IsDistress_Despair_IsHeardHoweverItIsSpelt(string language)
    {
        Assert.True(DistressPhrases.Despair[language].Length >= 30);
        Assert.Equal("", string.Join("\n", DistressPhrases.Despair[language].Where(text => !TextReader.IsDistress(text))));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void IsDistress_Everyday_IsNone(string language)
    {
        Assert.True(DistressPhrases.Everyday[language].Length >= 30);
        Assert.Equal("", string.Join("\n", DistressPhrases.Everyday[language].Where(TextReader.IsDistress)));
    }

    // A person in need is heard at the end of whatever they pasted, and nobody makes the search dear.
    [Fact]
    public void IsDistress_InTheLongestText_IsHeardAtBothEndsAndCostsLittle()
    {
        (string, string)[] hidden =
        [
            ("letters apart", LongTexts.Repeat("e n d i t a l l ")), ("weary", LongTexts.Repeat("end it all ")),
                ("digits", LongTexts.Repeat("k1ll0 ")),
            ("marks", "a" + LongTexts.Repeat("\u0301\u0316")), ("ligatures", LongTexts.Repeat("\uFDFA\u3300")),
        ];
        var texts = LongTexts.All().Where((_, index) => index < 80 || index % 9 == 0).Concat(hidden).ToList();

        // The first calls are compiled in haste and run slowly.
        foreach (var (_, text) in texts) Took(text);
        foreach (var (name, text) in texts)
        {
            // The first may have to wait for the machine.
            var quickest = Took(text);
            if (quickest > _longest) quickest = Enumerable.Range(0, 3).Min(_ => Took(text));
            Assert.True(quickest < _longest, $"{name}: {quickest.TotalMilliseconds:0.0} ms");
        }

        var words = LongTexts.Repeat("nothing went right today ", 65_000);
        Assert.True(TextReader.IsDistress("I want to die. " + words));
        Assert.True(TextReader.IsDistress(words + "I want to die."));
        Assert.True(TextReader.IsDistress(words + words + "I want to die."));
        Assert.False(TextReader.IsDistress(words));
    }

    private static TimeSpan Took(string text)
    {
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        TextReader.IsDistress(text);
        return System.Diagnostics.Stopwatch.GetElapsedTime(began);
    }

    private static TextContext At(string? language) => new(language, DateTimeZone.Utc, Instant.FromUtc(2026, 11, 25, 10, 30));
}
