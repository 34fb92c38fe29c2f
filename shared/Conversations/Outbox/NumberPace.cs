using System.Collections.Concurrent;
using Dapper;
using WhatsAppBots.Data;

namespace WhatsAppBots.Conversations.Outbox;

/// <summary>
/// Meta's pace of one business number, shared by all processes: each draws a slice of the coming second from one row, and
/// spends it without asking again. The row goes by the database's clock, a process by its own steady count: a machine whose
/// clock is wrong takes nothing from the others.
/// </summary>
internal sealed class NumberPace(Database database, TimeProvider time, EngineOptions options)
{
    // A quarter of a second's worth: small enough that a slice drawn and not spent costs nobody much.
    private const double SliceSeconds = 0.25;

    // What lies further ahead no processes have drawn: a clock was wrong, or was set back. Slices, and a minute at least.
    private const int MostSlices = 100;

    private const string DrawSql =
        """
        insert into chat.number_pace as n (number_id, workspace_id, free_at) values (@number, @workspace, clock_timestamp() + @slice)
        on conflict (number_id) do update set free_at = least(greatest(n.free_at, clock_timestamp()), clock_timestamp() + @most) + @slice
        returning free_at - @slice - clock_timestamp()
        """;

    private static readonly TimeSpan _leastMost = TimeSpan.FromMinutes(1);

    // Delays are of whole milliseconds: less would be waited for by spinning.
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(1);

    // A slice that was not spent by then is nobody's any more.
    private static readonly TimeSpan _lives = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Slice> _slices = new();

    /// <summary>Returns when one more message of this number may go.</summary>
    /// <param name="isOfCrowd">It is one of many that were caused at once. These queue up behind each other, and one at a time beside the rest.</param>
    public async ValueTask TakeAsync(string number, long workspace, bool isOfCrowd, CancellationToken cancellationToken)
    {
        if (options.RatePerNumber.IsUnlimited) return;
        var slice = _slices.GetOrAdd(number, _ => new Slice());
        if (!isOfCrowd)
        {
            await TakeAsync(slice, number, workspace, cancellationToken);
            return;
        }

        await slice.Crowd.WaitAsync(cancellationToken);
        try
        {
            await TakeAsync(slice, number, workspace, cancellationToken);
        }
        finally
        {
            slice.Crowd.Release();
        }
    }

    // Whoever is first waits within the gate, the others before it in the order they came.
    private async ValueTask TakeAsync(Slice slice, string number, long workspace, CancellationToken cancellationToken)
    {
        await slice.Gate.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                var isOver = time.GetElapsedTime(slice.DrawnAt) >= slice.Wait + _lives;
                if (slice.Tokens < 1 || isOver) await DrawAsync(slice, number, workspace, cancellationToken);
                var wait = slice.Wait - time.GetElapsedTime(slice.DrawnAt);
                if (wait < _shortest) break;
                await Task.Delay(wait, time, cancellationToken);
            }

            slice.Tokens--;
        }
        finally
        {
            slice.Gate.Release();
        }
    }

    private async Task DrawAsync(Slice slice, string number, long workspace, CancellationToken cancellationToken)
    {
        var tokens = Math.Max(1, Math.Floor(options.RatePerNumber.PerSecond * SliceSeconds));
        var length = TimeSpan.FromSeconds(tokens / options.RatePerNumber.PerSecond);
        var most = MostSlices * length > _leastMost ? MostSlices * length : _leastMost;
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        slice.Wait = await connection.QuerySingleAsync<TimeSpan>(new CommandDefinition(
            DrawSql, new { number, workspace, slice = length, most }, cancellationToken: cancellationToken));
        (slice.Tokens, slice.DrawnAt) = (tokens, time.GetTimestamp());
    }

    private sealed class Slice
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
        public SemaphoreSlim Crowd { get; } = new(1, 1);
        public double Tokens { get; set; }

        /// <summary>Timestamp of this process, and how long after it the slice begins.</summary>
        public long DrawnAt { get; set; }

        public TimeSpan Wait { get; set; }
    }
}
