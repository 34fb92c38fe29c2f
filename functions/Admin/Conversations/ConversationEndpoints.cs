using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Conversations;

/// <summary>Endpoints of conversations and of the messages in them.</summary>
internal sealed class ConversationEndpoints : IFeature
{
    private const string NeedsName = "needs";
    private const string OrderName = "order";
    private const string Newest = "newest";

    /// <inheritdoc/>
    public static string Name => "Conversations";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<ConversationQueries>().AddScoped<MessageQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("conversations", ListAsync).WithName("ListConversations").WithSummary("Conversations, newest first")
            .Needs(Permission.ConversationsRead);
        api.MapGet("conversations/{id:long}/messages", ListMessagesAsync).WithName("ListMessages")
            .WithSummary("Messages of a conversation, oldest first if not asked otherwise, each with its statuses")
            .Needs(Permission.ConversationsRead);
    }

    private static async Task<Results<Ok<Page<ConversationView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query,
        [FromQuery(Name = NeedsName)]
        [Description("Only who needs a person: `crisis` (wrote that they suffer), `asked` (asked for a person), `any`.")]
        string? needs,
        [FromQuery(Name = "number"), Description("Id of a business number.")] string? number,
        [FromQuery(Name = "phone"), Description("Telephone of the person: international, digits only.")] string? phone,
        Caller caller, ConversationQueries conversations, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        if (needs is not null && !ConversationQueries.Needs.Contains(needs))
        {
            var fault = $"{NeedsName} is one of {string.Join(", ", ConversationQueries.Needs)}.";
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [NeedsName] = [fault] }, fault);
        }

        // A caller who sees no telephones must not try them out either.
        if (phone is not null && !caller.SeesPeople)
        {
            const string Fault = "Your role sees no telephones.";
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["phone"] = [Fault] }, Fault);
        }

        var found = await conversations.ListAsync(page, needs, cancellationToken, number, phone);
        return TypedResults.Ok(caller.SeesPeople ? found : found with { Items = [.. found.Items.Select(item => item.Masked())] });
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Ok<Page<MessageView>>, Missing, ValidationProblem>> ListMessagesAsync(
        long id, [AsParameters] PageQuery query,
        [FromQuery(Name = OrderName), Description("`oldest` (first, as without it) or `newest`.")] string? order,
        Caller caller, MessageQueries messages, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        if (order is not (null or "oldest" or Newest))
        {
            const string Fault = "order is oldest or newest.";
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { [OrderName] = [Fault] }, Fault);
        }

        if (await messages.ListAsync(id, page, order == Newest, cancellationToken) is not { } found)
        {
            return new Missing($"There is no conversation {id}.");
        }

        return TypedResults.Ok(caller.SeesPeople ? found : found with { Items = [.. found.Items.Select(item => item.Masked())] });
    }
}
