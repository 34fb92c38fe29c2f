using WhatsAppBots.Accuracy;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>Understanding gets no worse unseen. Floors lie a few points under what is measured: <c>dotnet run --project tests/Accuracy</c>.</summary>
public sealed class AccuracyTests
{
    [Theory]
    [InlineData(Accuracy.Corpus.Tuned, 0.97, 0.98, 0.98)]
    [InlineData(Accuracy.Corpus.HeldOut, 0.80, 0.88, 0.93)]
    public async Task Rules_OfAPart_StayAboveTheirFloors(string part, double whole, double intents, double quantities)
    {
        var score = await Score.OfAsync((text, context, _, _) => ValueTask.FromResult(new Understood(TextReader.Understand(text, context))), new Trial(null), part, Languages.All);
        Assert.InRange((double)score.Whole / score.All, whole, 1);
        Assert.InRange((double)score.Intents / score.All, intents, 1);
        Assert.InRange((double)score.Quantities / score.All, quantities, 1);
    }

    [Theory]
    [InlineData(Accuracy.Corpus.ChatTuned, 0.89, 0.92, 0.02)]
    [InlineData(Accuracy.Corpus.ChatMore, 0.76, 0.79, 0.03)]
    [InlineData(Accuracy.Corpus.ChatDoubtful, 0.98, 0.98, 0.01)]
    [InlineData(Accuracy.Corpus.ChatHeldOut, 0.69, 0.78, 0.08)]
    public async Task Rules_OfChats_StayAboveTheirFloorsAndUnderTheirHarm(string part, double whole, double fitting, double harm)
    {
        var score = await Score.OfAsync((text, context, _, _) => ValueTask.FromResult(new Understood(TextReader.Understand(text, context))), new Trial(null), part, Languages.All);
        Assert.InRange((double)score.Whole / score.All, whole, 1);
        Assert.InRange((double)(score.Whole + score.Fitting) / score.All, fitting, 1);
        Assert.InRange((double)score.Harms / score.All, 0, harm);
    }
}
