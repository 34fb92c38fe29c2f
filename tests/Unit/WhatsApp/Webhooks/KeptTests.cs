using System.Text.Encodings.Web;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

/// <summary>Of known payloads nothing is lost: each value is in something that is kept and shown, or here with a reason.</summary>
public class KeptTests
{
    // What stands around messages and statuses, by the end of its path.
    private static readonly Dictionary<string, string> _left = new()
    {
        ["object"] = "says that it is WhatsApp's: nothing else is read",
        ["entry.id"] = "the operator's own account",
        ["changes.field"] = "says how the value is read",
        ["value.messaging_product"] = "always the same",
        ["metadata.display_phone_number"] = "the operator's own number, beside its id, which is kept; messages tell it too",
    };

    private static readonly JsonSerializerOptions _asReceived = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Fixtures => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Fixture_EachValue_IsKept(string name)
    {
        var delivery = Fixture.Read(name);
        var raw = string.Join('\n', delivery.Messages.Select(message => message.Raw)
            .Concat(delivery.Statuses.Select(status => status.Raw)).Concat(delivery.Updates.Select(update => update.Raw)));
        var kept = delivery.Messages.Select(message => message.Message.Sender)
            .Concat(delivery.Statuses.Select(status => status.Contact).OfType<Sender>())
            .SelectMany(person => new[] { person.Phone, person.UserId, person.Name, person.Username, person.ParentUserId, person.WaId })
            .Concat(delivery.Messages.Select(message => message.Message.NumberId)).Concat(delivery.Statuses.Select(status => status.NumberId))
            .Concat(delivery.Statuses.Select(status => status.Recipient)).Concat(delivery.Updates.Select(update => update.NumberId))
            .OfType<string>().ToHashSet();

        using var body = JsonDocument.Parse(Fixture.Bytes(name));
        var lost = Values(body.RootElement, "").Where(value =>
            !_left.Keys.Any(end => value.Path == end || value.Path.EndsWith("." + end, StringComparison.Ordinal))
            && !kept.Contains(value.Text) && !raw.Contains(JsonSerializer.Serialize(value.Text, _asReceived)[1..^1], StringComparison.Ordinal)
            && !raw.Contains(value.Text, StringComparison.Ordinal)

            // Name and user id beside a status are those of whoever the message went to: they are learnt from what people write alone.
            && !((value.Path.EndsWith("contacts.profile.name", StringComparison.Ordinal) || value.Path.EndsWith("contacts.user_id", StringComparison.Ordinal))
                && delivery.Statuses.Count > 0)).ToList();
        Assert.Empty(lost);
    }

    private static IEnumerable<(string Path, string Text)> Values(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field => Values(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, path)),
        JsonValueKind.String => [(path, element.GetString()!)],
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [(path, element.GetRawText())],
        _ => [],
    };
}
