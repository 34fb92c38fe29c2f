using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;
using WhatsAppBots.WhatsApp.Webhooks;

namespace WhatsAppBots.WhatsApp.Files;

/// <summary>
/// Uploads files of the media store to Meta, each once a number for as long as Meta keeps it.
/// https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#upload-media
/// </summary>
internal sealed partial class MediaUploader(
    GraphHttp graph, IMediaStore store, IOptions<WhatsAppOptions> options, TimeProvider time, ILogger<MediaUploader> logger)
{
    private const int MostRemembered = 10_000;

    private readonly WhatsAppOptions _options = options.Value;
    private readonly ConcurrentDictionary<(string NumberId, string Key), (string Id, DateTimeOffset Until)> _uploaded = new();
    private readonly ConcurrentDictionary<(string NumberId, string Key), Task<Upload>> _running = new();

    /// <summary>The provider's id of a file, or what the failure means. Several at once upload the file once.</summary>
    public async Task<Upload> UploadAsync(string numberId, MediaSource source, MediaKind kind, CancellationToken cancellationToken)
    {
        var name = (numberId, source.StoreKey!);
        if (_uploaded.TryGetValue(name, out var known) && known.Until > time.GetUtcNow())
            return new Upload(known.Id, null, Reused: true);

        var mine = new TaskCompletionSource<Upload>(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = _running.GetOrAdd(name, mine.Task);
        if (running == mine.Task) _ = RunAsync();
        return await running.WaitAsync(cancellationToken);

        // Not cancelled with the first who asked: others may wait for it.
        async Task RunAsync()
        {
            try
            {
                mine.SetResult(await AttemptAsync(numberId, source, kind));
            }
#pragma warning disable CA1031 // Whatever happened, nothing was sent yet: the message is tried again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Failed(logger, e, numberId);
                mine.SetResult(Upload.Again(e.GetType().Name));
            }
            finally
            {
                _running.TryRemove(name, out _);
            }
        }
    }

    /// <summary>Forgets an id that Meta no longer takes.</summary>
    public void Forget(string numberId, string key) => _uploaded.TryRemove((numberId, key), out _);

    private async Task<Upload> AttemptAsync(string numberId, MediaSource source, MediaKind kind)
    {
        using var timeout = new CancellationTokenSource(_options.UploadTimeout);
        await using var file = await store.OpenAsync(source.StoreKey!, timeout.Token);
        if (file is null) return Upload.Never("the file is no longer in the media store");
        var most = _options.Limits.BytesOf(kind);
        if (file.Length > most) return Upload.Never($"{kind.ToString().ToLowerInvariant()}: {file.Length} bytes, at most {most}");

        using var request = new HttpRequestMessage(HttpMethod.Post, graph.Address(numberId, "media"));
        request.Content = Form(file, source.MimeType ?? file.ContentType, source.StoreKey!);
        using var response = await graph.SendAsync(request, timeout.Token);
        var body = await HttpAttempt.BodyAsync(response, timeout.Token);
        if (!response.IsSuccessStatusCode)
        {
            var outcome = GraphError.Outcome(response.StatusCode, GraphError.Read(body), response.RetryAfter(time));
            return outcome is SendOutcome.Unknown unknown ? Upload.Again(unknown.Reason) : new Upload(null, outcome, Reused: false);
        }

        if (Id(body) is not { } id) return Upload.Again("an upload was answered without an id");
        Remember((numberId, source.StoreKey!), id);
        return new Upload(id, null, Reused: false);
    }

    private static MultipartFormDataContent Form(MediaFile file, string contentType, string key)
    {
        var content = new StreamContent(file.Content);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(contentType, out var type)
            ? type
            : new MediaTypeHeaderValue("application/octet-stream");
        content.Headers.ContentLength = file.Length;
        return new MultipartFormDataContent
        {
            Part("messaging_product", new StringContent("whatsapp")),
            Part("type", new StringContent(contentType)),
            Part("file", content, key),
        };
    }

    // .NET leaves names unquoted, which not every server reads.
    private static HttpContent Part(string name, HttpContent content, string? fileName = null)
    {
        content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = $"\"{name}\"",
            FileName = fileName is null ? null : $"\"{fileName}\"",
        };
        return content;
    }

    private static string? Id(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(StorableJson.Clean(body));
            return document.RootElement.Id("id"u8);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Remember((string, string) name, string id)
    {
        if (_uploaded.Count >= MostRemembered) _uploaded.Clear();
        _uploaded[name] = (id, time.GetUtcNow() + _options.UploadReuse);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An upload for number {Number} failed")]
        public static partial void Failed(ILogger logger, Exception e, string number);
    }
}

/// <summary>What became of an upload: an id, or the outcome of the message that needed it, which is never unknown.</summary>
/// <param name="Reused">The id is of an earlier upload.</param>
internal sealed record Upload(string? Id, SendOutcome? Failure, bool Reused)
{
    public static Upload Again(string why) =>
        new(null, new SendOutcome.Retry(RetryScope.Pair, null, new ProviderError(GraphError.NoCode, "upload failed", why)), false);

    public static Upload Never(string why) =>
        new(null, new SendOutcome.Failed(FailureKind.Message, new ProviderError(GraphError.NoCode, "cannot be uploaded", why)), false);
}
