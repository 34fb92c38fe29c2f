using NodaTime;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Accuracy;

/// <summary>A text and what it means.</summary>
/// <param name="Now">When it was written, and what the clock there showed.</param>
internal sealed record ExpectedUtterance(string Language, string Text, ZonedDateTime Now)
{
    /// <summary>As the file has it.</summary>
    public required string Line { get; init; }

    /// <summary>Against what it is read.</summary>
    public TextContext Context => new(Language, Now.Zone, Now.ToInstant());

    /// <summary>What is wanted; the first thing where several are, see <see cref="Also"/>.</summary>
    public required ExpectedAct Act { get; init; }

    /// <summary>Further things that the same text wants, in its order.</summary>
    public IReadOnlyList<ExpectedAct> Also { get; init; } = [];

    public IReadOnlyList<Intent> Intents => Act.Intents;

    public IReadOnlyList<IReadOnlyList<string?>> Names => Act.Names;

    public IReadOnlyList<IReadOnlyList<ExpectedMoment>> Moments => Act.Moments;

    public Recurrence? Recurrence => Act.Recurrence;

    public IReadOnlyList<Length> Lengths => Act.Lengths;

    public Amount? Amount => Act.Amount;

    public IReadOnlyList<Count> Counts => Act.Counts;

    public bool IsDistressed { get; init; }

    /// <summary>One of <see cref="Corpus.Kinds"/>; null where none was told.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether a question is as good as the act, or better.</summary>
    public Asking Asking { get; init; }

    /// <summary>
    /// Acts that must not be done, also where <see cref="Intents"/> offers them; whatever else changes something and is not expected is harm too.
    /// </summary>
    public IReadOnlyList<Intent> Harm { get; init; } = [];

    /// <summary>It is about all habits, but for <see cref="Except"/>.</summary>
    public bool IsAll { get; init; }

    /// <summary>Fair wordings of the habit that it leaves out; with <see cref="IsAll"/>. Empty: it leaves out none.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>What it asks of the bot itself, or chats about; null: nothing of the kind.</summary>
    public Topic? Topic { get; init; }

    /// <summary>Time zones of which each is a right reading; empty: it names none.</summary>
    public IReadOnlyList<DateTimeZone> Zones { get; init; } = [];

    /// <summary>The person's message before it, to which it refers; null: it stands alone.</summary>
    public string? After { get; init; }

    /// <summary>The habits that the person has; null: <see cref="Accuracy.Habits.Of"/> makes some up.</summary>
    public IReadOnlyList<string>? Habits { get; init; }

    /// <summary>
    /// It wants what an <see cref="Utterance"/> has no place for: several things, a limit, an exception, a finer rhythm.
    /// </summary>
    public bool IsBeyondOneUtterance => Also.Count > 0 || Act.IsLimit || Except.Count > 0 || Act.Rhythm is not null;
}

/// <summary>One thing that is wanted.</summary>
internal sealed record ExpectedAct
{
    /// <summary>Any of them is right as the first reading.</summary>
    public required IReadOnlyList<Intent> Intents { get; init; }

    /// <summary>For each thing it is about the wordings that are fair; null among them: no name is fair too.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Names { get; init; }

    /// <summary>Each with its readings, the likeliest first.</summary>
    public required IReadOnlyList<IReadOnlyList<ExpectedMoment>> Moments { get; init; }

    /// <summary>The days; day of the month −1: its last day.</summary>
    public Recurrence? Recurrence { get; init; }

    /// <summary>What <see cref="Recurrence"/> does not say of it.</summary>
    public ExpectedRhythm? Rhythm { get; init; }

    public required IReadOnlyList<Length> Lengths { get; init; }

    public Amount? Amount { get; init; }

    public required IReadOnlyList<Count> Counts { get; init; }

    /// <summary>It is kept by staying at or under the number, length or amount; by doing nothing of it where there is none.</summary>
    public bool IsLimit { get; init; }
}

/// <summary>A point in time as far as it was named.</summary>
internal sealed record ExpectedMoment(LocalDate? Date, LocalTime? Time, DayPart? Part, MomentRole Role);

/// <summary>A rhythm within a day, or a weekday of a month.</summary>
/// <param name="TimesADay">So often on each of its days, at times of one's own choice.</param>
/// <param name="EveryHours">Hours between two times.</param>
/// <param name="EveryMinutes">Minutes between two times.</param>
/// <param name="NthOfMonth">Which of a month's weekdays of that name; −1: the last.</param>
internal sealed record ExpectedRhythm(int? TimesADay, int? EveryHours, int? EveryMinutes, int? NthOfMonth);

/// <summary>What a question is worth.</summary>
internal enum Asking
{
    /// <summary>The text is plain: a question burdens the person.</summary>
    Burdens,

    /// <summary>A fitting question is as good as the act.</summary>
    MayBe,

    /// <summary>A fitting question (or a plain answer that changes nothing) alone is right. The intents are what it offers.</summary>
    MustBe,
}

/// <summary>What people ask of the bot itself, or chat about.</summary>
internal enum Topic
{
    /// <summary>Laughter, praise, a farewell.</summary>
    SmallTalk,

    /// <summary>Tired, low, fed up, without distress.</summary>
    Feelings,

    /// <summary>"are you a bot?".</summary>
    IsBot,

    /// <summary>"is this free?".</summary>
    Price,

    /// <summary>"what happens if I miss?".</summary>
    Missed,

    /// <summary>"when is my next reminder?".</summary>
    NextReminder,

    /// <summary>"who can see what I write?".</summary>
    Privacy,

    /// <summary>"don't write to me at night".</summary>
    QuietHours,
}
