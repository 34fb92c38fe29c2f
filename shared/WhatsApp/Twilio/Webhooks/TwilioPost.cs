using System.Globalization;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.WhatsApp.Twilio.Webhooks;

/// <summary>
/// What one webhook of Twilio tells: a message, or a step in the life of one we sent. It carries no time of its own.
/// https://www.twilio.com/docs/messaging/guides/webhook-request and …/guides/track-outbound-message-status
/// </summary>
/// <param name="Form">Its names and values.</param>
/// <param name="CallbackData">Our row's id, from the address we gave for statuses.</param>
public sealed record TwilioPost(TwilioForm Form, string? CallbackData = null)
{
    private const int MostMedia = 50;
    private const int LongestId = 64;

    private readonly string? _sid = Form["MessageSid"] is { Length: <= LongestId } sid && sid.All(char.IsAsciiLetterOrDigit) ? sid : null;

    /// <summary>What tells it from all others, the same when it comes again; null where it has no id of a message.</summary>
    public string? Key => _sid is null ? null : Status is { } status ? $"twilio:{_sid}/{status}" : $"twilio:{_sid}";

    /// <summary>The business number it concerns; null where it is none of WhatsApp's.</summary>
    public string? NumberId => Form.Phone(Status is null ? "To" : "From") is { } digits ? "+" + digits : null;

    // An incoming message has a status too: received.
    private string? Status => (Form["MessageStatus"] ?? Form["SmsStatus"])?.ToLowerInvariant() is { Length: <= LongestId } status
        && status is not ("received" or "receiving") ? status : null;

    /// <summary>What is to be stored.</summary>
    /// <param name="heard">When it was first heard.</param>
    public Delivery Read(DateTimeOffset heard) =>
        _sid is not null && NumberId is { } number && (Status is { } status ? Step(_sid, number, status, heard) : Message(_sid, number, heard)) is { } delivery
            ? delivery
            : new Delivery([], [], [new UnknownUpdate("twilio", Form.Raw, NumberId)]);

    private Delivery? Message(string sid, string number, DateTimeOffset heard)
    {
        // WaId is the number as Meta writes it too, so a person has one on both channels.
        // Who hides it is known by Meta's user id alone.
        var phone = TwilioForm.Digits(Form["WaId"]) ?? Form.Phone("From");
        var userId = TwilioForm.UserId(Form["ExternalUserId"]) ?? Form.UserIdAt("From");
        if (phone is null && userId is null) return null;
        if (Form.Phone("From") is null && Form.UserIdAt("From") is null) return null;
        var sender = new Sender(phone, userId, Form["ProfileName"]);
        var count = Math.Clamp(Form.Count("NumMedia"), 1, MostMedia);
        return new Delivery(
            [
                .. Enumerable.Range(0, count).Select(n => new ReceivedMessage(
                    new IncomingMessage(n == 0 ? sid : string.Create(CultureInfo.InvariantCulture, $"{sid}/{n}"), heard, number, sender, TwilioContent.Read(Form, n))
                    {
                        Context = Context(),
                        Referral = n == 0 ? Referral() : null,
                    },
                    Form.Raw)),
            ], [], []);
    }

    private Delivery? Step(string sid, string number, string status, DateTimeOffset heard)
    {
        if ((Form.Phone("To") ?? Form.UserIdAt("To")) is not { } to) return null;
        var error = Form.Count("ErrorCode");
        return new Delivery([],
        [
            new MessageStatus(
                sid, number, to, NameOf(status), heard, CallbackData,
                error == 0 ? [] : [new ProviderError(error, Form["ErrorMessage"] ?? Form["ChannelStatusMessage"], null)], Form.Raw),
        ], []);
    }

    // By the names that Meta's have. "accepted" is our own word for what the provider took.
    private static string NameOf(string status) => status switch
    {
        "undelivered" or "canceled" => "failed",
        "accepted" or "scheduled" or "sending" => "queued",
        _ => status,
    };

    private MessageContext? Context()
    {
        var context = new MessageContext(
            Form["OriginalRepliedMessageSid"], Form.Phone("OriginalRepliedMessageSender"), Form.Flag("Forwarded"), Form.Flag("FrequentlyForwarded"));
        return context is { MessageId: null, From: null, Forwarded: false, FrequentlyForwarded: false } ? null : context;
    }

    private Referral? Referral()
    {
        var referral = new Referral(
            Form["ReferralSourceUrl"], Form["ReferralSourceId"], Form["ReferralSourceType"], Form["ReferralHeadline"], Form["ReferralBody"],
            Form["ReferralCtwaClid"]);
        return referral == new Referral(null, null, null, null, null, null) ? null : referral;
    }
}
