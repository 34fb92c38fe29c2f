using System.Collections.Concurrent;
using WhatsAppBots.Access;
using WhatsAppBots.Data;
using WhatsAppBots.Data.Queries;
using WhatsAppBots.Desk.Feed;

namespace WhatsAppBots.Admin.Live;

/// <summary>
/// Reads the feed of changes for all live streams of this process: a few times a second for each workspace, however many streams there
/// are. It has no work in the background, which under Azure nobody would run: streams that are open ask.
/// </summary>
internal sealed class LiveFeed(Database database) : IDisposable
{
    // Changes kept here. A stream that is further behind reads for itself.
    private const int Kept = 2000;

    // A person has some tabs open, a program a few instances. Each stream costs a connection.
    private const int MostOfOne = 20;

    private readonly ConcurrentDictionary<long, Shared> _workspaces = [];
    private readonly ConcurrentDictionary<(long? User, long? Key), int> _open = [];

    /// <summary>Pause between two looks of a stream for changes. Most looks find what another stream has read.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    // Pause between two reads of the database. A stream must not wait for a pause of its own as long as this one: changes came a second late.
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Counts a stream of a caller; false: the caller has as many as one may have in this process.</summary>
    public bool TryOpen(Caller caller)
    {
        var of = (caller.UserId, caller.KeyId);
        if (_open.AddOrUpdate(of, 1, (_, count) => count + 1) <= MostOfOne) return true;
        Close(caller);
        return false;
    }

    /// <summary>Counts a stream no more.</summary>
    public void Close(Caller caller)
    {
        var of = (caller.UserId, caller.KeyId);
        if (_open.AddOrUpdate(of, 0, (_, count) => count - 1) == 0) _open.TryRemove(KeyValuePair.Create(of, 0));
    }

    /// <summary>Reads changes after a number.</summary>
    /// <param name="after">Null: none, just where the feed stands.</param>
    public async Task<ChangePart> ReadAsync(long workspace, long? after, CancellationToken cancellationToken)
    {
        var changes = new Changes(new Workspace(database, new WorkspaceView(workspace)));
        if (after is not { } from) return await changes.ReadAsync(null, cancellationToken);
        var shared = _workspaces.GetOrAdd(workspace, _ => new Shared());
        await shared.Lock.WaitAsync(cancellationToken);
        try
        {
            if (shared.ReadAt is not { } at || TimeProvider.System.GetElapsedTime(at) >= _pause)
            {
                var part = await changes.ReadAsync(shared.Rows.Count == 0 ? from : shared.Rows[^1].Seq, cancellationToken);
                if (!part.IsWhole) shared.Rows.Clear();
                shared.Rows.AddRange(part.Changes);
                if (shared.Rows.Count > Kept) shared.Rows.RemoveRange(0, shared.Rows.Count - Kept);

                // A full part is not all there is: the next look reads on.
                shared.ReadAt = part.Changes.Count == Changes.Most ? null : TimeProvider.System.GetTimestamp();
                shared.Last = part.Last;
            }

            if (from == shared.Last) return new ChangePart([], shared.Last, true);
            if (shared.Rows.Count > 0 && shared.Rows[0].Seq <= from + 1 && from <= shared.Rows[^1].Seq)
            {
                return new ChangePart([.. shared.Rows.Where(row => row.Seq > from)], shared.Last, true);
            }
        }
        finally
        {
            shared.Lock.Release();
        }

        return await changes.ReadAsync(from, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var shared in _workspaces.Values) shared.Lock.Dispose();
    }

#pragma warning disable CA1001 // Disposed of with the feed.
    private sealed class Shared
#pragma warning restore CA1001
    {
        public SemaphoreSlim Lock { get; } = new(1);

        public List<Change> Rows { get; } = [];

        public long? ReadAt { get; set; }

        public long Last { get; set; }
    }
}
