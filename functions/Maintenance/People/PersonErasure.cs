using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.People;
using WhatsAppBots.Conversations.Erasure;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Conversations.Inbox;
using WhatsAppBots.Data;
using WhatsAppBots.Desk.Search;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Maintenance.People;

/// <summary>
/// Erases a person who confirmed it, or who has long been gone: history, state, media, names, numbers, and every id from which a number
/// can be read. What stays is a keyed hash of each number and user id with the time, by which a repetition is recognised. Waits a while
/// for the goodbye to go, since it needs the number.
/// </summary>
internal sealed partial class PersonErasure(
    Database database, IMediaStore media, ArchiveShelf archives, IOptions<SecretKey> secret, IEnumerable<IPersonData> owners,
        TimeProvider time)
    : IEventHandler
{
    // A number whose sending has stopped keeps nobody's data.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private const string WaitingSql =
        """
        select exists (select 1 from chat.outbox o join chat.conversations c on c.id = o.conversation_id
                       where c.person_id = @PersonId)
        """;

    private const string ConversationsSql = "select id from chat.conversations where person_id = @PersonId";

    private const string StatesSql = "select data::text || parked::text from chat.conversations where person_id = @PersonId";

    private const string KeysSql =
        """
        select value from chat.identities where person_id = @PersonId
        union select value from chat.leaving where person_id = @PersonId
        union select phone from chat.people where id = @PersonId and phone is not null
        union select wa_id from chat.people where id = @PersonId and wa_id is not null
        union select user_id from chat.people where id = @PersonId and user_id is not null
        union select parent_user_id from chat.people where id = @PersonId and parent_user_id is not null
        union select substr(f, 2) from chat.people, unnest(former) as f where id = @PersonId and f like '#%'
        """;

    // Whoever was told may have been joined with somebody since: later news went on to the conversation that theirs was closed for.
    private const string JoinedSql =
        """
        with recursive o(id) as (
          select unnest(@told) union select c.merged_into from chat.conversations c join o on c.id = o.id where c.merged_into is not null
        )
        select id from o
        """;

    private const string NamesSql = "select name, username, former, told_to from chat.people where id = @PersonId";

    private const string SuppressSql =
        """
        insert into chat.suppressed as s (workspace_id, hash, since, asked) values (@workspace, @hash, @since, @Suppress)
        on conflict (workspace_id, hash) do update set since = greatest(s.since, excluded.since), asked = s.asked or excluded.asked
        """;

    // Who wrote again before this was done has new rows by now.
    private const string ReturnedSql =
        """
        update chat.people p set erased_at = greatest(p.erased_at, @since)
        where p.id <> @PersonId and p.id in (select person_id from chat.identities where workspace_id = @workspace and value = any(@keys))
        """;

    // Numbers that are somebody else's by now. What is dated before they left was the person's.
    private const string LeftSql =
        """
        update chat.people p set erased_at = greatest(p.erased_at, u.at)
        from unnest(@left, @until) as u(key, at) join chat.identities i on i.workspace_id = @workspace and i.value = u.key
        where p.id = i.person_id and p.id <> @PersonId;
        delete from chat.statuses s using unnest(@left, @until) as u(key, at)
        where s.message_id is null and s.recipient = u.key and s.at < u.at;
        """;

    // Ids of incoming messages are known by the history. Those that the time of the erasure does not cover are kept as hashes, and so are
    // Twilio's, whose webhooks carry no time.
    private const string MessagesSql =
        """
        select distinct provider_id, at >= @since from chat.messages
        where conversation_id = any(@erased) and direction = 'in' and provider_id is not null
        """;

    private const string IdsSql =
        """
        insert into chat.heard (key, workspace_id, at) select distinct key, @workspace, @since from unnest(@gone) as key
        on conflict do nothing;
        with ids as (
          delete from chat.heard h using unnest(@heard, @goneIds) as u(key, gone) where h.key = u.key returning u.gone, h.workspace_id, h.at
        )
        insert into chat.heard (key, workspace_id, at) select gone, workspace_id, at from ids on conflict do nothing;
        delete from chat.seen s using chat.messages m
        where m.conversation_id = any(@erased) and m.direction = 'in' and s.cause = 'message:' || m.provider_id and s.cause_at = m.at;
        delete from chat.heard h using chat.statuses s, chat.messages m
        where m.conversation_id = any(@erased) and s.message_id = m.id and h.key = 'twilio:' || s.provider_id || '/' || s.status;
        """;

    // Releases before made ids of events of ids of messages.
    private const string OldIdsSql =
        """
        delete from events.consumed c using (
          select distinct provider_id from chat.messages where conversation_id = any(@erased) and direction = 'in' and provider_id is not null) m
        where c.event_id like '%wamid.%' and m.provider_id = substring(c.event_id from 'wamid\.[A-Za-z0-9+/=_-]*?(?=/(?:\d+|media|erase)|$)')
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Maintenance;

    /// <inheritdoc/>
    public string Type => EventTypes.ErasureRequested;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var request = e.Data.Deserialize(ContractsJson.Default.ErasureRequested)!;
        var known = await LookAsync(e, request, cancellationToken);
        foreach (var file in known.Files) await media.DeleteAsync(file, cancellationToken);
        return new EventOutcome(
            (connection, transaction, token) => EraseAsync(connection, transaction, e, request, known, token),
            [
                CloudEvent.Of(
                    $"{e.Id}/erased", Apps.Maintenance, EventTypes.PersonErased, e.Workspace, null, null, time.GetUtcNow(), new(known.Conversations),
                    ContractsJson.Default.PersonErased),
                .. known.Partners.Select(other => CloudEvent.Of(
                    FormattableString.Invariant($"{e.Id}/left/{other}"), Apps.Maintenance, EventTypes.PartnerNews, e.Workspace, other, "habits", time.GetUtcNow(),
                    new PartnerNews(other, known.Conversations[0], PartnerNewsKinds.Left, null), ContractsJson.Default.PartnerNews)),
            ])
        {
            // Once nobody can build it again.
            After = _ =>
            {
                archives.Forget(PersonExport.ArchiveOf(request.PersonId));
                return Task.CompletedTask;
            },
        };
    }

    private async Task<Known> LookAsync(CloudEvent e, ErasureRequested request, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        if (time.GetUtcNow() - e.Time < _patience && await connection.QuerySingleAsync<bool>(WaitingSql, request))
        {
            throw new InvalidOperationException("The person's last messages have not gone yet.");
        }

        await PlainKeys.HashAsync(connection, secret.Value, cancellationToken);
        var conversations = (await connection.QueryAsync<long>(ConversationsSql, request)).ToList();
        var (name, username, former, toldTo) =
            await connection.QuerySingleOrDefaultAsync<(string?, string?, string[]?, long[]?)>(NamesSql, request);
        List<string> files = [];
        foreach (var sql in owners.Select(owner => owner.ErasedFilesSql).OfType<string>())
        {
            files.AddRange(await connection.QueryAsync<string>(sql, new
            {
                Person = request.PersonId,
                Conversations = conversations.ToArray()
            }));
        }


        // Those whom the conversation that asked for it knows were told in the same turn; not those of other numbers, nor of who was long gone.
        var partners = (await connection.QueryAsync<string>(StatesSql, request)).SelectMany(state => Partners().Matches(state))
            .SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries)).Select(id => long.Parse(id, CultureInfo.InvariantCulture))
            .Except(conversations).Except(request.Others ?? []).Distinct().ToList();
        var keys = (await connection.QueryAsync<string>(KeysSql, request)).ToHashSet();
        var left = Former('<').Select(LeftKey.Read).Where(each => !keys.Contains(each.Key)).GroupBy(each => each.Key)
            .Select(each => new LeftKey(each.Key, each.Max(key => key.At))).ToList();
        var traces = await LeftTraces.FindAsync(
            connection, keys, left, [.. Former('@').Append(username).OfType<string>()], conversations, cancellationToken);
        var told = (request.Others ?? []).Concat(partners).Concat(toldTo ?? []).Distinct().ToArray();
        var others = (await connection.QueryAsync<long>(JoinedSql, new { told })).Except(conversations).Order().ToArray();
        var history = await OthersHistory.FindAsync(
            connection, others, [.. conversations], Former('=').Append(name).OfType<string>(), cancellationToken);
        return new Known(conversations, files, partners, left, traces, history);

        IEnumerable<string> Former(char kind) => (former ?? []).Where(each => each[0] == kind).Select(each => each[1..]);
    }

    private async Task EraseAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, CloudEvent e, ErasureRequested request, Known known, CancellationToken cancellationToken)
    {
        // As many as there are now; from the lock on nobody adds to what is theirs.
        var erased = (await connection.QueryAsync<long>(ConversationsSql, request, transaction)).Order().ToArray();
        await ErasureLock.TakeAsync(connection, transaction, erased, cancellationToken);
        var keys = (await connection.QueryAsync<string>(KeysSql, request, transaction)).Order(StringComparer.Ordinal).ToArray();
        var workspace = e.Workspace;
        var since = (request.At ?? e.Time).UtcDateTime;

        // Consents to marketing stay as evidence of whom they were from, by a keyed hash alone.
        var evidence = keys.Length > 0 ? secret.Value.Hash(keys[0]) : null;
        foreach (var key in keys)
        {
            await connection.ExecuteAsync(SuppressSql, new { workspace, hash = secret.Value.Hash(key), since, request.Suppress }, transaction);
        }

        foreach (var (key, at) in known.Left)
        {
            var hash = secret.Value.Hash(key);
            await connection.ExecuteAsync(SuppressSql, new { workspace, hash, since = at, request.Suppress }, transaction);
        }

        await known.History.ForgetAsync(connection, transaction);
        await RewrittenMessages.WriteAsync(connection, transaction, known.History.Ids, known.History.Summaries);
        await ExecuteAsync(OldIdsSql);
        await ForgetIdsAsync();
        foreach (var sql in owners.OrderBy(owner => owner.EraseOrder).Select(owner => owner.EraseSql).OfType<string>())
        {
            await connection.ExecuteAsync(new CommandDefinition(
                sql, new { Person = request.PersonId, Conversations = erased, Keys = keys, Workspace = workspace, Evidence = evidence },
                    transaction,
                commandTimeout: 60, cancellationToken: cancellationToken));
        }

        await ExecuteAsync(ReturnedSql);
        await connection.ExecuteAsync(
            LeftSql,
            new
            {
                request.PersonId, workspace, left = known.Left.Select(each => each.Key).ToArray(),
                until = known.Left.Select(each => each.At).ToArray(),
            },
            transaction);
        await known.Traces.EraseAsync(connection, transaction);

        CommandDefinition Command(string sql, object parameters) =>
            new(sql, parameters, transaction, commandTimeout: 60, cancellationToken: cancellationToken);

        Task<int> ExecuteAsync(string sql) => connection.ExecuteAsync(Command(sql, new { request.PersonId, erased, keys, workspace, since }));

        async Task ForgetIdsAsync()
        {
            var ids = (await connection.QueryAsync<(string Id, bool IsAfter)>(Command(MessagesSql, new { erased, since }))).ToList();
            var gone = ids.Where(each => each.IsAfter)
                .Select(each => HeardKeys.Of(secret.Value, HeardKeys.Gone, "message:" + each.Id)).ToArray();
            var heard = ids.Select(each => "twilio:" + each.Id.Split('/')[0]).Distinct().ToArray();
            var goneIds = Array.ConvertAll(heard, key => HeardKeys.Of(secret.Value, HeardKeys.GoneId, key));
            await connection.ExecuteAsync(Command(IdsSql, new { erased, workspace, since, gone, heard, goneIds }));
        }
    }

    // In a state, and in one that is parked, which is JSON within JSON.
    [GeneratedRegex("(?:conversation|joining)\\\\*\"\\s*:\\s*\\[?\\s*([0-9]{1,18}(?:\\s*,\\s*[0-9]{1,18})*)")]
    private static partial Regex Partners();

    private sealed record Known(
        List<long> Conversations, List<string> Files, List<long> Partners, List<LeftKey> Left, LeftTraces Traces, OthersHistory History);
}
