using System.Net;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// What an answer that is no success means for the sender.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes
/// </summary>
internal static class GraphError
{
    /// <summary>Code of an error that is not Meta's: no connection, no file.</summary>
    public const int NoCode = -1;

    /// <summary>The one table. Meta's code decides where it is known, else the HTTP status.</summary>
    public static SendOutcome Outcome(HttpStatusCode status, ProviderError? error, TimeSpan? retryAfter) => error?.Code switch
    {
        // The number is too fast, is being upgraded, or the account calls too much.
        130429 or 131057 or 4 or 80007 => new SendOutcome.Retry(RetryScope.Number, retryAfter, error),

        // Too many messages to one person.
        131056 => new SendOutcome.Retry(RetryScope.Pair, retryAfter, error),

        131047 or 470 => new SendOutcome.Failed(FailureKind.Window, error),

        // Undeliverable, in Meta's experiment, not on a test number's list.
        131026 or 130472 or 131030 => new SendOutcome.Failed(FailureKind.Recipient, error),

        131050 => new SendOutcome.Failed(FailureKind.OptedOut, error),

        // Stopped as spam; kept back for the health of the ecosystem.
        131048 or 131049 => new SendOutcome.Failed(FailureKind.Marketing, error),

        // Payment, locked, policy, restricted, not registered, name not approved, number deleted.
        131042 or 131031 or 368 or 130497 or 133010 or 131045 or 131037 or 33 => new SendOutcome.Failed(FailureKind.Sender, error),

        // Token or permissions.
        0 or 3 or 10 or 190 or (>= 200 and <= 299) => new SendOutcome.Failed(FailureKind.Sender, error),

        // A bug of ours: invalid, missing or unsupported parameters, template or media.
        100 or 131008 or 131009 or 131051 or 131053 or 131062 => new SendOutcome.Failed(FailureKind.Message, error),

        _ => ByStatus(status, error ?? new ProviderError(NoCode, $"HTTP {(int)status}", null), retryAfter),
    };

    /// <summary>Reads the error of an answer's body; null where there is none to read.</summary>
    public static ProviderError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            var error = document.RootElement.Field("error"u8);
            return error.Code("code"u8) is { } code
                ? new ProviderError(code, error.Words("message"u8), error.Field("error_data"u8).Words("details"u8))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SendOutcome ByStatus(HttpStatusCode status, ProviderError error, TimeSpan? retryAfter) => (int)status switch
    {
        429 => new SendOutcome.Retry(RetryScope.Number, retryAfter, error),
        408 => new SendOutcome.Retry(RetryScope.Pair, retryAfter, error),
        401 or 403 => new SendOutcome.Failed(FailureKind.Sender, error),
        >= 400 and < 500 => new SendOutcome.Failed(FailureKind.Message, error),

        // A redirect: the configured address is wrong.
        >= 300 and < 400 => new SendOutcome.Failed(FailureKind.Sender, error),
        _ => new SendOutcome.Unknown($"HTTP {(int)status}, code {error.Code}"),
    };
}
