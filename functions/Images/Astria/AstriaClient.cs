using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WhatsAppBots.Contracts;
using WhatsAppBots.Hosting;

namespace WhatsAppBots.Images.Astria;

/// <summary>A photo on its way to be trained on.</summary>
public sealed record TrainingPhoto(string FileName, string MimeType, Stream Content);

/// <summary>What a model, or the use of one, is asked for by.</summary>
/// <param name="Title">Unique: what became of it is found by it.</param>
/// <param name="Model">A model to use again; null: one is trained.</param>
public sealed record TuneRequest(
    long Pack, string Title, string Class, IReadOnlyDictionary<string, string> Characteristics, long? Model, Uri Callback);

/// <summary>
/// Astria's API, one request a call and none repeated: what may be asked again, and when, is its caller's to know.
/// https://docs.astria.ai
/// </summary>
public sealed class AstriaClient : IDisposable
{
    private const int PageSize = 20;
    private const int MaxPicture = 40 * 1024 * 1024;

    // A training carries some 90 MB of photos.
    private static readonly TimeSpan _uploadTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly HttpClient _pictures;
    private readonly AstriaOptions _options;

    public AstriaClient(AstriaOptions options)
    {
        _options = options;
        _http = Client(connect: null);
        _pictures = Client(PublicAddresses.ConnectAsync);
    }

    /// <summary>The packs on offer, without their prompts.</summary>
    public Task<IReadOnlyList<AstriaPack>> PacksAsync(CancellationToken cancellationToken) =>
        GetAsync("packs?listed=true", AstriaJson.Default.IReadOnlyListAstriaPack, cancellationToken);

    /// <summary>A pack with its costs and examples.</summary>
    public Task<AstriaPack> PackAsync(long id, CancellationToken cancellationToken) => GetAsync(Path($"p/{id}"), AstriaJson.Default.AstriaPack, cancellationToken);

    /// <summary>Trains a model, or uses one again. After <see cref="AstriaFailure.Unknown"/> look for the title before asking again.</summary>
    public Task<AstriaTune> CreateTuneAsync(TuneRequest request, IEnumerable<TrainingPhoto> photos, CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent();
        Add("tune[title]", request.Title);
        Add("tune[name]", request.Class);
        foreach (var (name, value) in request.Characteristics) Add($"tune[characteristics][{name}]", value);
        if (request.Model is { } model)
        {
            Add("tune[tune_ids][]", model.ToString(CultureInfo.InvariantCulture));
            Add("tune[prompt_attributes][callback]", request.Callback.AbsoluteUri);
        }
        else
        {
            Add("tune[callback]", request.Callback.AbsoluteUri);
            Add("tune[prompts_callback]", request.Callback.AbsoluteUri);
        }

        foreach (var photo in photos)
        {
            var content = new StreamContent(photo.Content);
            content.Headers.ContentLength = photo.Content.Length;
            content.Headers.ContentType = new MediaTypeHeaderValue(photo.MimeType);
            form.Add(content, "\"tune[images][]\"", photo.FileName);
        }

        return SendAsync(HttpMethod.Post, Path($"p/{request.Pack}/tunes"), form, AstriaJson.Default.AstriaTune, _uploadTimeout, cancellationToken);

        void Add(string name, string value) => form.Add(new StringContent(value), $"\"{name}\"");
    }

    /// <summary>A model or a use of one by its title; null where there is none made since the given time.</summary>
    public async Task<AstriaTune?> FindTuneAsync(string title, DateTimeOffset since, CancellationToken cancellationToken)
    {
        long? before = null;
        while (true)
        {
            var path = before is null ? "tunes" : Path($"tunes?before_id={before}");
            var page = await GetAsync(path, AstriaJson.Default.IReadOnlyListAstriaTune, cancellationToken);
            if (page.FirstOrDefault(tune => tune.Title == title) is { } found) return found;
            if (page.Count < PageSize || page[^1].CreatedAt < since || page[^1].Id == before) return null;
            before = page[^1].Id;
        }
    }

    /// <summary>A model as it stands.</summary>
    public Task<AstriaTune> TuneAsync(long id, CancellationToken cancellationToken) => GetAsync(Path($"tunes/{id}"), AstriaJson.Default.AstriaTune, cancellationToken);

    /// <summary>Its prompts, with what pictures they have by now.</summary>
    public Task<IReadOnlyList<AstriaPrompt>> PromptsAsync(long tune, CancellationToken cancellationToken) =>
        GetAsync(Path($"tunes/{tune}/prompts"), AstriaJson.Default.IReadOnlyListAstriaPrompt, cancellationToken);

