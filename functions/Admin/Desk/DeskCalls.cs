using WhatsAppBots.Access;
using WhatsAppBots.Admin.Http;

namespace WhatsAppBots.Admin.Desk;

/// <summary>What the endpoints of the desk have in common.</summary>
internal static class DeskCalls
{
    private const int LongestKey = 100;

    /// <summary>The caller as history and feed name them: <c>agent:7</c>, <c>key:3</c>.</summary>
    public static string NameOf(Caller caller) =>
        caller.UserId is { } user ? FormattableString.Invariant($"agent:{user}") : FormattableString.Invariant($"key:{caller.KeyId}");

    /// <summary>What is for people alone: a program claims nothing and has read nothing.</summary>
    public static Refusal PeopleOnly { get; } = new("Only a person can do this: sign in.");

    /// <summary>There is no such conversation, or the caller may not see its number.</summary>
    public static Missing NoConversation(long id) => new($"There is no conversation {id}.");

    /// <summary>What is wrong with a key of a request; null: nothing.</summary>
    public static string? FaultOfKey(string? key) =>
        key is { Length: >= 1 and <= LongestKey } ? null
            : $"The header Idempotency-Key is missing, or longer than {LongestKey} characters. Take a new one for each message.";
}
