using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance.People;

/// <summary>A copy of what is kept about a person, made when it is fetched, by a link that lives a day.</summary>
public sealed class PersonExport(
    Database database, IMediaStore media, ArchiveShelf archives, SignedTokens tokens, PublicUrl url, TimeProvider time) : IEventHandler
{
    private const string Purpose = "my-data";

    private static readonly TimeSpan _lives = TimeSpan.FromDays(1);

    private const string ProfileSql =
        """
        select jsonb_pretty(jsonb_build_object(
          'person', to_jsonb(p) - 'workspace_id',
          'conversations', (select jsonb_agg(to_jsonb(c) - 'workspace_id' - 'sender' - 'lease_until' - 'pace_used' - 'pace_at' - 'queued' - 'settled')
                            from chat.conversations c where c.person_id = p.id),
          'consents', (select jsonb_agg(to_jsonb(x) - 'workspace_id') from chat.consents x join chat.conversations c on c.id = x.conversation_id where c.person_id = p.id),
          'ratings', (select jsonb_agg(to_jsonb(r) - 'workspace_id') from chat.ratings r join chat.conversations c on c.id = r.conversation_id where c.person_id = p.id),
          'marketing', (select jsonb_agg(to_jsonb(k) - 'workspace_id' - 'person_hash') from chat.marketing_consents k where k.person_id = p.id),
          'orders', (select jsonb_agg(to_jsonb(o) - 'workspace_id' || jsonb_build_object('history',
                       (select jsonb_agg(to_jsonb(h) - 'order_id') from money.order_history h where h.order_id = o.id)))
                     from money.orders o join chat.conversations c on c.id = o.conversation_id where c.person_id = p.id),
          'photos', (select jsonb_agg(to_jsonb(f) - 'workspace_id') from images.photos f join chat.conversations c on c.id = f.conversation_id where c.person_id = p.id)))
        from chat.people p where p.id = @person
        """;

    private const string MessagesSql =
        """
        select jsonb_build_object('at', m.at, 'direction', m.direction, 'type', m.type, 'text', m.summary)::text
        from chat.messages m join chat.conversations c on c.id = m.conversation_id where c.person_id = @person order by m.id
        """;

    private const string SizeSql =
        """
        select coalesce(sum(m.size_bytes), 0)::bigint from chat.media m join chat.conversations c on c.id = m.conversation_id
        where c.person_id = @person and m.store_key is not null
        """;

    private const string FilesSql =
        """
        select m.store_key from chat.media m join chat.conversations c on c.id = m.conversation_id where c.person_id = @person and m.store_key is not null
        union all
        select r.store_key from images.results r join images.jobs j using (order_id, attempt) join chat.conversations c on c.id = j.conversation_id
        where c.person_id = @person
        union all
        select h.store_key from images.charts h join chat.conversations c on c.id = h.conversation_id where c.person_id = @person and h.is_drawn
        """;

    /// <summary>Name of a person's archive on the shelf.</summary>
    public static string ArchiveOf(long person) => string.Create(CultureInfo.InvariantCulture, $"my-data:{person}");

    /// <inheritdoc/>
    public string Receiver => Apps.Maintenance;

    /// <inheritdoc/>
    public string Type => EventTypes.ExportRequested;

    /// <inheritdoc/>
    public Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.ExportRequested)!;
        var token = tokens.Make(Purpose, asked.PersonId.ToString(CultureInfo.InvariantCulture), _lives);
        return Task.FromResult(new EventOutcome(null, CloudEvent.Of(
            $"{e.Id}/export", Apps.Maintenance, EventTypes.ExportReady, e.Workspace, asked.ConversationId, null, time.GetUtcNow(),
            new(asked.ConversationId, url.At("my-data/" + token)), ContractsJson.Default.ExportReady)));
    }

    /// <summary>The ZIP of whom a link is for; null where it is forged, too old, or the person was erased.</summary>
    /// <exception cref="ArchiveBusyException">It cannot be built now.</exception>
    public async Task<FileStream?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        if (!long.TryParse(tokens.Read(Purpose, token), NumberStyles.None, CultureInfo.InvariantCulture, out var person)) return null;
        var size = await database.UseAsync<long?>(
            async connection => await connection.QuerySingleOrDefaultAsync<long?>("select id from chat.people where id = @person", new { person }) is null
                ? null
                : await connection.QuerySingleAsync<long>(SizeSql, new { person }),
            cancellationToken);
        return size is { } bytes
            ? await archives.OpenAsync(ArchiveOf(person), bytes, (file, limit) => WriteAsync(file, person, limit), cancellationToken)
            : null;
    }

    /// <summary>Writes the ZIP: the profile, the messages, the files. The connection is given back before any file is read.</summary>
    private async Task WriteAsync(Stream body, long person, CancellationToken cancellationToken)
    {
        var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (zip)
        {
            var keys = await database.UseAsync(
                async connection =>
                {
                    await WriteAsync(zip, "profile.json", [await connection.QuerySingleAsync<string>(ProfileSql, new { person })], cancellationToken);

                    // Not held whole: a year's chat can be long.
                    await WriteAsync(zip, "messages.jsonl", connection.Query<string>(MessagesSql, new { person }, buffered: false), cancellationToken);
                    return (await connection.QueryAsync<string>(FilesSql, new { person })).ToList();
                },
                cancellationToken);
            foreach (var key in keys)
            {
                await using var file = await media.OpenPlainAsync(key, cancellationToken);
                if (file is null) continue;
                await using var entry = await zip.CreateEntry("files/" + key, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
                await file.Content.CopyToAsync(entry, cancellationToken);
            }
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string name, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await using var writer = new StreamWriter(entry);
        foreach (var line in lines) await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
    }
}
