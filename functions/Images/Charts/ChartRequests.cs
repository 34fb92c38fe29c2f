using System.Text.Json;
using Dapper;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Data;
using WhatsAppBots.Media;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Images.Charts;

/// <summary>Draws the weeks that bots ask for, and answers where the picture is.</summary>
internal sealed class ChartRequests(ChartPainter painter, IMediaStore media, Database database, TimeProvider time) : IEventHandler
{
    // The name comes before the file: who dies between them draws under the same name again. Nobody's week is kept once they are erased:
    // that waits for this statement, or this one finds no conversation.
    private const string NameSql =
        """
        with there as (select id from chat.conversations where id = @ConversationId and workspace_id = @workspace limit 1 for key share)
        insert into images.charts (event_id, workspace_id, conversation_id, store_key, at)
        select @id, @workspace, id, @key, @now from there
        on conflict (event_id) do update set event_id = excluded.event_id
        returning store_key as Key, is_drawn as IsDrawn
        """;

    private const string DrawnSql = "update images.charts set is_drawn = true where event_id = @id";

    private const string NotDrawnSql = "delete from images.charts where event_id = @id";

    /// <inheritdoc/>
    public string Receiver => Apps.Images;

    /// <inheritdoc/>
    public string Type => EventTypes.ChartAsked;

    /// <inheritdoc/>
    public async Task<EventOutcome> HandleAsync(CloudEvent e, CancellationToken cancellationToken)
    {
        var asked = e.Data.Deserialize(ContractsJson.Default.ChartAsked)!;
        (string? Key, bool IsDrawn) named;
        await using (var connection = await database.General.OpenConnectionAsync(cancellationToken))
        {
            named = await connection.QuerySingleOrDefaultAsync<(string?, bool)>(new CommandDefinition(
                NameSql,
                new { id = e.Id, workspace = e.Workspace, asked.ConversationId, key = MediaKeys.New("png"), now = time.GetUtcNow().UtcDateTime },
                cancellationToken: cancellationToken));
        }

        if (named.Key is not { } key) return new EventOutcome();
        if (named.IsDrawn) return new EventOutcome(null, Told(e, asked, key));
        if (await painter.PaintAsync(asked.Chart, cancellationToken) is not { } picture)
        {
            return new EventOutcome((connection, transaction, _) => connection.ExecuteAsync(NotDrawnSql, new { id = e.Id }, transaction), Told(e, asked, null));
        }

        await media.WriteAsync(key, new MemoryStream(picture), "image/png", cancellationToken);
        var isKept = false;
        return new EventOutcome(
            async (connection, transaction, _) => isKept = await connection.ExecuteAsync(DrawnSql, new { id = e.Id }, transaction) > 0,
            Told(e, asked, key))
        {
            // The person was erased meanwhile: nobody else knows of the file.
            After = token => isKept ? Task.CompletedTask : media.DeleteAsync(key, token),
        };
    }

    /// <inheritdoc/>
    public IReadOnlyList<CloudEvent> GiveUp(CloudEvent e) => [Told(e, e.Data.Deserialize(ContractsJson.Default.ChartAsked)!, null)];

    private CloudEvent Told(CloudEvent e, ChartAsked asked, string? key) => CloudEvent.Of(
        $"{e.Id}/chart", Apps.Images, EventTypes.ChartReady, e.Workspace, asked.ConversationId, e.Bot, time.GetUtcNow(),
        new ChartReady(asked.ConversationId, asked.Request, key), ContractsJson.Default.ChartReady) with
    { Subject = e.Subject };
}
