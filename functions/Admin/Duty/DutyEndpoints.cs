using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WhatsAppBots.Access;
using WhatsAppBots.Access.Store;
using WhatsAppBots.Admin.Desk;
using WhatsAppBots.Admin.Http;
using WhatsAppBots.Desk.Duty;

namespace WhatsAppBots.Admin.Duty;

/// <summary>Weekly time in which a user answers people.</summary>
/// <param name="User">Id of a member who may answer.</param>
/// <param name="Weekday">1 is Monday, 7 is Sunday.</param>
/// <param name="From"><c>09:00</c>, by the roster's zone.</param>
/// <param name="To"><c>18:00</c>; <c>24:00</c> is the end of the day. A shift that passes midnight is two.</param>
internal sealed record ShiftView(long User, int Weekday, string From, string To);

/// <summary>Roster of those who answer people, and who of them is on duty.</summary>
/// <param name="Zone">IANA name of the zone the shifts are in.</param>
/// <param name="Version">To be named when the roster is replaced; 0: there is none yet.</param>
/// <param name="OnDuty">Who is on duty now, by the roster or by their own word.</param>
/// <param name="Next">When somebody comes on duty next; null: the roster says nothing of it.</param>
internal sealed record DutyView(
    string Zone, long Version, IReadOnlyList<ShiftView> Shifts, IReadOnlyList<OnDuty> OnDuty, DateTimeOffset? Next);

/// <summary>Roster to keep in place of the one before.</summary>
/// <param name="Zone">IANA name, such as <c>Europe/Madrid</c>.</param>
/// <param name="Version">Of the roster that is replaced, as you see it.</param>
/// <param name="Shifts">Up to 1,000.</param>
internal sealed record RosterRequest(string? Zone, long? Version, IReadOnlyList<ShiftView>? Shifts);

/// <summary>Presence of a user, by their own word.</summary>
/// <param name="State"><c>here</c>, <c>away</c>, or <c>roster</c>: as the roster has it.</param>
/// <param name="Minutes">For how long, 1 to 1,440; if left out, 480.</param>
internal sealed record PresenceRequest(string? State, int? Minutes);

/// <summary>Endpoints of the roster of those who answer people.</summary>
internal sealed class DutyEndpoints : IFeature
{
    private const int Longest = 1440;
    private const int Usual = 480;

    /// <inheritdoc/>
    public static string Name => "Duty";

    /// <inheritdoc/>
    public static void Add(IServiceCollection services) => services.AddScoped<Rosters>();

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("duty", ReadAsync).WithName("ReadDuty").WithSummary("Who is on duty, and the roster")
            .Needs(Permission.ConversationsRead);
        api.MapPut("duty", SaveAsync).WithName("SaveRoster").WithSummary("Replaces the roster")
            .MayConflict().Needs(Permission.MembersWrite);
        api.MapPut("duty/me", SayAsync).WithName("SayPresence").WithSummary("Says that you are here, or away, in place of the roster")
            .Needs(Permission.ConversationsWrite);
    }

    private static async Task<Ok<DutyView>> ReadAsync(
        Rosters rosters, Assignees assignees, TimeProvider time, CancellationToken cancellationToken)
    {
        var (kept, version) = await rosters.ReadAsync(cancellationToken);
        var now = time.GetUtcNow();

        // Somebody who is no member any more, or may no longer answer, has no duty whatever the roster says.
        HashSet<long> there = [];
        foreach (var user in kept.Shifts.Select(shift => shift.User).Concat(kept.Presences.Select(presence => presence.User)).Distinct())
        {
            if (await assignees.FindAsync(user, cancellationToken) is not null) there.Add(user);
        }

        var roster = kept with
        {
            Shifts = [.. kept.Shifts.Where(shift => there.Contains(shift.User))],
            Presences = [.. kept.Presences.Where(presence => there.Contains(presence.User))],
        };
        var shifts = roster.Shifts.Select(shift => new ShiftView(shift.User, shift.Weekday, Clock(shift.Starts), Clock(shift.Ends)));
        return TypedResults.Ok(new DutyView(roster.Zone.Id, version, [.. shifts], roster.At(now), roster.NextAfter(now)));
    }

    private static async Task<Results<NoContent, Wrong>> SaveAsync(
        RosterRequest request, Rosters rosters, Assignees assignees, CancellationToken cancellationToken)
    {
        if (request.Version is not (>= 0 and { } version)) return new Wrong("version is missing: the roster's, as you see it.");
        if (request.Zone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(request.Zone, out var zone) || !zone.HasIanaId)
        {
            return new Wrong("zone is no IANA time zone, such as Europe/Madrid.");
        }

        if (request.Shifts is not { Count: <= Rosters.Most } asked)
        {
            return new Wrong($"shifts is missing, or has more than {Rosters.Most}.");
        }

        List<Shift> shifts = [];
        foreach (var (each, n) in asked.Select((each, n) => (each, n)))
        {
            if (each is null || each.Weekday is < 1 or > 7 || Minute(each.From) is not { } starts || Minute(each.To) is not { } ends
                || starts >= ends)
            {
                return new Wrong($"shifts[{n}] needs user, weekday (1 to 7), from and to (09:00, 18:00); from comes before to.");
            }

            if (shifts.Exists(
                other => other.User == each.User && other.Weekday == each.Weekday && other.Starts < ends && starts < other.Ends))
            {
                return new Wrong($"shifts[{n}] overlaps another of the same user.");
            }

            shifts.Add(new Shift(each.User, each.Weekday, starts, ends));
        }

        foreach (var user in shifts.Select(shift => shift.User).Distinct())
        {
            if (await assignees.FindAsync(user, cancellationToken) is null)
            {
                return new Wrong($"User {user} is no member of the workspace who may answer.");
            }
        }

        await rosters.SaveAsync(request.Zone, shifts, version, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, Wrong, Refusal>> SayAsync(
        PresenceRequest request, Caller caller, Rosters rosters, TimeProvider time, CancellationToken cancellationToken)
    {
        if (caller.UserId is not { } user) return DeskCalls.PeopleOnly;
        if (request.State is not ("here" or "away" or "roster")) return new Wrong("state is here, away or roster.");
        if (request.Minutes is < 1 or > Longest) return new Wrong($"minutes is 1 to {Longest}.");
        if (request.State == "roster" && request.Minutes is not null) return new Wrong("minutes is for here and away.");
        var until = time.GetUtcNow().AddMinutes(request.Minutes ?? Usual);
        await rosters.SayAsync(
            user, request.State == "roster" ? null : new Presence(user, request.State == "here", until), cancellationToken);
        return TypedResults.NoContent();
    }

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static int? Minute(string? clock) =>
        clock == "24:00" ? Longest
        : TimeOnly.TryParseExact(clock, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? (at.Hour * 60) + at.Minute
        : null;
}
