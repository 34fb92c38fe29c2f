using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Desk.Notes;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Snippet to keep.</summary>
/// <param name="Name">What is typed after a slash: 1 to 40 letters, digits, <c>-</c> and <c>_</c>.</param>
/// <param name="Body">1 to 4,096 characters.</param>
/// <param name="Version">Of the snippet that is changed, as you see it.</param>
internal sealed record SnippetRequest(string? Name, string? Body, long? Version);

/// <summary>Endpoints of snippets: texts that agents send often.</summary>
internal sealed class SnippetEndpoints : IFeature
{
    private const int LongestName = 40;
    private const int LongestBody = 4096;

    /// <inheritdoc/>
    public static string Name => "Snippets";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<Snippets>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("snippets", ListAsync).WithName("ListSnippets").WithSummary("All snippets, by name").Needs(Permission.ConversationsRead);
        api.MapPost("snippets", AddAsync).WithName("AddSnippet").WithSummary("Adds a snippet").MayConflict().Needs(
            Permission.ConversationsWrite);
        api.MapPut("snippets/{id:long}", ChangeAsync).WithName("ChangeSnippet").WithSummary("Changes a snippet")
            .MayConflict().Needs(Permission.ConversationsWrite);
        api.MapDelete("snippets/{id:long}", DropAsync).WithName("DeleteSnippet").WithSummary("Deletes a snippet")
            .Needs(Permission.ConversationsWrite);
    }

    private static async Task<Ok<IReadOnlyList<SnippetView>>> ListAsync(Snippets snippets, CancellationToken cancellationToken) =>
        TypedResults.Ok(await snippets.ListAsync(cancellationToken));

    private static async Task<Results<Created<SnippetView>, Wrong>> AddAsync(
        SnippetRequest request, Snippets snippets, CancellationToken cancellationToken)
    {
        if (FaultOf(request) is { } fault) return new Wrong(fault);
        return TypedResults.Created((string?)null, await snippets.AddAsync(request.Name!, request.Body!, cancellationToken));
    }

    /// <param name="id">Id of the snippet.</param>
    private static async Task<Results<Ok<SnippetView>, Wrong, Missing>> ChangeAsync(
        long id, SnippetRequest request, Snippets snippets, CancellationToken cancellationToken)
    {
        if (FaultOf(request) is { } fault) return new Wrong(fault);
        if (request.Version is not { } version) return new Wrong("version is missing: the snippet's, as you see it.");
        return await snippets.ChangeAsync(id, request.Name!, request.Body!, version, cancellationToken) is { } changed
            ? TypedResults.Ok(changed) : new Missing($"There is no snippet {id}.");
    }

    /// <param name="id">Id of the snippet.</param>
    private static async Task<Results<NoContent, Missing>> DropAsync(long id, Snippets snippets, CancellationToken cancellationToken) =>
        await snippets.DropAsync(id, cancellationToken) ? TypedResults.NoContent() : new Missing($"There is no snippet {id}.");

    private static string? FaultOf(SnippetRequest request) =>
        request.Name is not { Length: >= 1 and <= LongestName } name || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
            ? $"name has 1 to {LongestName} letters, digits, - and _."
        : string.IsNullOrWhiteSpace(request.Body) || request.Body.Length > LongestBody
            ? $"body is missing, or longer than {LongestBody} characters."
        : null;
}
