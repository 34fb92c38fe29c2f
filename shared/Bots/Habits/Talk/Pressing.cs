using NodaTime;
using WhatsAppBots.BotKit.Buttons;
using WhatsAppBots.Bots.Habits.Steps;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>What can be pressed, wherever the talk stands by now.</summary>
internal static class Pressing
{
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
            case "pauseall" when argument.Split(':') is [var from, var back] && DayIn(turn, from) is { } away
                && DayIn(turn, back) is { } end:
                Pausing.Begin(turn, [], end, away);
                break;
            case "keep": turn.Say(turn.Texts.AllRight); break;
            case "accept": Offering.Accept(turn, argument == "1"); break;
            case "doneall" when argument.Split(':') is [var all, var on] && DayIn(turn, on) is { } day:
                OnSeveral(turn, all, habits => Doing.Done(turn, habits, day));
                break;
            case "removeall": OnSeveral(turn, argument, habits => Changing.Remove(turn, habits)); break;
            case "pausesome" when argument.Split(':') is [var some]:
                OnSeveral(turn, some, habits =>
                Pausing.Begin(turn, habits, null)); break;
            case "pausesome" when argument.Split(':') is [var some, var last] && DayIn(turn, last) is { } until:
                OnSeveral(turn, some, habits => Pausing.Begin(turn, habits, until));
                break;
            case "pauseall" or "doneall" or "pausesome": turn.Say(turn.Texts.NothingForThat); break;
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
        if (ButtonArguments.Number(parts[0], 1, int.MaxValue) is not { } id || turn.Habit(id) is not { } habit)
        {
            turn.Say(turn.Texts.HabitGone);
            return;
        }

        var rest = parts.Length > 1 ? parts[1] : "";
        var day = DayIn(turn, rest);
        switch (verb)
        {
            case "done" when rest.Length == 0: Doing.Done(turn, [habit]); break;
            case "done" when day is { } on:
                Doing.Done(turn, [habit], on == turn.Today || Doing.DayOf(turn, habit) == on ? null
                : on); break;
            case "undone" when rest.Length == 0: Correcting.NotDone(turn, [habit], turn.Today); break;
            case "undone" when day is { } undone: Correcting.NotDone(turn, [habit], undone); break;
            case "slip" when day is { } slipped: Slip(turn, habit, slipped); break;
            case "weekly": Changing.Weekly(turn, habit); break;
            case "dropday" when ButtonArguments.Number(rest, 1, 7) is { } weekday: Changing.DropDay(turn, habit, weekday); break;
            case "cancel" when day is { } off: Doubting.ThatDayOrForGood(turn, habit, off); break;
            case "count" when ButtonArguments.Number(rest, 1, Adding.MostOfTarget) is { } count: Doing.Count(turn, habit, count); break;
            case "habit": Changing.Show(turn, habit); break;
            case "more": Changing.More(turn, habit); break;
            case "pauseone" when rest.Length == 0: Pausing.Begin(turn, [habit], null); break;
            case "pauseone" when day is { } until: Pausing.Begin(turn, [habit], until); break;
            case "skip": Missing.Freeze(turn, habit, Changing.FreezeDay(turn, habit)); break;
            case "undo" when day < turn.Today: Correcting.NotDone(turn, [habit], day.Value); break;
            case "undo" when rest.Length > 0 && day is null: turn.Say(turn.Texts.NothingForThat); break;
            case "undo" when turn.Data.LastMark is { } mark && mark.Habit == habit.Id: Doing.Undo(turn); break;
            case "undo": Correcting.NotDone(turn, [habit], turn.Today); break;
            case "remove": Changing.Remove(turn, [habit]); break;
            case "retime": Changing.AskTime(turn, habit); break;
            case "redays": Changing.AskDays(turn, habit); break;
            case "target": Changing.AskTarget(turn, habit); break;
            case "proof": Changing.Proof(turn, habit); break;
            case "share": Changing.Share(turn, habit); break;
            case "start" when ButtonArguments.Time(rest) is { } start:
                Changing.Change(turn, habit,
                new Wish { Intent = Understanding.Intent.Change, Start = start }); break;
            case "deadline" when ButtonArguments.Time(rest) is { } end:
                Changing.Change(turn, habit,
                new Wish { Intent = Understanding.Intent.Change, Deadline = end }); break;
            case "freeze" when day is { } frozen: Missing.Freeze(turn, habit, frozen); break;
            case "done" or "undone" or "slip" or "dropday" or "cancel" or "count" or "pauseone" or "start" or "deadline" or "freeze":
                turn.Say(turn.Texts.NothingForThat);
                break;
            default: Changing.Show(turn, habit); break;
        }
    }

    // Of a day that is over it is a mark that is taken back, and so it is where the habit is no limit any more.
    private static void Slip(HabitTurn turn, Habit habit, LocalDate day)
    {
        if (day > turn.Today) turn.Say(turn.Texts.NothingForThat);
        else if (day < turn.Today || habit.AtMost is null) Correcting.NotDone(turn, [habit], day);
        else Doing.Count(turn, habit, Math.Max(1, habit.AtMost.Value + 1 - habit.DayOf(turn.Today).Amount));
    }

    private static LocalDate? DayIn(HabitTurn turn, string text) => ButtonArguments.Day(text, turn.Today);

    private static void OnSeveral(HabitTurn turn, string list, Action<IReadOnlyList<Habit>> act)
    {
        var ids = ButtonArguments.Ids(list);
        var habits = turn.Data.Habits.Where(habit => ids.Contains(habit.Id)).ToList();
        if (habits.Count > 0) act(habits);
        else turn.Say(turn.Texts.HabitGone);
    }
}
