using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Options;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Conversations.Events;
using WhatsAppBots.Conversations.Identities;
using WhatsAppBots.Data;
using WhatsAppBots.Hosting;
using WhatsAppBots.Media;

namespace WhatsAppBots.Maintenance.People;

/// <summary>
/// Erases a person who confirmed it, or who has long been gone: history, state, media, names and numbers. What stays is a keyed hash of the number on
/// the suppression list. Waits until the goodbye has gone, since it needs the number.
/// </summary>
internal sealed class PersonErasure(Database database, IMediaStore media, IOptions<SecretKey> secret, TimeProvider time) : IEventHandler
{
    private const string WaitingSql =
        """
        select exists (select 1 from chat.outbox o join chat.conversations c on c.id = o.conversation_id
                       where c.person_id = @PersonId)
        """;

    private const string MediaSql =
        """
        select m.store_key from chat.media m join chat.conversations c on c.id = m.conversation_id
        where c.person_id = @PersonId and m.store_key is not null
        """;

    private const string ConversationsSql = "select id from chat.conversations where person_id = @PersonId";

    private const string EraseSql =
        """
        delete from chat.outbox where conversation_id = any(@erased);
        delete from chat.consents where conversation_id = any(@erased);
        delete from chat.statuses s using chat.messages m where m.conversation_id = any(@erased) and s.message_id = m.id;
        delete from chat.messages where conversation_id = any(@erased);
        delete from chat.media where conversation_id = any(@erased);
        delete from chat.timers where conversation_id = any(@erased);
        delete from chat.inbox where conversation_id = any(@erased);
        delete from events.dead_letters where conversation_id = any(@erased);
        delete from chat.conversations where id = any(@erased);
        update chat.marketing_consents set person_id = null, person_hash = @evidence where person_id = @PersonId;
        delete from chat.people where id = @PersonId;
        """;

    private const string SuppressSql =
        """
        insert into chat.suppressed (workspace_id, hash, since) values (@workspace, @hash, @now) on conflict do nothing
        """;

    /// <inheritdoc/>
    public string Receiver => Apps.Maintenance;

    /// <inheritdoc/>
    public string Type => EventTypes.ErasureRequested;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var request = e.Data.Deserialize(ContractsJson.Default.ErasureRequested)!;
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        if (await connection.QuerySingleAsync<bool>(WaitingSql, request))
        {
            throw new InvalidOperationException("The person's last messages have not gone yet.");
        }

        foreach (var key in await connection.QueryAsync<string>(MediaSql, request)) await media.DeleteAsync(key, cancellationToken);
        var conversations = (await connection.QueryAsync<long>(ConversationsSql, request)).ToList();
        var phone = await connection.QuerySingleOrDefaultAsync<string>("select phone from chat.people where id = @PersonId", request);
        var evidence = phone ?? await connection.QuerySingleOrDefaultAsync<string>("select user_id from chat.people where id = @PersonId", request);
        return new EventOutcome(async (effect, transaction, token) =>
        {
            if (phone is not null && request.Suppress)
            {
                await effect.ExecuteAsync(
                    SuppressSql, new { workspace = e.Workspace, hash = Hash(phone), now = time.GetUtcNow().UtcDateTime }, transaction);
            }

            // As many as there are now; from the lock on nobody adds to what is theirs.
            var erased = (await effect.QueryAsync<long>(ConversationsSql, request, transaction)).Order().ToArray();
            await ErasureLock.TakeAsync(effect, transaction, erased, token);
            await effect.ExecuteAsync(EraseSql, new { request.PersonId, erased, evidence = evidence is null ? null : Hash(evidence) }, transaction);
        }, CloudEvent.Of(
            $"{e.Id}/erased", Apps.Maintenance, EventTypes.PersonErased, e.Workspace, null, null, time.GetUtcNow(), new(conversations),
            ContractsJson.Default.PersonErased));
    }

    private byte[] Hash(string phone) => HMACSHA256.HashData(secret.Value.Bytes, Encoding.UTF8.GetBytes(phone));
}
