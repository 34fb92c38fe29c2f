using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Images.Astria;
using WhatsAppBots.Media;

namespace WhatsAppBots.Images.Packs;

/// <summary>Astria's packs, kept for an hour, with their covers in our media store.</summary>
public sealed class PackCatalog(Database database, AstriaClient astria, IMediaStore media, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _fresh = TimeSpan.FromHours(1);

    private const string AgeSql = "select max(read_at) from images.packs";

    private const string KeepSql =
        """
        insert into images.packs (id, slug, title, cover_url, cover_key, costs, examples, is_listed, read_at)
        values (@Id, @Slug, @Title, @CoverUrl, @cover, @costs::jsonb, @examples, true, @now)
        on conflict (id) do update set slug = excluded.slug, title = excluded.title, cover_url = excluded.cover_url, cover_key = excluded.cover_key,
          costs = excluded.costs, examples = excluded.examples, is_listed = true, read_at = excluded.read_at
        """;

    private const string CoverSql = "select cover_key from images.packs where id = @Id and cover_url = @CoverUrl";

    private const string UnlistSql = "update images.packs set is_listed = false where read_at < @now";

    private const string ListSql =
        """
        select id as Id, title as Title, (costs -> @class ->> 'num_images')::int as Images, cover_key as Cover, video_key as Video
        from images.packs where is_listed and costs ? @class order by id
        """;

    private readonly SemaphoreSlim _once = new(1);

    /// <summary>Packs that have pictures for a class, of a size: those with the fewest that are at least what is asked for.</summary>
    public async Task<IReadOnlyList<ListedPack>> ListAsync(string @class, int images, IReadOnlyList<int> sizes, CancellationToken cancellationToken)
    {
        await RefreshAsync(_fresh, cancellationToken);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var packs = await connection.QueryAsync<ListedPack>(new CommandDefinition(ListSql, new { @class }, cancellationToken: cancellationToken));
        return [.. packs.Where(pack => SizeOf(pack.Images, sizes) == images)];
    }

    /// <summary>Reads the catalogue where it is older than that. An old one is better than none: a failure is thrown only where there is none.</summary>
    public async Task RefreshAsync(TimeSpan olderThan, CancellationToken cancellationToken)
    {
        if (IsFresh(await ReadAtAsync(), olderThan, out var there)) return;

        // One asks the provider. Who has an old catalogue does not wait for it: a provider that takes its time holds up nobody.
        var mayWait = there && olderThan > TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan;
        if (!await _once.WaitAsync(mayWait, cancellationToken)) return;
        try
        {
            if (IsFresh(await ReadAtAsync(), olderThan, out there)) return;
            await ReadAnewAsync(cancellationToken);
        }
        catch (AstriaException) when (there && olderThan > TimeSpan.Zero)
        {
        }
        finally
        {
            _once.Release();
        }

        Task<DateTime?> ReadAtAsync() => database.UseAsync(connection => connection.QuerySingleAsync<DateTime?>(AgeSql), cancellationToken);
    }

    private bool IsFresh(DateTime? read, TimeSpan olderThan, out bool there)
    {
        there = read is not null;
        return read is { } at && time.GetUtcNow().UtcDateTime - at < olderThan;
    }

    private async Task ReadAnewAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var pack in await astria.PacksAsync(cancellationToken))
        {
            await KeepAsync(await astria.PackAsync(pack.Id, cancellationToken), now, cancellationToken);
        }

        await database.UseAsync(connection => connection.ExecuteAsync(UnlistSql, new { now }), cancellationToken);
    }

    /// <summary>The tier a pack belongs to: the smallest that holds its pictures, or the largest there is.</summary>
    internal static int SizeOf(int images, IReadOnlyList<int> sizes) => sizes.Where(size => images <= size).DefaultIfEmpty(sizes.Max()).Min();

    public void Dispose() => _once.Dispose();

    private async Task KeepAsync(AstriaPack pack, DateTime now, CancellationToken cancellationToken)
    {
        var cover = await database.UseAsync(
            connection => connection.QuerySingleOrDefaultAsync<string?>(CoverSql, new { pack.Id, pack.CoverUrl }), cancellationToken);
        if (cover is null && pack.CoverUrl is { Length: > 0 } url) cover = await StoreAsync(url, cancellationToken);
        var row = new
        {
            pack.Id, pack.Slug, pack.Title, pack.CoverUrl, cover, now,
            costs = JsonSerializer.Serialize(pack.Costs ?? new Dictionary<string, AstriaCost>(), AstriaJson.Default.IReadOnlyDictionaryStringAstriaCost),
            examples = (pack.Prompts ?? []).Select(prompt => prompt.Images is [var first, ..] ? first : null).OfType<string>().ToArray(),
        };
        await database.UseAsync(connection => connection.ExecuteAsync(KeepSql, row), cancellationToken);
    }

    private async Task<string?> StoreAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            return await Pictures.StoreAsync(media, await astria.DownloadAsync(url, cancellationToken), cancellationToken);
        }
        catch (AstriaException)
        {
            // A card without its picture is better than no card; the next reading tries again.
            return null;
        }
    }
}
