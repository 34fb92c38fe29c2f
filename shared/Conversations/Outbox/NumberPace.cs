using System.Collections.Concurrent;
using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// Meta's pace of one business number, shared by all processes: each draws a slice of the coming second from one row, and
/// spends it without asking again.
/// </summary>
internal sealed class NumberPace(Database database, TimeProvider time, EngineOptions options)
{
    // A quarter of a second's worth: small enough that a slice drawn and not spent costs nobody much.
    private const double SliceSeconds = 0.25;

    private const string DrawSql =
        """
        insert into chat.number_pace as n (number_id, workspace_id, free_at) values (@number, @workspace, @now + @slice)
        on conflict (number_id) do update set free_at = greatest(n.free_at, @now) + @slice
        returning free_at - @slice
        """;

    private readonly ConcurrentDictionary<string, Slice> _slices = new();

    /// <summary>Returns when one more message of this number may go.</summary>
    public async ValueTask TakeAsync(string number, long workspace, CancellationToken cancellationToken)
    {
        if (options.RatePerNumber.IsUnlimited) return;
        var slice = _slices.GetOrAdd(number, _ => new Slice());
        while (true)
        {
            await slice.Gate.WaitAsync(cancellationToken);
            TimeSpan wait;
            try
            {
                if (slice.Tokens < 1 || slice.ExpiresAt <= time.GetUtcNow()) await DrawAsync(slice, number, workspace, cancellationToken);
                wait = slice.StartsAt - time.GetUtcNow();
                if (wait <= TimeSpan.Zero)
                {
                    slice.Tokens--;
                    return;
                }
            }
            finally
            {
                slice.Gate.Release();
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task DrawAsync(Slice slice, string number, long workspace, CancellationToken cancellationToken)
    {
        var tokens = Math.Max(1, Math.Floor(options.RatePerNumber.PerSecond * SliceSeconds));
        var length = TimeSpan.FromSeconds(tokens / options.RatePerNumber.PerSecond);
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        var startsAt = await connection.QuerySingleAsync<DateTime>(new CommandDefinition(
            DrawSql, new { number, workspace, now = time.GetUtcNow().UtcDateTime, slice = length },
            cancellationToken: cancellationToken));
        (slice.Tokens, slice.StartsAt) = (tokens, new DateTimeOffset(startsAt));
        slice.ExpiresAt = slice.StartsAt + TimeSpan.FromSeconds(1);
    }

    private sealed class Slice
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public double Tokens { get; set; }
        public DateTimeOffset StartsAt { get; set; }
        public DateTimeOffset ExpiresAt { get; set; }
    }
}
