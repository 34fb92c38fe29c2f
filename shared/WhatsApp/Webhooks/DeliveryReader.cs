using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>
/// Walks down the levels of a body: entries, changes, values, then messages and statuses. Keys are walked, not looked up, so
/// that a doubled key loses nothing; a level that brought nothing is kept whole.
/// </summary>
internal sealed class DeliveryReader
{
    private const int LongestField = 100;

    private readonly List<ReceivedMessage> _messages = [];
    private readonly List<MessageStatus> _statuses = [];
    private readonly List<UnknownUpdate> _updates = [];
    private readonly List<MarketingPreference> _preferences = [];
    private DateTimeOffset? _at;
    private string? _account;

    public Delivery Delivery => new(_messages, _statuses, _updates) { Preferences = _preferences };

    private int Count => _messages.Count + _statuses.Count + _updates.Count;

    public void Keep(string field, JsonElement element, string? numberId) =>
        _updates.Add(new UnknownUpdate(Shorten(field), element.GetRawText(), numberId) { At = _at, AccountId = AccountNews.IsOfAccount(field) ? _account : null });

    public void ReadAccount(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (property.NameEquals("object"u8)) continue;
            if (property.NameEquals("entry"u8)) Each(property, null, ReadEntry);
            else Keep(property.Name, property.Value, null);
        }

        if (Count == 0) Keep("entry", root, null);
    }

    private void ReadEntry(JsonElement entry)
    {
        var before = Count;
        _at = entry.Time("time"u8);
        _account = entry.Id("id"u8);
        foreach (var property in entry.EnumerateObject())
        {
            if (property.NameEquals("id"u8) || property.NameEquals("time"u8)) continue;
            if (property.NameEquals("changes"u8)) Each(property, null, ReadChange);
            else Keep(property.Name, property.Value, null);
        }

        if (Count == before) Keep("entry", entry, null);
    }

    private void ReadChange(JsonElement change)
    {
        var field = change.Words("field"u8);
        if (field != "messages")
        {
            // Understood or not: it is shown as it came, too.
            if (field == "user_preferences") _preferences.AddRange(PreferenceReader.Read(change.Field("value"u8)));
            Keep(field ?? "changes", change, NumberOf(change.Field("value"u8)));
            return;
        }

        var before = Count;
        foreach (var property in change.EnumerateObject())
        {
            if (property.NameEquals("field"u8)) continue;
            if (property.NameEquals("value"u8) && property.Value.IsObject()) ReadValue(property.Value);
            else Keep(property.Name, property.Value, null);
        }

        if (Count == before) Keep(field, change, null);
    }

    private void ReadValue(JsonElement value)
    {
        var before = Count;
        var number = NumberOf(value);
        var people = new People();
        var contacts = new List<JsonElement>();
        foreach (var property in value.EnumerateObject())
        {
            if (property.NameEquals("contacts"u8)) Each(property, number, contacts.Add);
            else if (property.NameEquals("messages"u8)) people.Expect(property.Value);
        }

        var phone = value.Field("metadata"u8).Phone("display_phone_number"u8);

        contacts.ForEach(people.Add);
        var understood = _updates.Count;
        foreach (var property in value.EnumerateObject())
        {
            if (property.NameEquals("contacts"u8) || property.NameEquals("messaging_product"u8)) continue;
            if (property.NameEquals("metadata"u8) && property.Value.IsObject()) continue;
            if (property.NameEquals("messages"u8)) Each(property, number, message => ReadMessage(message, people, number, phone));
            else if (property.NameEquals("statuses"u8)) Each(property, number, status => ReadStatus(status, people, number));
            else Keep(property.Name, property.Value, number);
        }

        if (Count == before) Keep("messages", value, number);
        else if (_updates.Count > understood) contacts.ForEach(contact => Keep("contacts", contact, number));
    }

    private void ReadMessage(JsonElement message, People people, string? number, string? phone)
    {
        if (number is not null && MessageReader.Read(message, people, number) is { } read)
            _messages.Add(new ReceivedMessage(read, message.GetRawText()) { AccountId = _account, NumberPhone = phone });
        else
            Keep("messages", message, number);
    }

    private void ReadStatus(JsonElement status, People people, string? number)
    {
        if (number is not null && StatusReader.Read(status, people, number) is { } read) _statuses.Add(read);
        else Keep("statuses", status, number);
    }

    private void Each(JsonProperty list, string? number, Action<JsonElement> read)
    {
        if (list.Value.ValueKind == JsonValueKind.Null) return;
        if (list.Value.ValueKind != JsonValueKind.Array)
        {
            Keep(list.Name, list.Value, number);
            return;
        }

        foreach (var item in list.Value.EnumerateArray())
        {
            if (item.IsObject()) read(item);
            else Keep(list.Name, item, number);
        }
    }

    internal static string? NumberOf(JsonElement value) => value.Field("metadata"u8).Id("phone_number_id"u8);

    private static string Shorten(string field)
    {
        if (field.Length <= LongestField) return field;
        var end = char.IsHighSurrogate(field[LongestField - 1]) ? LongestField - 1 : LongestField;
        return field[..end];
    }
}
