using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>
/// What one message tells about someone known: a key of theirs that is new, that two people are one, that a number changed.
/// Runs under the keys' and the workspace's advisory locks.
/// </summary>
/// <remarks>
/// A person has one telephone at most, and one user id that they are addressed by; both are columns of chat.people, and belong to
/// nobody else of the workspace. Keys of chat.identities say whom a message is from: user ids for ever, since nobody else is given
/// them, telephones until they are left. Whatever is older than what the address was learnt from changes it no more.
/// </remarks>
internal sealed class KnownPerson(NpgsqlConnection connection, Holders holders, Arrival arrival, DateTimeOffset now, CancellationToken cancellationToken)
{
    private const string CreateSql =
        "insert into chat.people (workspace_id, name, created_at) values (@Workspace, @name, @now) returning id";

    // Of the person's conversations those on a number where the other has none go along as they are; where both have one,
    // it is closed, its waiting inputs follow, and its state is kept only if the other has none. Nothing is left with the person.
    private const string JoinSql =
        """
        with moved as (
          update chat.open_conversations o set person_id = @into
          where o.person_id = @person
            and not exists (select 1 from chat.open_conversations n where n.person_id = @into and n.number_id = o.number_id)
          returning o.conversation_id
        )
        update chat.conversations c set person_id = @into from moved where c.id = moved.conversation_id;

        update chat.conversations n
        set bot = o.bot, state = o.state, data = o.data, parked = o.parked, language = o.language, time_zone = o.time_zone,
            last_inbound_at = o.last_inbound_at, offered = o.offered, crisis_at = coalesce(n.crisis_at, o.crisis_at),
            version = n.version + 1
        from chat.open_conversations older
        join chat.open_conversations newer on newer.person_id = @into and newer.number_id = older.number_id
        join chat.conversations o on o.id = older.conversation_id
        where older.person_id = @person and n.id = newer.conversation_id and n.state = '' and n.version = 0;

        update chat.people n set erased_at = greatest(n.erased_at, o.erased_at) from chat.people o
        where n.id = @into and o.id = @person and o.erased_at is not null;

        update chat.conversations n set handed_over = true
        from chat.open_conversations older
        join chat.open_conversations newer on newer.person_id = @into and newer.number_id = older.number_id
        join chat.conversations o on o.id = older.conversation_id
        where older.person_id = @person and n.id = newer.conversation_id and o.handed_over and not n.handed_over;

        update chat.handovers h set conversation_id = newer.conversation_id
        from chat.open_conversations older
        join chat.open_conversations newer on newer.person_id = @into and newer.number_id = older.number_id
        where older.person_id = @person and h.conversation_id = older.conversation_id and h.closed_at is null
          and not exists (select 1 from chat.handovers x where x.conversation_id = newer.conversation_id and x.closed_at is null);

        update chat.conversations n set opt_out = o.opt_out
        from chat.open_conversations older
        join chat.open_conversations newer on newer.person_id = @into and newer.number_id = older.number_id
        join chat.conversations o on o.id = older.conversation_id
        where older.person_id = @person and n.id = newer.conversation_id and n.opt_out <> 'all' and o.opt_out <> 'none';

        with closed as (
          delete from chat.open_conversations older using chat.open_conversations newer
          where older.person_id = @person and newer.person_id = @into and newer.number_id = older.number_id
          returning older.conversation_id as id, newer.conversation_id as into_id
        )
        update chat.conversations o set closed_at = @now, merged_into = closed.into_id from closed where o.id = closed.id;

        update chat.conversations set person_id = @into where person_id = @person;

        update chat.inbox i set conversation_id = o.merged_into from chat.conversations o
        where o.person_id = @into and o.merged_into is not null and i.conversation_id = o.id;

        update chat.timers t set conversation_id = o.merged_into from chat.conversations o
        where o.person_id = @into and o.merged_into is not null and t.conversation_id = o.id
          and not exists (select 1 from chat.timers x where x.conversation_id = o.merged_into and x.name = t.name);

        update chat.marketing_consents n
        set given_at = o.given_at, source = o.source, wording = o.wording, language = o.language,
            taken_back_at = o.taken_back_at, taken_back_by = o.taken_back_by, changed_at = o.changed_at
        from chat.marketing_consents o
        where o.person_id = @person and n.person_id = @into and n.number_id = o.number_id and n.changed_at < o.changed_at;

        update chat.marketing_consents o set person_id = @into
        where o.person_id = @person
          and not exists (select 1 from chat.marketing_consents n where n.person_id = @into and n.number_id = o.number_id);

        update chat.people n set
          former = array(select unnest(n.former) union select unnest(o.former) union select f from unnest(array[
            '=' || o.name, '@' || o.username, '#' || o.wa_id, '#' || o.parent_user_id]) as f where f is not null),
          told_to = array(select unnest(n.told_to) union select unnest(o.told_to))
        from chat.people o where n.id = @into and o.id = @person;

        update chat.people set name = null, phone = null, user_id = null, username = null, parent_user_id = null, wa_id = null,
          former = null, told_to = null
        where id = @person;

        update chat.identities set person_id = @into where person_id = @person
        """;

    private long Workspace { get; } = arrival.WorkspaceId;

    private DateTime At { get; } = arrival.Message.At.UtcDateTime;

    /// <summary>Learns it.</summary>
    /// <returns>Whom the message is from, or about.</returns>
    public Task<long> LearnAsync() =>
        arrival.IsNews ? FollowAsync(arrival.Message.Sender, (SystemContent)arrival.Message.Content) : AddAsync(arrival.Message.Sender);

