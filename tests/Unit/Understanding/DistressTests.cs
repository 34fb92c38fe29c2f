using NodaTime;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

public sealed class DistressTests
{
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

    private static TextContext At(string? language) => new(language, DateTimeZone.Utc, Instant.FromUtc(2026, 11, 25, 10, 30));
}
