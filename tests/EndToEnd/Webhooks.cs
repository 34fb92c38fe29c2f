using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsAppBots.EndToEnd.Tests;

/// <summary>Bodies as Meta posts them.</summary>
internal static class Webhooks
{
    public static JsonObject Text(string phone, string id, string text, string number = Site.Echo) => Value(number, new JsonObject
    {
        ["contacts"] = new JsonArray(new JsonObject { ["profile"] = new JsonObject { ["name"] = "Ann" }, ["wa_id"] = phone }),
        ["messages"] = new JsonArray(new JsonObject
        {
            ["from"] = phone, ["id"] = id, ["timestamp"] = Now(), ["type"] = "text", ["text"] = new JsonObject { ["body"] = text },
        }),
    });

    public static JsonObject Status(string id, string status, string phone, string? callback = null, string number = Site.Echo)
    {
        var news = new JsonObject { ["id"] = id, ["status"] = status, ["timestamp"] = Now(), ["recipient_id"] = phone };
        if (callback is not null) news["biz_opaque_callback_data"] = callback;
        return Value(number, new JsonObject { ["statuses"] = new JsonArray(news) });
    }

    public static JsonObject Update(string field, JsonObject value) => new()
    {
        ["object"] = "whatsapp_business_account",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = "200000000000001", ["changes"] = new JsonArray(new JsonObject { ["field"] = field, ["value"] = value }),
        }),
    };

    private static JsonObject Value(string number, JsonObject value)
    {
        value["messaging_product"] = "whatsapp";
        value["metadata"] = new JsonObject { ["display_phone_number"] = "15550000002", ["phone_number_id"] = number };
        return Update("messages", value);
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
