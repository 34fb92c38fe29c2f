using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Outbox;
using WhatsAppBots.Conversations.Rounds;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Inbox;

/// <summary>A status that is to be kept.</summary>
/// <param name="IsLate">Older than is remembered: nothing else comes of it.</param>
/// <param name="Hashes">Keyed hashes of whom it was for, the newest key's first.</param>
internal sealed record StatusNews(MessageStatus Status, bool IsLate, IReadOnlyList<byte[]> Hashes);

/// <summary>An update that is to be kept.</summary>
/// <param name="Keys">The same where it comes again; the first is the one to be kept.</param>
internal sealed record UpdateNews(UnknownUpdate Update, IReadOnlyList<string> Keys);

/// <summary>Statuses and updates of a round, without what is of no use to anybody: about erased people, or older than what is kept.</summary>
/// <param name="UpdatesForgotten">An update that was last kept before then may be kept again.</param>
internal sealed record News(IReadOnlyList<StatusNews> Statuses, IReadOnlyList<UpdateNews> Updates, DateTimeOffset UpdatesForgotten)
{
    /// <summary>Reads the database only where a round has updates, or statuses of messages that are not ours.</summary>
    public static async Task<News> OfAsync(
        NpgsqlConnection connection, Round round, ErasedPeople erased, Numbers numbers, RetentionOptions retention, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (round.Deliveries.TrueForAll(pending => pending.Delivery.Statuses.Count == 0 && pending.Updates.Count == 0))
            return new News([], [], now - retention.Updates);
        var told = round.Deliveries.SelectMany(pending => pending.Delivery.Statuses).ToList();
        var statuses = told.Where(status => status.At >= now - retention.Messages).ToList();
        if (statuses.Count < told.Count) Telemetry.Dropped(told.Count - statuses.Count, "late", "status");

        var foreign = round.Deliveries.SelectMany(pending => pending.Foreign)
            .Where(status => status.Item.At >= now - retention.Messages).ToList();
        var kept = await erased.KeepAsync(connection, foreign, status => status.NumberId, numbers, "status", cancellationToken);
        var dropped = foreign.Select(status => status.Item).Except(kept).ToHashSet();
        if (dropped.Count > 0) statuses.RemoveAll(dropped.Contains);

        var came = round.Deliveries.SelectMany(pending => pending.Updates).ToList();
        var updates = came.Where(update => !(update.Item.At < now - retention.Updates)).Select(InPart).ToList();
        if (updates.Count < came.Count) Telemetry.Dropped(came.Count - updates.Count, "late", "update");
        return new News(
            [.. statuses.Select(status => new StatusNews(status, status.At < now - retention.Late, erased.HashesOf(status.Recipient)))],
            [
                .. (await erased.KeepAsync(connection, updates, update => update.NumberId, numbers, "update", cancellationToken))
                    .Select(update => new UpdateNews(update, erased.UpdateKeysOf(Telling(update)))),
            ],
            now - retention.Updates);
    }

    // What names too many to look them all up might name somebody who was erased: that it came is kept.
    private static Traced<UnknownUpdate> InPart(Traced<UnknownUpdate> update) => update.Keys is not null
        ? update
        : new Traced<UnknownUpdate>(
            update.Item with { Raw = $$"""{"omitted":"It names more numbers than are looked up.","characters":{{update.Item.Raw.Length}}}""" },
            []);

    // Its time is in it where it has one: two that say the same at different times are two.
    private static string Telling(UnknownUpdate update) =>
        $"{update.NumberId ?? update.AccountId}\n{update.Field}\n{update.At?.ToUnixTimeSeconds()}\n{update.Raw}";
}
