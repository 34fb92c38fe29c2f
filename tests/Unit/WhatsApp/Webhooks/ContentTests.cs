using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Webhooks;

public class ContentTests
{
    [Fact]
    public void Parse_Text_HasBodyTimeAndSender()
    {
        var message = Fixture.Message("text");
        Assert.Equal("Good morning ☀️", Assert.IsType<TextContent>(message.Content).Body);
        Assert.Equal(("wamid.FIX.text", Fixture.NumberId), (message.Id, message.NumberId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1770000000), message.At);
        Assert.Equal(new Sender("972501234567", "IL.20417760318852", "Noa Levi"), message.Sender);
    }

    [Fact]
    public void Parse_Reply_HasContext() =>
        Assert.Equal(new MessageContext("wamid.OURS.1", "15550783881", false, false), Fixture.Message("text_reply").Context);

    [Fact]
    public void Parse_Forward_HasFlagsAndNoId() =>
        Assert.Equal(new MessageContext(null, null, true, true), Fixture.Message("text_forwarded").Context);

    [Fact]
    public void Parse_ClickToWhatsApp_HasReferral() => Assert.Equal(
        new Referral(
            "https://fb.me/3xAmPlE", "120226305854810726", "ad", "Your best photo", "Portraits in a day", "Aff-n8ZTODiE79d22KtAwQKj9e"),
        Fixture.Message("text_from_ad").Referral);

    [Theory]
    [InlineData("image", "image", "1003383421387256", "image/jpeg", "day 3", null, false, false)]
    [InlineData("video", "video", "2003383421387256", "video/mp4", null, null, false, false)]
    [InlineData("voice", "audio", "3003383421387256", "audio/ogg; codecs=opus", null, null, true, false)]
    [InlineData("document", "document", "4003383421387256", "application/pdf", "my plan", "plan.pdf", false, false)]
    [InlineData("sticker", "sticker", "5003383421387256", "image/webp", null, null, false, true)]
    public void Parse_Media_HasWhatIsNeededToFetchIt(
        string fixture, string type, string id, string mime, string? caption, string? name, bool voice, bool animated) => Assert.Equal(
        new MediaContent(id, mime, "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=", caption, name, voice, animated) { Type = type },
        Fixture.Content<MediaContent>(fixture));

    [Theory]
    [InlineData("button_reply", "interactive", "pay:42", "Pay now", null)]
    [InlineData("list_reply", "interactive", "pack:7", "Studio", "24 pictures")]
    [InlineData("template_button", "button", "start-now", "Start", null)]
    public void Parse_TappedButton_IsChoice(string fixture, string type, string id, string title, string? description) =>
        Assert.Equal(new ChoiceContent(id, title, description) { Type = type }, Fixture.Content<ChoiceContent>(fixture));

    [Fact]
    public void Parse_Form_KeepsItsAnswer() => Assert.Equal(
        new FormContent("flow", "Sent", """{"flow_token":"t-1","size":"L"}""") { Type = "interactive" },
        Fixture.Content<FormContent>("form_reply"));

    [Theory]
    [InlineData("reaction", "👍🏽")]
    [InlineData("reaction_removed", null)]
    public void Parse_Reaction_HasEmojiOrNone(string fixture, string? emoji) =>
        Assert.Equal(new ReactionContent("wamid.OURS.4", emoji) { Type = "reaction" }, Fixture.Content<ReactionContent>(fixture));

    [Fact]
    public void Parse_Location_HasPlace() => Assert.Equal(
        new LocationContent(32.0853, 34.781768, "The gym", "12 Dizengoff St") { Type = "location" },
        Fixture.Content<LocationContent>("location"));

    [Fact]
    public void Parse_Location_HasPage()
    {
        var place = Fixture.Content<LocationContent>("location_url");
        Assert.Equal(("https://example.com/office", "The office, 1 Harbour Way, https://example.com/office"), (place.Url, place.Summary));
    }

    [Fact]
    public void Parse_CardAsVCard_HasNameAndPhones()
    {
        var contacts = Fixture.Content<ContactsContent>("contacts_vcard");
        Assert.Equal(("Dana Bar", "Dana Bar"), (contacts.Summary, Assert.Single(contacts.Cards).Name));
        Assert.Equal(["+972 50-765-4321", "+1 412 555 0829"], contacts.Cards[0].Phones);
        Assert.Null(contacts.SharedPhone);
    }

