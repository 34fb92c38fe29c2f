using System.Globalization;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.BotKit.Texts;

namespace WhatsAppBots.Bots.Habits;

/// <summary>What Habits says, in the tone they chose.</summary>
internal sealed class HabitTexts(string? language, Tone tone) : TextSet(language)
{
    public string Title => Get();
    public string Description => Get();
    public string Welcome => Get();
    public string ChooseButton => Get();
    public string AskTone => Get();
    public string ToneGentle => Get();
    public string ToneFirm => Get();
    public string ToneHarsh => Get();
    public string ToneSetGentle => Get();
    public string ToneSetFirm => Get();
    public string ToneSetHarsh => Get();
    public string AskLadder => Get();
    public string LadderCount => Get();
    public string LadderPunish => Get();
    public string AskPunishment => Get();
    public string PunishmentWalk => Get();
    public string PunishmentRun => Get();
    public string PunishmentPages => Get();
    public string LadderOn(string first, string second) => Get().With("first", first).With("second", second);
    public string LadderOff => Get();
    public string AskName => Get();
    public string Added(string name, string when) => Get().With("name", name).With("when", when);
    public string StartsOn(string day) => Get().With("day", day);
    public string WelcomeBack => Get();
    public string Easier => Get();
    public string FewerDaysButton => Get();
    public string SmallerButton => Get();
    public string KeepButton => Get();
    public string PlanOfToday => Get();
    public string OpenToday => Get();
    public string FewerNow(string morning, string evening) => Get().With("morning", morning).With("evening", evening);
    public string MoreNow => Get();
    public string FewerButtonTitle => Get();
    public string FewerDescription => Get();
    public string MoreButtonTitle => Get();
    public string MoreDescription => Get();
    public string FewerName => Get();
    public string EachName => Get();
    public string StartsNext(string day) => Get().With("day", day);
    public string TookTime(string time) => Get().With("time", time);
    public string NoTimeTitle(string time) => Get().With("time", time);
    public string HaveAlready(string name) => Get().With("name", name);
    public string TooManyHabits(string most) => Get().With("most", most);
    public string ChangeTimeButton => Get();
    public string MoreButton => Get();
    public string DoneButton => Get();
    public string OnlyOn(string day) => Get().With("day", day);
    public string FromUntil(string start, string deadline) => Get().With("start", start).With("deadline", deadline);
    public string AllDayUntil(string deadline) => Get().With("deadline", deadline);
    public string ATarget(string target) => Get().With("target", target);
    public string DaysTitle => Get();
    public string DaysDescription => Get();
    public string TargetTitle => Get();
    public string TargetDescription => Get();
    public string ProofTitle => Get();
    public string NoProofTitle => Get();
    public string ProofDescription => Get();
    public string ShareTitle => Get();
    public string UnshareTitle => Get();
    public string ShareDescription => Get();
    public string SkipTitle => Get();
    public string SkipDescription => Get();
    public string UndoTitle => Get();
    public string RemoveTitle => Get();
    public string RemoveDescription => Get();
    public string AskTime(string name) => Get().With("name", name);
    public string AskDays(string name) => Get().With("name", name);
    public string AskTarget(string name) => Get().With("name", name);
    public string Changed(string name, string when) => Get().With("name", name).With("when", when);
    public string ProofOn(string name) => Get().With("name", name);
    public string ProofOff(string name) => Get().With("name", name);
    public string ShareOn(string name, string partner) => Get().With("name", name).With("partner", partner);
    public string ShareOnAlone(string name) => Get().With("name", name);
    public string ShareOff(string name) => Get().With("name", name);
    public string Removed(string names) => Get().With("names", names);
    public string RestoreButton => Get();
    public string NothingToRestore => Get();
    public string Restored(string name) => Get().With("name", name);
    public string HabitGone => Get();
    public string NothingForThat => Get();
    public string DoneGentle(string name, string streak) => Get().With("name", name).With("streak", streak);
    public string DoneFirm(string name, string streak) => Get().With("name", name).With("streak", streak);
    public string DoneHarsh(string name, string streak) => Get().With("name", name).With("streak", streak);
    public string AllDoneGentle => Get();
    public string AllDoneFirm => Get();
    public string AllDoneHarsh => Get();
    public string AlreadyDone(string name) => Get().With("name", name);
    public string Counted(string name, string progress) => Get().With("name", name).With("progress", progress);
    public string MoreThanEnough(string name, string progress) => Get().With("name", name).With("progress", progress);
    public string NewBest => Get();
    public string InTimeAfterAll(string name, string streak) => Tidy(Get().With("name", name).With("streak", streak));
    public string TooLate(string name, string deadline) => Get().With("name", name).With("deadline", deadline);
    public string NotDue(string name, string day) => Get().With("name", name).With("day", day);
    public string NotDueAgain(string name) => Get().With("name", name);
    public string SendProof(string names) => Get().With("names", names);
    public string Undone(string name) => Get().With("name", name);
    public string NothingToUndo => Get();
    public string UntilShort(string deadline) => Get().With("deadline", deadline);
    public string StreakDays(string count, string best) => Get().With("count", count).With("best", best);
    public string StreakWeeks(string count, string best) => Get().With("count", count).With("best", best);
    public string BeginsGentle => Get();
    public string BeginsFirm => Get();
    public string BeginsHarsh => Get();
    public string EndsSoonGentle => Get();
    public string EndsSoonFirm => Get();
    public string EndsSoonHarsh => Get();
    public string LineUntil(string name, string deadline) => Get().With("name", name).With("deadline", deadline);
    public string LineEnds(string name, string deadline) => Get().With("name", name).With("deadline", deadline);
    public string LineFrom(string name, string start, string deadline) => Get().With("name", name).With("start", start).With("deadline", deadline);
    public string MissedGentle(string names, string strike) => Get().With("names", names).With("strike", strike);
    public string MissedFirm(string names, string strike) => Get().With("names", names).With("strike", strike);
    public string MissedHarsh(string names, string strike) => Get().With("names", names).With("strike", strike);
    public string MakeUp(string task, string until) => Get().With("task", task).With("until", until);
    public string DidIt(string task) => Get().With("task", task);
    public string MadeUp(string task) => Get().With("task", task);
    public string NothingToMakeUp => Get();
    public string PunishmentOver(string task) => Get().With("task", task);
    public string PartnerWasTold(string partner) => Get().With("partner", partner);
    public string FreezeTitle(string name) => Get().With("name", name);
    public string NoFreezes => Get();
    public string FreezesLeft(string left) => Get().With("left", left);
    public string DoneToday(string done, string due) => Get().With("done", done).With("due", due);
    public string NextIs => Get();
    public string NothingOpen => Get();
    public string NothingToTick => Get();
    public string NothingOpenBut(string name, string day) => Get().With("name", name).With("day", day);
    public string YourHabits => Get();
    public string NoHabits => Get();
    public string WhatNow => Get();
    public string NotUnderstood => Get();
    public string StatusTitle => Get();
    public string StatusDescription => Get();
    public string NextTitle => Get();
    public string NextDescription => Get();
    public string AddTitle => Get();
    public string AddDescription => Get();
    public string ListTitle => Get();
    public string ListDescription => Get();
    public string PauseTitle => Get();
    public string PauseDescription => Get();
    public string ResumeTitle => Get();
    public string PartnerTitle => Get();
    public string PartnerDescription => Get();
    public string SettingsTitle => Get();
    public string SettingsDescription => Get();
    public string LanguageTitle => Get();
    public string HumanTitle => Get();
    public string TooLong => Get();
    public string OnlyWords => Get();
    public string SettingsNow(string tone, string ladder, string start, string end, string place, string messages) => Get()
        .With("tone", tone).With("ladder", ladder).With("start", start).With("end", end).With("place", place).With("messages", messages);
    public string ToneTitle => Get();
    public string ToneDescription => Get();
    public string LadderTitle => Get();
    public string LadderDescription => Get();
    public string QuietTitle => Get();
    public string QuietDescription => Get();
    public string ZoneTitle => Get();
    public string ZoneDescription => Get();
    public string AskZone(string time, string place) => Get().With("time", time).With("place", place);
    public string ChangeZoneButton => Get();
    public string ZoneKept => Get();
    public string AskQuiet(string start, string end) => Get().With("start", start).With("end", end);
    public string QuietSet(string start, string end) => Get().With("start", start).With("end", end);
    public string AskPause => Get();
    public string UntilDay(string day) => Get().With("day", day);
    public string UntilYouSay => Get();
    public string Paused(string words) => Get().With("words", words);
    public string PausedHabit(string names, string words) => Get().With("names", names).With("words", words);
    public string PausedUntil(string day) => Get().With("day", day);
    public string PausedOpen => Get();
    public string Resumed => Get();
    public string NotPaused => Get();
    public string PauseEnds => Get();
    public string FellSilent => Get();
    public string WhichOne => Get();
    public string NoSuchHabit(string name) => Get().With("name", name);
    public string PhotoOfNothing => Get();
    public string PhotosEnough => Get();
    public string PhotoUnusable => Get();
    public string PhotosTomorrow => Get();
    public string PhotoSeenBefore => Get();
    public string PhotoSettled => Get();
    public string NothingToProve => Get();
    public string WhatDoesItShow => Get();
    public string ProofShowsNothing => Get();
    public string ProofShowsNot(string why) => Get().With("why", why);
    public string WeekTitle => Get();
    public string WeekCaption(string done, string due, string percent) => Get().With("done", done).With("due", due).With("percent", percent);
    public string ReportWaits => Get();
    public string AskNothing => Get();
    public string AskInUnit(string name, string unit) => Get().With("unit", unit).With("name", name);
    public string HumanButton => Get();
    public string GoOnButton => Get();
    public string PartnerHow => Get();
    public string InviteButton => Get();
    public string InviteHow => Get();
    public string Invitation(string name, string code) => Get().With("name", name).With("code", code);
    public string AFriend => Get();
    public string CodeWrong => Get();
    public string PartnerTerms => Get();
    public string AskPartner(string name) => Get().With("name", name);
    public string YesButton => Get();
    public string NoButton => Get();
    public string PartnerNow(string partner, string habits) => Get().With("partner", partner).With("habits", habits);
    public string NothingShared => Get();
    public string PartnerRefused => Get();
    public string PartnerIs(string partner, string habits) => Get().With("partner", partner).With("habits", habits);
    public string ChargesAre(string names) => Get().With("names", names);
    public string LeaveButton => Get();
    public string PartnerEnded(string names) => Get().With("names", names);
    public string NoPartner => Get();
    public string YouArePartner(string name) => Get().With("name", name);
    public string NotTaken => Get();
    public string PartnerMissed(string name, string habits, string strike) => Get().With("name", name).With("habits", habits).With("strike", strike);
    public string PartnerLeft(string name) => Get().With("name", name);
    public string Frozen(string name, string day, string streak, string left) => Tidy(Get().With("name", name).With("day", day).With("streak", streak).With("left", left));
    public string IsFrozen(string name, string day) => Get().With("name", name).With("day", day);
    public string NothingToFreeze(string name, string day) => Get().With("name", name).With("day", day);
    public string ThatDayOrForGood(string name, string day) => Get().With("name", name).With("day", day);
    public string OnlyThatDayButton => Get();
    public string EveryWeekButton => Get();
    public string SurePauseDays(string start, string day) => Get().With("start", start).With("day", day);
    public string ShallIAddThese(string list) => Get().With("list", list);
    public string EachWeekButton => Get();
    public string ForGoodButton => Get();
    public string SureRemove(string names) => Get().With("names", names);
    public string SureSkip(string name, string day, string left) => Get().With("name", name).With("day", day).With("left", left);
    public string SurePause(string names) => Get().With("names", names);
    public string SurePauseUntil(string names, string day) => Get().With("names", names).With("day", day);
    public string SureUndo(string name, string day) => Get().With("name", name).With("day", day);
    public string AllHabits => Get();
    public string LeftOut(string words) => Get().With("words", words);
    public string PausedFrom(string start, string day) => Get().With("start", start).With("day", day);
    public string PausedFromOpen(string start) => Get().With("start", start);
    public string DoneOn(string name, string day, string streak) => Tidy(Get().With("name", name).With("day", day).With("streak", streak));
    public string TooLongAgo(string name, string day) => Get().With("name", name).With("day", day);
    public string NotYet(string name, string day) => Get().With("name", name).With("day", day);
    public string NotDueThen(string name, string day) => Get().With("name", name).With("day", day);
    public string NotDone(string name, string day) => Get().With("name", name).With("day", day);
    public string AllButOrOnly(string name) => Get().With("name", name);

