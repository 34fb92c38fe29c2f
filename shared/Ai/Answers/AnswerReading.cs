using System.Text.Json;
using OpenAI.Chat;

namespace WhatsAppBots.Ai.Answers;

/// <summary>Takes the answer out of what the provider said.</summary>
internal static class AnswerReading
{
    // Some tens of fields; what is longer is none of ours.
    private const int Longest = 100_000;

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>The answer, or why it is of no use; that never quotes it.</summary>
    public static (JsonElement? Answer, string? Fault) Read(ChatCompletion completion, AnswerSchema schema)
    {
        if (completion.Refusal is { Length: > 0 }) return (null, "refused");
        if (completion.FinishReason != ChatFinishReason.Stop) return (null, $"ended by {completion.FinishReason}");
        var text = string.Concat(completion.Content.Where(part => part.Kind == ChatMessageContentPartKind.Text).Select(part => part.Text));
        return Read(text, schema);
    }

    public static (JsonElement? Answer, string? Fault) Read(string text, AnswerSchema schema)
    {
        if (text.Length is 0 or > Longest) return (null, text.Length == 0 ? "empty" : "too long");
        try
        {
            using var document = JsonDocument.Parse(text, _strict);
            return schema.Fault(document.RootElement) is { } fault ? (null, fault) : (document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return (null, "no JSON");
        }
    }
}
