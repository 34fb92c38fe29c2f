using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Access.Store;

/// <summary>Member of the workspace.</summary>
/// <param name="State"><c>active</c> or <c>inactive</c>.</param>
/// <param name="Numbers">Business numbers whose conversations they see; null: all.</param>
public sealed record MemberView(
    long Id, string Email, string Name, string Role, IReadOnlyList<string>? Numbers, string State, bool HasSecondFactor,
        DateTimeOffset CreatedAt);

/// <summary>Invitation.</summary>
/// <param name="State"><c>open</c>, <c>accepted</c>, <c>withdrawn</c> or <c>ended</c>.</param>
public sealed record InvitationView(
    long Id, string Email, string Role, IReadOnlyList<string>? Numbers, string? InvitedBy, DateTimeOffset CreatedAt,
        DateTimeOffset ExpiresAt, string State);

/// <summary>Change of a member; what is null stays as it is.</summary>
public sealed record MemberChange(Role? Role, string? State, bool SetsNumbers, IReadOnlyList<string>? Numbers);

/// <summary>What became of a change.</summary>
public abstract record ChangeOutcome
{
    /// <summary>It was made.</summary>
    public sealed record Done(MemberView Member) : ChangeOutcome;

    /// <summary>There is no such member.</summary>
    public sealed record Missing : ChangeOutcome;

    /// <summary>It may not be made.</summary>
    /// <param name="Why">A sentence for the caller.</param>
    public sealed record Refused(string Why) : ChangeOutcome;
}

/// <summary>Members of the caller's workspace, and who was invited to become one.</summary>
public sealed class MemberStore(Workspace workspace, AuditLog audit, TimeProvider time)
{
    /// <summary>How long an invitation is good for.</summary>
    public static readonly TimeSpan InvitationLives = TimeSpan.FromHours(72);

    private const string MemberColumns =
        """
        select u.id, u.email, u.name, m.role, m.numbers, m.state, u.totp_since is not null as HasSecondFactor, m.created_at as CreatedAt
        from auth.memberships m join auth.users u on u.id = m.user_id
        """;

    private const string ListSql =
        MemberColumns + " where @After::bigint is null or u.id < @After order by u.id desc limit @Limit";

    private const string OneSql = MemberColumns + " where u.id = @id for update of m";

    // Who was given another role or state by people is not the provider's any more.
    private const string ChangeSql =
        """
        update auth.memberships set role = @role, numbers = @numbers, state = @state,
          from_provider = from_provider and (role, state) = (@role, @state)
        where user_id = @id
        """;

    private const string InviteSql =
        """
        insert into auth.invitations (token_hash, workspace_id, email, role, numbers, invited_by, created_at, expires_at)
        values (@hash, @workspace, @email, @role, @numbers, @by, @now, @expires) returning id
        """;

    private const string IsMemberSql =
        "select exists (select 1 from auth.memberships m join auth.users u on u.id = m.user_id where u.email = @email)";

    private const string IsOneSql = "select exists (select 1 from auth.memberships where user_id = @id)";

    private const string InvitationsSql =
        """
        select i.id, i.email, i.role, i.numbers, u.name as InvitedBy, i.created_at as CreatedAt, i.expires_at as ExpiresAt,
               i.accepted_at as AcceptedAt, i.withdrawn_at as WithdrawnAt
        from auth.invitations i left join auth.users u on u.id = i.invited_by
        where @After::bigint is null or i.id < @After order by i.id desc limit @Limit
        """;

    private const string WithdrawSql =
        "update auth.invitations set withdrawn_at = @now where id = @id and accepted_at is null and withdrawn_at is null returning email";

    /// <summary>A page of members.</summary>
    public Task<Page<MemberView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.PageAsync<Row, MemberView>(ListSql, page, View, item => item.Id, cancellationToken);

    /// <summary>Tells whether somebody is a member, active or not.</summary>
    public Task<bool> IsOneAsync(long id, CancellationToken cancellationToken) => workspace.RunAsync(
        (connection, transaction) => connection.QuerySingleAsync<bool>(IsOneSql, new { id }, transaction), cancellationToken);

    /// <summary>Invites somebody.</summary>
    /// <returns>The invitation's id and token, which is told once; null where they are a member.</returns>
    public Task<(long Id, string Token)?> InviteAsync(
        string email, Role role, IReadOnlyList<string>? numbers, CancellationToken cancellationToken) =>
            workspace.RunAsync<(long, string)?>(
        async (connection, transaction) =>
        {
            if (await connection.QuerySingleAsync<bool>(IsMemberSql, new { email }, transaction)) return null;
            var (token, now) = (Secrets.Make(), time.GetUtcNow());
            var id = await connection.QuerySingleAsync<long>(
                InviteSql,
                new
                {
                    hash = Secrets.Hash(token), workspace = workspace.View.Workspace, email, role = role.Name(), numbers =
                        numbers?.ToArray(),
                    by = workspace.View.UserId, now = now.UtcDateTime, expires = (now + InvitationLives).UtcDateTime,
                },
                transaction);
            await audit.AddAsync(connection, transaction,
                new AuditEntry("Invite", $"invitation {id}", After: new { email, role = role.Name(), numbers }));
            return (id, token);
        },
        cancellationToken);

