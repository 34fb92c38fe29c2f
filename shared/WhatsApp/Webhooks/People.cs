using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Webhooks;

/// <summary>The contacts of one value, and who of them wrote which message. A batch may list several.</summary>
internal sealed class People
{
    private readonly Dictionary<string, Sender> _byPhone = [];
    private readonly Dictionary<string, Sender> _byUserId = [];
    private Sender? _only;
    private int _contacts;
    private int _messages;

    public void Add(JsonElement contact)
    {
        var person = Read(contact);
        if (person.Phone is not null) _byPhone[person.Phone] = person;
        if (person.UserId is not null) _byUserId[person.UserId] = person;
        _only = ++_contacts == 1 ? person : null;
    }

    public void Expect(JsonElement messages)
    {
        if (messages.ValueKind == JsonValueKind.Array) _messages += messages.GetArrayLength();
    }

    /// <summary>Who wrote a message; null where it can't be told.</summary>
    public Sender? WriterOf(JsonElement message)
    {
        var phone = message.Phone("from"u8);
        var userId = message.Id("from_user_id"u8) ?? (phone is null ? message.Id("from"u8) : null);
        var system = message.Field("system"u8);
        if (message.Text("type"u8) == "system" && system.IsObject())
            return ChangedPerson(system, phone, userId);

        var contact = Find(phone, userId);
        var sender = new Sender(phone ?? contact?.Phone, userId ?? contact?.UserId, contact?.Name)
        {
            Username = contact?.Username,
            ParentUserId = message.Id("from_parent_user_id"u8) ?? contact?.ParentUserId,
            WaId = Differing(contact?.Phone, phone),
        };
        return sender.Phone is null && sender.UserId is null ? null : sender;
    }

    /// <summary>What is told of a status's recipient besides the keys; null where that is nothing.</summary>
    /// <param name="recipient">The phone it was for, where that is told.</param>
    public Sender? RecipientOf(string? recipient, string? userId)
    {
        if (Find(recipient, userId) is not { } contact) return null;
        var told = new Sender(recipient ?? contact.Phone, userId ?? contact.UserId, contact.Name)
        {
            Username = contact.Username, ParentUserId = contact.ParentUserId, WaId = Differing(contact.Phone, recipient),
        };
        return (told.Username ?? told.ParentUserId ?? told.WaId) is null ? null : told;
    }

    /// <summary>A person as an entry of <c>contacts</c> or <c>user_preferences</c> names them.</summary>
    public static Sender Read(JsonElement contact) => new(
        contact.Phone("wa_id"u8), contact.Id("user_id"u8), contact.Field("profile"u8).Words("name"u8))
    {
        Username = (contact.Field("profile"u8).Words("username"u8) ?? contact.Words("username"u8))?.TrimStart('@'),
        ParentUserId = contact.Id("parent_user_id"u8),
    };

    /// <summary>The phone or user id of the only contact, for a status that names neither.</summary>
    public string? OnlyOne => _only?.Phone ?? _only?.UserId;

    // News of a changed number or user id is told of the person as they were: contacts may already show them as they are.
    private Sender? ChangedPerson(JsonElement system, string? phone, string? userId)
    {
        var previous = system.Id("previous_user_id"u8);
        var was = previous ?? (userId == system.Id("user_id"u8) && phone is not null ? null : userId);
        return phone is null && was is null ? null : new Sender(phone, was, Find(phone, was)?.Name) { ParentUserId = system.Id("parent_user_id"u8) };
    }

    private static string? Differing(string? waId, string? phone) => phone is null || waId == phone ? null : waId;

    private Sender? Find(string? phone, string? userId)
    {
        if (userId is not null && _byUserId.TryGetValue(userId, out var person)) return person;
        if (phone is not null && _byPhone.TryGetValue(phone, out person) && (userId is null || person.UserId is null)) return person;

        // A wa_id may differ from the phone it belongs to (Brazil's ninth digit), so the only contact of an only message is
        // its writer even then; but a contact that has another user id is someone else.
        if (_only is null || (userId is not null && _only.UserId is not null)) return null;
        return _messages == 1 || phone is null || _only.Phone is null ? _only : null;
    }
}
