using System.Text.Json;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Ai;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Messages.Ai;

/// <summary>
/// Asks the AI what a bot wants to know. Whatever comes of it is an answer, and comes once and soon: the person waits for it,
/// and the bot can go by rules.
/// </summary>
internal sealed partial class AiQuestions(AiTaskList tasks, AiTurns turns, AiPresence presence, IAi ai, TimeProvider time, ILogger<AiQuestions> logger)
    : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Messages;

    /// <inheritdoc/>
    public string Type => EventTypes.AiAsked;

    /// <inheritdoc/>
    public int AtOnce => 12;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.AiAsked)!;
        if (!presence.IsOn) return Told(e, asked, AiReply.Failed(AiFailures.Off));
        if (tasks.Find(asked.Task) is not { } task)
        {
            Log.NoSuchTask(logger, asked.Task);
            return Told(e, asked, AiReply.Failed(AiFailures.Unusable));
        }

        return await turns.TakeAsync(e, asked.ConversationId, cancellationToken) switch
        {
            AiTurn.Taken => Told(e, asked, await ai.AskAsync(task, Question(task, asked), cancellationToken)),
            AiTurn.OverBudget => Told(e, asked, AiReply.Failed(AiFailures.OverBudget)),
            AiTurn.Answered or AiTurn.Nobody => new EventOutcome(),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) =>
        Told(e, e.Data.Deserialize(ContractsJson.Default.AiAsked)!, AiReply.Failed(AiFailures.Down)).Told;

    private static AiQuestion Question(AiTask task, AiAsked asked) =>
        new(asked.Given, asked.Text, task.SeesPictures ? asked.Pictures : [], asked.Language);

    // The id is the question's, so however often it is heard there is one answer.
    private EventOutcome Told(CloudEvent e, AiAsked asked, AiReply reply) => new(null, CloudEvent.Of(
        $"{e.Id}/answered", Apps.Messages, EventTypes.AiAnswered, e.Workspace, asked.ConversationId, e.Bot, time.GetUtcNow(),
        new(asked.ConversationId, asked.Task, asked.Request, reply.Answer, reply.Failure), ContractsJson.Default.AiAnswered));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "No bot here has the AI task {Task}")]
        public static partial void NoSuchTask(ILogger logger, string task);
    }
}
