using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// Reads what people want of a number's marketing.
/// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences
/// </summary>
internal static class PreferenceReader
{
    private const string Marketing = "marketing_messages";

    /// <summary>The wishes of a value; what lacks a person, a time or a meaning is left out.</summary>
    public static IEnumerable<MarketingPreference> Read(JsonElement value)
    {
        if (DeliveryReader.NumberOf(value) is not { } number) yield break;
        var contacts = value.Objects("contacts"u8).Select(People.Read).ToList();
        foreach (var wish in value.Objects("user_preferences"u8))
        {
            var wants = wish.Text("value"u8)?.ToLowerInvariant();
            if (wish.Text("category"u8) != Marketing || wants is not ("stop" or "resume") || wish.Time("timestamp"u8) is not { } at) continue;
            var person = People.Read(wish);

            // The wish itself may name them by one key alone, and in a value of one person by none.
            if (contacts.Count == 1)
            {
                person = person with { Phone = person.Phone ?? contacts[0].Phone, UserId = person.UserId ?? contacts[0].UserId };
            }

            if (person.Phone is null && person.UserId is null) continue;
            yield return new MarketingPreference(number, person, wants == "resume", at, wish.Words("detail"u8));
        }
    }
}
