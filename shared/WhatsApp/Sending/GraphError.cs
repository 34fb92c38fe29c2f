using System.Net;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>An error as an answer of Meta's tells it.</summary>
/// <param name="Subcode">Narrows the code, where it is told.</param>
/// <param name="IsTransient">Meta expects that the same request succeeds later.</param>
internal sealed record GraphFault(ProviderError Error, int? Subcode, bool IsTransient);

/// <summary>Reads errors of the Graph API, and says what an answer that is no success means for the sender.</summary>
internal static class GraphError
{
    /// <summary>Code of an error that is not Meta's: no connection, no file.</summary>
    public const int NoCode = -1;

    /// <summary>
    /// Meta's code decides where <see cref="GraphCodes"/> has it, the HTTP status elsewhere. With a code that the table has, also
    /// one of a 5xx, Meta itself says that it did not take the message: nothing is unknown. Before it is sent again the sender looks
    /// for a status of it all the same.
    /// </summary>
    public static SendOutcome Outcome(HttpStatusCode status, GraphFault? fault, TimeSpan? retryAfter)
    {
        var error = fault?.Error ?? new ProviderError(NoCode, $"HTTP {(int)status}", null);
        var found = fault is null ? null : GraphCodes.Find(fault.Error.Code, fault.Subcode, fault.IsTransient);
        return (found ?? ByStatus(status, hasCode: fault is not null)) is { } known
            ? Outcome(known, error, retryAfter)
            : new SendOutcome.Unknown($"HTTP {(int)status}, code {error.Code}");
    }

    /// <summary>What an error of a class means for the sender.</summary>
    public static SendOutcome Outcome(ErrorClass known, ProviderError error, TimeSpan? retryAfter) => known switch
    {
        ErrorClass.Message or ErrorClass.Template => new SendOutcome.Failed(FailureKind.Message, error),
        ErrorClass.Recipient => new SendOutcome.Failed(FailureKind.Recipient, error),
        ErrorClass.OptedOut => new SendOutcome.Failed(FailureKind.OptedOut, error),
        ErrorClass.Marketing => new SendOutcome.Failed(FailureKind.Marketing, error),
        ErrorClass.Window => new SendOutcome.Failed(FailureKind.Window, error),
        ErrorClass.Account => new SendOutcome.Failed(FailureKind.Sender, error),
        ErrorClass.Rate => new SendOutcome.Retry(RetryScope.Number, retryAfter, error),
        ErrorClass.Pair or ErrorClass.Passing => new SendOutcome.Retry(RetryScope.Pair, retryAfter, error),
    };

    /// <summary>What an HTTP status alone tells; null: nothing, the message may have been accepted.</summary>
    /// <param name="hasCode">A code came with it that no table has.</param>
    public static ErrorClass? ByStatus(HttpStatusCode status, bool hasCode) => (int)status switch
    {
        429 => ErrorClass.Rate,
        401 => ErrorClass.Account,

        // With a code it is about one message or person as often as about the account; without one it is about whoever asks.
        403 => hasCode ? ErrorClass.Message : ErrorClass.Account,
        408 => ErrorClass.Passing,
        >= 400 and < 500 => ErrorClass.Message,

        // A redirect is never followed with the token; it was not Meta that took the message.
        >= 300 and < 400 => ErrorClass.Passing,
        _ => null,
    };

    /// <summary>Reads the error of an answer's body; null where there is none to read.</summary>
    public static GraphFault? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            var error = document.RootElement.Field("error"u8);
            return error.Code("code"u8) is { } code
                ? new GraphFault(
                    new ProviderError(code, error.Words("message"u8), error.Field("error_data"u8).Words("details"u8)),
                    error.Code("error_subcode"u8), error.Flag("is_transient"u8))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
