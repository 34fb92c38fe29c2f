using System.Text.Json.Serialization;
using NodaTime;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.Contracts.Outgoing;

namespace WhatsAppBots.Bots.Habits;

/// <summary>What the bot knows of a person in one conversation.</summary>
internal sealed record HabitData : BotState
{
    private static readonly StateFormat<HabitData> _format = new(JsonIgnoreCondition.WhenWritingNull);

    /// <summary>In the order in which they were added.</summary>
    public IReadOnlyList<Habit> Habits { get; init; } = [];

    /// <summary>The highest id given yet.</summary>
    public int LastId { get; init; }

    /// <summary>The last removed, for who did not mean it.</summary>
    public Habit? Removed { get; init; }

    /// <summary>Null until chosen: gentle.</summary>
    public Tone? Tone { get; init; }

    /// <summary>Null until chosen: misses are only counted.</summary>
    public Ladder? Ladder { get; init; }

    /// <summary>The punishment of a day's first miss; that of the second is the next of the list.</summary>
    public PunishmentKind FirstPunishment { get; init; }

    /// <summary>Nothing that can wait is said from here …</summary>
    public LocalTime QuietFrom { get; init; } = new(22, 0);

    /// <summary>… until here.</summary>
    public LocalTime QuietUntil { get; init; } = new(7, 0);

    /// <summary>Misses by day, of the last days alone.</summary>
    public IReadOnlyList<DayStrikes> Strikes { get; init; } = [];

    /// <summary>What is to be done for them.</summary>
    public IReadOnlyList<Punishment> Punishments { get; init; } = [];

    /// <summary>Misses that wait for the end of the quiet hours.</summary>
    public IReadOnlyList<Miss> Untold { get; init; } = [];

    /// <summary>Nothing is due meanwhile.</summary>
    public Pause? Pause { get; init; }

    /// <summary>Freezes of the month that was last used.</summary>
    public FreezeCount? Freezes { get; init; }

    /// <summary>Who keeps them to it.</summary>
    public Partner? Partner { get; init; }

    /// <summary>The code of the open invitation.</summary>
    public string? Invitation { get; init; }

    /// <summary>Who wrote that code and is not confirmed yet.</summary>
    public Partner? Candidate { get; init; }

    /// <summary>Conversations of those whose invitation they answered and who have not said yet whether it was meant for them.</summary>
    public IReadOnlyList<long>? Joining { get; init; }

    /// <summary>Whom they are the partner of.</summary>
    public IReadOnlyList<Partner> Charges { get; init; } = [];

    /// <summary>What "it" is.</summary>
    public Topic? Topic { get; init; }

    /// <summary>What they were asked.</summary>
    public Question? Question { get; init; }

    /// <summary>What was offered last: a yes, a no, a number or a title is of it.</summary>
    public Offer? Offer { get; init; }

    /// <summary>What the last words changed, to be taken back by "undo".</summary>
    public LastAct? LastAct { get; init; }

    /// <summary>How many texts in a row were not understood.</summary>
    public int Lost { get; init; }

    /// <summary>What the AI was asked.</summary>
    public AiQuestion? Asked { get; init; }

    /// <summary>Photos that are being looked at.</summary>
    public IReadOnlyList<Proof> Proofs { get; init; } = [];

    /// <summary>Fingerprints of the photos that counted, the latest last.</summary>
    public IReadOnlyList<string> Fingerprints { get; init; } = [];

    /// <summary>The last thing marked, to be taken back.</summary>
    public LastMark? LastMark { get; init; }

    /// <summary>The Sunday of the last report.</summary>
    public LocalDate? Reported { get; init; }

    /// <summary>A report that waits for its picture or for them to write.</summary>
    public Report? Report { get; init; }

    /// <summary>The zone the open days are of.</summary>
    public string? Zone { get; init; }

    /// <summary>They were asked whether the guess of their zone is right.</summary>
    public bool ZoneAsked { get; init; }

