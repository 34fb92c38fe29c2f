using System.Net;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using WhatsAppBots.Media;
using WhatsAppBots.WhatsApp;
using WhatsAppBots.WhatsApp.Files;
using WhatsAppBots.WhatsApp.Sending;
using WhatsAppBots.WhatsApp.Settings;

namespace WhatsAppBots.Unit.Tests.WhatsApp.Sending;

/// <summary>A Graph API in memory: says what it is told to and remembers what it was asked.</summary>
internal sealed class Graph : HttpMessageHandler
{
    public const string Base = "https://graph.example/v23.0";

    private readonly Queue<Func<HttpRequestMessage, Task<HttpResponseMessage>>> _answers = new();

    public List<Asked> Requests { get; } = [];

    public WhatsAppOptions Options { get; } = new() { ApiUrl = new Uri(Base), ApiKey = "secret-token" };

    public MemoryStore Store { get; } = new();

    private IOptions<WhatsAppOptions> Given => Microsoft.Extensions.Options.Options.Create(Options);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public CloudApiChannel Channel() => new(
        new GraphHttp(Given, this),
        new MediaUploader(
            new GraphHttp(Given, this), Store,
            Given, Time, NullLogger<MediaUploader>.Instance),
        Given, Time, NullLogger<CloudApiChannel>.Instance);

    public MediaDownloader Downloader() => new(
        new GraphHttp(Given, this), Store,
        Given, NullLogger<MediaDownloader>.Instance);

    public Graph Answers(HttpStatusCode status, string body, params (string Name, string Value)[] headers) =>
        Answers(status, Encoding.UTF8.GetBytes(body), headers);

    public Graph Answers(HttpStatusCode status, byte[] body, params (string Name, string Value)[] headers) => Does(_ =>
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(body) };
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    });

    public Graph Then(Func<Graph, Graph> answer) => answer(this);

    public Graph Throws(Exception e) => Does(_ => Task.FromException<HttpResponseMessage>(e));

    public Graph Does(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(new Asked(
            request.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return await _answers.Dequeue()(request).WaitAsync(cancellationToken);
    }

    internal sealed record Asked(HttpMethod Method, string Address, string? Authorization, string Body);
}

/// <summary>A media store in memory that keeps the promise of all or nothing.</summary>
internal sealed class MemoryStore : IMediaStore
{
    public Dictionary<string, (byte[] Content, string Type)> Files { get; } = [];

    public async Task WriteAsync(string key, Stream content, string contentType, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        Files[key] = (copy.ToArray(), contentType);
    }

    public Task<MediaFile?> OpenAsync(string key, CancellationToken cancellationToken) => Task.FromResult(
        Files.TryGetValue(key, out var file) ? new MediaFile(new MemoryStream(file.Content), file.Type, file.Content.Length) : null);

    public Task<bool> DeleteAsync(string key, CancellationToken cancellationToken) => Task.FromResult(Files.Remove(key));
}
