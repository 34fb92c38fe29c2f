using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;
using WhatsAppBots.Money.Providers;

namespace WhatsAppBots.Payments.Orders;

/// <summary>
/// Asks providers for refunds and disputes a few times a day, whatever we were told: what a lost webhook would have told is taken in as if it had
/// come. It is one list for each provider, however many orders there are.
/// </summary>
internal sealed partial class ReturnsLook(
    IEnumerable<IPaymentProvider> providers, ReturnDesk desk, Database database, TimeProvider time, ILogger<ReturnsLook> logger) : IDueWork
{
    private const int AtOnce = 100;
    private const int Most = 10_000;

    // Clocks differ, and a list may show the newest a little late.
    private static readonly TimeSpan _overlap = TimeSpan.FromHours(1);
    private static readonly TimeSpan _first = TimeSpan.FromDays(30);

    // Banks take disputes for about 120 days; a provider that took nothing since is left alone until it takes something.
    private const string BeginSql =
        """
        insert into money.looks as l (provider, look_at)
        select name, @now from unnest(@names) as name
        where exists (select 1 from money.payments p where p.provider = name and p.at > @now - interval '120 days')
        on conflict (provider) do update set look_at = excluded.look_at where l.look_at is null
        """;

    // Claimed for an hour: that is when a look that fails is tried again. What is no longer set up is no longer due.
    private const string ClaimSql =
        """
        update money.looks set look_at = case when provider = any(@names) then @now + interval '1 hour' end where look_at <= @now
        returning provider as Provider, told_until as ToldUntil
        """;

    private const string DoneSql =
        """
        update money.looks l set told_until = @now, look_at = case when exists
            (select 1 from money.payments p where p.provider = l.provider and p.at > @now - interval '120 days') then @now + interval '6 hours' end
        where provider = @provider
        """;

    private const string KnownSql = "select event_id from money.webhooks where provider = @provider and event_id = any(@ids)";

    /// <inheritdoc/>
    public string Type => EventTypes.PaymentsDue;

    /// <summary>Asks the providers whose time has come.</summary>
    public async Task WorkDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var able = providers.Where(provider => provider.Checkout is not null).ToDictionary(provider => provider.Name, provider => provider.Checkout!);
        var due = await database.UseAsync(
            async connection =>
            {
                var parameters = new { names = able.Keys.ToArray(), now = now.UtcDateTime };
                await connection.ExecuteAsync(BeginSql, parameters);
                return (await connection.QueryAsync<(string Provider, DateTime? ToldUntil)>(ClaimSql, parameters)).ToList();
            },
            cancellationToken);
        foreach (var (provider, until) in due.Where(each => able.ContainsKey(each.Provider)))
        {
            var since = until is { } told ? new DateTimeOffset(told, TimeSpan.Zero) - _overlap : now - _first;
            try
            {
                if (!await TakeAllAsync(provider, able[provider], since, cancellationToken)) continue;
                await database.UseAsync(connection => connection.ExecuteAsync(DoneSql, new { provider, now = now.UtcDateTime }), cancellationToken);
            }
            catch (PaymentProviderException failure)
            {
                Log.Failed(logger, provider, failure.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A list that nobody thought of holds up no other provider's.
                Log.Broke(logger, e, provider);
            }
        }
    }

    // False where something of the list could not be taken in: all of it is listed again then.
    private async Task<bool> TakeAllAsync(string provider, ICheckout checkout, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var (isDone, count) = (true, 0);
        await foreach (var page in checkout.ReturnsAsync(since, cancellationToken).Take(Most).Chunk(AtOnce))
        {
            count += page.Length;
            var known = await KnownAsync(provider, page, cancellationToken);
            foreach (var reading in page)
            {
                try
                {
                    await TakeAsync(provider, reading, known, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Log.NotTaken(logger, e, provider, IdOf(reading)!);
                    isDone = false;
                }
            }
        }

        if (count == Most) Log.TooMany(logger, provider, Most);
        return isDone;
    }

    private async Task TakeAsync(string provider, WebhookReading reading, HashSet<string> known, CancellationToken cancellationToken)
    {
        if (IdOf(reading) is not { } id || known.Contains(id)) return;
        await (reading switch
        {
            WebhookReading.Refunded refunded => desk.TakeAsync(provider, refunded, default, cancellationToken),
            WebhookReading.Disputed disputed => desk.TakeAsync(provider, disputed, default, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private async Task<HashSet<string>> KnownAsync(string provider, IEnumerable<WebhookReading> readings, CancellationToken cancellationToken)
    {
        var ids = readings.Select(IdOf).OfType<string>().ToArray();
        return await database.UseAsync(async connection => (await connection.QueryAsync<string>(KnownSql, new { provider, ids })).ToHashSet(), cancellationToken);
    }

    // Null: it is neither a refund nor a dispute.
    private static string? IdOf(WebhookReading reading) => reading switch
    {
        WebhookReading.Refunded refunded => refunded.EventId,
        WebhookReading.Disputed disputed => disputed.EventId,
        _ => null,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Provider} could not be asked for refunds and disputes; it is asked again in an hour: {Reason}")]
        public static partial void Failed(ILogger logger, string provider, string reason);

        [LoggerMessage(2, LogLevel.Error, "Asking {Provider} for refunds and disputes failed")]
        public static partial void Broke(ILogger logger, Exception e, string provider);

        [LoggerMessage(3, LogLevel.Error, "{Provider} lists {Event}, which could not be recorded")]
        public static partial void NotTaken(ILogger logger, Exception e, string provider, string @event);

        [LoggerMessage(4, LogLevel.Error, "{Provider} lists more than {Most} refunds and disputes; the oldest were not checked")]
        public static partial void TooMany(ILogger logger, string provider, int most);
    }
}
