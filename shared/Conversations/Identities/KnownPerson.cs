using Dapper;
using Npgsql;
using WhatsAppBots.Contracts.Incoming;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>
/// What a message tells about someone known: a key of theirs that is new, that two people are one, that a number changed.
/// Runs under the keys' advisory locks.
/// </summary>
internal static class KnownPerson
{
    private const string FindSql =
        """
        select i.person_id, p.user_id from chat.identities i join chat.people p on p.id = i.person_id
        where i.workspace_id = @workspace and i.kind = @kind and i.value = @value
        """;

    private const string PointSql =
        """
        insert into chat.identities (workspace_id, kind, value, person_id) values (@workspace, @kind, @value, @person)
        on conflict (workspace_id, kind, value) do update set person_id = excluded.person_id
        """;

    private const string CreateSql =
        "insert into chat.people (workspace_id, name, created_at) values (@workspace, @name, @now) returning id";

    // Of the older person's conversations those on a number where the other has none go along as they are; where both
    // have one, the older is closed, its waiting inputs follow, and its state is kept only if the other has none.
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
            last_inbound_at = o.last_inbound_at, offered = o.offered, version = n.version + 1
        from chat.open_conversations older
        join chat.open_conversations newer on newer.person_id = @into and newer.number_id = older.number_id
        join chat.conversations o on o.id = older.conversation_id
        where older.person_id = @person and n.id = newer.conversation_id and n.state = '' and n.version = 0;

        with closed as (
          delete from chat.open_conversations older using chat.open_conversations newer
          where older.person_id = @person and newer.person_id = @into and newer.number_id = older.number_id
          returning older.conversation_id as id, newer.conversation_id as into_id
        )
        update chat.conversations o set closed_at = @now, merged_into = closed.into_id from closed where o.id = closed.id;

        update chat.inbox i set conversation_id = o.merged_into from chat.conversations o
        where o.person_id = @person and o.merged_into is not null and i.conversation_id = o.id;

        update chat.timers t set conversation_id = o.merged_into from chat.conversations o
        where o.person_id = @person and o.merged_into is not null and t.conversation_id = o.id
          and not exists (select 1 from chat.timers x where x.conversation_id = o.merged_into and x.name = t.name);
        """;

    public static async Task LearnAsync(NpgsqlConnection connection, Arrival arrival, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (workspace, sender) = (arrival.WorkspaceId, arrival.Message.Sender);
        var byUser = await FindAsync(connection, workspace, "user_id", sender.UserId, cancellationToken);
        var byPhone = await FindAsync(connection, workspace, "phone", sender.Phone, cancellationToken);

        // A number that comes back with a new user id is a new person: the number may have been given to someone else.
        var person = byUser?.Person
            ?? (byPhone is { } known && (sender.UserId is null || known.UserId is null || known.UserId == sender.UserId)
                ? known.Person
                : await connection.QuerySingleAsync<long>(new CommandDefinition(
                    CreateSql, new { workspace, name = sender.Name, now = now.UtcDateTime }, cancellationToken: cancellationToken)));

        if (byPhone is { UserId: null } older && older.Person != person)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                JoinSql, new { person = older.Person, into = person, now = now.UtcDateTime }, cancellationToken: cancellationToken));
        }

        await PointAsync(connection, workspace, "user_id", sender.UserId, person, byUser?.Person, cancellationToken);
        await PointAsync(connection, workspace, "phone", sender.Phone, person, byPhone?.Person, cancellationToken);
        if (arrival.Message.Content is SystemContent system)
        {
            await PointAsync(connection, workspace, "user_id", system.NewUserId, person, null, cancellationToken);
            await PointAsync(connection, workspace, "phone", system.NewPhone, person, null, cancellationToken);
        }
    }

    private static async Task<(long Person, string? UserId)?> FindAsync(
        NpgsqlConnection connection, long workspace, string kind, string? value, CancellationToken cancellationToken)
    {
        if (value is null) return null;
        var found = await connection.QueryAsync<(long, string?)>(new CommandDefinition(
            FindSql, new { workspace, kind, value }, cancellationToken: cancellationToken));
        foreach (var row in found) return row;
        return null;
    }

    private static async Task PointAsync(
        NpgsqlConnection connection, long workspace, string kind, string? value, long person, long? before,
        CancellationToken cancellationToken)
    {
        if (value is null || before == person) return;
        await connection.ExecuteAsync(new CommandDefinition(
            PointSql, new { workspace, kind, value, person }, cancellationToken: cancellationToken));

        // The person's own columns are what messages are sent to; a key that moved away is nobody else's any more.
        var column = kind == "phone" ? "phone" : "user_id";
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update chat.people set {column} = null where {column} = @value and workspace_id = @workspace and id <> @person and id = @before;
            update chat.people set {column} = @value where id = @person
            """,
            new { workspace, value, person, before = before ?? 0 }, cancellationToken: cancellationToken));
    }
}
