using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;

namespace WhatsAppBots.Ai;

/// <summary>Registers the AI.</summary>
public static class AiServices
{
    /// <summary>
    /// <see cref="IAi"/> and the validated <see cref="AiOptions"/>. A <see cref="ChatClient"/> that is there already is used: the
    /// Azure host's, which needs no key where it has an identity.
    /// </summary>
    public static IServiceCollection AddAi(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(AiSettings))) return services;
        services.AddMedia(configuration);
        var settings = new AiSettings(configuration, hasIdentity: services.Any(service => service.ServiceType == typeof(ChatClient)));
        services.AddSingleton(settings);
        services.AddOptions<AiOptions>().ValidateOnStart();
        services.AddSingleton<IConfigureOptions<AiOptions>>(settings);
        services.AddSingleton<IValidateOptions<AiOptions>>(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new AiPresence(provider.GetRequiredService<IOptions<AiOptions>>().Value.IsOn));
        services.TryAddSingleton<IAi>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<AiOptions>>().Value;
            return !options.IsOn ? new NoAi() : new OpenAiChat(
                provider.GetService<ChatClient>() ?? new ChatClient(options.Model, new ApiKeyCredential(options.Key!), Client(options)), options,
                provider.GetRequiredService<IMediaStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<OpenAiChat>>());
        });
        return services;
    }

    /// <summary>Options of a client of the endpoint, which behaves as <see cref="Behaving"/> says.</summary>
    public static OpenAIClientOptions Client(AiOptions options) => Behaving(new OpenAIClientOptions { Endpoint = options.Endpoint }, options);

    /// <summary>Sets how a client behaves, whatever it proves itself by. Repeating and giving up are not left to it.</summary>
    public static T Behaving<T>(T client, AiOptions options)
        where T : ClientPipelineOptions
    {
        client.RetryPolicy = new ClientRetryPolicy(maxRetries: 0);
        client.NetworkTimeout = options.Timeout + TimeSpan.FromSeconds(1);
        client.Transport = new HttpClientPipelineTransport(new HttpClient(new BoundedAnswers(BoundedContent.JsonLimit, new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
        }))
        {
            Timeout = Timeout.InfiniteTimeSpan,
        });
        return client;
    }
}
