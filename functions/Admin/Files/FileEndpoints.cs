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
using WhatsAppBots.Admin.Desk;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Desk.Files;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Portraits.Backend.Store;

namespace WhatsAppBots.Admin.Files;

/// <summary>
/// Endpoints of the files in messages. A file that a person sent comes from the app that has them, by a link of a minute; one that an agent
/// sent comes from here.
/// </summary>
internal sealed class FileEndpoints : IFeature
{
    private const int LongestName = 240;

    private static readonly TimeSpan _slowest = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _linkLives = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public static string Name => "Files";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) =>
        services.AddScoped<MessageFileQueries>().AddScoped<AgentFiles>().AddSingleton<SignedTokens>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("files", OpenAsync).WithName("OpenFile")
            .WithSummary("The file of a message. The answer leads to one that a person sent, and is the one that an agent sent")
            .Needs(Permission.FilesRead);
        api.MapPost("conversations/{id:long}/files", UploadAsync).WithName("UploadFile")
            .WithSummary("Uploads a file for a message to the person of a conversation")
            .WithDescription(
                "The body is the file, its Content-Type the file's own. Then `SendMessage` sends it by its `file`, once and within a day. "
                + "Images have 5 MB at most, other files 16.")
            .WithMetadata(new FileBody(FileKind.Types), new RequestSizeLimitAttribute(FileKind.Largest + 1))
            .MayConflict().Needs(Permission.ConversationsWrite);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Created<AgentFile>, Wrong, Missing>> UploadAsync(
        long id, [FromQuery(Name = "name"), Description("Name of a document, as the person sees it.")] string? name, HttpRequest request,
        Caller caller, AgentFiles files, CancellationToken cancellationToken)
    {
        if (FileKind.Of(request.ContentType) is not { } kind)
        {
            return new Wrong($"Content-Type is none that can be sent: {string.Join(", ", FileKind.Types)}.", "file_type");
        }

        var shown = name?.Trim();
        if (kind.Media == MediaKind.Document && FaultOfName(shown, request.ContentType!) is { } fault) return new Wrong(fault);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_slowest);
        try
        {
            var file = await files.AddAsync(id, DeskCalls.NameOf(caller), request.ContentType!, shown, request.Body, limit.Token);
            return file is null ? DeskCalls.NoConversation(id) : TypedResults.Created((string?)null, file);
        }
        catch (RejectedFileException e)
        {
            return new Wrong($"The file cannot be sent: {e.Message}.", "file");
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is BadHttpRequestException bad ? throw bad : new Wrong("The file broke off: nothing was kept.", "file");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Wrong("The file came too slowly: nothing was kept.", "file");
        }
    }

    // Marks that no one sees can make "exe.pdf" of "fdp.exe".
    private static string? FaultOfName(string? name, string mimeType) =>
        name is not { Length: >= 1 and <= LongestName } ? $"name is missing, or longer than {LongestName} characters."
        : name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format || c is '/' or '\\')
            ? "name has a character that no file's name has."
        : FileTypes.Extension(mimeType) is { } extension && !name.EndsWith("." + extension, StringComparison.OrdinalIgnoreCase)
            ? $"name does not end with .{extension}, as files of this type do." : null;

    private static async Task<Results<RedirectHttpResult, FileStreamHttpResult, Missing>> OpenAsync(
        [FromQuery(Name = "message"), Description("The message's `id`, or its `providerId`.")] string? message,
        MessageQueries messages, MessageFileQueries files, AgentFiles sent,
        SignedTokens tokens, ApiOptions options, AuditLog audit, CancellationToken cancellationToken)
    {
        var isOurs = long.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        if (isOurs && await messages.OriginAsync(id, cancellationToken) is { } origin && RequestOf(origin) is { } request
            && await sent.FindSentAsync(request, cancellationToken) is { } own)
        {
            await audit.AddAsync(
                new AuditEntry("OpenFile", FormattableString.Invariant($"file {own.Id} that an agent sent")), cancellationToken);
            return await sent.OpenAsync(own, cancellationToken) is { } stored
                ? TypedResults.Stream(stored.Content, stored.ContentType, own.Name ?? own.Key)
                : new Missing("There is no such file.");
        }

        var provider = isOurs
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

    // agent:7/31
    private static long? RequestOf(string origin) => long.TryParse(
        origin[(origin.LastIndexOf('/') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var request) ? request : null;
}