    /// <summary>Deletes a model with all that was made of it; one that is not there is fine.</summary>
    public async Task DeleteTuneAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(HttpMethod.Delete, Path($"tunes/{id}"), null, _timeout, cancellationToken);
        }
        catch (AstriaException e) when (e.Kind == AstriaFailure.NotThere)
        {
        }
    }

    /// <summary>Looks at a photo. It is paid for each time.</summary>
    /// <returns>The answer as it came, and as it is read.</returns>
    public async Task<(string Raw, AstriaInspection Inspection)> InspectAsync(string mimeType, Stream photo, CancellationToken cancellationToken)
    {
        using var file = new StreamContent(photo);
        file.Headers.ContentLength = photo.Length;
        file.Headers.ContentType = new MediaTypeHeaderValue(mimeType);
        using var form = new MultipartFormDataContent { { new StringContent("person"), "\"name\"" }, { file, "\"file\"", "photo" } };
        var raw = await SendAsync(HttpMethod.Post, "images/inspect", form, _timeout, cancellationToken);
        return (raw, Read(raw, AstriaJson.Default.AstriaInspection));
    }

    /// <summary>
    /// Downloads a picture, up to 40 MB. Its address is the provider's word: unless it is on the provider's own host, it is fetched by https
    /// and from public addresses alone, and no redirect is followed. No key goes along.
    /// </summary>
    /// <exception cref="AstriaException">It could not be fetched, or is refused as too large or at such an address.</exception>
    public async Task<byte[]> DownloadAsync(string address, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(_options.Url, address, out var url)) throw new AstriaException(AstriaFailure.Refused, "A picture has no readable address.");
        var isAtProvider = url.GetLeftPart(UriPartial.Authority) == _options.Url.GetLeftPart(UriPartial.Authority);
        if (!isAtProvider && (url.Scheme != Uri.UriSchemeHttps || !PublicAddresses.MayBePublic(url)))
        {
            throw new AstriaException(AstriaFailure.Refused, $"A picture at {url.Host} is not fetched: it is no https address of a public host.");
        }

        using var limit = Limit(_timeout, cancellationToken);
        try
        {
            using var response = await (isAtProvider ? _http : _pictures).GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadBoundedAsync(MaxPicture, limit.Token)
                : throw Failure(response.StatusCode, "");
        }
        catch (Exception e) when (e is AnswerTooLargeException or HttpRequestException { InnerException: PrivateAddressException })
        {
            throw new AstriaException(AstriaFailure.Refused, $"A picture at {url.Host} is not fetched: {(e.InnerException ?? e).Message}", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AstriaException(AstriaFailure.Unknown, $"A picture could not be fetched: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _pictures.Dispose();
    }

    private static HttpClient Client(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) => new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        ActivityHeadersPropagator = null,
        ConnectCallback = connect,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private Task<T> GetAsync<T>(string path, JsonTypeInfo<T> info, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, null, info, _timeout, cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T> info, TimeSpan timeout, CancellationToken cancellationToken)
    {
        return Read(await SendAsync(method, path, content, timeout, cancellationToken), info);
    }

    // The time limit is for the whole answer, its last byte included.
    private async Task<string> SendAsync(
        HttpMethod method, string path, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = Limit(timeout, cancellationToken);
        using var request = new HttpRequestMessage(method, new Uri(_options.Url, path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Key);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var body = await response.Content.ReadBoundedTextAsync(BoundedContent.JsonLimit, limit.Token);
            return response.IsSuccessStatusCode ? body : throw Failure(response.StatusCode, body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AstriaException(AstriaFailure.Unknown, $"{method} {path.Split('?')[0]}: {e.Message}", e);
        }
    }

    private static T Read<T>(string body, JsonTypeInfo<T> info)
    {
        try
        {
            return JsonSerializer.Deserialize(body, info) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new AstriaException(AstriaFailure.Unknown, $"An answer cannot be read: {e.Message}", e);
        }
    }

    private AstriaException Failure(HttpStatusCode status, string body)
    {
        var kind = (int)status switch
        {
            404 or 410 => AstriaFailure.NotThere,
            401 or 402 or 403 => AstriaFailure.Account,
            429 => AstriaFailure.Busy,
            >= 500 or 408 => AstriaFailure.Unknown,
            _ => AstriaFailure.Refused,
        };
        return new AstriaException(kind, $"{(int)status}: {ProviderText.Quote(body, _options.Key)}");
    }

    private static CancellationTokenSource Limit(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        return limit;
    }

    private static string Path(FormattableString path) => FormattableString.Invariant(path);
}
