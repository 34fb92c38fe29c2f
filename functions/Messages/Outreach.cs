using System.Text.Json;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Messages;

/// <summary>
/// Takes a message for somebody who need not have written before to their conversation, which is begun where there is none.
/// </summary>
internal sealed partial class Outreach(IInbox inbox, ConversationOpening opening, Numbers numbers, ILogger<Outreach> logger) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Messages;

    /// <inheritdoc/>
    public string Type => EventTypes.OutreachAsked;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.OutreachAsked)!;
        if (!numbers.Bots.ContainsKey(asked.Number) || numbers.WorkspaceOf(asked.Number) != e.Workspace)
        {
            Log.NotOurs(logger, asked.Origin, asked.Number);
            return new EventOutcome();
        }

        if (await opening.OpenAsync(e.Workspace, asked.Number, asked.Phone, cancellationToken) is not { } conversation)
        {
            Log.Erased(logger, asked.Origin);
            return new EventOutcome();
        }

        await inbox.AddAsync(
            e.Workspace, conversation, $"event:{e.Id}", e.Time,
            new OutreachInput(asked.Origin, asked.Content, Enum.Parse<Purpose>(asked.Purpose), asked.NotAfter), e.TraceParent,
                cancellationToken);
        return new EventOutcome();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The message of {Origin} is not sent: {Number} is no number of its workspace")]
        public static partial void NotOurs(ILogger logger, string origin, string number);

        [LoggerMessage(2, LogLevel.Information, "The message of {Origin} is not sent: its person was erased")]
        public static partial void Erased(ILogger logger, string origin);
    }
}
