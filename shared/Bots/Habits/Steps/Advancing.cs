using NodaTime;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Bots.Habits.Talk;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Does what fell due by the clock, in its order, and says what is to be said of it in as few messages as it takes.</summary>
internal static class Advancing
{
    // What comes later than this is not said any more: a reminder in the past helps nobody.
    private static readonly Duration _reminderLives = Duration.FromMinutes(30);

    // A day that could not be closed in time is our fault, and no miss.
    private static readonly Duration _ourFault = Duration.FromHours(1);

    /// <summary>Goes on to a time. What is said of it goes before whatever comes next.</summary>
    public static void To(HabitTurn turn, Instant until)
    {
        Zones(turn);
        var news = new ClockNews();
        if (turn.Data.SeenTo is null) turn.Data = turn.Data with { SeenTo = until.ToDateTimeOffset() };
        while (Schedule.Next(turn.Data, turn.Zone, turn.Options) is { } next && next.At <= until)
        {
            See(turn, next.At);
            Happen(turn, next, news);
        }

        See(turn, until);

        // What is to be said in a few minutes is said with it.
        while (news.Begins.Count + news.EndSoon.Count > 0 && Schedule.NextTold(turn.Data, turn.Zone) is { } soon
            && soon.At < until + turn.Options.Together)
        {
            Happen(turn, soon, news);
        }

        Reminding.Say(turn, news);
    }

    private static void See(HabitTurn turn, Instant at)
    {
        if (at.ToDateTimeOffset() > turn.Data.SeenTo) turn.Data = turn.Data with { SeenTo = at.ToDateTimeOffset() };
    }

    private static void Happen(HabitTurn turn, Occurrence what, ClockNews news)
    {
        var late = turn.Now - what.At;
        switch (what.Kind)
        {
            case OccurrenceKind.AiWaited: Listening.Waited(turn); break;
            case OccurrenceKind.ProofWaited: Proving.Waited(turn, what.At); break;
            case OccurrenceKind.Close: Missing.Close(turn, turn.Habit(what.Habit)!, what.Day, late > _ourFault); break;
            case OccurrenceKind.PunishmentEnds: Missing.PunishmentsEnd(turn, what.At); break;
            case OccurrenceKind.PauseEnds: Pausing.Ends(turn, news); break;
            case OccurrenceKind.FellSilent: Pausing.FellSilent(turn); break;
            case OccurrenceKind.QuietEnds: Missing.QuietEnds(turn, news); break;
            case OccurrenceKind.Begins: Reminding.Begins(turn, turn.Habit(what.Habit)!, what.Day, late <= _reminderLives ? news : null); break;
            case OccurrenceKind.EndsSoon: Reminding.EndsSoon(turn, turn.Habit(what.Habit)!, what.Day, late <= _reminderLives ? news : null); break;
            case OccurrenceKind.Easier: Easing.Offer(turn, late > _ourFault); break;
            case OccurrenceKind.Plan: Digesting.Plan(turn, what.Day, late > _ourFault, news); break;
            case OccurrenceKind.Review: Digesting.Review(turn, what.Day, late > _ourFault, news); break;
            case OccurrenceKind.Report: Reporting.Make(turn, what.Day, late > _ourFault); break;
        }
    }

    // In another zone a day may be over that a moment ago was not: nobody misses anything by travelling.
    private static void Zones(HabitTurn turn)
    {
        if (turn.Data.Zone is { } before && before != turn.Zone.Id)
        {
            foreach (var habit in turn.Data.Habits)
            {
                var moved = habit;
                while (Schedule.OpenDayOf(turn.Data, moved) is { } day && HabitCalendar.CloseOf(moved, day, turn.Zone) <= turn.Now)
                {
                    moved = Closing.Close(turn.Data, moved, day, isExcused: true).Habit;
                }

                turn.Set(moved);
            }
        }

        if (turn.Data.Zone != turn.Zone.Id) turn.Data = turn.Data with { Zone = turn.Zone.Id };
    }
}

/// <summary>What fell due together, to be said together.</summary>
internal sealed class ClockNews
{
    public List<(Habit Habit, LocalDate Day)> Begins { get; } = [];
    public List<(Habit Habit, LocalDate Day)> EndSoon { get; } = [];
    public List<Miss> Misses { get; } = [];

    /// <summary>A pause is over.</summary>
    public bool PauseEnded { get; set; }

    /// <summary>The title of a message of the morning or the evening; null: none is due.</summary>
    public string? Digest { get; set; }
}
