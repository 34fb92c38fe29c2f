using System.Globalization;
using NodaTime;
using NodaTime.Text;
using WhatsAppBots.Bots.Habits.Steps;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>What can be pressed, wherever the talk stands by now.</summary>
internal static class Pressing
{
    private static readonly LocalTimePattern _time = LocalTimePattern.CreateWithInvariantCulture("HHmm");

    public static void Press(HabitTurn turn, string verb, string argument)
    {
        switch (verb)
        {
            case "menu": Welcoming.Menu(turn, turn.Texts.WhatNow); break;
            case "add": Adding.Begin(turn); break;
            case "status" or "look": Showing.Status(turn); break;
            case "next": Showing.Next(turn); break;
            case "list": Showing.List(turn); break;
            case "settings": Settings.Show(turn); break;
            case "tones": Settings.Tones(turn); break;
            case "tone": Settings.Choose(turn, argument); break;
            case "ladders": Settings.Ladders(turn); break;
            case "ladder": Settings.Climb(turn, argument); break;
            case "first": Settings.First(turn, argument); break;
            case "quiet": Settings.AskQuiet(turn); break;
            case "fewer": Digesting.Set(turn, isOn: true); break;
            case "more-messages": Digesting.Set(turn, isOn: false); break;
            case "easier": Easing.Show(turn); break;
            case "fewerdays": Easing.FewerDays(turn); break;
            case "smaller": Easing.Smaller(turn); break;
            case "zone": Settings.KeepZone(turn); break;
            case "pause": Pausing.Ask(turn); break;
            case "resume": Pausing.Resume(turn); break;
            case "partner": Partnering.Show(turn); break;
            case "invite": Partnering.Invite(turn); break;
            case "confirm": Partnering.Confirm(turn, argument); break;
            case "leave": Partnering.Leave(turn); break;
            case "break": Pausing.Begin(turn, [], turn.Today); break;
            case "pauseall" when argument.Split(':') is [var from, var back] && DayIn(from) is { } away && DayIn(back) is { } end: Pausing.Begin(turn, [], end, away); break;
            case "keep": turn.Say(turn.Texts.AllRight); break;
            case "accept": Offering.Accept(turn, argument == "1"); break;
            case "doneall" when argument.Split(':') is [var all, var on]:
                OnSeveral(turn, all, habits =>
                Doing.Done(turn, habits, DayIn(on))); break;
            case "removeall": OnSeveral(turn, argument, habits => Changing.Remove(turn, habits)); break;
            case "pausesome" when argument.Split(':') is [var some, .. var last]:
                OnSeveral(turn, some, habits => Pausing.Begin(turn, habits, last is [var day] ? DayIn(day) : null));
                break;
            case "restore": Changing.Restore(turn); break;
            case "report": Reporting.Pressed(turn); break;
            case "punished": Missing.Punished(turn, argument); break;
            case "take": Proving.Told(turn, argument); break;
            default: PressHabit(turn, verb, argument); break;
        }
    }

    private static void PressHabit(HabitTurn turn, string verb, string argument)
    {
        var parts = argument.Split(':', 2);
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || turn.Habit(id) is not { } habit)
        {
            turn.Say(turn.Texts.HabitGone);
            return;
        }

        var rest = parts.Length > 1 ? parts[1] : "";
        switch (verb)
        {
            case "done": Doing.Done(turn, [habit], DayIn(rest) is { } doneOn && doneOn < turn.Today && Doing.DayOf(turn, habit) != doneOn ? doneOn : null); break;
            case "undone": Correcting.NotDone(turn, [habit], DayIn(rest) ?? turn.Today); break;
            // Of a day that is over it is a mark that is taken back.
            case "slip" when DayIn(rest) is { } slipped && slipped < turn.Today: Correcting.NotDone(turn, [habit], slipped); break;
            case "slip": Doing.Count(turn, habit, Math.Max(1, (habit.AtMost ?? 0) + 1 - habit.DayOf(turn.Today).Amount)); break;
            case "weekly": Changing.Weekly(turn, habit); break;
            case "dropday": Changing.DropDay(turn, habit, rest); break;
            case "cancel" when DayIn(rest) is { } off: Doubting.ThatDayOrForGood(turn, habit, off); break;
            case "count": Doing.Count(turn, habit, int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 1); break;
            case "habit": Changing.Show(turn, habit); break;
            case "more": Changing.More(turn, habit); break;
            case "pauseone": Pausing.Begin(turn, [habit], LocalDatePattern.Iso.Parse(rest) is { Success: true, Value: var until } ? until : null); break;
            case "skip": Missing.Freeze(turn, habit, Changing.FreezeDay(turn, habit)); break;
            case "undo" when DayIn(rest) is { } undone && undone < turn.Today: Correcting.NotDone(turn, [habit], undone); break;
            case "undo" when turn.Data.LastMark is { } mark && mark.Habit == habit.Id: Doing.Undo(turn); break;
            case "undo": Correcting.NotDone(turn, [habit], turn.Today); break;
            case "remove": Changing.Remove(turn, [habit]); break;
            case "retime": Changing.AskTime(turn, habit); break;
            case "redays": Changing.AskDays(turn, habit); break;
            case "target": Changing.AskTarget(turn, habit); break;
            case "proof": Changing.Proof(turn, habit); break;
            case "share": Changing.Share(turn, habit); break;
            case "start" when _time.Parse(rest) is { Success: true, Value: var start }: Changing.Change(turn, habit, new Wish { Intent = Understanding.Intent.Change, Start = start }); break;
            case "deadline" when _time.Parse(rest) is { Success: true, Value: var end }: Changing.Change(turn, habit, new Wish { Intent = Understanding.Intent.Change, Deadline = end }); break;
            case "freeze" when LocalDatePattern.Iso.Parse(rest) is { Success: true, Value: var day }: Missing.Freeze(turn, habit, day); break;
            default: Changing.Show(turn, habit); break;
        }
    }

    private static LocalDate? DayIn(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    private static void OnSeveral(HabitTurn turn, string list, Action<IReadOnlyList<Habit>> act)
    {
        var ids = list.Split('.')
            .Select(id => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToHashSet();
        var habits = turn.Data.Habits.Where(habit => ids.Contains(habit.Id)).ToList();
        if (habits.Count > 0) act(habits);
        else turn.Say(turn.Texts.HabitGone);
    }
}
