using System.Text.Json;
using NodaTime;
using WhatsAppBots.BotKit.Language;
using WhatsAppBots.BotKit.State;
using WhatsAppBots.BotKit.Zones;
using WhatsAppBots.Bots.Habits.Days;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Habits;

/// <summary>One input's answer while it is put together.</summary>
internal sealed class HabitTurn
{
    private readonly List<Effect> _effects = [];
    private readonly HabitData _before;

    public HabitTurn(Conversation conversation, HabitOptions options)
    {
        (Conversation, Options) = (conversation, options);
        Data = _before = HabitData.Read(conversation.Data);
        Zone = ZoneFinder.Get(conversation.TimeZone ?? ZoneFinder.OfPhone(conversation.Person.Phone) ?? "") ?? DateTimeZone.Utc;
        Texts = new HabitTexts(conversation.Language, Data.Tone.Or(Tone.Gentle));
        At = Now;
    }

    public Conversation Conversation { get; }
    public HabitOptions Options { get; }
    public HabitTexts Texts { get; }
    public HabitData Data { get; set; }
    public DateTimeZone Zone { get; }
    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>Now, by the engine's clock.</summary>
    public Instant Now => Instant.FromDateTimeOffset(Conversation.Now);

    /// <summary>
    /// Now, but later than the last mark and the last act: messages of one batch are handled at the same instant, and "undo" must know
    /// which
    /// came last.
    /// </summary>
    public DateTimeOffset Stamp
    {
        get
        {
            var last = Data.LastMark?.At > Data.LastAct?.At ? Data.LastMark.At : Data.LastAct?.At ?? Data.LastMark?.At;
            return last >= Conversation.Now ? last.Value.AddTicks(1) : Conversation.Now;
        }
    }

    /// <summary>When the person wrote, by the provider's time; else now. Deadlines are judged by it.</summary>
    public Instant At { get; set; }

    /// <summary>The timer is set again even where it should be set already: whatever became of it, reminders go on once they write.</summary>
    public bool RenewsTimer { get; set; }

    /// <summary>The message that is answered; empty where it is none.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>The message of ours that the person quotes; null: none.</summary>
    public OutgoingContent? Quoted { get; init; }

    /// <summary>What was done last is being taken back; that is no act of its own.</summary>
    public bool TakesBack { get; set; }

    /// <summary>This text was not understood.</summary>
    public bool IsLost { get; set; }

    /// <summary>Freezes left this month.</summary>
    public int FreezesLeft => HabitOptions.FreezesAMonth - (Data.Freezes?.Month == Today.With(DateAdjusters.StartOfMonth) ? Data.Freezes.Used : 0);

    /// <summary>This input has ended a pause.</summary>
    public bool HasResumed { get; set; }

    /// <summary>What they are called; null: that is not known.</summary>
    public string? PersonName => Named(Conversation.Person.Name, HabitOptions.LongestPersonName);

    /// <summary>What their clock showed.</summary>
    public LocalDateTime Local => At.InZone(Zone).LocalDateTime;

    public LocalDate Today => Local.Date;

    /// <summary>Against what their words are read: a script of its own tells the language, whatever they chose to be answered in.</summary>
    public TextContext ContextOf(string text) => new(LanguageGuess.OfScript(text) ?? Texts.Language, Zone, At);

    /// <summary>They do not want to hear of what they did not ask for.</summary>
    public bool IsSilenced => Conversation.OptOut != OptOut.None;

    public Transition Done()
    {
        var wakes = IsIdle ? null : Schedule.Next(Data, Zone, Options)?.At.ToDateTimeOffset();
        if (wakes != Data.WakesAt || (wakes is not null && RenewsTimer))
        {
            Add(wakes is { } at ? new StartTimer(HabitIds.Timer, at) : new CancelTimer(HabitIds.Timer));
            Data = Data with { WakesAt = wakes };
        }

        var isListed = Data.Listed == Conversation.Id;
        if (HabitRows.Of(_before, Data, Zone, isListed) is { } rows && (isListed || rows.Habits.Count > 0))
        {
            Add(rows);
            Data = Data with { Listed = Conversation.Id };
        }

        return new(HabitStates.Of(Data), Data.Write(), _effects);
    }

    public void Add(Effect effect) => _effects.Add(effect);

    /// <summary>Leaves the last answer unsaid.</summary>
    public void Forget() => _effects.RemoveAt(_effects.Count - 1);

    /// <summary>Makes one text of the answers to this message: what belongs to one message is answered by one.</summary>
    public void Join()
    {
        var said = _effects.Select((effect, at) => (Say: effect as Say, At: at)).Where(each => each.Say is { Purpose: Purpose.Answer, Content: TextMessage }).ToList();
        if (said.Count < 2) return;
        var body = string.Join("\n", said.Select(each => ((TextMessage)each.Say!.Content).Body).Distinct());
        _effects[said[0].At] = new Say(new TextMessage(body));
        foreach (var (_, at) in said.Skip(1).Reverse()) _effects.RemoveAt(at);
    }