    [Fact]
    public void Parse_CallPermission_IsInWords()
    {
        var form = Fixture.Content<FormContent>("call_permission");
        Assert.Equal(("call_permission_reply", "Call permission: accept"), (form.Name, form.Summary));
        Assert.Contains("1770604800", form.ResponseJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_VoiceOfOld_IsAudio()
    {
        var voice = Fixture.Content<MediaContent>("voice_legacy");
        Assert.Equal(("audio", "1234567", true), (voice.Type, voice.MediaId, voice.Voice));
    }

    [Fact]
    public void Parse_Contacts_HasNamesAndPhones()
    {
        var cards = Fixture.Content<ContactsContent>("contacts").Cards;
        Assert.Equal(["Dana Bar", "Omer Katz", "Blue Cafe"], cards.Select(card => card.Name));
        Assert.Equal(["+972 50-765-4321", "972507654322"], cards[0].Phones);
    }

    [Fact]
    public void Parse_Order_HasItems()
    {
        var order = Fixture.Content<OrderContent>("order");
        Assert.Equal(("194836987003835", "gift wrap, please"), (order.CatalogId, order.Text));
        Assert.Equal("2 × frame-30 at 49.9 USD, 1 × mug at 12 USD. gift wrap, please", order.Summary);
        Assert.Equal([new OrderItem("frame-30", 2, 49.9m, "USD"), new OrderItem("mug", 1, 12, "USD")], order.Items);
    }

    [Fact]
    public void Parse_ChangedNumber_IsToldOfThePersonAsTheyWere()
    {
        var message = Fixture.Message("system_number");
        Assert.Equal(new Sender("972501234567", "IL.20417760318852", null), message.Sender);
        Assert.Equal(
            new SystemContent("user_changed_number", "Noa changed from 972501234567 to 972509999999", "972509999999", "IL.777") { Type = "system" },
            message.Content);
    }

    [Fact]
    public void Parse_ChangedUserId_IsToldOfTheOldOne()
    {
        var message = Fixture.Message("system_user_id");
        Assert.Equal(new Sender(null, "IL.777", null), message.Sender);
        Assert.Equal("IL.888", Assert.IsType<SystemContent>(message.Content).NewUserId);
    }

    [Fact]
    public void Parse_ChangedNumberInTheOldForm_HasNewPhone() => Assert.Equal(
        "15559990000",
        Assert.IsType<SystemContent>(Assert.Single(Fixture.ParseMessage(
            """ "type":"system","system":{"type":"customer_changed_number","new_wa_id":15559990000} """).Messages).Message.Content).NewPhone);

    [Fact]
    public void Parse_RequestWelcome_IsWelcome() => Fixture.Content<WelcomeContent>("request_welcome");

    [Fact]
    public void Parse_Edit_HasOriginalAndNewContent()
    {
        var edit = Fixture.Content<EditContent>("edit");
        Assert.Equal(("edit", "wamid.FIX.text"), (edit.Type, edit.OriginalId));
        Assert.Equal(new TextContent("Good evening") { Type = "text" }, edit.Content);
        Assert.Equal("day 4", Assert.IsType<MediaContent>(Fixture.Content<EditContent>("edit_image").Content).Caption);
    }

    [Fact]
    public void Parse_Revoke_HasOriginal() => Assert.Equal("wamid.FIX.text", Fixture.Content<RevokeContent>("revoke").OriginalId);

    [Theory]
    [InlineData("unsupported", "unsupported", "poll_creation: Message type is currently not supported.")]
    [InlineData("ephemeral", "ephemeral", "not understood: ephemeral")]
    [InlineData("interactive_product", "interactive", "not understood: interactive")]
    [InlineData("interactive_missing", "interactive", "not understood: interactive")]
    public void Parse_TypeWeDoNotKnow_IsUnsupportedWithReason(string fixture, string type, string reason) =>
        Assert.Equal(new UnsupportedContent(reason) { Type = type }, Fixture.Content<UnsupportedContent>(fixture));

    [Theory]
    [InlineData("\"type\":\"text\"")]
    [InlineData("\"type\":\"text\",\"text\":null")]
    [InlineData("\"type\":\"text\",\"text\":\"hi\"")]
    [InlineData("\"type\":\"text\",\"text\":{\"body\":[1]}")]
    [InlineData("\"type\":\"image\",\"image\":{\"mime_type\":\"image/png\"}")]
    [InlineData("\"type\":\"interactive\",\"interactive\":{\"type\":\"button_reply\",\"button_reply\":7}")]
    [InlineData("\"type\":\"button\",\"button\":{}")]
    [InlineData("\"type\":\"reaction\",\"reaction\":{\"emoji\":\"x\"}")]
    [InlineData("\"type\":\"location\",\"location\":{\"latitude\":1e400,\"longitude\":2}")]
    [InlineData("\"type\":\"location\",\"location\":{\"latitude\":91,\"longitude\":2}")]
    [InlineData("\"type\":\"contacts\",\"contacts\":[1,null]")]
    [InlineData("\"type\":\"order\",\"order\":[]")]
    [InlineData("\"type\":\"system\"")]
    [InlineData("\"type\":\"edit\",\"edit\":{}")]
    [InlineData("\"type\":\"revoke\",\"revoke\":{\"original_message_id\":{}}")]
    [InlineData("\"type\":null")]
    [InlineData("\"text\":{\"body\":\"no type\"}")]
    public void Parse_ContentOutOfShape_IsUnsupportedAndKeepsRaw(string properties)
    {
        var received = Assert.Single(Fixture.ParseMessage(properties).Messages);
        Assert.IsType<UnsupportedContent>(received.Message.Content);
        Assert.Contains(properties, received.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NumbersWhereTextsBelong_AreReadAsWritten()
    {
        var message = Assert.Single(Fixture.ParseValue(
            """ "messages":[{"from":15551234567,"id":1e2,"timestamp":1770000000,"type":"text","text":{"body":12.50}}] """).Messages).Message;
        Assert.Equal(("15551234567", "1e2"), (message.Sender.Phone, message.Id));
        Assert.Equal("12.50", Assert.IsType<TextContent>(message.Content).Body);
    }
}
