using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>Reads the contents that are lists: contact cards and carts.</summary>
internal static class CardReader
{
    public static ContactsContent? Contacts(JsonElement message, string type)
    {
        var cards = message.Objects("contacts"u8).Select(Card).ToList();
        var asked = message.Objects("contacts"u8).FirstOrDefault(card => card.Text("origin"u8) == "contact_request");
        return cards.Count == 0 ? null : new ContactsContent(cards) { Type = type, SharedPhone = Shared(asked) };
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
        var vcard = VCard.Read(card.Text("vcard"u8));
        var phones = card.Objects("phones"u8)
            .Select(phone => phone.Words("phone"u8) ?? phone.Words("wa_id"u8))
            .OfType<string>().ToList();
        if (phones.Count == 0) phones = [.. vcard.Phones.Select(phone => phone.Written)];
        var called = name.Words("formatted_name"u8)
            ?? string.Join(' ', new[] { name.Words("first_name"u8), name.Words("last_name"u8) }.OfType<string>());
        if (called.Length == 0) called = vcard.Name ?? card.Field("org"u8).Words("company"u8) ?? phones.FirstOrDefault() ?? "";
        return new ContactCard(called, phones);
    }

    // As WhatsApp knows it, else as it is written with its country.
    private static string? Shared(JsonElement card)
    {
        var phone = card.Objects("phones"u8).Select(phone => phone.Phone("wa_id"u8) ?? phone.Phone("phone"u8)).OfType<string>().FirstOrDefault();
        return phone ?? VCard.Read(card.Text("vcard"u8)).Phones.Select(number => number.Digits).OfType<string>().FirstOrDefault();
    }

    private static OrderItem Item(JsonElement item) => new(
        item.Words("product_retailer_id"u8) ?? "", item.Amount("quantity"u8) ?? 1, item.Amount("item_price"u8) ?? 0,
        item.Words("currency"u8) ?? "");
}
