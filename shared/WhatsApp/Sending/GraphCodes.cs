using System.Collections.Frozen;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>
/// The one table of Meta's error codes and what each means for the sender.
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes,
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes,
/// https://developers.facebook.com/docs/graph-api/guides/error-handling
/// </summary>
internal static class GraphCodes
{
    /// <summary>With code 100: the number was deleted, or the token no longer reaches it.</summary>
    private const int ObjectMissing = 33;

    private static readonly FrozenDictionary<int, ErrorClass> _codes = new (ErrorClass Class, int[] Codes)[]
    {
        // Unknown error and downtime of the Graph API, something went wrong, service unavailable, server unavailable, a template
        // that is still being copied.
        (ErrorClass.Passing, [1, 2, 131000, 131016, 133004, 134101]),

        // Calls of the app, the user, the page, the application; calls in an hour; throughput of the number; its upgrade; group operations.
        (ErrorClass.Rate, [4, 17, 32, 341, 613, 130429, 131057, 131208]),
        (ErrorClass.Pair, [131056]),
        (ErrorClass.Window, [470, 131047]),

        // Token, permissions and session; number deleted; blocked for policy; access denied; locked; display name not approved;
        // payment; certificate; restricted as a source of spam.
        (ErrorClass.Account, [0, 3, 10, 33, 102, 190, 368, 467, 131005, 131031, 131037, 131042, 131045, 131048]),

        // Registration: half undone, account blocked, PIN wrong or guessed too often, to be verified again, not registered, deleted lately, too many tries.
        (ErrorClass.Account, [133000, 133005, 133006, 133007, 133008, 133009, 133010, 133015, 133016]),

        // Blocked by us, part of an experiment, a country we may not write to, the sender itself, undeliverable, not on a test
        // number's list, a group that is unknown or suspended.
        (ErrorClass.Recipient, [130403, 130472, 130497, 131021, 131026, 131030, 131041, 131207]),
        (ErrorClass.OptedOut, [131050]),

        // Held back for the health of the ecosystem; templates that were filed under the wrong category.
        (ErrorClass.Marketing, [131049, 131064]),

        // Parameters, lengths, types and files that Meta refuses, and features this account has not.
        (ErrorClass.Message, [100, 506, 131001, 131002, 131006, 131008, 131009, 131020, 131043, 131051, 131052, 131053, 131055]),
        (ErrorClass.Message, [131059, 131060, 131061, 131062, 131063, 134011, 134100, 134102, 135000, 136025, 137000]),
    }.SelectMany(row => row.Codes, (row, code) => KeyValuePair.Create(code, row.Class)).ToFrozenDictionary();

    /// <summary>The class of an error; null where the code is in no table of Meta's.</summary>
    /// <param name="isTransient">As Meta says: what would else be the message's fault is tried again.</param>
    public static ErrorClass? Find(int code, int? subcode = null, bool isTransient = false)
    {
        if (code == 100 && subcode == ObjectMissing) return ErrorClass.Account;
        var known = _codes.TryGetValue(code, out var found) ? found : Range(code);
        return isTransient && known is (null or ErrorClass.Message or ErrorClass.Template) ? ErrorClass.Passing : known;
    }

    private static ErrorClass? Range(int code) => code switch
    {
        // Permissions.
        >= 200 and <= 299 => ErrorClass.Account,

        // Limits of the account's use of the Graph API.
        >= 80000 and <= 80014 => ErrorClass.Rate,

        // Templates and flows when they are sent, and when they are made.
        >= 132000 and <= 132999 or >= 2388000 and <= 2388999 => ErrorClass.Template,

        // Groups, calls, and lists of blocked people: nothing that is sent here.
        >= 131200 and <= 131299 or >= 138000 and <= 139999 => ErrorClass.Message,
        _ => null,
    };
}