    public string AllButButton => Get();

    public string OnlyThatButton => Get();

    public string SureDone(string name, string day) => Get().With("name", name).With("day", day);

    public string NewOrChange(string name, string now, string when) => Get().With("name", name).With("now", now).With("when", when);

    public string NewHabitButton => Get();

    public string ChangeThatButton => Get();

    public string PauseOrRemove(string name) => Get().With("name", name);

    public string PauseItButton => Get();

    public string ShallIAdd(string name, string when) => Get().With("name", name).With("when", when);
    public string ShallIChange(string name, string now, string when) => Get().With("name", name).With("now", now).With("when", when);
    public string NoHours(string hours) => Get().With("hours", hours);
    public string AtTimes(string times) => Get().With("times", times);
    public string NoneAtAll => Get();
    public string AtMostADay(string target) => Get().With("target", target);
    public string WithinLimit(string name, string progress) => Get().With("name", name).With("progress", progress);
    public string OverLimit(string name, string progress) => Get().With("name", name).With("progress", progress);
    public string LimitHow => Get();
    public string StillKept(string name) => Get().With("name", name);
    public string StillYesButton => Get();
    public string StillNoButton => Get();
    public string AllRight => Get();
    public string YesToWhat => Get();
    public string TakenBack => Get();
    public string LostAgain => Get();
    public string LostThrice => Get();
    public string ItsFree => Get();
    public string IfYouMiss => Get();
    public string NextReminder(string at) => Get().With("at", at);
    public string NoReminder => Get();
    public string HardDay => Get();
    public string Annoyed => Get();
    public string BreakButton => Get();
    public string EditUnheard => Get();

