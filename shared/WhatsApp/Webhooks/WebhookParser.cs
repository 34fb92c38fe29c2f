using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// Reads the body of Meta's webhook. Whatever it holds, nothing is lost: what has no meaning for us is kept raw as an
/// <see cref="UnknownUpdate"/>, and its neighbours are read all the same.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
/// </summary>
public static class WebhookParser
{
    private const string Account = "whatsapp_business_account";

    // Deeper than anything a sender needs; reading is not recursive, so it costs no stack.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 1024 };

    /// <summary>Reads a body whose signature was checked.</summary>
    /// <exception cref="InvalidWebhookException">The body is no JSON object.</exception>
    public static Delivery Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body), _options);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidWebhookException("The body is not JSON.", e);
        }
    }

    private static Delivery Read(JsonElement root)
    {
        if (!root.IsObject()) throw new InvalidWebhookException("The body is JSON but no object.");
        var reader = new DeliveryReader();
        var of = root.Text("object"u8);
        if (of == Account) reader.ReadAccount(root);
        else reader.Keep(of ?? "object", root, null);
        return reader.Delivery;
    }
}
