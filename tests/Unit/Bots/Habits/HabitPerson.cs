using System.Text.Json;
using NodaTime;
using WhatsAppBots.Bots;
using WhatsAppBots.Bots.Habits;
using WhatsAppBots.Contracts.Incoming;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;

namespace WhatsAppBots.Unit.Tests.Bots.Habits;

/// <summary>Somebody with habits: the bot alone, its one timer, and a clock that is moved. Everything may be said to them at any time, and is kept with its time.</summary>
internal sealed class HabitPerson
{
    private readonly HabitsBot _bot;
    private int _sent;

    public HabitPerson(
        string zone, Instant now, HabitData? data = null, string language = "en", bool asksAi = false, HabitOptions? options = null)
    {
        _bot = new HabitsBot(options ?? new HabitOptions(asksAi, "secret"));
        Conversation = new Conversation
        {
            Id = 7, Bot = HabitsModule.Name, EntryBot = HabitsModule.Name, State = "", Data = (data ?? new HabitData()).Write(),
            Parked = new Dictionary<string, ParkedState>(), Language = language, TimeZone = zone,
            Person = new Person(1, "Ann", "15550001111", null), Now = now.ToDateTimeOffset(), LastInboundAt = now.ToDateTimeOffset(),
        };
    }

    public Conversation Conversation { get; private set; }

    public HabitData Data => HabitData.Read(Conversation.Data);

    /// <summary>Anything may be said to them at any time; else only within a day of what they last wrote.</summary>
    public bool IsAlwaysReached { get; init; } = true;

    /// <summary>When the bot wants to be woken.</summary>
    public Instant? WakesAt { get; private set; }

    /// <summary>All that was said, and when.</summary>
    public List<(Instant At, Say Say)> Said { get; } = [];

    /// <summary>All that other apps were told.</summary>
    public List<(Instant At, Publish Publish)> Told { get; } = [];

    /// <summary>Goes on to a time; the bot is woken on the way when it wants to be.</summary>
    public void GoTo(Instant until)
    {
        while (WakesAt is { } at && at <= until)
        {
            WakesAt = null;
            Move(at);
            Take(_bot.Handle(Conversation, new TimerInput(1, HabitIds.Timer, at.ToDateTimeOffset(), null, HabitsModule.Name)));
        }

        Move(until);
    }

    private void Move(Instant at)
    {
        var now = at.ToDateTimeOffset();
        Conversation = Conversation with { Now = now, LastInboundAt = IsAlwaysReached ? now : Conversation.LastInboundAt };
    }

    /// <summary>The bot is woken now and not before, whatever it wanted: the host was down, or a timer fires again.</summary>
    public void Sleep(Instant until)
    {
        Conversation = Conversation with { Now = until.ToDateTimeOffset() };
        Take(_bot.Handle(Conversation, new TimerInput(1, HabitIds.Timer, until.ToDateTimeOffset(), null, HabitsModule.Name)));
    }

    public void Write(string text, Instant at) => Send(new TextContent(text) { Type = "text" }, at, at);

    public void Press(string id, Instant at) => Send(new ChoiceContent(id, id) { Type = "interactive" }, at, at);

    /// <summary>Something they sent, which may be heard of later.</summary>
    public void Send(IncomingContent content, Instant sentAt, Instant heardAt)
    {
        GoTo(heardAt);
        Hear(content, sentAt, heardAt);
    }

    /// <summary>The same, before the bot could be woken for anything that fell due meanwhile.</summary>
    /// <param name="quoted">The message of ours that they quote.</param>
    public void Hear(IncomingContent content, Instant sentAt, Instant heardAt, OutgoingContent? quoted = null)
    {
        Conversation = Conversation with { Now = heardAt.ToDateTimeOffset() };
        Conversation = Conversation with { LastInboundAt = sentAt.ToDateTimeOffset() };
        var message = new IncomingMessage($"wamid.{++_sent}", sentAt.ToDateTimeOffset(), "1", new Sender("15550001111", null, "Ann"), content);
        Take(_bot.Handle(Conversation, new MessageInput(message) { Quoted = quoted }));
    }

    public void Hear(string type, object data, Instant at)
    {
        GoTo(at);
        Take(_bot.Handle(Conversation, new EventInput(type, JsonSerializer.SerializeToElement(data, JsonSerializerOptions.Web), HabitsModule.Name)));
    }

    public void OptOut() => Conversation = Conversation with { OptOut = WhatsAppBots.Conversations.Handling.OptOut.Marketing };

    public void Move(string zone, Instant at)
    {
        GoTo(at);
        Conversation = Conversation with { TimeZone = zone };
        Take(_bot.ZoneSet(Conversation));
    }

    /// <summary>The texts said last, since so many.</summary>
    public IReadOnlyList<string> Texts(int since = 0) => [.. Said.Skip(since).Select(said => said.Say.Content.Summary)];

    private void Take(Transition transition)
    {
        Conversation = Conversation with { State = transition.State, Data = transition.Data };
        var now = Instant.FromDateTimeOffset(Conversation.Now);
        foreach (var effect in transition.Effects)
        {
            switch (effect)
            {
                case Say say: Said.Add((now, say)); break;
                case Publish publish: Told.Add((now, publish)); break;
                case StartTimer start: WakesAt = Instant.FromDateTimeOffset(start.DueAt); break;
                case CancelTimer: WakesAt = null; break;
            }
        }
    }
}
