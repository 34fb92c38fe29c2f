using Dapper;
using Npgsql;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>Conversation of a person with a number.</summary>
/// <param name="Bot">The bot they talk to now.</param>
/// <param name="Number">The business number's id.</param>
/// <param name="OptOut">What the person asked to be spared: <c>none</c>, <c>marketing</c> (reminders too) or <c>all</c>.</param>
/// <param name="NeedsPerson">
/// Why a person should look: <c>crisis</c> (they wrote that they suffer), <c>asked</c> (they asked for a person); null: nothing is known.
/// </param>
/// <param name="CrisisAt">When they last wrote that they suffer.</param>
/// <param name="Marketing">Whether they agreed to marketing from this number; null: nothing was ever said of it.</param>
public sealed record ConversationView(
    long Id, string Bot, string Number, PersonView Person, string State, DateTimeOffset? LastInboundAt, string OptOut,
    MarketingView? Marketing, string? NeedsPerson, DateTimeOffset? CrisisAt)
{
    /// <summary>The same for who may not know who the person is.</summary>
    public ConversationView Masked() => this with { Person = Person.Masked() };
}

/// <summary>Person of a conversation.</summary>
/// <param name="WaId">The number WhatsApp knows them by, where it is not their phone.</param>
public sealed record PersonView(string? Name, string? Phone, string? UserId, string? Username, string? ParentUserId, string? WaId)
{
    /// <summary>A person of whom nothing is known any more.</summary>
    public static PersonView Nobody { get; } = new(null, null, null, null, null, null);

    private const int ShownDigits = 2;

    /// <summary>The first letter of the name and the last two digits of the phone.</summary>
    public PersonView Masked() => new(
        Name is { Length: > 0 } ? Name.EnumerateRunes().First() + "…" : null,
        Phone is { Length: > ShownDigits } ? "…" + Phone[^ShownDigits..] : null, null, null, null, null);
}

/// <summary>Consent to marketing from one business number.</summary>
/// <param name="Given">Whether it stands now.</param>
/// <param name="GivenAt">When it was last given, how (<c>source</c>) and in which words.</param>
/// <param name="TakenBackAt">When it was taken back, and by what.</param>
public sealed record MarketingView(
    bool Given, DateTimeOffset? GivenAt, string? Source, string? Wording, DateTimeOffset? TakenBackAt, string? TakenBackBy);

/// <summary>Reads conversations, newest first.</summary>
public sealed class ConversationQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select c.id, c.bot, c.number_id as Number, p.name, p.phone, p.user_id as UserId, p.username, p.parent_user_id as ParentUserId,
               p.wa_id as WaId, c.state, c.last_inbound_at as LastInboundAt, c.opt_out as OptOut, m.changed_at as ChangedAt,
               m.given_at as GivenAt, m.source, m.wording, m.taken_back_at as TakenBackAt, m.taken_back_by as TakenBackBy,
               c.crisis_at as CrisisAt, c.handed_over as HandedOver
        from chat.conversations c join chat.people p on p.id = c.person_id
        left join chat.marketing_consents m on m.person_id = c.person_id and m.number_id = c.number_id
        where c.closed_at is null and (@After::bigint is null or c.id < @After)
          and (@Number::text is null or c.number_id = @Number)
          and (@Numbers::text is null or c.number_id = any(string_to_array(@Numbers, ',')))
          and (@Phone::text is null or p.id = (
            select i.person_id from chat.identities i where i.kind = 'phone' and i.value = @Phone and i.left_at is null))
          and case @Needs::text when 'crisis' then c.crisis_at is not null when 'asked' then c.handed_over
                when 'any' then c.crisis_at is not null or c.handed_over else true end
        order by c.id desc limit @Limit
        """;

    /// <summary>What the list may be narrowed to by who needs a person.</summary>
    public static IReadOnlyList<string> Needs { get; } = ["crisis", "asked", "any"];

    /// <summary>Reads a page of open conversations.</summary>
    /// <param name="needs">One of <see cref="Needs"/>; null: all.</param>
    /// <param name="number">Id of a business number; null: any.</param>
    /// <param name="phone">Telephone of the person, international, digits only; null: anybody.</param>
    public Task<Page<ConversationView>> ListAsync(
        PageRequest page, string? needs, CancellationToken cancellationToken, string? number = null, string? phone = null) =>
        workspace.PageAsync<Row, ConversationView>(
            ListSql, page, View, item => item.Id, cancellationToken, ("Needs", needs), ("Number", number), ("Phone", phone),
            ("Numbers", workspace.View.Numbers is { } numbers ? string.Join(',', numbers) : null));

    private const string PeopleSql =
        """
        select c.id, p.name, p.phone, p.user_id as UserId, p.username, p.parent_user_id as ParentUserId, p.wa_id as WaId
        from unnest(@ids) as u(id) join chat.conversations c on c.id = u.id join chat.people p on p.id = c.person_id
        """;

    /// <summary>Reads the people of conversations, by the conversations' ids.</summary>
    public static async Task<IReadOnlyDictionary<long, PersonView>> PeopleAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, long[] ids, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<PersonRow>(new CommandDefinition(PeopleSql, new { ids }, transaction,
            cancellationToken: cancellationToken)))
        .ToDictionary(row => row.Id, row => new PersonView(row.Name, row.Phone, row.UserId, row.Username, row.ParentUserId, row.WaId));

    private static ConversationView View(Row row) => new(
        row.Id, row.Bot, row.Number, new PersonView(row.Name, row.Phone, row.UserId, row.Username, row.ParentUserId, row.WaId), row.State,
        row.LastInboundAt, row.OptOut,
        row.ChangedAt is null ? null : new MarketingView(
            row is { GivenAt: not null, TakenBackAt: null }, row.GivenAt, row.Source, row.Wording, row.TakenBackAt, row.TakenBackBy),
        row.CrisisAt is not null ? "crisis" : row.HandedOver ? "asked" : null, row.CrisisAt);

    private sealed record PersonRow(
        long Id, string? Name, string? Phone, string? UserId, string? Username, string? ParentUserId, string? WaId);

    private sealed record Row(
        long Id, string Bot, string Number, string? Name, string? Phone, string? UserId, string? Username, string? ParentUserId, string? WaId,
        string State, DateTime? LastInboundAt, string OptOut, DateTime? ChangedAt, DateTime? GivenAt, string? Source, string? Wording,
        DateTime? TakenBackAt, string? TakenBackBy, DateTime? CrisisAt, bool HandedOver);
}
