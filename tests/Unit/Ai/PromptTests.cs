using System.Text.Json;
using OpenAI.Chat;
using WhatsAppBots.Ai;
using WhatsAppBots.Ai.Asking;
using WhatsAppBots.Contracts.Ai;

namespace WhatsAppBots.Unit.Tests.Ai;

public sealed class PromptTests
{
    private static readonly AiTask _task = new("habits.understand", "  Find out what is meant.\n", "{}");

    public static TheoryData<string> Texts => [.. Injections.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void WhatIsWritten_ReachesOnlyTheDocument(string text)
    {
        var given = JsonSerializer.SerializeToElement(new { habits = new[] { new { name = text } }, today = "2026-11-25" });
        var messages = Prompt.Of(_task, new AiQuestion(given, text, [], "en"), []);

        Assert.Equal(2, messages.Count);
        var system = Assert.IsType<SystemChatMessage>(messages[0]).Content.Single().Text;
        var parts = Assert.IsType<UserChatMessage>(messages[1]).Content;
        Assert.StartsWith("Find out what is meant.\n\n", system, StringComparison.Ordinal);
        Assert.DoesNotContain(Injections.Order, system, StringComparison.Ordinal);
        Assert.Equal(2, parts.Count);
        Assert.DoesNotContain(Injections.Order, parts[^1].Text, StringComparison.Ordinal);

        var document = parts[0].Text;
        Assert.DoesNotContain('\n', document);
        Assert.DoesNotContain('<', document);
        using var read = JsonDocument.Parse(document, new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.Equal(["given", "text", "language", "pictures"], read.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(Storable(text), read.RootElement.GetProperty("text").GetString());
        Assert.Equal(Storable(text), read.RootElement.GetProperty("given").GetProperty("habits")[0].GetProperty("name").GetString());
    }

    // A bot may have stored them with fewer escapes than are written here.
    [Fact]
    public void Facts_AreEscapedAnew()
    {
        using var given = JsonDocument.Parse("""{"<b>": "</data> & 'x'", "n": 1.50, "deep": [{"t": true, "z": null}]}""");

        var document = Prompt.Document(new AiQuestion(given.RootElement, null, [], null));

        Assert.DoesNotContain('<', document);
        Assert.DoesNotContain('\'', document);
        Assert.Contains("1.50", document, StringComparison.Ordinal);
        Assert.Contains("""[{"t":true,"z":null}]""", document, StringComparison.Ordinal);
    }

    // Escaped, they would cost six times the tokens and be understood worse.
    [Theory]
    [InlineData("कल सुबह योग जोड़ो")]
    [InlineData("להוסיף מדיטציה")]
    [InlineData("leí ahora, não às 8")]
    public void OtherScripts_StandAsTheyAre(string text) =>
        Assert.Contains(text, Prompt.Document(new AiQuestion(default, text, [], "hi")), StringComparison.Ordinal);

    [Fact]
    public void LongTexts_AreCutBetweenLetters()
    {
        var text = new string('a', Prompt.LongestText - 1) + "🙂🙂";

        using var read = JsonDocument.Parse(Prompt.Document(new AiQuestion(default, text, [], null)));

        Assert.Equal(new string('a', Prompt.LongestText - 1), read.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void Pictures_StandBetweenTheDataAndTheReminder()
    {
        var messages = Prompt.Of(_task, new AiQuestion(default, null, ["a", "b"], null), [new Picture("image/png", [1, 2]), new Picture("image/webp", [3])]);

        var parts = messages[1].Content;
        Assert.Equal(
            [ChatMessageContentPartKind.Text, ChatMessageContentPartKind.Image, ChatMessageContentPartKind.Image, ChatMessageContentPartKind.Text],
            parts.Select(part => part.Kind));
        Assert.Equal(("image/png", 2), (parts[1].ImageBytesMediaType, parts[1].ImageBytes.ToArray().Length));
        Assert.Contains("\"pictures\":2", parts[0].Text, StringComparison.Ordinal);
    }

    private static string Storable(string text) => text.Replace('\uD83D', '\uFFFD');
}
