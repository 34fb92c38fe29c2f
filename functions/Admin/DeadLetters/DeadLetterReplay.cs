using WhatsAppBots.Access.Store;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Admin.DeadLetters;

/// <summary>Puts a dead letter back at the end of its queue.</summary>
/// <param name="audit">Null: nobody is to be told of, in tests.</param>
public sealed class DeadLetterReplay(Workspace workspace, IBell bell, TimeProvider time, AuditLog? audit = null)
{
    /// <summary>Puts it back in one transaction.</summary>
    /// <returns>False where there is no such dead letter.</returns>
    /// <exception cref="ReplayRefusedException">Its last replay is not handled yet, or it can't be put back.</exception>
    public async Task<bool> ReplayAsync(long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var letter = await workspace.RunAsync(
            async (connection, transaction) =>
            {
                var letter = await DeadLetterQueries.ReplayAsync(connection, transaction, id, now, cancellationToken);
                if (letter is { Source: ReplayedInput.Source })
                {
                    await ReplayedInput.EnterAsync(connection, transaction, letter, now, cancellationToken);
                }

                if (letter is not null && audit is not null)
                {
                    await audit.AddAsync(connection, transaction, new AuditEntry("ReplayDeadLetter", $"dead letter {id}"));
                }

                return letter;
            },
            cancellationToken);
        if (letter is null) return false;
        if (letter.ConversationId is { } conversation) await bell.RingAsync([conversation], cancellationToken);
        return true;
    }
}
