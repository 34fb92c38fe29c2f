using System.Text;
using System.Text.Json;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.WhatsApp.Twilio.Webhooks;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Twilio;

public class TwilioPostTests
{
    private const string Usual = "MessageSid=SM1&AccountSid=AC1&From=whatsapp%3A%2B15551234567&To=whatsapp%3A%2B14155238886&WaId=15551234567&ProfileName=Ann&SmsStatus=received";

    private static readonly DateTimeOffset _heard = DateTimeOffset.UnixEpoch.AddDays(20000);

    [Fact]
    public void Text_IsReadWithItsWriter()
    {
        var post = Post($"{Usual}&NumMedia=0&Body=hello+there+%F0%9F%91%8B&Forwarded=true&OriginalRepliedMessageSid=SM0&OriginalRepliedMessageSender=whatsapp%3A%2B14155238886");
        var message = Assert.Single(post.Read(_heard).Messages).Message;
        Assert.Equal(("twilio:SM1", "+14155238886"), (post.Key, post.NumberId));
        Assert.Equal(("SM1", _heard, "+14155238886"), (message.Id, message.At, message.NumberId));
        Assert.Equal(new Sender("15551234567", null, "Ann"), message.Sender);
        Assert.Equal(new TextContent("hello there 👋") { Type = "text" }, message.Content);
        Assert.Equal(new MessageContext("SM0", "14155238886", true, false), message.Context);
    }

    [Fact]
    public void WaId_ThatDiffersFromTheNumber_IsWhoWrote() =>
        Assert.Equal("5511999998888", Read(Usual.Replace("WaId=15551234567", "WaId=5511999998888", StringComparison.Ordinal) + "&Body=oi").Sender.Phone);

    [Theory]
    [InlineData("From=whatsapp%3AUS.13491208655302741918", null, "US.13491208655302741918")]
    [InlineData("From=whatsapp%3AUS.13491208655302741918&ExternalUserId=US.13491208655302741918&WaId=", null, "US.13491208655302741918")]
    [InlineData("From=whatsapp%3A%2B15551234567&ExternalUserId=US.1349&WaId=15551234567", "15551234567", "US.1349")]
    [InlineData("From=whatsapp%3AUS.ENT.11815799212886844830", null, "US.ENT.11815799212886844830")]
    public void Writer_WhoHidesTheirPhone_IsKnownByUserId(string from, string? phone, string? userId)
    {
        var sender = Read($"MessageSid=SM1&To=whatsapp%3A%2B14155238886&ProfileName=Ann&SmsStatus=received&Body=hi&{from}").Sender;
        Assert.Equal(new Sender(phone, userId, "Ann"), sender);
    }

    [Fact]
    public void Status_OfAMessageToAUserId_NamesIt() => Assert.Equal("US.1349", Assert.Single(new TwilioPost(Form(
        "MessageSid=SM1&From=whatsapp%3A%2B14155238886&To=whatsapp%3AUS.1349&MessageStatus=delivered")).Read(_heard).Statuses).Recipient);

    [Theory]
    [InlineData("Body=Yes&ButtonText=Yes&ButtonPayload=go", "go", "Yes", "button")]
    [InlineData("Body=Yes&ButtonText=Yes", "Yes", "Yes", "button")]
    [InlineData("Body=Row&ListId=row%3A1&ListTitle=Row+one", "row:1", "Row one", "interactive")]
    public void Choice_IsRead(string form, string id, string title, string type) =>
        Assert.Equal(new ChoiceContent(id, title) { Type = type }, Read($"{Usual}&{form}").Content);

    [Fact]
    public void Location_IsRead() => Assert.Equal(
        new LocationContent(40.4168, -3.7038, "Sol", "Madrid") { Type = "location" },
        Read($"{Usual}&NumMedia=0&Body=&Latitude=40.4168&Longitude=-3.7038&Label=Sol&Address=Madrid").Content);

