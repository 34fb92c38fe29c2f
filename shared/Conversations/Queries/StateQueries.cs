using Dapper;
using WhatsAppBots.Data.Queries;

namespace WhatsAppBots.Conversations.Queries;

/// <summary>People in one state of a bot.</summary>
/// <param name="Open">The bot is the one they talk to; else they left it there and talk to another.</param>
public sealed record StateCount(string Bot, string State, bool Open, long People);

/// <summary>Counts people by the state they are in.</summary>
public sealed class StateQueries(Workspace workspace)
{
    private const string ListSql =
        """
        select bot as Bot, state as State, true as Open, count(*) as People from chat.conversations where closed_at is null and bot <> '' group by bot, state
        union all
        select p.key, p.value ->> 'state', false, count(*) from chat.conversations, jsonb_each(parked) p
        where closed_at is null and parked <> '{}' and p.value ->> 'state' <> ''
        group by 1, 2
        order by 1, 3 desc, 2
        """;

    public Task<IReadOnlyList<StateCount>> ListAsync(CancellationToken cancellationToken) => workspace.RunAsync<IReadOnlyList<StateCount>>(
        async (connection, transaction) => (await connection.QueryAsync<StateCount>(
            new CommandDefinition(ListSql, transaction: transaction, cancellationToken: cancellationToken))).ToList(),
        cancellationToken);
}
