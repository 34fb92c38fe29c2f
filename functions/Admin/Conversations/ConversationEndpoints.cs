using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Conversations.Queries;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Admin.Conversations;

/// <summary>Endpoints of conversations and of the messages in them.</summary>
internal sealed class ConversationEndpoints : IFeature
{
    /// <inheritdoc/>
    public static string Name => "Conversations";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddSingleton<ConversationQueries>().AddSingleton<MessageQueries>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("conversations", ListAsync).WithName("ListConversations").WithSummary("Conversations, newest first");
        api.MapGet("conversations/{id:long}/messages", ListMessagesAsync).WithName("ListMessages")
            .WithSummary("Messages of a conversation, oldest first, each with its statuses");
    }

    private static async Task<Results<Ok<Page<ConversationView>>, ValidationProblem>> ListAsync(
        [AsParameters] PageQuery query, ConversationQueries conversations, CancellationToken cancellationToken) =>
        query.TryRead(out var page, out var refusal) ? TypedResults.Ok(await conversations.ListAsync(page, cancellationToken)) : refusal;

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Ok<Page<MessageView>>, Missing, ValidationProblem>> ListMessagesAsync(
        long id, [AsParameters] PageQuery query, MessageQueries messages, CancellationToken cancellationToken)
    {
        if (!query.TryRead(out var page, out var refusal)) return refusal;
        return await messages.ListAsync(id, page, cancellationToken) is { } found
            ? TypedResults.Ok(found)
            : new Missing($"There is no conversation {id}.");
    }
}
