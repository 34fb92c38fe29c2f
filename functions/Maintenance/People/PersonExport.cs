using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Media.Photos;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance.People;

/// <summary>A copy of what is kept about a person, made when it is fetched, by a link that lives a day.</summary>
public sealed class PersonExport(
    Database database, IMediaStore media, ArchiveShelf archives, SignedTokens tokens, PublicUrl url, IEnumerable<IPersonData> owners,
        TimeProvider time)
    : IEventHandler
{
    private const string Purpose = "my-data";

    private static readonly TimeSpan _lives = TimeSpan.FromDays(1);

    private const string ConversationsSql = "select id from chat.conversations where person_id = @person order by id";

    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

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
            async connection =>
            {
                if (await connection.QuerySingleOrDefaultAsync<long?>("select id from chat.people where id = @person",
                    new { person }) is null) return null;
                var scope = await ScopeAsync(connection, person);
                var bytes = 0L;
                foreach (var sql in owners.Select(owner =>
                    owner.FilesSizeSql).OfType<string>()) bytes += await connection.QuerySingleAsync<long>(sql, scope);
                return bytes;
            },
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
                    var scope = await ScopeAsync(connection, person);
                    var parts = owners.SelectMany(owner => owner.Parts).ToList();
                    var profile = new JsonObject();
                    foreach (var part in parts.Where(part => !part.IsStream))
                    {
                        profile[part.Name] = await connection.QuerySingleOrDefaultAsync<string?>(part.Sql,
                            scope) is { } json ? JsonNode.Parse(json) : null;
                    }

                    await WriteAsync(zip, "profile.json", [profile.ToJsonString(_readable)], cancellationToken);

                    // Not held whole: a year's chat can be long.
                    foreach (var part in parts.Where(part => part.IsStream))
                    {
                        await WriteAsync(zip, part.Name + ".jsonl", connection.Query<string>(part.Sql, scope, buffered: false),
                            cancellationToken);
                    }

                    List<string> files = [];
                    foreach (var sql in owners.Select(owner =>
                        owner.FilesSql).OfType<string>()) files.AddRange(await connection.QueryAsync<string>(sql, scope));
                    return files;
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

    private static async Task<Scope> ScopeAsync(NpgsqlConnection connection, long person) =>
        new(person, [.. await connection.QueryAsync<long>(ConversationsSql, new { person })]);

    private static async Task WriteAsync(ZipArchive zip, string name, IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await using var writer = new StreamWriter(entry);
        foreach (var line in lines) await writer.WriteLineAsync(line.AsMemory(), cancellationToken);
    }

    // The parameters of owners' statements.
    private sealed record Scope(long Person, long[] Conversations);
}
