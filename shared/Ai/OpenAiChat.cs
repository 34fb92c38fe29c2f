using System.ClientModel;
using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;
using Polly;
using Polly.CircuitBreaker;
using WhatsAppBots.Ai.Answers;
using WhatsAppBots.Ai.Asking;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Media;

namespace WhatsAppBots.Ai;

/// <summary>
/// Asks by OpenAI's chat completions, which Azure OpenAI, Gemini and others speak too. A person waits: so there is one deadline for
/// all, a second try only where it fits in, and a provider that does not answer is left alone for a while.
/// https://platform.openai.com/docs/api-reference/chat/create
/// </summary>
internal sealed partial class OpenAiChat(ChatClient client, AiOptions options, IMediaStore media, TimeProvider time, ILogger<OpenAiChat> logger) : IAi
{
    // Some hundred are usual; models that think aloud need more. It only keeps a runaway answer from being paid for.
    private const int MostTokens = 4000;

    // A second try that has less than this left would hardly end in time.
    private static readonly TimeSpan _leastForATry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(300);

    private readonly ConcurrentDictionary<string, AnswerSchema> _schemas = new();
    private readonly CircuitBreakerStateProvider _state = new();
    private ResiliencePipeline<Try>? _breaker;

    /// <inheritdoc/>
    public async Task<AiReply> AskAsync(AiTask task, AiQuestion question, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var activity = Telemetry.Start(task.Name);
        var reply = await AnswerAsync(task, question, started, cancellationToken);
        Telemetry.Ended(activity, task.Name, reply, time.GetElapsedTime(started));
        return reply;
    }

    /// <inheritdoc/>
    public string Describe() => _state.CircuitState is CircuitState.Open or CircuitState.Isolated
        ? throw new InvalidOperationException($"{options.Endpoint!.Host} did not answer lately; rules only for now.")
        : $"{options.Model} at {options.Endpoint!.Host}";

