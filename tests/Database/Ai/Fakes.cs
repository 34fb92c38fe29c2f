using System.Collections.Concurrent;
using System.Text.Json;
using WhatsAppBots.Ai;
using WhatsAppBots.BotKit;
using WhatsAppBots.Bots;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Database.Tests.Ai;

/// <summary>An AI in memory that keeps what it is asked and answers as it is told.</summary>
public sealed class FakeAi : IAi
{
    public ConcurrentQueue<(AiTask Task, AiQuestion Question)> Asked { get; } = new();

    /// <summary>In place of the usual answer.</summary>
    public Func<Task<AiReply>>? Replies { get; set; }

    public Task<AiReply> AskAsync(AiTask task, AiQuestion question, CancellationToken cancellationToken)
    {
        Asked.Enqueue((task, question));
        return Replies?.Invoke() ?? Task.FromResult(new AiReply(JsonSerializer.SerializeToElement(new { word = "yes" }), null));
    }

    public string Describe() => "in memory";
}

/// <summary>An inbox that keeps what conversations are told.</summary>
public sealed class FakeInbox : IInbox
{
    public ConcurrentQueue<(long Conversation, string Cause, EventInput Event)> Told { get; } = new();

    public Task<IReadOnlyList<long>> StoreAsync(Delivery delivery, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task AddAsync(
        long workspace, long conversation, string cause, DateTimeOffset causeAt, Input input, string? traceParent, CancellationToken cancellationToken)
    {
        Told.Enqueue((conversation, cause, (EventInput)input));
        return Task.CompletedTask;
    }
}

/// <summary>A bot that may ask one thing.</summary>
public sealed class AskingBot : IBot
{
    public const string Question = "test.question";

    public string Name => "asking";

    public bool MarksRead => false;

    public bool IntroducesItself => false;

    public IReadOnlyList<AiTask> AiTasks { get; } =
    [
        new(Question, "Say a word.", """{"type": "object", "additionalProperties": false, "required": ["word"], "properties": {"word": {"type": "string"}}}"""),
    ];

    public BotCard Describe(string? language) => new("Asking", "Asks");

    public Transition Begin(Conversation conversation) => throw new NotSupportedException();

    public Transition Handle(Conversation conversation, Input input) => throw new NotSupportedException();
}
