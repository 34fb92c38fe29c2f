using Dapper;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messaging;

/// <summary>
/// Between apps that run apart: takes to the bus what the process that wrote it did not, and wakes the apps while events wait in their
/// queues, for a further try or because a process died over them.
/// </summary>
public sealed class BusSweep(Database database, EventRelay relay, BusBell bell, TimeProvider time)
{
    // The apps are named: "not the bus" would read all that waits for a bus that is away.
    internal static readonly string WaitingSql =
        $"select exists (select 1 from events.queue where receiver = any(@apps) and {Claims.IsFree("not_before")})";

    private static readonly string[] _apps = [.. EventTypes.Receivers.Values.SelectMany(apps => apps).Distinct()];

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
            WaitingSql, new { apps = _apps, now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
    }
}
