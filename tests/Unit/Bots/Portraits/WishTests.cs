using WhatsAppBots.Bots.Portraits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Unit.Tests.Bots.Portraits;

/// <summary>What people write beside the way, from where they stand, in all five languages.</summary>
public sealed class WishTests
{
    private static readonly PortraitsBot _bot = new(new PortraitOptions());

    [Theory]
    [InlineData("delete the last photo")]
    [InlineData("borra la última foto")]
    [InlineData("apaga a última foto")]
    [InlineData("last photo hata do")]
    [InlineData("आखिरी फ़ोटो हटा दो")]
    [InlineData("תמחק את התמונה האחרונה")]
    public void LastPhoto_Unwanted_IsLeftOut(string text)
    {
        var before = PortraitSamples.In(PortraitStates.PicturesLoaded);
        var (after, _) = Say(before, text);
        Assert.Equal(PortraitData.Read(before.Data).Photos.Count - 1, PortraitData.Read(after.Data).Photos.Count);
    }

    [Theory]
    [InlineData("I want to start", "en")]
    [InlineData("I agree", "en")]
    [InlineData("quiero empezar", "es")]
    [InlineData("quero começar", "pt")]
    [InlineData("shuru karo", "hi")]
    [InlineData("אני רוצה להתחיל", "he")]
    public void Start_WithNothingOpen_Begins(string text, string language)
    {
        var begun = Say(PortraitSamples.In(PortraitStates.New) with { Language = language }, "begin").Said;
        Assert.Equal(begun, Say(PortraitSamples.In(PortraitStates.New) with { Language = language }, text).Said);
    }

    [Fact]
    public void Text_ThatIsNotUnderstood_IsSaidToBeSo_UnlessItIsTheFirst()
    {
        var person = PortraitSamples.In(PortraitStates.New);
        Assert.StartsWith("Sorry, I didn't catch that.", Say(person, "blorp").Said, StringComparison.Ordinal);
        Assert.DoesNotContain("Sorry", Say(person with { IsNew = true }, "blorp").Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("you're ugly", "en", "Ouch")]
    [InlineData("eres feo", "es", "¡Ay!")]
    [InlineData("você é feio", "pt", "Ai!")]
    [InlineData("tum badsurat ho", "hi", "अरे!")]
    [InlineData("אתה מכוער", "he", "אאוץ")]
    [InlineData("can you make me naked", "en", "No, sorry.")]
    [InlineData("quiero fotos desnuda", "es", "No, lo siento.")]
    [InlineData("quero fotos pelada", "pt", "Não, desculpe.")]
    [InlineData("nude photo bana do", "hi", "नहीं, माफ़")]
    [InlineData("תעשה לי תמונות בעירום", "he", "לא, מצטערים.")]
    [InlineData("my boss is killing me with work", "en", "hard")]
    [InlineData("what if I pay and nothing comes", "en", "refund")]
    public void Words_BesideTheMatter_AreAnswered(string text, string language, string answer)
    {
        foreach (var state in new[] { PortraitStates.New, PortraitStates.Collecting, PortraitStates.ChoosingTier })
        {
            Assert.Contains(answer, Say(PortraitSamples.In(state) with { Language = language }, text).Said,
                StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("how much is it in dollars?", "$9")]
    [InlineData("¿cuánto cuesta en dólares?", "$")]
    [InlineData("how much in euros?", "€9")]
    public void Price_InAnotherCurrency_IsTold(string text, string price)
    {
        var person = PortraitSamples.In(PortraitStates.New);
        var said = Say(person with { Person = person.Person with { Phone = "447700900123" } }, text).Said;
        Assert.Contains(price, said, StringComparison.Ordinal);
        Assert.Contains("£8", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Done_WithoutAPhoto_SaysThatThereIsNone()
    {
        var person = PortraitSamples.In(PortraitStates.Collecting);
        var empty = person with { Data = (PortraitData.Read(person.Data) with { Photos = [] }).Write() };
        Assert.Contains("haven't sent me a photo", Say(empty, "done").Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("go back to the beginning")]
    [InlineData("volver al principio")]
    [InlineData("voltar ao início")]
    [InlineData("shuru se chalo")]
    [InlineData("חזרה להתחלה")]
    public void Beginning_Wanted_IsAskedAboutWherePhotosWouldGo(string text)
    {
        var (after, said) = Say(PortraitSamples.In(PortraitStates.PicturesLoaded), text);
        Assert.NotEmpty(PortraitData.Read(after.Data).Photos);
        Assert.Equal(Say(PortraitSamples.In(PortraitStates.PicturesLoaded), "start over").Said, said);
    }

    [Fact]
    public void Payment_Wanted_ShowsTheLinkOnceThereIsOne()
    {
        var person = PortraitSamples.In(PortraitStates.AwaitingPayment);
        Assert.Equal(Say(person, "hello").Said, Say(person, "pay now").Said);
        Assert.DoesNotContain("Sorry", Say(PortraitSamples.In(PortraitStates.Collecting), "pay now").Said, StringComparison.Ordinal);
    }

    private static (Conversation After, string Said) Say(Conversation before, string text)
    {
        var message = new IncomingMessage("wamid.1", PortraitSamples.Now, "1", new Sender("15550001111", null, "Ann"),
            new TextContent(text) { Type = "text" });
        var transition = _bot.Handle(before, new MessageInput(message));
        return (before with { State = transition.State, Data = transition.Data },
            string.Join("\n", transition.Effects.OfType<Say>().Select(say => say.Content.Summary)));
    }
}
