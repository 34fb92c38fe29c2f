using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using WhatsAppBots.Admin.Habits;
using WhatsAppBots.Admin.Overview;

namespace WhatsAppBots.Admin;

/// <summary>The API's functions, behind the function key until there are logins.</summary>
public sealed class AdminFunctions(
    ConversationReader conversations, MessageReader messages, UpdateReader updates, DeadLetters deadLetters, StateReader states,
    OrderReader orders, ReportReader reports, RatingReader ratings, HabitReader habits)
{
    /// <summary>Conversations, newest first.</summary>
    [Function("ListConversations")]
    public Task<IResult> ListConversations(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/conversations")] HttpRequest request,
        CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await conversations.ListAsync(page, cancellationToken)));

    /// <summary>Messages of a conversation, oldest first.</summary>
    [Function("ListMessages")]
    public Task<IResult> ListMessages(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/conversations/{id:long}/messages")] HttpRequest request,
        long id, CancellationToken cancellationToken) =>
        PageAsync(request, async page => await messages.ListAsync(id, page, cancellationToken) is { } found
            ? Json(found)
            : Results.Problem($"There is no conversation {id}.", statusCode: StatusCodes.Status404NotFound));

    /// <summary>What was received and not understood, newest first.</summary>
    [Function("ListUpdates")]
    public Task<IResult> ListUpdates(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/updates")] HttpRequest request,
        CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await updates.ListAsync(page, cancellationToken)));

    /// <summary>Inputs and events that were given up, newest first.</summary>
    [Function("ListDeadLetters")]
    public Task<IResult> ListDeadLetters(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/dead-letters")] HttpRequest request,
        CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await deadLetters.ListAsync(page, cancellationToken)));

    /// <summary>Puts a dead letter back at the end of its queue.</summary>
    [Function("ReplayDeadLetter")]
    public async Task<IResult> ReplayDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/dead-letters/{id:long}/replay")] HttpRequest request,
        long id, CancellationToken cancellationToken) =>
        await deadLetters.ReplayAsync(id, cancellationToken)
            ? Results.Accepted()
            : Results.Problem($"There is no dead letter {id}.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>How many people are in each state of each bot.</summary>
    [Function("ListStates")]
    public async Task<IResult> ListStates(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/states")] HttpRequest request, CancellationToken cancellationToken) =>
        Json(new Page<StateCount>(await states.ListAsync(cancellationToken), null));

    /// <summary>Orders, newest first, with what became of each.</summary>
    [Function("ListOrders")]
    public Task<IResult> ListOrders(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/orders")] HttpRequest request, CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await orders.ListAsync(page, cancellationToken)));

    /// <summary>What maintenance did and found, newest first.</summary>
    [Function("ListReports")]
    public Task<IResult> ListReports(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/reports")] HttpRequest request, CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await reports.ListAsync(page, cancellationToken)));

    /// <summary>Ratings of orders, newest first, with what was written to them.</summary>
    [Function("ListRatings")]
    public Task<IResult> ListRatings(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/ratings")] HttpRequest request, CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await ratings.ListAsync(page, cancellationToken)));

    /// <summary>Habits, newest first, with how today goes.</summary>
    [Function("ListHabits")]
    public Task<IResult> ListHabits(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/habits")] HttpRequest request, CancellationToken cancellationToken) =>
        PageAsync(request, async page => Json(await habits.ListAsync(page, cancellationToken)));

    private static async Task<IResult> PageAsync(HttpRequest request, Func<PageRequest, Task<IResult>> list)
    {
        var (page, fault) = PageRequest.Read(request);
        return page is null ? fault! : await list(page);
    }

    private static IResult Json<T>(T value) => Results.Json(value, AdminJson.Options);
}
