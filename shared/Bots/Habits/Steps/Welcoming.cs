using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>Greets, and shows what can be done.</summary>
internal static class Welcoming
{
    public static void Hello(HabitTurn turn)
    {
        if (turn.Data.Habits.Count > 0 || turn.Data.Tone is not null)
        {
            Menu(turn, turn.Texts.WhatNow);
            return;
        }

        Settings.AskTone(turn, turn.Texts.Welcome + "\n\n" + turn.Texts.AskTone);
    }

    public static void Menu(HabitTurn turn, string body)
    {
        var texts = turn.Texts;
        if (turn.Data.Habits.Count == 0)
        {
            turn.List(body, Add(texts), Language(texts), Partner(texts), Setup(texts), Human(texts));
            return;
        }

        turn.List(
            body,
            new Choice(HabitIds.Status, texts.StatusTitle, texts.StatusDescription),
            new Choice(HabitIds.Next, texts.NextTitle, texts.NextDescription),
            Add(texts),
            new Choice(HabitIds.List, texts.ListTitle, texts.ListDescription),
            !HabitCalendar.Covers(turn.Data.Pause, turn.Today) ? new Choice(HabitIds.AskPause, texts.PauseTitle, texts.PauseDescription)
                : new Choice(HabitIds.Resume, texts.ResumeTitle),
            Partner(texts), Setup(texts), Language(texts), Human(texts));
    }

    /// <summary>What came is of no use here.</summary>
    public static void Misplaced(HabitTurn turn) => turn.Say(turn.Texts.OnlyWords);

    private static Choice Add(HabitTexts texts) => new(HabitIds.Add, texts.AddTitle, texts.AddDescription);

    private static Choice Partner(HabitTexts texts) => new(HabitIds.PartnerInfo, texts.PartnerTitle, texts.PartnerDescription);

    private static Choice Setup(HabitTexts texts) => new(HabitIds.Settings, texts.SettingsTitle, texts.SettingsDescription);

    private static Choice Language(HabitTexts texts) => new(CommandIds.Of(Command.Language), texts.LanguageTitle);

    private static Choice Human(HabitTexts texts) => new(CommandIds.Of(Command.Human), texts.HumanTitle);
}
