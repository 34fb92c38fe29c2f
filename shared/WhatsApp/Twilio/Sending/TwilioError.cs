using System.Collections.Frozen;
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
    private const int DailyLimit = 63038;

    private static readonly TimeSpan _dailyWait = TimeSpan.FromHours(1);

    private static readonly FrozenDictionary<int, ErrorClass> _codes = new (ErrorClass Class, int[] Codes)[]
    {
        // Too many requests, a full queue, too fast for the account, too fast for the number, the account's messages of the day used up.
        (ErrorClass.Rate, [14107, 20429, 21611, 30001, 30022, 63017, 63018, DailyLimit]),
        (ErrorClass.Window, [63016]),

        // Errors at the carrier and at WhatsApp. Those of Twilio itself (20500) leave it open whether the message was taken.
        (ErrorClass.Passing, [30008, 30410, 63009, 63010, 63012, 63023]),

        // No number, a wrong one, one not verified for a trial, a country that is closed, no mobile, unreachable.
        (ErrorClass.Recipient, [21211, 21214, 21217, 21219, 21408, 21612, 21614, 30003, 30004, 30005, 30006]),

        // Not on WhatsApp, blocked by the person, not joined to the sandbox, cannot receive, ourselves, in Meta's experiment, kept from receiving.
        (ErrorClass.Recipient, [63003, 63014, 63015, 63024, 63031, 63032, 63033, 63036]),
        (ErrorClass.OptedOut, [21610]),

        // Held back by Meta for the health of the ecosystem.
        (ErrorClass.Marketing, [63049]),

        // Credentials, account suspended or unpaid, number not ours or not ready.
        (ErrorClass.Account, [20003, 20004, 20005, 20006, 20008, 20104, 20403, 20404, 21212, 21603, 21606, 21607, 21659, 21660, 21661, 30002]),

        // The sender at WhatsApp: not authenticated, not found, not set up, not accepted, its certificate, locked or restricted, disabled.
        (ErrorClass.Account, [63001, 63002, 63007, 63008, 63020, 63022, 63051, 63112]),

        // A bug of ours, or a file that is refused.
        (ErrorClass.Message, [21602, 21604, 21609, 21617, 21620, 30007, 63005, 63006, 63011, 63013, 63019, 63021, 63025, 63026, 63030, 63034, 63035]),
        (ErrorClass.Template, [21654, 21655, 21656, 63027, 63028, 63029, 63037, 63040, 63041, 63042]),
    }.SelectMany(row => row.Codes, (row, code) => KeyValuePair.Create(code, row.Class)).ToFrozenDictionary();

    /// <summary>The class of an error; null where the table does not have it.</summary>
    public static ErrorClass? Find(int code) => _codes.TryGetValue(code, out var found) ? found : null;

    /// <summary>Twilio's code decides where the table has it, else the HTTP status.</summary>
    public static SendOutcome Outcome(HttpStatusCode status, ProviderError? told, TimeSpan? retryAfter)
    {
        var error = told ?? new ProviderError(GraphError.NoCode, $"HTTP {(int)status}", null);
        if (error.Code == DailyLimit) retryAfter ??= _dailyWait;
        return (Find(error.Code) ?? GraphError.ByStatus(status, hasCode: told is not null)) is { } known
            ? GraphError.Outcome(known, error, retryAfter)
            : new SendOutcome.Unknown($"HTTP {(int)status}, code {error.Code}");
    }

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
}
