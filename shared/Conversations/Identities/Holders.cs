using Dapper;
using Npgsql;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Identities;

/// <summary>A person as a key names them.</summary>
internal sealed class Holder
{
    public required long Id { get; init; }
    public string? Phone { get; init; }
    public string? UserId { get; init; }

    /// <summary>The provider's time of what the address was last learnt from; null: from before that was kept.</summary>
    public DateTime? AddressAt { get; init; }

    /// <summary>When they left the key.</summary>
    public DateTime? LeftAt { get; init; }

    /// <summary>Nothing says that they are someone else than the owner of this user id.</summary>
    public bool CanBe(string? userId) => userId is null || UserId is null || UserId == userId;
}

/// <summary>A telephone or user id of a workspace.</summary>
internal readonly record struct IdentityKey(long Workspace, string Kind, string Value)
{
    /// <summary>As the advisory lock names it.</summary>
    public override string ToString() => FormattableString.Invariant($"{Workspace}:{Kind}:{Value}");
}

/// <summary>
/// Whom keys name, read many at a time, and what is written of them, many statements at a time: thousands of changed numbers come in one webhook.
/// What is learnt of one may concern another, so whatever a write may have changed is read again.
/// </summary>
internal sealed class Holders(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    private const string FindSql =
        """
        select u.n as N, p.id as Id, p.phone as Phone, p.user_id as UserId, p.address_at as AddressAt, i.left_at as LeftAt
        from unnest(@workspaces, @kinds, @values) with ordinality as u(workspace_id, kind, value, n)
        join chat.identities i on i.workspace_id = u.workspace_id and i.kind = u.kind and i.value = u.value
        join chat.people p on p.id = i.person_id
        """;

    // Its holder before, if any, is addressed by it no more. That it was theirs, and until when, stays with them: an erasure asks for it.
    private const string TakeFromSql =
        """
        update chat.people p set phone = case when $2 = 'phone' and p.phone = $3 then null else p.phone end,
                                 user_id = case when $2 = 'user_id' and p.user_id = $3 then null else p.user_id end,
                                 former = array(select unnest(p.former)
                                   union select '<' || floor(extract(epoch from coalesce(i.left_at, $5))) || ' ' || $3)
        from chat.identities i
        where i.workspace_id = $1 and i.kind = $2 and i.value = $3 and p.id = i.person_id and p.id <> $4
        """;

    private const string TakeSql =
        """
        insert into chat.identities (workspace_id, kind, value, person_id) values ($1, $2, $3, $4)
        on conflict (workspace_id, kind, value) do update set person_id = excluded.person_id, left_at = null
        """;

    private const string LeaveSql =
        "update chat.identities set left_at = $3 where person_id = $1 and kind = 'phone' and left_at is null and value is distinct from $2";

    // What belonged to the address before goes with it.
    private const string AddressSql =
        """
        update chat.people set phone = $2, user_id = $3, address_at = greatest(address_at, $4),
               former = array(select unnest(former) union select '#' || f from unnest(array[
                 case when phone is distinct from $2 then wa_id end,
                 case when user_id is distinct from $3 then parent_user_id end]) as f
                 where f is not null),
               wa_id = case when phone is distinct from $2 then null else wa_id end,
               parent_user_id = case when user_id is distinct from $3 then null else parent_user_id end
        where id = $1
        """;

    private readonly Dictionary<IdentityKey, Holder?> _known = [];
    private readonly List<Action<NpgsqlBatch>> _writes = [];

    /// <summary>Reads whom keys name.</summary>
    public async Task LoadAsync(params IEnumerable<IdentityKey> keys)
    {
        await FlushAsync();
        var asked = keys.Distinct().ToArray();
        foreach (var key in asked) _known[key] = null;
        var rows = await connection.QueryAsync<long, Holder, (long N, Holder Holder)>(
            new CommandDefinition(
                FindSql,
                new
                {
                    workspaces = Array.ConvertAll(asked, key => key.Workspace), kinds = Array.ConvertAll(asked, key => key.Kind),
                    values = Array.ConvertAll(asked, key => key.Value),
                },
                cancellationToken: cancellationToken),
            (n, holder) => (n, holder));
        foreach (var (n, holder) in rows) _known[asked[n - 1]] = holder;
    }

    /// <summary>Whom a key names, though they may have left it; null: nobody.</summary>
    public async ValueTask<Holder?> FindAsync(IdentityKey key)
    {
        if (!_known.ContainsKey(key)) await LoadAsync(key);
        return _known[key];
    }

    /// <summary>A key becomes a person's; whoever had it is addressed by it no more.</summary>
    /// <param name="at">The provider's time of it.</param>
    public void Take(IdentityKey key, long person, DateTime at)
    {
        Changed(key, person);
        _writes.Add(batch => batch.Add(TakeFromSql).With(key.Workspace).With(key.Kind).With(key.Value).With(person).With(at));
        _writes.Add(batch => batch.Add(TakeSql).With(key.Workspace).With(key.Kind).With(key.Value).With(person));
    }

    /// <summary>A person is addressed so from now on, and has left their other telephones.</summary>
    /// <param name="at">The provider's time from which the address counts.</param>
    /// <param name="left">When the other telephones were left.</param>
    public void Address(long person, string? phone, string? userId, DateTime at, DateTime left)
    {
        Changed(null, person);
        _writes.Add(batch => batch.Add(LeaveSql).With(person).WithText(phone).With(left));
        _writes.Add(batch => batch.Add(AddressSql).With(person).WithText(phone).WithText(userId).With(at));
    }

    /// <summary>Writes what is to be written, in its order. What was read before may be wrong after what the caller does next.</summary>
    public async Task ForgetAsync()
    {
        await FlushAsync();
        _known.Clear();
    }

    /// <summary>Writes what is to be written, in its order.</summary>
    public async Task FlushAsync()
    {
        if (_writes.Count == 0) return;
        await using var batch = connection.CreateBatch();
        foreach (var write in _writes) write(batch);
        _writes.Clear();
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // The person, and whoever had the key. Where nobody knows who that is, nothing is known.
    private void Changed(IdentityKey? key, long person)
    {
        Holder? before = null;
        if (key is { } taken && !_known.Remove(taken, out before))
        {
            _known.Clear();
            return;
        }

        foreach (var (known, holder) in _known)
        {
            if (holder is not null && (holder.Id == person || holder.Id == before?.Id)) _known.Remove(known);
        }
    }
}
