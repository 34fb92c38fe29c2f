using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Desk.Files;
using WhatsAppBots.Desk.Sending;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Why a conversation goes to people or back to the bot.</summary>
/// <param name="Reason">In your words, 1 to 500 characters.</param>
internal sealed record HandOverRequest(string? Reason);

/// <summary>Endpoints by which agents write to people and take conversations over.</summary>
internal sealed class SendEndpoints : IFeature
{
    private const int LongestReason = 500;

    /// <inheritdoc/>
    public static string Name => "Sending";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<AgentDesk>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("conversations/{id:long}/messages", SendAsync).WithName("SendMessage")
            .WithSummary("Sends a message to the person of a conversation; what becomes of it is seen in the list of messages")
            .MayConflict().Needs(Permission.ConversationsWrite);
        api.MapPost("conversations/{id:long}/hand-over", HandOverAsync).WithName("HandOver")
            .WithSummary("Takes a conversation from the bot: it is silent until it is handed back").MayConflict().Needs(
                Permission.ConversationsWrite);
        api.MapPost("conversations/{id:long}/hand-back", HandBackAsync).WithName("HandBack")
            .WithSummary("Gives a conversation back to the bot, and tells the person").MayConflict().Needs(Permission.ConversationsWrite);
    }

    /// <param name="id">Id of the conversation.</param>
    private static async Task<Results<Accepted<TakenRequest>, Wrong, Missing>> SendAsync(
        long id, AgentMessage message, [FromHeader(Name = DeskCalls.KeyHeader), Description(DeskCalls.KeyMeaning)] string? key,
            Caller caller, AgentDesk desk, AgentFiles files,
        CancellationToken cancellationToken)
    {
        if (DeskCalls.FaultOfKey(key) is { } wrong) return new Wrong(wrong);
        var file = message.File is { } named ? await files.FindAsync(id, named, cancellationToken) : null;
        if (message.ToContent(file, out var fault) is not { } content) return new Wrong(fault!);
        var request = new DeskRequest(DeskCalls.NameOf(caller), key!, id, message.TakesOver ?? caller.UserId is not null);
        return await desk.SendAsync(request, content, message.ReplyTo, message.Read, file?.Id, cancellationToken) is { } taken
            ? Accepted(taken) : DeskCalls.NoConversation(id);
    }

    /// <param name="id">Id of the conversation.</param>
    private static Task<Results<Accepted<TakenRequest>, Wrong, Missing>> HandOverAsync(
        long id, HandOverRequest request, [FromHeader(Name = DeskCalls.KeyHeader), Description(DeskCalls.KeyMeaning)] string? key,
            Caller caller,
            AgentDesk desk,
        CancellationToken cancellationToken) => HandAsync(id, toPeople: true, request, key, caller, desk, cancellationToken);

    /// <param name="id">Id of the conversation.</param>
    private static Task<Results<Accepted<TakenRequest>, Wrong, Missing>> HandBackAsync(
        long id, HandOverRequest request, [FromHeader(Name = DeskCalls.KeyHeader), Description(DeskCalls.KeyMeaning)] string? key,
            Caller caller,
            AgentDesk desk,
        CancellationToken cancellationToken) => HandAsync(id, toPeople: false, request, key, caller, desk, cancellationToken);

    private static async Task<Results<Accepted<TakenRequest>, Wrong, Missing>> HandAsync(
        long id, bool toPeople, HandOverRequest request, string? key, Caller caller, AgentDesk desk, CancellationToken cancellationToken)
    {
        if (DeskCalls.FaultOfKey(key) is { } wrong) return new Wrong(wrong);
        if (request.Reason?.Trim() is not { Length: >= 1 and <= LongestReason } reason)
        {
            return new Wrong($"reason is missing, or longer than {LongestReason} characters.");
        }

        return await desk.HandAsync(new DeskRequest(DeskCalls.NameOf(caller), key!, id), toPeople, reason,
            cancellationToken) is { } taken
            ? Accepted(taken) : DeskCalls.NoConversation(id);
    }

    private static Accepted<TakenRequest> Accepted(TakenRequest taken) =>
        TypedResults.Accepted(FormattableString.Invariant($"/api/conversations/{taken.ConversationId}/messages"), taken);
}
