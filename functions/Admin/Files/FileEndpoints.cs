using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Hosting;
using WhatsAppBots.Portraits.Backend.Store;

namespace WhatsAppBots.Admin.Files;

/// <summary>Endpoint of files that people sent. The file itself comes from the app that has them, by a link of a minute.</summary>
internal sealed class FileEndpoints : IFeature
{
    private static readonly TimeSpan _linkLives = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public static string Name => "Files";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<MessageFileQueries>().AddSingleton<SignedTokens>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("files", OpenAsync).WithName("OpenFile").WithSummary("A file that a person sent; the answer leads to it")
            .Needs(Permission.FilesRead);

    private static async Task<Results<RedirectHttpResult, Missing>> OpenAsync(
        [FromQuery(Name = "message"), Description("The message's `id`, or its `providerId`.")] string? message,
        MessageQueries messages, MessageFileQueries files,
        SignedTokens tokens, ApiOptions options, AuditLog audit, CancellationToken cancellationToken)
    {
        var provider = long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await messages.ProviderIdAsync(id, cancellationToken) : message;
        if (provider is null || await files.FindAsync(provider, cancellationToken) is not { } file)
        {
            return new Missing("There is no such file.");
        }

        // Log and link name it by our own ids: a provider's has the person's telephone in it.
        var about = FormattableString.Invariant($"file {file.Id} of conversation {file.ConversationId}");
        await audit.AddAsync(new AuditEntry("OpenFile", about), cancellationToken);
        var token = tokens.Make(MessageFileLink.Purpose, file.Id.ToString(CultureInfo.InvariantCulture), _linkLives);
        return TypedResults.Redirect(new Uri(options.FilesUrl, $"{MessageFileLink.Path}/{token}").ToString());
    }
}
