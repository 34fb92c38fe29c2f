using System.Text;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class StorableTests
{
    [Theory]
    [InlineData("""a\u0000b""", "a\uFFFDb")]
    [InlineData("""\ud83d""", "\uFFFD")]
    [InlineData("""\ude00 low""", "\uFFFD low")]
    [InlineData("""\ud83d\ud83d\ude00""", "\uFFFD😀")]
    [InlineData("""\ud83dx""", "\uFFFDx")]
    [InlineData("""\uD83D\uDE00""", "😀")]
    [InlineData("""\\u0000""", "\\u0000")]
    [InlineData("""\\\u0000""", "\\\uFFFD")]
    [InlineData("""\u05d0\n""", "\u05d0\n")]
    public void Parse_TextPostgresCannotKeep_IsMended(string escaped, string expected)
    {
        var received = Assert.Single(Fixture.ParseMessage($$""" "type":"text","text":{"body":"{{escaped}}"} """).Messages);
        Assert.Equal(expected, received.Message.Content.Summary);
        using var raw = JsonDocument.Parse(received.Raw);
        Assert.Equal(expected, raw.RootElement.GetProperty("text").GetProperty("body").GetString());
    }

    [Fact]
    public void Parse_BytesThatAreNoUtf8_BecomeReplacementCharacters()
    {
        var json = """{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"@@","value":1}]}]}""";
        var body = Encoding.UTF8.GetBytes(json);
        var at = json.IndexOf("@@", StringComparison.Ordinal);
        (body[at], body[at + 1]) = (0xC3, 0x28);
        Assert.Equal("\uFFFD(", Assert.Single(WebhookParser.Parse(body).Updates).Field);
    }

    [Fact]
    public void Parse_NamesWithHalfACharacter_DoNotThrow()
    {
        var delivery = Fixture.ParseValue(""" "\ud800essages":[1],"messages":[{"\udfffrom":"1","i\u0000":2}] """);
        Assert.Equal(["\uFFFDessages", "messages"], delivery.Updates.Select(update => update.Field));
    }

    [Fact]
    public void Clean_NothingToMend_CopiesNothing()
    {
        ReadOnlyMemory<byte> body = Fixture.Bytes("form_reply");
        Assert.True(StorableJson.Clean(body).Equals(body));
    }

    internal static void AssertStorable(string? text)
    {
        if (text is null) return;
        Assert.DoesNotContain('\0', text);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else Assert.False(char.IsSurrogate(text[i]));
        }
    }

    internal static void AssertStorable(Delivery delivery)
    {
        foreach (var received in delivery.Messages)
        {
            var message = received.Message;
            foreach (var text in (string?[])[message.Id, message.NumberId, message.Sender.Phone, message.Sender.UserId,
                message.Sender.Name, message.Content.Type, message.Content.Summary, message.Context?.MessageId, message.Context?.From,
                message.Referral?.Headline, received.Raw])
            {
                AssertStorable(text);
            }
        }

        foreach (var status in delivery.Statuses)
            foreach (var text in (string?[])[status.MessageId, status.Recipient, status.Status, status.CallbackData, status.Raw])
                AssertStorable(text);
        foreach (var update in delivery.Updates)
            foreach (var text in (string?[])[update.Field, update.Raw, update.NumberId])
                AssertStorable(text);
    }
}
