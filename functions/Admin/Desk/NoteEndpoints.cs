using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Notes;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Note to add.</summary>
/// <param name="Body">1 to 4,000 characters. The person never sees it.</param>
internal sealed record NoteRequest(string? Body);

/// <summary>Draft to keep.</summary>
/// <param name="Body">1 to 4,096 characters.</param>
/// <param name="BaseMessageId">The newest message that you have read.</param>
internal sealed record DraftRequest(string? Body, long? BaseMessageId);

/// <summary>Endpoints of notes on conversations and of drafts.</summary>
internal sealed class NoteEndpoints : IFeature
{
    private const int LongestDraft = 4096;

    /// <inheritdoc/>
    public static string Name => "Notes and drafts";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<Notes>().AddScoped<Drafts>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("threads/{id:long}/notes", ListAsync).WithName("ListNotes").WithSummary("Notes on a conversation, oldest first")
            .Needs(Permission.ConversationsRead);
        api.MapPost("threads/{id:long}/notes", AddAsync).WithName("AddNote").WithSummary("Adds a note; the person never sees it")
            .Needs(Permission.ConversationsWrite);
        api.MapGet("threads/{id:long}/drafts", ListDraftsAsync).WithName("ListDrafts")
            .WithSummary("What users have begun to write, and whether the person has written since").Needs(Permission.ConversationsRead);
        api.MapPut("threads/{id:long}/draft", SaveDraftAsync).WithName("SaveDraft").WithSummary(
            "Keeps your draft in place of the one before")
            .Needs(Permission.ConversationsWrite);
        api.MapDelete("threads/{id:long}/draft", DropDraftAsync).WithName("DeleteDraft").WithSummary("Drops your draft")
            .Needs(Permission.ConversationsWrite);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Ok<Page<NoteView>>, Missing, ValidationProblem>> ListAsync(
        long id, [AsParameters] PageQuery query, Notes notes, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        return await notes.ListAsync(id, page, cancellationToken) is { } found ? TypedResults.Ok(found) : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Created<NoteView>, Wrong, Refusal, Missing>> AddAsync(
        long id, NoteRequest request, Caller caller, Notes notes, CancellationToken cancellationToken)
    {
        if (caller.UserId is not { } user) return DeskCalls.PeopleOnly;
        if (request.Body?.Trim() is not { Length: >= 1 and <= Notes.Longest } body)
        {
            return new Wrong($"body is missing, or longer than {Notes.Longest} characters.");
        }

        return await notes.AddAsync(id, user, body, cancellationToken) is { } note
            ? TypedResults.Created((string?)null, note) : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Ok<IReadOnlyList<DraftView>>, Missing>> ListDraftsAsync(
        long id, Drafts drafts, CancellationToken cancellationToken) =>
        await drafts.ListAsync(id, cancellationToken) is { } found ? TypedResults.Ok(found) : DeskCalls.NoConversation(id);

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Wrong, Refusal, Missing>> SaveDraftAsync(
        long id, DraftRequest request, Caller caller, Drafts drafts, CancellationToken cancellationToken)
    {
        if (caller.UserId is not { } user) return DeskCalls.PeopleOnly;
        if (request.Body is not { Length: >= 1 and <= LongestDraft } body)
        {
            return new Wrong($"body is missing, or longer than {LongestDraft} characters.");
        }

        if (request.BaseMessageId is not (>= 0 and { } message)) return new Wrong("baseMessageId is missing.");
        return await drafts.SaveAsync(id, user, body, message, cancellationToken) ? TypedResults.NoContent() : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Refusal, Missing>> DropDraftAsync(
        long id, Caller caller, Drafts drafts, CancellationToken cancellationToken)
    {
        if (caller.UserId is not { } user) return DeskCalls.PeopleOnly;
        return await drafts.DropAsync(id, user, cancellationToken) ? TypedResults.NoContent() : new Missing("You have no draft here.");
    }
}