    public void Say(string body) => Say(new TextMessage(body));

    public void Say(OutgoingContent content, string? replyTo = null)
    {
        Add(new Say(content, ReplyTo: replyTo));
        if (PlainWords.ChoicesOf(content) is { Count: > 0 } choices) Data = Data with
        {
            Offer = new Offer(Conversation.Now,
            [.. choices.Select(choice => new OfferedChoice(choice.Id, choice.Title))])
        };
    }

    /// <summary>A question that a yes or a no answers, pressed or written.</summary>
    public void AskWhether(string body, Choice yes, Choice no, params IReadOnlyList<Choice> more)
    {
        Buttons(body, [yes, .. more, no]);
        Data = Data with { Offer = Data.Offer! with { Yes = yes.Id, No = no.Id } };
    }

    /// <summary>What they did not just ask for: a reminder, a miss, a report. False: no template is left for it today.</summary>
    /// <param name="isAwaited">Today's template was kept for this.</param>
    public bool Tell(OutgoingContent content, TemplateMessage? otherwise = null, bool isAwaited = false)
    {
        if (otherwise is not null && !Conversation.IsWindowOpen)
        {
            if (isAwaited ? Restraint.TemplatesLeft(this) == 0 : !CanTell) return false;
            var today = Now.InZone(Zone).Date;
            Data = Data with { Templates = new DayCount(today, (Data.Templates is { } sent && sent.Day == today ? sent.Count : 0) + 1) };
        }

        Add(new Say(content, Purpose.Reminder, null, otherwise));
        return true;
    }

    /// <summary>Something they did not just ask for may be said: the window is open, or a template is left for it.</summary>
    public bool CanTell => Conversation.IsWindowOpen || (Restraint.TemplatesLeft(this) > 0 && !Restraint.IsKept(this));

    public void Buttons(string body, params IReadOnlyList<Choice> buttons) => Say(new ButtonsMessage(body, buttons));

    public void List(string body, params IEnumerable<Choice> rows) => Say(new ListMessage(body, Texts.ChooseButton, [new ListSection(null, [.. rows])]));

    /// <summary>Up to three as buttons, more as a list.</summary>
    public OutgoingContent Choices(string body, IReadOnlyList<Choice> choices) => choices.Count switch
    {
        0 => new TextMessage(body),
        <= 3 => new ButtonsMessage(body, [.. choices.Select(choice => choice with { Description = null })]),
        _ => new ListMessage(body, Texts.ChooseButton, [new ListSection(null, [.. choices])]),
    };

    public void Publish<T>(EventEntry<T> type, T data, long? conversation = null) =>
        Add(new Publish(type.Type, JsonSerializer.SerializeToElement(data, type.Info)) { Conversation = conversation });

    /// <summary>What is sent where the person has not written for 24 hours; it has one button.</summary>
    public TemplateMessage Template(string name, string payload, params IReadOnlyList<string> values) =>
        HabitsModule.Templates.Message(name, Texts.Language, [payload], values);

    public Habit? Habit(int id) => Data.Habits.FirstOrDefault(habit => habit.Id == id);

    public void Set(Habit habit) => Data = Data with { Habits = [.. Data.Habits.Select(each => each.Id == habit.Id ? habit : each)] };

    /// <summary>From now on "it" is this.</summary>
    public void SpeakOf(Habit habit) => Data = Data with { Topic = new Topic(habit.Id, Conversation.Now) };

    public void Ask(QuestionKind kind, int habit = 0, Draft? draft = null, string? about = null) =>
        Data = Data with { Question = new Question(kind, Conversation.Now, habit, draft, about) };

    public string Name(LocalTime time) => Wording.Of(time, Texts.Language);

    public string Name(LocalDate date) => Wording.Of(date, Now.InZone(Zone).Date, Texts.Language);

    /// <summary>A day in running text that nobody can mistake: "tomorrow (Monday, 30 November)".</summary>
    public string NameFully(LocalDate date)
    {
        var today = Now.InZone(Zone).Date;
        var named = Wording.Day(date, today, Texts.Language);
        return Wording.Of(date, today, Texts.Language) is var word && word == named ? named : $"{word} ({named})";
    }

    /// <summary>"30 minutes", "an hour and a half" in their language.</summary>
    public string NameOfMinutes(int minutes) => Wording.Of(Period.FromMinutes(minutes).Normalize(), Texts.Language);

    public string Name(HabitDays days) => Wording.Of(days.ToRecurrence(), Texts.Language);

    /// <summary>A name or a word of theirs as it is kept: one line, not longer than so much; null where nothing of it can be seen.</summary>
    public static string? Named(string? text, int most) => Labels.IsBlank(text) ? null : Labels.Cut(Labels.Line(text!), most);

    // Nothing of a person without habits happens by the clock, but for what they were promised.
    private bool IsIdle => Data is { Habits.Count: 0, Asked: null, Proofs.Count: 0, Punishments.Count: 0, Pause: null, Untold.Count: 0 };
}
