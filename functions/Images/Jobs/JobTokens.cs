using System.Globalization;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Images.Jobs;

/// <summary>Tokens that name a job: in links of pictures and in addresses of callbacks.</summary>
internal static class JobTokens
{
    /// <summary>A token for a job.</summary>
    public static string Make(SignedTokens tokens, string purpose, Job job, TimeSpan lives) =>
        tokens.Make(purpose, string.Create(CultureInfo.InvariantCulture, $"{job.OrderId}:{job.Attempt}"), lives);

    /// <summary>The job of a token; null where the token is forged, too old, or names none.</summary>
    public static (long Order, int Attempt)? Read(SignedTokens tokens, string purpose, string? token) =>
        tokens.Read(purpose, token)?.Split(':') is [var order, var attempt]
        && long.TryParse(order, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (id, number)
            : null;
}
