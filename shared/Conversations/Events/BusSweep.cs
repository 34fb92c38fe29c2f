using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Events;

/// <summary>
/// Between apps that run apart: takes to the bus what the process that wrote it did not, and wakes the apps while events wait in their
/// queues, for a further try or because a process died over them.
/// </summary>
public sealed class BusSweep(Database database, EventRelay relay, BusBell bell, TimeProvider time)
{
    private const string WaitingSql = "select exists (select 1 from events.queue where receiver <> @Bus and not_before <= @now)";

    /// <summary>Does so once; safe in any number of processes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await relay.RelayAsync(cancellationToken);
        }
        finally
        {
            if (await IsWaitingAsync(cancellationToken)) await bell.WakeAsync(cancellationToken);
        }
    }

    private async Task<bool> IsWaitingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleAsync<bool>(new CommandDefinition(
            WaitingSql, new { EventRouting.Bus, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
    }
}
