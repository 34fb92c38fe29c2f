using Dapper;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance.Upkeep;

/// <summary>
/// Looks for what falls due in other apps and rings for it, so that they need no timers: an app that ticks is never idle, and is paid for all
/// the month.
/// </summary>
/// <param name="bus">Null: all apps are in this process.</param>
public sealed class DueWorkSweep(Database database, EventBells bells, TimeProvider time, BusBell? bus = null)
{
    internal static readonly string DueSql =
        $"""
        select exists (select 1 from images.jobs where {Claims.IsFree("next_look_at")}) as Jobs,
               exists (select 1 from money.payments where {Claims.IsFree("refund_at")})
               or exists (select 1 from money.orders where {Claims.IsFree("ask_at")})
               or exists (select 1 from money.looks where look_at <= @now) as Payments
        """;

    /// <summary>Does so once; safe in any number of processes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        bool jobs, payments;
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            (jobs, payments) = await connection.QuerySingleAsync<(bool, bool)>(new CommandDefinition(
                DueSql, new { now = time.GetUtcNow().UtcDateTime }, cancellationToken: cancellationToken));
        }

        List<string> due = [.. jobs ? [EventTypes.JobsDue] : Array.Empty<string>(), .. payments ? [EventTypes.PaymentsDue] : Array.Empty<string>()];
        if (due.Count == 0) return;
        if (bus is not null) await bus.WakeAsync(due, cancellationToken);
        else due.ForEach(bells.Ring);
    }
}
