namespace WhatsAppBots.Contracts.Events;

/// <summary>What passes between somebody with habits and the partner who keeps them to it.</summary>
/// <param name="ConversationId">Who is told.</param>
/// <param name="From">The other's conversation.</param>
/// <param name="Kind">A name of <see cref="PartnerNewsKinds"/>.</param>
/// <param name="Name">What the other is called.</param>
/// <param name="Code">What was in the invitation; only who was invited knows it.</param>
/// <param name="Habits">Habits that the other shares and missed today.</param>
/// <param name="Strikes">How many misses that makes today.</param>
public sealed record PartnerNews(
    long ConversationId, long From, string Kind, string? Name, string? Code = null, IReadOnlyList<string>? Habits = null, int Strikes = 0);

/// <summary>What a partner or their charge is told.</summary>
public static class PartnerNewsKinds
{
    /// <summary>Who was invited says yes; the code proves it.</summary>
    public const string Joined = "joined";

    /// <summary>Who invited takes them.</summary>
    public const string Accepted = "accepted";

    /// <summary>Who invited does not know them.</summary>
    public const string Refused = "refused";

    /// <summary>Shared habits were missed.</summary>
    public const string Missed = "missed";

    /// <summary>One of the two has ended it.</summary>
    public const string Left = "left";
}
