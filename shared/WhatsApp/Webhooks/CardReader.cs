using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>Reads the contents that are lists: contact cards and carts.</summary>
internal static class CardReader
{
    public static ContactsContent? Contacts(JsonElement message, string type)
    {
        var cards = message.Objects("contacts"u8).Select(Card).ToList();
        return cards.Count == 0 ? null : new ContactsContent(cards) { Type = type };
    }

    public static OrderContent? Order(JsonElement order, string type)
    {
        if (!order.IsObject()) return null;
        var items = order.Objects("product_items"u8).Select(Item).ToList();
        return new OrderContent(order.Words("catalog_id"u8) ?? "", order.Words("text"u8), items) { Type = type };
    }

    private static ContactCard Card(JsonElement card)
    {
        var name = card.Field("name"u8);
        var phones = card.Objects("phones"u8)
            .Select(phone => phone.Words("phone"u8) ?? phone.Words("wa_id"u8))
            .OfType<string>().ToList();
        var called = name.Words("formatted_name"u8)
            ?? string.Join(' ', new[] { name.Words("first_name"u8), name.Words("last_name"u8) }.OfType<string>());
        if (called.Length == 0) called = card.Field("org"u8).Words("company"u8) ?? phones.FirstOrDefault() ?? "";
        return new ContactCard(called, phones);
    }

    private static OrderItem Item(JsonElement item) => new(
        item.Words("product_retailer_id"u8) ?? "", item.Amount("quantity"u8) ?? 1, item.Amount("item_price"u8) ?? 0,
        item.Words("currency"u8) ?? "");
}