    /// <summary>They were asked how they want to be spoken to.</summary>
    public bool ToneAsked { get; init; }

    /// <summary>When they last wrote.</summary>
    public DateTimeOffset? WroteAt { get; init; }

    /// <summary>Templates of the day on which the last went.</summary>
    public DayCount? Templates { get; init; }

    /// <summary>News of a partner that no template was left for; said once they write.</summary>
    public IReadOnlyList<string>? Waiting { get; init; }

    /// <summary>One message in the morning and one in the evening, instead of one for each habit.</summary>
    public bool Digest { get; init; }

    /// <summary>The day of the last message of the morning.</summary>
    public LocalDate? Planned { get; init; }

    /// <summary>The day of the last message of the evening.</summary>
    public LocalDate? Reviewed { get; init; }

    /// <summary>The day on whose morning they are asked whether it should be easier.</summary>
    public LocalDate? EasierOn { get; init; }

    /// <summary>The day on which they were last asked that.</summary>
    public LocalDate? EasierAsked { get; init; }

    /// <summary>Until here all that fell due has been seen to.</summary>
    public DateTimeOffset? SeenTo { get; init; }

    /// <summary>For when the timer is set.</summary>
    public DateTimeOffset? WakesAt { get; init; }

    /// <summary>
    /// The conversation whose rows of habits are written (<see cref="HabitRows"/>); null: they are not, or a release wrote that has none.
    /// </summary>
    public long? Listed { get; init; }

    public static HabitData Read(string json) => _format.Read(json);

    public string Write() => _format.Write(this);
}

/// <summary>How it speaks.</summary>
[StoredAsNumber]
internal enum Tone
{
    Gentle,
    Firm,
    Harsh,
}

/// <summary>What a miss brings.</summary>
[StoredAsNumber]
internal enum Ladder
{
    /// <summary>Only counted.</summary>
    Count,

    /// <summary>A punishment, then a second one, then the partner is told.</summary>
    Punish,
}

/// <summary>What is done for a miss.</summary>
[StoredAsNumber]
internal enum PunishmentKind
{
    Walk,
    Run,
    Pages,
}

/// <summary>How many misses a day has.</summary>
/// <param name="Count">Of all habits.</param>
/// <param name="Habits">Those missed, in their order.</param>
internal sealed record DayStrikes(LocalDate Day, int Count, IReadOnlyList<int> Habits) : StoredPart;

/// <summary>Something to be done for a miss.</summary>
/// <param name="Strike">The miss of the day that brought it.</param>
internal sealed record Punishment(PunishmentKind Kind, LocalDate Day, DateTimeOffset Until, int Strike = 1) : StoredPart;

/// <summary>A miss of a habit on a day.</summary>
/// <param name="At">When it was.</param>
internal sealed record Miss(int Habit, LocalDate Day, int Strike, DateTimeOffset? At = null) : StoredPart;

/// <summary>So many on a day.</summary>
internal sealed record DayCount(LocalDate Day, int Count) : StoredPart;

/// <summary>Nothing is due from this day to before that one; without an end: until they say so.</summary>
/// <param name="ForSilence">They wrote nothing for long; their next word ends it.</param>
internal sealed record Pause(LocalDate From, LocalDate? Until, bool ForSilence = false) : StoredPart;

/// <summary>Freezes used in a month, by its first day.</summary>
internal sealed record FreezeCount(LocalDate Month, int Used) : StoredPart;

/// <summary>Another person, by their conversation.</summary>
internal sealed record Partner(long Conversation, string Name) : StoredPart;

/// <summary>The habit last spoken of.</summary>
internal sealed record Topic(int Habit, DateTimeOffset At) : StoredPart;

/// <summary>What they were asked, and what the answer completes.</summary>
internal sealed record Question(QuestionKind Kind, DateTimeOffset At, int Habit = 0, Draft? Draft = null, string? About = null) : StoredPart;

/// <summary>What can be asked.</summary>
[StoredAsNumber]
internal enum QuestionKind
{
    /// <summary>What a new habit is called.</summary>
    Name,