    private async Task<AiReply> AnswerAsync(AiTask task, AiQuestion question, long started, CancellationToken cancellationToken)
    {
        var schema = _schemas.GetOrAdd(task.Schema, AnswerSchema.Parse);
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var pictures = await Pictures.ReadAsync(media, question.Pictures, limit.Token);
            if (pictures is null || Prompt.IsTooLong(question))
            {
                Log.NotAsked(logger, task.Name);
                return AiReply.Failed(AiFailures.Unusable);
            }

            var messages = Prompt.Of(task, question, pictures);
            var first = await TryAsync(task, messages, schema, limit.Token, cancellationToken);
            var pause = first.After ?? _pause;
            if (!first.IsWorthAnother || time.GetElapsedTime(started) + pause + _leastForATry > options.Timeout) return first.Reply;
            await Task.Delay(pause, time, limit.Token);
            return (await TryAsync(task, messages, schema, limit.Token, cancellationToken)).Reply;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Down(logger, task.Name, "no time left");
            return AiReply.Failed(AiFailures.Down);
        }
    }

    private async Task<Try> TryAsync(
        AiTask task, IReadOnlyList<ChatMessage> messages, AnswerSchema schema, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await Breaker().ExecuteAsync(async _ => await CallAsync(task, messages, schema, limit, cancellationToken), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return new Try(AiReply.Failed(AiFailures.Down), IsIll: true, IsWorthAnother: false, null);
        }
    }

    private async Task<Try> CallAsync(
        AiTask task, IReadOnlyList<ChatMessage> messages, AnswerSchema schema, CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            Telemetry.Called(task.Name);
            var completion = (await client.CompleteChatAsync(messages, Request(task, schema), limit)).Value;
            Telemetry.Paid(task.Name, completion.Usage, options.Prices);
            var (answer, fault) = AnswerReading.Read(completion, schema);
            if (fault is null) return new Try(new AiReply(answer, null), IsIll: false, IsWorthAnother: false, null);
            Log.Unusable(logger, task.Name, fault);
            return new Try(AiReply.Failed(AiFailures.Unusable), IsIll: false, IsWorthAnother: false, null);
        }
        catch (ClientResultException e)
        {
            return Refused(task, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            Log.Down(logger, task.Name, e.GetType().Name);
            return new Try(AiReply.Failed(AiFailures.Down), IsIll: true, IsWorthAnother: true, null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Down(logger, task.Name, "no answer in time");
            return new Try(AiReply.Failed(AiFailures.Down), IsIll: true, IsWorthAnother: false, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A body that is no chat completion: the client has a different exception for every way not to be one.
            Log.Unusable(logger, task.Name, e.GetType().Name);
            return new Try(AiReply.Failed(AiFailures.Unusable), IsIll: false, IsWorthAnother: false, null);
        }
    }

    private Try Refused(AiTask task, ClientResultException e)
    {
        // The status alone: the provider's words may quote the question.
        Log.Down(logger, task.Name, e.Status.ToString(CultureInfo.InvariantCulture));
        return e.Status switch
        {
            // This question is not taken, perhaps for what a person wrote; the next one may be.
            400 or 413 or 422 => new Try(AiReply.Failed(AiFailures.Unusable), IsIll: false, IsWorthAnother: false, null),
            0 or 408 or 429 or >= 500 => new Try(AiReply.Failed(AiFailures.Down), IsIll: true, IsWorthAnother: true, After(e)),

            // The key or the model is wrong, and stays so.
            _ => new Try(AiReply.Failed(AiFailures.Down), IsIll: true, IsWorthAnother: false, null),
        };
    }

    private TimeSpan? After(ClientResultException e)
    {
        if (e.GetRawResponse() is not { } response) return null;
        if (Header("retry-after-ms") is { } exact) return TimeSpan.FromMilliseconds(exact);
        return Header("retry-after") is { } seconds ? TimeSpan.FromSeconds(seconds)
            : response.Headers.TryGetValue("retry-after", out var at) && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, out var date)
                ? date - time.GetUtcNow() : null;

        double? Header(string name) =>
            response.Headers.TryGetValue(name, out var text)
            && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1e6 ? number : null;
    }

    private static ChatCompletionOptions Request(AiTask task, AnswerSchema schema) => new()
    {
        MaxOutputTokenCount = MostTokens,
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
            task.Name.Replace('.', '_'), BinaryData.FromString(schema.Sent), jsonSchemaIsStrict: true),
    };

    // Half of the tries of a minute, and at least four: then none for half a minute, and after that one to see.
    private ResiliencePipeline<Try> Breaker() => LazyInitializer.EnsureInitialized(ref _breaker, () =>
        new ResiliencePipelineBuilder<Try> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Try>
            {
                ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome.Result is { IsIll: true }),
                FailureRatio = 0.5,
                MinimumThroughput = 4,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
                StateProvider = _state,
                OnOpened = _ =>
                {
                    Log.LeftAlone(logger);
                    return ValueTask.CompletedTask;
                },
            })
            .Build());

    /// <param name="IsIll">The provider is at fault, not the question.</param>
    private sealed record Try(AiReply Reply, bool IsIll, bool IsWorthAnother, TimeSpan? After);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The AI was not asked {Task}: its pictures or facts are missing or too large")]
        public static partial void NotAsked(ILogger logger, string task);

        [LoggerMessage(2, LogLevel.Warning, "The AI's answer to {Task} is invalid: {Fault}")]
        public static partial void Unusable(ILogger logger, string task, string fault);

        [LoggerMessage(3, LogLevel.Warning, "The AI did not answer {Task}: {Reason}")]
        public static partial void Down(ILogger logger, string task, string reason);

        [LoggerMessage(4, LogLevel.Error, "AI circuit breaker open; falling back to rules for a while")]
        public static partial void LeftAlone(ILogger logger);
    }
}
