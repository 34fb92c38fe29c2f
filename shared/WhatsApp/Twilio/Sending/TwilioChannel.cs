using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Twilio.Sending;

/// <summary>
/// Twilio's REST API as a channel: one request a message, and what came of it.
/// https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
/// </summary>
internal sealed partial class TwilioChannel(
    TwilioHttp twilio, IMediaStore store, MediaLinks links, PublicUrl publicUrl, IOptions<TwilioOptions> options, TimeProvider time,
    ILogger<TwilioChannel> logger) : IChannel
{
    private readonly TwilioOptions _options = options.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(OutgoingContent content) => content switch
    {
        TextMessage text => Words("Body", text.Body, _options.Text),
        MediaMessage media => [.. Source(media.Source), .. media.Caption is null ? [] : Words("Body", media.Caption, _options.Caption)],
        TemplateMessage template => Words("ContentSid", template.Name, int.MaxValue),
        ReadMark or ReactionMessage => [],
        _ => [$"{content.Type}: it is rendered before it is sent"],
    };

    /// <inheritdoc/>
    public IReadOnlyList<OutgoingContent> Split(OutgoingContent content) => Render(content, 0).Parts;

    /// <inheritdoc/>
    public Rendering Render(OutgoingContent content, int offered) => NumberedText.Render(content, offered, _options);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Twilio has neither for WhatsApp. Nothing is lost by it.
        if (message.Content is ReadMark or ReactionMessage) return new SendOutcome.Accepted(null);
        var started = time.GetTimestamp();
        using var activity = Telemetry.StartSend(message.Content.Type);
        var outcome = await AttemptAsync(message, cancellationToken);
        Telemetry.Sent(activity, message.Content.Type, outcome, time.GetElapsedTime(started));
        if (outcome is SendOutcome.Failed { Error: var error })
            Log.Refused(logger, message.Content.Type, PhoneMask.Mask(message.NumberId), PhoneMask.Mask(message.Recipient.Phone), error.Code);
        return outcome;
    }

    private async Task<SendOutcome> AttemptAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (!_options.IsConfigured) return Failed(FailureKind.Sender, "not sent", "there is no Twilio: TWILIO_ACCOUNT_SID is missing");
        if (AddressOf(message.Recipient) is not { } to) return Failed(FailureKind.Recipient, "no address", "neither a telephone nor a user id is known");
        if (Check(message.Content) is { Count: > 0 } faults) return Failed(FailureKind.Message, "over a limit", string.Join("; ", faults));

        List<KeyValuePair<string, string>> form = [new("From", $"whatsapp:{message.NumberId}"), new("To", to)];
        switch (message.Content)
        {
            case TextMessage text:
                form.Add(new("Body", text.Body));
                break;
            case MediaMessage media:
                if (await FaultOfAsync(media, cancellationToken) is { } fault) return Failed(FailureKind.Message, "cannot be sent", fault);
                if (media.Caption is not null) form.Add(new("Body", media.Caption));
                form.Add(new("MediaUrl", AddressOf(media).AbsoluteUri));
                break;
            case TemplateMessage template when ContentSid(template) is { } sid:
                form.Add(new("ContentSid", sid));
                form.Add(new("ContentVariables", Variables(template)));
                break;
            case TemplateMessage template:
                return Failed(FailureKind.Window, "no such template", $"TWILIO_TEMPLATES has no ContentSid for {template.Name}");
        }

        if (message.CallbackData.Length > 0) form.Add(new("StatusCallback", StatusCallback(message.CallbackData).AbsoluteUri));
        return await PostAsync(form, cancellationToken);
    }

    private async Task<SendOutcome> PostAsync(List<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, twilio.Messages) { Content = new FormUrlEncodedContent(form) };
        return await HttpAttempt.RunAsync(async token =>
        {
            using var response = await twilio.SendAsync(request, token);
            var body = await response.Content.ReadAsByteArrayAsync(token);
            return response.IsSuccessStatusCode
                ? Accepted(body)
                : TwilioError.Outcome(response.StatusCode, TwilioError.Read(body), response.RetryAfter(time));
        }, _options.RequestTimeout, cancellationToken);
    }

    // The row's id comes back with each status: there is nothing else to carry it.
    private Uri StatusCallback(string data) =>
        publicUrl.At($"{TwilioRoutes.Status}?{TwilioRoutes.Row}={Uri.EscapeDataString(data).Replace("%3A", ":", StringComparison.Ordinal)}");

    private async Task<string?> FaultOfAsync(MediaMessage media, CancellationToken cancellationToken)
    {
        if (media.Source.StoreKey is not { } key) return null;
        await using var file = await store.OpenAsync(key, cancellationToken);
        var most = media.Kind == MediaKind.Image ? _options.ImageBytes : _options.FileBytes;
        return file is null ? "the file is no longer in the media store"
            : file.Length > most ? $"{media.Type}: {file.Length} bytes, at most {most}" : null;
    }

    private static string? AddressOf(Recipient recipient) =>
        recipient.Phone is { } phone ? $"whatsapp:+{phone}" : recipient.UserId is { } userId ? $"whatsapp:{userId}" : null;

    private Uri AddressOf(MediaMessage media) => media.Source.StoreKey is { } key ? links.Make(key, media.FileName ?? key) : media.Source.Link!;

    private string? ContentSid(TemplateMessage template) =>
        _options.Templates.TryGetValue($"{template.Name}/{template.Language}", out var sid) || _options.Templates.TryGetValue(template.Name, out sid)
            ? sid : null;

    // Numbered as in the template: the body's values, then the payloads of its buttons.
    private static string Variables(TemplateMessage template)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (index, value) in template.Body.Concat(template.ButtonPayloads).Index())
                json.WriteString((index + 1).ToString(CultureInfo.InvariantCulture), value);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static List<string> Source(MediaSource source) => source switch
    {
        { StoreKey: not null, ProviderId: null, Link: null } => [],
        { StoreKey: null, ProviderId: null, Link: { IsAbsoluteUri: true, Scheme: "http" or "https" } } => [],
        _ => ["MediaUrl: exactly one of a stored file and an http or https address is needed"],
    };

    private static List<string> Words(string field, string? words, int most) =>
        string.IsNullOrWhiteSpace(words) ? [$"{field}: empty"]
        : words.Length > most ? [$"{field}: {words.Length} characters, at most {most}"] : [];

    private static SendOutcome Accepted(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            return document.RootElement.Id("sid"u8) is { } sid ? new SendOutcome.Accepted(sid) : new SendOutcome.Unknown("accepted without an id");
        }
        catch (JsonException)
        {
            return new SendOutcome.Unknown("accepted with an unreadable answer");
        }
    }

    private static SendOutcome.Failed Failed(FailureKind kind, string title, string details) =>
        new(kind, new ProviderError(GraphError.NoCode, title, details));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Type} from {Number} to {Recipient} was refused by Twilio: error {Code}")]
        public static partial void Refused(ILogger logger, string type, string number, string recipient, int code);
    }
}
