using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Threads;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Claim of a thread.</summary>
/// <param name="Force">Takes it from the user who has it.</param>
internal sealed record ClaimRequest(bool? Force);

/// <summary>Whom a thread goes to.</summary>
/// <param name="From">Id of the user who has it, as you see it; null: nobody. If somebody else has it by now, the answer is 409.</param>
/// <param name="To">Id of the user who is to have it; null: nobody.</param>
internal sealed record AssignRequest(long? From, long? To);

/// <summary>Status to set.</summary>
/// <param name="Status"><c>open</c>, <c>resolved</c> or <c>snoozed</c>.</param>
/// <param name="Until">When a snoozed thread comes back.</param>
/// <param name="Version">Of the thread, as you see it. If it has changed since, the answer is 409 <c>changed</c>.</param>
internal sealed record StatusRequest(string? Status, DateTimeOffset? Until, long? Version);

/// <summary>Mark of how far you have read.</summary>
/// <param name="MessageId">Id of the newest message that you have seen.</param>
internal sealed record SeenRequest(long? MessageId);

/// <summary>Endpoints of threads: conversations as the people who answer see them.</summary>
internal sealed class ThreadEndpoints : IFeature
{
    private static readonly TimeSpan _longestSnooze = TimeSpan.FromDays(366);

    /// <inheritdoc/>
    public static string Name => "Threads";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) =>
        services.AddScoped<ThreadQueries>().AddScoped<ThreadChanges>().AddScoped<Assignees>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("threads", ListAsync).WithName("ListThreads")
            .WithSummary("Threads: those that wait from the longest on, all others from the newest message").Needs(
                Permission.ConversationsRead);
        api.MapGet("threads/counts", CountAsync).WithName("CountThreads").WithSummary("Numbers of threads for the tabs of a list")
            .Needs(Permission.ConversationsRead);
        api.MapGet("threads/{id:long}", FindAsync).WithName("GetThread").WithSummary("One thread").Needs(Permission.ConversationsRead);
        api.MapPost("threads/{id:long}/claim", ClaimAsync).WithName("ClaimThread").WithSummary(
            "Claims a thread: of two at once one gets it")
            .MayConflict().Needs(Permission.ConversationsWrite);
        api.MapPost("threads/{id:long}/assign", AssignAsync).WithName("AssignThread").WithSummary(
            "Gives a thread to somebody, or to nobody")
            .MayConflict().Needs(Permission.ConversationsWrite);
        api.MapPost("threads/{id:long}/status", SetStatusAsync).WithName("SetThreadStatus").WithSummary(
            "Opens, resolves or snoozes a thread")
            .MayConflict().Needs(Permission.ConversationsWrite);
        api.MapPost("threads/{id:long}/seen", SeeAsync).WithName("MarkThreadSeen").WithSummary("Says how far you have read")
            .Needs(Permission.ConversationsRead);
        api.MapPost("threads/{id:long}/crisis-seen", SeeCrisisAsync).WithName("MarkCrisisSeen")
            .WithSummary("Says that you have seen that the person suffers; new words raise the flag again").Needs(
                Permission.ConversationsWrite);
    }

    private static async Task<Results<Ok<Page<ThreadView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query,
        [FromQuery(Name = "view"), Description("`all`, `waiting`, `mine`, `unassigned`, `unread` or `crisis`.")] string? view,
        [FromQuery(Name = "status"), Description("`pending`, `open`, `resolved` or `snoozed`.")] string? status,
        [FromQuery(Name = "number"), Description("Id of a business number.")] string? number,
        [FromQuery(Name = "bot"), Description("Name of a bot.")] string? bot,
        Caller caller, ThreadQueries threads, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        if ((NotOneOf("view", view, ThreadFilter.Views) ?? NotOneOf("status", status, ThreadFilter.Statuses)) is { } fault) return fault;
        var found = await threads.ListAsync(new ThreadFilter(view ?? "all", status, number, bot), caller.UserId ?? 0, page,
            cancellationToken);
        return TypedResults.Ok(found with { Items = [.. found.Items.Select(thread => Shown(thread, caller))] });
    }

    private static async Task<Ok<ThreadCounts>> CountAsync(Caller caller, ThreadQueries threads, CancellationToken cancellationToken) =>
        TypedResults.Ok(await threads.CountAsync(caller.UserId ?? 0, cancellationToken));

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Ok<ThreadView>, Missing>> FindAsync(
        long id, Caller caller, ThreadQueries threads, CancellationToken cancellationToken) =>
        await threads.FindAsync(id, caller.UserId ?? 0, cancellationToken) is { } thread
            ? TypedResults.Ok(Shown(thread, caller)) : DeskCalls.NoConversation(id);

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Refusal, Missing>> ClaimAsync(
        long id, ClaimRequest request, Caller caller, ThreadChanges threads, CancellationToken cancellationToken)
    {
        if (caller.UserId is not { } user) return DeskCalls.PeopleOnly;
        return await threads.ClaimAsync(id, user, request.Force == true, cancellationToken)
            ? TypedResults.NoContent() : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Wrong, Missing>> AssignAsync(
        long id, AssignRequest request, ThreadChanges threads, Assignees assignees, CancellationToken cancellationToken)
    {
        var assignee = request.To is { } user ? await assignees.FindAsync(user, cancellationToken) : null;
        if (request.To is { } to && assignee is null) return new Wrong($"User {to} is no member of the workspace who may answer.");
        return await threads.AssignAsync(id, request.From, request.To, assignee?.Numbers, cancellationToken)
            ? TypedResults.NoContent() : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Wrong, Missing>> SetStatusAsync(
        long id, StatusRequest request, ThreadChanges threads, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.Status is not ("open" or "resolved" or "snoozed")) return new Wrong("status is open, resolved or snoozed.");
        if (request.Version is not { } version) return new Wrong("version is missing: the thread's, as you see it.");
        if (request.Status == "snoozed" && (request.Until is not { } until || until <= now || until > now + _longestSnooze))
        {
            return new Wrong("until is missing, past, or more than a year away.");
        }

        if (request.Status != "snoozed" && request.Until is not null) return new Wrong("until is for snoozed threads.");
        return await threads.SetStatusAsync(id, request.Status, request.Until, version, cancellationToken)
            ? TypedResults.NoContent() : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Wrong, Refusal, Missing>> SeeAsync(
        long id, SeenRequest request, Caller caller, ThreadChanges threads, CancellationToken cancellationToken)
    {
        if (caller.UserId is not { } user) return DeskCalls.PeopleOnly;
        if (request.MessageId is not (> 0 and { } message)) return new Wrong("messageId is missing.");
        return await threads.SeeAsync(id, user, message, cancellationToken) ? TypedResults.NoContent() : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<NoContent, Missing>> SeeCrisisAsync(
        long id, ThreadChanges threads, CancellationToken cancellationToken) =>
        await threads.SeeCrisisAsync(id, cancellationToken) ? TypedResults.NoContent() : DeskCalls.NoConversation(id);

    private static ThreadView Shown(ThreadView thread, Caller caller) =>
        caller.SeesPeople ? thread : thread with { Person = thread.Person.Masked() };

    private static ValidationProblem? NotOneOf(string parameter, string? value, IReadOnlyList<string> known)
    {
        if (value is null || known.Contains(value)) return null;
        var fault = $"{parameter} is one of {string.Join(", ", known)}.";
        return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [parameter] = [fault] }, fault);
    }
}
