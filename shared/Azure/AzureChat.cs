using System.ClientModel;
using Azure.AI.OpenAI;
using Azure.AI.OpenAI.Chat;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Chat;
using WhatsAppBots.Ai;

namespace WhatsAppBots.Azure;

/// <summary>
/// Azure OpenAI by Azure's own client: with the resource's key, or without one by the app's managed identity, which needs the role "Cognitive
/// Services OpenAI User". https://learn.microsoft.com/azure/ai-foundry/openai/supported-languages
/// </summary>
internal static class AzureChat
{
    // Named, so that a new release of the client does not change by itself what is asked.
    private const AzureOpenAIClientOptions.ServiceVersion Version = AzureOpenAIClientOptions.ServiceVersion.V2025_04_01_Preview;

    // What AiSettings appends for the plain client.
    private const string Below = "/openai/v1";

    /// <summary>Registers the client where AZURE_OPENAI_ENDPOINT is set; before <see cref="AiServices.AddAi"/>.</summary>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["AZURE_OPENAI_ENDPOINT"] is not { Length: > 0 }) return;
        services.AddSingleton(_ => Create(AiSettings.Read(configuration), new DefaultAzureCredential()));
    }

    /// <summary>A client of the deployment.</summary>
    /// <param name="options">Endpoint, deployment and key; checked at start.</param>
    /// <param name="identity">Proves who the app is where there is no key.</param>
    public static ChatClient Create(AiOptions options, TokenCredential identity)
    {
        var client = AiServices.Behaving(new AzureOpenAIClientOptions(Version), options);
        var azure = options.Key is { } key
            ? new AzureOpenAIClient(Resource(options.Endpoint!), new ApiKeyCredential(key), client)
            : new AzureOpenAIClient(Resource(options.Endpoint!), identity, client);
        return new Asking(azure.GetChatClient(options.Model));
    }

    private static Uri Resource(Uri endpoint)
    {
        var address = endpoint.AbsoluteUri.TrimEnd('/');
        return new Uri(address.EndsWith(Below, StringComparison.Ordinal) ? address[..^Below.Length] : address);
    }

    // Azure's client by itself limits answers by max_tokens, which newer models refuse.
    private sealed class Asking(ChatClient azure) : ChatClient
    {
        public override Task<ClientResult<ChatCompletion>> CompleteChatAsync(
            IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken cancellationToken = default)
        {
            options ??= new ChatCompletionOptions();
#pragma warning disable AOAI001 // The only way to the newer name; tests/Azure would see it go.
            options.SetNewMaxCompletionTokensPropertyEnabled();
#pragma warning restore AOAI001
            return azure.CompleteChatAsync(messages, options, cancellationToken);
        }
    }
}
