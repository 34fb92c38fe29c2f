namespace WhatsAppBots.WhatsApp;

/// <summary>What an answer's headers say.</summary>
internal static class HttpAnswers
{
    private static readonly TimeSpan _longest = TimeSpan.FromHours(1);

    /// <summary>The header <c>Retry-After</c>, in seconds or as a date; null where it is missing or past. At most an hour.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait > TimeSpan.Zero ? wait < _longest ? wait : _longest : null;
    }
}
