using System.Globalization;
using Dapper;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Messages;

/// <summary>What other apps tell of a conversation becomes an input of it, once, behind what waits there already.</summary>
internal sealed class ConversationEvents(string type, IInbox inbox, Database database) : IEventHandler
{
    private const string ThereSql = "select exists (select 1 from chat.conversations where id = @conversation and workspace_id = @workspace)";

    /// <summary>What conversations hear: all that this app receives and that names one.</summary>
    public static IEnumerable<string> Types => EventTypes.Receivers
        .Where(type => type.Value.Contains(Apps.Messages) && type.Key is not (
            EventTypes.UserMessageReceived or EventTypes.EventsWaiting or EventTypes.RecipientRefused or EventTypes.MessageReturned
            or EventTypes.AiAsked or EventTypes.OutreachAsked))
        .Select(type => type.Key);

    /// <inheritdoc/>
    public string Receiver => Apps.Messages;

    /// <inheritdoc/>
    public string Type => type;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        // Of an erased person's orders there may be news yet. Nobody is left to be told.
        var conversation = long.Parse(e.Subject!, CultureInfo.InvariantCulture);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ErasureLock.HoldOffAsync(connection, transaction, conversation, cancellationToken);
        if (!await connection.QuerySingleAsync<bool>(ThereSql, new { conversation, workspace = e.Workspace }, transaction)) return new EventOutcome();

        // The cause makes it count once, whatever happens between here and the event's own end.
        await inbox.AddAsync(e.Workspace, conversation, $"event:{e.Id}", e.Time, new EventInput(e.Type, e.Data, e.Bot), e.TraceParent, cancellationToken);
        return new EventOutcome();
    }
}
