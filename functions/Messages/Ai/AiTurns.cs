using Dapper;
using Microsoft.Extensions.Options;
using WhatsAppBots.Ai;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;

namespace WhatsAppBots.Messages.Ai;

/// <summary>Whether a question may be asked, and that it was.</summary>
internal enum AiTurn
{
    /// <summary>It may, and counts from now on.</summary>
    Taken,

    /// <summary>The person's share of the day is used up.</summary>
    OverBudget,

    /// <summary>It was answered before.</summary>
    Answered,

    /// <summary>The person was erased.</summary>
    Nobody,
}

/// <summary>Counts each person's questions of a day, whatever process asks them and whatever comes of them.</summary>
internal sealed class AiTurns(Database database, IOptions<AiOptions> options, TimeProvider time)
{
    // The conversation's person of now: two that turned out to be one person may have been joined since.
    private const string AskerSql =
        """
        select c.person_id as Person,
               exists (select 1 from events.consumed where event_id = @Id and receiver = @receiver and event_at = @at) as IsAnswered
        from chat.conversations c where c.id = @conversation and c.workspace_id = @Workspace
        """;

    // The comparison holds the row's lock: of those who come at once none reads a count that another is raising.
    private const string TakeSql =
        """
        insert into chat.ai_turns as t (person_id, day, workspace_id, count)
        select @person, @day, @Workspace, 1 where @most > 0
        on conflict (person_id, day) do update set count = t.count + 1 where t.count < @most
        """;

    /// <summary>Takes a turn for a question.</summary>
    /// <param name="asked">The event it was asked by.</param>
    public async Task<AiTurn> TakeAsync(CloudEvent asked, long conversation, CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var asker = await connection.QuerySingleOrDefaultAsync<Asker>(new CommandDefinition(
            AskerSql, new { asked.Id, receiver = Apps.Messages, at = asked.Time.UtcDateTime, conversation, asked.Workspace }, cancellationToken: cancellationToken));
        if (asker is null) return AiTurn.Nobody;
        if (asker.IsAnswered) return AiTurn.Answered;
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var taken = await connection.ExecuteAsync(new CommandDefinition(
            TakeSql, new { person = asker.Person, day, asked.Workspace, most = options.Value.TurnsPerDay }, cancellationToken: cancellationToken));
        return taken > 0 ? AiTurn.Taken : AiTurn.OverBudget;
    }

    private sealed record Asker(long Person, bool IsAnswered);
}
