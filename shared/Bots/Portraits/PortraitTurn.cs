using System.Text.Json;
using NodaTime;
using WhatsAppBots.Contracts.Events;
using WhatsAppBots.Contracts.Money;
using WhatsAppBots.Contracts.Outgoing;
using WhatsAppBots.Conversations.Handling;
using WhatsAppBots.Understanding;

namespace WhatsAppBots.Bots.Portraits;

/// <summary>One input's answer while it is put together.</summary>
internal sealed class PortraitTurn(Conversation conversation, PortraitOptions options)
{
    private readonly List<Effect> _effects = [];

    public Conversation Conversation => conversation;
    public PortraitOptions Options => options;
    public IReadOnlyList<Effect> Effects => _effects;
    public PortraitTexts Texts { get; } = new(conversation.Language);
    public PortraitData Data { get; set; } = PortraitData.Read(conversation.Data);
    public string State { get; set; } = conversation.State.Length == 0 ? PortraitStates.New : conversation.State;
    public DateTimeOffset Now => conversation.Now;

    /// <summary>This text was not understood.</summary>
    public bool IsLost { get; set; }

    /// <summary>Photos that count.</summary>
    public IReadOnlyList<Photo> Accepted => [.. Data.Photos.Where(photo => photo.Stage == PhotoStage.Accepted)];

    /// <summary>Pictures went out in this turn.</summary>
    public bool HasDelivered => _effects.OfType<Say>().Any(say => say.Content is MediaMessage);

    public bool HasEnough => Accepted.Count >= options.MinPhotos;

    public Transition Done() => new(State, Data.Write(), _effects);

    public void Add(Effect effect) => _effects.Add(effect);

    public void Say(string body, string? replyTo = null) => Add(new Say(new TextMessage(body), ReplyTo: replyTo));

    public void Say(OutgoingContent content) => Add(new Say(content));

    /// <summary>What concerns their money or order, though they did not just write; a template where the window is shut.</summary>
    public void Tell(OutgoingContent content, Purpose purpose, TemplateMessage? otherwise = null) => Add(new Say(content, purpose, null, otherwise));

    public void Buttons(string body, params (string Id, string Title)[] buttons) => Say(MessageOf(body, buttons));

    public void Buttons(string body, string replyTo, params (string Id, string Title)[] buttons) =>
        Add(new Say(MessageOf(body, buttons), ReplyTo: replyTo));

    public static ButtonsMessage MessageOf(string body, params (string Id, string Title)[] buttons) =>
        new(body, [.. buttons.Select(button => new Choice(button.Id, button.Title))]);

    public void List(string body, string button, params IEnumerable<Choice> rows) =>
        Say(new ListMessage(body, button, [new ListSection(null, [.. rows])]));

    public void Publish<T>(EventEntry<T> type, T data) => Add(new Publish(type.Type, JsonSerializer.SerializeToElement(data, type.Info)));

    public void Start(string timer, TimeSpan after) => Add(new StartTimer(PortraitIds.Prefix + timer, Now + after));

    public void Stop(string timer) => Add(new CancelTimer(PortraitIds.Prefix + timer));

    /// <summary>The order of this number; null where there is none.</summary>
    public PortraitOrder? Order(int number) => number >= 1 && number <= Data.Orders.Count ? Data.Orders[number - 1] : null;

    public void Set(PortraitOrder order) => Data = Data with { Orders = [.. Data.Orders.Select(each => each.Number == order.Number ? order : each)] };

    public void Set(Photo photo) => Data = Data with { Photos = [.. Data.Photos.Select(each => each.Id == photo.Id ? photo : each)] };

    public void Remove(Photo photo) => Data = Data with { Photos = [.. Data.Photos.Where(each => each.Id != photo.Id)] };

    /// <summary>What is sent where the person has not written for 24 hours; it has one button.</summary>
    public TemplateMessage Template(string name, string payload, params IReadOnlyList<string> values) =>
        PortraitsModule.Templates.Message(name, Texts.Language, [payload], values);

    /// <summary>An amount as people of the person's language write it.</summary>
    public string Price(long amount, string currency) => PriceText.Of(amount, currency, Texts.Language);

    /// <summary>The day of a moment where the person is, as people of their language write it.</summary>
    public string Date(DateTimeOffset at) => Wording.Date(DayOf(at), DayOf(Now), Texts.Language);

    private LocalDate DayOf(DateTimeOffset at) => Instant.FromDateTimeOffset(at)
        .InZone((conversation.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) : null) ?? DateTimeZone.Utc).Date;
}