    [Theory]
    [InlineData("Latitude=91&Longitude=1")]
    [InlineData("Latitude=NaN&Longitude=1")]
    [InlineData("NumMedia=1")]
    [InlineData("Body=%20")]
    [InlineData("MessageType=dance")]
    public void Content_WithoutMeaning_IsUnsupported(string form) => Assert.IsType<UnsupportedContent>(Read($"{Usual}&{form}").Content);

    [Fact]
    public void Media_SeveralInOneMessage_AreInputsOfTheirOwn()
    {
        var messages = Post(
            $"{Usual}&NumMedia=3&Body=look&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F0&MediaContentType0=image%2Fjpeg&MediaUrl1=https%3A%2F%2Fapi.twilio.com%2F1"
            + "&MediaContentType1=audio%2Fogg&MediaUrl2=https%3A%2F%2Fapi.twilio.com%2F2&MediaContentType2=application%2Fpdf").Read(_heard).Messages;
        Assert.Equal(["SM1", "SM1/1", "SM1/2"], messages.Select(message => message.Message.Id));
        var media = messages.Select(message => Assert.IsType<MediaContent>(message.Message.Content)).ToList();
        Assert.Equal(["https://api.twilio.com/0", "https://api.twilio.com/1", "https://api.twilio.com/2"], media.Select(file => file.MediaId));
        Assert.Equal([("image", "look", false), ("audio", null, true), ("document", null, false)], media.Select(file => (file.Type, file.Caption, file.Voice)));
    }

    [Theory]
    [InlineData("queued", "queued")]
    [InlineData("accepted", "queued")]
    [InlineData("sent", "sent")]
    [InlineData("READ", "read")]
    [InlineData("undelivered", "failed")]
    public void Status_IsReadByMetasName(string told, string name)
    {
        var post = new TwilioPost(Form(
            $"MessageSid=SM1&From=whatsapp%3A%2B14155238886&To=whatsapp%3A%2B15551234567&MessageStatus={told}&SmsStatus={told}&ErrorCode=63016&ErrorMessage=no"), "m:7");
        var status = Assert.Single(post.Read(_heard).Statuses);
        Assert.Equal($"twilio:SM1/{told.ToLowerInvariant()}", post.Key);
        Assert.Equal(("SM1", "+14155238886", "15551234567", name, "m:7"), (status.MessageId, status.NumberId, status.Recipient, status.Status, status.CallbackData));
        Assert.Equal(new ProviderError(63016, "no", null), Assert.Single(status.Errors));
    }

    [Theory]
    [InlineData("Body=hello")]
    [InlineData("MessageSid=SM1&Body=hello")]
    [InlineData("MessageSid=SM1&From=%2B15551234567&To=%2B14155238886&Body=by+SMS")]
    [InlineData("MessageSid=SM1&From=whatsapp%3Asomeone&To=whatsapp%3A%2B14155238886&Body=hello")]
    [InlineData("MessageSid=..%2F..&From=whatsapp%3A%2B15551234567&To=whatsapp%3A%2B14155238886&Body=hello")]
    [InlineData("MessageSid=SM1&MessageStatus=sent&From=whatsapp%3A%2B14155238886&To=messenger%3A1")]
    [InlineData("%00=%00&&=&%ZZ")]
    public void Form_WithoutMeaning_IsKept(string form)
    {
        var delivery = Post(form).Read(_heard);
        var update = Assert.Single(delivery.Updates);
        Assert.Empty(delivery.Messages);
        Assert.Empty(delivery.Statuses);
        Assert.Equal("twilio", update.Field);
        using var raw = JsonDocument.Parse(update.Raw);
        Assert.DoesNotContain("\\u0000", update.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WithNul_CanBeKept() => Assert.Equal("a\uFFFDb", Assert.IsType<TextContent>(Read($"{Usual}&Body=a%00b").Content).Body);

    private static IncomingMessage Read(string form) => Assert.Single(Post(form).Read(_heard).Messages).Message;

    private static TwilioPost Post(string form) => new(Form(form));

    private static TwilioForm Form(string form) => TwilioForm.ReadForm(Encoding.UTF8.GetBytes(form));
}