    // The person wrote, and so can be reached by the keys the message carries.
    private async Task<long> AddAsync(Sender sender)
    {
        var byUser = await FindAsync("user_id", sender.UserId);
        var byPhone = await FindAsync("phone", sender.Phone);

        // A number that comes with a new user id is a new person: it may have been given to someone else.
        var person = byUser ?? (byPhone?.CanBe(sender.UserId) == true ? byPhone : await CreateAsync());
        var (phone, userId) = (person.Phone, person.UserId);
        if (sender.UserId is not null)
        {
            if (byUser is null) Take("user_id", sender.UserId, person.Id);
            if (!IsPast(person)) userId ??= sender.UserId;
        }

        // Who is known by another user id now is not where they were under this one.
        if (sender.Phone is not null && sender.Phone != phone && !IsPast(person) && (sender.UserId is null || sender.UserId == userId)
            && await MayTakeAsync(byPhone, person))
        {
            Take("phone", sender.Phone, person.Id);
            phone = sender.Phone;
        }

        if ((phone, userId) != (person.Phone, person.UserId)) Address(person.Id, phone, userId, At);
        return person.Id;
    }

    // Whoever else has the number loses it, unless they have it since a later time. Who is known by nothing else, to someone of whom
    // no number is known, is them.
    private async Task<bool> MayTakeAsync(Holder? holder, Holder person)
    {
        if (holder is null || holder.Id == person.Id) return true;
        if (IsPast(holder)) return false;
        if (holder.UserId is null && person.Phone is null && person.UserId is not null) await JoinAsync(holder, person);
        return true;
    }

    // The channel tells that a person's telephone or user id has changed.
    private async Task<long> FollowAsync(Sender was, SystemContent news)
    {
        var isSamePhone = was.Phone is not null && was.Phone == news.NewPhone;
        var previous = was.UserId == news.NewUserId ? null : was.UserId;
        var byUser = await FindAsync("user_id", previous);
        var byPhone = await FindAsync("phone", was.Phone);
        var newUser = await FindAsync("user_id", news.NewUserId);
        var newPhone = await FindAsync("phone", news.NewPhone);
        var subject = byUser
            ?? (byPhone is not null && (isSamePhone ? byPhone.UserId is null || byPhone.UserId == news.NewUserId : byPhone.CanBe(previous))
                ? byPhone : null)
            ?? newUser
            ?? (newPhone is not null && IsPast(newPhone) ? newPhone : null)
            ?? await CreateAsync();

        // Both were keys of one person before.
        if (byUser is { Phone: null } && byPhone is { UserId: null } && byPhone.Id != byUser.Id && !isSamePhone && !IsPast(byPhone))
            await JoinAsync(byPhone, byUser);
        if (previous is not null && byUser is null) Take("user_id", previous, subject.Id);

        // Someone who was heard by the new user id after the change is them; the news are late.
        if (newUser is not null && newUser.Id != subject.Id && newUser.UserId == news.NewUserId && IsPast(newUser))
        {
            await JoinAsync(newUser, subject);
            var latest = subject.AddressAt > newUser.AddressAt ? subject : newUser;
            Address(subject.Id, latest.Phone, latest.UserId, latest.AddressAt!.Value);
            return subject.Id;
        }

        if (IsPast(subject))
        {
            if (news.NewUserId is not null && newUser is null) Take("user_id", news.NewUserId, subject.Id);
            return subject.Id;
        }

        var phone = PhoneAfter(subject, news, newPhone);

        // With the telephone the user id changes too, told or not.
        var userId = news.NewUserId ?? (phone == subject.Phone ? subject.UserId : null);
        if (news.NewUserId is not null) Take("user_id", news.NewUserId, subject.Id);
        Address(subject.Id, phone, userId, At);
        return subject.Id;
    }

    // A user id changes because the telephone does: where the new one is not told, none is known.
    private string? PhoneAfter(Holder subject, SystemContent news, Holder? holder)
    {
        if (news.NewPhone is null) return news.NewUserId == subject.UserId ? subject.Phone : null;
        if (holder is not null && holder.Id != subject.Id && IsPast(holder)) return null;
        Take("phone", news.NewPhone, subject.Id);
        return news.NewPhone;
    }

    // What this message tells was so before the person's address was learnt.
    private bool IsPast(Holder holder) => holder.AddressAt > At;

    private async Task<Holder?> FindAsync(string kind, string? value)
    {
        if (value is null) return null;
        var holder = await holders.FindAsync(new IdentityKey(Workspace, kind, value));

        // They had left it when this was written.
        return holder?.LeftAt <= At ? null : holder;
    }

    private async Task<Holder> CreateAsync() => new()
    {
        Id = await connection.QuerySingleAsync<long>(Command(CreateSql, new { Workspace, name = arrival.Message.Sender.Name, now = now.UtcDateTime })),
    };

    private async Task JoinAsync(Holder person, Holder into)
    {
        await holders.ForgetAsync();
        await connection.ExecuteAsync(Command(JoinSql, new { person = person.Id, into = into.Id, now = now.UtcDateTime }));
    }

    private void Take(string kind, string value, long person) => holders.Take(new IdentityKey(Workspace, kind, value), person, At);

    private void Address(long person, string? phone, string? userId, DateTime at) => holders.Address(person, phone, userId, at, At);

    private CommandDefinition Command(string sql, object parameters) => new(sql, parameters, cancellationToken: cancellationToken);
}
