using System.Text.Json;
using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Bots.Habits.Talk;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Bots.Habits;

/// <summary>A drill sergeant for a person's routine.</summary>
internal sealed class HabitsBot(HabitOptions options) : IBot
{
    // Setting it once more costs a write, and to miss it costs a day's reminders.
    private static readonly TimeSpan _timerTrusted = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public string Name => HabitsModule.Name;

    /// <inheritdoc/>
    public bool MarksRead => true;

    /// <inheritdoc/>
    public bool IntroducesItself => true;

    /// <inheritdoc/>
    public bool HearsEdits => true;

    /// <inheritdoc/>
    public bool HearsReactions => true;

    /// <inheritdoc/>
    public bool HearsDistress => true;

    /// <inheritdoc/>
    public BotCard Describe(string? language)
    {
        var texts = new HabitTexts(language, Tone.Gentle);
        return new BotCard(texts.Title, texts.Description);
    }

    /// <inheritdoc/>
    public Transition Begin(Conversation conversation)
    {
        var turn = new HabitTurn(conversation, options);
        Advancing.To(turn, turn.Now);
        Welcoming.Hello(turn);
        return turn.Done();
    }

    /// <inheritdoc/>
    public Transition Handle(Conversation conversation, Input input)
    {
        var turn = new HabitTurn(conversation, options) { Quoted = (input as MessageInput)?.Quoted };
        switch (input)
        {
            case MessageInput { Message.Content: ReactionContent }:
                // A thumb under a reminder is a sign of life: whoever gives it has not fallen silent, and wants no answer.
                Advancing.To(turn, turn.Now);
                turn.Data = turn.Data with { WroteAt = turn.Conversation.Now };
                break;
            case MessageInput { Message: var message }:
                // What counts is when they wrote; what fell due before that comes first, what falls due after it comes after.
                turn.At = Instant.Min(turn.Now, Instant.FromDateTimeOffset(message.At));
                Advancing.To(turn, turn.At - Duration.Epsilon);
                turn.RenewsTimer = turn.Data.WroteAt is not { } wrote || turn.Conversation.Now - wrote >= _timerTrusted;
                Pausing.Spoke(turn);
                Hear(turn, message);
                turn.At = turn.Now;
                Advancing.To(turn, turn.Now);
                break;
            case TimerInput:
                turn.Data = turn.Data with { WakesAt = null };
                Advancing.To(turn, turn.Now);
                break;
            case EventInput e:
                Hear(turn, e);
                Advancing.To(turn, turn.Now);
                break;
        }

        return turn.Done();
    }

    /// <inheritdoc/>
    public IReadOnlyList<AiTask> AiTasks => HabitTasks.All;

    /// <inheritdoc/>
    public Transition ZoneSet(Conversation conversation)
    {
        var turn = new HabitTurn(conversation, options);
        Advancing.To(turn, turn.Now);
        if (turn.Data is { ZoneAsked: true, Habits.Count: > 0 }) Settings.AskTone(turn);
        return turn.Done();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Effect> Settle(Conversation conversation)
    {
        var turn = new HabitTurn(conversation, options);
        Partnering.Settle(turn);
        return turn.Effects;
    }

    // What a message changed is remembered, so that "undo" takes back whatever it was.
    private static void Hear(HabitTurn turn, IncomingMessage message)
    {
        var before = turn.Data;
        turn.MessageId = message.Id;
        Answer(turn, message);
        Undoing.Remember(turn, before);
        if (!turn.IsLost && turn.Data.Lost > 0) turn.Data = turn.Data with { Lost = 0 };
    }

    private static void Answer(HabitTurn turn, IncomingMessage message)
    {
        switch (message.Content)
        {
            case EditContent { Content: TextContent edited } edit:
                Editing.Hear(turn, edit.OriginalId, edited.Body);
                break;
            case ChoiceContent choice when HabitIds.Read(choice.Id) is { } pressed:
                turn.Data = turn.Data with { Question = null };
                Pressing.Press(turn, pressed.Verb, pressed.Argument);
                break;
            case TextContent text when Settings.Take(turn, text.Body):
                break;
            case TextContent text:
                Listening.Hear(turn, text.Body, message.Id);
                break;
            case MediaContent { Type: "image" } photo:
                Proving.Take(turn, message.Id, photo.Caption);
                break;
            case MediaContent { Type: "document" } media when media.MimeType.StartsWith("image/", StringComparison.OrdinalIgnoreCase):
                Proving.Take(turn, message.Id, media.Caption);
                break;
            default:
                Welcoming.Misplaced(turn);
                break;
        }
    }

    private static void Hear(HabitTurn turn, EventInput e)
    {
        switch (e.Type)
        {
            case EventTypes.AiAnswered:
                var answer = e.Data.Deserialize(ContractsJson.Default.AiAnswered)!;
                if (answer.Task == HabitTasks.Proof) Proving.Judged(turn, answer);
                else Listening.Answered(turn, answer);
                break;
            case EventTypes.ImageProcessed: Proving.Checked(turn, e.Data.Deserialize(ContractsJson.Default.ImageProcessed)!); break;
            case EventTypes.ChartReady: Reporting.Drawn(turn, e.Data.Deserialize(ContractsJson.Default.ChartReady)!); break;
            case EventTypes.PartnerNews: Partnering.Hear(turn, e.Data.Deserialize(ContractsJson.Default.PartnerNews)!); break;
        }
    }
}