    /// <summary>When a habit is to be done.</summary>
    Time,

    /// <summary>On which days.</summary>
    Days,

    /// <summary>How many times a day.</summary>
    Target,

    /// <summary>Which habit was meant; <c>About</c> is the verb.</summary>
    Which,

    /// <summary>Which hours are quiet.</summary>
    Quiet,

    /// <summary>Until when to pause.</summary>
    Pause,
}

/// <summary>A habit of which something is still missing.</summary>
internal sealed record Draft(HabitDays Days, LocalTime? Start, LocalTime? Deadline, int? Target, string? Unit) : StoredPart;

/// <summary>Choices that were offered.</summary>
/// <param name="Yes">The id that a yes stands for.</param>
/// <param name="No">The id that a no stands for.</param>
/// <param name="Wishes">What is added once they agree.</param>
internal sealed record Offer(
    DateTimeOffset At, IReadOnlyList<OfferedChoice> Choices, string? Yes = null, string? No = null, IReadOnlyList<NewHabit>? Wishes = null)
    : StoredPart;

/// <summary>One of the choices: its id and what it says.</summary>
internal sealed record OfferedChoice(string Id, string Title) : StoredPart
{
    public static IReadOnlyList<OfferedChoice> Of(IEnumerable<Choice> choices) =>
        [.. choices.Select(choice => new OfferedChoice(choice.Id, choice.Title))];
}

/// <summary>A habit that waits for a yes.</summary>
/// <param name="IsFrom"><paramref name="Date"/> is its first day, and not its only one.</param>
/// <param name="ForDays">It ends after so many days.</param>
internal sealed record NewHabit(
    string Name, HabitDays? Days, LocalTime? Start, LocalTime? Deadline, decimal? Count, string? Unit, IReadOnlyList<LocalTime>? Times = null, int? AtMost = null,
    LocalDate? Date = null, int Instead = 0, bool NeedsProof = false, int? Minutes = null, bool IsFrom = false, int? ForDays = null)
    : StoredPart;

/// <summary>What a message changed.</summary>
/// <param name="Message">The message that said so.</param>
/// <param name="Before">Habits as they were that it changed or removed.</param>
/// <param name="Added">Habits that it added.</param>
/// <param name="Pause">The pause before.</param>
/// <param name="Freezes">The freezes before.</param>
/// <param name="IsOlder">They wrote of something else since: an "undo" may mean that.</param>
internal sealed record LastAct(
    DateTimeOffset At, string Message, IReadOnlyList<Habit> Before, IReadOnlyList<int> Added, Pause? Pause, FreezeCount? Freezes,
    bool IsOlder = false)
    : StoredPart;

/// <summary>A text the AI was asked about.</summary>
internal sealed record AiQuestion(string Request, string Text, DateTimeOffset SentAt, DateTimeOffset AskedAt) : StoredPart;

/// <summary>A photo that is being looked at, by the id of its message.</summary>
/// <param name="SentAt">When they sent it; that is what counts.</param>
/// <param name="Habits">What it is for, as far as they said.</param>
/// <param name="StoreKey">Known once it is here; then the AI, or they, are asked.</param>
internal sealed record Proof(
    string Id, DateTimeOffset SentAt, string? Caption, IReadOnlyList<int> Habits, string? StoreKey = null, string? Fingerprint = null, bool IsAsked = false)
    : StoredPart;

/// <summary>What was marked last.</summary>
internal sealed record LastMark(int Habit, LocalDate Day, int Count, bool WasDone, DateTimeOffset At, decimal? Exact = null) : StoredPart;

/// <summary>A week's report that is being drawn, or waits.</summary>
/// <param name="StoreKey">The picture; null: it is not there yet, or cannot be.</param>
/// <param name="Waits">No template was left for it: it is shown once they write.</param>
internal sealed record Report(
    LocalDate Sunday, string Caption, string Text, string? StoreKey = null, bool IsReady = false, bool Waits = false)
    : StoredPart;
