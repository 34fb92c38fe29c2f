namespace WhatsAppBots.Contracts.Events;

/// <summary>Why a file was left at its provider, where it can be fetched for seven days: values of <c>chat.media.error</c>.</summary>
public static class MediaLeft
{
    /// <summary>No bot wants it, and nobody has the chat.</summary>
    public const string NotFetched = "not fetched";

    /// <summary>The person's share of the day is used up.</summary>
    public const string TooMuch = "too much of a day";

    /// <summary>Both.</summary>
    public static IReadOnlyList<string> All { get; } = [NotFetched, TooMuch];
}
