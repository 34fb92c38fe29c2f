using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>A person in each state, and everything that can reach them there.</summary>
internal static class HabitSamples
{
    public const long Conversation = 7;

    // A Saturday noon in New York.
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 17, 0, 0, TimeSpan.Zero);

    private static readonly LocalDate _today = new(2026, 11, 21);

    /// <summary>A person as a state finds them.</summary>
    public static Conversation In(string state) => new()
    {
        Id = Conversation, Bot = HabitsModule.Name, EntryBot = HabitsModule.Name, State = state, Data = DataIn(state).Write(),
        Parked = new Dictionary<string, ParkedState>(), Language = "en", TimeZone = "America/New_York",
        Person = new Person(1, "Ann", "15550001111", null), Now = Now, LastInboundAt = Now,
    };

    /// <summary>All inputs, by the names the table shows. Buttons stand for any time they can be pressed, early or late.</summary>
    public static IEnumerable<(string Name, Input Input)> Inputs()
    {
        foreach (var text in new[]
        {
            "hello", "thanks", "yes", "no", "cancel", "meditate every day at 7", "add", "done", "done with reading", "+2", "undo", "how am I doing?",
            "what's next?", "my habits", "stop tracking reading", "pause until Monday", "I'm back", "move reading to 8pm", "skip reading", "10pm to 6am",
            "8 glasses", "settings", "quiet hours", "partner", "leave partner", "freezes", "partner 12-ABCDEFGH", "what is love?", "I want to die",
        })
        {
            yield return ($"“{text}”", Message(new TextContent(text) { Type = "text" }));
        }

        foreach (var (name, id) in Buttons()) yield return ($"[{name}]", Message(new ChoiceContent(id, name) { Type = "interactive" }));
        yield return ("a photo", Message(Media("image", "image/jpeg")));
        yield return ("a photo as a document", Message(Media("document", "image/png")));
        foreach (var (type, mime) in new[] { ("document", "application/pdf"), ("sticker", "image/webp"), ("audio", "audio/ogg"), ("video", "video/mp4") })
        {
            yield return (type == "document" ? "a PDF" : $"a {type}", Message(Media(type, mime)));
        }

        yield return ("a place", Message(new LocationContent(40.4, -3.7, null, null) { Type = "location" }));
        yield return ("the timer", new TimerInput(1, HabitIds.Timer, Now, null, HabitsModule.Name));
        foreach (var e in Events()) yield return e;
    }

    private static HabitData DataIn(string state)
    {
        var kept = new HabitData
        {
            Tone = Tone.Harsh, Ladder = Ladder.Punish, LastId = 2, SeenTo = Now.AddMinutes(-1), Zone = "America/New_York", WroteAt = Now.AddHours(-1),
            Habits =
            [
                new Habit { Id = 1, Name = "Reading", Days = new(), Deadline = new LocalTime(21, 0), Since = _today.PlusDays(-5), Marks = "ddmdd", ClosedTo = _today.PlusDays(-1), Streak = 2, Best = 2, IsShared = true },
                new Habit { Id = 2, Name = "Water", Days = new(), Start = new LocalTime(8, 0), Deadline = new LocalTime(22, 0), Since = _today, Target = 8, Unit = "glasses" },
            ],
            Punishments = [new Punishment(PunishmentKind.Run, _today, Now.AddHours(6))],
            Partner = new Partner(99, "Bo"), Invitation = "7-ABCDEFGH",
            Proofs = [new Proof("wamid.proof", Now.AddMinutes(-2), null, [])],
            Report = new Report(_today.PlusDays(-6), "Your week", "Your week in words"),
        };
        return state switch
        {
            HabitStates.New => new HabitData(),
            HabitStates.ChoosingLadder => new HabitData { Tone = Tone.Firm },
            HabitStates.Asking => kept with { Question = new Question(QuestionKind.Time, Now.AddMinutes(-1), 1) },
            HabitStates.Paused => kept with { Pause = new Pause(_today.PlusDays(-1), null) },
            _ => kept,
        };
    }

    private static IEnumerable<(string, string)> Buttons() =>
    [
        ("menu", HabitIds.Menu), ("add a habit", HabitIds.Add), ("how am I doing", HabitIds.Status), ("what is next", HabitIds.Next),
        ("my habits", HabitIds.List),
        ("settings", HabitIds.Settings), ("tones", HabitIds.Tones), ("firm", HabitIds.Tone(Tone.Firm)), ("misses", HabitIds.Ladders),
        ("only count", HabitIds.Ladder(Ladder.Count)), ("it has a price", HabitIds.Ladder(Ladder.Punish)),
        ("a walk", HabitIds.First(PunishmentKind.Walk)),
        ("did the run", HabitIds.Punished(PunishmentKind.Run)), ("quiet hours", HabitIds.Quiet), ("yes, my clock", HabitIds.KeepZone),
        ("pause", HabitIds.AskPause), ("I'm back", HabitIds.Resume),
        ("partner", HabitIds.PartnerInfo), ("invite", HabitIds.Invite), ("end it", HabitIds.Leave), ("yes, that is who", HabitIds.Confirm(true)),
        ("no, not them", HabitIds.Confirm(false)), ("bring it back", HabitIds.Restore), ("show the report", HabitIds.ShowReport), ("look", HabitIds.Look),
        ("done", HabitIds.Done(1)), ("one more", HabitIds.Count(2, 1)), ("open it", HabitIds.Show(1)), ("more", HabitIds.More(1)), ("skip", HabitIds.Skip(1)),
        ("undo", HabitIds.Undo(1, _today)), ("remove", HabitIds.Remove(1)), ("change time", HabitIds.Retime(1)), ("change days", HabitIds.Redays(1)),
        ("count it", HabitIds.Retarget(1)), ("ask for a photo", HabitIds.Proof(1)), ("share", HabitIds.Share(1)), ("no, 7 PM", HabitIds.Start(1, new LocalTime(19, 0))),
        ("by 8 PM", HabitIds.Deadline(1, new LocalTime(20, 0))), ("use a freeze", HabitIds.Freeze(1, _today)), ("it shows this", HabitIds.Take("wamid.proof", 1)),
        ("a habit of long ago", HabitIds.Done(77)), ("tampered with", HabitIds.Prefix + "freeze:1:x"), ("unknown", HabitIds.Prefix + "zzz"),
    ];

    private static IEnumerable<(string, Input)> Events()
    {
        yield return ("photo looked at", Event(
            EventTypes.ImageProcessed, new(Conversation, "wamid.proof", null, null, null, 120, 200, "00000000000000ff", false, "in/1.jpg"), ContractsJson.Default.ImageProcessed));
        yield return ("photo damaged", Event(
            EventTypes.ImageProcessed, new(Conversation, "wamid.proof", PhotoFaults.Damaged, null, null, 0, 0, null, false), ContractsJson.Default.ImageProcessed));
        yield return ("AI answer of long ago", Event(EventTypes.AiAnswered, new(Conversation, HabitTasks.Understand, "text:old", null, AiFailures.Down), ContractsJson.Default.AiAnswered));
        yield return ("chart drawn", Event(EventTypes.ChartReady, new(Conversation, "2026-11-15", "charts/1.png"), ContractsJson.Default.ChartReady));
        yield return ("chart not drawn", Event(EventTypes.ChartReady, new(Conversation, "2026-11-15", null), ContractsJson.Default.ChartReady));
        foreach (var kind in new[] { PartnerNewsKinds.Joined, PartnerNewsKinds.Accepted, PartnerNewsKinds.Refused, PartnerNewsKinds.Missed, PartnerNewsKinds.Left })
        {
            yield return ($"partner {kind}", Event(EventTypes.PartnerNews, new(Conversation, 99, kind, "Bo", "7-ABCDEFGH", ["Piano"], 3), ContractsJson.Default.PartnerNews));
        }

        yield return ("a stranger joined", Event(EventTypes.PartnerNews, new(Conversation, 98, PartnerNewsKinds.Joined, null, "7-ABCDEFGX"), ContractsJson.Default.PartnerNews));
    }

    private static EventInput Event<T>(string type, T data, JsonTypeInfo<T> info) => new(type, JsonSerializer.SerializeToElement(data, info), HabitsModule.Name);

    private static MessageInput Message(IncomingContent content) => new(new IncomingMessage("wamid.1", Now, "1", new Sender("15550001111", null, "Ann"), content));

    private static MediaContent Media(string type, string mime) => new("media.1", mime, null, null, null, false, false) { Type = type };
}
