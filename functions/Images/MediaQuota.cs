using System.Globalization;
using Dapper;
using Microsoft.Extensions.Configuration;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Images;

/// <summary>How much of one person's files is stored.</summary>
/// <param name="BytesADay">Of UTC: whoever changes their time zone begins no new day.</param>
internal sealed record MediaQuotaOptions(long BytesADay)
{
    // Thirty photos, as many as an order may have, sent as documents of 8 MB each, and some that are turned down.
    private const int DefaultMegabytes = 256;

    /// <summary>Reads MEDIA_MB_PER_PERSON_PER_DAY.</summary>
    /// <exception cref="FormatException">It is no number from 1 to 100,000.</exception>
    public static MediaQuotaOptions Read(IConfiguration configuration)
    {
        const string Name = "MEDIA_MB_PER_PERSON_PER_DAY";
        if (configuration[Name]?.Trim() is not { Length: > 0 } text) return new((long)DefaultMegabytes << 20);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes is >= 1 and <= 100_000
            ? new((long)megabytes << 20)
            : throw new FormatException($"{Name} is \"{text}\"; it takes a number from 1 to 100000.");
    }
}

/// <summary>Counts the bytes that are stored of each person's files on a day, whatever process stores them.</summary>
internal sealed class MediaQuota(Database database, MediaQuotaOptions options, TimeProvider time)
{
    private const string UsedSql =
        """
        select coalesce((select d.bytes from chat.media_days d where d.person_id = c.person_id and d.day = @day), 0)
        from chat.conversations c where c.id = @conversation
        """;

    // The comparison holds the row's lock: of those who come at once none reads a sum that another is raising.
    private const string TakeSql =
        """
        insert into chat.media_days as d (person_id, day, workspace_id, bytes)
        select person_id, @day, workspace_id, @bytes from chat.conversations where id = @conversation and @bytes <= @most
        on conflict (person_id, day) do update set bytes = d.bytes + excluded.bytes where d.bytes + excluded.bytes <= @most
        """;

    private const string RefuseSql =
        """
        insert into chat.media_days as d (person_id, day, workspace_id, bytes, refused)
        select person_id, @day, workspace_id, 0, 1 from chat.conversations where id = @conversation
        on conflict (person_id, day) do update set refused = d.refused + 1
        returning refused
        """;

    /// <summary>Whether anything is left of a person's share of today, before a file is fetched.</summary>
    public Task<bool> HasRoomAsync(long conversation, CancellationToken cancellationToken) => database.UseAsync(
        async connection => await connection.QuerySingleOrDefaultAsync<long>(new CommandDefinition(
            UsedSql, new { conversation, day = Today() }, cancellationToken: cancellationToken)) < options.BytesADay,
        cancellationToken);

    /// <summary>Takes a file's bytes from a person's share of today.</summary>
    /// <returns>False where less is left.</returns>
    public Task<bool> TryTakeAsync(long conversation, long bytes, CancellationToken cancellationToken) => database.UseAsync(
        async connection => await connection.ExecuteAsync(new CommandDefinition(
            TakeSql, new { conversation, bytes, day = Today(), most = options.BytesADay }, cancellationToken: cancellationToken)) > 0,
        cancellationToken);

    /// <summary>Counts a file that is not stored, so that the person hears of it once a day.</summary>
    /// <returns>A name of <see cref="PhotoFaults"/>.</returns>
    public async Task<string> RefuseAsync(long conversation, CancellationToken cancellationToken)
    {
        var refused = await database.UseAsync(
            connection => connection.QuerySingleOrDefaultAsync<int>(new CommandDefinition(
                RefuseSql, new { conversation, day = Today() }, cancellationToken: cancellationToken)),
            cancellationToken);
        return refused == 1 ? PhotoFaults.TooMany : PhotoFaults.TooManyAgain;
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