    internal string Begins => InTone(BeginsGentle, BeginsFirm, BeginsHarsh);
    internal string EndsSoon => InTone(EndsSoonGentle, EndsSoonFirm, EndsSoonHarsh);
    internal string AllDone => InTone(AllDoneGentle, AllDoneFirm, AllDoneHarsh);
    internal string ToneSet => InTone(ToneSetGentle, ToneSetFirm, ToneSetHarsh);

    internal string Done(string name, string streak) => Tidy(InTone(DoneGentle(name, streak), DoneFirm(name, streak), DoneHarsh(name, streak)));

    internal string Missed(string names, int strike) =>
        InTone(MissedGentle(names, Of(strike)), MissedFirm(names, Of(strike)), MissedHarsh(names, Of(strike)));

    /// <summary>"🔥 12 (best 30)"; empty while there was none yet.</summary>
    internal string Streak(Habit habit) => habit switch
    {
        { Best: 0 } => "",
        { Days.TimesAWeek: null } => StreakDays(Of(habit.Streak), Of(habit.Best)),
        _ => StreakWeeks(Of(habit.Streak), Of(habit.Best)),
    };

    internal string NameOf(Tone which) => which switch { Tone.Gentle => ToneGentle, Tone.Firm => ToneFirm, Tone.Harsh => ToneHarsh };

    internal string NameOf(Ladder ladder) => ladder switch { Ladder.Count => LadderCount, Ladder.Punish => LadderPunish };

    internal string NameOf(PunishmentKind kind) => kind.Or(PunishmentKind.Walk) switch
    {
        PunishmentKind.Walk => PunishmentWalk,
        PunishmentKind.Run => PunishmentRun,
        PunishmentKind.Pages => PunishmentPages,
    };

    internal static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Where there is no streak to tell of.
    private static string Tidy(string text) => text.Replace("  ", " ", StringComparison.Ordinal).TrimEnd();

    private string InTone(string gentle, string firm, string harsh) => tone switch { Tone.Gentle => gentle, Tone.Firm => firm, Tone.Harsh => harsh };
}
