using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsAppBots.Azure.Tests.Ai;

/// <summary>A request as it came.</summary>
/// <param name="Key">Header <c>api-key</c>.</param>
internal sealed record AskedRequest(string Method, string Path, string Query, string? Key, string? Authorization, JsonElement Body);

/// <summary>Azure OpenAI as far as a client sees of it: it keeps what it is asked and answers what the test says.</summary>
internal sealed class AzureOpenAiStandIn : IAsyncDisposable
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication _app = null!;

    /// <summary>In the order in which they came.</summary>
    public ConcurrentQueue<AskedRequest> Asked { get; } = new();

    /// <summary>Answers a request, by its number from 1.</summary>
    public Func<int, IResult> Answer { get; set; } = _ => Completion("""{"count": 3}""");

    /// <summary>What an answer waits for.</summary>
    public Func<CancellationToken, Task>? Before { get; set; }

    public string Url => _app.Urls.First();

    /// <summary>An answer of the model.</summary>
    public static IResult Completion(string content) => Results.Json(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_764_000_000,
        model = "gpt-5-mini",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
        usage = new { prompt_tokens = 10, completion_tokens = 5, total_tokens = 15 },
    });

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            Asked.Enqueue(new AskedRequest(
                context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? "", context.Request.Headers["api-key"],
                context.Request.Headers.Authorization, body.RootElement.Clone()));
            var number = Asked.Count;
            _asked.TrySetResult();
            if (Before is not null) await Before(context.RequestAborted);
            await Answer(number).ExecuteAsync(context);
        });
        await _app.StartAsync();
    }

    /// <summary>Returns once it was asked.</summary>
    public Task IsAskedAsync(TimeSpan atMost) => _asked.Task.WaitAsync(atMost);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
