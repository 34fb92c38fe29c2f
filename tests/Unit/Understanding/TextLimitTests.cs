using NodaTime;
using WhatsAppBots.Testing;
using WhatsAppBots.Understanding;
using WhatsAppBots.Understanding.Words;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>Whatever is written, so much of it is read and no more; and what was not read to its end says so.</summary>
public sealed class TextLimitTests
{
    // A letter before a Hebrew word is a token of its own, up to three of them.
    private const int HebrewPrefixes = 4;

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Understand_AnyLongText_ReadsSoManyTokensAndSaysThatItIsCut(string language)
    {
        // The limit is one code for all languages: all texts in one of them, and in the others each fifth, another one in each.
        var first = Languages.All.ToList().IndexOf(language);
        foreach (var (name, text) in LongTexts.All().Where((_, n) => language == Languages.English || n % Languages.All.Count == first))
        {
            var sentence = new Sentence(text, Lexicon.Of(language));
            Assert.True(sentence.Count <= TextLimit.Tokens * (language == Languages.Hebrew ? HebrewPrefixes : 1), $"{name}: {sentence.Count} tokens");
            Assert.True(sentence.Text.Length <= TextLimit.Characters, name);
            var said = TextReader.Understand(text, Context(language));
            Assert.True(said.IsCut == sentence.IsCut || said.Names.Count > TextLimit.Names, name);
        }
    }

    [Fact]
    public void Understand_AtTheLimit_IsWhole()
    {
        Assert.False(TextReader.Understand(LongTexts.Repeat("a ", 2 * TextLimit.Tokens), Context("en")).IsCut);
        Assert.True(TextReader.Understand(LongTexts.Repeat("a ", 2 * TextLimit.Tokens + 1), Context("en")).IsCut);
        Assert.False(TextReader.Understand(new string('a', TextLimit.Characters), Context("en")).IsCut);
        Assert.True(TextReader.Understand(new string('a', TextLimit.Characters + 1), Context("en")).IsCut);
        Assert.False(TextReader.Understand("done" + new string(' ', LongTexts.Length), Context("en")).IsCut);
    }

    [Fact]
    public void Understand_MoreNamesThanAnybodyHas_IsCut() =>
        Assert.True(TextReader.Understand("done with " + string.Join(" and ", Enumerable.Range(0, 30).Select(i => "thing" + (char)('a' + i % 26) + "x")), Context("en")).IsCut);

    [Fact]
    public void Understand_DistressDeepInALongText_IsHeard()
    {
        var before = LongTexts.Repeat("It was a long day and nothing went right. ", 6000);
        Assert.True(TextReader.Understand(before + ". I want to die. " + before, Context("en")).IsDistressed);
    }

    [Fact]
    public void Find_LongTexts_CostsLittle()
    {
        var names = Enumerable.Range(0, 30).Select(i => string.Concat(Enumerable.Range(0, 8).Select(word => $"word{(char)('a' + i)}{(char)('a' + word)} "))).ToList();
        foreach (var (_, text) in LongTexts.All())
        {
            NameMatch.Find(text, names);
            NameMatch.Find("yoga", [text]);
        }
    }

    private static TextContext Context(string language) => new(language, DateTimeZone.Utc, Instant.FromUtc(2026, 11, 29, 12, 0));
}
