using System.ClientModel.Primitives;
using Azure.Identity;
using OpenAI.Chat;
using WhatsAppBots.Ai;

namespace WhatsAppBots.Azure;

/// <summary>
/// Azure OpenAI without a key: the app proves itself by its managed identity, which needs the role "Cognitive Services OpenAI User".
/// https://learn.microsoft.com/azure/ai-foundry/openai/supported-languages
/// </summary>
internal static class AzureChat
{
    private const string Scope = "https://ai.azure.com/.default";

    /// <param name="options">Endpoint and deployment; checked at start.</param>
    public static ChatClient Create(AiOptions options)
    {
#pragma warning disable OPENAI001 // The constructor is the documented one, and marked as one that may still change.
        return new ChatClient(options.Model, new BearerTokenPolicy(new DefaultAzureCredential(), Scope), AiServices.Client(options));
#pragma warning restore OPENAI001
    }
}
