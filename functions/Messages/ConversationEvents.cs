using System.Globalization;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Inbox;

namespace WhatsAppBots.Messages;

/// <summary>What other apps tell of a conversation becomes an input of it, once, behind what waits there already.</summary>
internal sealed class ConversationEvents(string type, IInbox inbox) : IEventHandler
{
    /// <inheritdoc/>
    public string Receiver => Apps.Messages;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public async Task<EventEffect> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        // The cause makes it count once, whatever happens between here and the event's own end.
        var conversation = long.Parse(e.Subject!, CultureInfo.InvariantCulture);
        await inbox.AddAsync(e.Workspace, conversation, $"event:{e.Id}", e.Time, new EventInput(e.Type, e.Data), e.TraceParent, cancellationToken);
        return (_, _, _) => Task.CompletedTask;
    }
}
