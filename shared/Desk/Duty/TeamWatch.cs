using Dapper;
using Microsoft.Extensions.Logging;
using WhatsAppBots.Conversations;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Data;
using WhatsAppBots.Messaging;

namespace WhatsAppBots.Desk.Duty;

/// <summary>
/// Reads the rosters of all workspaces every two seconds while there is something to handle: who says that they are here is believed at
/// once. What could not be read for a minute counts as unknown: then nothing is promised.
/// </summary>
internal sealed partial class TeamWatch(Database database, Numbers numbers, ILogger<TeamWatch> logger) : ITeams, IDisposable
{
    private const string ReadSql =
        """
        select r.workspace_id, r.zone from desk.rosters r;
        select workspace_id, user_id, weekday::int, starts::int, ends::int from desk.shifts;
        select workspace_id, user_id, is_here, until from desk.presence;
        select workspace_id, user_id, numbers from auth.answering();
        select w.workspace_id, n.number_id, count(*)::int
        from (select workspace_id from desk.rosters union select workspace_id from desk.presence) w
        left join lateral (
          select t.number_id from desk.threads t
          where t.workspace_id = w.workspace_id and t.waiting_id is not null and t.handed_over and t.status <> 'resolved'
          order by t.waiting_id limit 1000) n on true
        group by 1, 2;
        """;

    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _known = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    // By the machine's clock: that of the product may be moved, or stand still.
    private readonly TimeProvider _machine = TimeProvider.System;
    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Known _last = new(null, new Dictionary<long, Team>());
    private long _triedAt;

    /// <inheritdoc/>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        if (IsFresh()) return;
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (IsFresh()) return;
            Interlocked.Exchange(ref _triedAt, _machine.GetTimestamp());
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(_patience);
            _last = new Known(_machine.GetTimestamp(), await ReadAsync(patience.Token));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested
            && (Failures.IsInfrastructure(e) || e is OperationCanceledException or System.Data.Common.DbException))
        {
            Log.NotRead(logger, e.GetBaseException().Message);
        }
        finally
        {
            _one.Release();
        }

        bool IsFresh() => Interlocked.Read(ref _triedAt) is not 0 and var at && _machine.GetElapsedTime(at) < _fresh;
    }

    /// <inheritdoc/>
    public TeamView? Of(string number, DateTimeOffset now)
    {
        var last = _last;
        if (last.At is not { } at || _machine.GetElapsedTime(at) > _known) return null;
        return last.Teams.TryGetValue(numbers.WorkspaceOf(number), out var team) ? team.Of(number, now) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<IReadOnlyDictionary<long, Team>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.General.OpenConnectionAsync(cancellationToken);
        await using var read = await connection.QueryMultipleAsync(new CommandDefinition(ReadSql, cancellationToken: cancellationToken));
        var zones = (await read.ReadAsync<(long Workspace, string Zone)>()).ToDictionary(row => row.Workspace, row => row.Zone);
        var shifts = (await read.ReadAsync<(long Workspace, long User, int Weekday, int Starts, int Ends)>())
            .ToLookup(row => row.Workspace);
        var said = (await read.ReadAsync<(long Workspace, long User, bool IsHere, DateTime Until)>()).ToLookup(row => row.Workspace);
        var answering = (await read.ReadAsync<(long Workspace, long User, string[]? Numbers)>()).ToLookup(row => row.Workspace);
        var waiting = (await read.ReadAsync<(long Workspace, string? Number, int Count)>()).ToLookup(row => row.Workspace);

        // Of a zone that this machine does not know nothing can be promised.
        var known = waiting.Where(rows => TimeZoneInfo.TryFindSystemTimeZoneById(zones.GetValueOrDefault(rows.Key) ?? "UTC", out _));
        return known.ToDictionary(rows => rows.Key, rows =>
        {
            var of = rows.Key;
            var members = answering[of].ToDictionary(member => member.User, member => member.Numbers);
            return new Team(
                TimeZoneInfo.FindSystemTimeZoneById(zones.GetValueOrDefault(of) ?? "UTC"),
                [.. shifts[of].Where(shift => members.ContainsKey(shift.User))
                    .Select(shift => new Shift(shift.User, shift.Weekday, shift.Starts, shift.Ends))],
                [.. said[of].Where(each => members.ContainsKey(each.User))
                    .Select(each => new Presence(each.User, each.IsHere, each.Until))],
                members, rows.Where(each => each.Number is not null).ToDictionary(each => each.Number!, each => each.Count));
        });
    }

    private sealed record Known(long? At, IReadOnlyDictionary<long, Team> Teams);

    /// <summary>The people of one workspace. What a number's callers see of them is worked out once in half a minute.</summary>
    private sealed record Team(
        TimeZoneInfo Zone, IReadOnlyList<Shift> Shifts, IReadOnlyList<Presence> Presences, IReadOnlyDictionary<long, string[]?> Members,
        IReadOnlyDictionary<string, int> Waiting)
    {
        private static readonly TimeSpan _lasts = TimeSpan.FromSeconds(30);

        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (DateTimeOffset At, TeamView? View)> _views = new();

        public TeamView? Of(string number, DateTimeOffset now)
        {
            // Somebody who comes on duty now is seen now.
            if (_views.TryGetValue(number, out var known) && (now - known.At).Duration() < _lasts && !(known.View?.Next <= now))
            {
                return known.View;
            }

            var roster = new Roster(
                Zone, [.. Shifts.Where(shift => Answers(shift.User, number))],
                [.. Presences.Where(presence => Answers(presence.User, number) && now < presence.Until)]);
            var view = roster.Shifts.Count + roster.Presences.Count == 0 ? null
                : new TeamView(roster.At(now).Count > 0, roster.NextAfter(now), Zone.Id,
                    Math.Min(Waiting.GetValueOrDefault(number), TeamView.MostWaiting));
            _views[number] = (now, view);
            return view;
        }

        private bool Answers(long user, string number) => Members[user] is not { } own || own.Contains(number);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The rosters could not be read, and nothing is promised in their name: {Fault}")]
        public static partial void NotRead(ILogger logger, string fault);
    }
}
