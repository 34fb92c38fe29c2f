using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Sending;

/// <summary>Meta's Cloud API as a channel: one request a message, and what came of it.</summary>
internal sealed partial class CloudApiChannel(
    GraphHttp graph, MediaUploader uploader, IOptions<WhatsAppOptions> options, TimeProvider time, ILogger<CloudApiChannel> logger)
    : IChannel
{
    private readonly WhatsAppOptions _options = options.Value;

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(OutgoingContent content) => MessageCheck.Run(content, _options.Limits);

    /// <inheritdoc/>
    public IReadOnlyList<OutgoingContent> Split(OutgoingContent content) => MessageFit.Run(content, _options.Limits);

    /// <inheritdoc/>
    public ErrorClass ClassOf(ProviderError error) => GraphCodes.Find(error.Code) ?? ErrorClass.Message;

    /// <inheritdoc/>
    public NumberNews? NewsOf(UnknownUpdate update) => AccountNews.Read(update, _options.Numbers.Keys);

    /// <inheritdoc/>
    public Task PrepareAsync(string numberId, OutgoingContent content, CancellationToken cancellationToken) =>
        Stored(content) is (var source and { StoreKey: not null }, var kind) ? uploader.UploadAsync(numberId, source, kind, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();
        using var activity = Telemetry.StartSend(message.Content.Type);
        var outcome = await AttemptAsync(message, cancellationToken);
        Telemetry.Sent(activity, message.Content.Type, outcome, time.GetElapsedTime(started));
        if (outcome is SendOutcome.Failed { Error: var error })
            Log.Refused(logger, message.Content.Type, message.NumberId, PhoneMask.Mask(message.Recipient.Phone), error.Code);
        return outcome;
    }

    private async Task<SendOutcome> AttemptAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (Faults(message) is { Count: > 0 } faults) return Invalid(string.Join("; ", faults));
        if (Stored(message.Content) is not (var source and { StoreKey: { } key }, var kind))
            return await PostAsync(message, null, cancellationToken);

        var upload = await uploader.UploadAsync(message.NumberId, source, kind, cancellationToken);
        if (upload.Failure is { } failure)
        {
            // A picture above a question is ornament: without it the question is asked all the same.
            if (failure is not SendOutcome.Failed { Kind: FailureKind.Message, Error: var lost }
                || message.Content is not ButtonsMessage buttons)
                return failure;
            Log.PictureLeftOut(logger, message.NumberId, lost.Details ?? lost.Title);
            return await PostAsync(message with { Content = buttons with { HeaderImage = null } }, null, cancellationToken);
        }

        var outcome = await PostAsync(message, upload.Id, cancellationToken);
        if (outcome is not SendOutcome.Failed { Kind: FailureKind.Message } failed) return outcome;

        // Perhaps Meta dropped the file before its time: the next try uploads it anew.
        uploader.Forget(message.NumberId, key);
        return upload.Reused ? new SendOutcome.Retry(RetryScope.Pair, TimeSpan.Zero, failed.Error) : outcome;
    }

    private async Task<SendOutcome> PostAsync(OutgoingMessage message, string? mediaId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, graph.Address(message.NumberId, "messages"));
        request.Content = new ReadOnlyMemoryContent(GraphMessage.Write(message, mediaId));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await HttpAttempt.RunAsync(async token =>
        {
            using var response = await graph.SendAsync(request, token);
            var body = await HttpAttempt.BodyAsync(response, token);
            if ((int)response.StatusCode is >= 300 and < 400) Log.Redirected(logger, (int)response.StatusCode, response.Headers.Location?.Host);
            return response.IsSuccessStatusCode
                ? Accepted(message.Content, body)
                : GraphError.Outcome(response.StatusCode, GraphError.Read(body), response.RetryAfter(time));
        }, _options.RequestTimeout, cancellationToken);
    }

    private List<string> Faults(OutgoingMessage message)
    {
        List<string> faults = [.. Check(message.Content)];
        if (message is { Recipient: { Phone: null, UserId: null }, Content: not ReadMark }) faults.Add("to: empty");
        if (message.CallbackData.Length is var length && length > _options.Limits.CallbackData)
            faults.Add($"biz_opaque_callback_data: {length} characters, at most {_options.Limits.CallbackData}");
        return faults;
    }

    private static (MediaSource? Source, MediaKind Kind) Stored(OutgoingContent content) => content.File;

    private static SendOutcome Accepted(OutgoingContent content, byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            if (content is ReadMark && document.RootElement.Flag("success"u8)) return new SendOutcome.Accepted(null);
            return document.RootElement.Objects("messages"u8).FirstOrDefault().Id("id"u8) is { } id
                ? new SendOutcome.Accepted(id)
                : new SendOutcome.Unknown("accepted without an id");
        }
        catch (JsonException)
        {
            return new SendOutcome.Unknown("accepted with an unreadable answer");
        }
    }

    private static SendOutcome.Failed Invalid(string faults) =>
        new(FailureKind.Message, new ProviderError(GraphError.NoCode, "over a limit", faults));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Type} from number {Number} to {Recipient} was refused: error {Code}")]
        public static partial void Refused(ILogger logger, string type, string number, string recipient, int code);

        [LoggerMessage(2, LogLevel.Warning, "The Graph API answered {Status}, a redirect to {Host}: is WHATSAPP_API_URL right?")]
        public static partial void Redirected(ILogger logger, int status, string? host);

        [LoggerMessage(3, LogLevel.Warning, "A message of number {Number} is sent without its picture: {Why}")]
        public static partial void PictureLeftOut(ILogger logger, string number, string? why);
    }
}
