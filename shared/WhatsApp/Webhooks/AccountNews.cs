using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Sending;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// Reads what Meta tells of the account and its numbers: that they may not send, or may again.
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
/// </summary>
internal static class AccountNews
{
    /// <summary>Null where it tells nothing about sending: quality, names, limits, prices.</summary>
    /// <param name="numbers">The configured numbers: an account's news concern all of them that are not known to be of another account.</param>
    public static NumberNews? Read(UnknownUpdate update, IEnumerable<string> numbers)
    {
        if (!IsOfAccount(update.Field)) return null;
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(System.Text.Encoding.UTF8.GetBytes(update.Raw)));
            var value = document.RootElement.Field("value"u8);
            var news = update.Field switch
            {
                "errors" => Errors(document.RootElement, update, numbers),
                "account_update" => Account(value, numbers),
                "account_review_update" => Review(value, numbers),
                _ => null,
            };

            // News of partners stand under the id of the business, and name its account themselves.
            return news is null || update.NumberId is not null
                ? news : news with { AccountId = value.Field("waba_info"u8).Id("waba_id"u8) ?? update.AccountId };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether what stands in this field may be about an account, and so about all of its numbers.</summary>
    public static bool IsOfAccount(string field) => field is "account_update" or "account_review_update" or "errors";

    // Errors of a webhook stand beside its messages: in an array, or each kept alone.
    private static NumberNews? Errors(JsonElement root, UnknownUpdate update, IEnumerable<string> numbers)
    {
        foreach (var error in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : Enumerable.Repeat(root, 1))
        {
            if (error.Code("code"u8) is not { } code || GraphCodes.Find(code) != ErrorClass.Account) continue;
            return new NumberNews(
                update.NumberId is { } number ? [number] : [.. numbers], true,
                new ProviderError(code, error.Words("title"u8) ?? error.Words("message"u8), error.Field("error_data"u8).Words("details"u8)));
        }

        return null;
    }

    private static NumberNews? Account(JsonElement value, IEnumerable<string> numbers)
    {
        var name = value.Words("event"u8)?.ToUpperInvariant();
        var ban = value.Field("ban_info"u8).Words("waba_ban_state"u8)?.ToUpperInvariant();
        var stops = name switch
        {
            "DISABLED_UPDATE" or "ACCOUNT_DISABLED" or "DISABLED" or "DISABLE" => ban switch
            {
                // Announced, not yet so.
                "SCHEDULE_FOR_DISABLE" => null,
                "REINSTATE" => false,
                _ => true,
            },
            "ACCOUNT_BANNED" or "BAN" or "ACCOUNT_DELETED" or "ACCOUNT_OFFBOARDED" or "PARTNER_REMOVED" or "PARTNER_APP_UNINSTALLED" => true,

            // Of restrictions only that of answers stops everything; templates alone are refused one by one.
            "ACCOUNT_RESTRICTION" => value.Objects("restriction_info"u8).Any(IsOfAnswers) ? true : null,
            "ACCOUNT_RECONNECTED" or "ACCOUNT_REINSTATED" or "REINSTATE" or "PARTNER_APP_INSTALLED" or "PARTNER_ADDED" => false,
            _ => (bool?)null,
        };
        return stops is { } known ? new NumberNews([.. numbers], known, new ProviderError(0, $"account_update: {name}", ban)) : null;
    }

    private static bool IsOfAnswers(JsonElement restriction) =>
        restriction.Words("restriction_type"u8)?.ToUpperInvariant() is "RESTRICTED_CUSTOMER_INITIATED_MESSAGING" or "RESTRICTED_ALL_MESSAGING";

    private static NumberNews? Review(JsonElement value, IEnumerable<string> numbers) => value.Words("decision"u8)?.ToUpperInvariant() switch
    {
        "REJECTED" => new NumberNews([.. numbers], true, new ProviderError(0, "account_review_update: REJECTED", null)),
        "APPROVED" => new NumberNews([.. numbers], false, new ProviderError(0, "account_review_update: APPROVED", null)),
        _ => null,
    };
}
