using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Steps;

/// <summary>How it speaks, what a miss brings, when it is silent.</summary>
internal static class Settings
{
    public static void Show(HabitTurn turn)
    {
        var texts = turn.Texts;
        turn.List(
            texts.SettingsNow(
                texts.NameOf(turn.Data.Tone.Or(Tone.Gentle)), texts.NameOf(turn.Data.Ladder.Or(Ladder.Count)),
                turn.Name(turn.Data.QuietFrom), turn.Name(turn.Data.QuietUntil), ZoneFinder.PlaceOf(turn.Zone.Id),
                turn.Data.Digest ? texts.FewerName : texts.EachName),
            new Choice(HabitIds.Tones, texts.ToneTitle, texts.ToneDescription),
            new Choice(HabitIds.Ladders, texts.LadderTitle, texts.LadderDescription),
            new Choice(HabitIds.Quiet, texts.QuietTitle, texts.QuietDescription),
            turn.Data.Digest
                ? new Choice(HabitIds.MoreMessages, texts.MoreButtonTitle, texts.MoreDescription)
                : new Choice(HabitIds.FewerMessages, texts.FewerButtonTitle, texts.FewerDescription),
            new Choice(CommandIds.Of(Command.TimeZone), texts.ZoneTitle, texts.ZoneDescription));
    }

    public static void Tones(HabitTurn turn) => Tones(turn, turn.Texts.AskTone);

    /// <summary>The tone is asked for once, unless they ask to change it; without an answer it is gentle.</summary>
    public static void AskTone(HabitTurn turn, string? body = null)
    {
        if (body is null && (turn.Data.ToneAsked || turn.Data.Tone is not null)) return;
        turn.Data = turn.Data with { ToneAsked = true };
        Tones(turn, body ?? turn.Texts.AskTone);
    }

    private static void Tones(HabitTurn turn, string body) =>
        turn.Buttons(body, [.. Enum.GetValues<Tone>().Select(tone => new Choice(HabitIds.Tone(tone), turn.Texts.NameOf(tone)))]);

    /// <summary>The tone was chosen; at the start the ladder comes next.</summary>
    public static void Choose(HabitTurn turn, string argument)
    {
        if (!EnumNames.TryRead<Tone>(argument, out var tone))
        {
            Tones(turn);
            return;
        }

        turn.Data = turn.Data with { Tone = tone };
        turn.Say(new HabitTexts(turn.Texts.Language, tone).ToneSet);
        if (turn.Data.Ladder is null) Ladders(turn);
    }

    public static void Ladders(HabitTurn turn) => turn.Buttons(
        turn.Texts.AskLadder, [.. Enum.GetValues<Ladder>().Select(ladder => new Choice(HabitIds.Ladder(ladder), turn.Texts.NameOf(ladder)))]);

    public static void Climb(HabitTurn turn, string argument)
    {
        var texts = turn.Texts;
        if (!EnumNames.TryRead<Ladder>(argument, out var ladder))
        {
            Ladders(turn);
            return;
        }

        turn.Data = turn.Data with { Ladder = ladder };
        if (ladder == Ladder.Punish)
        {
            turn.Buttons(texts.AskPunishment, [.. Enum.GetValues<PunishmentKind>().Select(kind => new Choice(HabitIds.First(kind), texts.NameOf(kind)))]);
            return;
        }

        turn.Data = turn.Data with { Punishments = [] };
        turn.Say(texts.LadderOff);
        Begin(turn);
    }

    public static void First(HabitTurn turn, string argument)
    {
        if (!EnumNames.TryRead<PunishmentKind>(argument, out var kind))
        {
            Ladders(turn);
            return;
        }

        var kinds = Enum.GetValues<PunishmentKind>();
        turn.Data = turn.Data with { Ladder = Ladder.Punish, FirstPunishment = kind };
        turn.Say(turn.Texts.LadderOn(turn.Texts.NameOf(kind), turn.Texts.NameOf(kinds[((int)kind + 1) % kinds.Length])));
        Begin(turn);
    }

    /// <summary>All goes by their clock, so a guess that may be wrong is asked about, once. False: there is nothing to ask.</summary>
    public static bool AskZone(HabitTurn turn)
    {
        var conversation = turn.Conversation;
        if (turn.Data.ZoneAsked || conversation.TimeZone is not null) return false;
        if (ZoneFinder.IsSure(conversation.Person.Phone, conversation.Now)) return false;
        turn.Data = turn.Data with { ZoneAsked = true };
        turn.AskWhether(
            turn.Texts.AskZone(turn.Name(turn.Now.InZone(turn.Zone).TimeOfDay), ZoneFinder.PlaceOf(turn.Zone.Id)),
            new Choice(HabitIds.KeepZone, turn.Texts.YesButton), new Choice(CommandIds.Of(Command.TimeZone), turn.Texts.ChangeZoneButton));
        return true;
    }

    /// <summary>The guess was right.</summary>
    public static void KeepZone(HabitTurn turn)
    {
        turn.Add(new SetTimeZone(turn.Zone.Id));
        turn.Say(turn.Texts.ZoneKept);
        AskTone(turn);
    }

    /// <summary>The first questions answered in the words of their buttons. Later those words may be a habit's.</summary>
    public static bool Take(HabitTurn turn, string text)
    {
        var plain = PlainText.Of(text);
        if (turn.Data.Tone is null)
        {
            foreach (var tone in Enum.GetValues<Tone>().Where(tone => PlainText.Of(turn.Texts.NameOf(tone)) == plain))
            {
                Choose(turn, tone.ToString());
                return true;
            }
        }
        else if (turn.Data.Ladder is null)
        {
            foreach (var ladder in Enum.GetValues<Ladder>().Where(ladder => PlainText.Of(turn.Texts.NameOf(ladder)) == plain))
            {
                Climb(turn, ladder.ToString());
                return true;
            }
        }

        return false;
    }

    public static void AskQuiet(HabitTurn turn)
    {
        turn.Ask(QuestionKind.Quiet);
        turn.Say(turn.Texts.AskQuiet(turn.Name(turn.Data.QuietFrom), turn.Name(turn.Data.QuietUntil)));
    }

    public static void SetQuiet(HabitTurn turn, LocalTime from, LocalTime until)
    {
        turn.Data = turn.Data with { QuietFrom = from, QuietUntil = until };
        turn.Say(turn.Texts.QuietSet(turn.Name(from), turn.Name(until)));
    }

    // Who has just chosen how it is to go needs something to keep.
    private static void Begin(HabitTurn turn)
    {
        if (turn.Data.Habits.Count == 0) Adding.Begin(turn);
    }
}