    /// <summary>A page of invitations, the newest first.</summary>
    public Task<Page<InvitationView>> InvitationsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return workspace.PageAsync<InvitationRow, InvitationView>(
            InvitationsSql, page,
            row => new(
                row.Id, row.Email, row.Role, row.Numbers, row.InvitedBy, row.CreatedAt, row.ExpiresAt,
                row.AcceptedAt is not null ? "accepted" : row.WithdrawnAt is not null ? "withdrawn" : row.ExpiresAt <= now ? "ended"
                    : "open"),
            item => item.Id, cancellationToken);
    }

    /// <summary>Takes an invitation back.</summary>
    /// <returns>False: there is none that is open.</returns>
    public Task<bool> WithdrawAsync(long id, CancellationToken cancellationToken) => workspace.RunAsync(
        async (connection, transaction) =>
        {
            var email = await connection.QuerySingleOrDefaultAsync<string>(WithdrawSql, new { id, now = time.GetUtcNow().UtcDateTime },
                transaction);
            if (email is null) return false;
            await audit.AddAsync(connection, transaction, new AuditEntry("WithdrawInvitation", $"invitation {id}", new { email }));
            return true;
        },
        cancellationToken);

    /// <summary>Changes a member. Their sessions go on with the new role from their next call on; one who is inactive is out at
    /// once.</summary>
    /// <param name="by">Who asks.</param>
    public async Task<ChangeOutcome> ChangeAsync(Person by, long id, MemberChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await workspace.RunAsync<ChangeOutcome>(
                (connection, transaction) => ChangeAsync(connection, transaction, by, id, change), cancellationToken);
        }
        catch (PostgresException e) when (e.ConstraintName == "an_owner_remains")
        {
            return new ChangeOutcome.Refused("A workspace always has an active owner: make somebody else an owner first.");
        }
        catch (PostgresException e) when (e.ConstraintName == "own_role_stays")
        {
            return new ChangeOutcome.Refused("Nobody changes their own role or numbers: ask another owner or admin.");
        }
    }

    private async Task<ChangeOutcome> ChangeAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, Person by, long id, MemberChange change)
    {
        if (await connection.QuerySingleOrDefaultAsync<Row>(OneSql, new { id },
            transaction) is not { } row) return new ChangeOutcome.Missing();
        var (old, role) = (Roles.Read(row.Role)!.Value, change.Role ?? Roles.Read(row.Role)!.Value);
        if (!by.Role.MayGive(old) || !by.Role.MayGive(role))
        {
            return new ChangeOutcome.Refused("Only an owner makes owners, and changes them.");
        }

        var numbers = change.SetsNumbers ? change.Numbers?.ToArray() : row.Numbers;
        if (by.Numbers is { } own && (IsBeyond(row.Numbers, own) || IsBeyond(numbers, own)))
        {
            return new ChangeOutcome.Refused("You are there for some numbers alone, and change members of these.");
        }

        var state = change.State ?? row.State;
        await connection.ExecuteAsync(ChangeSql, new { id, role = role.Name(), numbers, state }, transaction);
        await audit.AddAsync(connection, transaction, new AuditEntry(
            "ChangeMember", $"member {id}", new { row.Role, row.Numbers, row.State }, new { role = role.Name(), numbers, state }));
        return new ChangeOutcome.Done(View(row with { Role = role.Name(), Numbers = numbers, State = state }));
    }

    // Null: all numbers.
    private static bool IsBeyond(string[]? numbers, IReadOnlyList<string> own) => numbers is null || numbers.Except(own).Any();

    private static MemberView View(Row row) =>
        new(row.Id, row.Email, row.Name, row.Role, row.Numbers, row.State, row.HasSecondFactor, row.CreatedAt);

    [method: ExplicitConstructor]
    private sealed record Row(
        long Id, string Email, string Name, string Role, string[]? Numbers, string State, bool HasSecondFactor, DateTime CreatedAt);

    [method: ExplicitConstructor]
    private sealed record InvitationRow(
        long Id, string Email, string Role, string[]? Numbers, string? InvitedBy, DateTime CreatedAt, DateTime ExpiresAt,
            DateTime? AcceptedAt,
        DateTime? WithdrawnAt);
}
