using System.Reflection;
using WhatsAppBots.Admin.Pages;

namespace WhatsAppBots.Unit.Tests.Api;

/// <summary>Words of the pages of links.</summary>
public sealed class LinkTextsTests
{
    [Fact]
    public void Pages_SpeakFiveLanguages_EachInItsOwnWords()
    {
        Assert.Equal(["en", "es", "pt", "hi", "he"], LinkTexts.All.Select(texts => texts.Language));
        var english = Words(LinkTexts.All[0]);
        foreach (var texts in LinkTexts.All.Skip(1))
        {
            foreach (var (name, word) in Words(texts))
                Assert.False(word == english[name], $"{texts.Language} says {name} in English: {word}");
        }
    }

    [Theory]
    [InlineData("", "en", "ltr")]
    [InlineData("fr-FR,es;q=0.8", "es", "ltr")]
    [InlineData("iw-IL", "he", "rtl")]
    [InlineData("pt-BR,en", "pt", "ltr")]
    public void Page_HasTheLanguageOfTheBrowser(string accepted, string language, string direction) =>
        Assert.Equal((language, direction), (LinkTexts.Of(accepted).Language, LinkTexts.Of(accepted).Direction));

    private static Dictionary<string, string> Words(LinkTexts texts) => typeof(LinkTexts)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name is not (nameof(LinkTexts.Language) or nameof(LinkTexts.Direction)))
        .ToDictionary(property => property.Name, property => property.GetValue(texts)!.ToString()!);
}
