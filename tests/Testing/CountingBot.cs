using System.Globalization;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Testing;

/// <summary>
/// Answers each text with its count and the text; <c>boom</c> throws, <c>timer 60</c> starts a timer of that many seconds,
/// <c>cancel</c> cancels it, <c>two</c> answers twice, <c>stop</c> is urgent; a flood that is over is answered <c>calm</c>.
/// </summary>
public sealed class CountingBot : IConversationHandler
{
    /// <summary>Called before each input is handled.</summary>
    public Action<Conversation, Input> Before { get; set; } = (_, _) => { };

    /// <summary>Answers in its place, where it is set.</summary>
    public Func<Conversation, Input, Transition>? Override { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<SnapshotRead> Snapshots { get; init; } = [];

    /// <inheritdoc/>
    public bool IsUrgent(IncomingMessage message) => message.Content is TextContent { Body: "stop" };

    /// <inheritdoc/>
    public bool MarksRead(string bot) => bot == "reader";

    /// <inheritdoc/>
    public string Apologize(Conversation conversation) => "sorry";

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input)
    {
        Before(conversation, input);
        if (Override is not null) return Override(conversation, input);
        var count = conversation.Data == "{}" ? 0 : int.Parse(conversation.Data, CultureInfo.InvariantCulture);
        return input switch
        {
            MessageInput { Message.Content: TextContent { Body: "boom" } } => throw new InvalidOperationException("boom"),
            MessageInput { Message.Content: TextContent { Body: "bad data" } } => new Transition("counting", "not json", []),
            MessageInput { Message.Content: TextContent text } => Answer(conversation, count + 1, text.Body),
            TimerInput timer => Stay(conversation, new Say(new TextMessage($"timer {timer.Name}"), Purpose.Reminder)),
            CalmInput => Stay(conversation, new Say(new TextMessage("calm"))),
            EventInput e => Stay(conversation, new Say(new TextMessage($"event {e.Type}"), Purpose.Result)),
            _ => Stay(conversation),
        };
    }

    private static Transition Answer(Conversation conversation, int count, string text)
    {
        List<Effect> effects = [new Say(new TextMessage($"{count}:{text}"))];
        if (text.StartsWith("timer ", StringComparison.Ordinal))
        {
            effects.Add(new StartTimer("t", conversation.Now.AddSeconds(int.Parse(text[6..], CultureInfo.InvariantCulture))));
        }

        if (text == "cancel") effects.Add(new CancelTimer("t"));
        if (text == "two") effects.Add(new Say(new TextMessage($"{count}:again")));
        if (text == "stop") effects.Add(new SetOptOut(OptOut.Marketing));
        return new Transition("counting", count.ToString(CultureInfo.InvariantCulture), effects);
    }

    private static Transition Stay(Conversation conversation, params Effect[] effects) =>
        new(conversation.State.Length == 0 ? "counting" : conversation.State, conversation.Data, effects);
}
