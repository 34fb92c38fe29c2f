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

    // Ids of incoming messages are known by the history. Those that the time of the erasure does not cover are kept as hashes, and so are
    // Twilio's, whose webhooks carry no time.
    private const string IdsSql =
        """
        insert into chat.heard (key, workspace_id, at)
        select distinct @gone || encode(sha256(convert_to('message:' || provider_id, 'UTF8')), 'hex'), @workspace, @since
        from chat.messages where conversation_id = any(@erased) and direction = 'in' and provider_id is not null and at >= @since
        on conflict do nothing;
        delete from chat.seen s using chat.messages m
        where m.conversation_id = any(@erased) and m.direction = 'in' and s.cause = 'message:' || m.provider_id and s.cause_at = m.at;
        update chat.heard h set key = @goneId || encode(sha256(convert_to(h.key, 'UTF8')), 'hex')
        from (select distinct split_part(provider_id, '/', 1) as sid from chat.messages
              where conversation_id = any(@erased) and direction = 'in' and provider_id is not null) m
        where h.key = 'twilio:' || m.sid;
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
        var traces = await LeftTraces.FindAsync(
            connection, keys, [.. Former('@').Append(username).OfType<string>()], conversations, cancellationToken);
        var others = (request.Others ?? []).Concat(partners).Concat(toldTo ?? []).Except(conversations).Distinct().Order().ToArray();
        var history = await OthersHistory.FindAsync(
            connection, others, [.. conversations], Former('=').Append(name).OfType<string>(), cancellationToken);
        return new Known(conversations, files, partners, traces, history);

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

        await known.History.ForgetAsync(connection, transaction);
        await RewrittenMessages.WriteAsync(connection, transaction, known.History.Ids, known.History.Summaries);
        await ExecuteAsync(OldIdsSql);
        await ExecuteAsync(IdsSql);
        foreach (var sql in owners.OrderBy(owner => owner.EraseOrder).Select(owner => owner.EraseSql).OfType<string>())
        {
            await connection.ExecuteAsync(new CommandDefinition(
                sql, new { Person = request.PersonId, Conversations = erased, Keys = keys, Workspace = workspace, Evidence = evidence },
                    transaction,
                commandTimeout: 60, cancellationToken: cancellationToken));
        }

        await ExecuteAsync(ReturnedSql);
        await known.Traces.EraseAsync(connection, transaction);

        Task<int> ExecuteAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(
            sql,
            new { request.PersonId, erased, keys, workspace, since, gone = GoneMessages.Prefix, goneId = FirstHeard.Gone },
            transaction, commandTimeout: 60, cancellationToken: cancellationToken));
    }

    // In a state, and in one that is parked, which is JSON within JSON.
    [GeneratedRegex("(?:conversation|joining)\\\\*\"\\s*:\\s*\\[?\\s*([0-9]{1,18}(?:\\s*,\\s*[0-9]{1,18})*)")]
    private static partial Regex Partners();

    private sealed record Known(
        List<long> Conversations, List<string> Files, List<long> Partners, LeftTraces Traces, OthersHistory History);
}
