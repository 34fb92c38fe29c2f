using NodaTime;
using WhatsAppBots.BotKit.Commands;
using WhatsAppBots.BotKit.Talk;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Bots.Habits.Steps;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits.Talk;

/// <summary>Answers what is said beside the matter, and questions about the bot itself.</summary>
internal static class SmallTalk
{
    /// <summary>False: it is none of that.</summary>
    public static bool Try(HabitTurn turn, string text, Utterance said, Wish wish)
    {
        // Lines of a list are no talk, whatever stands in one of them.
        if (text.Contains('\n', StringComparison.Ordinal) && text.AsSpan().ContainsAny("✅✔☑❌✖")) return false;
        if (Tone(turn, PlainText.Of(text)) is { } tone)
        {
            Settings.Choose(turn, tone.ToString());
            return true;
        }

        if (!wish.HasPlan && HabitWords.SaysTooMany(text))
        {
            Digesting.Set(turn, isOn: true);
            return true;
        }

        // "remind me to fuck off" is no habit. "leave me alone until Monday" is a pause.
        if (said.Intent != Intent.Pause && wish.Date is null && Insults.IsIn(text))
        {
            var texts = turn.Texts;
            turn.Buttons(
                texts.Annoyed, new(HabitIds.FewerMessages, texts.FewerButtonTitle), new(HabitIds.Break, texts.BreakButton),
                new(CommandIds.Of(Command.Human), texts.HumanButton));
            return true;
        }

        // "I want …" and a statement with a day are no plan yet: "I feel like crap today".
        var isOpen = said.Intent is Intent.None or Intent.Greet or Intent.Thank or Intent.Agree or Intent.Decline or Intent.Status or Intent.Add or Intent.Remind;
        var hasWhen = wish.Days is not null || (wish.Start ?? wish.Deadline) is not null || wish.Count is not null;
        if (TalkWords.Read(text, !isOpen || hasWhen) is not { } topic) return false;

        // "read by 9, or what if I'm late": a plan with a question in it is a plan.
        if (hasWhen && wish.Names.Count > 0 && topic is not TalkTopic.QuietHours) return false;
        if (topic == TalkTopic.QuietHours && Hours(turn, said)) return true;
        Answer(turn, topic);
        return true;
    }

    // "don't message me after 10pm", "not before 8": the other end stays. "At night" is quiet as it is.
    private static bool Hours(HabitTurn turn, Utterance said)
    {
        var times = said.Reading.Moments.Select(moment => moment.Readings)
            .Where(readings => readings[0] is { Time: not null, Exact: null }).ToList();
        var (from, until) = (turn.Data.QuietFrom, turn.Data.QuietUntil);
        if (times.Count == 0)
        {
            if (from.Hour < 20 || until.Hour is < 5 or > 10) return false;
            turn.Say(turn.Texts.QuietSet(turn.Name(from), turn.Name(until)));
            return true;
        }

        if (times.Count > 2) return false;
        var evening = times[0].Select(each => each.Time!.Value).OrderByDescending(time => time.Hour >= 18).First();
        var morning = times[^1].Select(each => each.Time!.Value).OrderByDescending(time => time.Hour < 12).First();
        if (times.Count == 2) Settings.SetQuiet(turn, evening, morning);
        else if (evening.Hour >= 18) Settings.SetQuiet(turn, evening, until);
        else if (morning.Hour is >= 4 and < 12) Settings.SetQuiet(turn, from, morning);
        else return false;
        return true;
    }

    // "drill sergeant please": a tone's name, and no more than courtesy beside it.
    private static Tone? Tone(HabitTurn turn, string plain)
    {
        foreach (var tone in Enum.GetValues<Tone>())
        {
            var name = PlainText.Of(turn.Texts.NameOf(tone));
            if (plain == name || plain.Split(' ').Length <= name.Split(' ').Length + 2 && turn.Data.Habits.Count + (turn.Data.Tone is null ? 0 : 1) > 0
                && (plain.StartsWith(name + " ", StringComparison.Ordinal) || plain.EndsWith(" " + name, StringComparison.Ordinal))) return tone;
        }

        return null;
    }

    private static void Answer(HabitTurn turn, TalkTopic topic)
    {
        var texts = turn.Texts;
        var talk = new TalkTexts(texts.Language);
        switch (topic)
        {
            case TalkTopic.Price: turn.Say(texts.ItsFree); break;
            case TalkTopic.Missed: turn.Say(texts.IfYouMiss); break;
            case TalkTopic.NextReminder: Reminder(turn); break;
            case TalkTopic.Privacy: turn.Say(new CommandTexts(texts.Language).Privacy); break;
            case TalkTopic.QuietHours: Settings.AskQuiet(turn); break;
            case TalkTopic.How: turn.Say(texts.Welcome); break;
            case TalkTopic.Busy: turn.Say(talk.NoWorries); break;
            case TalkTopic.Feelings or TalkTopic.GivingUp:
                turn.Buttons(texts.HardDay, new(HabitIds.Break, texts.BreakButton), new(CommandIds.Of(Command.Human), texts.HumanButton));
                break;
            case TalkTopic.Goodbye: turn.Say(talk.Goodbye); break;
            case TalkTopic.Laughter: turn.Say(talk.Smile); break;
            case TalkTopic.Gentler: Settings.Choose(turn, nameof(Habits.Tone.Gentle)); break;
            case TalkTopic.Chart: Showing.Status(turn); break;
        }
    }

    private static void Reminder(HabitTurn turn)
    {
        if (Schedule.NextTold(turn.Data, turn.Zone) is not { } next)
        {
            turn.Say(turn.Texts.NoReminder);
            return;
        }

        var local = next.At.InZone(turn.Zone).LocalDateTime;
        turn.Say(turn.Texts.NextReminder($"{turn.NameFully(local.Date)}, {turn.Name(local.TimeOfDay)}: *{turn.Habit(next.Habit)!.Name}*"));
    }
}
