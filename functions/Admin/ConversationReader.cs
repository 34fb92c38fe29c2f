using Dapper;

namespace WhatsAppBots.Admin;

/// <summary>A conversation as the API shows it.</summary>
public sealed record ConversationView(
    long Id, string Bot, string Number, PersonView Person, string State, DateTimeOffset? LastInboundAt);

/// <summary>The person of a conversation.</summary>
public sealed record PersonView(string? Name, string? Phone, string? UserId);

/// <summary>Reads conversations, newest first.</summary>
public sealed class ConversationReader(Workspace workspace)
{
    private const string ListSql =
        """
        select c.id, c.bot, c.number_id, p.name, p.phone, p.user_id, c.state, c.last_inbound_at
        from chat.conversations c join chat.people p on p.id = c.person_id
        where c.closed_at is null and (@After::bigint is null or c.id < @After)
        order by c.id desc limit @Limit
        """;

    public Task<Page<ConversationView>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        workspace.RunAsync(
            async (connection, transaction) =>
            {
                var rows = await connection.QueryAsync<(long, string, string, string?, string?, string?, string, DateTime?)>(
                    new CommandDefinition(ListSql, new { page.After, Limit = page.Size + 1 }, transaction, cancellationToken: cancellationToken));
                return page.Cut([.. rows.Select(View)], row => row.Id);
            },
            cancellationToken);

    private static ConversationView View((long Id, string Bot, string Number, string? Name, string? Phone, string? UserId, string State, DateTime? LastInboundAt) row) =>
        new(row.Id, row.Bot, row.Number, new PersonView(row.Name, row.Phone, row.UserId), row.State, row.LastInboundAt);
}
