using System.Text.Encodings.Web;
using System.Text.Json;
using WhatsAppBots.Bots;

namespace WhatsAppBots.Standalone;

/// <summary>
/// <c>templates</c>: prints the message templates of all bots as JSON, a line for each template and language, in the form of Meta's
/// <c>POST /{business account}/message_templates</c>.
/// </summary>
internal static class TemplatesCommand
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The exit code, 0.</returns>
    public static int Run(TextWriter output)
    {
        foreach (var template in BotServices.Templates.SelectMany(set => set.Submissions()))
        {
            output.WriteLine(template.ToJsonString(_readable));
        }

        return 0;
    }
}
