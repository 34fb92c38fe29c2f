using System.Text.Json;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Erasure;

/// <summary>Erases what was made for an order or for all orders of conversations, here and at the AI provider.</summary>
internal sealed class PictureErasure(Database database, IMediaStore media, AstriaClient astria) : IEventHandler
{
    private const string KeysSql = "select store_key from images.results where order_id = any(@orders)";

    private const string TunesSql = "select tune_id from images.jobs where order_id = any(@orders) and tune_id is not null";

    // Asked for, and the answer was lost: the provider may have it under its title.
    private const string UnknownSql =
        "select title as Title, created_at as At from images.jobs where order_id = any(@orders) and tune_id is null and state = 'unknown'";

    private const string EraseSql =
        """
        delete from images.results where order_id = any(@orders);
        update images.jobs set state = 'erased', next_look_at = null, request = '{}' where order_id = any(@orders);
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.PicturesErased;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.PicturesErased)!;
        return new EventOutcome(await EraseAsync([asked.OrderId], asked.Model, cancellationToken));
    }

    /// <summary>Erases files and models; the rows go with what is returned.</summary>
    public async Task<EventEffect> EraseAsync(long[] orders, bool models, CancellationToken cancellationToken)
    {
        var (keys, tunes, unknown) = await database.UseAsync(
            async connection => (
                await connection.QueryAsync<string>(KeysSql, new { orders }), await connection.QueryAsync<long>(TunesSql, new { orders }),
                await connection.QueryAsync<(string, DateTime)>(UnknownSql, new { orders })),
            cancellationToken);
        foreach (var key in keys) await media.DeleteAsync(key, cancellationToken);
        if (models)
        {
            foreach (var tune in tunes) await astria.DeleteTuneAsync(tune, cancellationToken);
            foreach (var (title, at) in unknown)
            {
                var since = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).AddMinutes(-10);
                if (await astria.FindTuneAsync(title, since, cancellationToken) is { } tune) await astria.DeleteTuneAsync(tune.Id, cancellationToken);
            }
        }

        return (effect, transaction, _) => effect.ExecuteAsync(EraseSql, new { orders }, transaction);
    }
}
