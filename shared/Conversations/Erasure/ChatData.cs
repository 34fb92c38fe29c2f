using WhatsAppBots.Contracts.People;

namespace WhatsAppBots.Conversations.Erasure;

/// <summary>What the engine keeps about people: who they are, what was said, what they agreed to.</summary>
internal sealed class ChatData : IPersonData, IRetention
{
    private const string PersonSql =
        """
        select to_jsonb(x) from (
          select id, name, phone, user_id, username, parent_user_id, wa_id, former, told_to, address_at, unreachable_at, erased_at,
              created_at
          from chat.people where id = @Person) x
        """;

    private const string ConversationsSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select id, person_id, number_id, bot, state, data, parked, language, time_zone, opt_out, handed_over, version, last_inbound_at,
              offered,
                 heard_until, crisis_at, closed_at, merged_into, created_at
          from chat.conversations where id = any(@Conversations) order by id) x
        """;

    private const string ConsentsSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select id, conversation_id, kind, version, wording, language, at, taken_back_at from chat.consents
          where conversation_id = any(@Conversations) order by id) x
        """;

    private const string RatingsSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select id, conversation_id, bot, number, order_id, title, stars, feedback, at from chat.ratings
          where conversation_id = any(@Conversations) order by id) x
        """;

    private const string HandOversSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select id, conversation_id, opened_at, reason, opened_by, closed_at, close_reason, closed_by from chat.handovers
          where conversation_id = any(@Conversations) order by id) x
        """;

    private const string MarketingSql =
        """
        select jsonb_agg(to_jsonb(x)) from (
          select id, person_id, number_id, given_at, source, wording, language, taken_back_at, taken_back_by,
              changed_at from chat.marketing_consents
          where person_id = @Person order by id) x
        """;

    private const string MessagesSql =
        """
        select jsonb_build_object('at', m.at, 'direction', m.direction, 'type', m.type, 'text', m.summary)::text
        from chat.messages m where m.conversation_id = any(@Conversations) order by m.id
        """;

    private const string EraseStart =
        """
        delete from chat.outbox where conversation_id = any(@Conversations);
        delete from chat.status_news where conversation_id = any(@Conversations);
        delete from chat.consents where conversation_id = any(@Conversations);
        delete from chat.handovers where conversation_id = any(@Conversations);
        update chat.ratings set conversation_id = null, number = null, order_id = null, title = null, feedback = null,
            at = date_trunc('month', at)
        where conversation_id = any(@Conversations);
        delete from chat.statuses s using chat.messages m where m.conversation_id = any(@Conversations) and s.message_id = m.id;
        delete from chat.statuses where message_id is null and recipient = any(@Keys);
        delete from chat.messages where conversation_id = any(@Conversations);
        delete from chat.timers where conversation_id = any(@Conversations);
        delete from chat.inbox where conversation_id = any(@Conversations);
        """;

    private const string EraseEnd =
        """
        delete from chat.conversations where id = any(@Conversations);
        update chat.marketing_consents set person_id = null, person_hash = @Evidence where person_id = @Person;
        delete from chat.people where id = @Person;
        """;

    // Twilio's messages carry no time: that they were heard is remembered for ever, as payments are. So is what was asked to be erased,
    // and, dated for ever, an update without a time.
    private const string HeardSql =
        """
        delete from chat.heard
        where at < @before and key not like 'gone:%' and key not like 'gone-id:%' and (key not like 'twilio:%' or key like 'twilio:%/%')
        """;

    // Written in the very moment of an erasure by a process that had not heard of it.
    private const string OrphansSql =
        """
        delete from chat.inbox i where not exists (select 1 from chat.conversations c where c.id = i.conversation_id);
        delete from chat.messages m where m.stored_at > @before and not exists (select 1 from chat.conversations c where c.id = m.conversation_id);
        delete from chat.statuses s where s.at > @before and s.message_id is not null and s.raw is not null
          and not exists (select 1 from chat.messages m where m.id = s.message_id);
        """;

    // The release before this one, while it ran beside it, could leave a person a key that is somebody else's.
    private const string KeysSql =
        """
        update chat.people p set phone = null from chat.identities i
        where i.workspace_id = p.workspace_id and i.kind = 'phone' and i.value = p.phone and i.person_id <> p.id;
        update chat.people p set user_id = null from chat.identities i
        where i.workspace_id = p.workspace_id and i.kind = 'user_id' and i.value = p.user_id and i.person_id <> p.id;
        update chat.identities i set left_at = now() from chat.people p
        where p.id = i.person_id and i.kind = 'phone' and i.left_at is null and p.phone is distinct from i.value;
        """;

    // Yesterday's no longer count.
    private const string AiTurnsSql = "delete from chat.ai_turns where day < (@before at time zone 'UTC')::date";

    private static readonly TimeSpan _turnsKept = TimeSpan.FromDays(1);

    // More than a week, so that none is missed between two cleanups.
    private static readonly TimeSpan _orphansSince = TimeSpan.FromDays(9);

    /// <inheritdoc/>
    public IReadOnlyList<string> Tables =>
    [
        "chat.people", "chat.identities", "chat.leaving", "chat.conversations", "chat.open_conversations", "chat.consents",
            "chat.marketing_consents",
        "chat.ratings", "chat.handovers", "chat.messages", "chat.statuses", "chat.status_news",
        "chat.outbox", "chat.inbox", "chat.timers", "chat.ai_turns",
    ];

    /// <inheritdoc/>
    public IReadOnlyList<PersonPart> Parts =>
    [
        new("person", PersonSql), new("conversations", ConversationsSql), new("consents", ConsentsSql), new("ratings", RatingsSql),
        new("handovers", HandOversSql),
        new("marketing", MarketingSql), new("messages", MessagesSql, IsStream: true),
    ];

    /// <inheritdoc/>
    public string EraseSql => EraseStart + "\n" + EraseEnd;

    /// <inheritdoc/>
    public int EraseOrder => int.MaxValue;

    /// <inheritdoc/>
    public IReadOnlyList<string> BusyTables =>
        ["chat.conversations", "chat.people", "chat.identities", "chat.inbox", "chat.outbox", "chat.timers", "chat.status_news"];

    /// <inheritdoc/>
    public IReadOnlyList<RetentionRule> Rules(RetentionPeriods kept) =>
    [
        new(null, HeardSql, kept.Messages > kept.Updates ? kept.Messages : kept.Updates),
        new(null, KeysSql, TimeSpan.Zero),
        new(null, AiTurnsSql, _turnsKept),
        new(null, OrphansSql, _orphansSince),
    ];
}
