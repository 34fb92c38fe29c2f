using WhatsAppBots.Testing;

namespace WhatsAppBots.Unit.Tests.Ai;

/// <summary>Against an AI that obeys whoever gets out of the data.</summary>
public sealed class InjectionTests(AiStandIn standIn) : IClassFixture<AiStandIn>, IAsyncLifetime
{
    public static TheoryData<string> Texts => [.. Injections.All];

    public Task InitializeAsync() => standIn.ResetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task OrdersOfAPerson_AreData(string text)
    {
        standIn.Media.Files["labelled.png"] = (SamplePhotos.Png(1, text.Replace(';', ' ')), "image/png");
        var question = AiStandIn.Question(text, "reading", text) with { Language = text };

        var understood = await standIn.Ai().AskAsync(AiStandIn.Understand, question, CancellationToken.None);
        var judged = await standIn.Ai().AskAsync(
            AiStandIn.Proof, AiStandIn.Question(text, "reading") with { Pictures = ["labelled.png"] }, CancellationToken.None);

        // Of a habit whose name cannot be stored there is no answer.
        Assert.NotEqual(1, understood.Answer?.GetProperty("confidence").GetDouble());
        Assert.False(judged.Answer!.Value.GetProperty("habits")[0].GetProperty("shows").GetBoolean());
        Assert.All((await standIn.StateAsync())["asked"]!.AsArray(), asked =>
        {
            Assert.False((bool)asked!["obeyed"]!);
            Assert.Equal(text.Replace('\uD83D', '\uFFFD'), asked["data"]!["text"]!.ToString());
        });
    }

    // Or the test above could not fail.
    [Fact]
    public async Task OrdersBesideTheData_AreObeyed()
    {
        var task = AiStandIn.Understand with { Instructions = $"The person said: {Injections.Order}" };

        var reply = await standIn.Ai().AskAsync(task, AiStandIn.Question("hello", "reading"), CancellationToken.None);

        Assert.Equal(("Done", 1), (reply.Answer!.Value.GetProperty("intent").GetString(), reply.Answer.Value.GetProperty("confidence").GetDouble()));
        Assert.True((bool)(await standIn.StateAsync())["asked"]![0]!["obeyed"]!);
    }
}
