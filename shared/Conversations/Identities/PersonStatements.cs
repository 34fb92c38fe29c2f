using Npgsql;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>What the channels tell of people who need not have written: names beside statuses, and what they want to get.</summary>
internal static class PersonStatements
{
    // Read by their keys, and written only where it is news: a status comes with each step of each message. One that is delivered again
    // must not bring back a username of before.
    private const string TellSql =
        """
        update chat.people p
        set username = coalesce(u.username, p.username), parent_user_id = coalesce(u.parent_user_id, p.parent_user_id),
            wa_id = coalesce(u.wa_id, p.wa_id),
            former = case when cardinality(p.former) >= 100 then p.former
                          else array(select unnest(p.former) union select f from unnest(array[
                            case when p.username <> u.username then '@' || p.username end,
                            case when p.wa_id <> u.wa_id then '#' || p.wa_id end,
                            case when p.parent_user_id <> u.parent_user_id then '#' || p.parent_user_id end]) as f where f is not null) end
        from (
          select u.*, (select i.person_id from chat.identities i
                       where i.workspace_id = u.workspace_id and i.left_at is null
                         and i.kind = case when u.user_id is null then 'phone' else 'user_id' end and i.value = coalesce(u.user_id, u.phone)) as person_id
          from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
            as u(workspace_id, user_id, phone, username, parent_user_id, wa_id, provider_id, status, at)
          where exists (select 1 from chat.statuses s
                        where s.provider_id = u.provider_id and s.status = u.status and s.at = u.at and s.received_at = $10)
          offset 0) u
        where p.id = u.person_id and (u.user_id is null or u.user_id = p.user_id)
          and (coalesce(u.username, p.username), coalesce(u.parent_user_id, p.parent_user_id), coalesce(u.wa_id, p.wa_id))
              is distinct from (p.username, p.parent_user_id, p.wa_id)
        """;

    // Of a person known by both keys the user id counts. The latest wish holds, and of two at once the one to stop. A wish that is
    // older than the person is from before their erasure, delivered again. The provider's time has whole seconds.
    private const string PreferSql =
        """
        insert into chat.marketing_consents as old
          (workspace_id, person_id, number_id, given_at, source, wording, taken_back_at, taken_back_by, changed_at)
        select distinct on (person_id, number_id) workspace_id, person_id, number_id,
               case when wants then at end, case when wants then 'user_preferences' end, case when wants then wording end,
               case when not wants then at end, case when not wants then 'user_preferences' end, at
        from (
          select u.*, coalesce(
                   (select i.person_id from chat.identities i
                    where i.workspace_id = u.workspace_id and i.kind = 'user_id' and i.value = u.user_id),
                   (select i.person_id from chat.identities i join chat.people p on p.id = i.person_id
                    where i.workspace_id = u.workspace_id and i.kind = 'phone' and i.value = u.phone
                      and (i.left_at is null or u.at < i.left_at) and (u.user_id is null or p.user_id is null))) as person_id
          from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bool[], $6::timestamptz[], $7::text[])
            as u(workspace_id, number_id, user_id, phone, wants, at, wording)) u
        where (select date_trunc('second', p.created_at) from chat.people p where p.id = u.person_id) <= u.at
        order by person_id, number_id, at desc, wants
        on conflict (person_id, number_id) do update
        set given_at = coalesce(excluded.given_at, old.given_at), source = coalesce(excluded.source, old.source),
            wording = case when excluded.given_at is null then old.wording else excluded.wording end,
            language = case when excluded.given_at is null then old.language end,
            taken_back_at = excluded.taken_back_at, taken_back_by = excluded.taken_back_by, changed_at = excluded.changed_at
        where old.changed_at < excluded.changed_at or (old.changed_at = excluded.changed_at and excluded.taken_back_at is not null)
        """;

    /// <summary>Keeps what statuses tell of their recipients besides the keys.</summary>
    /// <param name="now">When the statuses were stored, in the same transaction.</param>
    public static void Tell(NpgsqlBatch batch, IEnumerable<MessageStatus> statuses, Numbers numbers, DateTimeOffset now)
    {
        var rows = statuses
            .Where(status => status.Contact is { } contact && (contact.Username ?? contact.ParentUserId ?? contact.WaId) is not null)
            .Select(status => (Workspace: numbers.WorkspaceOf(status.NumberId), Contact: status.Contact!, Status: status))
            .DistinctBy(row => (row.Workspace, row.Contact.UserId ?? row.Contact.Phone)).ToArray();
        if (rows.Length == 0) return;
        batch.Add(TellSql)
            .With(Array.ConvertAll(rows, row => row.Workspace))
            .WithTexts(Array.ConvertAll(rows, row => row.Contact.UserId))
            .WithTexts(Array.ConvertAll(rows, row => row.Contact.Phone))
            .WithTexts(Array.ConvertAll(rows, row => row.Contact.Username))
            .WithTexts(Array.ConvertAll(rows, row => row.Contact.ParentUserId))
            .WithTexts(Array.ConvertAll(rows, row => row.Contact.WaId))
            .With(Array.ConvertAll(rows, row => row.Status.MessageId))
            .With(Array.ConvertAll(rows, row => row.Status.Status))
            .With(Array.ConvertAll(rows, row => row.Status.At.UtcDateTime))
            .WithTime(now);
    }

    /// <summary>Keeps what people want of a business number's marketing. Of who is unknown nothing is kept: without consent they get none.</summary>
    public static void Prefer(NpgsqlBatch batch, IReadOnlyList<MarketingPreference> preferences, Numbers numbers)
    {
        if (preferences.Count == 0) return;
        var rows = preferences.ToArray();
        batch.Add(PreferSql)
            .With(Array.ConvertAll(rows, row => numbers.WorkspaceOf(row.NumberId)))
            .With(Array.ConvertAll(rows, row => row.NumberId))
            .WithTexts(Array.ConvertAll(rows, row => row.Person.UserId))
            .WithTexts(Array.ConvertAll(rows, row => row.Person.Phone))
            .With(Array.ConvertAll(rows, row => row.Wants))
            .With(Array.ConvertAll(rows, row => row.At.UtcDateTime))
            .WithTexts(Array.ConvertAll(rows, row => row.Wording));
    }
}
