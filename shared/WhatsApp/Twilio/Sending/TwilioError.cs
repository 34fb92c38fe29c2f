using System.Net;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Twilio.Sending;

/// <summary>
/// What an answer that is no success means for the sender. https://www.twilio.com/docs/api/errors and, which of them stands for
/// which of WhatsApp's, https://www.twilio.com/docs/whatsapp/tutorial/error-codes
/// </summary>
internal static class TwilioError
{
    private static readonly TimeSpan _dailyLimit = TimeSpan.FromHours(1);

    /// <summary>The one table. Twilio's code decides where it is known, else the HTTP status.</summary>
    public static SendOutcome Outcome(HttpStatusCode status, ProviderError? error, TimeSpan? retryAfter) => error?.Code switch
    {
        // Too many requests, a full queue, too fast for the account, too fast for the number.
        20429 or 14107 or 21611 or 30001 or 63017 or 63018 => new SendOutcome.Retry(RetryScope.Number, retryAfter, error),

        // The account's messages of the day are used up.
        63038 => new SendOutcome.Retry(RetryScope.Number, retryAfter ?? _dailyLimit, error),

        63016 => new SendOutcome.Failed(FailureKind.Window, error),

        // No number, a wrong one, not on WhatsApp, cannot receive, in Meta's experiment, a country that is shut.
        21211 or 21214 or 21217 or 21408 or 21614 or 63003 or 63024 or 63032 => new SendOutcome.Failed(FailureKind.Recipient, error),

        21610 => new SendOutcome.Failed(FailureKind.OptedOut, error),

        // Kept back by Meta for the health of the ecosystem.
        63049 => new SendOutcome.Failed(FailureKind.Marketing, error),

        // Credentials, account suspended or unpaid, number not ours or not ready, locked or restricted by Meta.
        20003 or 20005 or 20008 or 20403 or 20404 or 21212 or 21606 or 21659 or 21660 or 30002 or 63001 or 63002 or 63007 or 63008 or 63010
            or 63020 or 63025 or 63051 or 63112 => new SendOutcome.Failed(FailureKind.Sender, error),

        // A bug of ours, or a template or file that is refused.
        21602 or 21604 or 21609 or 21617 or 21620 or 21654 or 21655 or 21656 or 63005 or 63013 or 63019 or 63021 or 63022 or 63027
            or 63028 or 63029 or 63030 => new SendOutcome.Failed(FailureKind.Message, error),

        _ => ByStatus(status, error ?? new ProviderError(GraphError.NoCode, $"HTTP {(int)status}", null), retryAfter),
    };

    /// <summary>Reads the error of an answer's body; null where there is none to read.</summary>
    public static ProviderError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            var root = document.RootElement;
            return root.Code("code"u8) is { } code ? new ProviderError(code, root.Words("message"u8), root.Words("more_info"u8)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SendOutcome ByStatus(HttpStatusCode status, ProviderError error, TimeSpan? retryAfter) =>
        GraphError.Outcome(status, error with { Code = GraphError.NoCode }, retryAfter) switch
        {
            SendOutcome.Retry retry => retry with { Error = error },
            SendOutcome.Failed failed => failed with { Error = error },
            _ => new SendOutcome.Unknown($"HTTP {(int)status}, code {error.Code}"),
        };
}
