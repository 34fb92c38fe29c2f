using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class SenderTests
{
    [Fact]
    public void Parse_PersonWithoutPhone_IsKnownByUserId() =>
        Assert.Equal(new Sender(null, "BR.15029917746620", "Lia") { Username = "lia.m" }, Fixture.Message("text_without_phone").Sender);

    [Fact]
    public void Parse_Contact_TellsMoreOfTheWriter() => Assert.Equal(
        new Sender("972501234567", "IL.20417760318852", "Noa Levi") { Username = "noa.levi", ParentUserId = "IL.ENT.5" },
        Fixture.Message("location_url").Sender);

    [Fact]
    public void Parse_WaIdThatDiffers_IsKept() => Assert.Equal(
        ("5511987654321", "551187654321"),
        (Assert.Single(Parse("\"from\":\"5511987654321\"", "{\"wa_id\":\"551187654321\",\"user_id\":\"A\"}").Messages).Message.Sender is var sender
            ? sender.Phone : null, sender.WaId));

    [Fact]
    public void Parse_PhoneSharedOnRequest_IsTheWriters()
    {
        Assert.Equal(("5511987654321", "BR.15029917746620"), (Fixture.Message("contact_request").Sender.Phone, Fixture.Message("contact_request").Sender.UserId));

        // A card of somebody else's is not.
        var card = Fixture.ParseValue(
            """
            "messages":[{"id":"1","from_user_id":"US.1","timestamp":1,"type":"contacts",
            "contacts":[{"origin":"other","phones":[{"phone":"+1555","wa_id":"1555"}]}]}]
            """);
        Assert.Null(Assert.Single(card.Messages).Message.Sender.Phone);
    }

    [Theory]
    // The contact whose wa_id is the writer's phone.
    [InlineData("\"from\":\"1555\"", "{\"wa_id\":\"1666\",\"user_id\":\"A\"},{\"wa_id\":\"1555\",\"user_id\":\"B\"}", "1555", "B")]
    // Several, none of them the writer: nobody's user id is guessed.
    [InlineData("\"from\":\"1555\"", "{\"wa_id\":\"1666\",\"user_id\":\"A\"},{\"wa_id\":\"1777\",\"user_id\":\"B\"}", "1555", null)]
    // The only contact, where the message names no one.
    [InlineData("\"x\":1", "{\"wa_id\":\"1666\",\"user_id\":\"A\"}", "1666", "A")]
    // The only contact of an only message, though its wa_id is written otherwise.
    [InlineData("\"from\":\"5511987654321\"", "{\"wa_id\":\"551187654321\",\"user_id\":\"A\"}", "5511987654321", "A")]
    // The message's own user id wins, and its contact adds the phone.
    [InlineData("\"from_user_id\":\"A\"", "{\"wa_id\":\"1666\",\"user_id\":\"A\"}", "1666", "A")]
    [InlineData("\"from\":\"1555\",\"from_user_id\":\"C\"", "{\"wa_id\":\"1555\",\"user_id\":\"A\"}", "1555", "C")]
    // Plus, spaces and dashes are no part of a phone; a user id in the phone's place is a user id.
    [InlineData("\"from\":\"+1 (555) 123-4567\"", "", "15551234567", null)]
    [InlineData("\"from\":\"US.1349\"", "", null, "US.1349")]
    public void Parse_Message_FindsItsWriter(string from, string contacts, string? phone, string? userId)
    {
        var sender = Assert.Single(Parse(from, contacts).Messages).Message.Sender;
        Assert.Equal((phone, userId), (sender.Phone, sender.UserId));
    }

    [Theory]
    [InlineData("\"x\":1", "")]
    [InlineData("\"from\":\"\"", "")]
    [InlineData("\"from\":null", "{\"wa_id\":\"1666\"},{\"wa_id\":\"1777\"}")]
    public void Parse_MessageOfNobody_IsKept(string from, string contacts) =>
        Assert.Single(Parse(from, contacts).Updates, update => update.Field == "messages");

    [Fact]
    public void Parse_TwoWritersAndOneContact_GivesTheContactToItsOwn()
    {
        var delivery = Fixture.ParseValue(
            """
            "contacts":[{"wa_id":"1555","user_id":"A"}],"messages":[
            {"id":"1","from":"1555","timestamp":1,"type":"text","text":{"body":""}},
            {"id":"2","from":"1666","timestamp":1,"type":"text","text":{"body":""}}]
            """);
        Assert.Equal(["A", null], delivery.Messages.Select(received => received.Message.Sender.UserId));
    }

    [Theory]
    [InlineData("\"id\":null")]
    [InlineData("\"id\":\"\"")]
    [InlineData("\"id\":{}")]
    [InlineData("\"timestamp\":\"soon\"")]
    [InlineData("\"timestamp\":-5")]
    [InlineData("\"timestamp\":1e300")]
    [InlineData("\"timestamp\":\"99999999999999\"")]
    [InlineData("\"timestamp\":[]")]
    public void Parse_MessageWithoutIdOrTime_IsKept(string instead)
    {
        var delivery = Fixture.ParseMessage("\"type\":\"text\"," + instead);
        Assert.Empty(delivery.Messages);
        Assert.Equal("messages", Assert.Single(delivery.Updates).Field);
    }

    [Theory]
    [InlineData("\"1770000000\"", 1770000000)]
    [InlineData("1770000000", 1770000000)]
    [InlineData("1770000000.9", 1770000000)]
    [InlineData("0", 0)]
    public void Parse_Timestamp_IsSeconds(string timestamp, long seconds) => Assert.Equal(
        DateTimeOffset.FromUnixTimeSeconds(seconds),
        Assert.Single(Fixture.ParseMessage($"\"type\":\"text\",\"timestamp\":{timestamp}").Messages).Message.At);

    [Fact]
    public void Parse_IdTooLongForAnIndex_IsKept() =>
        Assert.Single(Fixture.ParseMessage($"\"type\":\"text\",\"id\":\"{new string('x', 5000)}\"").Updates);

    [Fact]
    public void Parse_NumberUnknown_IsKept() => Assert.Single(Fixture.Parse(
        """
        {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":
        [{"from":"15551234567","id":"wamid.1","timestamp":"1770000000","type":"text","text":{"body":"hi"}}]}}]}]}
        """).Updates);

    private static Delivery Parse(string from, string contacts) => Fixture.ParseValue(
        $$$"""
        "contacts":[{{{contacts}}}],"messages":[{"id":"1",{{{from}}},"timestamp":1,"type":"text","text":{"body":"hi"}}]
        """);
}
