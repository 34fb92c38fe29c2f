using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Desk.Threads;

namespace WhatsAppBots.Admin.Desk;

/// <summary>Helpers shared by the endpoints of the desk.</summary>
internal static class DeskCalls
{
    /// <summary>Header that names a request.</summary>
    public const string KeyHeader = ApiDocument.IdempotencyKey;

    /// <summary>Description of <see cref="KeyHeader"/> in the document.</summary>
    public const string KeyMeaning =
        "Your name of this request, up to 100 characters: sent again under the same one, it takes effect once.";

    private const int LongestKey = 100;

    /// <summary>Name of the caller in history and feed: <c>agent:7</c>, <c>key:3</c>.</summary>
    public static string NameOf(Caller caller) =>
        caller.UserId is { } user ? FormattableString.Invariant($"agent:{user}") : FormattableString.Invariant($"key:{caller.KeyId}");

    /// <summary>Answer to a program that calls what only people do: it claims nothing and has read nothing.</summary>
    public static Refusal PeopleOnly { get; } = new("Only a person can do this: sign in.");

    /// <summary>Answer where there is no such conversation, or the caller may not see its number.</summary>
    public static Missing NoConversation(long id) => new($"There is no conversation {id}.");

    /// <summary>Fault of a request's key; null: it is good.</summary>
    public static string? FaultOfKey(string? key) =>
        key is { Length: >= 1 and <= LongestKey } ? null
            : $"The header {KeyHeader} is missing, or longer than {LongestKey} characters. Take a new one for each message.";

    /// <summary>
    /// Says that the endpoint answers 409 where its change does not fit the present state: a <see cref="DeskConflictException"/>.
    /// </summary>
    public static RouteHandlerBuilder MayConflict(this RouteHandlerBuilder endpoint) => endpoint
        .ProducesProblem(StatusCodes.Status409Conflict)
        .AddEndpointFilter(async (context, next) =>
        {
            try
            {
                return await next(context);
            }
            catch (DeskConflictException e)
            {
                return new Conflicting(e.Message, e.Code);
            }
        });
}
