using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

/// <summary>Webhook bodies in tests/Fixtures/whatsapp.</summary>
internal static class Fixture
{
    public const string NumberId = "106540352242922";

    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "whatsapp");

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(_folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(_folder, name + ".json"));

    public static Delivery Read(string name) => WebhookParser.Parse(Bytes(name));

    /// <summary>The only message of a body that holds nothing else.</summary>
    public static IncomingMessage Message(string name)
    {
        var delivery = Read(name);
        Assert.Empty(delivery.Updates);
        Assert.Empty(delivery.Statuses);
        return Assert.Single(delivery.Messages).Message;
    }

    public static T Content<T>(string name)
        where T : IncomingContent => Assert.IsType<T>(Message(name).Content);

    public static Delivery Parse(string json) => WebhookParser.Parse(System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>A body around the JSON of a value of the field <c>messages</c>.</summary>
    public static Delivery ParseValue(string properties) => Parse(
        $$$"""
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":
        {"metadata":{"phone_number_id":"{{{NumberId}}}"},{{{properties}}}}}]}]}
        """);

    /// <summary>A body around the JSON of one message of 15551234567.</summary>
    public static Delivery ParseMessage(string properties) => ParseValue(
        $$"""
        "messages":[{"from":"15551234567","id":"wamid.1","timestamp":"1770000000",{{properties}}}]
        """);
}
