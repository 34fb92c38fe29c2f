using System.Text;
using System.Text.Json.Nodes;

namespace WhatsAppBots.Standalone.Post;

/// <summary>
/// Messages of a bot as lines of text, as the chats in tests/Transcripts have them: the words, and below them what can be tapped.
/// </summary>
internal static class AnswerText
{
    /// <summary>Lines of one message, as the API shows it.</summary>
    public static string Of(JsonNode message)
    {
        var text = new StringBuilder("< ").Append(message["text"]?.ToString().ReplaceLineEndings("\n  "));
        var content = message["raw"] as JsonObject;
        var sections = (content?["sections"] as JsonArray ?? []).Select(section => section?["rows"] as JsonArray ?? []);
        foreach (var choice in (content?["buttons"] as JsonArray ?? []).Concat(sections.SelectMany(rows => rows)))
        {
            text.Append("\n  [").Append(choice?["title"]).Append(']');
            if (choice?["description"]?.ToString() is { Length: > 0 } description) text.Append(' ').Append(description);
        }

        return text.ToString();
    }
}
